// Lists over many rows cost the same few statements at 10 and at 1,000: periodic tasks, meetings, the execution table, the ledger of delivery.
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { countOutcomes, ledgerEntries } from '../../src/delivery/queries.ts';
import { executionOf } from '../../src/documents/execution-queries.ts';
import { filterOf } from '../../src/lists/filter-rules.ts';
import { pickParts } from '../../src/lists/messages.ts';
import { inlineFound, listView, panelView, pickView } from '../../src/lists/view-queries.ts';
import { meetingsFor } from '../../src/meetings/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { seriesPanel } from '../../src/periods/queries.ts';
import { presentSeriesList } from '../../src/periods/renderers.ts';
import { readFind } from '../../src/tasks/find-rules.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

let database: TestDatabase;
let app: App;
let city: BulkCity;
let deputy: Actor;

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test' });
  const now = (): Date => new Date('2026-11-23T05:00:00Z');
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now });
  city = await buildBulkCity(app, { schools: 1000 });
  deputy = (await findActor(app, city.deputy)) ?? expect.unreachable();
}, 120_000);
afterAll(() => database.close());

const post = (): number => deputy.posts[0]?.postId ?? 0;
const head = (): number => city.heads[0]?.postId ?? 0;

/** What a connection says when it is new does not count: the lesser of two. */
async function counted<R>(show: () => Promise<R>): Promise<{ statements: number; result: R }> {
  const first = await countStatements(show);
  const second = await countStatements(show);
  return { statements: Math.min(first.statements, second.statements), result: second.result };
}

/** The work is done with 10 rows and again when 990 more were written. */
async function expectConstant<R>(write: (n: number) => Promise<unknown>, show: () => Promise<R>): Promise<[R, R]> {
  await write(10);
  await show();
  const few = await counted(show);
  await write(990);
  const many = await counted(show);
  expect(many.statements).toBe(few.statements);
  return [few.result, many.result];
}

/** Periodic tasks of the deputy, each with an executor and a period that is overdue. */
async function writeSeries(n: number): Promise<void> {
  await database.db.$executeRaw`
    WITH made AS (
      INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, recurrence, due, created_at, issued_at)
      SELECT ${`С${n}-`} || k, 'in_progress', 'Справка', 'Справка', ${post()}, ${post()}, ${city.rootId}, 'FREQ=WEEKLY;BYDAY=FR', date '2026-11-20', ${app.now()}, ${app.now()}
      FROM generate_series(1, ${n}::int) k RETURNING id
    ), taking AS (INSERT INTO series_share (task_id, post_id) SELECT id, ${head()} FROM made), periods AS (
      INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, series_id, period, due, created_at, issued_at)
      SELECT 'П-' || id, 'issued', 'Справка', 'Справка', ${post()}, ${post()}, ${city.rootId}, id, '2026-11-20', date '2026-11-20', ${app.now()}, ${app.now()}
      FROM made RETURNING id
    )
    INSERT INTO participation (task_id, post_id, force, due, first_due)
    SELECT id, ${head()}, 'assignment', date '2026-11-20', date '2026-11-20' FROM periods`;
}

it('the list of periodic tasks, with what is missing in each', async () => {
  const show = () => presentSeriesList(app, deputy, 'ru', 0);
  const [, many] = await expectConstant(writeSeries, show);
  expect(many.keyboard?.flat().length).toBeGreaterThan(7);
});

it('a periodic task, whose executors are many', async () => {
  const { id } = await database.db.task.findFirstOrThrow({ where: { recurrence: { not: null } } });
  let at = 1;
  const join = async (n: number): Promise<void> => {
    const posts = city.heads.slice(at, at + n).map(({ postId }) => postId);
    at += n;
    await database.db.seriesShare.createMany({ data: posts.map((postId) => ({ taskId: id, postId })) });
  };
  // Ten or fewer are shown one by one, which is another question than the count: both sides are above that.
  await join(10);
  const show = () => seriesPanel(app, deputy, id);
  const few = await countStatements(show);
  await join(980);
  const many = await countStatements(show);
  expect(many.statements).toBe(few.statements);
  expect([few.result?.size, many.result?.size]).toEqual([11, 991]);
});

async function writeMeetings(n: number): Promise<void> {
  const orgId = city.rootId;
  await database.db.$executeRaw`
    WITH made AS (
      INSERT INTO meeting_series (org_id, theme, chair_post_id, member_post_ids, created_at, created_by_id)
      SELECT ${orgId}, 'Аппаратное ' || k, ${post()}, ARRAY[${head()}::int], ${app.now()}, ${deputy.personId} FROM generate_series(1, ${n}::int) k RETURNING id
    ), sittings AS (
      INSERT INTO meeting (org_id, theme, day, chair_post_id, series_id, created_at)
      SELECT ${orgId}, 'Аппаратное', date '2026-11-20' + k, ${post()}, id, ${app.now()} FROM made, generate_series(0, 7, 7) k RETURNING id
    )
    INSERT INTO attendance (meeting_id, post_id) SELECT id, ${head()} FROM sittings`;
}

