// A year of reminders for 1,500 people on a moving clock: nothing outside working hours, nothing to the wrong person, every rung of the ladder once, one combined message a day.
import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { remind } from '../../src/reminders/job.ts';
import { addDays, dayToDb, type Day } from '../../src/time.ts';
import { City } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { buildYearCity, chance, issueTasks, type Share, type YearCity } from '../support/reminder-year.ts';
import { countStatements } from '../support/statements.ts';

/** The year, or the part of it that is named for a try. */
const first: Day = '2027-01-04';
const last: Day = process.env['REMINDERS_YEAR_UNTIL'] ?? '2027-12-30';
/** Moments of a day, in turn: at both ends of all hours, and in between. */
const turns = [
  ['07:55', '09:00', '10:00', '16:00'],
  ['08:00', '12:00', '18:00'],
  ['09:55', '16:30', '19:05'],
];
const calendar = createCalendar();
const random = chance(20_270_104);

/** The hours of each district's schools, as this test set them; the rest speaks 09:00-18:00. */
const hours: Record<number, [string, string]> = { 2: ['08:00', '17:00'], 3: ['10:00', '19:00'] };
/** The schools of district 5 have days off of their own, those of district 6 are not reminded in July. */
const quietDays = ['2027-03-25', '2027-03-26', '2027-11-04', '2027-11-05'];
const quiet = (district: number, day: Day): boolean =>
  (district === 5 && quietDays.includes(day)) || (district === 6 && day >= '2027-07-01' && day < '2027-08-01');

let database: TestDatabase;
let world: City;
let city: YearCity;
const shares = new Map<number, Share>();
const faults: string[] = [];
const figures = {
  shares: 0,
  ticks: 0,
  privates: 0,
  sameDay: 0,
  groups: 0,
  slowest: 0,
  spent: 0,
  statements: new Set<number>(),
};

beforeAll(async () => {
  database = await testDatabase();
  world = new City(database);
  city = await buildYearCity(world.app, random);
  const by = { changedAt: world.app.now(), changedById: 1 };
  await world.db.reminderPolicy.createMany({
    data: [
      { orgId: 12, speakFrom: '08:00', speakTo: '17:00', ...by },
      { orgId: 13, speakFrom: '10:00', speakTo: '19:00', ...by },
      { orgId: 14, daysBefore: [3, 1, 0], ...by },
      { orgId: 15, quietDays: quietDays.map(dayToDb), ...by },
      { orgId: 17, repeats: 'daily', ...by },
    ],
  });
}, 60_000);
afterAll(() => database.close());

type Sent = {
  id: number;
  personId: number | null;
  chatId: number;
  threadId: number | null;
  key: string;
  data: { steps?: string[]; parts?: { placeId: number; participationIds: number[] }[] };
};

test('a year of reminders', { timeout: 1_500_000 }, async () => {
  let issued: Day | null = null;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const working = calendar.isWorkingDay(day, 5) || calendar.isWorkingDay(day, 6);
    if (day === '2027-06-30') await quietUntilAugust();
    // A day lasts a third of a second here: the server's own housekeeping comes but once a minute.
    if (day.endsWith('-05') || day.endsWith('-20')) await world.db.$executeRaw`ANALYZE`;
    for (const time of working ? (turns[Number(day.slice(8)) % 3] ?? []) : ['10:00']) {
      world.at(`${day}T${time}`);
      await live(day, time);
      await tick(day, time);
      if (time < '09:55' || issued === day || !calendar.isWorkingDay(day, 5) || day >= '2027-12-01') continue;
      issued = day;
      for (const share of await issueTasks(world.app, city, day, { calendar, random })) shares.set(share.id, share);
    }
  }
  figures.shares = shares.size;
  await checkLadders();
  print();
  expect(faults.slice(0, 20)).toEqual([]);
  expect(faults).toHaveLength(0);
  // However many shares there are by then, a tick asks the same questions.
  expect(Math.max(...figures.statements)).toBeLessThanOrEqual(20);
});

async function quietUntilAugust(): Promise<void> {
  const data = { orgId: 16, quietUntil: dayToDb('2027-08-01'), changedAt: world.app.now(), changedById: 1 };
  await world.db.reminderPolicy.create({ data });
}

