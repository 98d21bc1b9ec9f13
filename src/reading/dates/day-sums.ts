// Sums with calendar days in plain arithmetic: the same as in time.ts, for readers that count days at every date of a long text.
import { partsOf, type Day } from '../../time.ts';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const msOfDay = 86_400_000;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
}

function written(year: number, month: number, dayOfMonth: number): Day {
  const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(dayOfMonth)}`;
}

/** The day with these numbers, or null where the calendar has no such day. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  return dayOfMonth > lengthOfMonth(year, month) ? null : written(year, month, dayOfMonth);
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  const date = new Date(Date.parse(day) + n * msOfDay);
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The same day `n` months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const months = year * 12 + month - 1 + n;
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return written(y, m, Math.min(dayOfMonth, lengthOfMonth(y, m)));
}

/** The last day of the month that holds `day`. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return written(year, month, lengthOfMonth(year, month));
}

/** Day of the week: 1 = Monday ... 7 = Sunday. */
export function weekday(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msOfDay);
}

/** Monday and Sunday of the week that holds `day`. */
export function weekOf(day: Day): { monday: Day; sunday: Day } {
  const monday = addDays(day, 1 - weekday(day));
  return { monday, sunday: addDays(monday, 6) };
}
