// startPlayground: the page at once, then database, Telegram, bot and city behind it. Everything on 127.0.0.1.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { startEmbedded } from '../postgres/embedded.ts';
import { createCities, foundEmptyCity } from './cities.ts';
import { serve } from './http-server.ts';
import { type CityKind, Playground } from './playground.ts';

export type PlaygroundOptions = {
  config: Config;
  log: Logger;
  /** Which city to open. */
  city?: CityKind;
};

export type Started = {
  /** Address of the page, served at once. */
  url: string;
  /** Resolves when the city can be used; rejects when it cannot be opened. */
  ready: Promise<void>;
  /** Keeps the city and stops everything. */
  stop: () => Promise<void>;
};

/** Starts the playground in DATA_DIR/playground. Throws StartError. */
export async function startPlayground({ config, log, city = 'demo' }: PlaygroundOptions): Promise<Started> {
  const playground = new Playground(config, log);
  const server = await serve(playground, config.port, log);
  const database = startEmbedded({ dataDir: join(config.dataDir, 'playground'), log });
  const ready = (async () => {
    const { url: serverUrl } = await database;
    const token = `1000000001:${randomBytes(16).toString('base64url')}`;
    const founders = { empty: foundEmptyCity, demo: foundEmptyCity };
    await playground.open(createCities({ config, log, token, serverUrl, founders }), city);
  })();
  ready.catch(() => {});
  const stop = async (): Promise<void> => {
    await ready.catch(() => {});
    await playground.close();
    await server.close();
    await (await database).stop();
  };
  return { url: server.url, ready, stop };
}
