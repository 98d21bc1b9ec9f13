// J5: a month of reminders over a holiday and a downtime: who hears what on which day, once, and who is left alone.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

/** Due on Friday 18 December; Wednesday the 16th is a holiday. */
beforeAll(async () => {
  town = await startTown({ at: '2026-12-01T10:00' });
  city = await buildCity(town, { schools: 4 });
  const here = city.deputy.in(city.group);
  await here.says('/task@orynda_bot Школам № 1 и № 2, Ювенальной полиции — провести рейд до 18 декабря 2026 года');
  await here.presses('Выдать');
  await town.settle();
  await head(1).presses('Таныстым');
  await head(2).presses('Ознакомлен(а)');
  await through('2026-12-01', '2026-12-11');
  // The bot is down over two steps, the holiday between them, and comes back at noon.
  await town.service.stop();
  town.clock.set('2026-12-17T12:00');
  await town.restart();
  await town.tick();
  town.clock.set('2026-12-17T18:30');
  await head(2).says('Выполнено, рейд проведён');
  await through('2026-12-18', '2027-01-12');
}, 240_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

/** Lets the clock tick at these times of every day, from the first to the last. */
async function through(first: string, last: string): Promise<void> {
  for (let at = new Date(first); at <= new Date(last); at = new Date(at.getTime() + 86_400_000)) {
    for (const time of ['08:30', '09:00', '09:05', '13:00', '16:00', '18:30']) {
      const now = new Date(`${at.toISOString().slice(0, 10)}T${time}:00+05:00`);
      if (now <= town.clock.now()) continue;
      town.clock.set(now);
      await town.tick();
    }
  }
}

const head = (n: number): Person => city.heads.get(n) as Person;
const local = ({ date }: Message): string => new Date(date.getTime() + 5 * 3_600_000).toISOString().slice(0, 16);
const days = (messages: Message[], words: RegExp): string[] =>
  messages.filter(({ text }) => words.test(text)).map((message) => local(message).slice(0, 10));

describe('a month of reminders', () => {
  it('reaches who has not reported on the days of the rules: the holiday is not counted, the missed steps are said once', () => {
    expect(days(head(1).inbox, /орындау мерзімі(?!нде)/)).toEqual([
      '2026-12-08',
      '2026-12-17',
      '2026-12-18',
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2026-12-30',
      // Five working days later: 1, 4 and 7 January are off.
      '2027-01-11',
    ]);
  });

  it('falls silent for who has reported', () => {
    expect(
      days(head(2).inbox, /(срок исполнения|до истечения срока|остал)/i).filter((day) => day > '2026-12-18'),
    ).toEqual([]);
  });

  it('never presses a recommendation after its date', () => {
    const notices = days(city.police.inbox, /№ Т-1/).filter((day) => day > '2026-12-18');
    expect(notices).toEqual([]);
  });

  it('climbs to the issuer once, after three working days', () => {
    expect(days(city.deputy.inbox, /отчёт в срок не представлен/)).toEqual(['2026-12-23']);
  });

  it('comes to the group at most once a day, in both languages, and never on a day off or outside working hours', () => {
    const combined = city.deputy
      .in(city.group)
      .messages.filter(({ text }) => /Срок исполнения истёк|Приближается срок/.test(text));
    const dates = combined.map((message) => local(message).slice(0, 10));
    expect(dates.length).toBeGreaterThan(5);
    expect(new Set(dates).size).toBe(dates.length);
    expect(combined.every(({ text }) => /мерзімі/.test(text))).toBe(true);
    const off = ['2026-12-16', '2027-01-01', '2027-01-04', '2027-01-07'];
    expect(dates.filter((day) => off.includes(day) || [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    expect(combined.map(local).filter((at) => at.slice(11) < '09:00' || at.slice(11) >= '18:00')).toEqual([]);
  });

  it('is written down once for each step, person and date', async () => {
    const notices = await town.db.notice.groupBy({ by: ['participationId', 'step', 'due', 'recipient'], _count: true });
    expect(notices.length).toBeGreaterThan(10);
    expect(notices.filter(({ _count }) => _count !== 1)).toEqual([]);
  });
});
