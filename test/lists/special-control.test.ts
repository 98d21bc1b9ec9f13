// What is on special control: marked in every list, first in each, found by a filter and by its name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestFigures, type Figures } from '../../src/digests/figures-queries.ts';
import { digestMessage } from '../../src/digests/messages.ts';
import { digestFilter } from '../../src/digests/rules.ts';
import { groupMessage, type GroupScreen } from '../../src/groups/messages.ts';
import { groupWork } from '../../src/groups/queries.ts';
import { inlineResults } from '../../src/lists/inline-messages.ts';
import { inlineFound, listView } from '../../src/lists/view-queries.ts';
import { codeOf, type Filter, filterOf } from '../../src/lists/filter-rules.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { readFind } from '../../src/tasks/find-rules.ts';
import { type ListName, presentList, presentStatus } from '../../src/tasks/list-views.ts';
import { City } from '../reminders/build.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: City['app'];
let city: BulkCity;
let deputy: Actor;
let head: Actor;

/** Twenty late tasks of school 1, the two on special control late for the shortest time; one special is done. */
const flagged = ['Т-19', 'Т-20'];

beforeAll(async () => {
  database = await testDatabase();
  app = new City(database).app;
  city = await buildBulkCity(app, { schools: 2 });
  deputy = await actorOf(city.deputy);
  head = await actorOf(city.heads[0]?.telegramId ?? 0);
  for (let n = 1; n <= 20; n += 1) await task({ number: `Т-${n}`, due: `2026-10-${String(n).padStart(2, '0')}` });
  await task({ number: 'Т-21', due: '2026-12-30' });
  await task({ number: 'Т-22', due: '2026-10-01', specialControl: true, closed: true });
  await app.db.task.updateMany({ where: { number: { in: flagged } }, data: { specialControl: true } });
}, 60_000);
afterAll(() => database.close());

async function actorOf(telegramId: number): Promise<Actor> {
  const actor = await findActor(app, telegramId);
  if (!actor) throw new Error('nobody');
  return actor;
}

type Given = { number: string; due: string; text?: string; specialControl?: boolean; closed?: boolean };
async function task({
  number,
  due,
  text = 'Отремонтировать пандус',
  specialControl = false,
  closed = false,
}: Given): Promise<void> {
  const at = app.now();
  const { id: taskId } = await app.db.task.create({
    data: {
      ...{ number, specialControl, headline: text, textRu: text },
      ...{ rootOrgId: city.rootId, issuerPostId: deputy.posts[0]?.postId ?? 0, issuedAt: at, createdAt: at },
      ...{ due: new Date(due), state: closed ? 'closed' : 'issued', closedAt: closed ? at : null },
    },
  });
  const dates = { due: new Date(due), firstDue: new Date(due) };
  const postId = city.heads[0]?.postId ?? 0;
  const done = closed ? { state: 'accepted' as const, acceptedAt: at, inTime: true } : {};
  await app.db.participation.create({ data: { taskId, postId, force: 'assignment', ...dates, ...done } });
}

/** Numbers of the tasks in the order of their lines. */
const numbers = (text: string): string[] => [...text.matchAll(/№ (Т-\d+)/g)].map(([, number]) => number ?? '');
const lineOf = (text: string, number: string): string =>
  text.split('\n').find((line) => line.includes(`№ ${number}<`) || line.includes(`№ ${number} `)) ?? '';
/** All pages one after another. */
async function pages(read: (page: number) => Promise<{ text: string }>, most: number): Promise<string[]> {
  const texts: string[] = [];
  for (let page = 0; page < most; page += 1) texts.push((await read(page)).text);
  return texts.flatMap(numbers);
}

const mark = '🔺 особый контроль';
const listed = (list: ListName, page = 0, words?: string) =>
  presentList(app, list === 'my' ? head : deputy, list, { locale: 'ru', page, words });
