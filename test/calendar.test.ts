// The working calendar against the official table of days off, and the arithmetic of working days.
import { describe, expect, it, test } from 'vitest';
import { createCalendar, daysOffOf, type Week } from '../src/calendar.ts';
import { addDays, weekday } from '../src/time.ts';
import table from './fixtures/kz-days-off.json' with { type: 'json' };

type YearTable = {
  holidays: string[];
  religious: string[];
  transfers: { from: string; to: string }[];
  workingDays: number;
};
const weeks: [Week, Record<string, YearTable>][] = [
  [5, table.fiveDayWeek],
  [6, table.sixDayWeek],
];
const years = weeks.flatMap(([week, byYear]) => Object.entries(byYear).map(([year, facts]) => ({ week, year, facts })));
const calendar = createCalendar();

function daysOf(year: string): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) days.push(day);
  return days;
}

describe('the table of days off', () => {
  it('covers 2025 to 2030 for both weeks', () => expect(years).toHaveLength(12));

  test.each(years)('$year has the official days off in a $week-day week', ({ week, year, facts }) => {
    const expected = new Set([...facts.holidays, ...facts.religious, ...facts.transfers.map(({ to }) => to)]);
    expect(daysOffOf(Number(year), week).daysOff).toEqual(expected);
    expect(daysOffOf(Number(year), week).transfers).toEqual(facts.transfers);
  });

  test.each(years)('$year has the official number of working days in a $week-day week', ({ week, year, facts }) => {
    expect(daysOf(year).filter((day) => calendar.isWorkingDay(day, week))).toHaveLength(facts.workingDays);
  });
});

describe('overrides', () => {
  const overrides = [
    { day: '2026-05-04', week: null, kind: 'off', note: 'decree' },
    { day: '2026-05-16', week: 5, kind: 'work', note: 'decree' },
    { day: '2026-05-23', week: null, kind: 'off', note: 'school break' },
    { day: '2026-05-23', week: 6, kind: 'work', note: 'and yet' },
  ] as const;
  const changed = createCalendar([...overrides]);

  it('take a working day off and make a day off a working day', () => {
    expect([changed.isWorkingDay('2026-05-04', 5), changed.isWorkingDay('2026-05-04', 6)]).toEqual([false, false]);
    expect([calendar.isWorkingDay('2026-05-16', 5), changed.isWorkingDay('2026-05-16', 5)]).toEqual([false, true]);
  });

  it('for one week beat those for both', () => {
    expect([changed.isWorkingDay('2026-05-23', 5), changed.isWorkingDay('2026-05-23', 6)]).toEqual([false, true]);
  });
});

describe('working days', () => {
  it('counts ten working days over the moved holiday of 26 October 2026', () => {
    expect(calendar.addWorkingDays('2026-10-14', 10, 5)).toBe('2026-10-29');
    expect(calendar.addWorkingDays('2026-10-14', 0, 5)).toBe('2026-10-14');
    expect(calendar.addWorkingDays('2026-10-29', -10, 5)).toBe('2026-10-14');
  });

  it('counts from Friday to Monday one working day, and back minus one', () => {
    expect(calendar.workingDaysBetween('2026-11-27', '2026-11-30', 5)).toBe(1);
    expect(calendar.workingDaysBetween('2026-11-30', '2026-11-27', 5)).toBe(-1);
    expect(calendar.workingDaysBetween('2026-11-27', '2026-11-30', 6)).toBe(2);
    expect(calendar.workingDaysBetween('2026-11-28', '2026-11-29', 5)).toBe(0);
    expect(Object.is(calendar.workingDaysBetween('2026-11-29', '2026-11-28', 5), 0)).toBe(true);
  });

  it('finds the working days around the long New Year weekend', () => {
    expect(calendar.nextWorkingDay('2026-12-31', 5)).toBe('2027-01-05');
    expect(calendar.previousWorkingDay('2027-01-05', 5)).toBe('2026-12-31');
    expect(calendar.nextWorkingDay('2026-12-31', 6)).toBe('2027-01-04');
  });

  test.each([5, 6] as const)('adding and counting agree in a %s-day week', (week) => {
    for (let n = 0; n < 400; n += 7) {
      const day = addDays('2026-01-01', n);
      for (const count of [1, 2, 5, 13]) {
        const later = calendar.addWorkingDays(day, count, week);
        expect(calendar.isWorkingDay(later, week)).toBe(true);
        expect(calendar.workingDaysBetween(day, later, week)).toBe(count);
        expect(weekday(later)).toBeLessThanOrEqual(week);
      }
    }
  });
});
