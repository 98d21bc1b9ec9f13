// Supervisor of the embedded PostgreSQL: one bot owns it, revives it when it dies, and alone stops it.
import { statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { StartError } from '../errors.ts';
import { ensureRunning, preparePlace, stopServer, type Place, type Running } from './server.ts';

/** Number of the advisory lock by which a bot owns its database server ("oryn" in ASCII). */
const OWNER_LOCK = 0x6f72796e;
/** How long the connection of a bot killed a moment ago may take to disappear. */
const OWNER_MS = 3_000;
const LOG_BYTES = 10_000_000;

export type EmbeddedOptions = {
  dataDir: string;
  log: Pick<Logger, 'info' | 'warn'>;
  /** False switches fsync off: for tests. */
  durable?: boolean;
  /** True for a short command beside a running bot: it uses the bot's server and leaves it alone. */
  asGuest?: boolean;
};

export type Embedded = {
  /** postgresql:// address of the only database, with the password. */
  url: string;
  /** Stops the server. The bot calls it at SIGTERM; after a kill the server lives on and the next start adopts it. */
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL of `dataDir`, or adopts the one that a killed bot left alive there.
 * Throws StartError when another bot works with the same folder or the server cannot start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, durable = true, asGuest = false } = options;
  const place = await preparePlace(dataDir, durable);
  const server = await ensureRunning(place);
  const url = address(place, server.port);
  const owner = await own(place, server, asGuest ? 0 : OWNER_MS);
  if (!owner && asGuest) return { url, stop: () => Promise.resolve() };
  if (!owner) throw owned(place);
  trimLog(place.logFile);
  log.info({ server: server.pid, adopted: server.adopted, folder: place.cluster }, 'postgres.ready');
  return { url, stop: supervise(place, server, owner, log) };
}

/** Revives the server whenever the owner's connection ends, until the returned function stops it. */
function supervise(place: Place, server: Running, owner: pg.Client, log: EmbeddedOptions['log']): () => Promise<void> {
  let stopping = false;
  const watch = (): void => {
    owner.once('end', () => {
      if (!stopping) void revive();
    });
  };
  const revive = async (): Promise<void> => {
    log.warn({ server: server.pid }, 'postgres.lost');
    while (!stopping) {
      try {
        server = await ensureRunning(place, server.port); // the same port: the pool knows no other
        const again = await own(place, server, OWNER_MS);
        if (!again) throw owned(place);
        owner = again;
        watch();
        return log.info({ server: server.pid }, 'postgres.revived');
      } catch (error) {
        log.warn({ err: error }, 'postgres.still-lost');
        await sleep(1_000);
      }
    }
  };
  watch();
  return async () => {
    stopping = true;
    // The lock is held until the server ends it: nobody can adopt what is about to stop.
    await stopServer(place, server.pid);
    await owner.end().catch(() => undefined);
  };
}

function address({ password }: Place, port: number): string {
  return `postgresql://orynda:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * Takes the ownership: an advisory lock on a connection that lives as long as we do, so that a kill sets it free.
 * Undefined when another bot still holds it after `patience` milliseconds.
 */
async function own(place: Place, { port }: Running, patience: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: address(place, port), application_name: 'orynda owner' });
  client.on('error', () => undefined); // "end" follows, and is what we watch
  await client.connect();
  const end = performance.now() + patience;
  do {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNER_LOCK]);
    if (rows[0]?.mine) return client;
    await sleep(100);
  } while (performance.now() < end);
  await client.end();
  return undefined;
}

function owned({ cluster }: Place): StartError {
  const advice = 'stop it first, or give this one a DATA_DIR of its own';
  return new StartError(`Another bot already works with the database in ${cluster}: ${advice}.`);
}

function trimLog(file: string): void {
  // The server appends to it, so cutting it to nothing is safe while it writes.
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) truncateSync(file);
}
