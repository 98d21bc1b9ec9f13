// The two cities: kept over restarts, begun anew when asked; the demo city from a template that is built once.
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { migrate } from '../postgres/migrate.ts';
import { dayIn, instantOf } from '../time.ts';
import { MovingClock } from './clock.ts';
import { Databases } from './databases.ts';
import { World } from './emulator/world.ts';
import { addBot, addGroups, findGroups } from './groups.ts';
import { Keeper, type Living } from './keeping.ts';
import { addPersonas, personas } from './personas.ts';
import type { CityKind, Progress } from './playground.ts';
import { Reads } from './reads.ts';
import { RunningCity } from './running-city.ts';

/** What happens in a new city before the visitor comes; its clock stands still meanwhile unless it is set. */
export type Founder = {
  found: (city: RunningCity, progress: Progress) => Promise<void>;
  /** Of a city worth keeping as a template: changes when what the founder does changes. */
  version: string | null;
};

export type CitiesOptions = {
  /** DATA_DIR/playground. */
  folder: string;
  config: Config;
  log: Logger;
  /** Address of the server with the right to create databases. */
  serverUrl: string;
  /** What the names of the databases begin with. */
  prefix?: string;
  founders: Record<CityKind, Founder>;
  /** For a line that the visitor should read. */
  say: (line: string) => void;
};

/** So long after a change a city is kept, in milliseconds. */
const keepAfter = 2_000;

/** The first day of a real installation: the bot is in the groups and knows nobody. */
export async function foundEmptyCity(city: RunningCity): Promise<void> {
  addBot(city.world, findGroups(city.world));
  await city.idle();
}

/** Opens, begins and keeps the cities of one folder. */
export class Cities {
  readonly #options: CitiesOptions;
  readonly #databases: Databases;
  readonly #keeper: Keeper;
  #keeping: NodeJS.Timeout | null = null;

  constructor(options: CitiesOptions) {
    this.#options = options;
    this.#databases = new Databases(options.serverUrl, options.prefix);
    this.#keeper = new Keeper(options.folder);
  }

  /** The kind of the city of the last time. */
  async last(): Promise<CityKind> {
    const text = await readFile(this.#noteOf('last'), 'utf8').catch(() => '');
    return text.trim() === 'empty' ? 'empty' : 'demo';
  }

  /** The city as it was left; a new one when there is none or when it cannot be read. */
  async open(kind: CityKind, progress: Progress): Promise<RunningCity> {
    await this.#databases.hurry();
    try {
      const city = await this.#reopen(kind);
      if (city) return city;
    } catch (error) {
      this.#options.log.warn({ err: error, city: kind }, 'playground.city-broken');
      this.#options.say('The city of the last time cannot be opened. It is built anew.');
    }
    return this.renew(kind, progress);
  }

  /** The same city from its first day. */
  async renew(kind: CityKind, progress: Progress): Promise<RunningCity> {
    await this.#keeper.forget(kind);
    const { version } = this.#options.founders[kind];
    if (version === null) {
      await this.#databases.create(database(kind));
      return this.#found(kind, database(kind), progress);
    }
    if (!(await this.#hasTemplate(kind, version))) await this.#buildTemplate(kind, version, progress);
    await this.#databases.copy(template(kind), database(kind));
    await this.#keeper.copy(template(kind), kind);
    await this.#keeper.prune();
    const city = await this.#reopen(kind);
    if (!city) throw new Error(`the template of ${kind} is gone`);
    return city;
  }

  /** There is something to keep, soon. */
  changed(kind: CityKind, city: RunningCity): void {
    this.#keeping ??= setTimeout(() => {
      this.#keeping = null;
      this.#keeper.keep(kind, city, false).catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'playground.not-kept');
      });
    }, keepAfter);
  }

  /** Keeps a city that has been stopped. */
  async leave(kind: CityKind, city: RunningCity): Promise<void> {
    if (this.#keeping) clearTimeout(this.#keeping);
    this.#keeping = null;
    await this.#keeper.keep(kind, city, true);
    await writeFile(this.#noteOf('last'), kind);
  }

  async #reopen(kind: CityKind): Promise<RunningCity | null> {
    if (!(await this.#databases.has(database(kind)))) return null;
    const living = await this.#keeper.restore(kind);
    if (!living) return null;
    await migrate(this.#databases.url(database(kind)));
    const city = await this.#start(kind, living, database(kind));
    // From now on it lives; should it be killed, the next start must know.
    await this.#keeper.keep(kind, city, false);
    await writeFile(this.#noteOf('last'), kind);
    return city;
  }

  /** Builds on a new database and starts the story. The city runs, its clock stands. */
  async #found(kind: CityKind, databaseName: string, progress: Progress): Promise<RunningCity> {
    const clock = new MovingClock(new Date());
    const world = new World({ now: clock.now, token: `1000000001:${randomBytes(24).toString('base64url')}` });
    addPersonas(world);
    addGroups(world);
    const city = await this.#start(kind, { world, clock, reads: new Reads() }, databaseName);
    try {
      await this.#options.founders[kind].found(city, progress);
    } catch (error) {
      await city.stop();
      throw error;
    }
    world.calls.length = 0;
    const zone = this.#options.config.timeZone;
    const midnight = instantOf(zone, dayIn(zone, clock.now()), '00:00').getTime() / 1000;
    city.reads.readBefore(
      world,
      personas.map(({ userId }) => userId),
      midnight,
    );
    return city;
  }

  #start(kind: CityKind, living: Living, databaseName: string): Promise<RunningCity> {
    const { folder, log } = this.#options;
    // What the bot keeps of documents must neither meet a real bot's nor be pruned with the files of chats.
    const config = { ...this.#options.config, dataDir: join(folder, 'bot') };
    const noteAhead = (moment: Date): Promise<void> => this.#keeper.noteAhead(kind, moment);
    return RunningCity.start({ config, log, databaseUrl: this.#databases.url(databaseName), noteAhead, ...living });
  }

  async #hasTemplate(kind: CityKind, version: string): Promise<boolean> {
    const built = await readFile(this.#noteOf(template(kind)), 'utf8').catch(() => '');
    return built === version && (await this.#databases.has(template(kind)));
  }

  async #buildTemplate(kind: CityKind, version: string, progress: Progress): Promise<void> {
    this.#options.say('The demo city is being built, once; the page shows how far it is.');
    await this.#databases.create(template(kind));
    const city = await this.#found(kind, template(kind), progress);
    await city.stop();
    await this.#keeper.keep(template(kind), city, true);
    await writeFile(this.#noteOf(template(kind)), version);
  }

  #noteOf(name: string): string {
    return join(this.#options.folder, `${name}.txt`);
  }
}

function database(kind: CityKind): string {
  return `city_${kind}`;
}

function template(kind: CityKind): string {
  return `template_${kind}`;
}
