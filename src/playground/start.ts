// startPlayground: the page at once, then database, Telegram, bot and city behind it. Everything on 127.0.0.1.
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { StartError } from '../errors.ts';
import { startEmbedded } from '../postgres/embedded.ts';
import { serve } from './http-server.ts';
import { type CityKind, Playground } from './playground.ts';
import type { Tour } from './tour-hands.ts';

export type PlaygroundOptions = {
  config: Config;
  log: Logger;
  /** Which city to open; default: that of the last time, at first the demo city. */
  city?: CityKind;
  /** About so many school heads of the demo city have started the bot; fewer are built quicker. */
  joined?: number;
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
  const playground = new Playground(config, log, tour);
  const server = await serve(playground, config.port, log);
  const database = startEmbedded({ dataDir: folder, log });
  // The bot with its libraries is read while the database starts, and behind the page.
  const ready = Promise.all([database, import('./cities.ts'), import('./founders.ts')]).then(
    ([{ url: serverUrl }, { Cities }, { founders }]) =>
      playground.open(
        new Cities({ folder, config, log, serverUrl, founders: founders(options.joined), say }),
        options.city,
      ),
  );
  ready.catch(() => {});
  const stop = async (): Promise<void> => {
    await playground.close();
    await server.close();
    await (await database.catch(() => null))?.stop();
  };
  return { url: server.url, ready, stop };
}

const tour: Tour = {
  tourSteps: async (...args) => (await import('./tour.ts')).tourSteps(...args),
  doStep: async (...args) => (await import('./tour.ts')).doStep(...args),
};

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
