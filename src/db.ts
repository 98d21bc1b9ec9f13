// Opens PostgreSQL, somebody's server or the embedded one, migrates it and gives the Prisma client.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { StartError } from './errors.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { startEmbedded } from './postgres/embedded.ts';
import { migrate } from './postgres/migrate.ts';

const POOL_SIZE = 8;
const CONNECT_MS = 10_000;
/** No statement of ours takes so long: the connection has died silently, and whoever waits behind it must not wait for ever. */
const ANSWER_MS = 120_000;
/** How long connections in use may hold up the end; the embedded server then ends them itself. */
const CLOSE_MS = 1_000;
const OLDEST = 14;

export type Database = {
  db: PrismaClient;
  /** The same pool without Prisma, for statements where Prisma is slow; a transaction of `db` does not reach it. */
  sql: pg.Pool;
  /** Ends the connections, and the embedded server if it is ours. */
  close: () => Promise<void>;
};

export type DatabaseOptions = {
  config: { databaseUrl?: string | undefined; dataDir: string };
  log: Logger;
  /** True for a short command that may run beside the bot. */
  asGuest?: boolean;
};

/**
 * Opens the database of the settings, applies pending migrations and warms the connection up.
 * Throws StartError with one clear line when it cannot be reached, is too old or is used by another bot.
 */
export async function openDb({ config, log, asGuest = false }: DatabaseOptions): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log, asGuest });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    await checkServer(url);
    const applied = await migrate(url);
    if (applied.length > 0) log.info({ applied }, 'db.migrated');
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const client = openClient(url, (error) => log.warn({ err: error }, 'db.connection-lost'));
  const close = async (): Promise<void> => {
    await Promise.race([client.close(), sleep(CLOSE_MS, undefined, { ref: false })]);
    await embedded?.stop();
  };
  return { ...client, close };
}

/** A client for a migrated database; `onLost` hears of idle connections that break (the pool replaces them). */
export function openClient(url: string, onLost: (error: Error) => void = () => undefined): Database {
  const sql = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    application_name: 'orynda',
    keepAlive: true,
    pipeline: true, // Prisma asks for several relations at once on the one connection of a transaction
    onConnect: speakUtc as (client: pg.ClientBase) => void, // awaited, whatever its type says
  });
  sql.on('error', onLost);
  const db = new PrismaClient({ adapter: new PrismaPg(sql, { statementNameGenerator }) });
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await sql.end();
  };
  return { db, sql, close };
}

/** A statement that begins with this comment is planned once for each connection: one of every press, which finds its rows by their keys. */
const prepared = '/* prepared */';
const names = new Map<string, string>();

/** The name under which PostgreSQL keeps the plan of a marked statement; none for all others, whose plans depend on their values. */
const statementNameGenerator = (({ sql }: { sql: string }): string | undefined => {
  if (!sql.slice(0, 40).includes(prepared)) return undefined;
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}) as (query: { sql: string }) => string;

/** Not by the start-up parameter "options": poolers of managed clusters refuse it. */
async function speakUtc(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'");
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < OLDEST) throw new StartError(`PostgreSQL ${major} is too old: version ${OLDEST} or newer is needed.`);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(`PostgreSQL of DATABASE_URL does not answer at ${where(url)}: ${reason(cause)}.`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Host, port and database without the password. */
function where(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
}
