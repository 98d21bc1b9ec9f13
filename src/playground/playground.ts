// The playground: one city at a time, what it is busy with, and everybody who looks at it.
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Upload } from './acts.ts';
import { CallLog } from './call-log.ts';
import type { Cities } from './cities.ts';
import type { User } from './emulator/api-types.ts';
import type { Chat, World } from './emulator/world.ts';
import { openFaults } from './faults.ts';
import { Live } from './live.ts';
import { personas } from './personas.ts';
import type { NewCity, State, Travel } from './protocol.ts';
import { Refused } from './refused.ts';
import type { RunningCity } from './running-city.ts';
import { arrival } from './travel.ts';
import { botName, sees } from './views.ts';

export type CityKind = NewCity['city'];
export type Busy = NonNullable<State['busy']>;

export type Progress = (done: number, total: number) => void;

const bot = { id: 1_000_000_001, name: 'Orynda', username: 'orynda_bot' };
/** So many uploads may wait to be sent. */
const uploadsKept = 40;

export class Playground {
  readonly live = new Live();
  readonly log = new CallLog((entry) => this.live.tell('log', entry));
  readonly #logger: Logger;
  readonly #config: Config;
  #cities: Cities | null = null;
  readonly #uploads = new Map<string, Upload>();
  #nextUpload = 1;
  #kind: CityKind = 'demo';
  #city: RunningCity | null = null;
  #busy: Busy | null = { what: 'building', done: 0, total: 1 };
  #work: Promise<void> = Promise.resolve();
  #closing = false;

  constructor(config: Config, logger: Logger) {
    this.#config = config;
    this.#logger = logger;
  }

  /** Opens a city as it was left, by default that of the last time, or builds it. Rejects when it cannot be built. */
  open(cities: Cities, wanted?: CityKind): Promise<void> {
    this.#cities = cities;
    const opened = this.#during('building', async (progress) => {
      this.#kind = wanted ?? (await cities.last());
      this.#enter(await cities.open(this.#kind, progress));
    });
    this.#work = opened.catch(() => {});
    return opened;
  }

  /** Leaves the city and starts one from its first day; should that fail, the empty one. The answer does not wait. */
  renew(kind: CityKind): void {
    const cities = this.#cities;
    if (!cities) throw new Refused(409, 'busy');
    this.#start('building', async (progress) => {
      await this.#leave();
      this.#kind = kind;
      const city = await cities.renew(kind, progress).catch((error: unknown) => {
        if (this.#closing || kind === 'empty') throw error;
        this.#logger.error({ err: error }, 'playground.city-not-built');
        this.#kind = 'empty';
        return cities.renew('empty', progress);
      });
      this.#enter(city);
    });
  }

  /** Travels in time; the answer does not wait for the arrival. */
  travel(to: Travel['to']): void {
    const city = this.city();
    this.#start('travelling', async (progress) => {
      await city.idle().catch(() => {});
      await city.pause();
      try {
        await city.passTo(arrival(to, city.clock.now(), this.#config.timeZone), progress);
        await city.idle().catch(() => {});
      } finally {
        city.run();
      }
      this.touched(null);
    });
  }

  /** Stops and keeps the city; a journey or a building site is left. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#work;
    await this.#leave();
    this.live.close();
  }

  /** The city as visitors act in it. Throws Refused while it is being built or time is moved. */
  city(): RunningCity {
    if (!this.#city || this.#busy) throw new Refused(409, 'busy');
    return this.#city;
  }

  /** The city to look at, also while time is moved. Throws Refused while there is none. */
  seen(): RunningCity {
    if (!this.#city) throw new Refused(409, 'busy');
    return this.#city;
  }

  /** Somebody did something in a chat (null: anywhere): pages look again, and it is kept. */
  touched(chat: Chat | null): void {
    if (this.#city) this.#cities?.changed(this.#kind, this.#city);
    if (chat) this.live.tell('chat', { chat: chat.info.id });
    this.live.tell('chats');
    this.live.tell('tour');
  }

  /** Somebody read something. */
  read(): void {
    if (this.#city) this.#cities?.changed(this.#kind, this.#city);
    this.live.tell('chats');
  }

  async state(): Promise<State> {
    const world = this.#city?.world;
    return {
      now: (this.#city?.clock.now() ?? new Date()).toISOString(),
      zone: this.#config.timeZone,
      city: this.#kind,
      busy: this.#busy,
      bot: world ? { ...bot, name: botName(world) } : bot,
      personas,
      violations: world?.violations.length ?? 0,
      faults: world ? openFaults(world) : [],
      adminLink: this.#busy ? null : ((await this.#city?.adminLink()) ?? null),
    };
  }

  /** A chat that this person can see. Throws Refused. */
  chatOf(world: World, user: User, id: number): Chat {
    const chat = id === user.id ? world.privateChat(user) : world.chats.get(id);
    if (!chat || !sees(chat, user)) throw new Refused(404, 'no such chat');
    return chat;
  }

  /** Keeps a file until it is sent. Returns its id. */
  upload(file: Upload): string {
    const id = `upload-${this.#nextUpload++}`;
    this.#uploads.set(id, file);
    const [oldest] = this.#uploads.keys();
    if (this.#uploads.size > uploadsKept && oldest !== undefined) this.#uploads.delete(oldest);
    return id;
  }

  /** Takes uploaded files to be sent. Throws Refused when one is not there. */
  takeUploads(ids: string[]): Upload[] {
    return ids.map((id) => {
      const file = this.#uploads.get(id);
      if (!file) throw new Refused(404, 'the uploaded file is gone');
      return file;
    });
  }

  #enter(city: RunningCity): void {
    this.#city = city;
    const { world } = city;
    world.observer = {
      changed: (chat) => this.touched(chat),
      queued: (update) => this.log.update(world, update),
      answered: (call, answer, fault) => {
        this.log.call(world, call, answer, fault);
        world.calls.length = 0;
        if (fault) this.live.tell('state');
      },
      hidden: (chat, message) => this.log.hidden(world, chat, message),
      complained: (text) => {
        this.log.violation(world, text);
        this.live.tell('state');
      },
    };
    city.run();
  }

  async #leave(): Promise<void> {
    const city = this.#city;
    if (!city) return;
    this.#city = null;
    await city.stop();
    city.world.observer = undefined;
    await this.#cities?.leave(this.#kind, city);
  }

  #start(what: Busy['what'], work: (progress: Progress) => Promise<void>): void {
    if (this.#busy) throw new Refused(409, 'busy');
    this.#work = this.#during(what, work).catch((error: unknown) => {
      this.#logger.error({ err: error }, 'playground.failed');
    });
  }

  async #during(what: Busy['what'], work: (progress: Progress) => Promise<void>): Promise<void> {
    const progress: Progress = (done, total) => {
      if (this.#closing) throw new Error('the playground is being stopped');
      this.#busy = { what, done, total };
      this.live.tell('state');
    };
    progress(0, 1);
    try {
      await work(progress);
    } finally {
      this.#busy = null;
      this.live.tell('state');
      this.live.tell('chats');
    }
  }
}
