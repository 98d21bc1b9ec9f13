// The demo city as a visitor meets it, with few school heads: built by people and actions, and everything there that the tour speaks of.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { indicatorsFor, tableOf } from '../../src/indicators/queries.ts';
import { totalOf } from '../../src/indicators/rules.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { findActor, findUnreached } from '../../src/org/queries.ts';
import { findGroups } from '../../src/playground/groups.ts';
import { personaUser } from '../../src/playground/personas.ts';
import type { PersonaKey } from '../../src/playground/protocol.ts';
import { doStep, tourSteps } from '../../src/playground/tour.ts';
import { reportWords } from '../../src/playground/tour-words.ts';
import { problemsPage } from '../../src/problems/queries.ts';
import { everything } from '../../src/problems/rules.ts';
import { readReport } from '../../src/reading/report-words.ts';
import { reviewQueue } from '../../src/reports/review-queries.ts';
import { understandTask } from '../../src/tasks/draft-queries.ts';
import { openParticipationsOf, overdueParticipations } from '../../src/tasks/list-queries.ts';
import { dayIn, timeIn, weekday } from '../../src/time.ts';
import { builtCity, type BuiltCity, zone } from '../playground/city/built-city.ts';

let city: BuiltCity;
let app: App;

beforeAll(async () => {
  city = await builtCity(12);
  ({ app } = city);
}, 600_000);
afterAll(() => city?.close());

const words = (key: PersonaKey): string => {
  const chat = city.emulator.world.privateChat(personaUser(city.emulator.world, key));
  return [...chat.messages.values()].map(({ message }) => message.text ?? message.caption ?? '').join('\n');
};
async function actorOf(key: PersonaKey) {
  const actor = await findActor(app, personaUser(city.emulator.world, key).id);
  if (!actor) throw new Error(`${key} has not joined`);
  return actor;
}

it('stands on the Thursday of the week at ten', () => {
  expect([dayIn(zone, city.clock.now()), timeIn(zone, city.clock.now())]).toEqual(['2026-11-26', '10:00']);
  expect(weekday('2026-11-26')).toBe(4);
});

it('was built without a fault of the bot, and the journal holds', async () => {
  expect(city.emulator.violations).toEqual([]);
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
  expect(await app.db.person.count({ where: { blockedAt: { not: null } } })).toBe(1);
});

it('has programmes, and tasks that serve them', async () => {
  const count = (name: string) => app.db.task.count({ where: { programmes: { has: name } } });
  expect([await count('Таза Қазақстан'), await count('Адал азамат')]).toEqual([2, 3]);
  expect((await app.db.programme.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)).toEqual([
    'Таза Қазақстан',
    'Адал азамат',
  ]);
});

it('shows every state of tasks, shares, reports and resolutions that exists so far', async () => {
  const states = async (rows: Promise<{ state: string }[]>) => new Set((await rows).map(({ state }) => state));
  const select = { state: true } as const;
  expect([...(await states(app.db.task.findMany({ select })))].sort()).toEqual([
    'cancelled',
    'closed',
    'draft',
    'in_progress',
    'issued',
  ]);
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
  expect(await app.db.attachment.count()).toBeGreaterThan(10);
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
  expect((await overdueParticipations(app, await actorOf('deputy'))).total).toBeGreaterThan(50);
  expect(words('deputy')).toContain('Қысқы кезеңде мектептердің жұмысын ұйымдастыру туралы');
});

it('has digests of three Mondays, reminders in the group in both languages, and a guest who was told how to join', async () => {
  const subscriber = { chat: { telegramId: BigInt(personaUser(city.emulator.world, 'subscriber').id) } };
  expect(await app.db.outgoingMessage.count({ where: { kind: 'digests.weekly', state: 'sent', ...subscriber } })).toBe(
    3,
  );
  const { heads, forum } = findGroups(city.emulator.world);
  const said = [...heads.messages.values()].map(({ message }) => message.text ?? '').join('\n');
  expect(said).toMatch(/№ 1/);
  expect(await app.db.outgoingMessage.count({ where: { kind: 'reminders.group', state: 'sent' } })).toBeGreaterThan(10);
  expect(forum.topics.size).toBe(8);
  expect(await app.db.place.count({ where: { unboundAt: null } })).toBe(9);
  expect(words('stranger').length).toBeGreaterThan(20);
});

