// Series at work: who takes part from period to period, how a series ends, what resolutions and the quality gate make of many.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { endSeries, openPeriods } from '../../src/periods/actions.ts';
import { seriesPanel } from '../../src/periods/queries.ts';
import { openPartsOf } from '../../src/shares/queries.ts';
import { pauseTask, setTaskPolicy } from '../../src/reminders/policy-actions.ts';
import { replaceExecutor } from '../../src/shares/replace-actions.ts';
import { cancelTask, createDraft, issueResolutionTasks, issueTask } from '../../src/tasks/actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { warningsFor } from '../../src/tasks/gate-queries.ts';
import { addNewcomers, offerToJoin } from '../../src/tasks/newcomer-actions.ts';
import { taskView, taskViews } from '../../src/tasks/queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

let database: TestDatabase;
let build: City;
let app: City['app'];
let deputy: Actor;
let heads: PostBuilt[];

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  app = build.app;
  const city = await build.org('Акимат', null, { type: 'akimat' });
  deputy = await build.actor(await build.post(city, 'deputy'));
  heads = [];
  for (let n = 1; n <= 40; n += 1) heads.push(await build.post(await build.org(`Школа ${n}`, city), 'school_head'));
}, 60_000);
afterAll(() => database.close());

const head = (n: number): PostBuilt => heads[n] as PostBuilt;

async function series(executors: PostBuilt[], recurrence: string, due: string): Promise<number> {
  const executorPostIds = executors.map(({ postId }) => postId);
  const fields = { text: `Представить отчёт ${recurrence}`, locale: 'ru' as const, due, recurrence, executorPostIds };
  const { taskId } = await createDraft(app, deputy, fields);
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  return taskId;
}
const instances = (seriesId: number) =>
  app.db.task.findMany({ where: { seriesId }, include: { participations: true }, orderBy: { id: 'asc' } });

describe('who takes part', () => {
  it('follows the last period: who was withdrawn leaves, who came in stays, a closed post is left out', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(0), head(1), head(2)], 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    const [first] = await instances(id);
    const gone = first?.participations.find(({ postId }) => postId === head(1).postId);
    await app.db.participation.update({ where: { id: gone?.id ?? 0 }, data: { state: 'withdrawn' } });
    await app.db.participation.create({
      data: {
        taskId: first?.id ?? 0,
        postId: head(3).postId,
        position: 9,
        force: 'assignment',
        replacesId: gone?.id ?? 0,
      },
    });
    await app.db.post.update({ where: { id: head(2).postId }, data: { closedAt: app.now() } });
    build.at('2026-11-30T09:30');
    await openPeriods(app);
    const second = (await instances(id)).at(-1);
    expect(second?.participations.map(({ postId }) => postId)).toEqual([head(0).postId, head(3).postId]);
    expect(second).toMatchObject({
      number: `${(await taskView(app, id))?.number}/2`,
      period: '2026-W49',
      state: 'issued',
    });
    const left = await app.db.seriesShare.findMany({ where: { taskId: id, endedOn: { not: null } } });
    expect(left.map(({ postId }) => postId).sort()).toEqual([head(1).postId, head(2).postId].sort());
    const event = await app.db.journalEvent.findFirstOrThrow({
      where: { verb: 'tasks.issued' },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toMatchObject({ seriesId: id, joined: [head(3).postId] });
    expect(event.actorPersonId).toBeNull();
  });
});

describe('reminders of a periodic task', () => {
  it('are set for a period alone, and of an urgent one the deputy is told once', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(35)], 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    await expect(pauseTask(app, deputy, { taskId: id, until: '2026-12-01' })).rejects.toThrow('reminders-series');
    const change = { repeats: 'none' as const };
    await expect(setTaskPolicy(app, deputy, { taskId: id, change })).rejects.toThrow('reminders-series');
    const [first] = await instances(id);
    expect(await pauseTask(app, deputy, { taskId: first?.id ?? 0, until: '2026-12-01' })).toMatchObject({
      changed: true,
    });
    expect(first?.raisedAt).toBeNull();
    const raisedAt = app.now();
    await app.db.task.update({ where: { id: first?.id ?? 0 }, data: { raisedAt } });
    build.at('2026-11-30T09:30');
    await openPeriods(app);
    expect((await instances(id)).map((one) => one.raisedAt)).toEqual([raisedAt, raisedAt]);
  });
});

