// Rules of repetition: which dates a periodic task has, what its periods are called. Pure; the only user of the RRULE library.
import { RRuleTemporal } from 'rrule-temporal';
import type { Calendar, SchoolYears, Week } from '../calendar.ts';
import type { DayOffPolicy } from '../generated/prisma/client.ts';
import { addDays, type Day, endOfMonth, isDay, isoWeek, partsOf, weekday } from '../time.ts';

/** What the buttons of a draft offer. */
export const repeats = [
  'weekly',
  'fortnightly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'school-term',
  'school-year',
] as const;
export type Repeat = (typeof repeats)[number];

/** The dates of school terms and years differ from year to year: no RRULE says them, the calendar does. */
const schoolRules = { 'school-term': 'SCHOOL=TERM', 'school-year': 'SCHOOL=YEAR' } as const;

/** A rule is followed so many days ahead. */
const ahead = 800;
/** Enough for a daily task of ten years; a rule that never comes true stops there. */
const mostSteps = 4_000;
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A task that repeats: its rule, the date it begins with, and for a part the date of what it is a part of. */
export type Series = { rule: string; first: Day; latest?: Day | null };
/** One period of it. */
export type Occurrence = { day: Day; period: string };
/** What the rules need to know of the year. */
export type Times = { calendar: Calendar; week: Week; school: SchoolYears };

/** Parts of an RRULE: 'FREQ=MONTHLY;BYMONTHDAY=5' gives a map of two. */
export function partsOfRule(rule: string): Map<string, string> {
  return new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
}

