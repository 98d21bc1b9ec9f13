// History in the chat: the story of a task for those who may see it, and a resolution as it was on a past day.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storyFor } from '../../src/history/story-queries.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, submitReport } from '../../src/reports/actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { addsItem, newest, startsResolution } from '../resolutions/secretary.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let taskId: number;
let secretId: number;
let resolutionId: number;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 4, silent: [1] });
  taskId = await issue('Отремонтировать пандус', [2, 3]);
  secretId = await issue('Проверить жалобу', [3], true);
  resolutionId = await adopted();
  town.clock.set('2026-11-25T10:00');
  const reason = 'Поставка задержана';
  await correctTask(town.app, await actorOf(city.deputy), { taskId, due: '2027-01-15', reason });
  town.clock.set('2026-11-26T15:30');
  await files(taskId, 2);
  await files((await newest(town)).tasks[0]?.id ?? 0, 3, true);
  town.clock.set('2026-12-01T12:00');
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error('nobody');
  return actor;
}

async function postsOf(numbers: number[]): Promise<number[]> {
  const ids = [];
  for (const n of numbers) {
    const post = await town.db.post.findFirstOrThrow({ where: { org: { code: `s${n}` } } });
    ids.push(post.id);
  }
  return ids;
}

async function issue(text: string, schools: number[], confidential = false): Promise<number> {
  const fields = { text, locale: 'ru' as const, due: '2026-12-25', fanOut: true, confidential };
  const draft = { ...fields, executorPostIds: await postsOf(schools) };
  const { taskId } = await createDraft(town.app, await actorOf(city.deputy), draft);
  await issueTask(town.app, await actorOf(city.deputy), { taskId });
  return taskId;
}

async function files(taskId: number, n: number, accepted = false): Promise<void> {
  const [postId = 0] = await postsOf([n]);
  const { id: participationId } = await town.db.participation.findFirstOrThrow({ where: { taskId, postId } });
  const report = { participationId, text: 'Пандус установлен', final: true, attachments: [], requestKey: `k${taskId}` };
  const { reportId } = await submitReport(town.app, await actorOf(head(n)), report);
  if (accepted) await acceptReport(town.app, await actorOf(city.deputy), { reportId });
}

/** Two items on 23 November, adopted by the deputy. */
async function adopted(): Promise<number> {
  await startsResolution(city, 'Қыс туралы');
  for (const text of ['Пандусты жөндеу', 'Жылу жүйесін тексеру'])
    await addsItem(city, { text, executors: ['3'], due: '30.11.2026' });
  await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
  await town.settle();
  await city.deputy.presses('✅ Принять', city.deputy.lastMessage);
  await town.settle();
  return (await newest(town)).id;
}

async function storyOf(person: Person, words: string): Promise<string> {
  await person.says(`/history ${words}`);
  return person.lastMessage.text;
}

