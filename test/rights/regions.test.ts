// A common parent with two regions below it: whoever serves one region never learns anything of the other, in no list, card, search or choice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindableOrganisations } from '../../src/chats/queries.ts';
import { ownScopes, searchScopes } from '../../src/digests/queries.ts';
import { learnedAliases } from '../../src/org/alias-queries.ts';
import { findUnreached, loadRoster } from '../../src/org/queries.ts';
import { akimsOver, regionOf } from '../../src/org/region-queries.ts';
import { type Actor, managedScopes } from '../../src/org/rules.ts';
import { search } from '../../src/people/find-queries.ts';
import { reviewQueue } from '../../src/reports/review-queries.ts';
import { draftableBodies, possibleChairs } from '../../src/resolutions/body-queries.ts';
import { maySee, visibleShares } from '../../src/tasks/access-rules.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { possibleControllers } from '../../src/tasks/around-draft-queries.ts';
import { type ListName, presentList, presentStatus } from '../../src/tasks/list-views.ts';
import { cardView, shareViews, taskView, taskViewFor } from '../../src/tasks/queries.ts';
import { tasksRenderers } from '../../src/tasks/renderers.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

type Region = { akimat: { id: number; path: string } } & Record<
  'akim' | 'deputy' | 'secretary' | 'controller' | 'observer' | 'deptHead' | 'head',
  PostBuilt
>;

let database: TestDatabase;
let build: City;
let app: City['app'];
let root: { id: number; path: string };
let chair: PostBuilt;
let parentController: PostBuilt;
let east: Region;
let west: Region;

/** Everything of a region bears its name: posts, organisations, people. */
async function region(name: string): Promise<Region> {
  const akimat = await build.org(`Акимат ${name}`, root, { type: 'akimat' });
  const office = await build.org(`Аппарат ${name}`, akimat, { type: 'office' });
  const dept = await build.org(`Управление ${name}`, akimat, { type: 'department' });
  const school = await build.org(`Школа ${name}`, dept);
  await build.db.organisation.update({ where: { id: school.id }, data: { number: '12' } });
  const people = {
    akim: await build.post(akimat, 'akim'),
    deputy: await build.post(office, 'deputy'),
    secretary: await build.post(office, 'secretary'),
    controller: await build.post(office, 'controller'),
    observer: await build.post(akimat, 'observer'),
    deptHead: await build.post(dept, 'dept_head'),
    head: await build.post(school, 'school_head'),
  };
  await build.post(school, 'staff', { reached: false });
  for (const { personId, postId } of Object.values(people)) {
    await build.db.person.update({ where: { id: personId }, data: { surname: `${name}ский` } });
    await build.db.post.update({ where: { id: postId }, data: { nameRu: `Должность ${postId} ${name}` } });
  }
  await build.db.alias.create({
    data: {
      postId: people.head.postId,
      words: `наша ${name}`,
      folded: name,
      learnedById: people.secretary.personId,
      learnedAt: app.now(),
    },
  });
  return { akimat, ...people };
}

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  app = build.app;
  root = await build.org('Общий совет', null, { type: 'other' });
  const office = await build.org('Аппарат совета', root, { type: 'office' });
  chair = await build.post(office, 'deputy');
  parentController = await build.post(office, 'controller');
  east = await region('Восток');
  west = await region('Запад');
});
afterAll(() => database.close());

const staffOf = ({ akimat: _, ...people }: Region): [string, PostBuilt][] => Object.entries(people) as never;

/** Whatever somebody of a region gets to see, as text. */
async function everythingSeenBy(actor: Actor, taskIds: number[]): Promise<string> {
  const told: unknown[] = [];
  for (const list of ['my', 'overdue', 'find'] as ListName[])
    for (const words of ['тротуары', 'школа 12'])
      told.push(await presentList(app, actor, list, { locale: 'ru', page: 0, words }));
  told.push((await presentStatus(app, actor, 'ru')).text);
  told.push((await loadRoster(app, actor)).map(({ names, personNames }) => [names, personNames]));
  told.push(
    await possibleControllers(app, actor, { kind: 'assignment', issuer: null, participations: [], rootOrgId: root.id }),
  );
  told.push(await learnedAliases(app, actor));
  told.push(await findUnreached(app, { scopes: managedScopes(actor) }));
  told.push(await search(app, actor, 'Должность'));
  told.push(await ownScopes(app, actor), await searchScopes(app, actor, 'Школа', 50));
  told.push(await bindableOrganisations(app, actor), await draftableBodies(app, actor));
  told.push(await reviewQueue(app, actor));
  for (const taskId of taskIds) {
    const task = await taskViewFor(app, actor, taskId);
    if (!task || !maySee(actor, task)) continue;
    told.push(visibleShares(actor, task).map(({ post }) => post));
    const row = { kind: 'tasks.details', personId: actor.personId, subjectId: null, data: { taskId } };
    told.push(await tasksRenderers['tasks.details']?.(app, row as never, ['ru']));
  }
  return JSON.stringify(told);
}

