// The ledger of one task is found by indexes, however many messages there are.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { countOutcomes, ledgerEntries } from '../../src/delivery/queries.ts';
import { outcomes } from '../../src/delivery/rules.ts';
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

/** Endings as the sender writes them and as Telegram words them, each once. */
const endings: [string, string | null][] = [
  ['planned', null],
  ['leased', null],
  ['sending', null],
  ['sent', null],
  ['sent', 'as plain text'],
  ['unknown', 'the sender died'],
  ['unknown', '502 Bad Gateway'],
  ['cancelled', 'expired'],
  ['cancelled', 'replaced'],
  ['cancelled', 'no longer stands'],
  ['cancelled', 'the chat is gone'],
  ['dead', 'the renderer failed'],
  ['dead', 'the sender died too often'],
  ['dead', '400 Bad Request: BUTTON_DATA_INVALID'],
  ['dead', '403 Forbidden: bot was blocked by the user'],
  ['dead', '403 Forbidden: user is deactivated'],
  ['dead', '403 Forbidden: bot was kicked from the supergroup chat'],
  ['dead', '403 Forbidden: bot is not a member of the channel chat'],
  ['dead', '400 Bad Request: chat not found'],
  ['dead', '400 Bad Request: user not found'],
  ['dead', '400 Bad Request: PEER_ID_INVALID'],
  ['dead', '400 Bad Request: TOPIC_CLOSED'],
  ['dead', '400 Bad Request: message thread not found'],
  ['dead', '400 Bad Request: not enough rights to send text messages to the chat'],
  ['dead', '400 Bad Request: have no rights to send a message'],
  ['dead', '400 Bad Request: CHAT_WRITE_FORBIDDEN'],
  ['dead', '400 Bad Request: CHAT_RESTRICTED'],
];

it('has one outcome for every ending there is, the same in its counts, its lists and its words', async () => {
  const since = new Date('2027-05-01T00:00:00Z');
  const org = await city.org('Другой акимат', null, { type: 'akimat' });
  const { chatId, personId } = await city.post(org, 'deputy');
  await city.db.outgoingMessage.createMany({
    data: endings.map(([state, outcome], n) => ({
      dedupeKey: `ending-${n}`,
      lane: 1,
      kind: 'tasks.assigned',
      chatId: chatId ?? 0,
      personId,
      state,
      outcome,
      dueAt: since,
      createdAt: since,
    })),
  });
  const filter = { scopes: null, since };
  const counts = await countOutcomes(city.app, filter);
  const entries = await ledgerEntries(city.app, filter, { take: 100 });
  expect(entries).toHaveLength(endings.length);
  for (const outcome of outcomes) {
    const told = entries.filter((entry) => entry.outcome === outcome).length;
    expect(told, outcome).toBeGreaterThan(0);
    expect(counts[outcome], outcome).toBe(told);
    expect(await ledgerEntries(city.app, { ...filter, outcome }, { take: 100 }), outcome).toHaveLength(told);
  }
});