describe('the story of a task', () => {
  it('tells the reason of a correction to whoever takes part', async () => {
    const { events } = await storyFor(town.app, await actorOf(head(2)), taskId);
    expect(events.find(({ verb }) => verb === 'tasks.corrected')?.reason).toBe('Поставка задержана');
    expect(events.find(({ verb }) => verb === 'tasks.issued')?.reason).toBeNull();
  });

  it('says date and time, who for which post, and what changed, the newest first', async () => {
    const text = await storyOf(city.deputy, 'Т-1');
    expect(text).toContain('История поручения № Т-1');
    const order = [
      '26.11.2026 15:30',
      'Школа № 2: новое → на рассмотрении',
      '25.11.2026 10:00',
      '25.12.2026 → 15.01.2027',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain('Заместитель акима, Акимат города Үлгі (А. Мысалов)');
    expect(text).toContain('Исполнители: Школа № 2, Школа № 3');
    expect(text).toContain('Причина: Поставка задержана');
  });

  it('is reached from the card', async () => {
    await city.deputy.forges(city.deputy.lastMessage, `tasks.open:${taskId}`);
    await town.settle();
    await city.deputy.presses('История', city.deputy.lastMessage);
    expect(city.deputy.lastMessage.text).toContain('Представлен отчёт');
  });

  it('shows an executor of a task for many only the own share, and posts without names', async () => {
    const text = await storyOf(head(3), 'Т-1');
    expect(text).toContain('№ 3 мектеп');
    expect(text).not.toContain('№ 2 мектеп');
    expect(text).not.toContain('Мысалов');
    expect(text).toContain('тағы 1');
  });

  it('is refused to those who may not see the task, and in groups', async () => {
    expect(await storyOf(head(4), 'Т-1')).toContain('Т-1');
    expect(head(4).lastMessage.text).not.toContain('История');
    const forged = await head(4).forges(head(4).lastMessage, `history.open:${taskId}`);
    expect(forged.text).not.toBe('');
    expect(await storyOf(head(2), 'Т-2')).not.toContain('История');
    expect((await head(2).forges(head(2).lastMessage, `history.story:${secretId}:0`)).text).not.toBe('');
    await city.deputy.in(city.group).says('/history@orynda_bot 1');
    expect(city.deputy.in(city.group).lastMessage.text).toContain('только в личном чате');
  });

  it('names a person who was erased by the post only', async () => {
    const { id } = await town.db.person.findFirstOrThrow({ where: { surname: 'Директоров2' } });
    expect(await storyOf(city.deputy, 'Т-1')).toContain('М. Директоров2');
    await town.db.person.update({ where: { id }, data: { pseudonymisedAt: town.clock.now() } });
    const text = await storyOf(city.deputy, 'Т-1');
    expect(text).not.toContain('Директоров2');
    expect(text).toContain('Директор школы, Школа № 2');
    await town.db.person.update({ where: { id }, data: { pseudonymisedAt: null } });
  });

  it('explains how to ask, and survives forged buttons', async () => {
    expect(await storyOf(city.deputy, 'пандус')).toContain('/history 148');
    const deputy = city.deputy;
    for (const data of [
      'history.story:0:0',
      `history.story:${taskId}:x`,
      'history.open:abc',
      `history.table:${resolutionId}:20261340:0`,
    ])
      expect((await deputy.forges(deputy.lastMessage, data)).text).not.toBe('');
    await deputy.forges(deputy.lastMessage, `history.story:${taskId}:99`);
  });
});

/** Presses the line of the resolution in the list. */
async function opensWinter(): Promise<void> {
  const list = city.secretary.lastMessage;
  const label = list.buttons.flat().find((text) => text.includes('Қыс туралы')) ?? '';
  await city.secretary.presses(label, list);
}

describe('a resolution on a past day', () => {
  it('is shown as it was, whatever happened since', async () => {
    await city.secretary.says('/asof');
    await opensWinter();
    await city.secretary.says('24.11.2026');
    const then = city.secretary.lastMessage;
    expect(then.text).toContain('2026 жылғы 24 қараша');
    expect(then.text).toContain('№ 3 мектеп: жаңа · 30.11.2026');
    expect(then.text).toContain('Қабылданды: 0. Мерзімі өткен: 0');
    await city.secretary.forges(then, `history.table:${resolutionId}:20261126:0`);
    expect(then.text).toContain('№ 3 мектеп: қабылданды');
    await city.secretary.forges(then, `history.table:${resolutionId}:20261201:0`);
    expect(then.text).toContain('Қабылданды: 1. Мерзімі өткен: 1');
  });

  it('is refused kindly for a day to come, a day before the adoption, and a day no calendar has', async () => {
    const { secretary } = city;
    await secretary.says('/asof');
    await opensWinter();
    for (const words of ['30.02.2026', '01.01.2020', '01.12.2030', 'бүрсігүні ме екен']) {
      await secretary.says(words);
      expect(secretary.lastMessage.text).not.toContain('күнгі жағдай\n');
    }
    await secretary.says('/cancel');
    const forged = [`history.table:${resolutionId}:20270101:0`, `history.table:${resolutionId}:20261101:0`];
    for (const data of forged) expect((await secretary.forges(secretary.lastMessage, data)).text).not.toBe('');
  });

  it('is nothing for those who may not see the resolution', async () => {
    await head(4).says('/asof');
    expect(head(4).lastMessage.buttons).toEqual([]);
    expect((await head(4).forges(head(4).lastMessage, `history.table:${resolutionId}:20261126:0`)).text).not.toBe('');
  });
});
