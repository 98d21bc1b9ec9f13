// Lists: searched by number, word and school, paged by the database, the same few statements at 10 and at 1,000; nothing confidential for others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { filterFrom } from '../../src/lists/filter-rules.ts';
import { listView } from '../../src/lists/view-queries.ts';
import { datesShown } from '../../src/tasks/date-rules.ts';
import { findTasks } from '../../src/tasks/find-queries.ts';
import { readFind } from '../../src/tasks/find-rules.ts';
import { openButtons, wordsOfList } from '../../src/tasks/list-messages.ts';
import { openPage, overdueParticipations } from '../../src/tasks/list-queries.ts';
import { countsUnder } from '../../src/tasks/count-queries.ts';
import { type ListName, presentList, presentStatus } from '../../src/tasks/list-views.ts';
import { taskView } from '../../src/tasks/queries.ts';
import { waitingForReview } from '../../src/tasks/waiting-queries.ts';
import { City } from '../reminders/build.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

let database: TestDatabase;
let app: City['app'];
let city: BulkCity;
let deputy: Actor;

beforeAll(async () => {
  database = await testDatabase();
  app = new City(database).app;
  city = await buildBulkCity(app, { schools: 1000 });
  deputy = await actorOf(city.deputy);
}, 60_000);
afterAll(() => database.close());

async function actorOf(telegramId: number): Promise<Actor> {
  const actor = await findActor(app, telegramId);
  if (!actor) throw new Error('nobody');
  return actor;
}

type Row = { number: string; textRu?: string; textKk?: string; schools?: number[]; confidential?: boolean };
/** Tasks of the deputy on control, overdue since a week, each for the schools named by number. */
async function tasks(rows: Row[]): Promise<number[]> {
  const at = app.now();
  const base = {
    state: 'issued' as const,
    rootOrgId: city.rootId,
    issuerPostId: deputy.posts[0]?.postId ?? 0,
    issuedAt: at,
    createdAt: at,
  };
  const due = new Date('2026-11-16');
  const data = rows.map(({ number, textRu, textKk, confidential = false }) => ({
    ...base,
    number,
    headline: textRu ?? textKk ?? number,
    textRu: textRu ?? null,
    textKk: textKk ?? null,
    confidential,
    due,
  }));
  const made = await app.db.task.createManyAndReturn({ data, select: { id: true } });
  const shares = rows.flatMap(({ schools = [] }, at) =>
    schools.map((school) => ({
      taskId: made[at]?.id ?? 0,
      postId: city.heads[school - 1]?.postId ?? 0,
      force: 'assignment' as const,
      due,
      firstDue: due,
    })),
  );
  await app.db.participation.createMany({ data: shares });
  return made.map(({ id }) => id);
}

async function foundBy(actor: Actor, words: string): Promise<string[]> {
  const find = readFind(words);
  if (!find) throw new Error('nothing to look for');
  return (await findTasks(app, actor, find, { take: 50 })).rows.map(({ number }) => number).sort();
}

