// A database of its own for a test file: a clone of the migrated template, dropped by close().
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openClient, type Database } from '../../src/db.ts';
import { TEMPLATE, withDatabase } from './postgres.ts';

export type TestDatabase = Database & { url: string };

/**
 * Clones the migrated template, or makes an empty database with `{ empty: true }`.
 * Call it in beforeAll and `close()` in afterAll: a connection left open fails the file.
 */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : TEMPLATE}`);
  const url = withDatabase(inject('postgresUrl'), name);
  const database = openClient(url);
  const close = async (): Promise<void> => {
    await database.close();
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { ...database, url, close };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(inject('postgresUrl'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
