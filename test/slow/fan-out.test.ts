// A task for all schools of a city, on the moved clock: 300 reports in one hour, cards of districts, reviewing by the page, the silent, a new school.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../src/playground/emulator/world.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { tellReviewers } from '../../src/reports/undo-actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { sendDetails } from '../../src/tasks/message-actions.ts';
import { offerToJoin } from '../../src/tasks/newcomer-actions.ts';
import { bindPlace, buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { expectNoViolations, type Group, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

const schools = 300;
let town: Town;
let city: BulkCity;
let deputy: Person;
let controller: Person;
let heads: Person[];
let groups: Group[];
let taskId: number;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00', config: { reportUndoSeconds: 600 } });
  const people = Array.from({ length: schools + 2 }, (_, n) => {
    const person = town.tg.person({ firstName: `Пример ${n}`, languageCode: 'ru' });
    person.chat.started = true;
    return person;
  });
  [deputy, controller, ...heads] = people as [Person, Person, ...Person[]];
  city = await buildBulkCity(town.app, { schools, from: heads[0]?.id ?? 0 });
  await town.db.person.updateMany({ data: { locale: 'ru' } });
  groups = ['Город', 'Район 1', 'Район 2'].map((title) => town.tg.group({ title, members: [deputy] }));
  const orgs = [city.rootId, ...city.districts.slice(0, 2).map(({ orgId }) => orgId)];
  for (const [at, group] of groups.entries()) await bindPlace(town.app, { orgId: orgs[at] ?? 0, telegramId: group.id });
  taskId = await issue(city.heads);
  // How hundreds of private messages leave is the sender's own test; here they are counted.
  const told = await town.db.outgoingMessage.updateMany({
    where: { kind: 'tasks.assigned' },
    data: { state: 'cancelled' },
  });
  expect(told.count).toBe(schools);
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error('nobody');
  return actor;
}

async function issue(executors: BulkCity['heads']): Promise<number> {
  const place = await town.db.place.findFirstOrThrow({ where: { orgId: city.rootId } });
  const fields = { text: 'Провести учебную эвакуацию', locale: 'ru' as const, fanOut: true, due: '2026-12-25' };
  const executorPostIds = executors.map(({ postId }) => postId);
  const actor = await actorOf(deputy);
  const draft = await createDraft(town.app, actor, { ...fields, homePlaceId: place.id, executorPostIds });
  await issueTask(town.app, actor, { taskId: draft.taskId, undoSeconds: 0 });
  return draft.taskId;
}

async function report(participationId: number, person: Person): Promise<void> {
  const content = { text: 'Эвакуация проведена, выполнено', final: true, attachments: [] };
  await submitReport(town.app, await actorOf(person), {
    participationId,
    requestKey: `r${participationId}`,
    ...content,
  });
}

/** Sends what may go at this very moment; the clock stands still. */
async function sendNow(): Promise<void> {
  town.emulator.world.limiter.profile = 'telegram';
  await town.service.sender.drain();
  town.emulator.world.limiter.profile = 'off';
}

const callsTo = (chatId: number): Call[] =>
  town.emulator.calls.filter(
    ({ method, params }) => /^(?:sendMessage|editMessageText)$/.test(method) && Number(params['chat_id']) === chatId,
  );

/** Most calls to the chat within any 60 seconds. */
function densest(chatId: number): number {
  const times = callsTo(chatId).map(({ at }) => at.getTime());
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
}
const cards = (group: Group | undefined): string[] => (group ? deputy.in(group).messages.map(({ text }) => text) : []);

describe('300 reports in an hour', () => {
  beforeAll(async () => {
    const shares = await town.db.participation.findMany({ where: { taskId }, orderBy: { position: 'asc' } });
    const start = town.clock.now().getTime();
    // Six rushes of 50 reports, one a second, ten minutes apart; the sender is asked every two seconds.
    for (const [n, share] of shares.entries()) {
      const at = start + (Math.floor(n / 50) * 600 + (n % 50)) * 1000;
      if (at > town.clock.now().getTime()) town.clock.set(new Date(at));
      if (n % 50 === 0) await tellReviewers(town.app);
      await report(share.id, heads[n] as Person);
      if (n % 2 === 1) await sendNow();
    }
    town.clock.advance({ minutes: 15 });
    await tellReviewers(town.app);
    await town.settle();
  }, 180_000);

  it('make no second card in any group', () => {
    expect(groups.map((group) => cards(group).length)).toEqual([1, 1, 1]);
  });

  it('edit the cards, never more than twenty times a minute in a group', () => {
    for (const { id } of groups) expect(densest(id)).toBeLessThanOrEqual(20);
    // The limit was felt: fewer edits than reports.
    expect(callsTo(groups[0]?.id ?? 0).length).toBeLessThan(schools / 2);
    expect(densest(groups[0]?.id ?? 0)).toBeGreaterThan(10);
  });

  it('stand on the city card by district, and on the card of a district alone', () => {
    const [home = '', first = '', second = ''] = groups.map((group) => cards(group)[0]);
    expect(home).toContain('Отчитались: 300 из 300');
    expect(home).toContain('• Район 1: 37/37');
    expect(first).toContain('Отчитались: 37 из 37');
    expect(first).not.toMatch(/Район [2-8]/);
    expect(second).toContain('Отчитались: 38 из 38');
  });

  it('are one living message of the controller', () => {
    const lists = controller.inbox.filter(({ text }) => text.includes('На рассмотрении'));
    expect(lists).toHaveLength(1);
    expect(lists[0]?.text).toContain('На рассмотрении: 300');
    expect(callsTo(controller.id).length).toBeLessThan(10);
  });
});

describe('the controller', () => {
  it('accepts a page after one press more and goes on with the next one', async () => {
    await controller.presses('Рассмотреть списком');
    expect(controller.lastMessage.text).toContain('10. Школа № 10');
    const page = controller.lastMessage;
    await controller.presses('Принять всё на этой странице: 10', page);
    expect(await town.db.participation.count({ where: { taskId, state: 'accepted' } })).toBe(0);
    expect(page.text).toContain('10. Школа № 10');
    await controller.presses('Нет', page);
    await controller.presses('Принять всё на этой странице: 10', page);
    await controller.presses('Да, принять: 10', page);
    expect(page.text).toContain('Принято отчётов: 10');
    expect(controller.lastMessage.text).toContain('1. Школа № 11');
    expect(await town.db.participation.count({ where: { taskId, state: 'accepted' } })).toBe(10);
    await town.settle();
    expect(heads[9]?.lastMessage.text).toContain('принят 23.11.2026');
    expect(controller.inbox.filter(({ text }) => text.includes('На рассмотрении: 290')).length).toBeGreaterThan(0);
  });
});

describe('the deputy', () => {
  let few: number;
  beforeAll(async () => {
    few = await issue(city.heads.slice(0, 4));
    await town.settle();
  });

  it('reminds the silent by one press, once a day', async () => {
    const share = await town.db.participation.findFirstOrThrow({
      where: { taskId: few },
      orderBy: { position: 'asc' },
    });
    await report(share.id, heads[0] as Person);
    await sendDetails(town.app, await actorOf(deputy), few);
    await town.settle();
    const details = deputy.lastMessage;
    await deputy.presses('Напомнить тем, кто не отчитался: 3', details);
    expect(deputy.lastMessage.text).toContain('Получат: 3');
    await town.settle();
    expect(heads[1]?.lastMessage.text).toContain('отчёт ещё не поступил');
    expect(heads[0]?.lastMessage.text).not.toContain('отчёт ещё не поступил');
    await deputy.presses('Напомнить тем, кто не отчитался: 3', details);
    await town.settle();
    expect(heads[1]?.inbox.filter(({ text }) => text.includes('отчёт ещё не поступил'))).toHaveLength(1);
    // An answer to the reminder is a report.
    await heads[1]?.replies(heads[1].lastMessage, 'Выполнено, акт подписан');
    expect(await town.db.report.count({ where: { participation: { taskId: few } } })).toBe(2);
  });

  it('is offered a school that joined later, and adds it by one press', async () => {
    town.clock.advance({ minutes: 30 });
    const newcomer = town.tg.person({ firstName: 'Новый' });
    newcomer.chat.started = true;
    await addSchool(newcomer);
    await offerToJoin(town.app);
    await town.settle();
    const offers = deputy.inbox.filter(({ text }) => text.includes('Школа № 301'));
    expect(offers).toHaveLength(2);
    const offer = offers.find(({ text }) => text.includes('Т-1 '));
    await deputy.presses('Добавить в поручение: 1', offer);
    await town.settle();
    expect(offer?.text).toContain('добавлены исполнители: 1');
    expect(newcomer.lastMessage.text).toContain('Вам дано поручение');
    expect(cards(groups[0])[0]).toContain('из 301');
    await deputy.presses(
      'Не нужно',
      offers.find((each) => each.id !== offer?.id),
    );
    await offerToJoin(town.app);
    await town.settle();
    expect(deputy.inbox.filter(({ text }) => text.includes('Школа № 301'))).toHaveLength(0);
  });

  it('adds a school that was declined when asked for it on the card', async () => {
    const where = { post: { org: { code: 'new' } } };
    const [joined] = await town.db.participation.findMany({ where });
    const at = joined?.taskId === few ? taskId : few;
    await sendDetails(town.app, await actorOf(deputy), at);
    await town.settle();
    const details = deputy.lastMessage;
    await deputy.presses('Добавить в поручение: 1', details);
    expect(deputy.lastMessage.text).toContain('добавлены исполнители: 1');
    expect((await deputy.presses('Добавить в поручение: 1', details)).text).toContain('добавлять некого');
    expect(await town.db.participation.count({ where })).toBe(2);
  });
});

async function addSchool(head: Person): Promise<void> {
  const [district] = city.districts;
  const createdAt = town.app.now();
  const names = { nameKk: '№ 301 мектеп', nameRu: 'Школа № 301' };
  const tree = { parentId: district?.orgId ?? 0, rootId: city.rootId, path: '' };
  const org = await town.db.organisation.create({
    data: { code: 'new', ...names, type: 'school', ...tree, createdAt },
  });
  await town.db.organisation.update({ where: { id: org.id }, data: { path: `${district?.path}${org.id}/` } });
  const post = { orgId: org.id, nameKk: 'Директор', nameRu: 'Директор', role: 'school_head' as const, createdAt };
  const { id: postId } = await town.db.post.create({ data: post });
  const chat = await town.db.chat.create({ data: { telegramId: BigInt(head.id), type: 'private', createdAt } });
  const named = {
    surname: 'Новый',
    given: 'Пример',
    locale: 'ru',
    telegramId: BigInt(head.id),
    chatId: chat.id,
    createdAt,
  };
  const person = await town.db.person.create({ data: named });
  await town.db.appointment.create({ data: { personId: person.id, postId, fromDay: new Date('2026-11-01') } });
}
