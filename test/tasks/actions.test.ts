// Actions on tasks with the database: who may, only once, all or nothing, every change in the journal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, returnReport, submitReport } from '../../src/reports/actions.ts';
import {
  acknowledge,
  cancelTask,
  closeTask,
  createDraft,
  issueResolutionTasks,
  issueTask,
  undoIssue,
  updateDraft,
} from '../../src/tasks/actions.ts';
import { openParticipationsOf, overdueParticipations } from '../../src/tasks/list-queries.ts';
import { placeDraft } from '../../src/tasks/draft-actions.ts';
import { taskView } from '../../src/tasks/queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
let posts: Record<'deputy' | 'control' | 'school' | 'other' | 'private' | 'foreign', PostBuilt>;
let actors: Record<keyof typeof posts, Actor>;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  const office = await city.org('Отдел контроля', root, { type: 'office' });
  const elsewhere = await city.org('Другой город', null, { type: 'akimat' });
  posts = {
    deputy: await city.post(root, 'deputy'),
    control: await city.post(office, 'controller'),
    school: await city.post(await city.org('Школа 1', root), 'school_head'),
    other: await city.post(await city.org('Школа 2', root), 'school_head'),
    private: await city.post(await city.org('Школа 3', root, { ownership: 'private' }), 'school_head'),
    foreign: await city.post(elsewhere, 'deputy'),
  };
  const entries = await Promise.all(
    Object.entries(posts).map(async ([name, post]) => [name, await city.actor(post)] as const),
  );
  actors = Object.fromEntries(entries) as typeof actors;
}, 60_000);
afterAll(async () => {
  expect(await verifyJournal(city.app)).toEqual({ ok: true });
  await database.close();
});

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );

async function draft(over: Partial<Parameters<typeof createDraft>[2]> = {}): Promise<number> {
  const fields = {
    text: 'Навести порядок',
    locale: 'ru' as const,
    executorPostIds: [posts.school.postId],
    due: '2026-12-25',
  };
  return (await createDraft(city.app, actors.deputy, { ...fields, ...over })).taskId;
}
async function issued(over: Parameters<typeof draft>[0] = {}): Promise<{ taskId: number; shares: number[] }> {
  const taskId = await draft(over);
  await issueTask(city.app, actors.deputy, { taskId, undoSeconds: 0 });
  const view = await taskView(city.app, taskId);
  return { taskId, shares: view?.participations.map((share) => share.participationId) ?? [] };
}
const report = (participationId: number, key: string, over = {}) =>
  submitReport(city.app, actors.school, {
    participationId,
    text: 'Сделано',
    final: true,
    attachments: [],
    requestKey: key,
    ...over,
  });

describe('a draft', () => {
  it('whose message is still to be sent stands nowhere, so that nothing is edited under the id 0', async () => {
    const taskId = await draft();
    await placeDraft(city.app, { taskId, chatId: null, messageId: 7 });
    await placeDraft(city.app, { taskId, chatId: null, messageId: 0 });
    expect((await taskView(city.app, taskId))?.draftMessageId).toBeNull();
  });

  it('is made once for one request', async () => {
    const [a, b] = [await draft({ requestKey: 'once' }), await draft({ requestKey: 'once' })];
    expect(a).toBe(b);
  });

  it('is changed and issued by its author only', async () => {
    const taskId = await draft();
    expect(await refusal(updateDraft(city.app, actors.foreign, { taskId, text: 'Иное' }))).toBe('tasks-not-your-draft');
    expect(await refusal(issueTask(city.app, actors.school, { taskId }))).toBe('tasks-not-your-draft');
  });

  it('refuses an empty and a too long text', async () => {
    expect(await refusal(draft({ text: '  ' }))).toBe('tasks-text-empty');
    expect(await refusal(draft({ text: 'я'.repeat(5000) }))).toBe('tasks-text-long');
  });

  it('cannot be issued beyond the rights of its author', async () => {
    const fields = { text: 'Чужим', locale: 'ru' as const, executorPostIds: [posts.school.postId], due: '2026-12-25' };
    const { taskId } = await createDraft(city.app, actors.foreign, fields);
    expect(await refusal(issueTask(city.app, actors.foreign, { taskId }))).toBe('tasks-may-not-issue-to-these');
    expect((await taskView(city.app, taskId))?.state).toBe('draft');
  });
});

