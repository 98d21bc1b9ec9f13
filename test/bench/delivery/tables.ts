// What tables of a large city cost: the scan for due rows, the tick of the reminders, and writing a thousand messages.
import type * as Actions from '../../../src/outbox/actions.ts';
import type * as Claim from '../../../src/outbox/claim.ts';
import type * as Reminders from '../../../src/reminders/job.ts';
import type { Row } from '../row.ts';
import { addChats, appOn, type Ground, line, median, onGround } from './ground.ts';

// What people run: tsx wraps every inner function to keep its name.
const { claimRows } = (await import('../../../dist/outbox/claim.js' as string)) as typeof Claim;
const { enqueue } = (await import('../../../dist/outbox/actions.js' as string)) as typeof Actions;
const { remind } = (await import('../../../dist/reminders/job.js' as string)) as typeof Reminders;
type NewMessage = Actions.NewMessage;

const rounds = 15;
const waiting = 10_000;
const [many, few] = [1_000_000, 10_000];

/** Due rows among ten thousand and among a million. */
export function scan(): Promise<Row[]> {
  return onBoth(dueScan);
}

/** The tick of the reminders over ten thousand shares and over a million. */
export function tick(): Promise<Row[]> {
  return onBoth(async (small, large) => [await reminding(small, large)]);
}

/** Planning a thousand messages. */
export function insert(): Promise<Row[]> {
  return onGround(async (ground) => [await inserting(ground)]);
}

/** Small tables and large ones in two databases of their own, asked in turn. */
function onBoth(measure: (small: Ground, large: Ground) => Promise<Row[]>): Promise<Row[]> {
  return onGround((small) => onGround((large) => measure(small, large)));
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
  const taken = await claimRows(ground.sql, { owner: 'bench', now: new Date(), limit: 30, except: [] });
  const spent = performance.now() - began;
  if (taken.length !== 30) throw new Error(`${taken.length} rows were claimed`);
  await ground.sql.query(`UPDATE outgoing_message SET state = 'planned' WHERE state = 'leased'`);
  return spent;
}

const columns =
  'dedupe_key, lane, kind, chat_id, thread_id, person_id, subject_id, data, living_key, due_at, expires_at, created_at, silent, resend';

/** The same rows once by the outbox and once by the cheapest statement that can write them: one array for each column. */
async function inserting(ground: Ground): Promise<Row> {
  const people = await addPeople(ground, 1000);
  const times = { ours: [] as number[], raw: [] as number[] };
  for (let round = 0; round < rounds * 4; round++) {
    const messages = people.map(({ chatId, personId }, n) => ({
      kind: 'tasks.assigned',
      chatId,
      personId,
      subjectId: n,
      data: { taskId: 7, participationId: n },
      dedupeKey: `tasks.assigned:${round}:${n}:${chatId}`,
      resend: true,
    }));
    const measures = {
      ours: () => enqueue(ground.app, messages),
      raw: () => insertRaw(ground, messages),
    };
    for (const name of round % 2 === 0 ? (['ours', 'raw'] as const) : (['raw', 'ours'] as const)) {
      await ground.sql.query('TRUNCATE outgoing_message CASCADE');
      times[name].push(await timed(measures[name]));
    }
  }
  const [value, reference] = [median(times.ours), median(times.raw)];
  return line({ name: 'bulk insert of 1,000 messages / raw unnest', value, reference, goal: '<= 1.2', unit: 'ms' });
}

async function addPeople(ground: Ground, count: number): Promise<{ chatId: number; personId: number }[]> {
  await addChats(ground, 'private', count);
  const { rows } = await ground.sql.query<{ chatId: number; personId: number }>(
    `INSERT INTO person (surname, given, locale, telegram_id, chat_id, created_at)
     SELECT 'Сынақов', 'Сынақ', 'ru', telegram_id, id, now() FROM chat RETURNING id AS "personId", chat_id AS "chatId"`,
  );
  return rows;
}

function insertRaw({ sql }: Ground, messages: Required<Pick<NewMessage, RawField>>[]): Promise<unknown> {
  const [now, nothing] = [new Date(), messages.map(() => null)];
  const each = <F extends RawField>(field: F) => messages.map((message) => message[field]);
  return sql.query(
    `INSERT INTO outgoing_message (${columns})
     SELECT ${columns} FROM unnest($1::text[], $2::int2[], $3::text[], $4::int4[], $5::int4[], $6::int4[], $7::int4[], $8::jsonb[], $9::text[],
       $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::bool[], $14::bool[]) AS v (${columns}) ON CONFLICT DO NOTHING`,
    [
      each('dedupeKey'),
      messages.map(() => 1),
      each('kind'),
      each('chatId'),
      nothing,
      each('personId'),
      each('subjectId'),
      messages.map(({ data }) => JSON.stringify(data)),
      nothing,
      messages.map(() => now),
      nothing,
      messages.map(() => now),
      messages.map(() => false),
      each('resend'),
    ],
  );
}

type RawField = 'dedupeKey' | 'kind' | 'chatId' | 'personId' | 'subjectId' | 'data' | 'resend';

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
