// What goes wrong in a long story: Telegram refuses or loses answers, the process dies. Everything drawn from a seed, so that a failure repeats.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultOrder } from '../../src/playground/emulator/faults.ts';
import type { Town } from './town.ts';

type Trouble = Omit<FaultOrder, 'method' | 'chatId'>;

/** What Telegram may answer to a call of the sender; the `lost` ones took effect. */
const troubles: Record<string, (chance: () => number) => Trouble> = {
  wait: (chance) => ({ retryAfter: 1 + Math.floor(chance() * 20) }),
  lost: () => ({ reset: true, afterApply: true }),
  lostBehindProxy: () => ({ code: 502, afterApply: true }),
  broken: () => ({ reset: true }),
  failed: () => ({ code: 500, description: 'Internal Server Error' }),
};

export class Mishaps {
  readonly #town: Town;
  #state: number;
  /** How often each trouble was ordered, how many of them for edits, and how often the process died. */
  readonly counts: Record<string, number> = { kills: 0 };

  constructor(town: Town, seed: number) {
    this.#town = town;
    this.#state = seed;
  }

  /** From 0 up to 1: mulberry32. */
  chance = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** So many of them, in random order. */
  some<T>(all: readonly T[], count: number): T[] {
    return all
      .map((each) => ({ each, luck: this.chance() }))
      .sort((a, b) => a.luck - b.luck)
      .slice(0, count)
      .map(({ each }) => each);
  }

  /** The next message, or edit, to each of these chats meets one trouble or another. */
  befall(chatIds: number[], method: 'sendMessage' | 'editMessageText' = 'sendMessage'): void {
    const names = Object.keys(troubles);
    for (const chatId of chatIds) {
      const name = names[Math.floor(this.chance() * names.length)] ?? 'wait';
      this.#count(name);
      if (method === 'editMessageText') this.#count('edits');
      this.#town.emulator.fail({ method, chatId, ...troubles[name]?.(this.chance) });
    }
  }

  /** What was ordered and did not come about is forgotten. */
  calm(): void {
    this.#town.emulator.world.faults.length = 0;
  }

  /** Begins something and ends the process within so many milliseconds, wherever it is: no line to the database, none to Telegram. */
  async dieDuring(act: () => Promise<unknown>, within: number): Promise<void> {
    const ended = act().catch(() => undefined);
    await sleep(this.chance() * within);
    await this.die();
    await ended;
  }

  /** Ends the process now and starts a new one. */
  async die(): Promise<void> {
    const { database, service } = this.#town;
    const lines = await database.sql.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'orynda' AND pid <> pg_backend_pid()`,
    );
    // A dead process confirms no update, as the orderly stop inside of a kill would.
    service.bot.api.config.use(() => Promise.reject(new Error('the process is dead')));
    const killed = this.#town.kill();
    await database.sql.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) pid', [
      lines.rows.map(({ pid }) => pid),
    ]);
    await killed;
    this.#count('kills');
  }

  #count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }
}
