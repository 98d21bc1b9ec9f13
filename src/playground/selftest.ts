// `npm start -- --selftest`: a playground of its own, walked through by its HTTP API as the page does, then removed.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { loadTexts } from '../texts.ts';
import type { ChatSummary, State, TourStep } from './protocol.ts';
import { startPlayground } from './start.ts';

/** Milliseconds a step may need to be seen as done after the bot was asked, and between two looks. */
const patience = 30_000;
const pause = 100;
const language = 'en';
/** School heads who have started the bot: all schools get their tasks, fewer answer, so that the walk takes no minute. */
const joined = 12;

export type SelftestOptions = { config: Config; log: Logger; say: (line: string) => void };

/**
 * Builds the demo city in a temporary folder of its own, walks the tour and tells every step in a line.
 * Resolves with what must be ended and with whether all went well; rejects when no page can be served.
 */
export async function startSelftest({ config, log, say }: SelftestOptions): Promise<{
  stop: () => Promise<void>;
  passed: Promise<boolean>;
}> {
  const began = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'orynda-selftest-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  try {
    // As root the database's account has to reach its folder below.
    await chmod(dataDir, 0o711);
    const own = { ...config, dataDir, port: 0, issueUndoSeconds: 1 };
    const started = await startPlayground({ config: own, log, city: 'demo', joined });
    const passed = new Walk(started.url, say, began).all(started.ready);
    return { stop: () => started.stop().finally(remove), passed };
  } catch (error) {
    await remove();
    throw error;
  }
}

class Walk {
  readonly #url: string;
  readonly #say: (line: string) => void;
  readonly #began: number;
  readonly #t = loadTexts();

  constructor(url: string, say: (line: string) => void, began: number) {
    this.#url = url;
    this.#say = say;
    this.#began = began;
  }

  /** Every part in its order up to the first that fails; `ready`: there is a city. */
  async all(ready: Promise<boolean>): Promise<boolean> {
    try {
      await this.#part('The demo city is built', () => built(ready));
      await this.#part('The page is served', () => this.#page());
      await this.#part('Everybody sees chats', () => this.#chats());
      const steps = await this.#ask<TourStep[]>('GET', `tour?as=${language}`);
      if (steps.length === 0) throw new Error('the tour has no steps');
      for (const [index, { key }] of steps.entries()) {
        const title = this.#t(language, `playground-tour-${key}-title`);
        await this.#part(`${index + 1} of ${steps.length}: ${title}`, () => this.#step(key));
      }
      await this.#part('The bot broke no rule of Telegram', () => this.#clean());
    } catch (error) {
      this.#say(`✗ ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
    this.#say(`The playground works: ${((performance.now() - this.#began) / 1000).toFixed(0)} s.`);
    return true;
  }

  async #part(name: string, work: () => Promise<void>): Promise<void> {
    const before = performance.now();
    await work().catch((error: unknown) => {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.#say(`✓ ${name} (${((performance.now() - before) / 1000).toFixed(1)} s)`);
  }

  async #page(): Promise<void> {
    const page = await (await fetch(this.#url)).text();
    for (const [, path = ''] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const answer = await fetch(new URL(path, this.#url));
      if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}`);
      await answer.arrayBuffer();
    }
    const controller = new AbortController();
    const events = await fetch(new URL('api/events', this.#url), { signal: controller.signal });
    controller.abort();
    if (!events.headers.get('content-type')?.startsWith('text/event-stream')) throw new Error('no events');
  }

  async #chats(): Promise<void> {
    const { personas } = await this.#ask<State>('GET', 'state');
    for (const { key, userId } of personas) {
      const chats = await this.#ask<ChatSummary[]>('GET', `chats?as=${userId}`);
      if (chats.length === 0) throw new Error(`${key} sees none`);
      for (const { id } of chats) await this.#ask('GET', `chats/${id}?as=${userId}`);
    }
  }

  async #step(key: string): Promise<void> {
    await this.#ask('POST', `tour/${key}?as=${language}`, {});
    for (const end = performance.now() + patience; performance.now() < end;) {
      const steps = await this.#ask<TourStep[]>('GET', `tour?as=${language}`);
      if (steps.find((step) => step.key === key)?.done) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    throw new Error('not done');
  }

  async #clean(): Promise<void> {
    const { violations } = await this.#ask<State>('GET', 'state');
    if (violations > 0) throw new Error(`violations: ${violations}`);
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const answer = await fetch(new URL(`api/${path}`, this.#url), {
      method,
      headers: { origin: new URL(this.#url).origin, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} is answered with ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}

async function built(ready: Promise<boolean>): Promise<void> {
  if (!(await ready)) throw new Error('it is not; the log says why');
}
