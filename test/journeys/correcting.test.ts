// Second thoughts about an issued task: a slip is put right, the cards that were sent say so, and only who issued it may.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/journal/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let taskId: number;
let card: Message;
let assigned: Message;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 3 });
  await city.deputy.says('Школе № 2 отремонтировать пантус до 25.12.2026');
  await city.deputy.presses('Выдать');
  await town.settle();
  taskId = (await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
  card = city.deputy.in(city.group).messages.at(-1) as Message;
  assigned = head(2).lastMessage;
}, 120_000);
afterAll(async () => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;

async function corrects(field: string, value: string, reason: string): Promise<void> {
  await city.deputy.forges(city.deputy.lastMessage, `tasks.correct:${taskId}`);
  await city.deputy.presses(field, city.deputy.lastMessage);
  await city.deputy.says(value);
  await city.deputy.says(reason);
}

describe('a slip in an issued task', () => {
  it('is offered to be put right to who issued it, and to nobody else', async () => {
    await city.deputy.forges(city.deputy.lastMessage, `tasks.open:${taskId}`);
    await town.settle();
    expect(city.deputy.lastMessage.buttons.flat()).toContain('✏️ Исправить');
    const refused = await head(2).forges(assigned, `tasks.correct:${taskId}`);
    expect(refused.text).toContain('только тот, кто его выдал');
    expect((await head(3).forges(head(3).lastMessage, `tasks.correct:${taskId}`)).text).not.toBe('');
  });

  it('changes nothing before the last press', async () => {
    await corrects('Текст', 'Отремонтировать пандус', 'Опечатка');
    expect(city.deputy.lastMessage.text).toContain('Отремонтировать пандус');
    await city.deputy.presses('Оставить как есть', city.deputy.lastMessage);
    expect(await town.db.taskCorrection.count()).toBe(0);
    expect((await town.db.task.findUniqueOrThrow({ where: { id: taskId } })).textRu).toContain('пантус');
  });

  it('is edited into the cards that were sent, and told to whoever still works on it', async () => {
    const before = head(2).inbox.length;
    await corrects('Текст', 'Отремонтировать пандус', 'Опечатка');
    await city.deputy.presses('Исправить', city.deputy.lastMessage);
    await town.settle();
    expect(card.text).toContain('Отремонтировать пандус');
    expect(card.text).toContain('Исправлено 23.11.2026 09:0');
    expect(assigned.text).toContain('Отремонтировать пандус');
    expect(assigned.edited).toBe(true);
    expect(head(2).inbox).toHaveLength(before + 1);
    expect(head(2).lastMessage.text).toContain('Причина: Опечатка');
  });

  it('in the date moves the open shares and keeps the first date', async () => {
    await corrects('Срок', '28.12.2026', 'Дата протокола');
    expect(city.deputy.lastMessage.text.replaceAll('\u00a0', ' ')).toContain(
      'Срок: 25 декабря 2026 г., пятница → 28 декабря 2026 г., понедельник',
    );
    await city.deputy.presses('Исправить', city.deputy.lastMessage);
    await town.settle();
    const share = await town.db.participation.findFirstOrThrow({ where: { taskId } });
    expect([share.firstDue, share.due]).toEqual([new Date('2026-12-25'), new Date('2026-12-28')]);
    expect(card.text).toContain('прежний срок 25 декабря 2026 г.');
    expect(await verifyJournal(town.app)).toEqual({ ok: true });
  });

  it('to the same value, or with a number that others must not read, is refused', async () => {
    await corrects('Срок', '28.12.2026', 'Ещё раз');
    await city.deputy.presses('Исправить', city.deputy.lastMessage);
    expect(city.deputy.lastMessage.text).toContain('исправлять нечего');
    await corrects('Текст', 'Отремонтировать пандус, звонить +7 701 234 56 78', 'Телефон');
    await city.deputy.presses('Исправить', city.deputy.lastMessage);
    expect(await town.db.taskCorrection.count()).toBe(2);
  });
});
