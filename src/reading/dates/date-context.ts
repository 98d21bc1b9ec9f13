// What the date rules share: the question they answer, and years of dates without one.
import type { Calendar, Week } from '../../calendar.ts';
import { partsOf, type Day } from '../../time.ts';
import { makeDay } from './day-sums.ts';

export type DateContext = {
  /** The day from which 'tomorrow' and dates without a year are counted. */
  today: Day;
  /** For terms in working days, of the organisation's week. */
  calendar: Calendar;
  week: Week;
};

/** Days after which a date without a year that has just passed is more likely a slip than a plan for next year. */
const slipDays = 60;

/** A date without a year is the first such date on or after today; one that has just passed is doubted. */
export function nextSuchDay(
  today: Day,
  month: number,
  dayOfMonth: number,
): { day: Day | 'impossible'; doubt?: string } {
  const { year } = partsOf(today);
  // Eight years always hold a 29 February.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = makeDay(year + ahead, month, dayOfMonth);
    if (day === null || day < today) continue;
    const missed = makeDay(year + ahead - 1, month, dayOfMonth);
    return missed && isRecent(missed, today) ? { day, doubt: 'reading-doubt-next-year' } : { day };
  }
  return { day: 'impossible' };
}

function isRecent(missed: Day, today: Day): boolean {
  return Date.parse(today) - Date.parse(missed) <= slipDays * 86_400_000;
}