describe('issuing', () => {
  it('happens once when pressed twice at the same time, and numbers have no gaps', async () => {
    const [first, second] = [await draft(), await draft()];
    const results = await Promise.all(
      [first, first, first, second].map((taskId) =>
        refusal(issueTask(city.app, actors.deputy, { taskId, undoSeconds: 0 })),
      ),
    );
    expect(results.filter((result) => result === 'no refusal')).toHaveLength(2);
    const numbers = [await taskView(city.app, first), await taskView(city.app, second)].map((task) => task?.number);
    expect(numbers.toSorted()).toEqual(['Т-1', 'Т-2']);
    const messages = await city.db.outgoingMessage.count({
      where: { dedupeKey: { startsWith: `assigned:${first}:` } },
    });
    expect(messages).toBe(1);
  });

  it('derives the force of each share and gives a fan-out to the control section', async () => {
    const executorPostIds = [posts.school.postId, posts.private.postId];
    const { taskId } = await issued({ executorPostIds, fanOut: true });
    const view = await taskView(city.app, taskId);
    expect(view?.controller?.postId).toBe(posts.control.postId);
    expect(view?.participations.map(({ force, role, due, firstDue }) => [force, role, due, firstDue])).toEqual([
      ['assignment', 'responsible', '2026-12-25', '2026-12-25'],
      ['recommendation', 'responsible', '2026-12-25', '2026-12-25'],
    ]);
  });

  it('makes the first named responsible and the issuer the controller', async () => {
    const { taskId } = await issued({ executorPostIds: [posts.other.postId, posts.school.postId] });
    const view = await taskView(city.app, taskId);
    expect(view?.participations.map(({ role }) => role)).toEqual(['responsible', 'co_executor']);
    expect(view?.controller?.postId).toBe(posts.deputy.postId);
  });

  it('can be undone until the messages leave, keeps its number, and hides the task from executors meanwhile', async () => {
    const taskId = await draft();
    const { number } = await issueTask(city.app, actors.deputy, { taskId, undoSeconds: 60 });
    expect((await openParticipationsOf(city.app, actors.school)).map((row) => row.taskId)).not.toContain(taskId);
    expect(await refusal(undoIssue(city.app, actors.school, { taskId }))).toBe('tasks-not-your-draft');
    await undoIssue(city.app, actors.deputy, { taskId });
    const planned = { dedupeKey: { startsWith: `assigned:${taskId}:` }, state: 'planned' };
    expect(await city.db.outgoingMessage.count({ where: planned })).toBe(0);
    const again = await issueTask(city.app, actors.deputy, { taskId, undoSeconds: 60 });
    expect(again.number).toBe(number);
    expect(await city.db.outgoingMessage.count({ where: planned })).toBe(1);
    city.at('2026-11-23T09:05');
    expect(await refusal(undoIssue(city.app, actors.deputy, { taskId }))).toBe('tasks-undo-late');
  });

  it('of a resolution item needs a date, and nothing of the resolution is issued without it', async () => {
    const [ready, bare] = [await draft(), await draft({ due: null })];
    const numbers = ['1', '2'];
    const work = issueResolutionTasks(city.app, actors.deputy, {
      taskIds: [ready, bare],
      numbers,
      issuerPostId: posts.deputy.postId,
    });
    expect(await refusal(work)).toBe('tasks-item-not-ready');
    expect((await taskView(city.app, ready))?.state).toBe('draft');
  });
});

