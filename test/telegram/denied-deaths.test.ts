// A stop while the database is away is no death of the updates in hand: no harmless update is given up for it.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { denyDeaths, recallDenials } from '../../src/telegram/denied-deaths.ts';
import { Company, handleKept, keepUpdates } from '../../src/telegram/kept-updates.ts';
import { DatabaseLine } from '../support/database-line.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let line: DatabaseLine;
let client: ReturnType<typeof openClient>;
let dataDir: string;
let app: App;
let company: Company;

const chat = { id: 7, type: 'private' as const, first_name: 'A' };
const said = (id: number) => ({ update_id: id, message: { message_id: id, date: 1, chat, text: `${id}` } }) as never;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'orynda-stop-'));
  line = await DatabaseLine.open(database.url);
  client = openClient(line.url);
  const config = readConfig({ BOT_TOKEN: '1000:TEST', DATABASE_URL: line.url, DATA_DIR: dataDir });
  app = createApp({ db: client.db, config, log: pino({ level: 'silent' }) });
  company = new Company();
});
afterEach(async () => {
  await client.close();
  await line.cut();
  await rm(dataDir, { recursive: true });
  await database.sql.query('TRUNCATE incoming_update, seen_update');
});

/** For whatever takes its time on a busy machine. */
const patience = { timeout: 50_000 };

const deaths = async (): Promise<number[]> =>
  (await database.db.incomingUpdate.findMany({ orderBy: { updateId: 'asc' } })).map(({ attempts }) => attempts);
const files = async (): Promise<number> => (await readdir(dataDir)).length;
/** Keeps these updates, of which so many processes died. */
async function kept(ids: number[], attempts = 0): Promise<void> {
  await keepUpdates({ ...app, db: database.db }, ids.map(said));
  await database.db.incomingUpdate.updateMany({ data: { attempts } });
}
/** Begins with an update, by this handler; its outcome is nobody's business. */
const begin = (id: number, handle: () => Promise<void>): Promise<void> =>
  handleKept(app, company, said(id), handle).catch(() => {});
const hangs = (): Promise<void> => new Promise(() => {});

it('is denied by a file, and the next start counts as many deaths as before, once', async () => {
  await kept([1, 2], 1);
  void begin(1, hangs);
  await expect.poll(deaths, patience).toEqual([2, 1]);
  await line.cut();
  company.leave();
  await denyDeaths(app, company);
  expect([await deaths(), await files()]).toEqual([[2, 1], 1]);
  await line.mend();
  await recallDenials(app);
  expect([await deaths(), await files()]).toEqual([[1, 1], 0]);
  await recallDenials(app);
  expect(await deaths()).toEqual([1, 1]);
});

it('is denied for a try that had failed with the database too', async () => {
  await kept([1]);
  const failed = begin(1, async () => {
    await line.cut();
    await client.db.person.count();
  });
  await expect.poll(() => company.counted.get(1n)?.failed, patience).toBe(true);
  company.leave();
  await failed;
  await denyDeaths(app, company);
  expect([await deaths(), await files()]).toEqual([[1], 1]);
  await line.mend();
  await recallDenials(app);
  expect(await deaths()).toEqual([0]);
});

it('is denied at once when the database is back in time', async () => {
  await kept([1]);
  const failed = begin(1, async () => {
    await line.cut();
    await client.db.person.count();
  });
  await expect.poll(() => company.counted.get(1n)?.failed, patience).toBe(true);
  company.leave();
  await failed;
  await line.mend();
  await expect.poll(async () => client.db.person.count().catch(() => null), patience).not.toBeNull();
  await denyDeaths(app, company);
  expect([await deaths(), await files()]).toEqual([[0], 0]);
});

it('that finds the database well leaves the count of an update that hangs: it would hold up its chat for ever', async () => {
  await kept([1]);
  void begin(1, hangs);
  await expect.poll(deaths, patience).toEqual([1]);
  company.leave();
  await denyDeaths(app, company);
  expect([await deaths(), await files()]).toEqual([[1], 0]);
});

it('says nothing of updates that were handled', async () => {
  await kept([1]);
  await begin(1, async () => {});
  await line.cut();
  await denyDeaths(app, company);
  expect(await files()).toBe(0);
});

it('takes back no death that was not counted, and lets a broken file go', async () => {
  await kept([1], 2);
  await writeFile(join(dataDir, 'stopped-1.json'), '[{"id":"1","before":2},{"id":"9","before":0}]');
  await writeFile(join(dataDir, 'stopped-2.json'), '[{"id":');
  await writeFile(join(dataDir, 'other.json'), '[]');
  await recallDenials(app);
  expect(await deaths()).toEqual([2]);
  expect(await readdir(dataDir)).toEqual(['other.json']);
});
