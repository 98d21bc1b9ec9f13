// The applier of migrations: several at once, edited, failing, and in agreement with Prisma's own engine.
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deploy, diagnose } from '../../prisma/engine.mjs';
import { migrate } from '../../src/postgres/migrate.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const FIRST = '20260101000000_first';
const SECOND = '20260102000000_second';

let migrations: string;
let database: TestDatabase;
beforeEach(async () => {
  migrations = await mkdtemp(join(tmpdir(), 'orynda-migrations-'));
  await cp(
    new URL('../../prisma/migrations/migration_lock.toml', import.meta.url),
    join(migrations, 'migration_lock.toml'),
  );
  await add(FIRST, 'CREATE TABLE "town" ("id" INTEGER PRIMARY KEY);\nINSERT INTO "town" VALUES (1);\n');
  database = await testDatabase({ empty: true });
});
afterEach(async () => {
  await database.close();
  await rm(migrations, { recursive: true });
});

async function add(name: string, sql: string): Promise<void> {
  await mkdir(join(migrations, name));
  await writeFile(join(migrations, name, 'migration.sql'), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await database.sql.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows.map((row) => row.tablename);
}

test('four processes that start at once apply every migration exactly once', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, migrations)));
  expect(applied.flat()).toEqual([FIRST]);
  const { rows } = await database.sql.query('SELECT migration_name FROM _prisma_migrations');
  expect(rows).toEqual([{ migration_name: FIRST }]);
});

test('a later migration alone is applied, and then none', async () => {
  await migrate(database.url, migrations);
  await add(SECOND, 'ALTER TABLE "town" ADD COLUMN "name" TEXT;');
  expect(await migrate(database.url, migrations)).toEqual([SECOND]);
  expect(await migrate(database.url, migrations)).toEqual([]);
});

test('an edited migration is refused by name, and nothing after it is applied', async () => {
  await migrate(database.url, migrations);
  await appendFile(join(migrations, FIRST, 'migration.sql'), '-- a late thought\n');
  await add(SECOND, 'CREATE TABLE "village" ("id" INTEGER PRIMARY KEY);');
  await expect(migrate(database.url, migrations)).rejects.toThrow(`Migration ${FIRST} was edited after it was applied`);
  expect(await tables()).toEqual(['_prisma_migrations', 'town']);
});

test('a failing migration leaves nothing behind, and is applied once mended', async () => {
  await add(SECOND, 'CREATE TABLE "village" ("id" INTEGER PRIMARY KEY);\nINSERT INTO "village" VALUES (1), (1);');
  await expect(migrate(database.url, migrations)).rejects.toThrow(`Migration ${SECOND} failed and left nothing behind`);
  expect(await tables()).toEqual(['_prisma_migrations', 'town']);
  await writeFile(join(migrations, SECOND, 'migration.sql'), 'CREATE TABLE "village" ("id" INTEGER PRIMARY KEY);');
  expect(await migrate(database.url, migrations)).toEqual([SECOND]);
});

test('groups with the old default of naming the late follow their organisation after an upgrade, a choice stays', async () => {
  const real = new URL('../../prisma/migrations/', import.meta.url);
  const naming = (await readdir(real)).find((name) => name.endsWith('_place_naming')) ?? '';
  await rm(join(migrations, FIRST), { recursive: true });
  for (const name of (await readdir(real)).filter((name) => /^\d/.test(name) && name < naming))
    await cp(new URL(name, real), join(migrations, name), { recursive: true });
  await migrate(database.url, migrations);
  await database.sql.query(`ALTER TABLE place DISABLE TRIGGER ALL;
    INSERT INTO place (chat_id, org_id, languages, bound_by_id, bound_at) VALUES (1, 1, '{kk}', 1, now());
    INSERT INTO place (chat_id, org_id, languages, bound_by_id, bound_at, naming) VALUES (2, 1, '{kk}', 1, now(), 'never')`);
  await cp(new URL(naming, real), join(migrations, naming), { recursive: true });
  expect(await migrate(database.url, migrations)).toEqual([naming]);
  const { rows } = await database.sql.query('SELECT naming FROM place ORDER BY chat_id');
  expect(rows).toEqual([{ naming: 'organisation' }, { naming: 'never' }]);
});

