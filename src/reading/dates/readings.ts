// From a piece to a reading: the day, rule or state it means, whether it is a limit, and what about it is doubtful.
import type { Calendar } from '../../calendar.ts';
import { partsOf, type Clock, type Day } from '../../time.ts';
import { addDays, addMonths, makeDay, weekday, weekOf } from './day-sums.ts';
import { nextSuchDay } from './date-context.ts';
import { hasRole, isSignAt, wordAt, type Line, type MonthOf, type Recurrence } from './line.ts';
import { nextDayOfMonth } from './days-of-month.ts';
import { schoolYearOf } from './period-days.ts';
import type { Piece } from './pieces.ts';
import { dayNames } from './recurrences.ts';

export type Reading = {
  piece: Piece;
  from: number;
  to: number;
  kind: 'date' | 'recurring' | 'ongoing' | 'none' | 'clock';
  day?: Day | 'impossible';
  interim: Day[];
  rule?: Recurrence;
  until?: Day;
  time?: Clock;
  doubt?: string;
  limit: boolean;
  /** A deadline only where a deadline is expected. */
  weak: boolean;
  /** Means nothing here; read only so that its inner parts are not read again. */
  blocked: boolean;
  /** An hour that is only a number: 'до 5'. */
  bare?: boolean;
};

const limits = new Set(['until', 'not-later', 'within', 'through']);

/** Says what a piece means. */
export function readingOf(line: Line, piece: Piece): Reading {
  const { value } = piece.core;
  const reading = plainReading(line, piece);
  // 'за два дня до мероприятия' hangs on the event; a date behind it is joined later.
  if (value.kind === 'length' && piece.role === 'behind' && hasRole(line, piece.to, 'until')) {
    return Object.assign(reading, { kind: 'none', doubt: 'reading-doubt-event', limit: false, weak: true });
  }
  // 'от 3 до 5 лет', 'до 10 дней': how much, not until when.
  if (value.kind === 'length' && hasRole(line, piece.from, 'until', 'by') && !piece.labelled) {
    return Object.assign(reading, dayOf(line, piece), { limit: false, weak: true });
  }
  switch (value.kind) {
    case 'recurring':
      return Object.assign(reading, { kind: 'recurring', rule: value.rule, weak: !piece.core.strong });
    case 'ongoing':
    case 'none':
      reading.kind = value.kind;
      return reading;
    case 'clock':
      reading.kind = 'clock';
      reading.time = value.time;
      reading.bare = value.bare;
      reading.blocked ||= hasRole(line, piece.from - 1, 'from');
      return reading;
    default:
      return Object.assign(reading, dayOf(line, piece));
  }
}

/** One shape for all readings: there are many of them in a long text. */
function plainReading(line: Line, piece: Piece): Reading {
  const { value } = piece.core;
  return {
    piece,
    from: piece.from,
    to: piece.to,
    kind: 'date',
    day: undefined,
    interim: [],
    rule: undefined,
    until: undefined,
    time: undefined,
    doubt: (value as { doubt?: string }).doubt,
    limit: limits.has(piece.role) || piece.labelled,
    weak: piece.role === 'none' && !piece.core.strong && !piece.labelled,
    blocked: isBlocked(piece) || isOutside(line, piece),
    bare: undefined,
  };
}

/** Stamps of a chat ('[21.10.2026, 09:03]'), and what people get ready for: 'подготовка к учебному году'. */
function isOutside(line: Line, { from, role, core }: Piece): boolean {
  if (isSignAt(line, from - 1, '[')) return true;
  if (role === 'none' && isYearOf(line, from, core)) return true;
  // '2027 жылға арналған бюджет'
  if (role === 'none' && wordAt(line, core.to).startsWith('арнал')) return true;
  const prepared = role === 'until' && hasRole(line, from, 'by') && core.value.kind === 'period';
  return prepared && /^(?:подготов|готов)/.test(wordAt(line, from - 1));
}

/** 'включить в план 2027 года': whose year it is. */
function isYearOf(line: Line, from: number, { value, to }: Piece['core']): boolean {
  return (
    value.kind === 'period' &&
    value.unit === 'year' &&
    wordAt(line, to - 1) === 'года' &&
    line.tokens[from - 1]?.kind === 'word'
  );
}

function isBlocked({ role, core, labelled }: Piece): boolean {
  const { kind } = core.value;
  if (kind === 'recurring' || kind === 'ongoing' || kind === 'none') return false;
  if (role === 'past') return true;
  if (core.onlyWithin && role !== 'within') return true;
  if (role === 'before') return kind !== 'length';
  if (core.case === 'of' && kind !== 'length') return true;
  if (core.needsRole && role === 'none' && !labelled && kind !== 'clock' && kind !== 'length') return false;
  if (role === 'of') return true;
  if (role === 'behind') return kind !== 'length';
  if (role === 'on' && labelled) return false;
  if (role === 'on') return kind === 'length' || (kind === 'period' && core.value.kind === 'period' && !isOnWeek(core));
  if (kind === 'period') return role === 'none' && ['genitive', 'accusative'].includes(core.case ?? '');
  return false;
}

function isOnWeek({ value }: Piece['core']): boolean {
  return value.kind === 'period' && (value.unit === 'week' || value.unit === 'weekend');
}

