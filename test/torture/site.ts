// Where the torture happens: emulated Telegram, a bad line, a data folder with its own PostgreSQL, one bot process, one clock for all.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackQuery, Update } from 'grammy/types';
import { pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Database, openClient } from '../../src/db.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { readLockFile, worksIn } from '../../src/postgres/lock-file.ts';
import { instantOf, type Clock, type Day } from '../../src/time.ts';
import { type City, buildCity } from '../support/city.ts';
import { removeData } from '../support/supervisor.ts';
import { TelegramTown } from '../support/telegram.ts';
import { Bot, type Machine } from './bot.ts';
import { Line } from './line.ts';

const zone = 'Asia/Almaty';
const patience = 180_000;
/** How long a server may be looked for while no bot lives that could start one. */
const orphaned = 10_000;

/**
 * Far above Telegram's own in one chat, so that more is on its way when something dies and nobody waits a minute for a group; the pace of
 * all together stays as it is.
 */
const pace = { SENDS_PER_SECOND_IN_CHAT: '20', SENDS_PER_MINUTE_IN_GROUP: '1000' };

/** A message that reached Telegram, as it was sent. */
export type Arrival = { chat: number; messageId: number; html: string };

export type SiteOptions = { seed: number; schools: number; root?: string };

export class Site {
  readonly emulator: Emulator;
  readonly tg: TelegramTown;
  readonly line: Line;
  readonly machine: Machine;
  readonly dataDir: string;
  /** Everything that Telegram took as a new message, oldest first. */
  readonly arrivals: Arrival[] = [];
  /** What the bots of this run said at level error and above, each with its cause. */
  readonly complaints = new Map<string, number>();
  /** Presses that waited so long for a bot that Telegram threw them away, as "person/message". */
  readonly forgotten = new Set<string>();
  /** Words of which the bot is made to die. */
  readonly deadly = '/poison';
  bot!: Bot;
  city!: City;
  #offset = 0;
  #client: (Database & { url: string }) | null = null;
  readonly #chance: () => number;

  private constructor(emulator: Emulator, line: Line, machine: Machine, dataDir: string, chance: () => number) {
    this.emulator = emulator;
    this.tg = new TelegramTown(emulator);
    this.line = line;
    this.machine = machine;
    this.dataDir = dataDir;
    this.#chance = chance;
  }

  /** A city with its bot running, on Monday at ten in the morning. */
  static async open({ seed, schools, root = new URL('../..', import.meta.url).pathname }: SiteOptions): Promise<Site> {
    const chance = dice(seed);
    // Started before there is a site: its clock comes from the line below.
    const clock = { now: () => new Date() };
    const emulator = await startEmulator({ now: () => clock.now(), limits: 'off' });
    const line = new Line(emulator.url, chance);
    const dataDir = await mkdtemp(join(tmpdir(), 'orynda-torture-'));
    const env = {
      BOT_TOKEN: emulator.token,
      TELEGRAM_API_ROOT: await line.open(),
      TIME_ZONE: zone,
      ISSUE_UNDO_SECONDS: '0',
      REPORT_UNDO_SECONDS: '0',
      FLOOD_UPDATES: '0',
      ...pace,
      LOG_LEVEL: 'info',
      PORT: '0',
      DATA_DIR: dataDir,
    };
    const site = new Site(emulator, line, { root, env }, dataDir, chance);
    clock.now = site.now;
    site.#watch();
    // An update that takes long is kept as a row and confirmed before it is handled.
    site.tg.beside = () => site.#handled();
    site.setClock('2026-11-23', '10:00');
    await site.start();
    site.city = await buildCity({ tg: site.tg, app: await site.app(), settle: () => site.quiet() }, { schools });
    return site;
  }

  /** From 0 up to 1, from the seed. */
  chance = (): number => this.#chance();