describe('acknowledging', () => {
  it('starts the task once, and repeating it changes nothing', async () => {
    const { taskId, shares } = await issued();
    const participationId = shares[0] ?? 0;
    expect((await acknowledge(city.app, actors.school, { participationId })).changed).toBe(true);
    expect((await acknowledge(city.app, actors.school, { participationId })).changed).toBe(false);
    expect(await refusal(acknowledge(city.app, actors.other, { participationId }))).toBe('tasks-not-yours');
    expect((await taskView(city.app, taskId))?.state).toBe('in_progress');
    expect(await city.db.journalEvent.count({ where: { verb: 'tasks.started', entityId: taskId } })).toBe(1);
  });
});

describe('reports', () => {
  it('are versions; a newer final one replaces what waits for review', async () => {
    const { shares } = await issued();
    const id = shares[0] ?? 0;
    await report(id, 'v1', { final: false, progress: 40 });
    await report(id, 'v2');
    await report(id, 'v3');
    await report(id, 'v3');
    const rows = await city.db.report.findMany({ where: { participationId: id }, orderBy: { version: 'asc' } });
    expect(rows.map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'superseded'],
      [3, 'submitted'],
    ]);
    const stale = acceptReport(city.app, actors.deputy, { reportId: rows[1]?.id ?? 0 });
    expect(await refusal(stale)).toBe('reports-newer-version');
  });

  it('sent at the same time follow each other', async () => {
    const { shares } = await issued();
    const id = shares[0] ?? 0;
    await Promise.all(['p1', 'p2', 'p3', 'p4'].map((key) => report(id, key)));
    const rows = await city.db.report.findMany({ where: { participationId: id } });
    expect(rows.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4]);
    expect(rows.filter(({ state }) => state === 'submitted')).toHaveLength(1);
  });

  it('are refused when empty, when somebody else writes them, and after acceptance', async () => {
    const { shares } = await issued();
    const id = shares[0] ?? 0;
    expect(await refusal(report(id, 'e', { text: ' ' }))).toBe('reports-empty');
    expect(await refusal(report(id, 'l', { text: 'я'.repeat(5000) }))).toBe('reports-text-long');
    const foreign = submitReport(city.app, actors.other, {
      participationId: id,
      text: 'Я',
      final: true,
      attachments: [],
      requestKey: 'f',
    });
    expect(await refusal(foreign)).toBe('reports-not-yours');
    const { reportId } = await report(id, 'ok');
    await acceptReport(city.app, actors.deputy, { reportId });
    expect(await refusal(report(id, 'after'))).toBe('reports-accepted-already');
  });

  it('are decided once by whoever comes first', async () => {
    const { shares } = await issued();
    const { reportId } = await report(shares[0] ?? 0, 'race');
    const accepting = () => refusal(acceptReport(city.app, actors.deputy, { reportId }));
    const [first, returned, second] = await Promise.all([
      accepting(),
      refusal(returnReport(city.app, actors.deputy, { reportId, reason: 'Нет' })),
      accepting(),
    ]);
    const accepted = [first, second].filter((result) => result === 'no refusal').length;
    // The issuer may return what was accepted a moment before; never is it accepted twice, or after its return.
    expect(accepted).toBeLessThanOrEqual(1);
    if (accepted === 0) expect(returned).toBe('no refusal');
  });

  it('are not judged by strangers to the task, and a return needs a reason', async () => {
    const { shares } = await issued();
    const { reportId } = await report(shares[0] ?? 0, 'who');
    expect(await refusal(acceptReport(city.app, actors.school, { reportId }))).toBe('reports-own');
    expect(await refusal(acceptReport(city.app, actors.foreign, { reportId }))).toBe('reports-may-not-review');
    expect(await refusal(returnReport(city.app, actors.deputy, { reportId, reason: ' ' }))).toBe('tasks-reason-needed');
  });

  it('accepted can be returned by the issuer until the task is closed, and count as late by their own submission', async () => {
    const { taskId, shares } = await issued({ due: '2026-11-24' });
    const id = shares[0] ?? 0;
    const { reportId } = await report(id, 'new-facts');
    expect((await acceptReport(city.app, actors.deputy, { reportId })).inTime).toBe(true);
    await returnReport(city.app, actors.deputy, { reportId, reason: 'Новые обстоятельства' });
    city.at('2026-11-25T09:00');
    const again = await report(id, 'second');
    const accepted = await acceptReport(city.app, actors.deputy, { reportId: again.reportId, close: true });
    expect(accepted).toMatchObject({ inTime: false, closed: true });
    expect(await refusal(returnReport(city.app, actors.deputy, { reportId: again.reportId, reason: 'Ещё' }))).toBe(
      'tasks-closed-already',
    );
    expect((await taskView(city.app, taskId))?.state).toBe('closed');
  });
});

