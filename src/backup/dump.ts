// Makes a backup: all tables as one moment saw them, and all kept files, while the bot goes on working.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartError } from '../errors.ts';
import { type Archive, type OpenSink, writeArchive } from './write-archive.ts';
import { firstName, format, type Manifest } from './manifest.ts';
import { connect, quoted, readTables, type TableShape } from './tables.ts';

/** Bytes of a table held in memory at once. */
const pieceSize = 4 << 20;
/** The quickest that still halves text several times. */
const level = 3;

export type BackupOptions = {
  /** Address of the database. */
  url: string;
  dataDir: string;
  /** The backup's place; it must not exist. */
  path: string;
  program: string;
  /** Ends the work and removes what is half done. */
  signal?: AbortSignal;
  openSink?: OpenSink;
};

export type BackedUp = {
  bytes: number;
  tables: number;
  rows: number;
  files: number;
  /** Kept files whose bytes are not those any more that were kept. */
  damaged: number;
};

/** Writes the backup. Throws StartError when there is nothing to back up, or the file cannot be written whole. */
export async function backUp({ url, dataDir, path, program, signal, openSink }: BackupOptions): Promise<BackedUp> {
  const client = await connect(url, 'orynda backup');
  const figures = { tables: 0, rows: 0, files: 0, damaged: 0 };
  try {
    const bytes = await writeArchive(
      path,
      async (archive) => {
        // One snapshot for everything that follows; nothing is locked against the bot.
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const about = await describe(client);
        await archive.add(firstName, Buffer.from(`${JSON.stringify({ format, program, made: about.made })}\n`));
        const tables: Manifest['tables'] = [];
        for (const table of await readTables(client)) {
          const rows = await dumpTable(client, archive, table, signal);
          tables.push({ ...table, rows });
          figures.rows += rows;
        }
        figures.tables = tables.length;
        await client.query('COMMIT');
        Object.assign(figures, await addFiles(archive, join(dataDir, 'files'), signal));
        return { format, ...about, tables };
      },
      openSink,
    );
    return { bytes, ...figures };
  } finally {
    await client.end();
  }
}

/** When, and of which schema. */
async function describe(client: pg.Client): Promise<Pick<Manifest, 'made' | 'migrations' | 'sequences'>> {
  const migrations = await client
    .query<Manifest['migrations'][number]>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
    )
    .catch((cause: Error) => {
      throw new StartError('There is nothing to back up: the bot has never used this database.', { cause });
    });
  const sequences = await client.query<Manifest['sequences'][number]>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1`,
  );
  const moment = await client.query<{ made: string }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS made`,
  );
  return { made: moment.rows[0]?.made ?? '', migrations: migrations.rows, sequences: sequences.rows };
}

/** The rows of a table as members of a few megabytes; returns how many rows there were. */
async function dumpTable(
  client: pg.Client,
  archive: Archive,
  { name, columns }: TableShape,
  signal?: AbortSignal,
): Promise<number> {
  const stream = client.query(copyTo(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`));
  const add = gzipped(archive, name, signal);
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    await add(Buffer.concat(held));
    held = [];
    size = 0;
  }
  if (size > 0) await add(Buffer.concat(held));
  return stream.rowCount;
}

function gzipped(archive: Archive, table: string, signal?: AbortSignal): (bytes: Buffer) => Promise<void> {
  let serial = 0;
  return async (bytes) => {
    signal?.throwIfAborted();
    serial += 1;
    const name = `tables/${table}/${String(serial).padStart(6, '0')}.copy.gz`;
    await archive.add(name, await promisify(gzip)(bytes, { level }));
  };
}

/** Listed behind the snapshot: a file is kept before its row is written, so that every row finds its own. */
async function addFiles(
  archive: Archive,
  folder: string,
  signal?: AbortSignal,
): Promise<{ files: number; damaged: number }> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const figures = { files: 0, damaged: 0 };
  for (const name of names.filter((one) => /^[0-9a-f]{64}$/.test(one)).sort()) {
    signal?.throwIfAborted();
    const digest = await archive.addFile(`files/${name}`, join(folder, name));
    if (digest === null) continue;
    figures.files += 1;
    if (digest !== name) figures.damaged += 1;
  }
  return figures;
}
