// Applies pending migrations with nothing but SQL, in the table and with the checksums of `prisma migrate deploy`.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { StartError } from '../errors.ts';

/** Prisma's own advisory lock, so that its command line and we never migrate at the same time. */
const LOCK = 72707369;
/** Makes the table of what was applied. */
export const ledger = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export type Migration = { name: string; script: string };
type AppliedRow = { migration_name: string; checksum: string; finished: boolean };

/**
 * Brings the database up to date and returns the names applied now, oldest first. Any number of processes may do so
 * at once. Throws StartError for an edited, a failed or an unknown migration; a failing one leaves nothing behind.
 */
export async function migrate(url: string, folder: string = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'orynda migrations' });
  client.on('error', () => undefined); // the query under way tells it
  await client.connect();
  try {
    await lockMigrations(client);
    await client.query(ledger);
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // frees the lock
  }
}

/** All migrations of this program, oldest first. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = (name: string): Promise<string> => readFile(join(folder, name, 'migration.sql'), 'utf8');
  return Promise.all(names.sort().map(async (name) => ({ name, script: await read(name) })));
}

/** Asks again and again rather than waiting inside the database: a waiting session blocks CREATE INDEX CONCURRENTLY. */
export async function lockMigrations(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
    if (rows[0]?.mine) return;
    await sleep(50);
  }
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

function findPending(migrations: Migration[], applied: AppliedRow[]): Migration[] {
  for (const { migration_name: name, checksum, finished } of applied) {
    const migration = migrations.find((one) => one.name === name);
    if (!migration) throw new StartError(`The database is newer than this version: it has migration ${name}.`);
    if (!finished) throw new StartError(`Migration ${name} failed earlier: see "prisma migrate resolve".`);
    if (!checksums(migration.script).includes(checksum)) {
      throw new StartError(`Migration ${name} was edited after it was applied: restore the file, add a new migration.`);
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** The checksum to store (line ends as in the repository), then the one of a file checked out on Windows. */
export function checksums(script: string): [string, string] {
  const unix = script.replaceAll('\r\n', '\n');
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return [hash(unix), hash(unix.replaceAll('\n', '\r\n'))];
}

async function apply(client: pg.Client, { name, script }: Migration): Promise<void> {
  const row = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ($1, $2, $3, clock_timestamp(), 1)`;
  try {
    await client.query('BEGIN');
    await client.query(script);
    await client.query(row, [randomUUID(), checksums(script)[0], name]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`Migration ${name} failed and left nothing behind: ${reason}.`, { cause });
  }
}
