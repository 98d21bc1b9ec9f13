// The plain sums with days agree with the date library.
import { expect, it } from 'vitest';
import * as sums from '../../../src/reading/dates/day-sums.ts';
import * as time from '../../../src/time.ts';

it('sums of days agree with the date library on every day of nine years', () => {
  for (let n = 0; n < 3288; n += 1) {
    const day = time.addDays('2023-12-25', n);
    expect(sums.addDays('2023-12-25', n)).toBe(day);
    expect(sums.addDays(day, -n)).toBe('2023-12-25');
    expect(sums.weekday(day)).toBe(time.weekday(day));
    expect(sums.weekOf(day)).toEqual(time.weekOf(day));
    expect(sums.endOfMonth(day)).toBe(time.endOfMonth(day));
    expect(sums.daysBetween('2023-12-25', day)).toBe(n);
    for (const months of [-13, -1, 0, 1, 2, 6, 12, 25])
      expect(sums.addMonths(day, months)).toBe(time.addMonths(day, months));
  }
});

it('a day is made only where the calendar has it', () => {
  for (const year of [1900, 2000, 2026, 2027, 2028, 2100]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1)
        expect(sums.makeDay(year, month, day)).toBe(time.makeDay(year, month, day));
    }
  }
});
