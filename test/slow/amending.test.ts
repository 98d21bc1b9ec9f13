// Amendments after the adoption: by the chair alone, with a reason, every version kept; two at once, stale, empty and forged ones.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { addByAmendment, amendHead, amendItem, cancelByAmendment } from '../../src/resolutions/amendment-actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import type { Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { addsItem, newest, startsResolution } from '../resolutions/secretary.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 4, silent: [4] });
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
const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');
const last = (person: Person): string => text(person.lastMessage);

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error(`${person.name} is a stranger`);
  return actor;
}

/** An adopted resolution: 1 for school 1 and 2, 2 for school 3. */
async function adopted(theme: string): Promise<{ resolutionId: number; taskIds: number[]; outcome: Message }> {
  await startsResolution(city, theme);
  await addsItem(city, { text: 'Пандусты жөндеу', executors: ['1, 2'], due: '25.12.2026' });
  await addsItem(city, { text: 'Есікті жөндеу', executors: ['3'], due: '28.12.2026' });
  await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
  await town.settle();
  const outcome = city.deputy.lastMessage;
  await city.deputy.presses('Принять', outcome);
  await town.settle();
  const { id, tasks } = await newest(town);
  return { resolutionId: id, taskIds: tasks.map((task) => task.id), outcome };
}

