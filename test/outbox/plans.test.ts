// How PostgreSQL finds the rows of the sender's statements: by their numbers, whatever the table holds and whatever it believes to be in it.
import type { QueryConfig } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimRows, type ClaimedRow, ending, nextRows, startSending } from '../../src/outbox/claim.ts';
import { rowsOf, type Statements } from '../../src/outbox/statements.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const rows = 10_000;
let database: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  const { sql } = database;
  await sql.query(
    `INSERT INTO chat (telegram_id, type, created_at) SELECT n, 'private', $2 FROM generate_series(1, $1::int) n`,
    [rows, now],
  );
  await sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, state, due_at, created_at)
     SELECT 'k' || c.id || s, 1, 'note', c.id, s, $1, $1 FROM chat c, unnest('{planned,sent}'::text[]) s`,
    [now],
  );
  await sql.query('ANALYZE');
});
afterAll(() => database.close());

it.each([1, 30, 1000])('the statements for %i rows read no whole table, and move just these', async (limit) => {
  const plans: string[] = [];
  const explaining = {
    query: async (asked: QueryConfig) => {
      const { rows } = await database.sql.query<object>({ ...asked, text: `EXPLAIN ${asked.text}` });
      plans.push(rows.map((line) => Object.values(line).join('')).join('\n'));
      return database.sql.query(asked);
    },
  } as unknown as Statements;
  const claimed: ClaimedRow[] = await claimRows(explaining, { owner: 'me', now, limit, except: [1] });
  expect(claimed).toHaveLength(limit);
  expect(await startSending(explaining, claimed, now)).toEqual(claimed.map(() => true));
  const sent = { state: 'sent', messageId: 7n, contentHash: 'h', sentAt: now } as const;
  await rowsOf(explaining, ending(claimed.map((row) => ({ row, ending: sent }))));
  await nextRows(explaining, [2, 3]);
  expect(plans).toHaveLength(4);
  for (const plan of plans) expect(plan).not.toContain('Seq Scan on outgoing_message');
  const { rows: moved } = await database.sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outgoing_message WHERE sent_at = $1 AND lease_epoch = 1`,
    [now],
  );
  expect(moved).toEqual([{ n: [1, 30, 1000].filter((each) => each <= limit).reduce((sum, each) => sum + each, 0) }]);
});
