// A folder with an embedded database for each test of a file, and bots that own it, in processes of their own.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { readLockFile } from '../../src/postgres/lock-file.ts';
import { removeData, startOwner, supervisorFolder, type Owner } from './supervisor.ts';

/** Registers the hooks of a test file and gives what its tests work with. */
export function embeddedPostgres() {
  vi.setConfig({ testTimeout: 60_000 });
  let program: string;
  let dataDir: string;
  let owners: Owner[] = [];

  const cluster = (): string => join(dataDir, 'postgres');

  /** Starts an owner; `elsewhere` names another program and folder than those of the test. */
  function start(env?: NodeJS.ProcessEnv, role?: string, elsewhere?: { program: string; dataDir: string }): Owner {
    if (elsewhere) ({ dataDir } = elsewhere);
    const owner = startOwner(elsewhere?.program ?? program, dataDir, env, role);
    owners.push(owner);
    return owner;
  }

  /** Waits until the owner is ready, and answers with the address and the server's process. */
  async function ready(owner: Owner): Promise<{ url: string; server: number }> {
    const { url, refused } = await owner.says((said) => Boolean(said.url ?? said.refused));
    if (!url) throw new Error(refused);
    return { url, server: (await readLockFile(cluster()))?.pid ?? 0 };
  }

  async function stop(owner: Owner): Promise<void> {
    await ready(owner);
    owner.child.kill('SIGTERM');
    await owner.ended;
  }

  async function kill(owner: Owner): Promise<void> {
    owner.child.kill('SIGKILL');
    await owner.ended;
  }

  beforeAll(async () => {
    program = await supervisorFolder();
    dataDir = join(program, 'seed');
    await stop(start());
  });
  afterAll(() => rm(program, { recursive: true }));
  beforeEach(async () => {
    dataDir = await mkdtemp(join(program, 'data-'));
    // Making a cluster is slow; a copy that keeps the owner is as good.
    await promisify(execFile)('cp', ['-a', join(program, 'seed', 'postgres'), dataDir]);
  });
  afterEach(async () => {
    for (const { child } of owners) child.kill('SIGKILL');
    await Promise.all(owners.map(({ ended }) => ended));
    owners = [];
    await removeData(dataDir);
  });
  return { cluster, start, ready, stop, kill };
}

/** The rows of one statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
