// The embedded database survives kills, is owned by one bot at a time and knows nothing of the token.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLockFile, worksIn } from '../src/postgres/lock-file.ts';
import { removeFolder, startOwner, supervisorFolder, type Owner } from './support/supervisor.ts';

let folder: string;
let owners: Owner[];
beforeEach(async () => {
  owners = [];
  folder = await supervisorFolder();
});
afterEach(async () => {
  for (const { child } of owners) child.kill('SIGKILL');
  await Promise.all(owners.map(({ ended }) => ended));
  await removeFolder(folder);
});

const cluster = (): string => join(folder, 'data/postgres');

function start(env?: NodeJS.ProcessEnv, role?: string): Owner {
  const owner = startOwner(folder, env, role);
  owners.push(owner);
  return owner;
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
  command.child.kill('SIGTERM');
  await command.ended;
  expect(await query(bot.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('of two bots that start at once in an empty folder one works and one is refused', async () => {
  const both = [start(), start()];
  const said = await Promise.all(both.map((owner) => owner.says(({ url, refused }) => Boolean(url ?? refused))));
  expect(said.filter(({ url }) => url)).toHaveLength(1);
  expect(said.find(({ refused }) => refused)?.refused).toContain('Another bot already works');
});

test('SIGTERM to the bot stops the server and leaves no lock file', async () => {
  const owner = start();
  const { server } = await ready(owner);
  owner.child.kill('SIGTERM');
  await owner.ended;
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
  const first = start();
  await ready(first);
  first.child.kill('SIGTERM');
  await first.ended;
  await writeFile(
    join(cluster(), 'postmaster.pid'),
    `${process.pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
  );
  expect((await ready(start())).server).not.toBe(process.pid);
});

test.runIf(process.platform === 'linux')('the token of the bot is not in the environment of the server', async () => {
  const { server } = await ready(start({ BOT_TOKEN: '123:secret', DATABASE_PASSWORD: 'secret' }));
  const environment = await readFile(`/proc/${server}/environ`, 'utf8');
  expect(environment).toContain('LC_ALL=C');
  expect(environment).not.toContain('secret');
});

test.runIf(process.getuid?.() === 0)(
  'root may start it in a folder that only root can enter, from a bare package',
  async () => {
    await removeFolder(folder);
    folder = await supervisorFolder({ copied: true });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const { url, server } = await ready(start());
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(`/proc/${server}`)).uid).not.toBe(0);
  },
);
