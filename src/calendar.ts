// Working days of Kazakhstan: the rules of the law, and the editable table of days that differ from them.
import { addDays, dayFromDb, weekday, type Day } from './time.ts';
import type { App } from './app.ts';

/** Working days in a week: a setting of each organisation. */
export type Week = 5 | 6;

/** A day that differs from the rules: a decree, a confirmed Kurban Ait, a school break. `week: null` means both weeks. */
export type CalendarOverride = { day: Day; week: Week | null; kind: 'off' | 'work'; note: string };

export type Calendar = {
  isWorkingDay: (day: Day, week: Week) => boolean;
  /** The `n`-th working day after `day` (before it when negative); 0 gives `day` itself. */
  addWorkingDays: (day: Day, n: number, week: Week) => Day;
  /** Working days after `from` up to and including `to`; negative, counted the other way, when `to` is earlier. */
  workingDaysBetween: (from: Day, to: Day, week: Week) => number;
  /** The first working day after `day`, never `day` itself. */
  nextWorkingDay: (day: Day, week: Week) => Day;
  /** The last working day before `day`, never `day` itself. */
  previousWorkingDay: (day: Day, week: Week) => Day;
};

/** First days of Kurban Ait; from 2027 on an estimate until announced, to be corrected in the table. */
const kurbanAit: Record<number, Day> = {
  2025: '2025-06-06',
  2026: '2026-05-27',
  2027: '2027-05-16',
  2028: '2028-05-05',
  2029: '2029-04-24',
  2030: '2030-04-13',
};

/** National and state holidays of a year in order: law No 267 of 13.12.2001, with the changes of 2026. */
function holidaysOf(year: number): Day[] {
  const constitution = year <= 2025 ? ['08-30'] : year >= 2027 ? ['03-15'] : [];
  const days = [
    '01-01',
    '01-02',
    '03-08',
    '03-21',
    '03-22',
    '03-23',
    '05-01',
    '05-07',
    '05-09',
    '07-06',
    '10-25',
    '12-16',
  ];
  return [...days, ...constitution].map((day) => `${year}-${day}`).sort();
}

/** Days off that never move: Orthodox Christmas and the first day of Kurban Ait (Labour Code, article 85). */
function religiousDaysOf(year: number): Day[] {
  const kurban = kurbanAit[year];
  return [`${year}-01-07`, ...(kurban ? [kurban] : [])];
}

/**
 * Days off of a year besides the weekly ones, and where holidays moved: a holiday on a weekly day off moves to the
 * next working day, one after another. In a six-day week only Sunday is a weekly day off.
 */
export function daysOffOf(year: number, week: Week): { daysOff: Set<Day>; transfers: { from: Day; to: Day }[] } {
  const holidays = holidaysOf(year);
  const daysOff = new Set([...holidays, ...religiousDaysOf(year)]);
  const transfers: { from: Day; to: Day }[] = [];
  for (const from of holidays.filter((day) => isWeekend(day, week))) {
    let to = addDays(from, 1);
    while (isWeekend(to, week) || daysOff.has(to)) to = addDays(to, 1);
    daysOff.add(to);
    transfers.push({ from, to });
  }
  return { daysOff, transfers };
}

/** The working calendar: rules first, then `overrides`; an override for one week beats one for both. */
export function createCalendar(overrides: CalendarOverride[] = []): Calendar {
  const years = new Map<string, Set<Day>>();
  const decreed = new Map(overrides.map(({ day, week, kind }) => [`${day}/${week ?? ''}`, kind === 'work']));

  function isWorkingDay(day: Day, week: Week): boolean {
    const decision = decreed.get(`${day}/${week}`) ?? decreed.get(`${day}/`);
    if (decision !== undefined) return decision;
    const year = Number(day.slice(0, 4));
    const key = `${year}/${week}`;
    const daysOff = years.get(key) ?? daysOffOf(year, week).daysOff;
    years.set(key, daysOff);
    return !isWeekend(day, week) && !daysOff.has(day);
  }

  function addWorkingDays(day: Day, n: number, week: Week): Day {
    const step = Math.sign(n);
    let result = day;
    for (let left = Math.abs(n); left > 0;) {
      result = addDays(result, step);
      if (isWorkingDay(result, week)) left -= 1;
    }
    return result;
  }

  function workingDaysBetween(from: Day, to: Day, week: Week): number {
    if (to < from) return -workingDaysBetween(to, from, week) || 0;
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, week)) count += 1;
    return count;
  }

  return {
    isWorkingDay,
    addWorkingDays,
    workingDaysBetween,
    nextWorkingDay: (day, week) => addWorkingDays(day, 1, week),
    previousWorkingDay: (day, week) => addWorkingDays(day, -1, week),
  };
}

/** Reads the table of days off and returns the working calendar of this moment. */
export async function loadCalendar(app: Pick<App, 'db'>): Promise<Calendar> {
  return createCalendar(await loadOverrides(app));
}

/** The table of days off as plain data, for `createCalendar`. */
export async function loadOverrides(app: Pick<App, 'db'>): Promise<CalendarOverride[]> {
  const rows = await app.db.calendarDay.findMany({ orderBy: { day: 'asc' } });
  return rows.map(({ day, week, kind, note }) => ({
    day: dayFromDb(day),
    week: week === 5 || week === 6 ? week : null,
    kind: kind === 'work' ? 'work' : 'off',
    note,
  }));
}

function isWeekend(day: Day, week: Week): boolean {
  return weekday(day) > week;
}

/** A school term, both days included. */
export type Term = { start: Day; end: Day };
/** The terms of the school year that begins in this calendar year, in order. */
export type SchoolYears = (year: number) => Term[];

/** First and last days of the four terms as the orders of the ministry usually set them; an estimate until the order is entered. */
const usualTerms: [string, string][] = [
  ['09-01', '10-25'],
  ['11-03', '12-27'],
  ['01-08', '03-18'],
  ['03-30', '05-25'],
];

/** The school years: those that were entered, else the usual terms. */
export function createSchoolYears(entered: ReadonlyMap<number, Term[]> = new Map()): SchoolYears {
  return (year) =>
    entered.get(year) ??
    usualTerms.map(([start, end], at) => {
      const of = at < 2 ? year : year + 1;
      return { start: `${of}-${start}`, end: `${of}-${end}` };
    });
}

/** Name of the setting that keeps the terms of a school year, '2026-09-01/2026-10-25 ...'. */
export function termsKey(year: number): string {
  return `school.terms.${year}`;
}

/** The school years with what administrators entered. One statement. */
export async function loadSchoolYears(app: Pick<App, 'db'>): Promise<SchoolYears> {
  const rows = await app.db.setting.findMany({ where: { key: { startsWith: 'school.terms.' } } });
  return createSchoolYears(new Map(rows.map(({ key, value }) => [Number(key.split('.').at(-1)), termsIn(value)])));
}

function termsIn(value: string): Term[] {
  return value.split(' ').map((term) => {
    const [start = '', end = ''] = term.split('/');
    return { start, end };
  });
}
