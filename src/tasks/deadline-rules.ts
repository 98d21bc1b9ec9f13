// A deadline as it was read becomes the date of a draft; a periodic one keeps its rule and begins with its first date. Pure.
import type { Deadline } from '../reading/drafts.ts';
import { addDays, type Day, endOfMonth, partsOf, weekday } from '../time.ts';
import { followed, partsOfRule } from './recurrence-rules.ts';
import type { DraftFields } from './rules.ts';

/** No rule of a task is looked for farther ahead, in days: a leap year and a day. */
const horizon = 367;

type Dated = Required<Pick<DraftFields, 'due' | 'dueTime' | 'term' | 'recurrence' | 'interimDues'>>;

/** What a draft keeps of a deadline; `from` is the day of the meeting. A deadline that was not found leaves the draft without a date. */
export function fieldsOfDeadline(deadline: Deadline, from: Day): Dated {
  const none: Dated = { due: null, dueTime: null, term: 'dated', recurrence: null, interimDues: [] };
  if (deadline.kind === 'none') return none;
  if (deadline.kind === 'ongoing') return { ...none, term: 'standing' };
  const dueTime = deadline.time ?? null;
  if (deadline.kind === 'date') return { ...none, due: deadline.date, dueTime, interimDues: deadline.interim ?? [] };
  const recurrence = deadline.until ? `${deadline.rule};UNTIL=${deadline.until.replaceAll('-', '')}` : deadline.rule;
  return { ...none, due: firstOfRule(deadline.rule, from), dueTime, recurrence };
}

/** The first date of a rule on or after `from`; a period that names no day ends with its last one (a week with Friday). Null when the rule names none within a year. */
export function firstOfRule(rule: string, from: Day): Day | null {
  const parts = partsOfRule(rule);
  if (parts.has('BYSETPOS')) return followed(rule, from, addDays(from, horizon))[0] ?? null;
  for (let ahead = 0; ahead <= horizon; ahead += 1) {
    const day = addDays(from, ahead);
    if (fits(day, parts)) return day;
  }
  return null;
}

function fits(day: Day, parts: Map<string, string>): boolean {
  const listed = (name: string): string[] => parts.get(name)?.split(',') ?? [];
  const [months, days, weekdays] = [listed('BYMONTH'), listed('BYMONTHDAY'), listed('BYDAY')];
  const { month, dayOfMonth } = partsOf(day);
  if (months.length > 0 && !months.includes(String(month))) return false;
  if (days.length > 0) return days.some((n) => Number(n) === dayOfMonth || Number(n) === dayOfMonth - daysOf(day) - 1);
  if (weekdays.length > 0) return weekdays.some((name) => isThatWeekday(day, name));
  return endsPeriod(day, parts);
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** 'FR', '-1TH' (the last of its month), '2MO'. */
function isThatWeekday(day: Day, name: string): boolean {
  if (weekdayNames.indexOf(name.slice(-2)) + 1 !== weekday(day)) return false;
  const nth = Number(name.slice(0, -2));
  const { dayOfMonth } = partsOf(day);
  if (nth > 0) return Math.ceil(dayOfMonth / 7) === nth;
  return nth === 0 || Math.ceil((daysOf(day) - dayOfMonth + 1) / 7) === -nth;
}

function endsPeriod(day: Day, parts: Map<string, string>): boolean {
  const { month } = partsOf(day);
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return true;
    case 'WEEKLY':
      return weekday(day) === 5;
    case 'YEARLY':
      return day === endOfMonth(day) && (parts.has('BYMONTH') || month === 12);
    default:
      return day === endOfMonth(day) && month % Number(parts.get('INTERVAL') ?? 1) === 0;
  }
}

function daysOf(day: Day): number {
  return partsOf(endOfMonth(day)).dayOfMonth;
}
