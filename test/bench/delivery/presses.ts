// The whole way of a durable press (de-duplication, read, write, journal, answer): of many people at once, and while the sender is busy.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd } from '../crowd.ts';
import { startBareBot, startBot, stopProcess } from '../processes.ts';
import type { Row } from '../row.ts';
import { type Ground, line, median, openGround, percentile } from './ground.ts';

const inFlight = 32;
const rounds = 8;
/** Presses of each person in a round. */
const each = 12;
/** Presses of each person before anything is measured: both bots have been compiled by then. */
const warmUp = 200;
/** Presses one after another, each so many milliseconds after the one before. */
const single = { count: 100, gap: 20, rounds: 4 };
const queued = 10_000;
/** People who are written to and press nothing. */
const others = 2_000;

/** As many heads of schools as press at once; `tasks` shares for each of them. Returns the ids of the shares of each person. */
async function fillTown(ground: Ground, tasks: number): Promise<Map<number, number[]>> {
  const { sql } = ground;
  await sql.query(`
    INSERT INTO organisation (code, name_kk, name_ru, type, path, root_id, created_at)
      SELECT 's' || n, '№ ' || n || ' мектеп', 'Школа № ' || n, 'school', '/1/' || n || '/', 1, now() FROM generate_series(1, ${inFlight}) n;
    INSERT INTO post (org_id, name_kk, name_ru, role, created_at)
      SELECT id, 'Мектеп директоры', 'Директор школы', 'school_head', now() FROM organisation;
    INSERT INTO chat (telegram_id, type, created_at) SELECT 1000 + n, 'private', now() FROM generate_series(1, ${inFlight}) n;
    INSERT INTO person (surname, given, locale, telegram_id, chat_id, consent_at, consent_version, created_at)
      SELECT 'Сынақов', 'Сынақ', 'ru', telegram_id, id, now(), 1, now() FROM chat;
    INSERT INTO chat (telegram_id, type, created_at) SELECT 5000 + n, 'private', now() FROM generate_series(1, ${others}) n;
    INSERT INTO appointment (person_id, post_id, from_day) SELECT p.id, po.id, '2020-01-01' FROM person p JOIN post po ON po.id = p.id;
    INSERT INTO task (number, state, headline, text_ru, root_org_id, issuer_post_id, controller_post_id, due, created_at, issued_at)
      SELECT 'Т-' || n, 'issued', 'Отремонтировать пандус', 'Отремонтировать пандус', 1, 1, 1, '2030-01-01', now(), now()
      FROM generate_series(1, ${tasks * inFlight}) n;
    INSERT INTO participation (task_id, post_id, position, force, state, first_due, due)
      SELECT id, 1 + id % ${inFlight}, 1, 'assignment', 'assigned', due, due FROM task;
    ANALYZE;`);
  const { rows } = await sql.query<{ person: string; ids: number[] }>(`
    SELECT p.telegram_id AS person, array_agg(s.id ORDER BY s.id) AS ids
    FROM participation s JOIN appointment a ON a.post_id = s.post_id JOIN person p ON p.id = a.person_id GROUP BY 1`);
  return new Map(rows.map(({ person, ids }) => [Number(person), ids]));
}

/** Everybody presses, and again as soon as the answer is there. Returns presses a second. */
async function pressTogether(crowd: Crowd, next: (person: number) => string, people: number[], count: number) {
  const began = performance.now();
  await Promise.all(
    people.map(async (person) => {
      for (let n = 0; n < count; n++) await crowd.press(person, next(person));
    }),
  );
  return (people.length * count * 1000) / (performance.now() - began);
}

/** Many at once beside a bare grammY bot; then one by one while messages leave and while none do. */
export async function presses(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const ground = await openGround();
  const [crowd, bare] = [await new Crowd().listen(), await new Crowd().listen()];
  const shares = await fillTown(ground, warmUp + rounds * each + single.count);
  const people = [...shares.keys()];
  const next = (person: number): string => `tasks.ack:${shares.get(person)?.shift()}`;
  const bot = startBot(crowd.url, dataDir, { DATABASE_URL: ground.url });
  const bareBot = startBareBot(bare.url);
  try {
    const plain = (): string => 'x:1';
    await pressTogether(crowd, next, people, warmUp);
    await pressTogether(bare, plain, people, warmUp);
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      rates.bare.push(await pressTogether(bare, plain, people, each * 4));
      rates.ours.push(await pressTogether(crowd, next, people, each));
    }
    await assertDone(ground, people.length * (warmUp + rounds * each));
    const busy = await whileSending(ground, crowd, next, people);
    return [
      line({
        name: `durable presses, ${inFlight} in flight / bare grammY answering`,
        value: median(rates.ours),
        reference: median(rates.bare),
        goal: '>= 0.30',
        unit: '/s',
      }),
      busy,
    ];
  } finally {
    await Promise.all([stopProcess(bot), stopProcess(bareBot)]);
    await Promise.all([crowd.close(), bare.close()]);
    await ground.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Every press has done what it says: a figure for less would be worth nothing. */
async function assertDone(ground: Ground, presses: number): Promise<void> {
  const { rows } = await ground.sql.query<{ shares: number; events: number; seen: number }>(`
    SELECT (SELECT count(*)::int FROM participation WHERE state = 'acknowledged') AS shares,
      (SELECT count(*)::int FROM journal_event WHERE verb = 'participations.acknowledged') AS events,
      (SELECT count(*)::int FROM seen_update) AS seen`);
  const { shares, events, seen } = rows[0] ?? { shares: 0, events: 0, seen: 0 };
  if (shares !== presses || events !== presses || seen < presses - inFlight)
    throw new Error(`${presses} presses left ${shares} shares, ${events} events and ${seen} seen updates`);
}

/** One press after another, with pauses as between people. Returns the milliseconds of each. */
async function pressSingly(crowd: Crowd, next: () => string, person: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < single.count; n++) {
    times.push(await crowd.press(person, next()));
    await sleep(single.gap);
  }
  return times;
}

async function whileSending(ground: Ground, crowd: Crowd, next: (person: number) => string, people: number[]) {
  const turn = people[Symbol.iterator]();
  const person = (): number => turn.next().value ?? 0;
  const times = { busy: [] as number[], idle: [] as number[] };
  for (let round = 0; round < single.rounds; round++) {
    const [first, second] = [person(), person()];
    times.idle.push(...(await pressSingly(crowd, () => next(first), first)));
    const before = crowd.sent;
    await queueMessages(ground);
    await sleep(1000);
    times.busy.push(...(await pressSingly(crowd, () => next(second), second)));
    if (crowd.sent - before < 50) throw new Error('the sender was not busy');
    await ground.sql.query(`DELETE FROM outgoing_message WHERE state = 'planned'`);
    await sleep(500);
  }
  const [value, reference] = [percentile(times.busy, 0.99), percentile(times.idle, 0.99)];
  const name = 'p99 of a press while 10,000 messages are being sent / idle';
  return line({ name, value, reference, goal: '<= 2', unit: 'ms' });
}

async function queueMessages({ sql }: Ground): Promise<void> {
  await sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, data, due_at, created_at)
     SELECT gen_random_uuid(), 2, 'telegram.answer', c.id, '{"html": "Ескерту", "keyboard": []}', now(), now()
     FROM chat c CROSS JOIN generate_series(1, $1::int / $2) n WHERE c.telegram_id > 5000`,
    [queued, others],
  );
}