it('the list of meetings, of who keeps them and of who is expected at sittings that no secretary keeps', async () => {
  const guest = (await findActor(app, city.heads[0]?.telegramId ?? 0)) ?? expect.unreachable();
  const show = async () => ({
    kept: await meetingsFor(app, deputy, '2026-09-24'),
    invited: await meetingsFor(app, guest, '2026-09-24'),
  });
  const [few, many] = await expectConstant(writeMeetings, show);
  expect([few.kept.series.length, many.kept.series.length]).toEqual([10, 1000]);
  expect([many.kept.kept.length, many.invited.invited.length]).toEqual([10, 10]);
});

it('the execution table of a resolution, of its items', async () => {
  const [row] = await database.db.$queryRaw<{ id: number }[]>`
    WITH met AS (INSERT INTO meeting (org_id, theme, number, day, chair_post_id, created_at)
      VALUES (${city.rootId}, 'Штаб', '7', date '2026-11-20', ${post()}, ${app.now()}) RETURNING id)
    INSERT INTO resolution (meeting_id, state, drafted_by_id, adopted_at, created_at)
    SELECT id, 'on_control', ${deputy.personId}, ${app.now()}, ${app.now()} FROM met RETURNING id`;
  const resolutionId = row?.id ?? 0;
  let at = 0;
  const write = async (n: number): Promise<void> => {
    await database.db.$executeRaw`
      WITH made AS (
        INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, resolution_id, position, due, created_at, issued_at)
        SELECT k::text, 'issued', 'Пункт', 'Пункт', ${post()}, ${post()}, ${city.rootId}, ${resolutionId}::int, k, date '2026-12-25', ${app.now()}, ${app.now()}
        FROM generate_series(${at}::int + 1, ${at}::int + ${n}::int) k RETURNING id
      )
      INSERT INTO participation (task_id, post_id, force, due, first_due)
      SELECT id, ${head()}, 'assignment', date '2026-12-25', date '2026-12-25' FROM made`;
    at += n;
  };
  const [few, many] = await expectConstant(write, () => executionOf(app, deputy, resolutionId));
  expect([few.rows.length, many.rows.length]).toEqual([10, 1000]);
});

it('the ledger of delivery: counts, a page and all for the file', async () => {
  const { id: chatId } = await database.db.chat.findFirstOrThrow({ where: { telegramId: BigInt(city.deputy) } });
  let at = 0;
  const write = async (n: number): Promise<void> => {
    await database.db.$executeRaw`
      INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, person_id, state, due_at, sent_at, created_at)
      SELECT 'ledger:' || k, 1, 'tasks.card', ${chatId}, ${deputy.personId}, 'sent', ${app.now()}, ${app.now()}, ${app.now()}
      FROM generate_series(${at}::int + 1, ${at}::int + ${n}::int) k`;
    at += n;
  };
  const filter = { scopes: [`/${city.rootId}/`], since: new Date('2026-11-01T00:00:00Z') };
  const show = async () => ({
    counts: await countOutcomes(app, filter),
    page: await ledgerEntries(app, { ...filter, outcome: 'sent' }, { take: 10 }),
    all: await ledgerEntries(app, filter, { take: 20_000 }),
  });
  const [few, many] = await expectConstant(write, show);
  expect([few.all.length, many.all.length]).toEqual([10, 1000]);
  expect([many.counts.sent, many.page.length]).toEqual([1000, 10]);
});

it('a list by filter, its panel, the choices for every part of it, and an inline query', async () => {
  let at = 0;
  const write = async (n: number): Promise<void> => {
    await database.db.$executeRaw`
      WITH made AS (
        INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, topic, programmes, due, created_at, issued_at)
        SELECT 'Ф-' || k, 'issued', 'Фильтр', 'Отфильтровать', ${post()}, ${post()}, ${city.rootId}, 'Тема ' || k, ARRAY['Программа ' || k],
          date '2026-11-20', ${app.now()}, ${app.now()} FROM generate_series(${at}::int + 1, ${at}::int + ${n}::int) k RETURNING id
      )
      INSERT INTO participation (task_id, post_id, force, due, first_due)
      SELECT id, ${head()}, 'assignment', date '2026-11-20', date '2026-11-20' FROM made`;
    at += n;
  };
  const filter = filterOf({ state: 'overdue', words: 'отфильтровать', place: { orgId: city.rootId, alone: false } });
  const shows = {
    list: () => listView(app, deputy, 'ru', { filter, page: 0 }),
    tasks: () => listView(app, deputy, 'ru', { filter: { ...filter, view: 'tasks' }, page: 0 }),
    panel: () => panelView(app, deputy, 'ru', filter),
    ...Object.fromEntries(
      pickParts.map((part) => [part, () => pickView(app, deputy, 'ru', { filter, part, page: 0 })]),
    ),
    inline: async () => {
      await inlineFound(app, deputy, readFind('отфильтровать'), { skip: 0, take: 20 });
      return { text: '', keyboard: [] };
    },
  };
  const costs = async (): Promise<[string, number][]> => {
    const counts: [string, number][] = [];
    for (const [name, show] of Object.entries(shows)) counts.push([name, (await counted(show)).statements]);
    return counts;
  };
  await write(10);
  const few = await costs();
  await write(990);
  expect(await costs()).toEqual(few);
  expect(Math.max(...few.map(([, statements]) => statements))).toBeLessThanOrEqual(3);
  expect((await shows.list()).text).toContain('Записей: 1000 · поиск: «отфильтровать»');
});
