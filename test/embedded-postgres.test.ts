// The embedded database survives kills, is owned by one bot at a time and knows nothing of the token.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { readLockFile, worksIn } from '../src/postgres/lock-file.ts';
import { removeData, startOwner, supervisorFolder, type Owner } from './support/supervisor.ts';

vi.setConfig({ testTimeout: 60_000 });

let program: string;
let dataDir: string;
let owners: Owner[] = [];
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

const cluster = (): string => join(dataDir, 'postgres');

function start(env?: NodeJS.ProcessEnv, role?: string): Owner {
  const owner = startOwner(program, dataDir, env, role);
  owners.push(owner);
  return owner;
}

async function stop(owner: Owner): Promise<void> {
  await ready(owner);
  owner.child.kill('SIGTERM');
  await owner.ended;
}

/** Waits until the owner is ready, and answers with the address and the server's process. */
async function ready(owner: Owner): Promise<{ url: string; server: number }> {
  const { url, refused } = await owner.says((said) => Boolean(said.url ?? said.refused));
  if (!url) throw new Error(refused);
  return { url, server: (await readLockFile(cluster()))?.pid ?? 0 };
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function kill(owner: Owner): Promise<void> {
  owner.child.kill('SIGKILL');
  await owner.ended;
}

test('a server left alive by a killed bot is adopted by the next one', async () => {
  const first = start();
  const before = await ready(first);
  await query(before.url, 'CREATE TABLE town AS SELECT 1 AS id');
  await kill(first);
  const after = await ready(start());
  expect(after).toEqual(before);
  expect(await query(after.url, 'SELECT id FROM town')).toEqual([{ id: 1 }]);
});

test('when both were killed, everything committed is there again', async () => {
  const first = start();
  const before = await ready(first);
  await query(before.url, 'CREATE TABLE town AS SELECT 1 AS id');
  await kill(first);
  process.kill(before.server, 'SIGKILL');
  const after = await ready(start());
  expect(after.server).not.toBe(before.server);
  expect(await query(after.url, 'SELECT id FROM town')).toEqual([{ id: 1 }]);
});

test('a second bot on the same folder is refused in one sentence, and the first works on', async () => {
  const first = await ready(start());
  const second = start();
  const { refused } = await second.says((said) => Boolean(said.refused));
  expect(refused).toMatch(/^Another bot already works with the database in .*postgres: stop it first/);
  await second.ended;
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a short command beside the bot uses its server and leaves it running', async () => {
  const bot = await ready(start());
  const command = start({}, 'guest');
  expect(await ready(command)).toEqual(bot);
  await stop(command);
  expect(await query(bot.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('of two bots that start at once in an empty folder one works and one is refused', async () => {
  await rm(cluster(), { recursive: true });
  const both = [start(), start()];
  const said = await Promise.all(both.map((owner) => owner.says(({ url, refused }) => Boolean(url ?? refused))));
  expect(said.filter(({ url }) => url)).toHaveLength(1);
  expect(said.find(({ refused }) => refused)?.refused).toContain('Another bot already works');
});

test('SIGTERM to the bot stops the server and leaves no lock file', async () => {
  const owner = start();
  const { server } = await ready(owner);
  await stop(owner);
  expect(await worksIn(server, cluster())).toBe(false);
  expect(await readLockFile(cluster())).toBeUndefined();
});

test('a server that dies under a living bot is revived at the same address', async () => {
  const owner = start();
  const { url, server } = await ready(owner);
  process.kill(server, 'SIGKILL');
  await owner.says(({ event }) => event === 'postgres.revived');
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a lock file whose number now belongs to another program does not stop the start', async () => {
  await writeFile(
    join(cluster(), 'postmaster.pid'),
    `${process.pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
  );
  expect((await ready(start())).server).not.toBe(process.pid);
});

test.runIf(process.platform === 'linux')('the token of the bot is not in the environment of the server', async () => {
  const { url, server } = await ready(start({ BOT_TOKEN: '123:secret', DATABASE_PASSWORD: 'secret' }));
  // Read by the server itself: root in a container may not look into the processes of others.
  const rows = await query(url, `SELECT pg_read_binary_file('/proc/${server}/environ') AS bytes`);
  const environment = String((rows[0] as { bytes: Buffer }).bytes);
  expect(environment).toContain('LC_ALL=C');
  expect(environment).not.toContain('secret');
});

test.runIf(process.getuid?.() === 0)(
  'root may start it in a folder that only root can enter, from a bare package',
  async () => {
    const bare = await supervisorFolder({ copied: true });
    onTestFinished(() => rm(bare, { recursive: true, force: true }));
    dataDir = join(bare, 'data');
    expect((await stat(bare)).mode & 0o777).toBe(0o700);
    const owner = startOwner(bare, dataDir);
    owners.push(owner);
    const { url, server } = await ready(owner);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(`/proc/${server}`)).uid).not.toBe(0);
  },
);
