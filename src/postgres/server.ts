// One embedded PostgreSQL server in a folder: create it, start or adopt it, stop it.
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../errors.ts';
import { chooseAccount, run, spawnDetached, type Account } from './account.ts';
import { findBinaries, linkLibraries, type Binaries } from './binaries.ts';
import { isAlive, readLockFile, removeStaleLockFile, worksIn } from './lock-file.ts';

const MAJOR = '18';
const ATTEMPTS = 5;
const READY_MS = 120_000;
const STOP_MS = 30_000;

/** A prepared folder: the cluster, what runs it and as whom. */
export type Place = {
  cluster: string;
  logFile: string;
  /** Search path of the libraries. */
  libraries: string;
  binaries: Binaries;
  account: Account;
  /** Of the only database user. A password and TCP, because the path of a Unix socket may have but 107 bytes. */
  password: string;
  /** fsync on. Off is for tests: they throw the data away. */
  durable: boolean;
};

export type Running = { pid: number; port: number; adopted: boolean };

/** Makes the folder ready: libraries, account, and a new cluster when there is none. Leaves a running server alone. */
export async function preparePlace(dataDir: string, durable: boolean): Promise<Place> {
  return prepare(resolve(dataDir), durable).catch((error: NodeJS.ErrnoException) => {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(error.code ?? '')) throw error;
    throw new StartError(`DATA_DIR ${resolve(dataDir)} cannot be used by this user: ${error.message}.`, {
      cause: error,
    });
  });
}

async function prepare(folder: string, durable: boolean): Promise<Place> {
  const cluster = join(folder, 'postgres');
  const binaries = findBinaries();
  // Others may pass through but not list: as root the database's account has to reach its folder below.
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const libraries = await linkLibraries(binaries, join(folder, 'postgres-libraries'));
  const draft = (await exists(cluster)) ? undefined : join(folder, `postgres.new-${process.pid}`);
  if (draft) {
    await rm(draft, { recursive: true, force: true }); // in a container the number of a killed process comes again
    await mkdir(draft, { mode: 0o700 });
  }
  const account = await chooseAccount(binaries, draft ?? cluster, libraries);
  const place = { cluster, libraries, binaries, account, durable, logFile: join(folder, 'postgres.log'), password: '' };
  if (draft) await initialise(place, folder, draft);
  return { ...place, password: await readPassword(place) };
}

/** Starts the server, or adopts the one that already lives in the folder. `port` is a wish, 0 for any free one. */
export async function ensureRunning(place: Place, port = 0): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await waitReady(place);
    if (found) return { ...found, adopted: true };
    await removeStaleLockFile(place.cluster);
    const started = await launch(place, port || (await freePort()));
    if (started) return { ...started, adopted: false };
    // Another process started one at the same moment, took the port, or a killed server's last children still work.
    if (attempt === ATTEMPTS) throw new StartError(`PostgreSQL does not start: ${await lastLine(place.logFile)}`);
    await sleep(400 * attempt);
  }
}

/** Stops the server: open connections are ended, everything committed is kept. */
export async function stopServer(place: Place, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!(await worksIn(pid, place.cluster))) return;
    process.kill(pid, signal); // fast shutdown; then immediate, which the next start recovers from
    for (const end = performance.now() + STOP_MS; performance.now() < end; await sleep(20)) {
      if (!(await worksIn(pid, place.cluster))) return;
    }
  }
}

async function initialise(place: Omit<Place, 'password'>, folder: string, draft: string): Promise<void> {
  const secret = `${draft}.password`;
  await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) await chown(secret, uid, gid);
  const access = ['-U', 'orynda', '--auth=scram-sha-256', `--pwfile=${secret}`];
  // Its own locale: lower() knows Kazakh letters, and the order never depends on the machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const speed = place.durable ? [] : ['--no-sync'];
  const args = ['-D', draft, '--no-instructions', ...access, ...locale, ...speed];
  await run(place.account, place.binaries.initdb, args, { cwd: draft, libraries: place.libraries }).catch(refuse);
  await rename(secret, join(draft, 'orynda.password'));
  // All or nothing: a folder called "postgres" is always a whole cluster, even after a kill in the middle.
  await rename(draft, place.cluster).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(draft, { recursive: true });
  });
  for (const name of await readdir(folder)) {
    const owner = /^postgres\.new-(\d+)/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function refuse(cause: Error & { stderr?: string }): never {
  const reason = (cause.stderr ?? cause.message).trim().split('\n').at(-1) ?? '';
  throw new StartError(`PostgreSQL cannot create its files: ${reason}.`, { cause });
}

async function readPassword({ cluster }: Pick<Place, 'cluster'>): Promise<string> {
  try {
    const major = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
    if (major !== MAJOR) {
      const advice = 'move the data with pg_dump and psql, or go back to the older release';
      throw new StartError(`${cluster} was made by PostgreSQL ${major}, this release brings ${MAJOR}: ${advice}.`);
    }
    return await readFile(join(cluster, 'orynda.password'), 'utf8');
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(`The database folder ${cluster} cannot be read by this user: ${String(cause)}.`, { cause });
  }
}

/** The living server, once it takes connections; undefined when none lives. */
async function waitReady({ cluster }: Place): Promise<{ pid: number; port: number } | undefined> {
  for (const end = performance.now() + READY_MS; performance.now() < end; await sleep(20)) {
    const found = await readLockFile(cluster);
    if (!found || !(await worksIn(found.pid, cluster))) return undefined;
    if (found.ready) return { pid: found.pid, port: found.port };
  }
  throw new StartError(`PostgreSQL in ${cluster} lives, but is not ready after ${READY_MS / 1000} seconds.`);
}

async function launch(place: Place, port: number): Promise<{ pid: number; port: number } | undefined> {
  const output = await open(place.logFile, 'a', 0o600);
  try {
    const args = ['-D', place.cluster, '-p', String(port), ...serverSettings(place.durable)];
    const options = { cwd: place.cluster, libraries: place.libraries, output: output.fd };
    const child = spawnDetached(place.account, place.binaries.postgres, args, options);
    let ended = false;
    child.once('exit', () => (ended = true)).once('error', () => (ended = true));
    for (const end = performance.now() + READY_MS; !ended && performance.now() < end; await sleep(10)) {
      const found = await readLockFile(place.cluster);
      if (found?.ready && found.pid === child.pid) return { pid: found.pid, port: found.port };
    }
    return undefined;
  } finally {
    await output.close();
  }
}

function serverSettings(durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    io_method: 'sync', // fewer processes; our data fit into memory
    max_connections: durable ? '40' : '150',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

async function lastLine(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n');
  return `${lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? ''} (${file})`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
