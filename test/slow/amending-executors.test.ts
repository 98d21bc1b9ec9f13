// Executors changed by an amendment: rights and state of the item as for any other change, roles with their dates, cards that end.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { addItem, adoptResolution, sendToChair } from '../../src/resolutions/actions.ts';
import { amendItem } from '../../src/resolutions/amendment-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import type { Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { addsItem, newest, startsResolution } from '../resolutions/secretary.ts';

let town: Town;
let city: City;
let posts: Map<string, number>;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 3 });
  const rows = await town.db.post.findMany({ where: { org: { code: { startsWith: 's' } } }, include: { org: true } });
  posts = new Map(rows.map(({ id, org }) => [org.code ?? '', id]));
}, 120_000);
afterAll(async () => town.close());
beforeEach(async () => {
  await city.secretary.says('/cancel');
  await city.deputy.says('/cancel');
});
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const head = (n: number): Person => city.heads.get(n) as Person;

async function chair(): Promise<Actor> {
  const actor = await findActor(town.app, city.deputy.id);
  if (!actor) throw new Error('the chair is a stranger');
  return actor;
}

/** An adopted resolution with one item, due on 25 December, for these schools. */
async function adopted(theme: string, executors: string): Promise<number> {
  await startsResolution(city, theme);
  await addsItem(city, { text: `${theme}: пандус`, executors: [executors], due: '25.12.2026' });
  await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
  await town.settle();
  await city.deputy.presses('Принять', city.deputy.lastMessage);
  await town.settle();
  const { tasks } = await newest(town);
  return tasks[0]?.id ?? 0;
}

async function amend(taskId: number, codes: string[]): Promise<void> {
  const { version } = await newest(town);
  const executorPostIds = codes.map((code) => posts.get(code) ?? 0);
  await amendItem(town.app, await chair(), { taskId, version, reason: 'Так решили', executorPostIds });
  await town.settle();
}

async function shares(taskId: number) {
  const rows = await town.db.participation.findMany({
    where: { taskId, state: { not: 'withdrawn' } },
    include: { post: { include: { org: true } } },
    orderBy: [{ position: 'asc' }],
  });
  return rows.map(({ post, role, state, due }) => [post.org.code, role, state, due?.toISOString().slice(0, 10)]);
}

describe('executors of an item', () => {
  it('one who comes back behind another is no second responsible, and each role has its date', async () => {
    const taskId = await adopted('Рөлдер', '1');
    await amend(taskId, ['s2']);
    await amend(taskId, ['s2', 's1']);
    expect(await shares(taskId)).toEqual([
      ['s2', 'responsible', 'assigned', '2026-12-25'],
      ['s1', 'co_executor', 'assigned', '2026-12-22'],
    ]);
    await amend(taskId, ['s1', 's2', 's3']);
    expect(await shares(taskId)).toEqual([
      ['s1', 'responsible', 'assigned', '2026-12-25'],
      ['s2', 'co_executor', 'assigned', '2026-12-22'],
      ['s3', 'co_executor', 'assigned', '2026-12-22'],
    ]);
  });

  it('who stays in another role has the new role and date on the card that stands', async () => {
    const taskId = await adopted('Карта', '1, 2');
    const card = head(1).messages.findLast((message) => message.text.includes('Карта: пандус')) as Message;
    const before = card.text;
    await amend(taskId, ['s2', 's1']);
    expect((await shares(taskId)).map(([code, role, , due]) => [code, role, due])).toEqual([
      ['s2', 'responsible', '2026-12-25'],
      ['s1', 'co_executor', '2026-12-22'],
    ]);
    expect(card.text).not.toBe(before);
    expect(card.text).toMatch(/22/);
  });

  it('who leaves has a card without buttons; the journal names the chair', async () => {
    const taskId = await adopted('Карточка', '1, 2');
    const card = head(2).messages.findLast(({ buttons }) => buttons.length > 0) as Message;
    expect(card.text).toContain('Карточка');
    await amend(taskId, ['s1']);
    expect(card.buttons).toEqual([]);
    const event = await town.db.journalEvent.findFirstOrThrow({
      where: { verb: 'resolutions.executors-changed' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({ actorPersonId: (await chair()).personId });
    // And back: a new message, since the card has ended.
    const before = head(2).messages.length;
    await amend(taskId, ['s1', 's2']);
    expect(head(2).messages).toHaveLength(before + 1);
    expect(head(2).lastMessage.buttons.length).toBeGreaterThan(0);
  });

  it('a periodic item has its new words in the open period too, and keeps its dates', async () => {
    await startsResolution(city, 'Мерзімді');
    const { id: resolutionId } = await newest(town);
    const secretary = await findActor(town.app, city.secretary.id);
    if (!secretary) throw new Error('the secretary is a stranger');
    const item = { text: 'Есеп беру', kind: 'assignment' as const, executorPostIds: [posts.get('s1') ?? 0] };
    const monthly = { due: '2026-12-25', term: 'dated' as const, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=25' };
    await addItem(town.app, secretary, { resolutionId, ...item, ...monthly, fanOut: false, completionForm: null });
    await sendToChair(town.app, secretary, { resolutionId });
    await adoptResolution(town.app, await chair(), { resolutionId });
    await town.settle();
    const series = await town.db.task.findFirstOrThrow({ where: { resolutionId, seriesId: null } });
    const change = { taskId: series.id, version: 1, reason: 'Уточнили' };
    await changingNothing(town, async () =>
      expect(amendItem(town.app, await chair(), { ...change, due: '2027-01-15' })).rejects.toThrow(
        'periods-date-by-rule',
      ),
    );
    await amendItem(town.app, await chair(), { ...change, text: 'Айлық есеп беру' });
    await town.settle();
    const periods = await town.db.task.findMany({ where: { seriesId: series.id } });
    expect(periods.map(({ textKk }) => textKk)).toEqual(['Айлық есеп беру']);
    expect(head(1).lastMessage.text).toContain('Уточнили');
  });

  it('under special control the chair who is no akim changes them as little as text and date', async () => {
    const taskId = await adopted('Ерекше', '1');
    await town.db.task.update({ where: { id: taskId }, data: { specialControl: true } });
    await changingNothing(town, () => expect(amend(taskId, ['s2'])).rejects.toThrow('tasks-may-not-correct'));
  });

  it('an item that was closed or cancelled while the reason was typed gets nobody', async () => {
    const taskId = await adopted('Жабық', '1');
    for (const state of ['closed', 'cancelled'] as const) {
      await town.db.task.update({ where: { id: taskId }, data: { state } });
      await changingNothing(town, () => expect(amend(taskId, ['s2'])).rejects.toThrow(`tasks-${state}-already`));
    }
  });
});
