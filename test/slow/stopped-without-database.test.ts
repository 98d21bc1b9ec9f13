// A service that is stopped while its database is away: the update in hand is not counted as the cause of a death at the next start.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { startEmulator } from '../../src/playground/emulator/emulator.ts';
import { type Service, startService } from '../../src/service.ts';
import { DatabaseLine } from '../support/database-line.ts';
import { testDatabase } from '../support/database.ts';
import { TelegramTown } from '../support/telegram.ts';

it('tells the next start by a file, which takes the death back and handles the update', async () => {
  const database = await testDatabase();
  const emulator = await startEmulator({ token: '1000:TEST', now: () => new Date() });
  const dataDir = await mkdtemp(join(tmpdir(), 'orynda-stop-'));
  const line = await DatabaseLine.open(database.url);
  const client = openClient(line.url);
  onTestFinished(async () => {
    await client.close();
    await line.cut();
    await emulator.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });
  const tg = new TelegramTown(emulator);
  tg.waits = false;
  const env = { BOT_TOKEN: '1000:TEST', TELEGRAM_API_ROOT: emulator.url, DATABASE_URL: line.url, DATA_DIR: dataDir };
  const app = createApp({ db: client.db, config: readConfig(env), log: pino({ level: 'silent' }) });
  const start = (): Promise<Service> => startService(app, { clockwork: false, sql: client.sql });
  const rows = () => database.db.incomingUpdate.findMany();
  const deaths = async () => (await rows()).map(({ attempts }) => attempts);

  const first = await start();
  const other = await database.sql.connect();
  await other.query('BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
  await tg.person({ firstName: 'Saule' }).says('/help');
  await expect
    .poll(deaths)
    .toEqual([1])
    .finally(() => line.cut());
  await other.query('ROLLBACK');
  other.release();
  await first.stop();
  const told = await readdir(dataDir);
  expect([await deaths(), told]).toEqual([[1], [expect.stringMatching(/^stopped-/)]]);
  await line.mend();
  const second = await start();
  expect(await readdir(dataDir)).toEqual([]);
  await expect.poll(rows).toEqual([]);
  await second.stop();
});
