// `npm run backup -- FILE` and `npm run restore -- FILE`: everything the bot keeps, in one file, and back.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError, readStorageConfig, type StorageConfig } from '../config.ts';
import { openClient } from '../db.ts';
import { StartError } from '../errors.ts';
import { verifyJournal } from '../journal/queries.ts';
import { backUp } from './dump.ts';
import { restore } from './load.ts';
import { openSource, openTarget } from './place.ts';
import { openBackup } from './read-archive.ts';

const usage = `Usage:
  npm run backup -- FILE     writes all tables and kept files into FILE, while the bot goes on working
  npm run restore -- FILE    restores FILE into an empty database, while no bot works with it`;

/** The supervisor of the embedded server has nothing to tell here: its faults are thrown. */
const quiet = { info: () => undefined, warn: () => undefined };

async function main(): Promise<void> {
  const [command, file, ...rest] = process.argv.slice(2);
  if (!file || rest.length > 0 || !['backup', 'restore'].includes(command ?? '')) throw new StartError(usage);
  const config = readStorageConfig();
  await (command === 'backup' ? writeBackup(config, resolve(file)) : readBackup(config, resolve(file)));
}

async function writeBackup(config: StorageConfig, path: string): Promise<void> {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort(new StartError('Stopped: nothing was left behind.'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const source = await openSource(config, quiet);
  try {
    const { dataDir } = config;
    const done = await backUp({
      url: source.url,
      dataDir,
      path,
      program: await programVersion(),
      signal: stopped.signal,
    });
    say(
      `Backed up ${done.tables} tables, ${done.rows} rows and ${done.files} files: ${path}, ${megabytes(done.bytes)} MB.`,
    );
    if (done.damaged > 0)
      say(`Damaged on this disk already: ${done.damaged} files. They will be missing after a restore.`);
    say('It holds personal data. Only you can read it (mode 0600): keep it as safe as the server itself.');
  } finally {
    await source.close();
  }
}

async function readBackup(config: StorageConfig, path: string): Promise<void> {
  // Checked from the first byte to the last before a database is touched.
  const backup = await openBackup(path);
  try {
    const target = await openTarget(config, quiet);
    try {
      const done = await restore({ url: target.url, dataDir: config.dataDir, backup });
      say(`Restored ${done.tables} tables, ${done.rows} rows and ${done.files} files of ${backup.manifest.made}.`);
      if (done.migrated.length > 0) say(`Brought up to this version: ${done.migrated.join(', ')}.`);
      if (done.damaged > 0) say(`Damaged when the backup was made, and left out: ${done.damaged} files.`);
      await tellJournal(target.url);
    } finally {
      await target.close();
    }
  } finally {
    await backup.close();
  }
}

/** A broken chain is told and nothing is refused for it: it was broken when the backup was made. */
async function tellJournal(url: string): Promise<void> {
  const { db, close } = openClient(url);
  try {
    const { ok, brokenAt } = await verifyJournal({ db });
    const where = brokenAt ? `chain ${brokenAt.chainId}, event ${brokenAt.seq}` : '';
    say(ok ? 'The journal is whole.' : `The journal is broken at ${where}: it was changed before the backup was made.`);
  } finally {
    await close();
  }
}

async function programVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exitCode = 1;
});