  /** The clock that bot, Telegram and this program share. */
  now = (): Date => new Date(Date.now() + this.#offset);

  /** Moves the clock of all to a local moment; a living bot goes on under it. */
  setClock(day: Day, time: Clock): void {
    this.moveClock(instantOf(zone, day, time).getTime() - this.now().getTime());
  }

  /** Moves the clock of all by so many milliseconds. */
  moveClock(by: number): void {
    this.#offset += by;
    if (this.bot?.alive) this.bot.moveClock(this.#offset);
  }

  /** Spawns the bot, without waiting for it. */
  spawn(): Bot {
    if (this.bot?.alive) throw new Error('there is a bot already');
    if (this.bot) this.#note(this.bot.output);
    this.bot = Bot.spawn(this.machine, this.#offset);
    return this.bot;
  }

  /** Another process with the same settings, whatever lives already. */
  rival(settings: Record<string, string> = {}): Bot {
    return Bot.spawn({ ...this.machine, env: { ...this.machine.env, ...settings } }, this.#offset);
  }

  /** From now on this process is the bot, once it takes updates. */
  async adopt(bot: Bot): Promise<void> {
    this.#note(this.bot.output);
    this.bot = bot;
    await bot.started();
  }

  /** Spawns the bot and waits until it takes updates; returns how long that took, in milliseconds. */
  async start(): Promise<number> {
    return this.spawn().started();
  }

  /** The living server of the data folder; undefined when there is none. */
  async server(): Promise<{ pid: number; url: string } | undefined> {
    const cluster = join(this.dataDir, 'postgres');
    const found = await readLockFile(cluster).catch(() => undefined);
    if (!found?.ready || !(await worksIn(found.pid, cluster))) return undefined;
    const password = await readFile(join(cluster, 'orynda.password'), 'utf8');
    return { pid: found.pid, url: `postgresql://orynda:${password}@127.0.0.1:${found.port}/postgres` };
  }

  /** The database as this program sees it, beside the bot; waits for a server. */
  async db(): Promise<Database['db']> {
    return (await this.#open()).db;
  }

  /** An app on the same database, to plan messages and to read the ledger as the bot would. */
  async app(): Promise<App> {
    const { db } = await this.#open();
    return createApp({ db, config: readConfig(this.machine.env), log: pino({ level: 'silent' }), now: this.now });
  }

  /** Waits until the bot has handled every update and sent what is due. Throws with what is left when that does not come to pass. */
  async quiet(): Promise<void> {
    for (const end = performance.now() + patience; ;) {
      const left = await this.#left().catch((error: unknown) => String(error));
      if (left === '') return;
      // A bot that is dead sends nothing more: no need to wait for it.
      if (performance.now() > end || !this.bot.alive)
        throw new Error(`it never became quiet: ${left}\n${this.bot.output.slice(-3000)}`);
      await sleep(100);
    }
  }

  /** Ends everything and removes the data folder. */
  async close(): Promise<void> {
    this.#note(this.bot.output);
    if (this.bot.alive) await this.bot.stop();
    await this.#client?.close();
    await this.line.close();
    await this.emulator.close();
    await removeData(this.dataDir);
  }

  async #handled(): Promise<void> {
    const db = await this.db();
    const open = { givenUpAt: null };
    for (
      const end = performance.now() + patience;
      (await db.incomingUpdate.count({ where: open })) > 0;
      await sleep(50)
    )
      if (performance.now() > end) throw new Error('an update is never handled');
  }

  async #left(): Promise<string> {
    const { pending } = this.emulator.world.queue;
    const db = await this.db();
    const due = { state: 'planned', dueAt: { lte: this.now() } };
    const rows = await db.outgoingMessage.count({ where: { OR: [{ state: { in: ['leased', 'sending'] } }, due] } });
    const unread = await db.incomingUpdate.count({ where: { givenUpAt: null } });
    return pending + rows + unread === 0 ? '' : `${pending} updates, ${unread} kept ones, ${rows} messages`;
  }

  async #open(): Promise<Database & { url: string }> {
    for (const end = performance.now() + patience; ; await sleep(50)) {
      const server = await this.server();
      if (server) {
        if (this.#client?.url === server.url) return this.#client;
        await this.#client?.close().catch(() => undefined);
        this.#client = { ...openClient(server.url), url: server.url };
        return this.#client;
      }
      const left = end - performance.now();
      if (left < 0 || (left < patience - orphaned && !this.bot.alive))
        throw new Error(`there is no database\n${this.bot.output.slice(-3000)}`);
    }
  }

  /** Keeps what Telegram took, before anybody edits it, and what it threw away. */
  #watch(): void {
    const { queue } = this.emulator.world;
    const inside = queue as unknown as { remove: (entry: { update: Update }, confirmed: boolean) => void };
    const remove = inside.remove.bind(queue);
    inside.remove = (entry, confirmed) => {
      const { callback_query: press } = entry.update as { callback_query?: CallbackQuery };
      if (press && !confirmed) this.forgotten.add(`${press.from.id}/${press.message?.message_id}`);
      remove(entry, confirmed);
    };
    const ignore = (): void => {};
    this.emulator.world.observer = {
      changed: ignore,
      queued: ignore,
      hidden: ignore,
      complained: ignore,
      answered: ({ method, params }, answer) => {
        if (!/^send(Message|Photo)$/.test(method) || typeof answer === 'string' || answer.status !== 200) return;
        if (typeof answer.body === 'string') return;
        const { message_id: messageId } = answer.body['result'] as { message_id: number };
        this.arrivals.push({
          chat: Number(params['chat_id']),
          messageId,
          html: String(params['text'] ?? params['caption']),
        });
      },
    };
  }

  #note(output: string): void {
    for (const line of output.split('\n')) {
      if (!/^\{"level":(?:50|60)/.test(line)) continue;
      const { msg, err } = JSON.parse(line) as { msg: string; err?: { message?: string } };
      const words = `${msg}: ${err?.message?.trim().split('\n').at(-1)?.slice(0, 160) ?? ''}`;
      this.complaints.set(words, (this.complaints.get(words) ?? 0) + 1);
    }
  }
}

/** Mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
