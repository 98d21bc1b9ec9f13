// The two cities: each on a database of its own in the playground's embedded PostgreSQL, begun anew when asked.
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { migrate } from '../postgres/migrate.ts';
import { MovingClock } from './clock.ts';
import { World } from './emulator/world.ts';
import { addBot, addGroups, findGroups } from './groups.ts';
import { addPersonas, personas } from './personas.ts';
import type { Cities, CityKind, Progress } from './playground.ts';
import { Reads } from './reads.ts';
import { RunningCity } from './running-city.ts';

export type Founder = (city: RunningCity, progress: Progress) => Promise<void>;
export type CitiesOptions = {
  config: Config;
  log: Logger;
  token: string;
  /** Address of the server with the right to create databases. */
  serverUrl: string;
  /** What happens in a new city before the visitor comes; its clock stands still meanwhile. */
  founders: Record<CityKind, Founder>;
};

/** The first day of a real installation: the bot is in the groups and knows nobody. */
export async function foundEmptyCity(city: RunningCity): Promise<void> {
  addBot(city.world, findGroups(city.world));
  await city.idle();
}

export function createCities(options: CitiesOptions): Cities {
  const renew = (kind: CityKind, progress: Progress): Promise<RunningCity> => build(options, kind, progress);
  return { open: renew, renew, changed: () => {}, save: async () => {} };
}

async function build(options: CitiesOptions, kind: CityKind, progress: Progress): Promise<RunningCity> {
  const { config, log, token, serverUrl } = options;
  const databaseUrl = await emptyDatabase(serverUrl, `city_${kind}`);
  const clock = new MovingClock(new Date());
  const world = new World({ now: clock.now, token });
  addPersonas(world);
  addGroups(world);
  const city = await RunningCity.start({ config, log, databaseUrl, world, clock, reads: new Reads() });
  await options.founders[kind](city, progress);
  city.reads.readAll(
    world,
    personas.map(({ userId }) => userId),
  );
  return city;
}

async function emptyDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await migrate(url);
  return url;
}
