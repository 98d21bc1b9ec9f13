// Many requests and many shares: the list costs the same few statements at 10 and 1,000, and "for all" is one act over a thousand shares.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { expireRequests } from '../../src/extensions/expire-actions.ts';
import { extendForAll } from '../../src/extensions/extend-all-actions.ts';
import { presentRequests } from '../../src/extensions/renderers.ts';
import { approveSame } from '../../src/extensions/same-actions.ts';
import { UserError } from '../../src/errors.ts';
import { storyFor } from '../../src/history/story-queries.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { partTree, sharePage } from '../../src/shares/queries.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { pino } from 'pino';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

let database: TestDatabase;
let app: App;
let city: BulkCity;
let deputy: Actor;
let few: number;
let many: number;

async function issue(schools: number): Promise<number> {
  const executorPostIds = city.heads.slice(0, schools).map(({ postId }) => postId);
  const fields = { text: 'Сдать отчёт', locale: 'ru' as const, due: '2026-12-25', executorPostIds, fanOut: true };
  const { taskId } = await createDraft(app, deputy, fields);
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  await database.db.$executeRaw`
    INSERT INTO extension (participation_id, state, reason, old_due, proposed_due, requested_at, requested_by_id)
    SELECT id, 'requested', 'Нет материалов', due, '2027-01-15', ${app.now()}, ${deputy.personId} FROM participation WHERE task_id = ${taskId}`;
  return taskId;
}

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test' });
  const now = (): Date => new Date('2026-11-23T05:00:00Z');
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now });
  city = await buildBulkCity(app, { schools: 1000 });
  deputy = (await findActor(app, city.deputy)) ?? expect.unreachable();
  few = await issue(10);
  many = await issue(1000);
}, 120_000);
afterAll(() => database.close());

it('the list of requests costs as many statements for 1,000 as for 10', async () => {
  const show = (taskId: number) => presentRequests(app, deputy, { locale: 'ru', taskId, page: 0 });
  await show(few);
  const small = await countStatements(() => show(few));
  const large = await countStatements(() => show(many));
  expect(large.statements).toBe(small.statements);
  expect([small.result?.total, large.result?.total]).toEqual([10, 1000]);
  const press = large.result?.keyboard.flat().find(({ text }) => text.startsWith('Продлить всем до 15.01.2027: 1'));
  expect(press).toBeDefined();
});

it.each<[string, (taskId: number) => Promise<unknown>]>([
  ['story', (taskId: number) => storyFor(app, deputy, taskId)],
  ['tree', (taskId: number) => partTree(app, deputy, taskId, 30)],
  ['page of executors', (taskId: number) => sharePage(app, taskId, { take: 8 })],
])('the %s of a task costs as many statements for 1,000 executors as for 10', async (_list, show) => {
  const small = await countStatements(() => show(few));
  const large = await countStatements(() => show(many));
  expect(large.statements).toBe(small.statements);
});

it('one press for all who ask for the same date costs as many statements for 1,000 as for 10, and is one event', async () => {
  const [small, large] = [await issue(10), await issue(1000)];
  const day = '2027-01-15' as const;
  const press = (taskId: number) => approveSame(app, deputy, { taskId, day, lastId: 2_000_000 });
  // The deputy wrote these requests: nobody decides about the own ones.
  await expect(press(small)).rejects.toThrow(UserError);
  const { telegramId } = city.heads[0] ?? expect.unreachable();
  const { personId } = (await findActor(app, telegramId)) ?? expect.unreachable();
  await database.db.extension.updateMany({ data: { requestedById: personId } });
  const few = await countStatements(() => press(small));
  const many = await countStatements(() => press(large));
  expect(many.statements).toBe(few.statements);
  expect([few.result.count, many.result.count]).toEqual([10, 1000]);
  const where = { taskId: large, due: new Date(day), extensionCount: 1 };
  expect(await database.db.participation.count({ where })).toBe(1000);
  const told = { kind: 'extensions.decided', subjectId: { not: null } };
  expect(await database.db.outgoingMessage.count({ where: told })).toBe(1010);
  expect(await database.db.journalEvent.count({ where: { verb: 'extensions.approved' } })).toBe(2);
  await expect(press(large)).rejects.toThrow(UserError);
}, 60_000);

