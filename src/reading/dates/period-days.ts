// First and last days of periods: of a month, quarter, half-year, year, season, school year, week, ten days.
import { partsOf, type Day } from '../../time.ts';
import { addDays, addMonths, endOfMonth, makeDay, weekday, weekOf } from './day-sums.ts';
import type { Season, Unit } from './lexicon.ts';
import type { Value } from './line.ts';

export type Period = Extract<Value, { kind: 'period' }>;

/** Days after which a period without a year that has just passed is more likely a slip than a plan for next year. */
const slipDays = 60;

function dayOf(year: number, month: number, dayOfMonth = 1): Day {
  return makeDay(year, month, dayOfMonth) ?? makeDay(year, month, 1) ?? `${year}-01-01`;
}

/** Months `first` to `last` of a year, or of the first year in which they end on or after today. */
export function monthsOf(today: Day, first: number, last: number, unit: Unit, year: number | null): Period {
  const over = last < first ? 1 : 0;
  const end = (of: number): Day => endOfMonth(dayOf(of + over, last));
  const start = (of: number): Day => dayOf(of, first);
  if (year !== null) return { kind: 'period', start: start(year), end: end(year), unit };
  const now = partsOf(today).year;
  const chosen = [now - over, now].find((of) => end(of) >= today) ?? now + 1;
  const missed = end(chosen - 1);
  const recent = chosen > now && unit === 'month' && daysFrom(missed, today) <= slipDays;
  return {
    kind: 'period',
    start: start(chosen),
    end: end(chosen),
    unit,
    ...(recent ? { doubt: 'reading-doubt-next-year' } : {}),
  };
}

function daysFrom(a: Day, b: Day): number {
  return (Date.parse(b) - Date.parse(a)) / 86_400_000;
}

/** A quarter (1 to 4). */
export function quarterOf(today: Day, quarter: number, year: number | null): Period {
  return monthsOf(today, quarter * 3 - 2, quarter * 3, 'quarter', year);
}

/** A half-year (1 or 2). */
export function halfOf(today: Day, half: number, year: number | null): Period {
  return monthsOf(today, half * 6 - 5, half * 6, 'half', year);
}

/** A whole year. */
export function yearOf(year: number): Period {
  return { kind: 'period', start: dayOf(year, 1), end: dayOf(year, 12, 31), unit: 'year' };
}

const seasonMonths: Record<Season, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 2],
};

/** A season; the winter of a year begins in its December. */
export function seasonOf(today: Day, season: Season, year: number | null): Period {
  const [first, last] = seasonMonths[season];
  return { ...monthsOf(today, first, last, 'month', year), unit: 'season' };
}

/** The school year: 1 September to 25 May; `from` is the calendar year in which it begins. */
export function schoolYearOf(today: Day, from: number | null, next = false): Period {
  if (from !== null) return { kind: 'period', start: dayOf(from, 9), end: dayOf(from + 1, 5, 25), unit: 'school' };
  const { year } = partsOf(today);
  const ending = dayOf(year, 5, 25) >= today ? year : year + 1;
  // The new school year is the one that has yet to begin.
  const begun = dayOf(year, 9) >= today ? year : year + 1;
  return schoolYearOf(today, next ? begun : ending - 1);
}

/** The running period of a unit, `ahead` periods later: this week, the next quarter. */
export function runningPeriod(today: Day, unit: Unit, ahead: number): Period | null {
  const { year, month, dayOfMonth } = partsOf(today);
  if (unit === 'week') return weekPeriod(today, ahead);
  if (unit === 'month') {
    const start = addMonths(dayOf(year, month), ahead);
    return { kind: 'period', start, end: endOfMonth(start), unit };
  }
  if (unit === 'year') return yearOf(year + ahead);
  if (unit === 'decade') {
    const decade = Math.min(Math.ceil(dayOfMonth / 10), 3);
    return tenDays(dayOf(year, month), decade + ahead);
  }
  const length = unit === 'quarter' ? 3 : unit === 'half' ? 6 : null;
  if (length === null) return null;
  const start = addMonths(dayOf(year, Math.floor((month - 1) / length) * length + 1), ahead * length);
  return { kind: 'period', start, end: endOfMonth(addMonths(start, length - 1)), unit };
}

/** Monday to Friday; on a weekend this week is over, and the next one is taken with a doubt. */
function weekPeriod(today: Day, ahead: number): Period {
  const { monday } = weekOf(today);
  const friday = addDays(monday, ahead * 7 + 4);
  if (friday >= today) return { kind: 'period', start: addDays(friday, -4), end: friday, unit: 'week' };
  return {
    kind: 'period',
    start: addDays(friday, 3),
    end: addDays(friday, 7),
    unit: 'week',
    doubt: 'reading-doubt-week',
  };
}

/** Ten days of the month that begins on `first`: 1 to 10, 11 to 20, 21 to the end; a fourth is the first of the next month. */
export function tenDays(first: Day, number: number): Period {
  if (number > 3) return tenDays(addMonths(first, 1), number - 3);
  const end = number === 3 ? endOfMonth(first) : addDays(first, number * 10 - 1);
  return { kind: 'period', start: addDays(first, number * 10 - 10), end, unit: 'decade' };
}

/** The `n`-th week of a month (-1 the last one), to its Friday: the first week ends on the first Friday. */
export function weekOfMonth(first: Day, n: number): Period {
  const end = nthWeekday(first, 5, n);
  return { kind: 'period', start: addDays(end, -4), end, unit: 'week' };
}

/** The `n`-th such weekday of the month that begins on `first`, -1 for the last. */
export function nthWeekday(first: Day, number: number, n: number): Day {
  if (n < 0) {
    const last = endOfMonth(first);
    return addDays(last, -((weekday(last) - number + 7) % 7));
  }
  return addDays(first, ((number - weekday(first) + 7) % 7) + (n - 1) * 7);
}

/** First or second half of the month that begins on `first`. */
export function halfOfMonth(first: Day, half: number): Period {
  const middle = addDays(first, 14);
  return half === 1
    ? { kind: 'period', start: first, end: middle, unit: 'decade' }
    : { kind: 'period', start: addDays(middle, 1), end: endOfMonth(first), unit: 'decade' };
}
