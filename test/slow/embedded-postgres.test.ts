// The embedded database has one owner at a time, and starts in awkward places.
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { embeddedPostgres, query } from '../support/embedded.ts';
import { supervisorFolder } from '../support/supervisor.ts';

const { cluster, start, ready, stop } = embeddedPostgres();

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

test('a lock file whose number now belongs to another program does not stop the start', async () => {
  await writeFile(
    join(cluster(), 'postmaster.pid'),
    `${process.pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
  );
  expect((await ready(start())).server).not.toBe(process.pid);
});

test.runIf(process.getuid?.() === 0)(
  'root may start it in a folder that only root can enter, from a bare package',
  async () => {
    const bare = await supervisorFolder({ copied: true });
    onTestFinished(() => rm(bare, { recursive: true, force: true }));
    expect((await stat(bare)).mode & 0o777).toBe(0o700);
    const owner = start({}, undefined, { program: bare, dataDir: join(bare, 'data') });
    const { url, server } = await ready(owner);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(`/proc/${server}`)).uid).not.toBe(0);
  },
);
