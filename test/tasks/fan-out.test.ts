// A task for all schools: a constant number of statements, counted by district in the database, a card of its own for each district's group.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, submitReport } from '../../src/reports/actions.ts';
import { reviewQueue } from '../../src/reports/review-queries.ts';
import { acknowledge, createDraft, issueTask, updateDraft } from '../../src/tasks/actions.ts';
import { card } from '../../src/tasks/messages.ts';
import { cardPlaces, partCounts } from '../../src/tasks/part-queries.ts';
import { cardView, shareViews, taskView, taskViewFor } from '../../src/tasks/queries.ts';
import { tasksRenderers } from '../../src/tasks/renderers.ts';
import { tally } from '../../src/tasks/tally-rules.ts';
import { City } from '../reminders/build.ts';
import { bindPlace, buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

let database: TestDatabase;
let app: City['app'];
let build: City;
let city: BulkCity;
let deputy: Actor;
let home: { placeId: number; chatId: number };

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  app = build.app;
  city = await buildBulkCity(app, { schools: 1000 });
  deputy = await actorOf(city.deputy);
  home = await bindPlace(app, { orgId: city.rootId, telegramId: -1001 });
}, 60_000);
afterAll(() => database.close());

async function actorOf(telegramId: number): Promise<Actor> {
  const actor = await findActor(app, telegramId);
  if (!actor) throw new Error('nobody');
  return actor;
}

async function draftFor(n: number): Promise<number> {
  const executorPostIds = city.heads.slice(0, n).map(({ postId }) => postId);
  const text = `Провести инвентаризацию ${n}`;
  const fields = { text, locale: 'ru' as const, fanOut: true, due: '2026-12-25', homePlaceId: home.placeId };
  return (await createDraft(app, deputy, { ...fields, executorPostIds })).taskId;
}

async function issuedFor(n: number): Promise<number> {
  const taskId = await draftFor(n);
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  return taskId;
}

async function report(taskId: number, school: number): Promise<number> {
  const { postId, telegramId } = city.heads[school] as BulkCity['heads'][number];
  const share = await app.db.participation.findFirstOrThrow({ where: { taskId, postId } });
  const content = { text: 'Выполнено', final: true, attachments: [], requestKey: `${taskId}:${school}` };
  const { reportId } = await submitReport(app, await actorOf(telegramId), { participationId: share.id, ...content });
  await app.db.report.update({ where: { id: reportId }, data: { undoUntil: null } });
  return reportId;
}

describe('a task for 12, 353 and 1,000 schools', () => {
  it('is drafted, changed and issued by the same few statements', async () => {
    // The first event opens the journal.
    await draftFor(1);
    const costs = [];
    for (const n of [12, 353, 1000]) {
      const { result: taskId, statements: drafting } = await countStatements(() => draftFor(n));
      const executorPostIds = city.heads.slice(0, n).map(({ postId }) => postId);
      const changed = await countStatements(() => updateDraft(app, deputy, { taskId, executorPostIds }));
      const issued = await countStatements(() => issueTask(app, deputy, { taskId, undoSeconds: 0 }));
      expect(issued.result).toMatchObject({ participations: n, unreached: 0 });
      const where = { kind: 'tasks.assigned', data: { path: ['taskId'], equals: taskId } };
      expect(await app.db.outgoingMessage.count({ where })).toBe(n);
      costs.push([drafting, changed.statements, issued.statements]);
    }
    const [few = []] = costs;
    expect(costs).toEqual([few, few, few]);
    expect(few[2]).toBeLessThanOrEqual(16);
  });
});

describe('the card of a task for many', () => {
  let taskId: number;
  beforeAll(async () => {
    taskId = await issuedFor(40);
    const shares = await app.db.participation.findMany({ where: { taskId }, orderBy: { position: 'asc' } });
    const states = ['acknowledged', 'submitted', 'returned', 'accepted', 'misaddressed', 'withdrawn'] as const;
    for (const [at, state] of states.entries()) {
      const ids = shares.slice(at * 4, at * 4 + 4).map(({ id }) => id);
      await app.db.participation.updateMany({ where: { id: { in: ids } }, data: { state } });
      const [first = 0, second = 0] = ids;
      const due = new Date('2026-11-20');
      await app.db.participation.update({
        where: { id: first },
        data: { due, inTime: state === 'accepted' ? false : null },
      });
      await app.db.participation.update({ where: { id: second }, data: { force: 'recommendation' } });
    }
  });

  it('counts in the database what the rules count', async () => {
    const whole = await taskView(app, taskId);
    const counted = await cardView(app, taskId);
    expect(counted?.participations).toEqual([]);
    expect(counted?.beside).toEqual(tally(app.zone, whole?.participations ?? [], app.now()));
    expect(counted?.beside).toMatchObject({ total: 36, overdue: 2, late: 1, bindingAccepted: 3 });
  });

  it('counts of a part only its own schools', async () => {
    const [district] = city.districts;
    const whole = await taskView(app, taskId);
    const own = whole?.participations.filter(({ post }) => post.org.path.startsWith(district?.path ?? '-')) ?? [];
    expect(own.length).toBeGreaterThan(3);
    expect((await cardView(app, taskId, district?.path))?.beside).toEqual(tally(app.zone, own, app.now()));
  });

  it('says how far each district is, in one line each', async () => {
    const parts = await partCounts(app, taskId);
    expect(parts).toHaveLength(8);
    expect(parts.reduce((sum, { total }) => sum + total, 0)).toBe(36);
    expect(parts.reduce((sum, { done }) => sum + done, 0)).toBe(8);
    const view = await cardView(app, taskId);
    const text = card({ app, calendar: createCalendar(), locale: 'ru' }, view as NonNullable<typeof view>, { parts });
    expect(text).toContain('Отчитались: 8 из 36');
    const [first] = parts;
    expect(text).toContain(`\n• Район 1: ${first?.done}/${first?.total}`);
    expect(text.match(/• Район/g)).toHaveLength(8);
    const one = card({ app, calendar: createCalendar(), locale: 'ru' }, view as NonNullable<typeof view>, {
      parts: parts.slice(0, 1),
    });
    expect(one).not.toContain('• Район');
  });

  it('shows a school head the own share, counts the others, and needs as few statements for many as for few', async () => {
    const head = await actorOf(city.heads[30]?.telegramId ?? 0);
    const view = await taskViewFor(app, head, taskId);
    expect(view?.participations.map(({ post }) => post.postId)).toEqual([city.heads[30]?.postId]);
    expect(view?.beside.total).toBe(35);
    expect((await taskViewFor(app, deputy, taskId))?.participations).toHaveLength(40);
    const ids = view?.participations.map(({ participationId }) => participationId) ?? [];
    const { result, statements } = await countStatements(() => shareViews(app, ids));
    expect(result[0]?.task.participations).toHaveLength(1);
    expect(statements).toBe(1);
  });
});

