// Reads postmaster.pid: whether a server lives in a folder, where it listens, and when the file may be removed.
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type Postmaster = { pid: number; port: number; ready: boolean };

/** What postmaster.pid says, whether or not that process still lives; undefined without a (complete) file. */
export async function readLockFile(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!(pid > 0)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
}

/** Whether process `pid` lives and works in `folder`; a number taken over by another program does not count. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  return holds(pid, folder);
}

/**
 * Removes postmaster.pid, but only when no process at all works in the folder: after a restart of the machine or the
 * container its number may belong to any program, and PostgreSQL would then refuse for ever.
 */
export async function removeStaleLockFile(folder: string): Promise<void> {
  if (process.platform !== 'linux') return; // PostgreSQL's own check has to do there
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => holds(Number(pid), folder)));
  if (!found.includes(true)) await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function holds(pid: number, folder: string): Promise<boolean> {
  const ours = await stat(folder, { bigint: true });
  try {
    const { ino, dev } = await stat(`/proc/${pid}/cwd`, { bigint: true });
    return ino === ours.ino && dev === ours.dev;
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false; // gone, or a zombie
  }
  // Root in a container may not look into other users' processes: every postgres of the folder's owner may be it.
  const process = await stat(`/proc/${pid}`, { bigint: true }).catch(() => undefined);
  if (process?.uid !== ours.uid) return false;
  const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return title.split('\0')[0]?.includes('postgres') ?? false;
}
