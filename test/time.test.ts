// Time: zones, days, weeks and printed dates.
import { describe, expect, it, test } from 'vitest';
import { StartError } from '../src/errors.ts';
import {
  addDays,
  addMonths,
  checkZoneData,
  dayFromDb,
  dayIn,
  daysBetween,
  dayToDb,
  endOfMonth,
  endOfYear,
  instantOf,
  isClock,
  isDay,
  isoWeek,
  makeDay,
  offsetIn,
  partsOf,
  printDate,
  printDay,
  printDayRange,
  printDayShort,
  printInstant,
  printMonth,
  printWeekday,
  timeIn,
  weekday,
  weekOf,
} from '../src/time.ts';

const zone = 'Asia/Almaty';

describe('zones', () => {
  it('puts an instant on the calendar day of the zone, not of UTC', () => {
    const instant = new Date('2026-12-25T19:30:00Z');
    expect(dayIn(zone, instant)).toBe('2026-12-26');
    expect(timeIn(zone, instant)).toBe('00:30');
    expect(dayIn('Europe/London', instant)).toBe('2026-12-25');
  });

  it('knows that Almaty left +06:00 on 1 March 2024', () => {
    expect(offsetIn(zone, new Date('2024-02-28T00:00:00Z'))).toBe('+06:00');
    expect(offsetIn(zone, new Date('2024-03-02T00:00:00Z'))).toBe('+05:00');
  });

  it('turns a day and a time into the instant and back', () => {
    expect(instantOf(zone, '2026-12-25', '09:00').toISOString()).toBe('2026-12-25T04:00:00.000Z');
    for (const clock of ['00:00', '09:05', '18:00', '23:59']) {
      const instant = instantOf(zone, '2027-02-28', clock);
      expect([dayIn(zone, instant), timeIn(zone, instant)]).toEqual(['2027-02-28', clock]);
    }
  });

  it('moves a time skipped by a clock change forward', () => {
    expect(instantOf('Europe/Berlin', '2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('accepts the zone data of this Node', () => {
    expect(() => checkZoneData(zone)).not.toThrow();
  });

  it('refuses zone data that still put Almaty at +06:00', () => {
    const old = (): void => checkZoneData(zone, () => '+06:00');
    expect(old).toThrow(StartError);
    expect(old).toThrow(/\+06:00 instead of \+05:00/);
  });

  it('refuses an unknown zone by its name', () => {
    expect(() => checkZoneData('Asia/Orynda')).toThrow(/Asia\/Orynda/);
  });
});

describe('days', () => {
  test.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is a day', (text) => expect(isDay(text)).toBe(true));
  test.each(['2027-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-1-1', '25.12.2026', '', '2026-12-25T00:00'])(
    '%s is not a day',
    (text) => expect(isDay(text)).toBe(false),
  );
  test.each([
    ['09:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['18:60', false],
  ])('%s is a time of day: %s', (text, answer) => expect(isClock(text)).toBe(answer));

  it('makes a day of numbers only where the calendar has one', () => {
    expect(makeDay(2026, 2, 28)).toBe('2026-02-28');
    expect(makeDay(2026, 2, 29)).toBeNull();
    expect(makeDay(2026, 13, 1)).toBeNull();
    expect(makeDay(2026, 6, 0)).toBeNull();
    expect(partsOf('2026-12-05')).toEqual({ year: 2026, month: 12, dayOfMonth: 5 });
  });

  it('adds days and months, clamping to the end of a shorter month', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-10-14', 2)).toBe('2026-12-14');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('counts the days between two days both ways', () => {
    expect(daysBetween('2026-12-25', '2027-01-04')).toBe(10);
    expect(daysBetween('2027-01-04', '2026-12-25')).toBe(-10);
    expect(daysBetween('2026-12-25', '2026-12-25')).toBe(0);
  });

  it('knows weekdays, weeks and ends of months and years', () => {
    expect(weekday('2026-12-25')).toBe(5);
    expect(weekday('2026-12-27')).toBe(7);
    expect(weekOf('2026-12-27')).toEqual({ monday: '2026-12-21', sunday: '2026-12-27' });
    expect(weekOf('2026-12-28')).toEqual({ monday: '2026-12-28', sunday: '2027-01-03' });
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29');
    expect(endOfYear('2026-05-01')).toBe('2026-12-31');
  });

  it('gives the seven days of a week across New Year one week number', () => {
    const week = Array.from({ length: 7 }, (_, n) => isoWeek(addDays('2026-12-28', n)));
    expect(new Set(week)).toEqual(new Set(['2026-W53']));
    expect(isoWeek('2027-01-04')).toBe('2027-W01');
  });

  it('goes through a date column and back unchanged', () => {
    expect(dayToDb('2026-12-25').toISOString()).toBe('2026-12-25T00:00:00.000Z');
    for (let n = 0; n < 800; n += 1) {
      const day = addDays('2026-01-01', n);
      expect(dayFromDb(dayToDb(day))).toBe(day);
    }
    expect(() => dayToDb('2027-02-31')).toThrow();
  });
});

describe('printing', () => {
  it('prints a day with its weekday in three languages', () => {
    expect(printDay('ru', '2026-12-25')).toBe('25 декабря 2026 г., пятница');
    expect(printDay('kk', '2026-12-25')).toBe('2026 жылғы 25 желтоқсан, жұма');
    expect(printDay('en', '2026-12-25')).toBe('Friday, 25 December 2026');
    expect(printDate('ru', '2026-05-01')).toBe('1 мая 2026 г.');
    expect(printDayShort('2026-05-01')).toBe('01.05.2026');
  });

  it('prints an instant on the wall of the zone', () => {
    expect(printInstant(zone, new Date('2026-12-24T10:40:59Z'))).toBe('24.12.2026 15:40');
  });

  test.each([
    ['ru', '2026-12-14', '2026-12-20', '14–20 декабря 2026 г.'],
    ['kk', '2026-12-14', '2026-12-20', '2026 жылғы 14–20 желтоқсан'],
    ['en', '2026-12-14', '2026-12-20', '14–20 December 2026'],
    ['ru', '2026-11-30', '2026-12-06', '30 ноября – 6 декабря 2026 г.'],
    ['kk', '2026-11-30', '2026-12-06', '2026 жылғы 30 қараша – 6 желтоқсан'],
    ['en', '2026-11-30', '2026-12-06', '30 November – 6 December 2026'],
    ['ru', '2026-12-28', '2027-01-03', '28 декабря 2026 г. – 3 января 2027 г.'],
    ['kk', '2026-12-28', '2027-01-03', '2026 жылғы 28 желтоқсан – 2027 жылғы 3 қаңтар'],
    ['en', '2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027'],
  ] as const)('%s prints %s to %s as %s', (locale, from, to, text) => {
    expect(printDayRange(locale, from, to)).toBe(text);
  });

  it('names months and weekdays for a calendar keyboard', () => {
    expect([printMonth('ru', 1), printMonth('kk', 1), printMonth('en', 12)]).toEqual(['январь', 'қаңтар', 'December']);
    expect([printWeekday('ru', 7), printWeekday('kk', 1, true), printWeekday('en', 3, true)]).toEqual([
      'воскресенье',
      'дс',
      'Wed',
    ]);
    expect(() => printMonth('ru', 13)).toThrow(RangeError);
  });
});
