// The ledger of one task is found by indexes, however many messages there are.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { countOutcomes, ledgerEntries } from '../../src/delivery/queries.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { City } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const rows = 5_000;
let database: TestDatabase;
let city: City;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
});
afterAll(() => database.close());

/** The same app, whose statements are explained in place of being run; the plans are gathered. */
function explaining(app: App, plans: string[]): App {
  const db = new Proxy(app.db, {
    get: (target, key) =>
      key !== '$queryRaw'
        ? (Reflect.get(target, key) as unknown)
        : async (words: TemplateStringsArray, ...values: unknown[]) => {
            const statement = Prisma.sql(words, ...values);
            const plan = await target.$queryRaw<object[]>`EXPLAIN ${statement}`;
            plans.push(plan.map((line) => Object.values(line).join('')).join('\n'));
            return [];
          },
  });
  return { ...app, db };
}

it('reads no whole table of messages for one task, and finds all of them', async () => {
  const org = await city.org('Акимат', null, { type: 'akimat' });
  const deputy = await city.post(org, 'deputy');
  const { taskId, number } = await city.task(deputy, [deputy], '2026-12-25');
  await database.sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, person_id, data, state, due_at, created_at)
     SELECT 'k' || n, 1, 'tasks.assigned', $1, $2, jsonb_build_object('taskId', $3::int + n / 3), 'sent', $4, $4
     FROM generate_series(0, $5::int - 1) n`,
    [deputy.chatId, deputy.personId, taskId, city.app.now(), rows],
  );
  await database.sql.query(
    `INSERT INTO undelivered (dedupe_key, kind, post_id, data, reason, created_at)
     SELECT 'u' || n, 'tasks.assigned', $1, jsonb_build_object('taskId', $2::int + n), 'vacant', $3 FROM generate_series(0, $4::int - 1) n`,
    [deputy.postId, taskId, city.app.now(), rows],
  );
  await database.sql.query('ANALYZE');
  const filter = { scopes: [org.path], since: new Date(0), numbers: [number], steps: 'said' as const };
  const plans: string[] = [];
  await countOutcomes(explaining(city.app, plans), filter);
  await ledgerEntries(explaining(city.app, plans), filter, { take: 10 });
  expect(plans).toHaveLength(2);
  for (const plan of plans) {
    expect(plan).toContain('outgoing_message_of_task');
    expect(plan).toContain('undelivered_of_task');
    expect(plan).not.toMatch(/Seq Scan on (outgoing_message|undelivered)/);
  }
  expect(await countOutcomes(city.app, filter)).toMatchObject({ sent: 3, unreachable: 1 });
});