const filtered = (set: Partial<Filter>, page = 0) => listView(app, deputy, 'ru', { filter: filterOf(set), page });
const late = Array.from({ length: 20 }, (_, at) => `Т-${at + 1}`);
const lateFlaggedFirst = [...flagged, ...late.filter((number) => !flagged.includes(number))];

describe('what is on special control stands first', () => {
  it.each(['my', 'overdue'] as const)('in /%s, page after page, each once', async (list) => {
    const all = list === 'my' ? [...lateFlaggedFirst, 'Т-21'] : lateFlaggedFirst;
    expect(await pages((page) => listed(list, page), 3)).toEqual(all);
  });

  it('in what was found: before the others that are open, what is over comes last', async () => {
    const found = await pages((page) => listed('find', page, 'пандус'), 3);
    expect(found).toEqual([...lateFlaggedFirst, 'Т-21', 'Т-22']);
  });

  it('among the late of /status', async () => {
    const { text } = await presentStatus(app, deputy, 'ru');
    expect(numbers(text).slice(0, 3)).toEqual([...flagged, 'Т-1']);
  });

  it.each(['shares', 'tasks'] as const)('in lists by %s, page after page', async (view) => {
    expect(await pages((page) => filtered({ state: 'overdue', view }, page), 3)).toEqual(lateFlaggedFirst);
  });

  it('in the work of a working group, marked', async () => {
    await app.db.task.updateMany({ where: { number: { in: ['Т-1', 'Т-19', 'Т-21'] } }, data: { groupIds: [4] } });
    const { tasks } = await groupWork(app, deputy, 4);
    expect(tasks.map(({ number, special }) => [number, special])).toEqual([
      ['Т-19', true],
      ['Т-1', false],
      ['Т-21', false],
    ]);
    const name = { nameKk: 'Топ', nameRu: 'Группа' };
    const group = { ...name, orgNameKk: 'Әкімдік', orgNameRu: 'Акимат', head: { ...name, org: name }, seats: [] };
    const screen = { group, tasks, series: [], page: 0, today: '2026-11-23', own: null } as unknown as GroupScreen;
    const { html } = groupMessage(app, 'ru', screen);
    expect(html).toContain('🔺 № Т-19');
    expect(html.match(/🔺/gu)).toHaveLength(1);
  });

  it('in the results of inline mode', async () => {
    const { rows } = await inlineFound(app, deputy, readFind('пандус'), { skip: 0, take: 5 });
    const titles = inlineResults(app, 'ru', 'orynda_bot', rows).map(({ title }) => title);
    expect(titles.map((title) => numbers(title)[0])).toEqual([...flagged, 'Т-1', 'Т-2', 'Т-3']);
    expect(titles.map((title) => title.includes(mark))).toEqual([true, true, false, false, false]);
  });
});

describe('what is on special control is marked', () => {
  it.each([
    ['/my', () => listed('my')],
    ['/overdue', () => listed('overdue')],
    ['/find', () => listed('find', 0, 'пандус')],
    ['a list by executors', () => filtered({ state: 'overdue' })],
    ['a list by tasks', () => filtered({ state: 'overdue', view: 'tasks' })],
  ])('in %s, and nothing else is', async (_, read) => {
    const { text } = await read();
    expect(lineOf(text, 'Т-20')).toContain(mark);
    expect(lineOf(text, 'Т-1')).not.toContain('🔺');
  });

  it('in /status', async () => {
    const { text } = await presentStatus(app, deputy, 'ru');
    expect(text).toContain('⚠️ 🔺 № Т-19');
    expect(text).toContain('⚠️ № Т-1 ');
  });

  it('in /status, but where it is confidential: a group shows number and date of that alone', async () => {
    await app.db.task.updateMany({ where: { number: 'Т-19' }, data: { confidential: true } });
    const { text } = await presentStatus(app, deputy, 'ru');
    expect(text).toContain('⚠️ № Т-19');
    await app.db.task.updateMany({ where: { number: 'Т-19' }, data: { confidential: false } });
  });

  it.each([
    ['kk', '🔺 ерекше бақылау'],
    ['en', '🔺 special control'],
  ] as const)('in the words of %s', async (locale, words) => {
    const { text } = await presentList(app, head, 'my', { locale, page: 0 });
    expect(text).toContain(words);
  });
});

