// Marks: confidential hides the words from groups at once, public lets the press have them, special control is the akim's alone.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/files/sheets.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { markTask } from '../../src/tasks/mark-actions.ts';
import { dayToDb } from '../../src/time.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let akim: Person;
let postIds: number[];

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 3, silent: [1] });
  postIds = (await town.db.post.findMany({ where: { org: { code: { in: ['s2', 's3'] } } } })).map(({ id }) => id);
  // The controller becomes akim: the roster of the small city has none.
  const root = await town.db.organisation.findFirstOrThrow({ where: { code: 'city' } });
  const createdAt = town.clock.now();
  const names = { nameKk: 'Әкім', nameRu: 'Аким', role: 'akim' as const };
  const post = await town.db.post.create({ data: { orgId: root.id, ...names, createdAt } });
  akim = city.controller;
  const { personId } = await actorOf(akim);
  await town.db.appointment.deleteMany({ where: { personId } });
  await town.db.appointment.create({ data: { personId, postId: post.id, fromDay: dayToDb('2026-01-01') } });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error('nobody');
  return actor;
}

async function issue(text: string): Promise<number> {
  town.clock.advance({ minutes: 2 });
  const actor = await actorOf(city.deputy);
  const place = await town.db.place.findFirstOrThrow();
  const fields = { text, locale: 'ru' as const, due: '2026-12-25', executorPostIds: postIds, homePlaceId: place.id };
  const { taskId } = await createDraft(town.app, actor, fields);
  await issueTask(town.app, actor, { taskId });
  await town.settle();
  return taskId;
}

const row = (id: number) => town.db.task.findUniqueOrThrow({ where: { id } });

/** The panel of marks, reached from the card. */
async function opensMarks(person: Person, taskId: number): Promise<Message> {
  await person.forges(person.lastMessage, `tasks.open:${taskId}`);
  await town.settle();
  await person.presses('Отметки', person.lastMessage);
  return person.lastMessage;
}

describe('confidential', () => {
  it('is set by the issuer by one press, and takes the words out of the card that stands in the group', async () => {
    const taskId = await issue('Проверить жалобу родителей');
    const card = city.deputy.in(city.group).messages.at(-1) as Message;
    expect(card.text).toContain('жалобу');
    const panel = await opensMarks(city.deputy, taskId);
    expect(panel.buttons.flat()).toEqual(['☐ Конфиденциально', '☐ Публично', 'Программа и тема']);
    await city.deputy.presses('☐ Конфиденциально', panel);
    await town.settle();
    expect(panel.buttons.flat()).toContain('☑ Конфиденциально');
    expect(card.text).not.toContain('жалобу');
    expect(card.text).toContain('Т-1');
    const own = head(2).messages.filter(({ text }) => text.includes('жалобу'));
    expect(own.at(-1)?.text).toContain('🔒');
    const event = await town.db.journalEvent.findFirstOrThrow({ where: { verb: 'tasks.marked' } });
    expect(event.data).toMatchObject({ mark: 'confidential', on: true, touched: [taskId] });
    await city.deputy.presses('☑ Конфиденциально', panel);
    await town.settle();
    expect(card.text).toContain('жалобу');
  });

  it('excludes public: it takes that mark away, and cannot become public', async () => {
    const taskId = await issue('Открыть каток');
    const deputy = await actorOf(city.deputy);
    await markTask(town.app, deputy, { taskId, mark: 'public', on: true });
    await markTask(town.app, deputy, { taskId, mark: 'confidential', on: true });
    expect(await row(taskId)).toMatchObject({ confidential: true, public: false });
    const work = markTask(town.app, deputy, { taskId, mark: 'public', on: true });
    await expect(work).rejects.toMatchObject({ key: 'marks-not-both' });
  });

  it('covers the parts that were handed down, which keep it when the parent loses it', async () => {
    const taskId = await issue('Проверить питание');
    const part = await issue('Проверить питание: столовая');
    const below = await issue('Проверить питание: меню');
    for (const [id, parentId] of [
      [part, taskId],
      [below, part],
    ] as const) {
      const { id: parentShareId } = await town.db.participation.findFirstOrThrow({ where: { taskId: parentId } });
      await town.db.task.update({ where: { id }, data: { parentId, parentShareId } });
    }
    const deputy = await actorOf(city.deputy);
    await markTask(town.app, deputy, { taskId, mark: 'confidential', on: true });
    for (const id of [taskId, part, below]) expect((await row(id)).confidential).toBe(true);
    await markTask(town.app, deputy, { taskId, mark: 'confidential', on: false });
    expect([await row(taskId), await row(below)]).toMatchObject([{ confidential: false }, { confidential: true }]);
  });

  it('is not set while the task can still be taken back', async () => {
    const taskId = await issue('Проверить подвал');
    const undoUntil = new Date(town.clock.now().getTime() + 5000);
    await town.db.task.update({ where: { id: taskId }, data: { undoUntil } });
    const early = markTask(town.app, await actorOf(city.deputy), { taskId, mark: 'confidential', on: true });
    await expect(early).rejects.toMatchObject({ key: 'tasks-not-left' });
  });

  it('can be set on a draft by its author only', async () => {
    const deputy = await actorOf(city.deputy);
    const fields = { text: 'Черновик', locale: 'ru' as const, due: '2026-12-25', executorPostIds: postIds };
    const { taskId } = await createDraft(town.app, deputy, fields);
    const foreign = markTask(town.app, await actorOf(akim), { taskId, mark: 'confidential', on: true });
    await expect(foreign).rejects.toMatchObject({ key: 'marks-may-not' });
    expect(await markTask(town.app, deputy, { taskId, mark: 'confidential', on: true })).toEqual({ changed: true });
    await issueTask(town.app, deputy, { taskId });
    expect((await row(taskId)).confidential).toBe(true);
    await town.settle();
    expect(head(2).lastMessage.text).toContain('Конфиденциально: не передавайте другим');
  });

  it('keeps the words out of what a group reads of the issuing, as a group of notices does of every task', async () => {
    const here = city.deputy.in(city.group);
    const issued = async (words: string, mark?: string): Promise<string> => {
      await here.says(`/task@orynda_bot Школе № 2 ${words} до 25 декабря`);
      const draft = here.lastMessage;
      await here.presses('Отметки', draft);
      if (mark) await here.presses(mark);
      await here.presses('Выдать', draft);
      await town.settle();
      return draft.text;
    };
    expect(await issued('починить навес')).toContain('выдано. Исполнителей: 1.\nПочинить навес');
    expect(await issued('починить козырёк', '☐ Конфиденциально')).not.toContain('козырёк');
    await town.db.place.updateMany({ data: { policy: 'notice' } });
    expect(await issued('починить крыльцо')).not.toContain('крыльцо');
    await town.db.place.updateMany({ data: { policy: 'full' } });
  });
});

