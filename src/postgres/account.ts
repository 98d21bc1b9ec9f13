// PostgreSQL refuses to run as root: the unprivileged account it gets then, and a way for it through closed folders.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartError } from '../errors.ts';
import type { Binaries } from './binaries.ts';

/** How programs of the database are started; empty when we are not root. */
export type Account = { uid?: number; gid?: number; prefix: string[] };

export type RunOptions = { cwd: string; libraries: string };

/** Nothing of our environment: the bot's token must not be readable in the database's process. */
function environment(libraries: string): NodeJS.ProcessEnv {
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return { PATH: path, LC_ALL: 'C', LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries };
}

/** Runs a program to its end as the account. Throws an Error with what it printed. */
export async function run(account: Account, program: string, args: string[], options: RunOptions): Promise<void> {
  const [file = program, ...rest] = [...account.prefix, program, ...args];
  const { uid, gid } = account.prefix.length > 0 ? {} : account;
  const env = environment(options.libraries);
  await promisify(execFile)(file, rest, { cwd: options.cwd, env, uid, gid, timeout: 120_000 });
}

/** Starts a program that outlives us, its output appended to the open file `output`. */
export function spawnDetached(
  account: Account,
  program: string,
  args: string[],
  { cwd, libraries, output }: RunOptions & { output: number },
): ChildProcess {
  const [file = program, ...rest] = [...account.prefix, program, ...args];
  const { uid, gid } = account.prefix.length > 0 ? {} : account;
  const stdio = ['ignore', output, output] as const;
  const child = spawn(file, rest, { cwd, env: environment(libraries), uid, gid, stdio: [...stdio], detached: true });
  child.unref();
  return child;
}

/**
 * Chooses the account for the database folder `folder` (which exists), and gives the folder to it.
 * Root's account is the folder's owner, else `postgres`, else `nobody`. The folder or the programs may lie below one
 * that only root can enter (a clone in /root); then the account keeps the single capability to pass through.
 */
export async function chooseAccount(binaries: Binaries, folder: string, libraries: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = await unprivileged(folder);
  await chown(folder, uid, gid);
  let refusal: unknown;
  for (const capability of [undefined, 'dac_read_search', 'dac_override']) {
    const account = { uid, gid, prefix: capability ? setpriv(uid, gid, capability) : [] };
    try {
      const probe = ['-c', 'cd "$1" && exec "$0" --show -D "$1"', binaries.initdb, folder];
      await run(account, '/bin/sh', probe, { cwd: folder, libraries });
      return account;
    } catch (error) {
      refusal = error;
    }
  }
  const advice = 'run the bot as an ordinary user, or move it where every user can read it (not below /root)';
  throw new StartError(`PostgreSQL refuses root, and user ${uid} cannot enter ${folder}: ${advice}.`, {
    cause: refusal,
  });
}

function setpriv(uid: number, gid: number, capability: string): string[] {
  // Without this bit access(2), by which PostgreSQL looks for itself, disregards the capability.
  const bits = ['--securebits', '+no_setuid_fixup'];
  const capabilities = ['--inh-caps', `-all,+${capability}`, '--ambient-caps', `-all,+${capability}`];
  return ['setpriv', '--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups', ...bits, ...capabilities];
}

async function unprivileged(folder: string): Promise<{ uid: number; gid: number }> {
  const owner = await stat(folder);
  if (owner.uid !== 0) return owner;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!entry) throw new StartError('PostgreSQL refuses root, and there is no user "nobody": run as an ordinary user.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}