describe('the filter', () => {
  it('holds what is on special control and not done', async () => {
    expect(numbers((await filtered({ state: 'special' })).text)).toEqual(flagged);
    expect(codeOf(filterOf({ state: 'special' }))).toBe('Ss');
  });
});

describe('the words', () => {
  it.each(['особый контроль', 'ерекше бақылау', 'special control'])('"%s" find what is so marked', async (words) => {
    expect(numbers((await listed('find', 0, words)).text)).toEqual([...flagged, 'Т-22']);
    expect(numbers((await listed('overdue', 0, words)).text)).toEqual(flagged);
    expect(numbers((await listed('my', 0, words)).text)).toEqual(flagged);
    expect(numbers((await filtered({ state: 'overdue', words })).text)).toEqual(flagged);
  });

  it('find beside other words only what says these too', async () => {
    expect(numbers((await listed('find', 0, 'особый контроль пандус')).text)).toEqual([...flagged, 'Т-22']);
    expect(numbers((await listed('find', 0, 'особый контроль вертолёт')).text)).toEqual([]);
  });

  it('still find a text that says them', async () => {
    await task({ number: 'Т-30', due: '2026-12-31', text: 'Взять на особый контроль питание' });
    expect(numbers((await listed('find', 0, 'особый контроль')).text)).toEqual([...flagged, 'Т-30', 'Т-22']);
  });
});

describe('the digest', () => {
  const period = { from: '2026-11-16', to: '2026-11-22' };
  const subscription = { id: 7, org: null, resolution: null, about: { topic: null } };
  const scope = () => ({ path: `/${city.rootId}/`, resolutionId: null, topic: null, confidential: [] });
  const digest = (figures: Figures, locale: 'kk' | 'ru' | 'en' = 'ru') =>
    digestMessage(app, locale, { subscription: subscription as never, period, figures, names: new Map() });

  it.each([
    ['ru', '🔺 На особом контроле: 2, из них просрочено: 2 (+2 за неделю)'],
    ['kk', '🔺 Ерекше бақылауда: 2, оның ішінде мерзімі өткені: 2 (апта ішінде +2)'],
    ['en', '🔺 Under special control: 2, of them overdue: 2 (+2 in a week)'],
  ] as const)('has one line of it, below what is on control (%s)', async (locale, line) => {
    const lines = digest(await digestFigures(app, scope(), period), locale).text.split('\n');
    expect(lines[3]).toBe(line);
    expect(lines.filter((each) => each.includes('🔺'))).toHaveLength(1);
  });

  it('opens the list behind it', async () => {
    const { keyboard = [] } = digest(await digestFigures(app, scope(), period));
    const found = keyboard.flat().find(({ text }) => text === '🔺 На особом контроле: 2');
    expect(found).toMatchObject({ callback_data: 'digests.list:7:s:0:2026-11-23' });
    const filter = digestFilter(scope(), period, 's') ?? expect.unreachable();
    expect(numbers((await listView(app, deputy, 'ru', { filter, page: 0 })).text)).toEqual(flagged);
  });

  it('says nothing of it where nothing is, or where it was planned by an earlier version', async () => {
    const { special: _, ...earlier } = await digestFigures(app, scope(), period);
    for (const figures of [earlier, { ...earlier, special: 0 }]) {
      const { text, keyboard } = digest(figures);
      expect(text).not.toContain('🔺');
      expect(JSON.stringify(keyboard)).not.toContain('🔺');
    }
  });
});