describe('finding', () => {
  beforeAll(async () => {
    await tasks([
      { number: 'Т-9148', textRu: 'Отремонтировать пандусы у входа', schools: [12, 45] },
      { number: 'Т-9148/3', textRu: 'Ежемесячный свод', schools: [12] },
      { number: '92.1', textKk: 'Қысқы кезеңге дайындық туралы есеп беру', schools: [45] },
      { number: '92.11', textKk: 'Ұстаздар тізімі', schools: [45] },
      { number: 'Т-9200', textRu: 'Ёлка для школьников', schools: [13], confidential: true },
    ]);
  });

  it.each([
    ['т9148', ['Т-9148', 'Т-9148/3']],
    ['T-9148', ['Т-9148', 'Т-9148/3']],
    ['9148', ['Т-9148', 'Т-9148/3']],
    ['92.1', ['92.1']],
    ['пандус', ['Т-9148']],
    ['ПАНДУСАМИ ВХОД', ['Т-9148']],
    ['кыскы', ['92.1']],
    ['қысқы есебі', ['92.1']],
    ['устаздар', ['92.11']],
    ['елка', ['Т-9200']],
    ['школа 12', ['Т-9148', 'Т-9148/3']],
    ['пандус школа 45', ['Т-9148']],
    ['45 мектеп есеп', ['92.1']],
    ['вертолёт', []],
  ])('%s', async (words, numbers) => {
    expect(await foundBy(deputy, words)).toEqual(numbers);
  });

  it('gives a head only what concerns the own school, and counts no other', async () => {
    const head = await actorOf(city.heads[44]?.telegramId ?? 0);
    expect(await foundBy(head, 'пандус')).toEqual(['Т-9148']);
    expect(await foundBy(head, 'свод')).toEqual([]);
    expect(await foundBy(head, 'школа 45')).toContain('Т-9148');
    expect(await foundBy(head, 'школа 12')).toEqual([]);
    const find = readFind('пандус');
    const { rows } = await findTasks(app, head, find as never, { take: 5 });
    expect(rows).toMatchObject([{ shares: 1, overdue: 1, accepted: 0, blocked: 0 }]);
  });

  it('shows a confidential task to those it concerns alone', async () => {
    const controller = await actorOf(city.controller);
    expect(await foundBy(deputy, 'елка')).toEqual(['Т-9200']);
    expect(await foundBy(controller, 'елка')).toEqual([]);
    expect(await foundBy(controller, 'пандус')).toEqual(['Т-9148']);
    expect(await foundBy(await actorOf(city.heads[12]?.telegramId ?? 0), 'елка')).toEqual(['Т-9200']);
    const seen = await overdueParticipations(app, controller, { take: 50 });
    expect(seen.rows.map(({ number }) => number)).not.toContain('Т-9200');
  });

  it('tells items of two resolutions with one number apart on their buttons', () => {
    const rows = [
      { taskId: 1, number: '1', headline: 'Покрасить ограду парка' },
      { taskId: 2, number: '2', headline: 'Снять ограду парка' },
      { taskId: 3, number: '1', headline: 'Вымыть ограду парка' },
      { taskId: 2, number: '2', headline: 'Снять ограду парка' },
    ];
    const labels = openButtons(rows).map((row) => row.map(({ text }) => text));
    expect(labels).toEqual([['2'], ['1 · Покрасить ограду парка'], ['1 · Вымыть ограду парка']]);
  });

  it('finds drafts of nobody', async () => {
    const [id = 0] = await tasks([{ number: 'Т-9300', textRu: 'Черновик редкий', schools: [1] }]);
    await app.db.task.update({ where: { id }, data: { state: 'draft' } });
    expect(await foundBy(deputy, 'черновик')).toEqual([]);
    await app.db.task.update({ where: { id }, data: { state: 'issued', undoUntil: new Date('2027-01-01') } });
    expect(await foundBy(deputy, 'черновик')).toEqual([]);
  });

  it('shows overdue and blocked at once, how far it is, and how often the date was moved', async () => {
    const [taskId = 0] = await tasks([{ number: 'Т-9400', textRu: 'Закупить парты', schools: [30] }]);
    const data = { blockedAt: app.now(), blockedReason: 'нет поставщика', progress: 60, extensionCount: 2 };
    await app.db.participation.updateMany({ where: { taskId }, data });
    const head = await actorOf(city.heads[29]?.telegramId ?? 0);
    for (const list of ['my', 'overdue', 'find'] as ListName[]) {
      const { text } = await presentList(app, head, list, { locale: 'ru', page: 0, words: 'парты' });
      expect(text, list).toMatch(/⚠️ просрочено.*🚧 .*препятстви.* 60 %.*продления: 2/);
    }
  });

  it('tells in /overdue of each task once, with how many are late and a button that opens these', async () => {
    const schools = [301, 302, 303];
    const [many = 0] = await tasks([
      { number: 'Т-9600', textRu: 'Почистить арыки', schools },
      { number: 'Т-9601', textRu: 'Почистить арыки у школы', schools: [304] },
    ]);
    const { text, keyboard } = await presentList(app, deputy, 'overdue', { locale: 'ru', page: 0, words: 'арыки' });
    expect(text).toContain('Просрочено: 4, поручений: 2 · поиск: «арыки»');
    expect(text).toContain('№ Т-9600</b> · 16.11.2026, пн · ⚠️ исполнителей: 3\nПочистить арыки');
    expect(text.match(/Т-9600/g)).toHaveLength(1);
    expect(text).not.toContain('Школа № 301');
    expect(text).toMatch(/№ Т-9601<\/b> · 16.11.2026, пн · ⚠️ просрочено\nПочистить арыки у школы\nШкола № 304/);
    const opens = keyboard.flat().find(({ text }) => text === '№ Т-9600: кто просрочил (3)');
    const data = opens && 'callback_data' in opens ? opens.callback_data : '';
    const filter = filterFrom(data.replace('lists.open:', ''), 'арыки') ?? expect.unreachable();
    expect(filter).toMatchObject({ view: 'shares', taskId: many, state: 'overdue', words: 'арыки' });
    const { text: list } = await listView(app, deputy, 'ru', { filter, page: 0 });
    for (const n of schools) expect(list).toContain(`Школа № ${n}`);
    const beyond = await presentList(app, deputy, 'overdue', { locale: 'ru', page: 9, words: 'арыки' });
    expect(beyond.text).toBe(text);
  });

  it('shows one task with the same dates in /find, /overdue and /status: those of its shares, not its own', async () => {
    const [taskId = 0] = await tasks([{ number: 'Т-9700', textRu: 'Убрать сугробы', schools: [301, 302, 303, 304] }]);
    await app.db.task.update({ where: { id: taskId }, data: { fanOut: true } });
    const [early, late, moved] = await app.db.participation.findMany({ where: { taskId }, orderBy: { id: 'asc' } });
    await app.db.participation.update({ where: { id: early?.id ?? 0 }, data: { due: new Date('2026-11-13') } });
    await app.db.participation.update({
      where: { id: late?.id ?? 0 },
      data: { due: new Date('2026-11-10'), state: 'accepted' },
    });
    await app.db.participation.update({ where: { id: moved?.id ?? 0 }, data: { due: new Date('2026-12-25') } });
    const days = '13.11.2026, пт – 25.12.2026, пт';
    for (const list of ['find', 'overdue'] as const) {
      const { text } = await presentList(app, deputy, list, { locale: 'ru', page: 0, words: 'сугробы' });
      expect(text).toContain(`№ Т-9700</b> · ${days}`);
    }
    const status = await presentStatus(app, deputy, 'ru', { words: 'сугробы' });
    expect(status.text).toContain('13.11.2026 – 25.12.2026');
    const view = (await taskView(app, taskId)) ?? expect.unreachable();
    expect(datesShown(view, view.participations)).toEqual({ from: '2026-11-13', to: '2026-12-25' });
  });

  it('searches /my, /overdue and /status too; a page knows by its head what it was searched by', async () => {
    const head = await actorOf(city.heads[11]?.telegramId ?? 0);
    const { text } = await presentList(app, head, 'my', { locale: 'ru', page: 0, words: 'пандус' });
    expect(text).toMatch(/Открыто поручений: 1 · поиск: «пандус»/);
    expect(wordsOfList(text.replace(/<[^>]*>/g, ''))).toBe('пандус');
    const none = await presentList(app, head, 'overdue', { locale: 'kk', page: 0, words: 'вертолёт' });
    expect(none.text).toContain('вертолёт');
    const { text: status } = await presentStatus(app, deputy, 'ru', { words: 'школа 12' });
    expect(status).toMatch(/«школа 12»[^]*На контроле: 2/);
    await expect(presentList(app, head, 'find', { locale: 'ru', page: 0 })).rejects.toMatchObject({
      key: 'tasks-find-how',
    });
  });
});