describe('another executor in one period', () => {
  const posts = async (id: number): Promise<number[]> =>
    ((await instances(id)).at(-1)?.participations ?? [])
      .filter(({ state }) => state !== 'withdrawn')
      .map((one) => one.postId);
  const give = async (id: number, from: number, to: number, span: 'period' | 'onwards'): Promise<void> => {
    const share = (await instances(id)).at(-1)?.participations.find(({ postId }) => postId === head(from).postId);
    const asked = { participationId: share?.id ?? 0, postId: head(to).postId, reason: 'Болезнь директора', span };
    await replaceExecutor(app, deputy, asked);
  };
  const told = async () =>
    (
      await app.db.journalEvent.findFirstOrThrow({
        where: { verb: 'participations.replaced' },
        orderBy: { id: 'desc' },
      })
    ).data;
  const next = async (day: string): Promise<void> => {
    build.at(`${day}T09:30`);
    await openPeriods(app);
  };

  it('stands in for that period alone, or has it from then on in the place of the first; the event says which', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(30), head(31)], 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    await give(id, 30, 32, 'period');
    expect(await told()).toMatchObject({ seriesId: id, span: 'period' });
    await give(id, 32, 33, 'period');
    expect((await posts(id)).sort()).toEqual([head(31).postId, head(33).postId].sort());
    await next('2026-11-30');
    expect(await posts(id)).toEqual([head(30).postId, head(31).postId]);
    // Whoever stood in gives it on for good: the one they stood in for leaves.
    await give(id, 30, 32, 'period');
    await give(id, 32, 34, 'onwards');
    expect(await told()).toMatchObject({ seriesId: id, span: 'onwards', left: head(30).postId });
    for (const day of ['2026-12-07', '2026-12-14']) {
      await next(day);
      expect(await posts(id)).toEqual([head(34).postId, head(31).postId]);
    }
    const shares = await app.db.seriesShare.findMany({
      where: { taskId: id, endedOn: null },
      orderBy: { position: 'asc' },
    });
    expect(shares.map(({ postId, role }) => [postId, role])).toEqual([
      [head(34).postId, 'responsible'],
      [head(31).postId, 'co_executor'],
    ]);
  });
});

describe('a school that joins a class later', () => {
  it('is offered once, takes no part unasked, and every period from the one it was added to', async () => {
    build.at('2026-11-23T10:00');
    const id = await series(heads.slice(14, 16), 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    const [city] = await app.db.organisation.findMany({ where: { type: 'akimat' } });
    const executorClass = { types: ['school'], path: city?.path ?? '' };
    const marks = { fanOut: true, executorClass };
    await app.db.task.updateMany({ where: { OR: [{ id }, { seriesId: id }] }, data: marks });
    build.at('2026-11-24T10:00');
    const at = { id: city?.id ?? 0, path: city?.path ?? '' };
    const wanted = await build.post(await build.org('Школа новая', at), 'school_head');
    const unwanted = await build.post(await build.org('Школа иная', at), 'school_head');
    const offered = async () => {
      await offerToJoin(app);
      const ids = (await instances(id)).map(({ id }) => id);
      return app.db.outgoingMessage.findMany({ where: { kind: 'tasks.newcomers', subjectId: { in: ids } } });
    };
    expect(await offered()).toMatchObject([{ data: { postIds: [wanted.postId, unwanted.postId] } }]);
    const [first] = await instances(id);
    await addNewcomers(app, deputy, { taskId: first?.id ?? 0, postIds: [wanted.postId] });
    for (const day of ['2026-11-30', '2026-12-07']) {
      build.at(`${day}T09:30`);
      await openPeriods(app);
      const posts = (await instances(id)).at(-1)?.participations.map(({ postId }) => postId);
      expect(posts).toEqual([head(14).postId, head(15).postId, wanted.postId]);
      expect(await offered()).toHaveLength(1);
    }
  });

  it('is offered for the next period where the open one is over for it', async () => {
    build.at('2026-11-24T15:00');
    const id = await series(heads.slice(16, 18), 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    const [city] = await app.db.organisation.findMany({ where: { type: 'akimat' } });
    const executorClass = { types: ['school'], path: city?.path ?? '' };
    await app.db.task.updateMany({ where: { OR: [{ id }, { seriesId: id }] }, data: { fanOut: true, executorClass } });
    build.at('2026-11-28T10:00');
    const at = { id: city?.id ?? 0, path: city?.path ?? '' };
    const late = await build.post(await build.org('Школа поздняя', at), 'school_head');
    build.at('2026-11-30T09:30');
    await offerToJoin(app);
    await openPeriods(app);
    await offerToJoin(app);
    const ids = (await instances(id)).map(({ id }) => id);
    const offers = await app.db.outgoingMessage.findMany({
      where: { kind: 'tasks.newcomers', subjectId: { in: ids } },
    });
    expect(offers).toMatchObject([{ subjectId: ids.at(-1), data: { postIds: [late.postId] } }]);
  });
});

describe('a periodic task that is put right', () => {
  it('gives its new words to the open period, whose executors hear; its dates stay those of the rule', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(18)], 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    const [period] = await instances(id);
    await app.db.outgoingMessage.updateMany({ where: { kind: 'tasks.assigned' }, data: { state: 'sent' } });
    const correct = { taskId: id, reason: 'Уточнение' };
    await expect(correctTask(app, deputy, { ...correct, due: '2027-06-04' })).rejects.toThrow('periods-date-by-rule');
    await correctTask(app, deputy, { ...correct, text: 'Представить отчёт о посещаемости' });
    expect(await instances(id)).toMatchObject([{ id: period?.id, textRu: 'Представить отчёт о посещаемости' }]);
    const subjectId = period?.participations[0]?.id ?? 0;
    expect(await app.db.outgoingMessage.count({ where: { kind: 'tasks.corrected', subjectId } })).toBe(1);
    const events = await app.db.journalEvent.findMany({ where: { verb: 'tasks.corrected' }, orderBy: { id: 'asc' } });
    expect(events.map(({ entityId }) => entityId)).toEqual([id, period?.id]);
  });
});

