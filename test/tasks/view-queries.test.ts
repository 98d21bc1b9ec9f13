// A task is read whole in one statement, and one share of a task for all schools without the hundreds beside it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { shareView, taskView, taskViews } from '../../src/tasks/queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

let database: TestDatabase;
let city: City;
let deputy: PostBuilt;
let schools: PostBuilt[];
let actor: Actor;
let named: number;
let forAll: number;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  deputy = await city.post(root, 'deputy');
  const ownership = (n: number) => (n < 2 ? 'private' : 'state');
  const orgs = await Promise.all([0, 1, 2, 3, 4].map((n) => city.org(`Школа ${n}`, root, { ownership: ownership(n) })));
  schools = await Promise.all(orgs.map((org) => city.post(org, 'school_head')));
  actor = await city.actor(deputy);
  const fields = { locale: 'ru' as const, due: '2026-12-25', dueTime: '18:00', programmes: ['Біртұтас'] };
  const few = schools.slice(2, 4).map(({ postId }) => postId);
  named = await issued({ ...fields, text: 'Двум школам', executorPostIds: few, interimDues: ['2026-12-01'] });
  forAll = await issued({
    ...fields,
    text: 'Всем школам',
    executorPostIds: schools.map(({ postId }) => postId),
    fanOut: true,
  });
}, 60_000);
afterAll(() => database.close());

async function issued(draft: Parameters<typeof createDraft>[2]): Promise<number> {
  const { taskId } = await createDraft(city.app, actor, draft);
  await issueTask(city.app, actor, { taskId, undoSeconds: 0 });
  return taskId;
}

async function shareOf(taskId: number, school: number): Promise<number> {
  const postId = schools[school]?.postId ?? 0;
  return (await database.db.participation.findFirstOrThrow({ where: { taskId, postId } })).id;
}

it('says of a task and its shares what the tables hold', async () => {
  const row = await database.db.task.findUniqueOrThrow({ where: { id: named } });
  const view = await taskView(city.app, named);
  expect(view).toMatchObject({
    taskId: named,
    number: row.number,
    state: 'issued',
    textRu: 'Двум школам',
    due: '2026-12-25',
    dueTime: '18:00',
    interimDues: ['2026-12-01'],
    indicators: [],
    doubts: [],
    resolution: null,
    undoUntil: null,
    beside: { total: 0, advisory: 0 },
  });
  expect(view?.issuedAt).toEqual(row.issuedAt);
  expect(view?.issuer).toMatchObject({
    postId: deputy.postId,
    role: 'deputy',
    org: { nameRu: 'Акимат', type: 'akimat' },
  });
  expect(view?.participations.map(({ role, post, due }) => [role, post.org.nameRu, due])).toEqual([
    ['responsible', 'Школа 2', '2026-12-25'],
    ['co_executor', 'Школа 3', '2026-12-22'],
  ]);
});

it('shows the latest progress and the moment of submission', async () => {
  const participationId = await shareOf(named, 3);
  const head = await city.actor(schools[3] as PostBuilt);
  const words = { participationId, text: 'Идёт', attachments: [] };
  await submitReport(city.app, head, { ...words, final: false, progress: 30, requestKey: 'a' });
  await submitReport(city.app, head, { ...words, final: false, progress: 60, requestKey: 'b' });
  await submitReport(city.app, head, { ...words, final: true, requestKey: 'c' });
  const found = await shareView(city.app, participationId);
  expect(found?.share).toMatchObject({ state: 'submitted', progress: 60, submittedAt: city.app.now() });
});

it('reads of a task for all schools one share, and counts those beside it', async () => {
  await database.db.participation.update({ where: { id: await shareOf(forAll, 4) }, data: { state: 'withdrawn' } });
  const found = await shareView(city.app, await shareOf(forAll, 2));
  expect(found?.task.participations).toEqual([found?.share]);
  expect(found?.task.beside).toMatchObject({ total: 3, assigned: 3, advisory: 2, blocking: 1 });
  expect((await taskView(city.app, forAll))?.participations).toHaveLength(5);
});

it('reads of a task for a few all shares, whichever is asked for', async () => {
  const found = await shareView(city.app, await shareOf(named, 3));
  expect(found?.share.role).toBe('co_executor');
  expect(found?.task.participations).toHaveLength(2);
});

it('gives several tasks in the order asked, none twice, and needs one statement for them', async () => {
  const { result, statements } = await countStatements(() => taskViews(city.app, [forAll, 0, named]));
  expect(result.map(({ taskId }) => taskId)).toEqual([forAll, named]);
  expect(statements).toBe(1);
  expect(await shareView(city.app, 0)).toBeNull();
});