function dayOf(line: Line, piece: Piece): Partial<Reading> {
  const { value } = piece.core;
  const { today } = line.context;
  const event = piece.fromEvent ? { doubt: 'reading-doubt-event-start' } : {};
  switch (value.kind) {
    case 'day':
      return { day: value.day, ...(value.time ? { time: value.time } : {}) };
    case 'date':
      return dated(line, piece.to, value);
    case 'dayOfMonth':
      if (value.of) return { kind: 'recurring', rule: monthlyOn(value.days, value.of) };
      return { day: nextDayOfMonth(line, value.days.at(-1) ?? 1) };
    case 'weekday':
      if (value.plural) return { kind: 'recurring', rule: weeklyOn(value.days) };
      return { day: weekdayOf(today, value.which, value.days.at(-1) ?? 1) };
    case 'period':
      return periodOf(line, piece, value);
    case 'length':
      return { ...lengthOf(line, value), ...event };
    default:
      return {};
  }
}

/** '10 числа месяца, следующего за отчётным кварталом'. */
export function monthlyOn(byMonthDay: number[], of: MonthOf): Recurrence {
  if (of === 'after-month') return { freq: 'MONTHLY', interval: 1, byMonthDay };
  const byMonth = { 'after-quarter': [1, 4, 7, 10], 'after-half': [1, 7], 'last-of-quarter': [3, 6, 9, 12] }[of];
  return { freq: 'YEARLY', interval: 1, byMonth, byMonthDay };
}

function weeklyOn(days: number[]): Recurrence {
  return { freq: 'WEEKLY', interval: 1, byDay: days.map((day) => dayNames[day - 1] ?? 'MO') };
}

function dated(line: Line, to: number, value: Extract<Piece['core']['value'], { kind: 'date' }>): Partial<Reading> {
  const { month, dayOfMonth, year, earlier = [] } = value;
  const found = year === null ? nextSuchDay(line.context.today, month, dayOfMonth) : written(year, month, dayOfMonth);
  if (found.day === 'impossible') return { day: 'impossible', doubt: 'reading-doubt-impossible-date' };
  const { year: chosen } = partsOf(found.day);
  const between = hasRole(line, to - 1, 'between');
  const interim = (between ? [] : earlier).map((day) => makeDay(chosen, month, day)).filter((day) => day !== null);
  return { day: found.day, interim, ...(found.doubt ? { doubt: found.doubt } : {}) };
}

function written(year: number, month: number, dayOfMonth: number): { day: Day | 'impossible'; doubt?: string } {
  return { day: makeDay(year, month, dayOfMonth) ?? 'impossible' };
}

/** The coming weekday is strictly after today; that of this or the next week belongs to the week from Monday to Sunday. */
function weekdayOf(today: Day, which: 'coming' | 'this' | 'next', number: number): Day {
  if (which === 'next') return addDays(weekOf(today).monday, 6 + number);
  return addDays(today, ((number - weekday(today) + 6) % 7) + 1);
}

function periodOf(
  line: Line,
  piece: Piece,
  value: Extract<Piece['core']['value'], { kind: 'period' }>,
): Partial<Reading> {
  const doubt = value.doubt ? { doubt: value.doubt } : {};
  if (piece.role === 'not-later') return { day: value.end, doubt: value.doubt ?? 'reading-doubt-period-end' };
  if (piece.role !== 'until') {
    // 'с ноября': the service begins with its first day.
    return piece.role === 'from' && (value.months?.length ?? 1) === 1
      ? { day: value.start, ...doubt }
      : { day: value.end, ...doubt };
  }
  if (value.unit === 'weekend') return { day: addDays(value.start, -1), doubt: 'reading-doubt-period-start' };
  // 'к учебному году', said while one is running, is the next one.
  if (value.unit === 'school') {
    const begun = value.start < line.context.today;
    return { day: begun ? schoolYearOf(line.context.today, null, true).start : value.start };
  }
  // 'до ноября' is the first of November; that a quarter or year is meant so is less sure, and 'наурыз' is a feast too.
  const isFeast = wordAt(line, piece.core.to - 1).startsWith('наурыз');
  return value.unit === 'month' && !isFeast
    ? { day: value.start, ...doubt }
    : { day: value.start, doubt: 'reading-doubt-period-start' };
}

function lengthOf(line: Line, value: Extract<Piece['core']['value'], { kind: 'length' }>): Partial<Reading> {
  const { today } = line.context;
  const { n, unit, working } = value;
  if (unit === 'hour') return { day: addDays(today, Math.floor(n / 24)) };
  if (unit === 'day') return { day: working ? addWorkingDays(line, n) : addDays(today, Math.ceil(n)) };
  if (unit === 'week') return { day: addDays(today, Math.ceil(n * 7)) };
  const months = { month: 1, quarter: 3, half: 6, year: 12, decade: 0, term: 0 }[unit] * n;
  const whole = addMonths(today, Math.floor(months));
  return { day: Number.isInteger(months) ? whole : addDays(whole, 15) };
}

const mostTerms = 1_000;
const workingTerms = new WeakMap<Calendar, Map<string, Day>>();

/** Terms of 3, 5, 10 working days come again and again, and the calendar counts them day by day. */
function addWorkingDays({ context: { today, calendar, week } }: Line, n: number): Day {
  const known = workingTerms.get(calendar) ?? new Map<string, Day>();
  workingTerms.set(calendar, known);
  const key = `${today}/${n}/${week}`;
  const day = known.get(key) ?? calendar.addWorkingDays(today, n, week);
  if (known.size >= mostTerms) known.clear();
  known.set(key, day);
  return day;
}