describe('the end of a series', () => {
  it('comes by itself with its last period, when that is done', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(5)], 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261204', '2026-11-27');
    build.at('2026-11-30T09:30');
    await openPeriods(app);
    build.at('2026-12-14T09:30');
    await openPeriods(app);
    const all = await instances(id);
    expect(all.map(({ period }) => period)).toEqual(['2026-W48', '2026-W49']);
    expect((await taskView(app, id))?.state).toBe('issued');
    await app.db.task.updateMany({ where: { seriesId: id }, data: { state: 'closed' } });
    await openPeriods(app);
    expect((await taskView(app, id))?.state).toBe('closed');
    expect(await app.db.journalEvent.count({ where: { verb: 'periods.finished', entityId: id } })).toBe(1);
  });

  it('by decision needs a reason and is given once, whoever else presses meanwhile; open periods stay', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(6)], 'FREQ=MONTHLY;BYMONTHDAY=25', '2026-11-25');
    await expect(endSeries(app, deputy, { taskId: id, reason: ' ' })).rejects.toThrow('tasks-reason-needed');
    const presses = await Promise.allSettled(
      [1, 2, 3].map(() => endSeries(app, deputy, { taskId: id, reason: 'Хватит' })),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await instances(id)).toMatchObject([{ state: 'issued' }]);
    build.at('2026-11-26T09:30');
    await openPeriods(app);
    expect(await instances(id)).toHaveLength(1);
  });

  it('by cancelling takes the open periods with it', async () => {
    build.at('2026-11-23T10:00');
    const id = await series([head(7)], 'FREQ=MONTHLY;BYMONTHDAY=25', '2026-11-25');
    await cancelTask(app, deputy, { taskId: id, reason: 'Ошибка' });
    expect(await instances(id)).toMatchObject([{ state: 'cancelled', participations: [{ state: 'withdrawn' }] }]);
  });

  it('is never reached by a rule that names no date: it is not issued at all', async () => {
    const issued = series([head(8)], 'FREQ=MONTHLY;BYMONTHDAY=40', '2026-11-27');
    await expect(issued).rejects.toThrow('periods-rule-impossible');
    expect(await app.db.task.count({ where: { state: 'draft', recurrence: { contains: '=40' } } })).toBe(1);
    expect(await app.db.seriesShare.count({ where: { postId: head(8).postId } })).toBe(0);
  });
});

describe('the day-off policy', () => {
  it('moves the dates of periods, never their names', async () => {
    build.at('2026-11-23T10:00');
    await app.db.organisation.updateMany({ where: { type: 'akimat' }, data: { dayOffPolicy: 'previous' } });
    const id = await series([head(9)], 'FREQ=MONTHLY;BYMONTHDAY=5', '2026-12-05');
    await app.db.organisation.updateMany({ where: { type: 'akimat' }, data: { dayOffPolicy: 'keep' } });
    const [first] = await instances(id);
    expect(first).toMatchObject({ period: '2026-12' });
    expect(first?.due?.toISOString().slice(0, 10)).toBe('2026-12-04');
  });
});

