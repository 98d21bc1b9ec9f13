// Whether a final report is kept until the parts of others have come: asked of every share on a screen, so never by reading a whole table.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { heldReports } from '../../src/tasks/hold-queries.ts';
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

it('is found by indexes that hold nothing but what said so, among many messages of all kinds', async () => {
  const org = await city.org('Акимат', null, { type: 'akimat' });
  const deputy = await city.post(org, 'deputy');
  const rows = 5_000;
  await database.sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, person_id, subject_id, data, state, due_at, created_at)
     SELECT 'k:' || n, 1, CASE WHEN n % 3 = 0 THEN 'shares.missing' ELSE 'tasks.assigned' END, $1, $2, n, '{}', 'sent', $3, $3
     FROM generate_series(1, $4::int) n`,
    [deputy.chatId, deputy.personId, city.app.now(), rows],
  );
  await database.sql.query(
    `INSERT INTO undelivered (dedupe_key, kind, post_id, subject_id, data, reason, created_at)
     SELECT 'u:' || n || ':1', CASE WHEN n % 3 = 0 THEN 'shares.missing' ELSE 'tasks.assigned' END, $1, n, '{}', 'vacant', $2
     FROM generate_series(1, $3::int) n`,
    [deputy.postId, city.app.now(), rows],
  );
  await database.sql.query('ANALYZE');
  const plan = await planOf(database.db, Prisma.sql`SELECT 1 ${heldReports} AND r.participation_id = 6`);
  expect(plan).toContain('outgoing_message_missing');
  expect(plan).toContain('undelivered_missing');
  expect(plan).not.toMatch(/Seq Scan on (outgoing_message|undelivered)/);
});
