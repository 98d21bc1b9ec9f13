// A playground for a test: its real web server on a free port and the test PostgreSQL behind it; the visitor speaks HTTP only.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { readPlaygroundConfig, type Config } from '../../../src/config.ts';
import { Cities, foundEmptyCity, type Founder } from '../../../src/playground/cities.ts';
import { serve, type PlaygroundServer } from '../../../src/playground/http-server.ts';
import { type CityKind, Playground } from '../../../src/playground/playground.ts';
import type { ChatSummary, ChatView, PersonaKey, State } from '../../../src/playground/protocol.ts';

/** What a small city begins with in place of the big demo. */
export const smallDemo: Founder = { found: foundEmptyCity, version: 'small' };

export class House {
  readonly #folder: string;
  readonly #prefix = `test_${randomBytes(6).toString('hex')}`;
  readonly #config: Config;
  readonly said: string[] = [];
  #playground!: Playground;
  #server!: PlaygroundServer;

  constructor(folder: string) {
    this.#folder = folder;
    const config = readPlaygroundConfig({ LOG_LEVEL: 'silent', ISSUE_UNDO_SECONDS: '0' });
    if (!config) throw new Error('the test asked for a real installation');
    this.#config = config;
  }

  get folder(): string {
    return this.#folder;
  }

  get url(): string {
    return this.#server.url;
  }

  /** Opens the page and a city; `kind` is that of the last time unless told. False when the city could not be opened. */
  async open(kind?: CityKind, demo: Founder = smallDemo): Promise<boolean> {
    const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
    this.#playground = new Playground(this.#config, log);
    this.#server = await serve(this.#playground, 0, log);
    const founders = { demo, empty: { found: foundEmptyCity, version: null } };
    const serverUrl = inject('postgresUrl');
    const say = (line: string): void => void this.said.push(line);
    const parts = { folder: this.#folder, config: this.#config, log, serverUrl, prefix: this.#prefix, founders, say };
    return this.#playground.open(new Cities(parts), kind);
  }

  /** Stops it as SIGTERM does. */
  async close(): Promise<void> {
    await this.#playground.close();
    await this.#server.close();
  }

  /** Takes away what is left of a closed one. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    const client = new pg.Client(inject('postgresUrl'));
    await client.connect();
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${this.#prefix}%`,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await client.end();
  }

  async get<A>(path: string): Promise<A> {
    const response = await fetch(new URL(`api/${path}`, this.url));
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as A;
  }

  async post<A>(path: string, body: object): Promise<A> {
    return this.#send<A>('POST', path, JSON.stringify(body), 'application/json');
  }

  async upload(name: string, type: string, content: Buffer): Promise<string> {
    const path = `files?name=${encodeURIComponent(name)}&type=${encodeURIComponent(type)}`;
    return (await this.#send<{ id: string }>('POST', path, content, 'application/octet-stream')).id;
  }

  delete<A>(path: string): Promise<A> {
    return this.#send<A>('DELETE', path);
  }

  state(): Promise<State> {
    return this.get<State>('state');
  }

  /** Waits until nobody builds or travels. */
  async rested(): Promise<State> {
    return until(
      () => this.state(),
      ({ busy }) => busy === null,
    );
  }

  async person(key: PersonaKey): Promise<Visitor> {
    const persona = (await this.state()).personas.find((one) => one.key === key);
    if (!persona) throw new Error(`nobody is ${key}`);
    return new Visitor(this, persona.userId);
  }

  async #send<A>(method: string, path: string, body?: string | Buffer, type?: string): Promise<A> {
    const headers = { origin: new URL(this.url).origin, ...(type ? { 'content-type': type } : {}) };
    const response = await fetch(new URL(`api/${path}`, this.url), { method, headers, ...(body ? { body } : {}) });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as A;
  }
}

/** The visitor as one persona. */
export class Visitor {
  readonly #house: House;
  readonly id: number;

  constructor(house: House, id: number) {
    this.#house = house;
    this.id = id;
  }

  chats(): Promise<ChatSummary[]> {
    return this.#house.get(`chats?as=${this.id}`);
  }

  /** The first group whose title has this word. */
  async group(word: string): Promise<ChatSummary> {
    const found = (await this.chats()).find(({ title }) => title.includes(word));
    if (!found) throw new Error(`no chat is called ${word}`);
    return found;
  }

  look(chat = this.id, more = ''): Promise<ChatView> {
    return this.#house.get(`chats/${chat}?as=${this.id}${more}`);
  }

  does<A>(verb: string, body: object, chat = this.id): Promise<A> {
    return this.#house.post(`chats/${chat}/${verb}?as=${this.id}`, body);
  }

  says(text: string, more: object = {}, chat = this.id): Promise<{ messages: number[] }> {
    return this.does('messages', { text, ...more }, chat);
  }

  opens(link: string): Promise<{ chat: number }> {
    return this.#house.post(`open?as=${this.id}`, { link });
  }

  /** Presses the newest button whose label has this word, when it is there. */
  async presses<A>(word: string, chat = this.id): Promise<A> {
    const view = await this.sees(({ messages }) => places(messages, word).length > 0, chat);
    const [place] = places(view.messages, word).slice(-1);
    return this.does('press', place ?? {}, chat);
  }

  /** The chat as soon as it looks so. */
  sees(expected: (view: ChatView) => boolean, chat = this.id): Promise<ChatView> {
    return until(() => this.look(chat), expected);
  }

  /** The chat as soon as a message of it has these words. */
  hears(words: string | RegExp, chat = this.id): Promise<ChatView> {
    return this.sees(({ messages }) => messages.some(({ text, mine }) => !mine && text.match(words) !== null), chat);
  }
}

function places(messages: ChatView['messages'], word: string) {
  return messages.flatMap(({ id, buttons }) =>
    buttons.flatMap((line, row) =>
      line.flatMap(({ text }, column) => (text.includes(word) ? [{ message: id, row, column }] : [])),
    ),
  );
}

async function until<A>(ask: () => Promise<A>, good: (answer: A) => boolean): Promise<A> {
  for (const end = performance.now() + 50_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > end) throw new Error(`it never came; the last answer: ${JSON.stringify(answer)}`);
  }
}

export async function newHouse(): Promise<House> {
  return new House(await mkdtemp(join(tmpdir(), 'orynda-playground-')));
}
