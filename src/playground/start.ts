// startPlayground: the page at once, then database, Telegram, bot and city behind it. Everything on 127.0.0.1.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { startEmbedded } from '../postgres/embedded.ts';
import { Cities } from './cities.ts';
import { founders } from './founders.ts';
import { serve } from './http-server.ts';
import { type CityKind, Playground } from './playground.ts';
import { doStep, tourSteps } from './tour.ts';

export type PlaygroundOptions = {
  config: Config;
  log: Logger;
  /** Which city to open; default: that of the last time, at first the demo city. */
  city?: CityKind;
  /** For a line that the visitor should read. */
  say?: (line: string) => void;
};

export type StartedPlayground = {
  /** Address of the page, served at once. */
  url: string;
  /** True when the city can be used, false when it cannot be opened: the page says so and offers a way on. Rejects without a database. */
  ready: Promise<boolean>;
  /** Keeps the city and stops everything. */
  stop: () => Promise<void>;
};

/** Starts the playground in DATA_DIR/playground. Throws StartError when no page can be served. */
export async function startPlayground(options: PlaygroundOptions): Promise<StartedPlayground> {
  const { config, log, say = () => {} } = options;
  const folder = join(config.dataDir, 'playground');
  const playground = new Playground(config, log, { tourSteps, doStep });
  const server = await serve(playground, config.port, log);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const database = startEmbedded({ dataDir: folder, log });
  const ready = database.then(({ url: serverUrl }) =>
    playground.open(new Cities({ folder, config, log, serverUrl, founders: founders(), say }), options.city),
  );
  ready.catch(() => {});
  const stop = async (): Promise<void> => {
    await playground.close();
    await server.close();
    await (await database.catch(() => null))?.stop();
  };
  return { url: server.url, ready, stop };
}