describe('a task of the parent for both regions', () => {
  const ids: number[] = [];
  beforeAll(async () => {
    const actor = await build.actor(chair);
    const give = async (text: string, executors: PostBuilt[]): Promise<void> => {
      const fields = {
        text,
        locale: 'ru' as const,
        due: '2026-12-25',
        executorPostIds: executors.map(({ postId }) => postId),
      };
      const { taskId } = await createDraft(app, actor, fields);
      await issueTask(app, actor, { taskId, undoSeconds: 0 });
      ids.push(taskId);
    };
    await give('Привести в порядок тротуары', [east.akim, west.akim]);
    await give('Убрать снег, тротуары школ', [east.head, west.head]);
    await give('Осмотреть тротуары востока', [east.deptHead, east.head]);
    await give('Осмотреть тротуары запада', [west.deptHead, west.head]);
    await build.db.participation.updateMany({ data: { due: new Date('2026-11-02'), state: 'submitted' } });
    await build.db.participation.updateMany({ where: { postId: east.head.postId }, data: { state: 'acknowledged' } });
    await build.db.participation.updateMany({ where: { postId: west.head.postId }, data: { state: 'acknowledged' } });
  });

  it('is a copy for each region, not common work', async () => {
    const [both = 0, , ofEast = 0] = ids;
    const task = await taskView(app, both);
    expect(task?.fanOut).toBe(true);
    expect(task?.participations.map(({ role }) => role)).toEqual(['responsible', 'responsible']);
    const own = await taskView(app, ofEast);
    expect(own?.fanOut).toBe(false);
    expect(own?.participations.map(({ role }) => role)).toEqual(['responsible', 'co_executor']);
  });

  it('shows the parent everything', async () => {
    const seen = await everythingSeenBy(await build.actor(chair), ids);
    expect(seen).toMatch(/Восток/);
    expect(seen).toMatch(/Запад/);
  });

  it('shows nobody of the east anything of the west, and the other way round', async () => {
    for (const [own, other, name] of [
      [east, 'Запад', 'Восток'],
      [west, 'Восток', 'Запад'],
    ] as [Region, string, string][]) {
      for (const [who, post] of staffOf(own)) {
        const seen = await everythingSeenBy(await build.actor(post), ids);
        expect(seen, who).toContain(name);
        expect(seen, `${who} sees ${other}`).not.toMatch(new RegExp(other, 'i'));
      }
    }
  });

  it('tells an executor of no other one', async () => {
    const [both = 0] = ids;
    const share = await build.db.participation.findFirstOrThrow({ where: { taskId: both, postId: east.akim.postId } });
    const row = { kind: 'tasks.assigned', personId: east.akim.personId, subjectId: share.id, data: { taskId: both } };
    const told = await tasksRenderers['tasks.assigned']?.(app, row as never, ['ru']);
    expect(JSON.stringify(told)).toContain('тротуары');
    expect(JSON.stringify(told)).not.toMatch(/Запад/);
    const [view] = await shareViews(app, [share.id]);
    expect(view?.task.participations).toHaveLength(1);
    expect((await cardView(app, both))?.participations).toEqual([]);
  });

  it('counts for a region its own part, for the parent the whole', async () => {
    const [both = 0] = ids;
    const counted = async (post: PostBuilt): Promise<number | undefined> => {
      const task = await taskViewFor(app, await build.actor(post), both);
      return task ? task.participations.length + task.beside.total : undefined;
    };
    expect(await counted(east.akim)).toBe(1);
    expect(await counted(west.akim)).toBe(1);
    expect(await counted(chair)).toBe(2);
  });

  it('is reviewed by the parent, not by the akim of one region for the other', async () => {
    const [both = 0] = ids;
    const waiting = async (post: PostBuilt): Promise<number> =>
      (await build.actor(post)).posts.length === 0 ? 0 : (await reviewQueue(app, await build.actor(post))).length;
    expect(await waiting(east.akim)).toBe(0);
    expect(await waiting(west.controller)).toBe(0);
    const task = await taskView(app, both);
    expect([chair.postId, parentController.postId]).toContain(task?.controller?.postId);
  });
});

describe('regions', () => {
  it('end at the nearest akimat', async () => {
    const head = await build.actor(east.head);
    expect(await regionOf(app, head.posts[0]?.orgPath ?? '')).toBe(east.akimat.path);
    expect(await regionOf(app, root.path)).toBe(root.path);
    expect(head.posts[0]?.foreign).toEqual([west.akimat.path]);
    expect((await build.actor(chair)).posts[0]?.foreign).toBeUndefined();
  });

  it('have an akim of their own', async () => {
    const head = await build.actor(east.head);
    expect(await akimsOver(app, head.posts[0]?.orgPath ?? '')).toEqual([east.akim.postId]);
    expect(await akimsOver(app, root.path)).toEqual([]);
  });

  it('chair their own meetings, the parent any', async () => {
    const chairs = await possibleChairs(app, { path: east.akimat.path, rootId: root.id });
    const ids = chairs.map(({ postId }) => postId);
    expect(ids).toEqual(expect.arrayContaining([chair.postId, east.akim.postId, east.deputy.postId]));
    expect(ids).not.toContain(west.akim.postId);
  });

  it('one person with a post in both sees both', async () => {
    await build.db.appointment.create({
      data: { personId: east.deptHead.personId, postId: west.deptHead.postId, fromDay: new Date('2026-01-01') },
    });
    const both = await build.actor(east.deptHead);
    expect(both.posts).toHaveLength(2);
    const roster = await loadRoster(app, both);
    expect(roster.map(({ postId }) => postId)).toEqual(expect.arrayContaining([east.head.postId, west.head.postId]));
  });
});