describe('at 10 and at 1,000', () => {
  it('no list costs more statements', async () => {
    const head = await actorOf(city.heads[99]?.telegramId ?? 0);
    const controller = await actorOf(city.controller);
    const lists: [string, () => Promise<unknown>][] = [
      ['my', () => presentList(app, head, 'my', { locale: 'ru', page: 0 })],
      ['my searched', () => presentList(app, head, 'my', { locale: 'ru', page: 0, words: 'проверить' })],
      ['overdue', () => presentList(app, deputy, 'overdue', { locale: 'ru', page: 0 })],
      ['overdue beyond the end', () => presentList(app, deputy, 'overdue', { locale: 'ru', page: 99_999 })],
      ['find', () => presentList(app, deputy, 'find', { locale: 'ru', page: 0, words: 'проверить школа 100' })],
      [
        'find beyond the end',
        () => presentList(app, deputy, 'find', { locale: 'ru', page: 9_999, words: 'проверить' }),
      ],
      ['status', () => presentStatus(app, deputy, 'ru')],
      ['review', () => waitingForReview(app, controller)],
      ['counts', () => countsUnder(app, ['/'])],
      ['page', () => openPage(app, head, { take: 8 })],
    ];
    const costs = async (): Promise<[string, number][]> => {
      const counted: [string, number][] = [];
      for (const [name, work] of lists) counted.push([name, (await countStatements(work)).statements]);
      return counted;
    };
    const all = (n: number): Row[] =>
      Array.from({ length: n }, (_, at) => ({
        number: `5.${n + at}`,
        textRu: 'Проверить и доложить',
        schools: [100, (at % 900) + 101],
      }));
    await tasks(all(10));
    const few = await costs();
    await tasks(all(1000));
    await tasks([
      { number: 'Т-9500', textRu: 'Проверить всё', schools: Array.from({ length: 1000 }, (_, at) => at + 1) },
    ]);
    expect(await costs()).toEqual(few);
    expect(Math.max(...few.map(([, statements]) => statements))).toBeLessThanOrEqual(3);
    const { text } = await presentList(app, deputy, 'find', { locale: 'ru', page: 1, words: 'проверить' });
    expect(text).toContain('Найдено поручений: 1011 · поиск: «проверить»');
  });
});