async function shares(taskId = 0) {
  const rows = await town.db.participation.findMany({
    where: { taskId },
    include: { post: { include: { org: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ post, role, state, due, firstDue }) => [
    post.org.code,
    role,
    state,
    due?.toISOString().slice(0, 10),
    firstDue?.toISOString().slice(0, 10),
  ]);
}

describe('the chair', () => {
  it('moves the date by buttons, with a reason; the first date stays, the executor is told, the version is kept', async () => {
    const { resolutionId, taskIds, outcome } = await adopted('Мерзім');
    await city.deputy.presses('Внести изменение', outcome);
    await city.deputy.presses('✏️ 2', outcome);
    await city.deputy.presses('Срок', outcome);
    await city.deputy.says('15.01.2027');
    await city.deputy.says('Поставка задержана');
    expect(last(city.deputy)).toContain('Срок: 28 декабря 2026 г., понедельник → 15 января 2027 г., пятница');
    await city.deputy.presses('Внести изменение', city.deputy.lastMessage);
    expect(last(city.deputy)).toContain('действует редакция 2');
    await town.settle();
    expect(await shares(taskIds[1])).toEqual([['s3', 'responsible', 'assigned', '2027-01-15', '2026-12-28']]);
    expect(head(3).messages.some((message) => text(message).includes('Себебі: Поставка задержана'))).toBe(true);
    await city.deputy.forges(outcome, `resolutions.versions:${resolutionId}:0`);
    expect(text(outcome)).toMatch(/Редакция 2[^]*пункт 2[^]*Срок: 28\.12\.2026 → 15\.01\.2027[^]*Причина: Поставка/);
  });

  it('changes executors: who leaves is withdrawn and told, who comes gets the task', async () => {
    const { resolutionId, taskIds } = await adopted('Орындаушылар');
    const [taskId = 0] = taskIds;
    const posts = await town.db.post.findMany({
      where: { org: { code: { in: ['s1', 's2', 's3'] } } },
      include: { org: true },
    });
    const id = (code: string): number => posts.find(({ org }) => org.code === code)?.id ?? 0;
    const before = head(3).messages.length;
    await amendItem(town.app, await actorOf(city.deputy), {
      taskId,
      version: 1,
      reason: 'Ошибка в списке',
      executorPostIds: [id('s3'), id('s2')],
    });
    await town.settle();
    const now = (await shares(taskId)).map((row) => row.slice(0, 3));
    expect(now).toEqual([
      ['s1', 'responsible', 'withdrawn'],
      ['s2', 'co_executor', 'assigned'],
      ['s3', 'responsible', 'assigned'],
    ]);
    expect(last(head(1))).toContain('орындаушысы емессіз');
    expect(head(3).messages.length).toBe(before + 1);
    const [amendment] = await town.db.amendment.findMany({ where: { resolutionId } });
    expect(amendment).toMatchObject({ version: 2, act: 'changed', before: { executors: [id('s1'), id('s2')] } });
    // And back again: the share that was withdrawn opens anew.
    await amendItem(town.app, await actorOf(city.deputy), {
      taskId,
      version: 2,
      reason: 'Вернули',
      executorPostIds: [id('s1')],
    });
    expect((await shares(taskId)).map((row) => row.slice(0, 3))).toEqual([
      ['s1', 'responsible', 'assigned'],
      ['s2', 'co_executor', 'withdrawn'],
      ['s3', 'responsible', 'withdrawn'],
    ]);
  });

  it('adds an item behind another by the dialog, numbered with a hyphen and issued at once', async () => {
    const { resolutionId, outcome } = await adopted('Қосымша тармақ');
    await city.deputy.presses('Внести изменение', outcome);
    await city.deputy.presses('Добавить пункт', outcome);
    await city.deputy.presses('1. Пандусты жөндеу', city.deputy.lastMessage);
    await city.deputy.says('Проверить пандусы');
    await city.deputy.presses('Поручение', city.deputy.lastMessage);
    await city.deputy.says('2');
    await city.deputy.presses('Готово', city.deputy.lastMessage);
    await city.deputy.says('28.12.2026');
    await city.deputy.presses('Пропустить', city.deputy.lastMessage);
    await city.deputy.says('Решение комиссии');
    await city.deputy.presses('Внести изменение', city.deputy.lastMessage);
    await town.settle();
    const tasks = await town.db.task.findMany({ where: { resolutionId }, orderBy: { position: 'asc' } });
    expect(tasks.map(({ number, state }) => [number, state])).toEqual([
      ['1', 'issued'],
      ['1-1', 'issued'],
      ['2', 'issued'],
    ]);
    expect(head(2).messages.some((message) => text(message).includes('Проверить пандусы'))).toBe(true);
  });

  it('cancels an item and corrects the head; when nothing is left the resolution closes by itself', async () => {
    const { resolutionId, taskIds } = await adopted('Соңы');
    const chair = await actorOf(city.deputy);
    await amendHead(town.app, chair, { resolutionId, version: 1, reason: 'Опечатка', number: '15', day: '2026-11-19' });
    await cancelByAmendment(town.app, chair, { taskId: taskIds[0] ?? 0, version: 2, reason: 'Выполнено раньше' });
    await cancelByAmendment(town.app, chair, { taskId: taskIds[1] ?? 0, version: 3, reason: 'Выполнено раньше' });
    await town.tick();
    expect(await newest(town)).toMatchObject({ state: 'closed', version: 4, meeting: { number: '15' } });
    expect(await town.db.amendment.findMany({ where: { resolutionId }, orderBy: { version: 'asc' } })).toMatchObject([
      {
        version: 2,
        act: 'head',
        before: { number: '14', day: '2026-11-20' },
        after: { number: '15', day: '2026-11-19' },
      },
      { version: 3, act: 'cancelled', taskId: taskIds[0] },
      { version: 4, act: 'cancelled', taskId: taskIds[1] },
    ]);
    await changingNothing(town, () =>
      expect(amendHead(town.app, chair, { resolutionId, version: 4, reason: 'Поздно', number: '16' })).rejects.toThrow(
        'amend-closed',
      ),
    );
  });
});

describe('what should not be', () => {
  it('nobody else amends, by button or by action, and an item is not corrected past its resolution', async () => {
    const { resolutionId, taskIds, outcome } = await adopted('Бөгде');
    const [taskId = 0] = taskIds;
    for (const person of [city.secretary, city.department, head(1), city.controller]) {
      await changingNothing(town, async () => {
        const actor = await actorOf(person);
        const amend = { version: 1, reason: 'Хочу' };
        await expect(amendItem(town.app, actor, { taskId, ...amend, text: 'Другое' })).rejects.toThrow('only-chair');
        await expect(cancelByAmendment(town.app, actor, { taskId, ...amend })).rejects.toThrow('only-chair');
        await expect(amendHead(town.app, actor, { resolutionId, ...amend, number: '9' })).rejects.toThrow('only-chair');
        expect((await person.forges(person.lastMessage, `resolutions.amend:${resolutionId}:0`)).alert).toBe(true);
        expect((await person.forges(person.lastMessage, `resolutions.amend-item:${taskId}`)).alert).toBe(true);
        expect((await person.forges(person.lastMessage, `resolutions.amend-field:${taskId}:text:1`)).alert).toBe(true);
      });
    }
    const chair = await actorOf(city.deputy);
    await expect(correctTask(town.app, chair, { taskId, text: 'Иначе', reason: 'Так' })).rejects.toThrow('amend-only');
    expect((await city.deputy.forges(outcome, `resolutions.amend-field:${taskId}:owner:1`)).alert).toBe(true);
  });

  it('an empty, reasonless, impossible or past change, a foreign executor and an unadopted draft are refused', async () => {
    const { resolutionId, taskIds } = await adopted('Бос өзгеріс');
    const [taskId = 0] = taskIds;
    const chair = await actorOf(city.deputy);
    const amend = { taskId, version: 1, reason: 'Так' };
    const secretary = await actorOf(city.secretary);
    const refused: [() => Promise<unknown>, string][] = [
      [() => amendItem(town.app, chair, { ...amend, text: 'Пандусты жөндеу' }), 'amend-nothing'],
      [() => amendItem(town.app, chair, { ...amend, reason: ' ', text: 'Другое' }), 'reason-needed'],
      [() => amendItem(town.app, chair, { ...amend, due: '2026-11-22' }), 'due-past'],
      [() => amendItem(town.app, chair, { ...amend, executorPostIds: [] }), 'amend-nobody'],
      [
        () => amendItem(town.app, chair, { ...amend, executorPostIds: [secretary.posts[0]?.postId ?? 0, 999_999] }),
        'gone',
      ],
      [() => amendItem(town.app, chair, { ...amend, text: 'Позвонить +7 701 234 56 78' }), 'guard-in-text'],
      [
        () => amendHead(town.app, chair, { resolutionId, version: 1, reason: 'Так', day: '2026-02-31' }),
        'day-impossible',
      ],
      [() => amendHead(town.app, chair, { resolutionId, version: 1, reason: 'Так', theme: ' ' }), 'theme-empty'],
      [() => amendItem(town.app, chair, { ...amend, taskId: 999_999, text: 'Нет' }), 'stale-button'],
    ];
    for (const [attempt, key] of refused) await expect(attempt()).rejects.toThrow(key);
    expect(await newest(town)).toMatchObject({ version: 1 });
    await startsResolution(city, 'Жоба');
    const draft = await newest(town);
    await expect(
      amendHead(town.app, chair, { resolutionId: draft.id, version: 1, reason: 'Так', number: '5' }),
    ).rejects.toThrow('amend-early');
  });

  it('of two at once exactly one wins, and whoever read an older version is told', async () => {
    const { taskIds } = await adopted('Екеуі бірден');
    const [taskId = 0, other = 0] = taskIds;
    const chair = await actorOf(city.deputy);
    const both = await Promise.allSettled([
      amendItem(town.app, chair, { taskId, version: 1, reason: 'Раз', due: '2027-01-15' }),
      cancelByAmendment(town.app, chair, { taskId: other, version: 1, reason: 'Два' }),
    ]);
    const failed = both.filter((one) => one.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(String(failed[0]?.reason)).toContain('amended-meanwhile');
    expect(await newest(town)).toMatchObject({ version: 2 });
    const cancelled = await town.db.task.findFirstOrThrow({ where: { id: other } });
    if (cancelled.state !== 'cancelled')
      await cancelByAmendment(town.app, chair, { taskId: other, version: 2, reason: 'Два' });
    const { version } = await newest(town);
    await expect(
      amendItem(town.app, chair, { taskId: other, version, reason: 'Поздно', text: 'Другое' }),
    ).rejects.toThrow('tasks-cancelled-already');
  });

  it('a dialog begun before somebody else amended changes nothing at its end', async () => {
    const { resolutionId, taskIds, outcome } = await adopted('Ескірген сұхбат');
    await city.deputy.presses('Внести изменение', outcome);
    await city.deputy.presses('✏️ 2', outcome);
    await city.deputy.presses('Отменить пункт', outcome);
    await city.deputy.says('Не нужен');
    await amendHead(town.app, await actorOf(city.deputy), { resolutionId, version: 1, reason: 'Раньше', number: '21' });
    await city.deputy.presses('Внести изменение', city.deputy.lastMessage);
    expect(last(city.deputy)).toContain('тем временем изменили');
    expect(await town.db.task.findUniqueOrThrow({ where: { id: taskIds[1] ?? 0 } })).toMatchObject({ state: 'issued' });
  });

  it('an added item that cannot be issued leaves nothing behind', async () => {
    const { resolutionId } = await adopted('Толық емес');
    const item = { text: 'Без срока', kind: 'assignment' as const, executorPostIds: [], fanOut: false };
    const added = { ...item, due: null, term: 'dated' as const, completionForm: null };
    const chair = await actorOf(city.deputy);
    await changingNothing(town, () =>
      expect(
        addByAmendment(town.app, chair, { resolutionId, afterTaskId: null, item: added, version: 1, reason: 'Так' }),
      ).rejects.toThrow('item-incomplete'),
    );
  });
});