/** The rule that repeats the date `first`: 'monthly' from 25 December is every 25th; the last day of a month stays the last one. */
export function ruleFor(repeat: Repeat, first: Day): string {
  const { month } = partsOf(first);
  switch (repeat) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${weekdayNames[weekday(first) - 1] ?? 'FR'}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekdayNames[weekday(first) - 1] ?? 'FR'}`;
    case 'monthly':
      return `FREQ=MONTHLY;${dayOfMonthRule(first)}`;
    case 'quarterly':
      return `FREQ=MONTHLY;INTERVAL=3;${dayOfMonthRule(first)}`;
    case 'half-yearly':
      return `FREQ=MONTHLY;INTERVAL=6;${dayOfMonthRule(first)}`;
    case 'yearly':
      return `FREQ=YEARLY;BYMONTH=${month};${dayOfMonthRule(first)}`;
    default:
      return schoolRules[repeat];
  }
}

/** A day that some months do not have is the last one there. */
function dayOfMonthRule(day: Day): string {
  const { dayOfMonth } = partsOf(day);
  if (day === endOfMonth(day) && dayOfMonth > 28) return 'BYMONTHDAY=-1';
  if (dayOfMonth <= 28) return `BYMONTHDAY=${dayOfMonth}`;
  const days = Array.from({ length: dayOfMonth - 27 }, (_, index) => 28 + index);
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

/** A rule that leaves the day open ends its period: a week with Friday, a month, quarter or year with its last day. */
export function explicitRule(rule: string): string {
  const parts = partsOfRule(rule);
  if (parts.has('BYMONTHDAY') || parts.has('BYDAY')) return rule;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const until = parts.has('UNTIL') ? `;UNTIL=${parts.get('UNTIL') ?? ''}` : '';
  switch (parts.get('FREQ')) {
    case 'WEEKLY':
      return `${rule};BYDAY=FR`;
    case 'MONTHLY': {
      if (interval === 1 || 12 % interval !== 0 || parts.has('BYMONTH')) return `${rule};BYMONTHDAY=-1`;
      const months = Array.from({ length: 12 / interval }, (_, index) => (index + 1) * interval);
      return `FREQ=YEARLY;BYMONTH=${months.join(',')};BYMONTHDAY=-1${until}`;
    }
    case 'YEARLY':
      return `${rule}${parts.has('BYMONTH') ? '' : ';BYMONTH=12'};BYMONTHDAY=-1`;
    default:
      return rule;
  }
}

/** True for a rule that can be followed: parts the library and we know, numbers within their bounds. */
export function isRule(rule: string): boolean {
  const parts = partsOfRule(rule);
  if (parts.has('SCHOOL'))
    return Object.values(schoolRules).some((known) => rule === known || rule.startsWith(`${known};UNTIL=`));
  const numbers = (name: string, most: number): boolean =>
    (parts.get(name)?.split(',') ?? []).every(
      (n) => /^-?\d{1,3}$/.test(n) && Math.abs(Number(n)) >= 1 && Math.abs(Number(n)) <= most,
    );
  const until = parts.get('UNTIL');
  return (
    ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(parts.get('FREQ') ?? '') &&
    /^[1-9]\d?$/.test(parts.get('INTERVAL') ?? '1') &&
    numbers('BYMONTHDAY', 31) &&
    numbers('BYMONTH', 12) &&
    numbers('BYSETPOS', 366) &&
    (parts.get('BYDAY')?.split(',') ?? []).every((name) => /^(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(name)) &&
    (until === undefined || untilOf(parts) !== null)
  );
}

/** Every date of the series from the first one up to and including `to`; a daily one leaves days off out. Empty for a rule that cannot be followed. */
export function datesOf({ rule, first }: Series, to: Day, { calendar, week, school }: Times): Day[] {
  if (!isRule(rule) || to < first) return [];
  const parts = partsOfRule(rule);
  if (parts.has('SCHOOL')) return schoolDates(rule, first, to, school);
  const found = followed(explicitRule(rule), first, to);
  return parts.get('FREQ') === 'DAILY' ? found.filter((day) => calendar.isWorkingDay(day, week)) : found;
}

/** The dates of a rule of RFC 5545 in these days, both included; none where it never comes true. */
export function followed(rule: string, from: Day, to: Day): Day[] {
  const rruleString = `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}\nRRULE:${rule}`;
  try {
    const dates = new RRuleTemporal({ rruleString, maxIterations: mostSteps });
    return dates.between(midnight(from), midnight(to), true).map((date) => date.toString().slice(0, 10));
  } catch {
    return [];
  }
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function schoolDates(rule: string, first: Day, to: Day, school: SchoolYears): Day[] {
  const until = untilOf(partsOfRule(rule)) ?? to;
  const years: number[] = [];
  for (let year = partsOf(first).year - 1; year <= partsOf(to).year; year += 1) years.push(year);
  const ends = years.flatMap((year) => {
    const terms = school(year).map(({ end }) => end);
    return rule.startsWith(schoolRules['school-year']) ? terms.slice(-1) : terms;
  });
  // The first date is the issuer's: a term that ends otherwise does not take it away.
  return [...new Set([first, ...ends.filter((day) => day > first && day <= to && day <= until)])];
}

/** The last day of a rule that has one. */
export function untilOf(parts: Map<string, string>): Day | null {
  const day = (parts.get('UNTIL') ?? '').replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
  return isDay(day) ? day : null;
}

/** The first end of a school term or year on or after `from`; null for another rule. */
export function firstSchoolDate(repeat: Repeat, from: Day, school: SchoolYears): Day | null {
  if (repeat !== 'school-term' && repeat !== 'school-year') return null;
  const { year } = partsOf(from);
  const ends = [year - 1, year, year + 1].flatMap((start) => {
    const terms = school(start).map(({ end }) => end);
    return repeat === 'school-year' ? terms.slice(-1) : terms;
  });
  return ends.find((day) => day >= from) ?? null;
}

/** What the period of a date is called: '2026-12-05', '2026-W50', '2026-12', '2026-Q4', '2026-H2', '2026', '2026-T2' (second term of the school year that began in 2026), '2026-S'. */
export function periodOf(rule: string, day: Day, school: SchoolYears): string {
  const parts = partsOfRule(rule);
  const { year, month } = partsOf(day);
  if (parts.has('SCHOOL')) return schoolPeriod(rule, day, school);
  const listed = (name: string): number => parts.get(name)?.split(',').length ?? 0;
  const single = parts.has('BYSETPOS') || (listed('BYMONTHDAY') <= 1 && listed('BYDAY') <= 1);
  const freq = parts.get('FREQ');
  if (!single || freq === 'DAILY') return day;
  if (freq === 'WEEKLY') return isoWeek(day);
  const inYear = freq === 'YEARLY' ? listed('BYMONTH') : 12 / Number(parts.get('INTERVAL') ?? 1);
  if (inYear <= 1) return String(year);
  if (inYear === 4) return `${year}-Q${Math.ceil(month / 3)}`;
  if (inYear === 2) return `${year}-H${month <= 6 ? 1 : 2}`;
  return day.slice(0, 7);
}

function schoolPeriod(rule: string, day: Day, school: SchoolYears): string {
  const { year } = partsOf(day);
  for (const start of [year - 1, year]) {
    const terms = school(start);
    const last = terms.at(-1)?.end ?? '';
    if (day > last && start < year) continue;
    if (rule.startsWith(schoolRules['school-year'])) return `${start}-S`;
    const at = terms.findIndex(({ end }) => day <= end);
    return `${start}-T${at + 1 || terms.length}`;
  }
  return day;
}

/** All periods of the series that begin to be of interest up to `today`: the past ones, the running one, and those to come within a year. */
export function occurrencesOf(series: Series, today: Day, times: Times): Occurrence[] {
  const to = horizon(series.first, today);
  const seen = new Set<string>();
  return datesOf(series, to, times).flatMap((day) => {
    const named = periodOf(series.rule, day, times.school);
    // Two dates of one name, as when a term was moved: the later one is named by its day.
    const period = seen.has(named) ? day : named;
    seen.add(period);
    return [{ day, period }];
  });
}

/** The last day that is looked at on `today`. */
export function horizon(first: Day, today: Day): Day {
  return addDays(today > first ? today : first, ahead);
}

/** A date that falls on a day off, moved as the organisation wants it. */
export function movedDay(day: Day, policy: DayOffPolicy, { calendar, week }: Pick<Times, 'calendar' | 'week'>): Day {
  if (policy === 'keep' || calendar.isWorkingDay(day, week)) return day;
  return policy === 'next' ? calendar.nextWorkingDay(day, week) : calendar.previousWorkingDay(day, week);
}
