// Whose turn it is to review: the controller's, else the issuer's; the responsible one's for co-executors; under special control the akim's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { itemsToJudge, waitingReports } from '../../src/reports/review-queries.ts';
import { presentWaiting } from '../../src/reports/review-renderers.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { waitingForReview } from '../../src/tasks/waiting-queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
const posts = {} as Record<'akim' | 'deputy' | 'control' | 'secretary' | 'one' | 'two', PostBuilt>;
const actors = {} as Record<keyof typeof posts, Actor>;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  posts.akim = await city.post(root, 'akim');
  posts.deputy = await city.post(root, 'deputy');
  posts.secretary = await city.post(root, 'secretary');
  posts.control = await city.post(await city.org('Отдел контроля', root, { type: 'office' }), 'controller');
  posts.one = await city.post(await city.org('Школа 1', root), 'school_head');
  posts.two = await city.post(await city.org('Школа 2', root), 'school_head');
  for (const [name, post] of Object.entries(posts)) actors[name as keyof typeof posts] = await city.actor(post);
}, 60_000);
afterAll(() => database.close());

/** A task on which both schools have reported; returns who is asked to review, one entry for each report, after a change of the row. */
async function askedOf(
  issuer: 'akim' | 'deputy',
  change: { specialControl?: boolean; controllerPostId?: number | null } = {},
  undoUntil: Date | null = null,
): Promise<string[]> {
  const executorPostIds = [posts.one.postId, posts.two.postId];
  const fields = { text: 'Сделать', locale: 'ru' as const, term: 'undated' as const };
  const { taskId } = await createDraft(city.app, actors[issuer], { ...fields, executorPostIds });
  await issueTask(city.app, actors[issuer], { taskId, undoSeconds: 0 });
  await city.db.task.update({ where: { id: taskId }, data: change });
  for (const name of ['one', 'two'] as const) {
    const share = await city.db.participation.findFirstOrThrow({ where: { taskId, postId: posts[name].postId } });
    const content = { text: 'Сделано', final: true, attachments: [], requestKey: `${taskId}${name}` };
    await submitReport(city.app, actors[name], { participationId: share.id, ...content });
  }
  // The responsible executor reports again when the parts are in; here both wait at once.
  await city.db.report.updateMany({ where: { participation: { taskId } }, data: { undoUntil, final: true } });
  await city.db.participation.updateMany({ where: { taskId }, data: { state: 'submitted' } });
  const asked: string[] = [];
  for (const [name, actor] of Object.entries(actors)) {
    const waiting = await waitingReports(city.app, actor);
    const ids = waiting.map(({ reportId }) => reportId);
    // What is counted may also be decided.
    expect((await itemsToJudge(city.app, actor, ids)).map(({ report }) => report.reportId)).toEqual(ids);
    expect(await waitingForReview(city.app, actor)).toBe(ids.length);
    asked.push(...waiting.map(({ special }) => (special ? `${name} special` : name)));
  }
  await city.db.task.updateMany({ data: { state: 'cancelled' } });
  return asked;
}

it('the controller, and the issuer where nobody else controls; co-executors also by the responsible one', async () => {
  expect(await askedOf('deputy')).toEqual(['deputy', 'deputy', 'one']);
  expect(await askedOf('deputy', { controllerPostId: null })).toEqual(['deputy', 'deputy', 'one']);
  expect(await askedOf('deputy', { controllerPostId: posts.control.postId })).toEqual(['control', 'control', 'one']);
});

it('an executor who controls is not asked about the own report: the issuer is', async () => {
  expect(await askedOf('deputy', { controllerPostId: posts.two.postId })).toEqual(['deputy', 'one', 'two']);
});

it('the akim alone under special control, and nobody whom the table of rights does not let', async () => {
  const special = { specialControl: true, controllerPostId: posts.control.postId };
  expect(await askedOf('akim', special)).toEqual(['akim special', 'akim special']);
  expect(await askedOf('deputy', { specialControl: true })).toEqual(['akim special', 'akim special']);
});

it('nobody while the report can still be taken back', async () => {
  const later = new Date(city.app.now().getTime() + 1000);
  expect(await askedOf('deputy', {}, later)).toEqual([]);
  expect(await askedOf('deputy', {}, city.app.now())).toEqual(['deputy', 'deputy', 'one']);
});

it('special control first, marked, though others wait longer', async () => {
  const made: { reportId: number; special: boolean }[] = [];
  for (const specialControl of [false, true]) {
    const executorPostIds = [posts.one.postId];
    const fields = { text: 'Сделать', locale: 'ru' as const, term: 'undated' as const };
    const { taskId } = await createDraft(city.app, actors.akim, { ...fields, executorPostIds });
    await issueTask(city.app, actors.akim, { taskId, undoSeconds: 0 });
    await city.db.task.update({ where: { id: taskId }, data: { specialControl, controllerPostId: null } });
    const share = await city.db.participation.findFirstOrThrow({ where: { taskId } });
    const content = { text: 'Сделано', final: true, attachments: [], requestKey: `first${taskId}` };
    const { reportId } = await submitReport(city.app, actors.one, { participationId: share.id, ...content });
    made.unshift({ reportId, special: specialControl });
  }
  await city.db.report.updateMany({ data: { undoUntil: null } });
  expect(await waitingReports(city.app, actors.akim)).toEqual(made);
  const { text, keyboard } = await presentWaiting(city.app, actors.akim, 'ru');
  expect(text.split('\n').map((line) => line.includes('🔺'))).toEqual([false, true, false]);
  expect(keyboard.flat().map((each) => each.text.startsWith('🔺 № '))).toEqual([true, false, false, false]);
  await city.db.task.updateMany({ data: { state: 'cancelled' } });
});
