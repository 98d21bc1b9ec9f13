// The schema that Prisma types come from and the migrations that make the tables must say the same.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { missingSql } from '../prisma/engine.mjs';
import { testDatabase, type TestDatabase } from './support/database.ts';

const prisma = new URL('../prisma/', import.meta.url).pathname;
let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orynda-schema-'));
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('schema.prisma and the migrations agree', async () => {
  expect(await missingSql(inject('postgresUrl'))).toBe('');
});

test('a column that no migration makes is found', async () => {
  const schema = join(folder, 'schema.prisma');
  await cp(join(prisma, 'schema.prisma'), schema);
  const text = await readFile(schema, 'utf8');
  await writeFile(schema, text.replace('model Setting {', 'model Setting {\n  forgotten String?'));
  expect(await missingSql(inject('postgresUrl'), { schema })).toContain('ADD COLUMN     "forgotten" TEXT');
});

test('comparing leaves no shadow database behind', async () => {
  await missingSql(inject('postgresUrl'));
  const { rows } = await database.sql.query(
    `SELECT datname FROM pg_database WHERE datname LIKE 'shadow_${process.pid}_%'`,
  );
  expect(rows).toEqual([]);
});
