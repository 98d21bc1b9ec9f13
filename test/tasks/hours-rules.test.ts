// Working hours: when people may be written to without having asked.
import { expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { isWorkingTime, nextWorkingTime } from '../../src/tasks/hours-rules.ts';
import { instantOf } from '../../src/time.ts';

const zone = 'Asia/Almaty';
const at = (local: string): Date => instantOf(zone, local.slice(0, 10), local.slice(11));
const calendar = createCalendar();

it.each([
  ['2026-11-23T09:00', '2026-11-23T09:00'],
  ['2026-11-23T17:59', '2026-11-23T17:59'],
  ['2026-11-23T08:59', '2026-11-23T09:00'],
  ['2026-11-23T18:00', '2026-11-24T09:00'],
  // Friday evening, Saturday, and Sunday morning before nine.
  ['2026-11-27T18:30', '2026-11-30T09:00'],
  ['2026-11-28T12:00', '2026-11-30T09:00'],
  ['2026-11-29T07:00', '2026-11-30T09:00'],
  // Independence Day, a Wednesday.
  ['2026-12-16T10:00', '2026-12-17T09:00'],
])('what is wanted at %s may be said at %s', (wanted, said) => {
  expect(nextWorkingTime(zone, at(wanted), calendar)).toEqual(at(said));
  expect(isWorkingTime(zone, at(wanted), calendar)).toBe(wanted === said);
});
