// J5 on the real bot: reminders in private and in the group, replies to them, and the calendar of the administrator.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 5, silent: [4] });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const groupReminders = () =>
  city.deputy.in(city.group).messages.filter(({ text }) => text.includes('Срок исполнения истёк'));
/** Ticks at nine on each of these days, and once more that afternoon. */
async function days(...list: string[]): Promise<void> {
  for (const day of list) {
    for (const time of ['08:30', '09:00', '09:05', '15:30', '18:30']) {
      town.clock.set(`${day}T${time}`);
      await town.tick();
    }
  }
}
/** What somebody hears after `work`. */
async function heard(person: Person, work: () => Promise<unknown>): Promise<string[]> {
  const before = person.inbox.length;
  await work();
  return person.inbox.slice(before).map(({ text }) => text);
}

describe('reminders', () => {
  beforeAll(async () => {
    const here = city.deputy.in(city.group);
    await here.says('/task@orynda_bot Школам №1, №2, №3 и №4 — отремонтировать пандус до 27 ноября');
    await here.presses('Выдать');
    // The reminders of one date are told here: co-executors get that of the task.
    const due = new Date('2026-11-27');
    await town.db.participation.updateMany({ where: { role: 'co_executor' }, data: { due, firstDue: due } });
    await town.settle();
    for (const n of [1, 2, 3]) await head(n).presses(n === 2 ? 'Ознакомлен(а)' : 'Таныстым');
  });

  it('come to the executor in her language, one message, with buttons that work', async () => {
    const texts = await heard(head(1), () => days('2026-11-24'));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(
      '№ Т-1 тапсырманы орындау мерзімінің аяқталуына 3 жұмыс күні қалды: 2026 жылғы 27 қараша.',
    );
    expect(head(1).lastMessage.buttons).toEqual([['Есеп жіберу']]);
    await head(1).presses('Есеп жіберу');
    await head(1).says('/cancel');
  });

  it('take a reply as a report and then are silent', async () => {
    await heard(head(2), () => days('2026-11-25', '2026-11-26'));
    const reminder = head(2).inbox.findLast(({ text }) => text.includes('остался 1 рабочий день')) as never;
    await head(2).replies(reminder, 'Выполнено, пандус установлен');
    await town.settle();
    expect(await town.db.participation.findFirst({ where: { state: 'submitted' } })).not.toBeNull();
    const texts = await heard(head(2), () => days('2026-11-27', '2026-11-28', '2026-11-29'));
    expect(texts.join()).not.toContain('истекает сегодня');
  });

  it('come to the group once a day, in its languages, and name nobody before the policy allows', async () => {
    await days('2026-11-30');
    const [first, ...more] = groupReminders();
    expect(more).toEqual([]);
    expect(first?.text).toMatch(/^⚠️ Орындау мерзімі өтті. Тапсырма: 1, орындаушы: 3/);
    expect(first?.text).toContain('№ Т-1 — срок 27.11.2026, просрочка 1 рабочий день');
    expect(first?.text).toContain('Ответственный: Школа № 1; Школа № 3');
    expect(first?.text).toContain('Не подключены к боту: Директор школы, Школа № 4');
    expect(first?.buttons).toEqual([['Ботты ашу']]);
  });

  it('climb to the deputy, who is issuer and controller, once', async () => {
    const texts = await heard(city.deputy, () =>
      days('2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'),
    );
    const ladder = texts.filter((text) => text.includes('отчёт в срок не представлен'));
    expect(ladder).toHaveLength(1);
    expect(ladder[0]).toContain('Исполнители: Школа № 1; Школа № 3; Школа № 4');
  });

  it('tell the first named, who collates, of the others after one day', async () => {
    const [text] = head(1).inbox.filter((message) => message.text.includes('есеп мерзімінде ұсынылған жоқ'));
    expect(text?.text).toContain('№ Т-1 тапсырманы орындау мерзімі өтті');
    expect(text?.text).toContain('Орындаушылар: № 3 мектеп; № 4 мектеп');
  });

  it('come over two weeks exactly on the days of the rules', async () => {
    const person = await town.db.person.findUniqueOrThrow({ where: { telegramId: BigInt(head(1).id) } });
    const rows = await town.db.notice.findMany({
      where: { recipient: `person:${person.id}`, step: { not: 'ladder-responsible' } },
      include: { message: true },
      orderBy: { id: 'asc' },
    });
    expect(
      rows.map(({ step, message }) => [step, message?.state, message?.sentAt?.toISOString().slice(0, 13)]),
    ).toEqual([
      ['before-3', 'sent', '2026-11-24T04'],
      ['before-1', 'sent', '2026-11-26T04'],
      ['on-day', 'sent', '2026-11-27T04'],
      ['overdue-1', 'sent', '2026-11-30T04'],
      ['overdue-2', 'sent', '2026-12-01T04'],
      ['overdue-3', 'sent', '2026-12-02T04'],
    ]);
  });

  it('stop at who blocked the bot, who is shown as not connected from the next day', async () => {
    await head(3).blocksBot();
    await days('2026-12-09');
    const group = groupReminders().at(-1);
    expect(group?.text).toContain(
      'Не подключены к боту: Директор школы, Школа № 4\nОстановили бот, личные сообщения не приходят: Директор школы, Школа № 3',
    );
    // Telegram tells whoever is mentioned, also who blocked the bot.
    expect(group?.html).toContain(`<a href="tg://user?id=${head(3).id}">Директор школы, Школа № 3</a>`);
  });

  it('are answered in the group as well: the reply of an executor is a report on the own share', async () => {
    const reminder = groupReminders().at(-1) as Message;
    await city.department.in(city.group).replies(reminder, 'Орындалды');
    expect(await town.db.report.count()).toBe(1);
    await head(1).in(city.group).replies(reminder, 'Орындалды, пандус орнатылды');
    const reports = await town.db.report.findMany({ include: { participation: { include: { post: true } } } });
    expect(reports).toHaveLength(2);
    const holder = await town.db.appointment.findFirstOrThrow({
      where: { person: { telegramId: BigInt(head(1).id) } },
    });
    expect(reports[1]?.participation.postId).toBe(holder.postId);
  });
});

