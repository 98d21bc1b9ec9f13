// A task for all schools: the silent are reminded by hand once a working day, schools that join later are offered.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { acknowledge, closeTask, createDraft, issueTask } from '../../src/tasks/actions.ts';
import { fanOutRenderers } from '../../src/tasks/fan-out-renderers.ts';
import { addNewcomers, offerToJoin } from '../../src/tasks/newcomer-actions.ts';
import { nudgeSilent } from '../../src/tasks/nudge-actions.ts';
import { City } from '../reminders/build.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let build: City;
let app: City['app'];
let city: BulkCity;
let deputy: Actor;

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  app = build.app;
  city = await buildBulkCity(app, { schools: 16, districts: 2 });
  deputy = await actorOf(city.deputy);
}, 60_000);
afterAll(() => database.close());
beforeEach(() => build.at('2026-11-23T10:00'));

async function actorOf(telegramId: number): Promise<Actor> {
  const actor = await findActor(app, telegramId);
  if (!actor) throw new Error('nobody');
  return actor;
}
const headOf = (school: number) => city.heads[school] as BulkCity['heads'][number];
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );

async function issued(schools = city.heads, due = '2026-12-25'): Promise<number> {
  const fields = { text: 'Навести порядок', locale: 'ru' as const, fanOut: true, due };
  const { taskId } = await createDraft(app, deputy, {
    ...fields,
    executorPostIds: schools.map(({ postId }) => postId),
  });
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  return taskId;
}
async function shareOf(taskId: number, school: number): Promise<number> {
  return (await app.db.participation.findFirstOrThrow({ where: { taskId, postId: headOf(school).postId } })).id;
}
async function report(taskId: number, school: number, final: boolean): Promise<void> {
  const content = { text: 'Идёт', final, attachments: [], requestKey: `${taskId}:${school}` };
  const participationId = await shareOf(taskId, school);
  await submitReport(app, await actorOf(headOf(school).telegramId), { participationId, ...content });
}
const sent = (kind: string, subjectId: number) =>
  app.db.outgoingMessage.findMany({ where: { kind, subjectId }, orderBy: { id: 'asc' } });

describe('reminding the silent', () => {
  it('reaches those who have reported nothing, once a working day, and says whom it cannot reach', async () => {
    const taskId = await issued();
    await report(taskId, 0, true);
    await report(taskId, 1, false);
    await acknowledge(app, await actorOf(headOf(2).telegramId), { participationId: await shareOf(taskId, 2) });
    await app.db.person.update({ where: { telegramId: BigInt(headOf(3).telegramId) }, data: { blockedAt: app.now() } });
    expect(await nudgeSilent(app, deputy, { taskId })).toMatchObject({ told: 13, unreachable: 1, later: false });
    const reminded = async (school: number) => (await sent('tasks.nudge', await shareOf(taskId, school))).length;
    expect(await Promise.all([0, 1, 2, 3, 4].map(reminded))).toEqual([0, 0, 1, 0, 1]);
    expect(await refusal(nudgeSilent(app, await actorOf(city.controller), { taskId }))).toBe('tasks-nudged-already');
    build.at('2026-11-24T09:30');
    expect(await nudgeSilent(app, deputy, { taskId })).toMatchObject({ told: 13 });
    await app.db.person.updateMany({ data: { blockedAt: null } });
  });

  it('waits for the working morning, which counts as its day', async () => {
    const taskId = await issued();
    build.at('2026-11-27T19:00');
    const { at, later } = await nudgeSilent(app, deputy, { taskId });
    expect([at, later]).toEqual([build.instant('2026-11-30T09:00'), true]);
    const [row] = await sent('tasks.nudge', await shareOf(taskId, 5));
    expect(row).toMatchObject({ dueAt: at, lane: 2, state: 'planned' });
    build.at('2026-11-30T12:00');
    expect(await refusal(nudgeSilent(app, deputy, { taskId }))).toBe('tasks-nudged-already');
  });

  it('is no longer said to those who reported meanwhile', async () => {
    const taskId = await issued();
    await nudgeSilent(app, deputy, { taskId });
    const shown = async (school: number) => {
      const subjectId = await shareOf(taskId, school);
      const row = { kind: 'tasks.nudge', subjectId, data: {}, personId: null, chatId: 1, livingKey: null };
      return fanOutRenderers['tasks.nudge']?.(app, row, ['ru']);
    };
    expect((await shown(6))?.text).toContain('отчёт ещё не поступил');
    expect((await shown(6))?.keyboard?.flat().map(({ text }) => text)).toContain('Отправить отчёт');
    await report(taskId, 6, false);
    expect(await shown(6)).toBeNull();
  });

  it('is for those who decide, of a task on control in which somebody is silent', async () => {
    const taskId = await issued([headOf(0), headOf(1)]);
    expect(await refusal(nudgeSilent(app, await actorOf(headOf(5).telegramId), { taskId }))).toBe(
      'tasks-may-not-nudge',
    );
    await report(taskId, 0, true);
    await report(taskId, 1, true);
    expect(await refusal(nudgeSilent(app, deputy, { taskId }))).toBe('tasks-nobody-silent');
    await closeTask(app, deputy, { taskId, reason: 'Больше не нужно' });
    expect(await refusal(nudgeSilent(app, deputy, { taskId }))).toBe('tasks-closed-already');
  });
});