it('leads through the tour; a step is done when somebody has done it', async () => {
  const steps = await tourSteps(city.hands, 'ru');
  expect(steps.map(({ key }) => key)).toEqual([
    'issue',
    'report',
    'return',
    'correct',
    'accept',
    'adopt',
    'morning',
    'monday',
  ]);
  expect(steps.filter(({ done }) => done)).toEqual([]);
  for (const { key } of steps) {
    await doStep(city.hands, key, 'ru');
    const now = await tourSteps(city.hands, 'ru');
    expect(now.filter(({ done }) => done).map((step) => step.key)).toEqual(
      steps.slice(0, steps.findIndex((step) => step.key === key) + 1).map((step) => step.key),
    );
  }
  expect(city.emulator.violations).toEqual([]);
}, 600_000);

it.each(['kk', 'en'] as const)('proposes in %s words that the bot reads', async (language) => {
  const [step] = await tourSteps(city.hands, language);
  const say = step?.suggestion && 'say' in step.suggestion ? step.suggestion.say : '';
  const fields = await understandTask(app, await actorOf('deputy'), { words: say.replace('/task ', '') }, null);
  const post = await app.db.post.findFirstOrThrow({ where: { org: { code: 's12' } } });
  expect(fields).toMatchObject({ executorPostIds: [post.id], due: '2026-11-30', doubts: [] });
  const { first, second } = reportWords(language);
  expect([first, second].map((words) => readReport(words).kind)).toEqual(['final', 'final']);
});

it('compares what the districts were to do with what they did', async () => {
  const actor = await actorOf('department');
  const kept = await indicatorsFor(app, actor);
  const total = async (name: string, period: string) => {
    const indicator = kept.find(({ nameRu }) => nameRu.startsWith(name)) ?? expect.unreachable();
    return totalOf(indicator, await tableOf(app, actor, indicator, period));
  };
  expect(await total('Введено школ', '2025')).toMatchObject({ fact: 34 });
  expect(await total('Введено школ', '2026')).toMatchObject({ plan: 33, fact: 20, withoutNumber: 1 });
  expect(await total('Обновлено', '2026')).toMatchObject({ fact: 105 });
  expect(await total('Специалисты органов', '2026')).toMatchObject({ baseline: 303, fact: 1006, plan: 1383 });
  // A started five thousand counts in each district: 82, not the 80 of the city as a whole.
  expect(await total('Специалисты опеки по норме', '2026')).toMatchObject({ plan: 82, fact: 75 });
});

it('has a roadmap under way, an act that is being explained, numbers of schools and a working group with a vacancy', async () => {
  expect(await app.db.roadmap.findMany({ select: { state: true, version: true } })).toEqual([
    { state: 'approved', version: 1 },
  ]);
  expect(await app.db.milestone.count({ where: { doneAt: { not: null } } })).toBe(1);
  expect(await app.db.measureIndicator.count()).toBe(2);
  const { rows } = await problemsPage(app, await actorOf('deputy'), everything, { skip: 0, take: 6 });
  const told = rows.map(({ severity, targets }) => [severity, targets.map(({ plan, fact, met }) => [plan, fact, met])]);
  // Of the first district: one school short of the plan, all rooms done.
  expect(told).toEqual([
    [
      'critical',
      [
        [5, 4, false],
        [18, 18, true],
      ],
    ],
  ]);
  expect(await app.db.finding.count({ where: { explanationTaskId: { not: null } } })).toBe(4);
  expect(await app.db.collectionAnswer.count({ where: { supersededAt: null, number: { not: null } } })).toBeGreaterThan(
    1,
  );
  expect(await app.db.groupSeat.count({ where: { postId: null, endedAt: null } })).toBe(1);
});
