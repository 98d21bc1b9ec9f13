// The embedded database survives kills, stops with its bot and knows nothing of the token; more in test/slow.
import { expect, test } from 'vitest';
import { readLockFile, worksIn } from '../src/postgres/lock-file.ts';
import { embeddedPostgres, query } from './support/embedded.ts';

const { cluster, start, ready, stop, kill } = embeddedPostgres();

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

test.runIf(process.platform === 'linux')('the token of the bot is not in the environment of the server', async () => {
  const { url, server } = await ready(start({ BOT_TOKEN: '123:secret', DATABASE_PASSWORD: 'secret' }));
  // Read by the server itself: root in a container may not look into the processes of others.
  const rows = await query(url, `SELECT pg_read_binary_file('/proc/${server}/environ') AS bytes`);
  const environment = String((rows[0] as { bytes: Buffer }).bytes);
  expect(environment).toContain('LC_ALL=C');
  expect(environment).not.toContain('secret');
});