describe('the group of a district', () => {
  let taskId: number;
  let places: { placeId: number; chatId: number }[];
  beforeAll(async () => {
    const [first, second, third] = city.districts;
    places = [
      await bindPlace(app, { orgId: first?.orgId ?? 0, telegramId: -1002, languages: ['kk', 'ru'] }),
      await bindPlace(app, { orgId: second?.orgId ?? 0, telegramId: -1003, policy: 'notice' }),
    ];
    const gone = await bindPlace(app, { orgId: third?.orgId ?? 0, telegramId: -1004 });
    await app.db.place.update({ where: { id: gone.placeId }, data: { unboundAt: app.now() } });
    taskId = await issuedFor(24);
  });

  async function planned(): Promise<number[]> {
    const rows = await app.db.outgoingMessage.findMany({
      where: { kind: 'tasks.card', subjectId: taskId, state: 'planned' },
    });
    return rows.map(({ chatId }) => chatId).toSorted((a, b) => a - b);
  }
  async function shown(place: { placeId: number; chatId: number }, locales: ('kk' | 'ru')[]): Promise<string> {
    const data = { taskId, placeId: place.placeId };
    const row = { kind: 'tasks.card', subjectId: taskId, data, personId: null, chatId: place.chatId, livingKey: null };
    return (await tasksRenderers['tasks.card']?.(app, row, locales))?.text ?? '';
  }

  it('gets a card beside the home card; a district without a group gets none', async () => {
    expect(await planned()).toEqual([home, ...places].map(({ chatId }) => chatId).toSorted((a, b) => a - b));
    const named = await issuedFor(1);
    expect((await cardPlaces(app, [{ taskId: named }])).map(({ placeId }) => placeId)).toEqual([
      home.placeId,
      places[1]?.placeId,
    ]);
  });

  it('shows its own part only, by its policy and in its languages', async () => {
    expect(await shown(home, ['ru'])).toContain('• Район 8: 0/3');
    const own = await shown(places[0] as (typeof places)[number], ['kk', 'ru']);
    expect(own).toContain('Район 1\nИсполнителей: 3');
    expect(own).toContain('1 ауданы\n');
    expect(own).toContain('Отчитались: 0 из 3');
    expect(own).not.toContain('Район 2');
    const discreet = await shown(places[1] as (typeof places)[number], ['ru']);
    expect(discreet).toContain('Отчитались: 0 из 3');
    expect(discreet).not.toContain('инвентаризацию');
  });

  it('is told of its own schools only', async () => {
    await app.db.outgoingMessage.updateMany({ where: { kind: 'tasks.card' }, data: { state: 'sent' } });
    // School 8 (the eighth, counted from 1) lies in the first district.
    const share = await app.db.participation.findFirstOrThrow({
      where: { taskId, postId: city.heads[7]?.postId ?? 0 },
    });
    await acknowledge(app, await actorOf(city.heads[7]?.telegramId ?? 0), { participationId: share.id });
    expect(await planned()).toEqual([home.chatId, places[0]?.chatId ?? 0].toSorted((a, b) => a - b));
  });
});

describe('a report', () => {
  it('and its review cost the same statements among 12 schools and among 1,000', async () => {
    const cost: number[][] = [];
    const controller = await actorOf(city.controller);
    // The first report of the day plans the controller's list, the others find it planned.
    await report(await issuedFor(1), 0);
    for (const n of [12, 1000]) {
      const taskId = await issuedFor(n);
      const handed = await countStatements(() => report(taskId, 0));
      const queue = await countStatements(() => reviewQueue(app, controller));
      const mine = queue.result.find(({ report: { reportId } }) => reportId === handed.result);
      expect(mine?.task.participations).toHaveLength(1);
      const accepted = await countStatements(() =>
        acceptReport(app, controller, { reportId: handed.result, close: true }),
      );
      expect(accepted.result.closed).toBe(false);
      cost.push([handed.statements, queue.statements, accepted.statements]);
    }
    // Which living messages are planned already differs by a statement.
    for (const [at, few] of (cost[0] ?? []).entries()) expect(cost[1]?.[at]).toBeLessThanOrEqual(few + 1);
  });

  it('accepted as the last one closes the task by the same press', async () => {
    const taskId = await issuedFor(2);
    const controller = await actorOf(city.controller);
    const [first, second] = [await report(taskId, 0), await report(taskId, 1)];
    expect((await acceptReport(app, controller, { reportId: first, close: true })).closed).toBe(false);
    expect((await acceptReport(app, controller, { reportId: second, close: true })).closed).toBe(true);
  });
});