let lived = '';

/** What the executors do: acknowledge, get more time, hand in. */
async function live(day: Day, time: string): Promise<void> {
  const now = `${day}T${time}`;
  const before = lived;
  lived = now;
  const came = (moment: string): boolean => moment <= now && moment > before;
  const open = [...shares.values()].filter(({ doneAt, movedAt }) => doneAt > before || movedAt === day);
  const changes = open.flatMap((share) => {
    const state = came(share.doneAt) ? 'submitted' : came(share.acknowledgedAt) ? 'acknowledged' : null;
    const moved = share.movedAt === day && share.due !== share.movedTo;
    if (moved) share.due = share.movedTo;
    return state || moved ? [{ id: share.id, state, due: share.due }] : [];
  });
  if (changes.length === 0) return;
  await world.db.$executeRaw`
    UPDATE participation p SET state = coalesce(v.state::participation_state, p.state), due = v.due
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS v (id int, state text, due date) WHERE p.id = v.id`;
}

let seen = 0;
const said = new Map<string, number>();

async function tick(day: Day, time: string): Promise<void> {
  const began = performance.now();
  const { statements } = await countStatements(() => remind(world.app));
  const spent = performance.now() - began;
  figures.ticks += 1;
  figures.spent += spent;
  figures.slowest = Math.max(figures.slowest, spent);
  figures.statements.add(statements);
  const rows = await world.db.$queryRaw<Sent[]>`
    SELECT id::int AS id, person_id AS "personId", chat_id AS "chatId", thread_id AS "threadId", dedupe_key AS key, data
    FROM outgoing_message WHERE id > ${seen} ORDER BY id`;
  if (rows.length === 0) return;
  seen = rows.at(-1)?.id ?? seen;
  for (const row of rows) if (row.personId === null) checkGroup(row, day, time);
  for (const row of rows) if (row.personId !== null) checkPrivate(row, row.personId, day, time);
  await world.db
    .$executeRaw`UPDATE outgoing_message SET state = 'sent', sent_at = ${world.app.now()} WHERE state = 'planned'`;
}

const homes = new Map<number, { week: 5 | 6; district: number }>();
function homeOf(personId: number) {
  if (homes.size === 0) for (const { personId: id, org } of city.seats.values()) homes.set(id, org);
  return homes.get(personId) ?? { week: 5 as const, district: 0 };
}

/** Who is told of what concerns a post on this day. */
function holderOf(postId: number, day: Day): number | undefined {
  const acting = city.substitutions.find((one) => one.postId === postId && one.from <= day && day <= one.to);
  return acting?.personId ?? city.seats.get(postId)?.personId;
}

function checkPrivate({ key, data }: Sent, personId: number, day: Day, time: string): void {
  const { week, district } = homeOf(personId);
  const [from, to] = hours[district] ?? ['09:00', '18:00'];
  if (time < from || time >= to || !calendar.isWorkingDay(day, week) || quiet(district, day))
    faults.push(`outside working hours: person ${personId} ${day} ${time}`);
  const combined = key === `reminders.private:${personId}:${day}`;
  figures[combined ? 'privates' : 'sameDay'] += 1;
  said.set(key, (said.get(key) ?? 0) + 1);
  if ((said.get(key) ?? 0) > 1) faults.push(`twice: ${key}`);
  for (const step of data.steps ?? []) {
    const [id = '', name = ''] = step.split(/:(.*)/s);
    const share = shares.get(Number(id));
    if (!share || share.doneAt <= `${day}T${time}`) faults.push(`nothing owed: ${step} ${day}`);
    else if (holderOf(postFor(share, name), day) !== personId) faults.push(`wrong person: ${personId} ${step} ${day}`);
    if (!combined && name !== 'same-day') faults.push(`second message of a day: ${step} ${day}`);
  }
}

function postFor(share: Share, step: string): number {
  if (step === 'ladder-responsible') return share.responsiblePostId ?? 0;
  if (step === 'ladder-controller' || step === 'half-control') return share.controllerPostId ?? share.issuerPostId;
  return step === 'ladder-issuer' ? share.issuerPostId : share.postId;
}