it('one press for all passes over a co-executor who asks for more time than the responsible executor has', async () => {
  const [responsible, co] = city.heads.map(({ postId }) => postId);
  const executorPostIds = [responsible ?? 0, co ?? 0];
  const fields = { text: 'Сдать отчёт', locale: 'ru' as const, due: '2026-12-25', executorPostIds };
  const { taskId } = await createDraft(app, deputy, fields);
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  const share = await database.db.participation.findFirstOrThrow({ where: { taskId, role: 'co_executor' } });
  const { telegramId } = city.heads[1] ?? expect.unreachable();
  const { personId } = (await findActor(app, telegramId)) ?? expect.unreachable();
  const asked = {
    participationId: share.id,
    reason: 'Нет материалов',
    requestedAt: app.now(),
    requestedById: personId,
  };
  const dates = { oldDue: new Date('2026-12-25'), proposedDue: new Date('2027-01-15') };
  const { id } = await database.db.extension.create({ data: { ...asked, ...dates, state: 'requested' } });
  await expect(approveSame(app, deputy, { taskId, day: '2027-01-15', lastId: id })).rejects.toMatchObject({
    key: 'extensions-beyond-responsible',
  });
  await database.db.participation.updateMany({
    where: { taskId, role: 'responsible' },
    data: { due: new Date('2027-01-20') },
  });
  expect(await approveSame(app, deputy, { taskId, day: '2027-01-15', lastId: id })).toMatchObject({ count: 1 });
});

/** Tasks that are over, each with a share and an open request for time. */
async function overTasks(n: number): Promise<number[]> {
  const rows = await database.db.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, due, created_at, issued_at)
      SELECT 'Т-' || (n * 10000 + ${n}::int), 'cancelled', 'Сдать отчёт', 'Сдать отчёт', ${deputy.posts[0]?.postId ?? 0}, ${deputy.posts[0]?.postId ?? 0}, ${city.rootId}, date '2026-12-25',
        ${app.now()}, ${app.now()} FROM generate_series(1, ${n}::int) n RETURNING id
    ), shares AS (
      INSERT INTO participation (task_id, post_id, force, due, first_due)
      SELECT id, ${city.heads[1]?.postId ?? 0}, 'assignment', date '2026-12-25', date '2026-12-25' FROM made RETURNING id, task_id
    )
    INSERT INTO extension (participation_id, state, reason, old_due, proposed_due, requested_at, requested_by_id)
    SELECT id, 'requested', 'Нет материалов', date '2026-12-25', date '2027-01-15', ${app.now()}, ${deputy.personId} FROM shares
    RETURNING (SELECT task_id FROM shares s WHERE s.id = participation_id) AS id`;
  return rows.map(({ id }) => id);
}

it('requests that are over expire in as many statements for 1,000 tasks as for 10, and each story tells it', async () => {
  const [one = 0] = await overTasks(10);
  const few = await countStatements(() => expireRequests(app));
  await overTasks(1000);
  const many = await countStatements(() => expireRequests(app));
  expect(many.statements).toBe(few.statements);
  expect(await database.db.extension.count({ where: { state: 'expired' } })).toBe(1010);
  expect(await database.db.journalEvent.count({ where: { verb: 'extensions.expired' } })).toBe(2);
  const { events } = await storyFor(app, deputy, one);
  expect(events.map(({ verb }) => verb)).toEqual(['extensions.expired']);
  const idle = await countStatements(() => expireRequests(app));
  expect(idle.statements).toBe(1);
}, 60_000);

it('"for all" moves a thousand shares by one act, with an extension for each', async () => {
  const done = await extendForAll(app, deputy, { taskId: many, day: '2027-01-22', reason: 'Карантин' });
  expect(done.count).toBe(1000);
  const where = { taskId: many, due: new Date('2027-01-22'), extensionCount: 1 };
  expect(await database.db.participation.count({ where })).toBe(1000);
  expect(await database.db.extension.count({ where: { state: 'approved', newDue: new Date('2027-01-22') } })).toBe(
    1000,
  );
  const { data } = await database.db.journalEvent.findFirstOrThrow({ where: { verb: 'extensions.extended-all' } });
  expect((data as { shares: unknown[] }).shares).toHaveLength(1000);
}, 60_000);