describe('a press on a mark', () => {
  it('counts once when it comes twice, also at the same moment', async () => {
    const taskId = await issue('Покрасить забор');
    const deputy = await actorOf(city.deputy);
    const press = () => markTask(town.app, deputy, { taskId, mark: 'public', on: true });
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ changed }) => changed).toSorted()).toEqual([false, true]);
  });

  it('is refused to executors and strangers, for an unknown mark, and when the task is over', async () => {
    const taskId = await issue('Посадить деревья');
    for (const data of [
      `tasks.marks:${taskId}`,
      `tasks.mark:${taskId}:public:1`,
      `tasks.mark:${taskId}:specialControl:1`,
    ])
      expect((await head(2).forges(head(2).lastMessage, data)).text).not.toBe('');
    const deputy = city.deputy;
    for (const data of [`tasks.mark:${taskId}:state:1`, `tasks.mark:${taskId}:public:9`, 'tasks.mark:0:public:1'])
      expect((await deputy.forges(deputy.lastMessage, data)).text).not.toBe('');
    expect(await row(taskId)).toMatchObject({ public: false, confidential: false, specialControl: false });
    await town.db.task.update({ where: { id: taskId }, data: { state: 'closed' } });
    const late = markTask(town.app, await actorOf(deputy), { taskId, mark: 'public', on: true });
    await expect(late).rejects.toMatchObject({ key: 'marks-over' });
  });
});

describe('special control', () => {
  it("is the akim's alone, with a reason", async () => {
    const taskId = await issue('Отремонтировать теплотрассу');
    const mark = { taskId, mark: 'specialControl' as const, on: true, reason: 'Авария' };
    await expect(markTask(town.app, await actorOf(city.deputy), mark)).rejects.toMatchObject({
      key: 'marks-only-akim',
    });
    await expect(markTask(town.app, await actorOf(akim), { ...mark, reason: ' ' })).rejects.toMatchObject({
      key: 'tasks-reason-needed',
    });
    const panel = await opensMarks(akim, taskId);
    await akim.presses('☐ Особый контроль', panel);
    await akim.says('Авария на теплотрассе');
    expect(akim.lastMessage.text).toContain('Отметка изменена');
    expect((await row(taskId)).specialControl).toBe(true);
    const event = await town.db.journalEvent.findFirstOrThrow({ where: { verb: 'tasks.marked', entityId: taskId } });
    expect(JSON.stringify(event.data)).not.toContain('Авария');
  });
});

describe('/public', () => {
  it('gives the secretary the public tasks without people, and leaves out closed data', async () => {
    const taskId = await issue('=Открыть новый бассейн');
    await markTask(town.app, await actorOf(city.deputy), { taskId, mark: 'public', on: true });
    const leak = await issue('Позвонить заявителю');
    await town.db.task.update({ where: { id: leak }, data: { public: true, textRu: 'Позвонить: +7 701 123 45 67' } });
    await city.secretary.says('/public');
    const { file, text } = city.secretary.lastMessage;
    expect(text).toContain('енгізілмеді: 1');
    expect(file?.name).toBe('public-2026-11-23.xlsx');
    const { text: words } = await readXlsx(file?.content ?? Buffer.alloc(0));
    expect(words).toContain('=Открыть новый бассейн');
    expect(words).toContain('№ 2 мектеп; № 3 мектеп');
    for (const closed of ['701', 'Мысалов', 'Директоров', 'жалобу', 'каток']) expect(words).not.toContain(closed);
  });

  it('is not for executors', async () => {
    await head(2).says('/public');
    expect(head(2).lastMessage.file).toBeUndefined();
  });
});
