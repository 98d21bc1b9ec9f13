// A running city: the emulated Telegram, the unmodified bot on a database of its own, and a clock that can be moved.
import type { Logger } from 'pino';
import { type App, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { openClient, type Database } from '../db.ts';
import { runJobs } from '../jobs.ts';
import { ensureAdminInvite } from '../org/actions.ts';
import { type Service, startService } from '../service.ts';
import type { MovingClock } from './clock.ts';
import { type Emulator, openEmulator } from './emulator/emulator.ts';
import type { World } from './emulator/world.ts';
import type { Reads } from './reads.ts';
import { nextStop } from './travel.ts';

/** Limits of Telegram hold a message back for a minute at most; longer waits are no business of `settle`. */
const settleWindow = 90_000;
/** Milliseconds between two looks at the clock, and how often the jobs run by it. */
const beat = 1_000;
const jobsEvery = 5 * 60_000;
/** So far ahead of the clock a moment is noted, and so near it may come before the next one is. */
const ahead = 5 * 60_000;
const near = 2 * settleWindow;

export type CityParts = {
  config: Config;
  log: Logger;
  databaseUrl: string;
  world: World;
  clock: MovingClock;
  reads: Reads;
  /** Notes a moment that the clock will not pass before the next note, so that a kill never moves it back. */
  noteAhead?: (moment: Date) => Promise<void>;
};

/** Emulated Telegram, bot and clock of one city, from its start to its stop. */
export class RunningCity {
  readonly world: World;
  readonly clock: MovingClock;
  readonly reads: Reads;
  readonly emulator: Emulator;
  readonly app: App;
  readonly service: Service;
  readonly #database: Database;
  readonly #noteAhead: (moment: Date) => Promise<void>;
  #noted = 0;
  #beat: NodeJS.Timeout | null = null;
  #jobs: Promise<void> = Promise.resolve();
  #jobsRunning = false;
  #jobsAt = 0;

  private constructor(
    parts: CityParts,
    started: { app: App; service: Service; emulator: Emulator; database: Database },
  ) {
    this.world = parts.world;
    this.clock = parts.clock;
    this.reads = parts.reads;
    this.#noteAhead = parts.noteAhead ?? (() => Promise.resolve());
    this.app = started.app;
    this.service = started.service;
    this.emulator = started.emulator;
    this.#database = started.database;
  }

  /** Starts Telegram and the bot on a migrated database. The clock stands still and nothing is sent until `run`. */
  static async start(parts: CityParts): Promise<RunningCity> {
    const { config, log, databaseUrl, world, clock } = parts;
    const emulator = await openEmulator(world);
    const database = openClient(databaseUrl, (error) => log.warn({ err: error }, 'db.connection-lost'));
    try {
      const settings = { ...config, botToken: world.token, telegramApiRoot: emulator.url };
      const app = createApp({ db: database.db, config: settings, log, now: clock.now });
      const service = await startService(app, { clockwork: false, sql: database.sql });
      service.ended.catch((error: unknown) => log.error({ err: error }, 'playground.bot-ended'));
      return new RunningCity(parts, { app, service, emulator, database });
    } catch (error) {
      await emulator.close();
      await database.close();
      throw error;
    }
  }

  /** Lets time pass: the sender sends and the jobs run by the playground's clock. */
  async run(): Promise<void> {
    await this.#note();
    this.clock.run();
    this.service.sender.start();
    this.#jobsAt = 0;
    this.#beat ??= setInterval(() => this.#tickNowAndThen(), beat);
  }

  /** Time stands still, and nothing is sent any more, until `run`. */
  async pause(): Promise<void> {
    if (this.#beat) clearInterval(this.#beat);
    this.#beat = null;
    await this.#jobs;
    await this.service.sender.stop();
    this.clock.stop();
  }

  /** The bot has handled everything people did so far. */
  idle(): Promise<void> {
    return this.emulator.idle();
  }

  /** While paused: sends what is due under Telegram's limits, moving the clock only as far as they ask. */
  async settle(): Promise<void> {
    for (;;) {
      const { nextAt } = await this.service.sender.drain();
      if (!nextAt || nextAt.getTime() - this.clock.now().getTime() > settleWindow) return;
      if (nextAt > this.clock.now()) this.clock.set(nextAt);
      await this.#note();
    }
  }

  /** While paused: runs every job once at this moment and sends what they planned. */
  async tick(): Promise<void> {
    await runJobs(this.app);
    await this.settle();
  }

  /** While paused: lets time pass up to a moment, with a tick at every stop on the way. `progress` hears of hours. */
  async passTo(end: Date, progress: (done: number, total: number) => void = () => {}): Promise<void> {
    const start = this.clock.now();
    const total = Math.max(1, hoursBetween(start, end));
    while (this.clock.now() < end) {
      const next = nextStop(this.clock.now(), this.app.zone);
      this.clock.set(next < end ? next : end);
      await this.#note();
      await this.tick();
      progress(Math.min(total, hoursBetween(start, this.clock.now())), total);
    }
  }

  /** The link that makes the first administrator; null once there is one. */
  async adminLink(): Promise<string | null> {
    const token = await ensureAdminInvite(this.app);
    return token === null ? null : `https://t.me/${this.service.username}?start=${token}`;
  }

  /** Stops bot, Telegram and the connections to the database. */
  async stop(): Promise<void> {
    await this.pause();
    await this.service.stop();
    await this.emulator.close();
    await this.#database.close();
  }

  #tickNowAndThen(): void {
    void this.#note();
    const span = Math.floor(this.clock.now().getTime() / jobsEvery);
    if (span === this.#jobsAt || this.#jobsRunning) return;
    this.#jobsAt = span;
    this.#jobsRunning = true;
    this.#jobs = runJobs(this.app).finally(() => (this.#jobsRunning = false));
  }

  /** Before the clock comes to where nothing is noted. A city whose clock cannot be noted goes on without. */
  async #note(): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.#noted - now > near) return;
    this.#noted = now + ahead;
    await this.#noteAhead(new Date(this.#noted)).catch((error: unknown) => {
      this.app.log.warn({ err: error }, 'playground.clock-not-noted');
    });
  }
}

function hoursBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 3_600_000);
}
