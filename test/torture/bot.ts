// The real bot as a process of its own, on a clock that can be moved; started, killed, stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const clock = new URL('./moved-clock.mjs', import.meta.url).href;
const patience = 120_000;

/** What every process of a run has in common. */
export type Machine = {
  /** Folder that holds `dist`. */
  root: string;
  env: Record<string, string>;
};

export class Bot {
  readonly process: ChildProcess;
  /** Resolves with the exit code; null after a kill. */
  readonly ended: Promise<number | null>;
  readonly #began = performance.now();
  #output = '';

  private constructor(process: ChildProcess) {
    this.process = process;
    for (const stream of [process.stdout, process.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    this.ended = once(process, 'exit').then(([code]) => code as number | null);
  }

  /** Starts the process; it is not ready yet. `offset`: milliseconds of its clock from the real one. */
  static spawn({ root, env }: Machine, offset: number): Bot {
    return new Bot(
      spawn(process.execPath, ['--import', clock, 'dist/main.js'], {
        cwd: root,
        env: { PATH: process.env['PATH'], ...env, CLOCK_OFFSET: String(offset) },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
  }

  get output(): string {
    return this.#output;
  }

  get alive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Waits until the bot takes updates; returns the milliseconds since it was spawned. Throws with its words when it ends before. */
  async started(): Promise<number> {
    await this.says('orynda.started');
    return performance.now() - this.#began;
  }

  /** Waits for these words. */
  async says(words: string): Promise<void> {
    for (const end = performance.now() + patience; !this.#output.includes(words); await sleep(5))
      if (!this.alive || performance.now() > end)
        throw new Error(`the bot never said "${words}":\n${this.#output.slice(-4000)}`);
  }

  /** Moves the clock of the living process. */
  moveClock(offset: number): void {
    this.process.send({ offset });
  }

  /** Ends it at once, whatever it is at. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  /** Ends it in order. */
  async stop(): Promise<number | null> {
    this.process.kill('SIGTERM');
    return this.ended;
  }
}
