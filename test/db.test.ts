// The client of the database: types, time zone, refusals in one clear line.
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb } from '../src/db.ts';
import { testDatabase, type TestDatabase } from './support/database.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('every session speaks UTC, even where the server speaks another zone', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.sql.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Almaty'`);
  const { db, close } = await openDb({ config: { databaseUrl: database.url, dataDir: '/nowhere' }, log });
  expect(await db.$queryRaw`SELECT current_setting('TimeZone') AS zone`).toEqual([{ zone: 'UTC' }]);
  await close();
});

test('a marked statement is planned once for a connection, all others each time', async () => {
  const { db, sql, close } = await openDb({ config: { databaseUrl: database.url, dataDir: '/nowhere' }, log });
  for (const n of [1, 2]) {
    expect(await db.$queryRaw`/* prepared */ SELECT ${n}::int + 1 AS next`).toEqual([{ next: n + 1 }]);
    expect(await db.$queryRaw`SELECT ${n}::int - 1 AS before`).toEqual([{ before: n - 1 }]);
  }
  const kept = `SELECT statement FROM pg_prepared_statements WHERE statement NOT LIKE '%pg_prepared%'`;
  expect((await sql.query(kept)).rows).toEqual([{ statement: '/* prepared */ SELECT $1::int + 1 AS next' }]);
  await close();
});

test('lower() knows Kazakh and Russian letters', async () => {
  const { rows } = await database.sql.query(`SELECT lower('ӘҒҚҢӨҰҮҺІ ЁЩ') AS low`);
  expect(rows).toEqual([{ low: 'әғқңөұүһі ёщ' }]);
});

test('an address where nothing listens is named without its password', async () => {
  const config = { databaseUrl: 'postgresql://me:secret@127.0.0.1:1/x', dataDir: '/nowhere' };
  const refusal = openDb({ config, log });
  await expect(refusal).rejects.toThrow('PostgreSQL of DATABASE_URL does not answer at 127.0.0.1:1/x');
  await expect(refusal).rejects.not.toThrow('secret');
});