describe('closing and cancelling', () => {
  it('closing waits for binding reports unless the issuer waives them with a reason', async () => {
    const { taskId } = await issued();
    expect(await refusal(closeTask(city.app, actors.deputy, { taskId }))).toBe('tasks-not-closable');
    expect(await refusal(closeTask(city.app, actors.school, { taskId, reason: 'Так решено' }))).toBe(
      'tasks-may-not-close',
    );
    await closeTask(city.app, actors.deputy, { taskId, reason: 'Утратило актуальность' });
    const share = await city.db.participation.findFirstOrThrow({ where: { taskId } });
    expect(share).toMatchObject({ state: 'withdrawn', waivedReason: 'Утратило актуальность' });
  });

  it('a controller cannot waive', async () => {
    const { taskId } = await issued({ fanOut: true });
    expect(await refusal(closeTask(city.app, actors.control, { taskId, reason: 'Так решено' }))).toBe(
      'tasks-may-not-waive',
    );
  });

  it('cancelling needs the issuer and a reason, withdraws the shares and what has not left', async () => {
    const { taskId, shares } = await issued();
    expect(await refusal(cancelTask(city.app, actors.control, { taskId, reason: 'Так решено' }))).toBe(
      'tasks-may-not-cancel',
    );
    expect(await refusal(cancelTask(city.app, actors.deputy, { taskId, reason: '' }))).toBe('tasks-reason-needed');
    expect(await refusal(cancelTask(city.app, actors.deputy, { taskId, reason: '. 12' }))).toBe(
      'tasks-reason-wordless',
    );
    await cancelTask(city.app, actors.deputy, { taskId, reason: 'Ошибка' });
    expect(await refusal(report(shares[0] ?? 0, 'late'))).toBe('tasks-cancelled-already');
    expect(await refusal(cancelTask(city.app, actors.deputy, { taskId, reason: 'Так решено' }))).toBe(
      'tasks-cancelled-already',
    );
  });
});

describe('lists', () => {
  it('show what is overdue to those who may see it, confidential tasks only to those who take part', async () => {
    city.at('2026-11-26T09:00');
    const open = await issued({ due: '2026-11-26', dueTime: '18:00' });
    const secret = await issued({ due: '2026-11-26', confidential: true });
    const of = async (actor: Actor): Promise<number[]> =>
      (await overdueParticipations(city.app, actor)).rows.map((row) => row.taskId).filter((id) => id >= open.taskId);
    city.at('2026-11-26T17:59');
    expect(await of(actors.deputy)).toEqual([]);
    city.at('2026-11-26T18:00');
    expect(await of(actors.deputy)).toEqual([open.taskId]);
    city.at('2026-11-27T00:00');
    expect(await of(actors.deputy)).toEqual([open.taskId, secret.taskId]);
    expect(await of(actors.control)).toEqual([open.taskId]);
    expect(await of(actors.school)).toEqual([open.taskId, secret.taskId]);
    expect(await of(actors.foreign)).toEqual([]);
  });
});