describe('the calendar', () => {
  it('belongs to administrators', async () => {
    await city.deputy.says('/calendar');
    expect(city.deputy.lastMessage.text).toBe('У вас нет права на это действие.');
    await city.admin.says('/calendar');
    const calendar = city.admin.lastMessage;
    expect(calendar.text).toContain('Рабочий календарь на 2026 год');
    const answer = await city.deputy.forges(city.deputy.lastMessage, 'reminders.calendar-add');
    expect(answer.text).toBe('У вас нет права на это действие.');
  });

  it('warns in December until the next year is confirmed', async () => {
    await days('2026-12-10');
    const warnings = city.admin.inbox.filter(({ text }) => text.includes('Выходные 2027 года ещё не подтверждены'));
    expect(warnings.length).toBeGreaterThan(0);
    await city.admin.says('/calendar');
    await city.admin.presses('Подтвердить 2027 год');
    expect(city.admin.inbox.at(-1)?.text).toBe('Выходные 2027 года подтверждены.');
    await city.admin.says('/calendar');
    expect(city.admin.lastMessage.text).not.toContain('ещё не подтверждены');
  });

  it('takes a day off by conversation, refuses nonsense, and gives it back', async () => {
    await city.admin.presses('Добавить день');
    await city.admin.says('31 февраля');
    expect(city.admin.inbox.at(-2)?.text).toContain('Такого дня нет');
    await city.admin.says('31.12.2026');
    await city.admin.presses('Выходной');
    await city.admin.presses('Для любой');
    await city.admin.says('постановление <b>№ 1</b>');
    expect(city.admin.lastMessage.text).toBe('Сохранено: 31 декабря 2026 г., четверг.');
    expect(await town.db.calendarDay.findMany()).toMatchObject([
      { week: 0, kind: 'off', note: 'постановление <b>№ 1</b>' },
    ]);
    await city.admin.says('/calendar');
    const shown = city.admin.lastMessage;
    expect(shown.text).toContain('31 декабря 2026 г., четверг — выходной день, любая неделя. постановление <b>№ 1</b>');
    await city.admin.presses('Убрать: 31.12.2026');
    expect(await town.db.calendarDay.count()).toBe(0);
    const again = await city.admin.forges(shown, 'reminders.calendar-remove:1');
    expect(again.text).toContain('Кто-то успел раньше');
  });

  it('works in private only', async () => {
    await city.deputy.in(city.group).says('/calendar@orynda_bot');
    expect(city.deputy.in(city.group).lastMessage.text).toBe('Эта команда работает в личном чате с ботом.');
  });
});