function checkGroup({ chatId, threadId, data }: Sent, day: Day, time: string): void {
  figures.groups += 1;
  const key = `group:${chatId}:${threadId ?? 0}:${day}`;
  said.set(key, (said.get(key) ?? 0) + 1);
  if ((said.get(key) ?? 0) > 1) faults.push(`twice: ${key}`);
  for (const { placeId, participationIds } of data.parts ?? []) {
    const place = city.places.find(({ id }) => id === placeId);
    if (place?.chatId !== chatId) faults.push(`wrong group: ${placeId} ${day}`);
    const district = Number(place?.path.split('/')[2] ?? 10) - 10;
    const [from, to] = hours[district] ?? ['09:00', '18:00'];
    if (time < from || time >= to || !calendar.isWorkingDay(day, 5))
      faults.push(`group outside hours: ${placeId} ${day} ${time}`);
    for (const id of participationIds)
      if (!shares.get(id)?.orgPath.startsWith(place?.path ?? '-')) faults.push(`share of another part: ${id} ${day}`);
  }
}

/** Every share that stayed overdue long enough climbed each rung exactly once, and no other climbed any. */
async function checkLadders(): Promise<void> {
  const rows = await world.db.$queryRaw<{ id: number; due: Day; rung: string; heard: number; said: number }[]>`
    SELECT participation_id AS id, to_char(due, 'YYYY-MM-DD') AS due, substr(step, 8) AS rung, (count(*) FILTER (WHERE outcome IS NULL OR outcome = 'merged'))::int AS heard,
      (count(*) FILTER (WHERE message_id IS NOT NULL))::int AS said
    FROM notice WHERE step LIKE 'ladder-%' GROUP BY 1, 2, 3`;
  const climbed = new Map(rows.map((row) => [`${row.id}/${row.due}/${row.rung}`, row]));
  const rungs: [string, number, (share: Share) => boolean][] = [
    ['responsible', 1, ({ responsiblePostId }) => responsiblePostId !== null],
    ['controller', 3, () => true],
    ['issuer', 5, () => true],
  ];
  for (const share of shares.values()) {
    for (const [rung, after, has] of rungs) {
      const at = calendar.addWorkingDays(share.due, after, share.week);
      const row = climbed.get(`${share.id}/${share.due}/${rung}`);
      // Days off and quiet weeks of whoever is told may put it off for a while; a share that closes meanwhile needs no rung.
      const surely =
        share.binding && has(share) && addDays(at, 35) < share.doneAt.slice(0, 10) && addDays(at, 35) < last;
      const never = !share.binding || !has(share) || share.doneAt <= `${at}T00:00`;
      if (surely) ladder.expected += 1;
      if (surely && !row) faults.push(`no rung: ${share.id} ${rung} ${share.due}`);
      if (never && row) faults.push(`rung too early: ${share.id} ${rung} ${share.due}`);
      // Written down as unreachable and then heard by a substitute who can be reached: climbed once.
      if (row && row.heard > 1) faults.push(`rung ${row.heard} times: ${share.id} ${rung} ${share.due}`);
      if (row) ladder[row.said > 0 ? 'said' : 'silent'] += 1;
    }
  }
}
const ladder = { expected: 0, said: 0, silent: 0 };

function print(): void {
  const { spent, slowest, ticks: n, statements, ...counts } = figures;
  const line = {
    people: city.people,
    ...counts,
    ticks: n,
    secondsInTicks: Math.round(spent / 1000),
    cpuSeconds: Math.round(process.cpuUsage().user / 1e6),
    slowestTickMs: Math.round(slowest),
    statementsOfATick: [...statements].sort((a, b) => a - b),
    ladder,
    faults: faults.length,
  };
  process.stdout.write(`\n${JSON.stringify(line)}\n`);
  if (process.env['REMINDERS_YEAR_LOG'])
    appendFileSync(process.env['REMINDERS_YEAR_LOG'], `${JSON.stringify(line)}\n${faults.slice(0, 50).join('\n')}\n`);
}
