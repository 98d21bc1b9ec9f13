// Who sees which periodic task: the list and the panel agree for every role, a confidential one included.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { seriesOf, seriesPanel } from '../../src/periods/queries.ts';
import { maySee, visibleShares } from '../../src/tasks/access-rules.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { taskViewFor } from '../../src/tasks/queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let build: City;
let people: Record<string, Actor>;
let series: { open: number; confidential: number };
let fanOut: number;

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  build.at('2026-11-23T10:00');
  const city = await build.org('Акимат', null, { type: 'akimat' });
  const office = await build.org('Аппарат', city, { type: 'office' });
  const department = await build.org('Управление', city, { type: 'department' });
  const schools = [];
  for (let n = 1; n <= 3; n += 1) schools.push(await build.org(`Школа ${n}`, department));
  const posts: Record<string, PostBuilt> = {
    akim: await build.post(office, 'akim'),
    deputy: await build.post(office, 'deputy'),
    secretary: await build.post(office, 'secretary'),
    controller: await build.post(office, 'controller'),
    observer: await build.post(city, 'observer'),
    departmentHead: await build.post(department, 'dept_head'),
    departmentSecretary: await build.post(department, 'secretary'),
    admin: await build.post(office, 'admin', { systemAdmin: true }),
    ...Object.fromEntries(
      await Promise.all(
        schools.map(async (org, at) => [`head${at + 1}`, await build.post(org, 'school_head')] as const),
      ),
    ),
  };
  people = Object.fromEntries(
    await Promise.all(Object.entries(posts).map(async ([name, post]) => [name, await build.actor(post)] as const)),
  );
  const heads = ['head1', 'head2'].map((name) => posts[name]?.postId ?? 0);
  series = { open: await issued(heads, false), confidential: await issued(heads, true) };
  ({ taskId: fanOut } = await build.task(
    posts['deputy'] as PostBuilt,
    [posts['head1'], posts['head2']] as PostBuilt[],
    '2026-12-25',
    { confidential: true },
  ));
}, 60_000);
afterAll(() => database.close());

async function issued(executorPostIds: number[], confidential: boolean): Promise<number> {
  const rule = { due: '2026-11-27' as const, recurrence: 'FREQ=WEEKLY;BYDAY=FR' };
  const deputy = people['deputy'] as Actor;
  const text = `Представить отчёт ${confidential}`;
  const draft = { text, locale: 'ru' as const, ...rule, executorPostIds, confidential };
  const { taskId } = await createDraft(build.app, deputy, draft);
  await issueTask(build.app, deputy, { taskId, undoSeconds: 0 });
  return taskId;
}

/** Role -> how many executors of the open series, of the confidential one and of a confidential task for many it sees; null: not the thing. */
const seen: [string, number | null, number | null, number | null][] = [
  ['akim', 2, 2, 2],
  ['deputy', 2, 2, 2],
  ['secretary', 2, 2, 2],
  ['controller', 2, null, null],
  ['observer', 2, null, null],
  ['departmentHead', 2, null, null],
  ['departmentSecretary', 2, null, null],
  ['head1', 1, 1, 1],
  ['head3', null, null, null],
  ['admin', null, null, null],
];

describe.each(seen)('%s', (name, open, confidential, many) => {
  it('sees in the list exactly the periodic tasks that open', async () => {
    const actor = people[name] as Actor;
    const { rows, total } = await seriesOf(build.app, actor, 0);
    const expected = [...(confidential === null ? [] : [series.confidential]), ...(open === null ? [] : [series.open])];
    expect(rows.map(({ taskId }) => taskId)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('sees of their executors those below', async () => {
    const actor = people[name] as Actor;
    const shares = async (taskId: number) => (await seriesPanel(build.app, actor, taskId))?.shares.length ?? null;
    expect([await shares(series.open), await shares(series.confidential)]).toEqual([open, confidential]);
    const task = await taskViewFor(build.app, actor, fanOut);
    const visible = task && maySee(actor, task) ? visibleShares(actor, task).length : null;
    expect(visible).toBe(many);
  });

  it('counts the gaps of those executors', async () => {
    build.at('2026-11-30T08:00');
    const { rows } = await seriesOf(build.app, people[name] as Actor, 0);
    build.at('2026-11-23T10:00');
    const expected = [confidential, open].filter((n) => n !== null);
    expect(rows.map(({ gaps }) => gaps)).toEqual(expected);
  });
});
