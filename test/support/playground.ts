// The compiled playground as a process of its own on a fresh folder, and its control API as a page of the same address calls it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatSummary, ChatView, PersonaKey, State } from '../../src/playground/protocol.ts';

const root = new URL('../..', import.meta.url).pathname;
/** Milliseconds; the demo city is built on a machine that does other work as well. */
const patience = 550_000;

export type PlaygroundOptions = { dataDir?: string; args?: string[]; env?: Record<string, string> };

/** Compiles the program and its page into dist, as `npm ci` does. */
export function compilePlayground(): void {
  for (const project of ['src/tsconfig.json', 'src/playground/page/tsconfig.json']) {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--noCheck'], { cwd: root });
  }
}

/** A folder for the data of a playground, and what removes it. */
export function dataFolder(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-playground-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }) };
}

/** `npm start` without a token; a token or an address of a database in the environment of the tests is kept away. */
export function spawnPlayground({ dataDir = '', args = [], env = {} }: PlaygroundOptions): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const settings = { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env };
  const child = spawn(process.execPath, ['dist/main.js', ...args], { cwd: root, env: settings });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output: () => output, ended };
}

export class PlaygroundProcess {
  /** 'http://127.0.0.1:40123/' */
  readonly url: string;
  readonly output: () => string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  private constructor(url: string, { child, output, ended }: ReturnType<typeof spawnPlayground>) {
    this.url = url;
    this.output = output;
    this.#child = child;
    this.#ended = ended;
  }

  /** Starts it and waits for its address. */
  static async start(options: PlaygroundOptions): Promise<PlaygroundProcess> {
    const started = spawnPlayground(options);
    const url = await until('the address', () => {
      if (started.child.exitCode !== null) throw new Error(`the playground ended:\n${started.output()}`);
      return /http:\/\/127\.0\.0\.1:\d+\//.exec(started.output())?.[0];
    });
    return new PlaygroundProcess(url, started);
  }

  /** Waits until a city can be used. */
  async ready(): Promise<State> {
    return until('the city', async () => {
      if (this.#child.exitCode !== null) throw new Error(`the playground ended:\n${this.output()}`);
      const state = await this.state();
      return state.busy === null ? state : undefined;
    });
  }

  state(): Promise<State> {
    return this.ask<State>('GET', 'state');
  }

  /** One call of the control API. Throws with the words of a refusal. */
  async ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.url}api/${path}`, {
      method,
      headers: { origin: this.url.replace(/\/$/, ''), 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }

  async userId(key: PersonaKey): Promise<number> {
    const found = (await this.state()).personas.find((one) => one.key === key);
    if (!found) throw new Error(`no persona ${key}`);
    return found.userId;
  }

  async chats(key: PersonaKey): Promise<ChatSummary[]> {
    return this.ask('GET', `chats?as=${await this.userId(key)}`);
  }

  /** A chat as a persona sees it; without `chat` her private one. */
  async look(key: PersonaKey, chat?: number): Promise<ChatView> {
    const user = await this.userId(key);
    return this.ask('GET', `chats/${chat ?? user}?as=${user}`);
  }

  /** SIGTERM; the exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.#ended;
  }
}

/** Asks again and again until there is something, but not for ever. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + patience; performance.now() < end;) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: waited in vain`);
}
