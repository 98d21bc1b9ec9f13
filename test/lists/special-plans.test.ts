// Looking for special control by its name reads no text of a task: the words are found by their index, the mark is a column.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { matchesShare } from '../../src/tasks/find-queries.ts';
import { readFind } from '../../src/tasks/find-rules.ts';
import { City } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { planOf } from '../support/plans.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const org = await new City(database).org('Акимат', null, { type: 'akimat' });
  await database.sql.query(
    `INSERT INTO task (number, state, headline, text_ru, root_org_id, special_control, created_at, issued_at)
     SELECT 'Т-' || n, 'issued', 'Отчёт', 'Сдать отчёт ' || n, $1, n % 500 = 0, now(), now() FROM generate_series(1, 20000) n`,
    [org.id],
  );
  await database.sql.query('ANALYZE');
});
afterAll(() => database.close());

it.each(['особый контроль', 'ерекше бақылау', 'special control'])('%s', async (words) => {
  const find = readFind(words) ?? expect.unreachable();
  const plan = await planOf(
    database.db,
    Prisma.sql`SELECT p.id FROM participation p JOIN task t ON t.id = p.task_id
    WHERE ${matchesShare(find)}`,
  );
  expect(plan).toContain('task_words_idx');
  const read = plan.split('\n').filter((line) => line.includes('Filter:') && line.includes('task_words('));
  expect(read).toEqual([]);
});