describe('an item of a resolution that repeats', () => {
  it('opens "2.1/1" of the same resolution, and is itself no item more', async () => {
    build.at('2026-11-23T10:00');
    const { orgId, postId } = deputy.posts[0] as Actor['posts'][number];
    const at = app.now();
    const meeting = await app.db.meeting.create({
      data: { orgId, chairPostId: postId, theme: 'Питание', day: at, createdAt: at },
    });
    const resolution = await app.db.resolution.create({
      data: { meetingId: meeting.id, draftedById: deputy.personId, state: 'on_control', createdAt: at },
    });
    const fields = {
      text: 'Представлять отчёт о питании',
      locale: 'ru' as const,
      due: '2026-12-31',
      recurrence: 'FREQ=MONTHLY;INTERVAL=3',
    };
    const item = { ...fields, executorPostIds: [head(10).postId], resolutionId: resolution.id, position: 1 };
    const { taskId } = await createDraft(app, deputy, item);
    await issueResolutionTasks(app, deputy, { taskIds: [taskId], numbers: ['2.1'], issuerPostId: postId });
    expect(await instances(taskId)).toMatchObject([
      {
        number: '2.1/1',
        period: '2026-Q4',
        resolutionId: resolution.id,
        position: null,
        participations: [{ postId: head(10).postId }],
      },
    ]);
    expect(await app.db.participation.count({ where: { taskId } })).toBe(0);
  });
});

describe('a periodic part of a task', () => {
  it('stays within the date of the share above, counts there by its periods, and is done with the last one', async () => {
    build.at('2026-11-23T10:00');
    const issuer = { ...head(4), ...(deputy.posts[0] as Actor['posts'][number]) };
    const parent = await build.task(issuer, [head(4)], '2026-12-10', { fanOut: false });
    const parentShareId = parent.shareIds[0] ?? 0;
    const { taskId } = await createDraft(app, deputy, {
      text: 'Еженедельно представлять сведения',
      locale: 'ru',
      due: '2026-11-27',
      recurrence: 'FREQ=WEEKLY;BYDAY=FR',
      executorPostIds: [head(0).postId],
      parentId: parent.taskId,
      parentShareId,
    });
    await issueTask(app, deputy, { taskId, undoSeconds: 0 });
    const parts = async () => (await taskView(app, parent.taskId))?.parts;
    expect(await instances(taskId)).toMatchObject([{ parentId: parent.taskId, parentShareId }]);
    expect(await parts()).toMatchObject({ total: 1, done: 0, openShareIds: [parentShareId] });
    expect(await openPartsOf(app, parentShareId)).toMatchObject([{ taskId }]);
    await app.db.task.updateMany({ where: { seriesId: taskId }, data: { state: 'closed' } });
    expect(await parts()).toMatchObject({ total: 2, done: 1, openShareIds: [parentShareId] });
    for (const day of ['2026-11-30', '2026-12-07', '2026-12-14']) {
      build.at(`${day}T09:30`);
      await openPeriods(app);
    }
    expect((await instances(taskId)).map(({ period }) => period)).toEqual(['2026-W48', '2026-W49']);
    await app.db.task.updateMany({ where: { seriesId: taskId }, data: { state: 'closed' } });
    await openPeriods(app);
    expect((await taskView(app, taskId))?.state).toBe('closed');
    expect(await parts()).toMatchObject({ total: 2, done: 2, openShareIds: [] });
  });
});

describe('the panel of a series', () => {
  it('costs the same statements for 2 and 30 executors, and is nothing to who may not see it', async () => {
    build.at('2026-11-23T10:00');
    const few = await series(heads.slice(11, 13), 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    const many = await series(heads.slice(5, 8).concat(heads.slice(9, 36)), 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27');
    build.at('2026-12-07T09:30');
    await openPeriods(app);
    const [one, other] = [
      await countStatements(() => seriesPanel(app, deputy, few)),
      await countStatements(() => seriesPanel(app, deputy, many)),
    ];
    expect(other.statements).toBeLessThanOrEqual(one.statements + 1);
    expect(other.result?.missing).toMatchObject({ period: '2026-W48', total: 30 });
    expect(await seriesPanel(app, await build.actor(head(38)), few)).toBeNull();
    expect((await seriesPanel(app, await build.actor(head(11)), few))?.shares).toHaveLength(1);
  });
});

describe('the quality gate', () => {
  it('looks at 2 and 40 drafts, with 1 and 30 executors each, in the same statements', async () => {
    build.at('2026-11-23T10:00');
    const draft = async (n: number, executors: PostBuilt[]) => {
      const fields = { text: `Провести осмотр зданий и кровли номер ${n}`, locale: 'ru' as const, due: '2026-12-18' };
      return (await createDraft(app, deputy, { ...fields, executorPostIds: executors.map(({ postId }) => postId) }))
        .taskId;
    };
    const small = [await draft(1, [head(11)]), await draft(2, [head(12)])];
    const big: number[] = [];
    for (let n = 0; n < 40; n += 1) big.push(await draft(n, heads.slice(9, 39)));
    const [few, many] = [await taskViews(app, small), await taskViews(app, big)];
    const counted = [
      await countStatements(() => warningsFor(app, few)),
      await countStatements(() => warningsFor(app, many)),
    ];
    expect(counted.map(({ statements }) => statements)).toEqual([3, 3]);
    expect(counted[1]?.result.size).toBe(40);
  });
});
