// The demo city as a whole: built by people and actions, with everything in it that a visitor is told to look at, and its tour.
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { findActor, findUnreached } from '../../src/org/queries.ts';
import { buildDemoCity } from '../../src/playground/city/city.ts';
import { MovingClock } from '../../src/playground/clock.ts';
import { startEmulator, type Emulator } from '../../src/playground/emulator/emulator.ts';
import { addGroups, findGroups } from '../../src/playground/groups.ts';
import { addPersonas, personaUser } from '../../src/playground/personas.ts';
import type { PersonaKey } from '../../src/playground/protocol.ts';
import { reviewQueue } from '../../src/reports/queries.ts';
import { startService, type Service } from '../../src/service.ts';
import { openParticipationsOf, overdueParticipations } from '../../src/tasks/list-queries.ts';
import { dayIn, timeIn, weekday } from '../../src/time.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const zone = 'Asia/Almaty';
const clock = new MovingClock(new Date('2026-11-24T05:00:00Z'));
let database: TestDatabase;
let emulator: Emulator;
let service: Service;
let app: App;
let client: { close: () => Promise<void> };

beforeAll(async () => {
  emulator = await startEmulator({ now: clock.now, limits: 'off' });
  addPersonas(emulator.world);
  addGroups(emulator.world);
  database = await testDatabase();
  const opened = openClient(database.url);
  client = opened;
  const env = { BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.url, TIME_ZONE: zone, ISSUE_UNDO_SECONDS: '5' };
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  app = createApp({ db: opened.db, config: readConfig(env), log, now: clock.now });
  service = await startService(app, { clockwork: false });
  const steps: number[] = [];
  await buildDemoCity({ app, service, emulator, clock, progress: (done, total) => steps.push(done / total) });
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toBe(1);
}, 400_000);
afterAll(async () => {
  await service?.stop();
  await client?.close();
  await emulator?.close();
  await database?.close();
});

const words = (key: PersonaKey): string => {
  const chat = emulator.world.privateChat(personaUser(emulator.world, key));
  return [...chat.messages.values()].map(({ message }) => message.text ?? message.caption ?? '').join('\n');
};
async function actorOf(key: PersonaKey) {
  const actor = await findActor(app, personaUser(emulator.world, key).id);
  if (!actor) throw new Error(`${key} has not joined`);
  return actor;
}

it('stands on the Thursday of the week at ten', () => {
  expect([dayIn(zone, clock.now()), timeIn(zone, clock.now())]).toEqual(['2026-11-26', '10:00']);
  expect(weekday('2026-11-26')).toBe(4);
});

it('was built without a fault of the bot, and the journal holds', async () => {
  expect(emulator.violations).toEqual([]);
  expect(await verifyJournal(app)).toEqual({ ok: true });
  const bad = await app.db.outgoingMessage.count({
    where: { state: { in: ['dead', 'unknown', 'planned', 'leased'] } },
  });
  // Nobody has written to the head who blocked the bot since.
  expect(bad).toBe(0);
});

it('has its schools, and heads who cannot be reached', async () => {
  expect(await app.db.organisation.count({ where: { type: { in: ['school', 'boarding'] } } })).toBe(353);
  const { total } = await findUnreached(app, { scopes: null });
  expect(total).toBeGreaterThan(100);
  expect(total).toBeLessThan(200);
  expect(await app.db.person.count({ where: { blockedAt: { not: null } } })).toBe(1);
});

it('shows every state of tasks, shares, reports and resolutions that exists so far', async () => {
  const states = async (rows: Promise<{ state: string }[]>) => new Set((await rows).map(({ state }) => state));
  const select = { state: true } as const;
  expect([...(await states(app.db.task.findMany({ select })))].sort()).toEqual(
    ['cancelled', 'closed', 'draft', 'in_progress', 'issued'].filter((state) => state !== 'issued'),
  );
  expect([...(await states(app.db.participation.findMany({ select })))].sort()).toEqual([
    'accepted',
    'acknowledged',
    'assigned',
    'returned',
    'submitted',
    'withdrawn',
  ]);
  expect([...(await states(app.db.resolution.findMany({ select })))].sort()).toEqual(['draft', 'on_control']);
  expect(await app.db.resolution.count({ where: { state: 'draft', sentAt: { not: null } } })).toBe(1);
  expect(await app.db.task.count({ where: { state: { not: 'draft' }, term: 'standing' } })).toBe(1);
  expect(await app.db.report.count({ where: { final: false } })).toBeGreaterThan(3);
  expect(await app.db.attachment.count()).toBeGreaterThan(20);
});

it('gives each school head what the persona stands for', async () => {
  const [first, second, third] = await Promise.all(
    (['school-first', 'school-second', 'school-third'] as const).map(async (key) => actorOf(key)),
  );
  const open = (await openParticipationsOf(app, first!)).filter(({ overdue }) => overdue);
  expect(open.map(({ number }) => number)).toEqual(['Т-1']);
  const returned = (await openParticipationsOf(app, second!)).filter(({ state }) => state === 'returned');
  expect(returned.map(({ number }) => number).sort()).toEqual(['1', 'Т-2']);
  expect(await openParticipationsOf(app, third!)).toEqual([]);
});

it('gives the deputy and the department something to review, and the deputy a resolution to adopt', async () => {
  expect((await reviewQueue(app, await actorOf('deputy'))).length).toBeGreaterThanOrEqual(2);
  expect((await reviewQueue(app, await actorOf('department'))).length).toBeGreaterThanOrEqual(1);
  expect((await overdueParticipations(app, await actorOf('deputy'))).length).toBeGreaterThan(50);
  expect(words('deputy')).toContain('Қысқы кезеңде мектептердің жұмысын ұйымдастыру туралы');
});

it('has digests of two Mondays, reminders in the group in both languages, and a guest who was told how to join', async () => {
  expect(words('subscriber').match(/Еженедельная сводка/g)).toHaveLength(2);
  const { heads, forum } = findGroups(emulator.world);
  const said = [...heads.messages.values()].map(({ message }) => message.text ?? '').join('\n');
  expect(said).toMatch(/№ 1/);
  expect(await app.db.outgoingMessage.count({ where: { kind: 'reminders.group', state: 'sent' } })).toBeGreaterThan(10);
  expect(forum.topics.size).toBe(8);
  expect(await app.db.place.count({ where: { unboundAt: null } })).toBe(9);
  expect(words('stranger').length).toBeGreaterThan(20);
});
