// Telegram refuses or loses the bot's calls while people work: what they did stands once, and the rest of the bot goes on.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { tellOpenTasks } from '../../src/tasks/message-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let head: Person;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 4 });
  head = city.heads.get(2) as Person;
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const faults = [
  ['400', { code: 400, description: 'Bad Request: something is wrong' }],
  ['429', { retryAfter: 30 }],
  ['500', { code: 500, description: 'Internal Server Error' }],
  ['a broken connection', { reset: true }],
] as const;

describe.each(faults)('when Telegram answers a person with %s', (_what, fault) => {
  it('a task is issued once, and pressing again says so', async () => {
    town.clock.advance({ minutes: 5 });
    await city.deputy.says('/task Школе № 2 починить крыльцо до 25.12.2026');
    const draft = city.deputy.lastMessage;
    const { id } = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
    for (const method of ['editMessageText', 'sendMessage', 'answerCallbackQuery'])
      town.emulator.fail({ method, times: 1, ...fault });
    await city.deputy.presses('Выдать', draft);
    town.emulator.world.faults.length = 0;
    town.emulator.violations.length = 0; // the refusals that were ordered, and the press they left unanswered
    expect(await town.db.task.findUnique({ where: { id } })).toMatchObject({ state: 'issued' });
    const again = await city.deputy.forges(draft, `tasks.issue:${id}`);
    expect(again.text).toBe('Поручение уже выдано. Проект изменить нельзя.');
    expect(await town.db.journalEvent.count({ where: { verb: 'tasks.issued', entityId: id } })).toBe(1);
    await town.settle();
    expect(head.lastMessage.text).toContain('крыльцо');
  });

  it('a report whose confirmation is refused stands, and nobody is asked to try again', async () => {
    town.clock.advance({ minutes: 5 });
    const { id } = await town.db.participation.findFirstOrThrow({ orderBy: { id: 'desc' } });
    town.emulator.fail({ method: 'sendMessage', times: 1, ...fault });
    await head.replies(head.lastMessage, 'Готово на 40 %');
    town.emulator.world.faults.length = 0;
    town.emulator.violations.length = 0;
    expect(await town.db.report.count({ where: { participationId: id, progress: 40 } })).toBe(1);
    if ('retryAfter' in fault) {
      await town.settle();
      expect(head.lastMessage.text).toContain('Промежуточный отчёт');
    } else {
      expect(head.lastMessage.text).not.toContain('попробуйте ещё раз');
      expect(head.lastMessage.text).toContain('Telegram не принял ответ бота');
    }
  });

  it('a report is filed once, though its mark and its confirmation are lost', async () => {
    const { id } = await town.db.participation.findFirstOrThrow({ orderBy: { id: 'desc' } });
    for (const method of ['setMessageReaction', 'sendMessage']) town.emulator.fail({ method, times: 2, ...fault });
    await head.replies(head.lastMessage, 'Выполнено, крыльцо починено');
    town.emulator.world.faults.length = 0;
    town.emulator.violations.length = 0;
    expect(await town.db.report.count({ where: { participationId: id, final: true } })).toBe(1);
    await town.settle();
    await city.deputy.says('/review');
    await city.deputy.presses('Принять');
    await town.settle();
    expect(head.lastMessage.text).toContain('принят 23.11.2026');
    await head.says('/my');
    expect(head.lastMessage.text).toContain('Открытых поручений нет');
  });
});

