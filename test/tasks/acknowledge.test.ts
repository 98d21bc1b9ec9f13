// Many who acknowledge in one moment: written together, answered each for themselves, and nobody is harmed by somebody else's press.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../src/app.ts';
import { UserError } from '../../src/errors.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acknowledge } from '../../src/tasks/actions.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const many = 32;
let database: TestDatabase;
let city: City;
let issuer: PostBuilt;
let foreign: { issuer: PostBuilt; head: PostBuilt };
let heads: PostBuilt[];
const actors = new Map<PostBuilt, Actor>();

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  issuer = await city.post(root, 'deputy');
  const schools = await city.org('Школа', root);
  heads = await Promise.all(Array.from({ length: many }, () => city.post(schools, 'school_head')));
  const elsewhere = await city.org('Другой город', null, { type: 'akimat' });
  foreign = {
    issuer: await city.post(elsewhere, 'deputy'),
    head: await city.post(await city.org('Дальняя школа', elsewhere), 'school_head'),
  };
  for (const post of [...heads, foreign.head]) actors.set(post, await city.actor(post));
  await city.place(root, issuer);
}, 60_000);
afterAll(async () => {
  expect(await verifyJournal(city.app)).toEqual({ ok: true });
  await database.close();
});

const actor = (post: PostBuilt | undefined): Actor => (post && actors.get(post)) ?? expect.unreachable();
const press = (post: PostBuilt | undefined, participationId = 0): Promise<unknown> =>
  acknowledge(city.app, actor(post), { participationId }).then(
    ({ changed }) => changed,
    (error: unknown) => (error instanceof UserError ? error.key : 'failed'),
  );

const events = () =>
  database.db.journalEvent.findMany({
    where: { verb: { in: ['participations.acknowledged', 'tasks.started'] } },
    orderBy: { id: 'asc' },
  });

/** A task for all heads; its home is the group of the akimat. */
async function given(over: Parameters<City['task']>[3] = {}): Promise<{ taskId: number; shareIds: number[] }> {
  const { id } = await database.db.place.findFirstOrThrow();
  return city.task(issuer, heads, '2026-12-25', { share: { state: 'assigned' }, homePlaceId: id, ...over });
}

describe('thirty-two who press at once', () => {
  let commits: { taken: () => Promise<number> };
  beforeEach(async () => {
    await database.sql.query('DELETE FROM outgoing_message');
    const taken = async (): Promise<number> => {
      const { rows } = await database.sql.query<{ n: number }>(
        `SELECT count(DISTINCT xmin::text)::int AS n FROM participation WHERE state = 'acknowledged'`,
      );
      return rows[0]?.n ?? 0;
    };
    const before = await taken();
    commits = { taken: async () => (await taken()) - before };
  });

  it('are answered each, by one transaction, one event for each share and one card for the group', async () => {
    const { taskId, shareIds } = await given();
    const before = (await events()).length;
    const answers = await Promise.all(heads.map((head, n) => press(head, shareIds[n])));
    expect(answers).toEqual(heads.map(() => true));
    expect(await commits.taken()).toBe(1);
    const told = (await events()).slice(before);
    expect(told.map(({ entityId, actorPostId }) => [entityId, actorPostId])).toEqual([
      ...shareIds.map((id, n) => [id, heads[n]?.postId]),
      [taskId, null],
    ]);
    // Each event carries what became of its own row, and nothing of another's.
    for (const { entity, entityId, data } of told)
      expect(data).toMatchObject({ touched: [taskId], changes: [{ entity, ids: [entityId] }] });
    expect(await database.db.outgoingMessage.count({ where: { kind: 'tasks.card', subjectId: taskId } })).toBe(1);
    expect(await database.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ state: 'in_progress' });
  });

  it('hear each their own refusal', async () => {
    const { shareIds } = await given();
    const closed = await given({ state: 'closed' });
    const early = await given({ undoUntil: city.instant('2026-11-23T23:00') });
    const withdrawn = await given({ share: { state: 'withdrawn' } });
    await press(heads[5], shareIds[5]);
    const answers = await Promise.all([
      press(heads[0], shareIds[0]),
      press(heads[1], shareIds[2]),
      press(heads[2], 999_999),
      press(heads[3], closed.shareIds[3]),
      press(heads[4], early.shareIds[4]),
      press(heads[5], shareIds[5]),
      press(heads[6], withdrawn.shareIds[6]),
      press(heads[7], shareIds[7]),
    ]);
    expect(answers).toEqual([
      true,
      'tasks-not-yours',
      'telegram-stale-button',
      'tasks-closed-already',
      'tasks-not-left',
      false,
      'tasks-withdrawn',
      true,
    ]);
    const changed = await database.db.participation.findMany({
      where: { id: { in: [closed, early, withdrawn].flatMap((task) => task.shareIds) }, state: 'acknowledged' },
    });
    expect(changed).toEqual([]);
  });

  it('change a share once, though its holder presses twice', async () => {
    const { shareIds } = await given();
    const before = (await events()).length;
    expect(await Promise.all([1, 2, 3].map(() => press(heads[0], shareIds[0])))).toEqual([true, false, false]);
    expect((await events()).length - before).toBe(2);
  });

  it('of two cities go into two chains', async () => {
    const { shareIds } = await given();
    const there = await city.task(foreign.issuer, [foreign.head], '2026-12-25', { share: { state: 'assigned' } });
    const answers = await Promise.all([press(heads[0], shareIds[0]), press(foreign.head, there.shareIds[0])]);
    expect(answers).toEqual([true, true]);
    const last = (await events()).filter(({ entityId }) => [shareIds[0], there.shareIds[0]].includes(entityId));
    expect(new Set(last.map(({ chainId }) => chainId)).size).toBe(2);
  });

  it('are done one by one where one of them fails', async () => {
    const { shareIds } = await given();
    const [bad = 0] = shareIds.slice(9);
    await database.sql.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER refuse BEFORE UPDATE ON participation FOR EACH ROW WHEN (new.id = ${bad}) EXECUTE FUNCTION refuse()`);
    try {
      const answers = await Promise.all(heads.slice(0, 12).map((head, n) => press(head, shareIds[n])));
      expect(answers).toEqual(shareIds.slice(0, 12).map((id) => (id === bad ? 'failed' : true)));
    } finally {
      await database.sql.query('DROP FUNCTION refuse CASCADE');
    }
    const found = await events();
    expect(found.filter(({ entityId }) => shareIds.slice(0, 12).includes(entityId)).length).toBeGreaterThanOrEqual(11);
    expect(found.some(({ entity, entityId }) => entity === 'participation' && entityId === bad)).toBe(false);
    expect(await press(heads[9], bad)).toBe(true);
  });

  it('wait for nobody inside a transaction of the caller, and go with it', async () => {
    const { shareIds } = await given();
    const [id = 0] = shareIds;
    const undone = transaction(city.app, async (app) => {
      expect(await acknowledge(app, actor(heads[0]), { participationId: id })).toMatchObject({ changed: true });
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    expect(await press(heads[0], id)).toBe(true);
  });
});
