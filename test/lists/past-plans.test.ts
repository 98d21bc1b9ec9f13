// What was overdue weeks ago is found along indexes: a year of what was done in time, or taken away long before, costs nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { everOverdueSql } from '../../src/lists/past-queries.ts';
import { City } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { planOf } from '../support/plans.ts';

let database: TestDatabase;
let city: City;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
});
afterAll(() => database.close());

it('reads by an index what was accepted, what is open, and what was taken away since', async () => {
  const org = await city.org('Акимат', null, { type: 'akimat' });
  const deputy = await city.post(org, 'deputy');
  const now = city.app.now();
  await database.sql.query(
    `WITH made AS (
       INSERT INTO task (number, state, headline, text_ru, issuer_post_id, root_org_id, created_at, issued_at)
       SELECT 'Т-' || n, 'issued', 'Отчёт', 'Сдать отчёт', $1, $2, $3, $3 FROM generate_series(1, 20000) n RETURNING id, substr(number, 3)::int AS n)
     INSERT INTO participation (task_id, post_id, force, due, first_due, state, accepted_at, submitted_at, withdrawn_at, misaddressed_at)
     SELECT id, $1, 'assignment', $3::date - n % 400, $3::date - n % 400,
       (CASE WHEN n % 100 = 0 THEN 'assigned' WHEN n % 5 = 1 THEN 'withdrawn' WHEN n % 5 = 2 THEN 'misaddressed' ELSE 'accepted' END)::participation_state,
       CASE WHEN n % 100 <> 0 AND n % 5 IN (0, 3, 4) THEN $3::timestamptz - n % 400 * interval '1 day' END, NULL,
       CASE WHEN n % 5 = 1 THEN $3::timestamptz - n % 400 * interval '1 day' END,
       CASE WHEN n % 5 = 2 THEN $3::timestamptz - n % 400 * interval '1 day' END FROM made`,
    [deputy.postId, org.id, now],
  );
  await database.sql.query('ANALYZE');
  const weekAgo = new Date(now.getTime() - 7 * 24 * 3_600_000);
  const moment = { at: Prisma.sql`${weekAgo}`, day: Prisma.sql`${'2026-11-16'}::date`, time: Prisma.sql`${'09:00'}` };
  const plans = await Promise.all(
    everOverdueSql(city.app, weekAgo, moment).map(async ({ found }) =>
      planOf(database.db, Prisma.sql`SELECT p.id FROM participation p WHERE ${found}`),
    ),
  );
  const [accepted, open, gone] = plans;
  expect(accepted).toContain('participation_accepted');
  expect(open).toMatch(/Index.*Scan/);
  expect(gone).toContain('participation_withdrawn');
  expect(gone).toContain('participation_misaddressed');
  for (const plan of plans) expect(plan).not.toContain('Seq Scan');
});
