// A town for a test: real database, real bot over HTTP to the emulator, and a clock that the test moves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { runJobs } from '../../src/jobs.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { type Service, startService } from '../../src/service.ts';
import { instantOf, type Day } from '../../src/time.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { TelegramTown } from './telegram.ts';

const zone = 'Asia/Almaty';
/** Limits of Telegram hold a message back for a minute at most; longer waits are the test's own business. */
const settleWindow = 90_000;

export type TownOptions = { at?: string; config?: Partial<Config> };

/** The town's clock stands still unless the test moves it; times are local, '2026-11-23T09:00'. */
class Clock {
  #at: Date;
  constructor(at: string) {
    this.#at = instant(at);
  }
  now = (): Date => new Date(this.#at);
  set(at: string | Date): void {
    this.#at = typeof at === 'string' ? instant(at) : at;
  }
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    this.#at = new Date(this.#at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  }
}

function instant(local: string): Date {
  const [day, time] = local.split('T') as [Day, string];
  return instantOf(zone, day, time);
}

export class Town {
  readonly clock: Clock;
  readonly emulator: Emulator;
  readonly tg: TelegramTown;
  readonly #database: TestDatabase;
  readonly #config: Config;
  #client: { close: () => Promise<void> } | null = null;
  app!: App;
  service!: Service;

  constructor(clock: Clock, emulator: Emulator, database: TestDatabase, config: Config) {
    this.clock = clock;
    this.emulator = emulator;
    this.tg = new TelegramTown(emulator);
    this.#database = database;
    this.#config = config;
  }

  /** The database, for looking and building; the bot has a connection pool of its own. */
  get db(): TestDatabase['db'] {
    return this.#database.db;
  }

  /** The database itself: its address, and SQL beside the bot. */
  get database(): TestDatabase {
    return this.#database;
  }

  /** Starts the bot on the town's database. */
  async start(): Promise<void> {
    const client = openClient(this.#database.url);
    this.#client = client;
    const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
    this.app = createApp({ db: client.db, config: this.#config, log, now: this.clock.now });
    this.service = await startService(this.app, { clockwork: false, sql: client.sql });
    this.tg.beside = async () => {
      await this.service.reader.idle();
      await this.service.printer.idle();
    };
    await this.service.reader.idle();
  }

  /** Stops the bot as SIGTERM does and starts it anew. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.start();
  }

  /** Takes the database away under the running bot, as a kill does, and starts a new one; nothing is finished or saved. */
  async kill(): Promise<void> {
    await this.#client?.close();
    this.#client = null;
    await this.service.stop().catch(() => {});
    await this.start();
  }

  /** Sends what is due under Telegram's limits, moving the clock only as far as they ask. */
  async settle(): Promise<void> {
    const { limiter } = this.emulator.world;
    limiter.profile = 'telegram';
    for (;;) {
      const { nextAt } = await this.service.sender.drain();
      if (!nextAt || nextAt.getTime() - this.clock.now().getTime() > settleWindow) break;
      if (nextAt > this.clock.now()) this.clock.set(nextAt);
    }
    // Answers to people come while the clock stands still: counting those would give false alarms.
    limiter.profile = 'off';
  }

  /** Runs every cron job once at the present moment and sends what they planned. */
  async tick(): Promise<void> {
    await runJobs(this.app);
    await this.settle();
  }

  /** Lets time pass up to a local moment, with a tick every hour on the way. */
  async passTo(at: string): Promise<void> {
    const end = instant(at);
    while (this.clock.now() < end) {
      const next = new Date(Math.floor(this.clock.now().getTime() / 3_600_000 + 1) * 3_600_000);
      this.clock.set(next < end ? next : end);
      await this.tick();
    }
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.emulator.close();
    await this.#database.close();
    await rm(this.#config.dataDir, { recursive: true, force: true });
  }

  async #stop(): Promise<void> {
    await this.service.stop();
    await this.#client?.close();
    this.#client = null;
  }
}

/** Builds a town whose bot is running; close it in afterAll. */
export async function startTown({ at = '2026-11-23T09:00', config }: TownOptions = {}): Promise<Town> {
  const clock = new Clock(at);
  const emulator = await startEmulator({ now: clock.now, limits: 'off' });
  const database = await testDatabase();
  const env = {
    BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.url,
    TIME_ZONE: zone,
    ISSUE_UNDO_SECONDS: '0',
    REPORT_UNDO_SECONDS: '0',
    // The clock stands still while people act: by it everybody is in a hurry.
    FLOOD_UPDATES: '0',
    DATA_DIR: await mkdtemp(join(tmpdir(), 'orynda-town-')),
  };
  const town = new Town(clock, emulator, database, { ...readConfig(env), ...config });
  await town.start();
  return town;
}
