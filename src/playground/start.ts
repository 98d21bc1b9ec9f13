// startPlayground: the page at once, then database, Telegram, bot and city behind it. Everything on 127.0.0.1.
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { StartError } from '../errors.ts';
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

/** Starts the playground in DATA_DIR/playground. Throws StartError when nothing can be kept there or no page can be served. */
export async function startPlayground(options: PlaygroundOptions): Promise<StartedPlayground> {
  const { config, log, say = () => {} } = options;
  const folder = join(config.dataDir, 'playground');
  await prepare(folder);
  const playground = new Playground(config, log, { tourSteps, doStep });
  const server = await serve(playground, config.port, log);
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

async function prepare(folder: string): Promise<void> {
  try {
    // Others may pass through but not list: as root the database's account has to reach its folder below.
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await access(folder, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`The playground cannot write to ${folder} (DATA_DIR): ${reason}.`, { cause });
  }
}
