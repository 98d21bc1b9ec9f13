// The card of a task in states that other tests do not look at.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import type { Actor } from '../../src/org/rules.ts';
import { cancelTask, createDraft, issueTask } from '../../src/tasks/actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { card } from '../../src/tasks/messages.ts';
import { shareView, taskView } from '../../src/tasks/queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
let actor: Actor;
let schools: PostBuilt[];

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  actor = await city.actor(await city.post(root, 'deputy'));
  const ownership = (n: number) => (n === 3 ? 'private' : 'state');
  const orgs = await Promise.all([1, 2, 3].map((n) => city.org(`Школа ${n}`, root, { ownership: ownership(n) })));
  schools = await Promise.all(orgs.map((org) => city.post(org, 'school_head')));
}, 60_000);
afterAll(() => database.close());

async function issued(executors: PostBuilt[], fanOut = false): Promise<number> {
  const executorPostIds = executors.map(({ postId }) => postId);
  const draft = { text: 'Починить забор', locale: 'ru' as const, due: '2026-12-25', executorPostIds, fanOut };
  const { taskId } = await createDraft(city.app, actor, draft);
  await issueTask(city.app, actor, { taskId, undoSeconds: 0 });
  return taskId;
}
const context = () => ({ app: city.app, calendar: createCalendar(), locale: 'ru' as const });

it('of a cancelled task still says whose it was', async () => {
  const taskId = await issued(schools.slice(0, 1));
  await cancelTask(city.app, actor, { taskId, reason: 'Не нужно' });
  const task = await taskView(city.app, taskId);
  expect(task && card(context(), task)).toContain('Ответственный: Школа 1');
});

it('of a task for all schools counts everybody, also for one who is shown the own share alone', async () => {
  const taskId = await issued(schools, true);
  const share = await database.db.participation.findFirstOrThrow({
    where: { taskId, postId: schools[1]?.postId ?? 0 },
  });
  const found = await shareView(city.app, share.id);
  const task = await taskView(city.app, taskId);
  expect(found?.task.participations).toHaveLength(1);
  expect(found && card(context(), found.task, { share: found.share })).toContain(
    'Исполнителей: 3, из них рекомендации: 1',
  );
  expect(task && card(context(), task)).toContain('Исполнителей: 3, из них рекомендации: 1');
});

it('is named a recommendation where every executor is only advised', async () => {
  const task = await taskView(city.app, await issued(schools.slice(2, 3)));
  expect(task && card(context(), task)).toContain('Рекомендация № ');
  const mixed = await taskView(city.app, await issued(schools.slice(1, 3)));
  expect(mixed && card(context(), mixed)).toContain('Поручение № ');
});

it('calls the date of a co-executor internal and names that of the task, also the one before it was put right', async () => {
  const taskId = await issued(schools.slice(0, 2));
  const shown = async () => {
    const { id } = await database.db.participation.findFirstOrThrow({ where: { taskId, role: 'co_executor' } });
    const found = await shareView(city.app, id);
    return found ? card(context(), found.task, { share: found.share }) : '';
  };
  expect(await shown()).toMatch(/Внутренний срок: 22 декабря 2026[^\n]*\nСрок поручения: 25 декабря 2026/);
  await correctTask(city.app, actor, { taskId, due: '2026-12-30', reason: 'Описка' });
  expect(await shown()).toContain('прежний внутренний срок 22 декабря 2026');
});