describe('when Telegram says that somebody blocked the bot', () => {
  it('the others get their task, the one is listed, and comes back with /start', async () => {
    town.clock.advance({ minutes: 5 });
    const blocked = city.heads.get(3) as Person;
    await city.deputy.says('/task Школам № 2 и № 3 вывезти мусор до 25.12.2026');
    await city.deputy.presses('Выдать');
    town.emulator.fail({
      method: 'sendMessage',
      chatId: blocked.id,
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    await town.settle();
    expect(head.lastMessage.text).toContain('мусор');
    await city.secretary.says('/unreached');
    expect(city.secretary.lastMessage.text).toContain('Директоров3');
    await blocked.opens();
    await city.secretary.says('/unreached');
    expect(city.secretary.lastMessage.text).not.toContain('Директоров3');
  });

  it('who comes back is told what was missed, once, and nothing that was told before', async () => {
    await town.settle();
    const told = (person?: Person): number => (person?.inbox ?? []).filter(({ text }) => text.includes('мусор')).length;
    expect(told(city.heads.get(3))).toBe(1);
    await head.blocksBot();
    await head.unblocksBot();
    await head.opens();
    await town.settle();
    expect(told(head)).toBe(1);
  });
});

describe('when Telegram asks the sender to wait', () => {
  it('the message comes later, once, and nobody else waits', async () => {
    town.clock.advance({ minutes: 5 });
    await city.deputy.says('/task Школам № 2 и № 4 очистить крыши до 25.12.2026');
    await city.deputy.presses('Выдать');
    town.emulator.fail({ method: 'sendMessage', chatId: head.id, retryAfter: 3_600 });
    await town.settle();
    expect(city.heads.get(4)?.lastMessage.text).toContain('крыши');
    expect(head.lastMessage.text).not.toContain('крыши');
    town.clock.advance({ hours: 1, seconds: 1 });
    await town.settle();
    expect(
      head.inbox.filter(({ text }) => text.includes('очистить крыши') || text.includes('Очистить крыши')),
    ).toHaveLength(1);
  });
});

describe('when nobody knows whether Telegram took a message', () => {
  it('the group gets the card of a new task once more, marked, and that one goes on living', async () => {
    town.clock.advance({ minutes: 5 });
    await city.deputy.says('/task Школе № 2 покрасить забор до 25.12.2026');
    await city.deputy.presses('Выдать');
    town.emulator.fail({ method: 'sendMessage', chatId: city.group.id, reset: true, afterApply: true });
    await town.settle();
    town.clock.advance({ minutes: 1 });
    await town.settle();
    const cards = () => city.deputy.in(city.group).messages.filter(({ text }) => /забор/i.test(text));
    const marked = () => cards().map(({ text }) => text.startsWith('Қайталанған хабарлама'));
    expect(marked()).toEqual([false, true]);
    await head.in(city.group).replies(cards()[1] ?? expect.unreachable(), 'Готово на 40 %');
    await town.settle();
    expect(marked()).toEqual([false, false]);
    expect(cards()[1]?.text).toContain('40');
  });
});

describe('when a post changes hands before its message has left', () => {
  it('whoever held it hears nothing of the task any more, and the successor hears of it when it leaves', async () => {
    town.clock.advance({ minutes: 5 });
    const third = city.heads.get(3) as Person;
    const heard = third.inbox.length;
    await city.deputy.says('/task Школам № 3 и № 4 промыть трубы до 25.12.2026');
    await city.deputy.presses('Выдать');
    const { id: personId } = await town.db.person.findFirstOrThrow({ where: { telegramId: third.id } });
    const seat = await town.db.appointment.findFirstOrThrow({ where: { personId } });
    const next = await town.db.person.findFirstOrThrow({ where: { telegramId: city.secretary.id } });
    await town.db.appointment.update({ where: { id: seat.id }, data: { personId: next.id } });
    await tellOpenTasks(town.app, (await findActor(town.app, city.secretary.id)) ?? expect.unreachable());
    const told = () => city.secretary.inbox.filter(({ text }) => text.includes('ромыть трубы'));
    expect(told()).toEqual([]);
    await town.settle();
    expect(city.heads.get(4)?.lastMessage.text).toContain('ромыть трубы');
    expect(third.inbox.slice(heard)).toEqual([]);
    expect(told()).toHaveLength(1);
  });
});