test('the only indicator of a measure is its first one after an upgrade, in the versions that were kept as well', async () => {
  const real = new URL('../../prisma/migrations/', import.meta.url);
  const several = (await readdir(real)).find((name) => name.endsWith('_several_indicators')) ?? '';
  await rm(join(migrations, FIRST), { recursive: true });
  for (const name of (await readdir(real)).filter((name) => /^\d/.test(name) && name < several))
    await cp(new URL(name, real), join(migrations, name), { recursive: true });
  await migrate(database.url, migrations);
  const measure = (measureId: number, indicatorId: number | null) => ({ measureId, indicatorId, text: 'x' });
  const sections = [
    { name: 'I', measures: [measure(1, 7), measure(2, null)] },
    { name: 'II', measures: [] },
  ];
  await database.sql.query('SET session_replication_role = replica');
  await database.sql.query(`
    INSERT INTO indicator (id, root_org_id, org_id, name_kk, name_ru, unit_kk, unit_ru, period_kind, created_at, created_by_id)
      VALUES (7, 1, 1, 'a', 'a', 'a', 'a', 'year', now(), 1);
    INSERT INTO measure (id, section_id, position, task_id, indicator_id) VALUES (1, 1, 1, 1, 7), (2, 1, 2, 2, NULL);`);
  await database.sql.query(
    `INSERT INTO roadmap_version (roadmap_id, version, reason, content, by_person_id, by_post_id, at)
      VALUES (1, 1, '', $1, 1, 1, now()), (1, 2, '', '{"name": "x", "sections": []}', 1, 1, now())`,
    [JSON.stringify({ name: 'x', sections })],
  );
  await cp(new URL(several, real), join(migrations, several), { recursive: true });
  expect(await migrate(database.url, migrations)).toEqual([several]);
  const links = await database.sql.query('SELECT measure_id, indicator_id, position FROM measure_indicator');
  expect(links.rows).toEqual([{ measure_id: 1, indicator_id: 7, position: 1 }]);
  const kept = await database.sql.query<{ content: unknown }>('SELECT content FROM roadmap_version ORDER BY version');
  const now = (measureId: number, indicatorIds: number[]) => ({ measureId, indicatorIds, text: 'x' });
  expect(kept.rows.map(({ content }) => content)).toEqual([
    {
      name: 'x',
      sections: [
        { name: 'I', measures: [now(1, [7]), now(2, [])] },
        { name: 'II', measures: [] },
      ],
    },
    { name: 'x', sections: [] },
  ]);
});

test('a file with Windows line ends counts as the same, whoever applied it', async () => {
  const file = join(migrations, FIRST, 'migration.sql');
  const unix = await readFile(file, 'utf8');
  await migrate(database.url, migrations);
  await writeFile(file, unix.replaceAll('\n', '\r\n'));
  expect(await migrate(database.url, migrations)).toEqual([]);
  expect(await diagnose(database.url, { migrations })).toMatchObject({ editedMigrationNames: [] });
});

test('a database of a newer version is refused', async () => {
  await add(SECOND, 'CREATE TABLE "village" ("id" INTEGER PRIMARY KEY);');
  await migrate(database.url, migrations);
  await rm(join(migrations, SECOND), { recursive: true });
  await expect(migrate(database.url, migrations)).rejects.toThrow(`it has migration ${SECOND}`);
});

test("Prisma's engine finds nothing to do or to complain of after us", async () => {
  await add(SECOND, 'CREATE FUNCTION "one"() RETURNS integer LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND\n$$;\n');
  await migrate(database.url, migrations);
  expect(await deploy(database.url, { migrations })).toEqual([]);
  expect(await diagnose(database.url, { migrations })).toMatchObject({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});

test("we find nothing to do after Prisma's engine", async () => {
  expect(await deploy(database.url, { migrations })).toEqual([FIRST]);
  expect(await migrate(database.url, migrations)).toEqual([]);
});

test("a migration that Prisma's engine left half applied is refused", async () => {
  await add(SECOND, 'SELECT 1/0;');
  await expect(deploy(database.url, { migrations })).rejects.toThrow();
  await expect(migrate(database.url, migrations)).rejects.toThrow(`Migration ${SECOND} failed earlier`);
});
