// Restores a backup into an empty database: its own schema, its rows, then the migrations that came after; all or nothing.
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartError } from '../errors.ts';
import { lockKey } from '../outbox/leader.ts';
import { checksums, ledger, lockMigrations, migrate, type Migration, readMigrations } from '../postgres/migrate.ts';
import { restoreFiles } from './kept-files.ts';
import { type Manifest, tableMember } from './manifest.ts';
import type { Backup } from './read-archive.ts';
import { connect, hasRows, quoted, readForeignKeys, readTables, readTypesAndFunctions } from './tables.ts';

export type RestoreOptions = {
  /** Address of an empty database. */
  url: string;
  dataDir: string;
  backup: Backup;
  /** Folder of the migrations; another one is for tests. */
  migrationsFolder?: string;
};

export type Restored = {
  tables: number;
  rows: number;
  files: number;
  /** Files that were damaged already when the backup was made: they are left out. */
  damaged: number;
  /** Migrations applied afterwards. */
  migrated: string[];
};

/**
 * Restores the tables in one transaction, and the files before it ends. Throws StartError, and changes nothing, when the
 * database is not empty or in use, or the backup comes from a newer version.
 */
export async function restore({ url, dataDir, backup, migrationsFolder }: RestoreOptions): Promise<Restored> {
  const { manifest } = backup;
  const own = migrationsOf(manifest, await readMigrations(migrationsFolder));
  const client = await connect(url, 'orynda restore');
  const figures = { tables: manifest.tables.length, rows: 0, files: 0, damaged: 0 };
  try {
    await refuseRunning(client);
    // A bot that starts meanwhile waits at its migrations.
    await lockMigrations(client);
    await client.query('BEGIN');
    // Rows put back are no changes: the journal comes with them.
    await client.query(`SET LOCAL orynda.changes_off = 'on'`);
    await clear(client);
    await client.query(ledger);
    for (const { script } of own) await client.query(script);
    figures.rows = await load(client, backup);
    Object.assign(figures, await restoreFiles(dataDir, backup));
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw inWords(error);
  } finally {
    await client.end();
  }
  return { ...figures, migrated: await migrate(url, migrationsFolder) };
}

/** Those that made the backup's schema. Throws StartError when this program does not know one of them as it was. */
function migrationsOf({ migrations }: Manifest, known: Migration[]): Migration[] {
  return migrations.map(({ name, checksum }) => {
    const migration = known.find((one) => one.name === name);
    if (!migration)
      throw new StartError(`The backup was made by a newer version, it has migration ${name}: update this one first.`);
    if (!checksums(migration.script).includes(checksum))
      throw new StartError(
        `Migration ${name} of the backup is not the one of this version: use the version that made it.`,
      );
    return migration;
  });
}

/** The lock of the sender: who holds it is a bot at work. Kept until the connection ends. */
async function refuseRunning(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lockKey]);
  if (!rows[0]?.mine) throw new StartError('A bot is at work with this database: stop it first.');
}

/** Takes away an empty schema of ours, so that the backup's own can be made. Throws StartError when there is anything else. */
async function clear(client: pg.Client): Promise<void> {
  const tables = (await readTables(client)).map(({ name }) => name);
  if (tables.length > 0 && !tables.includes('_prisma_migrations'))
    throw new StartError(
      `The database holds tables of something else (${tables[0] ?? ''}): restore into an empty one.`,
    );
  for (const table of tables.filter((name) => name !== '_prisma_migrations')) {
    if (!(await hasRows(client, table))) continue;
    const advice = 'restore into an empty one, with another DATA_DIR or a database just created';
    throw new StartError(`The database is not empty, there are rows in ${table}: ${advice}.`);
  }
  for (const table of tables) await client.query(`DROP TABLE ${quoted(table)} CASCADE`);
  // One function may use another; the next is gone with it then.
  for (const what of await readTypesAndFunctions(client))
    await client.query(`DROP ${what.replace(/^(TYPE|FUNCTION)/, '$1 IF EXISTS')} CASCADE`);
}

/** Fills the tables; foreign keys are taken off meanwhile, because rows refer to each other in circles. Returns the number of rows. */
async function load(client: pg.Client, backup: Backup): Promise<number> {
  const keys = await readForeignKeys(client);
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  const there = new Map((await readTables(client)).map(({ name, columns }) => [name, columns]));
  const members = membersByTable(backup.manifest);
  let rows = 0;
  for (const { name, columns, ...table } of backup.manifest.tables) {
    const known = there.get(name) ?? [];
    if (columns.some((column) => !known.includes(column))) throw unfit(name);
    if (await hasRows(client, name)) await client.query(`DELETE FROM ${quoted(name)}`);
    const into = client.query(copyFrom(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
    await pipeline(Readable.from(unpacked(backup, members.get(name) ?? [])), into);
    if (into.rowCount !== table.rows) throw unfit(name);
    rows += table.rows;
  }
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  for (const { name, last } of backup.manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), last]);
  return rows;
}

function membersByTable({ members }: Manifest): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name } of members) {
    const table = tableMember.exec(name)?.[1];
    if (table !== undefined) found.set(table, [...(found.get(table) ?? []), name]);
  }
  for (const names of found.values()) names.sort();
  return found;
}

/** The rows of a table as COPY reads them. Each member is a stream of its own. */
async function* unpacked(backup: Backup, names: string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    const gunzip = createGunzip();
    const feeding = pipeline(Readable.from(copied(backup.bytes(name))), gunzip);
    feeding.catch(() => undefined); // the loop meets it too, and tells it
    yield* gunzip as AsyncIterable<Buffer>;
    await feeding;
  }
}

/** Pieces of a backup are reused; a stream keeps them longer. */
async function* copied(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

function unfit(table: string): StartError {
  return new StartError(
    `The backup's rows of ${table} do not fit: it was not made by this program. Nothing was changed.`,
  );
}

function inWords(error: unknown): unknown {
  if (error instanceof StartError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT')
    return new StartError('The disk is full: nothing was restored.', { cause: error });
  if ('severity' in (error as object) && code !== '42501')
    return new StartError(`PostgreSQL refused the backup: ${message}. Nothing was changed.`, { cause: error });
  if (code === '42501') return new StartError(`The database user may not make tables: ${message}.`, { cause: error });
  return error;
}
