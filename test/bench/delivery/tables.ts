// What tables of a large city cost: the scan for due rows, the tick of the reminders, and writing a thousand messages.
import { claimRows } from '../../../src/outbox/claim.ts';
import { enqueue } from '../../../src/outbox/actions.ts';
import { remind } from '../../../src/reminders/job.ts';
import type { Row } from '../row.ts';
import { addChats, appOn, type Ground, line, median, openGround } from './ground.ts';

const rounds = 15;
const waiting = 10_000;
const [many, few] = [1_000_000, 10_000];

/** Small tables and large ones in two databases of their own, asked in turn. */
export async function tables(): Promise<Row[]> {
  const [small, large] = [await openGround(), await openGround()];
  try {
    const scan = await dueScan(small, large);
    const insert = await inserting(small);
    const tick = await reminding(small, large);
    return [...scan, insert, tick];
  } finally {
    await small.remove();
    await large.remove();
  }
}

/** First among sent rows, then where every row is still planned; what is taken is given back. */
async function dueScan(small: Ground, large: Ground): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, sent] of [
    ['10,000 of them planned', true],
    ['all of them planned', false],
  ] as const) {
    await fillOutbox(small, few, sent);
    await fillOutbox(large, many, sent);
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.large.push(await claim(large));
      times.small.push(await claim(small));
    }
    const [value, reference] = [median(times.large), median(times.small)];
    rows.push(
      line({ name: `due scan, 1,000,000 rows / 10,000, ${name}`, value, reference, goal: '<= 1.2', unit: 'ms' }),
    );
  }
  return rows;
}

async function fillOutbox(ground: Ground, count: number, sent: boolean): Promise<void> {
  await ground.sql.query('TRUNCATE outgoing_message CASCADE');
  await addChats(ground, 'private', 1000);
  await ground.sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, state, due_at, created_at, sent_at)
     SELECT 'm-' || n, 1 + n % 3, 'bench', (SELECT min(id) FROM chat) + n % 1000, CASE WHEN n > $2 THEN 'planned' ELSE 'sent' END,
       now() - interval '1 day' + n * interval '1 ms', now(), CASE WHEN n > $2 THEN NULL ELSE now() - interval '1 day' END
     FROM generate_series(1, $1::int) n`,
    [count, sent ? count - waiting : 0],
  );
  await ground.sql.query('VACUUM ANALYZE outgoing_message');
}

async function claim(ground: Ground): Promise<number> {
  const began = performance.now();
  const taken = await claimRows(ground.db, { owner: 'bench', now: new Date(), limit: 30, except: [] });
  const spent = performance.now() - began;
  if (taken.length !== 30) throw new Error(`${taken.length} rows were claimed`);
  await ground.sql.query(`UPDATE outgoing_message SET state = 'planned' WHERE state = 'leased'`);
  return spent;
}

async function inserting(ground: Ground): Promise<Row> {
  const [chatId = 0] = await addChats(ground, 'private', 1);
  const times = { ours: [] as number[], raw: [] as number[] };
  for (let round = 0; round < rounds * 2; round++) {
    const keys = Array.from({ length: 1000 }, (_, n) => `${round}-${n}`);
    await ground.sql.query('TRUNCATE outgoing_message CASCADE');
    times.ours.push(
      await timed(() =>
        enqueue(
          ground.app,
          keys.map((dedupeKey) => ({ kind: 'bench', chatId, dedupeKey, data: { n: 1 } })),
        ),
      ),
    );
    await ground.sql.query('TRUNCATE outgoing_message CASCADE');
    const now = new Date();
    times.raw.push(
      await timed(() =>
        ground.sql.query(
          `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, data, due_at, created_at)
           SELECT key, 1, 'bench', $2, data, $4, $4 FROM unnest($1::text[], $3::jsonb[]) AS v (key, data) ON CONFLICT DO NOTHING`,
          [keys, chatId, keys.map(() => '{"n":1}'), now],
        ),
      ),
    );
  }
  const [value, reference] = [median(times.ours), median(times.raw)];
  return line({ name: 'bulk insert of 1,000 messages / raw unnest', value, reference, goal: '<= 1.2', unit: 'ms' });
}

const city = `
  INSERT INTO organisation (code, name_kk, name_ru, type, path, root_id, created_at)
    SELECT 's' || n, '№ ' || n || ' мектеп', 'Школа № ' || n, 'school', '/1/' || n || '/', 1, now() FROM generate_series(1, 100) n;
  INSERT INTO post (org_id, name_kk, name_ru, role, created_at)
    SELECT id, 'Мектеп директоры', 'Директор школы', 'school_head', now() FROM organisation;`;

/** Of so many shares a thousand are due on the day; the others are done, or due next year. */
async function fillShares(ground: Ground, count: number): Promise<void> {
  await ground.sql.query(city);
  const client = await ground.sql.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO task (number, state, headline, text_ru, root_org_id, issuer_post_id, controller_post_id, due, created_at, issued_at)
     SELECT 'Т-' || n, (CASE WHEN n <= $1 / 200 THEN 'closed' ELSE 'in_progress' END)::task_state, 'Отремонтировать пандус', 'Отремонтировать пандус',
       1, 1, 1, '2027-12-01', '2026-11-01', '2026-11-02' FROM generate_series(1, $1::int / 100) n`,
    [count],
  );
  await client.query(
    `INSERT INTO participation (task_id, post_id, position, force, state, first_due, due)
     SELECT t.id, p.id, p.id, 'assignment', (CASE WHEN t.state = 'closed' THEN 'accepted' ELSE 'acknowledged' END)::participation_state,
       x.due, x.due FROM task t CROSS JOIN post p
     CROSS JOIN LATERAL (SELECT (CASE WHEN t.id > $1 / 100 - 10 THEN '2026-11-24' ELSE '2027-12-01' END)::date AS due) x`,
    [count],
  );
  client.release(true);
  await ground.sql.query('VACUUM ANALYZE');
}

async function reminding(small: Ground, large: Ground): Promise<Row> {
  await small.sql.query('TRUNCATE outgoing_message CASCADE');
  await large.sql.query('TRUNCATE outgoing_message CASCADE');
  await fillShares(small, few);
  await fillShares(large, many);
  const now = (): Date => new Date('2026-11-24T05:00:00Z');
  const tick = async (ground: Ground): Promise<number> => {
    const app = appOn(ground, {}, now);
    await ground.sql.query('TRUNCATE outgoing_message, notice CASCADE');
    const spent = await timed(() => remind(app));
    const { rows } = await ground.sql.query<{ n: number }>('SELECT count(*)::int AS n FROM notice');
    if ((rows[0]?.n ?? 0) < 1000) throw new Error(`the tick noted ${rows[0]?.n} steps`);
    return spent;
  };
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < 5; round++) {
    times.large.push(await tick(large));
    times.small.push(await tick(small));
  }
  const [value, reference] = [median(times.large), median(times.small)];
  const name = 'reminder tick, 1,000 due of 1,000,000 shares / of 10,000';
  return line({ name, value, reference, goal: '<= 1.5', unit: 'ms' });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