describe('a school added to the roster later', () => {
  let open: number;
  let ofDistrict: number;
  let past: number;
  let joined: number[];

  async function newSchool(name: string, district: number): Promise<number> {
    const { orgId, path } = city.districts[district] as BulkCity['districts'][number];
    const org = await build.org(name, { id: orgId, path });
    return (await build.post(org, 'school_head')).postId;
  }

  beforeAll(async () => {
    build.at('2026-11-23T10:00');
    open = await issued();
    ofDistrict = await issued(city.heads.filter((_, index) => index % 2 === 1));
    past = await issued(city.heads, '2026-11-24');
    build.at('2026-11-25T10:00');
    joined = [await newSchool('Школа новая', 0), await newSchool('Школа новейшая', 1)];
  });
  beforeEach(() => build.at('2026-11-25T10:00'));

  it('is known by the class its task was for', async () => {
    const rows = await app.db.task.findMany({ where: { id: { in: [open, ofDistrict] } }, orderBy: { id: 'asc' } });
    const types = ['school', 'boarding'];
    expect(rows.map(({ executorClass }) => executorClass)).toEqual([
      { types, path: `/${city.rootId}/` },
      { types, path: city.districts[0]?.path },
    ]);
  });

  it('is offered to the issuer once, all of a task in one message, in working hours', async () => {
    build.at('2026-11-25T20:00');
    await offerToJoin(app);
    expect(await sent('tasks.newcomers', open)).toHaveLength(0);
    build.at('2026-11-26T09:00');
    await offerToJoin(app);
    await offerToJoin(app);
    const [offer, ...more] = await sent('tasks.newcomers', open);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ personId: deputy.personId, data: { postIds: joined } });
    expect((await sent('tasks.newcomers', ofDistrict))[0]?.data).toMatchObject({ postIds: [joined[0]] });
    expect(await sent('tasks.newcomers', past)).toHaveLength(0);
    const row = {
      kind: 'tasks.newcomers',
      subjectId: open,
      data: { postIds: joined },
      personId: deputy.personId,
      chatId: 1,
      livingKey: null,
    };
    const shown = await fanOutRenderers['tasks.newcomers']?.(app, row, ['ru']);
    expect(shown?.text).toContain('• Школа новая\n• Школа новейшая');
    expect(shown?.keyboard?.flat().map(({ text }) => text)).toEqual(['Добавить в поручение: 2', 'Не нужно']);
  });

  it('is added by a press with the date of the task, and told; a second press adds nobody', async () => {
    const strangers = [...joined, headOf(0).postId];
    expect(
      await refusal(addNewcomers(app, await actorOf(headOf(1).telegramId), { taskId: open, postIds: joined })),
    ).toBe('tasks-may-not-add');
    expect(await addNewcomers(app, deputy, { taskId: open, postIds: strangers })).toMatchObject({
      added: 2,
      unreached: 0,
    });
    const shares = await app.db.participation.findMany({ where: { taskId: open, postId: { in: joined } } });
    expect(shares.map(({ force, state, due, role }) => [force, state, due?.toISOString().slice(0, 10), role])).toEqual([
      ['assignment', 'assigned', '2026-12-25', 'responsible'],
      ['assignment', 'assigned', '2026-12-25', 'responsible'],
    ]);
    expect(await sent('tasks.assigned', shares[0]?.id ?? 0)).toHaveLength(1);
    expect(await app.db.journalEvent.count({ where: { verb: 'tasks.joined', entityId: open } })).toBe(1);
    expect(await refusal(addNewcomers(app, deputy, { taskId: open, postIds: strangers }))).toBe('tasks-newcomers-none');
  });

  it('of a later batch is offered anew, to the controller where the issuer cannot be reached', async () => {
    const third = await newSchool('Школа третья', 0);
    await app.db.person.update({ where: { id: deputy.personId }, data: { blockedAt: app.now() } });
    build.at('2026-11-26T11:00');
    await offerToJoin(app);
    const offers = await sent('tasks.newcomers', open);
    expect(offers.map(({ data }) => data)).toMatchObject([{ postIds: joined }, { postIds: [third] }]);
    expect(offers[1]?.personId).toBe((await actorOf(city.controller)).personId);
    await app.db.person.update({ where: { id: deputy.personId }, data: { blockedAt: null } });
  });
});
