// Kinds of time beside a date: urgency, warnings and proposed days, news that is expected, control dates, the working week, school terms.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changingNothing } from '../support/rows.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const draftText = (): string => city.deputy.lastMessage.text;
const taskWith = (words: string) =>
  town.db.task.findFirstOrThrow({ where: { headline: { contains: words }, state: { not: 'draft' } } });
const orgOf = (code: string) => town.db.organisation.findFirstOrThrow({ where: { code } });

/** Mornings of these days, one after another: reminders come then. */
async function mornings(...days: string[]): Promise<void> {
  for (const day of days) {
    town.clock.set(`${day}T09:00`);
    await town.tick();
  }
}

describe('a draft', () => {
  it('of urgent words proposes a working day with a doubt, and keeps the urgency', async () => {
    await city.deputy.says('Школе № 2 срочно устранить течь крыши');
    expect(draftText()).toContain('❗️ Срочно');
    expect(draftText()).toContain('Срок: 26 ноября 2026 г., четверг');
    expect(draftText()).toContain('Срок не назван, предложен по срочности: 26.11.2026');
    await city.deputy.presses('Выдать');
    await town.settle();
    expect(head(2).lastMessage.text).toContain('❗️ Срочно');
  });

  it('that is weak says why and can be issued all the same; the journal keeps it', async () => {
    await city.deputy.says('Школам № 1 и № 3 усилить профилактическую работу до 24.11.2026');
    expect(draftText()).toContain('Результат не конкретен');
    expect(draftText()).toContain('Рабочих дней на исполнение: 1');
    await city.deputy.presses('Выдать');
    await city.deputy.says('Школам № 1 и № 3 усилить профилактическую работу до 10.12.2026');
    expect(draftText()).toMatch(/уже есть похожее поручение: № Т-2/);
    await city.deputy.presses('Отмена');
    const event = await town.db.journalEvent.findFirstOrThrow({
      where: { verb: 'tasks.issued' },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toMatchObject({ warnings: ['vague', 'short'] });
  });

  it('on a full day proposes a lighter one, taken by a press of its author alone', async () => {
    const works = ['покрасить забор', 'вывезти снег', 'проверить счётчики', 'заменить замки', 'вымыть окна'];
    for (const work of works) {
      await city.deputy.says(`Школе № 4 ${work} до 18.12.2026`);
      await city.deputy.presses('Выдать');
    }
    await city.deputy.says('Школе № 4 собрать макулатуру до 18.12.2026');
    expect(draftText()).toContain('Загрузка. Школа № 4: поручений со сроком 18 декабря 2026 г., пятница уже 5.');
    expect(draftText()).toContain('Предлагается: 17 декабря 2026 г., четверг');
    const draft = city.deputy.lastMessage;
    const { id } = await town.db.task.findFirstOrThrow({
      where: { state: 'draft', headline: { contains: 'макулатуру' } },
    });
    await changingNothing(town, () => head(4).forges(head(4).lastMessage, `tasks.due:${id}:20261217`));
    for (const forged of [`tasks.due:${id}:20261340`, `tasks.due:${id}:20261101`, `tasks.due:${id}`])
      expect((await changingNothing(town, () => city.deputy.forges(draft, forged))).alert).toBe(true);
    await city.deputy.presses('Срок: чт, 17.12.2026', draft);
    expect(draft.text).toContain('Срок: 17 декабря 2026 г., четверг');
    await city.deputy.presses('Отмена', draft);
  });

  it('is made periodic by buttons, its first date with the weekday; control dates and news are set as well', async () => {
    await city.deputy.says('Школе № 2 представить отчёт о ремонте до 30.12.2026');
    const edit = async (field: string): Promise<void> => {
      await city.deputy.presses('Изменить');
      await city.deputy.presses(field);
    };
    await edit('Периодичность');
    await city.deputy.presses('Ежемесячно');
    expect(draftText()).toContain('Периодичность: ежемесячно · числа: 30');
    expect(draftText()).toContain('30 декабря 2026 г., среда');
    await edit('Периодичность');
    await city.deputy.presses('Каждую учебную четверть');
    expect(draftText()).toContain('Периодичность: в конце учебной четверти');
    expect(draftText()).toContain('27 декабря 2026 г., воскресенье');
    await edit('Периодичность');
    await city.deputy.presses('Не повторяется');
    expect(draftText()).not.toContain('Периодичность');
    await edit('Срок');
    await city.deputy.says('01.03.2027');
    await edit('Контрольные даты');
    await city.deputy.says('15.12.2026, 05.05.2027');
    expect(city.deputy.inbox.some(({ text }) => text.includes('Даты не подходят'))).toBe(true);
    await edit('Контрольные даты');
    await city.deputy.says('15.12.2026, 25.01.2027');
    expect(draftText()).toContain('Промежуточные контрольные даты: 15.12 · 25.01');
    await edit('Сведения о ходе');
    await city.deputy.presses('Раз в две недели');
    expect(draftText()).toContain('Сведения о ходе: раз в две недели');
    await city.deputy.presses('Выдать');
    await town.settle();
    expect(head(2).lastMessage.text).toContain('Сведения о ходе: раз в две недели · следующее: 07.12.2026');
  });

  it('keeps the day on which a repetition ends, however far from it that is said', async () => {
    await city.deputy.says('Школе № 2 еженедельно представлять сведения о питании до 25 декабря');
    expect(draftText()).toContain('Периодичность: еженедельно · до 25 декабря 2026 г.');
    await city.deputy.presses('Отмена');
  });

  it('reads the end of a school term from the calendar', async () => {
    await city.deputy.says('Школе № 2 представить итоги до конца 3 четверти');
    expect(draftText()).toContain('Срок: 18 марта 2027 г., четверг');
    expect(draftText()).toContain('Срок поставлен по учебному календарю');
    await city.deputy.presses('Отмена');
  });
});

describe('news that is expected', () => {
  const reminded = (day: string, words: string): number =>
    head(2).inbox.filter(({ text, date }) => text.includes(words) && date.toISOString().startsWith(day)).length;

  it('is asked for once when it does not come, and shown on the card', async () => {
    const { id } = await taskWith('отчёт о ремонте');
    await mornings('2026-12-04', '2026-12-07');
    expect(head(2).inbox.filter(({ text }) => text.includes('ожидались'))).toEqual([]);
    await mornings('2026-12-08', '2026-12-09');
    expect(head(2).inbox.filter(({ text }) => text.includes('ожидались 07.12.2026'))).toHaveLength(1);
    expect(reminded('2026-12-08', 'ожидались')).toBe(1);
    await head(2).says('/my');
    expect(head(2).lastMessage.text).toContain('🔇 нет сведений о ходе');
    await head(2).forges(head(2).lastMessage, `tasks.open:${id}`);
    await town.settle();
    expect(head(2).lastMessage.text).toContain('⚠️ ожидалось 07.12.2026, не поступило · пропущено: 1');
  });

  it('moves on with an interim report, and the missed one stays counted', async () => {
    await head(2).replies(head(2).lastMessage, 'Готово на 30 %, ждём материалы');
    const task = await taskWith('отчёт о ремонте');
    const share = await town.db.participation.findFirstOrThrow({ where: { taskId: task.id } });
    expect(share).toMatchObject({ missedUpdates: 1, state: 'acknowledged' });
    expect(share.nextUpdate?.toISOString().slice(0, 10)).toBe('2026-12-23');
  });

  it('is changed by the issuer alone, and ends with none', async () => {
    const { id } = await taskWith('отчёт о ремонте');
    for (const forger of [head(2), head(3), city.controller])
      expect(
        (await changingNothing(town, () => forger.forges(forger.lastMessage, `periods.set-updates:${id}:weekly`)))
          .alert,
      ).toBe(true);
    await city.deputy.forges(city.deputy.lastMessage, `periods.updates:${id}`);
    await city.deputy.presses('Еженедельно');
    expect(city.deputy.lastMessage.text).toContain('Сведения о ходе: еженедельно');
    await changingNothing(town, () => city.deputy.forges(city.deputy.lastMessage, `periods.set-updates:${id}:weekly`));
    expect(
      (
        await changingNothing(town, () =>
          city.deputy.forges(city.deputy.lastMessage, `periods.set-updates:${id}:hourly`),
        )
      ).alert,
    ).toBe(true);
    await city.deputy.presses('Не ожидаются');
    expect(await town.db.participation.findFirstOrThrow({ where: { taskId: id } })).toMatchObject({ nextUpdate: null });
  });
});

describe('a control date', () => {
  it('is reminded of 3 and 1 working days before and on the day while no report came for it; answered ones are not', async () => {
    const days = (day: string): string[] =>
      head(2)
        .inbox.filter(({ text }) => text.includes('Промежуточная контрольная дата') && text.includes(day))
        .map(({ date }) => date.toISOString().slice(0, 10));
    await mornings('2026-12-10', '2026-12-14', '2026-12-15', '2026-12-17');
    // The interim report of 9 December answered the first one.
    expect(days('15.12.2026')).toEqual([]);
    await mornings('2027-01-19', '2027-01-20', '2027-01-21', '2027-01-22', '2027-01-25', '2027-01-26');
    expect(days('25.01.2027')).toEqual(['2027-01-20', '2027-01-22', '2027-01-25']);
    const { id } = await taskWith('отчёт о ремонте');
    await head(2).forges(head(2).lastMessage, `tasks.open:${id}`);
    await town.settle();
    expect(head(2).lastMessage.text).toContain('Промежуточные контрольные даты: 15.12 ✓ · 25.01 ⚠️');
  });
});

describe('standing control', () => {
  it('is never done by a report: it ends by decision', async () => {
    await city.deputy.says('Школе № 3 не допускать сбора денег, постоянно');
    if (city.deputy.lastMessage.buttons.flat().includes('Постоянный контроль'))
      await city.deputy.presses('Постоянный контроль');
    await city.deputy.presses('Выдать');
    await town.settle();
    const task = await taskWith('сбора денег');
    expect(task.term).toBe('standing');
    const card = head(3).inbox.findLast(({ text }) => text.includes(String(task.number)));
    await head(3).replies(card as NonNullable<typeof card>, 'Орындалды');
    const share = await town.db.participation.findFirstOrThrow({
      where: { taskId: task.id },
      include: { reports: true },
    });
    expect(share.state).toBe('acknowledged');
    expect(share.reports).toMatchObject([{ final: false }]);
  });
});

describe('the working week and the days off of an organisation', () => {
  it('are set by the secretary, and propose where a date on a day off goes', async () => {
    const { id } = await orgOf('city');
    await city.secretary.forges(city.secretary.lastMessage, `periods.week:${id}`);
    expect(city.secretary.lastMessage.text).toContain('Жұмыс аптасы');
    await city.secretary.presses('Келесі жұмыс күні');
    expect(await orgOf('city')).toMatchObject({ dayOffPolicy: 'next' });
    expect(
      (await changingNothing(town, () => head(2).forges(head(2).lastMessage, `periods.set-policy:${id}:keep`))).alert,
    ).toBe(true);
    expect(
      (await changingNothing(town, () => city.secretary.forges(city.secretary.lastMessage, `periods.set-week:${id}:7`)))
        .alert,
    ).toBe(true);
    await city.deputy.says('Школе № 2 посадить ёлки до 27.02.2027');
    expect(draftText()).toContain('27 февраля 2027 г., суббота · выходной день');
    expect(draftText()).toContain('По правилу организации: 1 марта 2027 г., понедельник');
    await city.deputy.presses('Срок: пн, 01.03.2027');
    expect(draftText()).toContain('Срок: 1 марта 2027 г., понедельник');
    await city.deputy.presses('Отмена');
  });

  it('of six days make Saturday a working day: nothing is proposed', async () => {
    const { id } = await orgOf('s2');
    await city.secretary.forges(city.secretary.lastMessage, `periods.set-week:${id}:6`);
    await city.deputy.says('Школе № 2 посадить ёлки до 27.02.2027');
    expect(draftText()).not.toContain('По правилу организации');
    await city.deputy.presses('Отмена');
  });
});

describe('the terms of a school year', () => {
  it('are entered by the administrator; what cannot be is refused', async () => {
    await city.admin.forges(city.admin.lastMessage, 'periods.terms:2027');
    expect(city.admin.lastMessage.text).toContain('Четверть 1: 01.09.2027 – 25.10.2027');
    await city.admin.presses('Ввести четверти 2027–2028');
    await city.admin.says('01.09.2027-30.10.2027\n01.10.2027-30.12.2027');
    expect(city.admin.lastMessage.text).toContain('Не получилось прочитать четверти');
    await city.admin.forges(city.admin.lastMessage, 'periods.set-terms:2027');
    await city.admin.says('01.09.2027-30.10.2027\n08.11.2027-30.12.2027\n10.01.2028-17.03.2028\n29.03.2028-25.05.2028');
    expect(city.admin.lastMessage.text).toContain('сохранены');
    const forged = await changingNothing(town, () =>
      city.deputy.forges(city.deputy.lastMessage, 'periods.set-terms:2027'),
    );
    expect(forged.alert).toBe(true);
  });
});
