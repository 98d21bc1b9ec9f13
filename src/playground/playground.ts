// The playground: one city at a time, what it is busy with, and everybody who looks at it.
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { CallLog } from './call-log.ts';
import type { Cities } from './cities.ts';
import type { User } from './emulator/api-types.ts';
import type { Chat, World } from './emulator/world.ts';
import { openFaults } from './faults.ts';
import { Live } from './live.ts';
import { personas } from './personas.ts';
import type { Language, NewCity, State, TourStep, Travel } from './protocol.ts';
import { Refused } from './refused.ts';
import type { RunningCity } from './running-city.ts';
import type { Tour } from './tour-hands.ts';
import { arrival } from './travel.ts';
import { Uploads } from './uploads.ts';
import { botName, sees } from './views.ts';

export type CityKind = NewCity['city'];
export type Busy = NonNullable<State['busy']>;

export type Progress = (done: number, total: number) => void;

const bot = { id: 1_000_000_001, name: 'Orynda', username: 'orynda_bot' };

/** What everybody who has the page open shares. */
export class Playground {
  readonly live = new Live();
  readonly uploads = new Uploads();
  readonly log = new CallLog(() => this.live.tell('log'));
  readonly #logger: Logger;
  readonly #config: Config;
  #cities: Cities | null = null;
  readonly #tour: Tour | null;
  #kind: CityKind = 'demo';
  #city: RunningCity | null = null;
  #busy: Busy | null = { what: 'building', done: 0, total: 1 };
  #failed: State['failed'] = null;
  #work: Promise<void> = Promise.resolve();
  #closing = false;
  /** A step of the tour is being done for somebody: a second one, or another city, would get in its way. */
  #helping = false;

  constructor(config: Config, logger: Logger, tour: Tour | null = null) {
    this.#config = config;
    this.#logger = logger;
    this.#tour = tour;
  }

  /**
   * Opens a city as it was left, by default that of the last time, or builds it. False when that fails: then the state
   * says so, and `renew` is the way on.
   */
  async open(cities: Cities, wanted?: CityKind): Promise<boolean> {
    this.#cities = cities;
    this.#work = this.#during('building', async (progress) => {
      this.#kind = wanted ?? (await cities.last());
      await this.#enter(await cities.open(this.#kind, progress));
    });
    await this.#work;
    return this.#city !== null;
  }

  /** Leaves the city and starts one from its first day. Throws Refused at once when busy. */
  renew(kind: CityKind): Promise<void> {
    const cities = this.#cities;
    if (!cities || this.#helping) throw new Refused(409, 'busy');
    return this.#start('building', async (progress) => {
      await this.#leave();
      this.#kind = kind;
      await this.#enter(await cities.renew(kind, progress));
    });
  }

  /** The visitor has read what failed and goes on from there. Without a city there is nothing to go on with. */
  forgive(): void {
    if (this.#failed?.what !== 'building') this.#failed = null;
    this.live.tell('state');
  }

  /** Travels in time. Resolves on arrival; throws Refused at once when busy. */
  travel(to: Travel['to']): Promise<void> {
    if (this.#helping) throw new Refused(409, 'busy');
    return this.#travel(to);
  }

  #travel(to: Travel['to']): Promise<void> {
    const city = this.city();
    return this.#start('travelling', async (progress) => {
      await city.idle().catch(() => {});
      await city.pause();
      try {
        await city.passTo(arrival(to, city.clock.now(), this.#config.timeZone), progress);
        await city.idle().catch(() => {});
      } finally {
        await city.run();
      }
      this.touched(null);
    });
  }

  /** The steps of the tour, in the demo city only. Throws Refused while it is being built or time is moved. */
  async tour(language: Language): Promise<TourStep[]> {
    if (this.#kind !== 'demo' || !this.#tour) return [];
    return this.#tour.tourSteps(this.city(), language);
  }

  /** Does a step of the tour for the visitor, one at a time. Throws Refused when there is no such step, or one is being done. */
  async doStep(key: string, language: Language): Promise<void> {
    const city = this.city();
    const steps = await this.tour(language);
    if (!this.#tour || !steps.some((step) => step.key === key)) throw new Refused(404, 'no such step');
    if (this.#helping) throw new Refused(409, 'busy');
    const { app, world } = city;
    const hands = {
      app,
      world,
      idle: () => city.idle(),
      settle: async () => {},
      travel: (to: Travel['to']) => this.#travel(to),
    };
    this.#helping = true;
    try {
      await this.#tour.doStep(hands, key, language);
    } finally {
      this.#helping = false;
    }
    this.touched(null);
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
      failed: this.#failed,
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

  async #enter(city: RunningCity): Promise<void> {
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
    await city.run();
  }

  async #leave(): Promise<void> {
    const city = this.#city;
    if (!city) return;
    this.#city = null;
    await city.stop();
    city.world.observer = undefined;
    this.log.forget();
    await this.#cities?.leave(this.#kind, city);
  }

  #start(what: Busy['what'], work: (progress: Progress) => Promise<void>): Promise<void> {
    if (this.#busy) throw new Refused(409, 'busy');
    this.#work = this.#during(what, work);
    return this.#work;
  }

  /** Never rejects: what fails is logged, and told by the state. */
  async #during(what: Busy['what'], work: (progress: Progress) => Promise<void>): Promise<void> {
    const progress: Progress = (done, total) => {
      if (this.#closing) throw new Error('the playground is being stopped');
      this.#busy = { what, done, total };
      this.live.tell('state');
    };
    this.#failed = null;
    try {
      progress(0, 1);
      await work(progress);
    } catch (error) {
      if (this.#closing) return;
      this.#logger.error({ err: error }, `playground.${what}-failed`);
      this.#failed = { what };
    } finally {
      this.#busy = null;
      this.live.tell('state');
      this.live.tell('chats');
    }
  }
}
