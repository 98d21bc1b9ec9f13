// From a piece to a reading: the day, rule or state it means, whether it is a limit, and what about it is doubtful.
import { addDays, addMonths, makeDay, partsOf, weekday, weekOf, type Clock, type Day } from '../../time.ts';
import { nextSuchDay } from './date-context.ts';
import { hasRole, type Line, type Recurrence } from './line.ts';
import { nextDayOfMonth } from './named-days.ts';
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
};

/** Says what a piece means. */
export function readingOf(line: Line, piece: Piece): Reading {
  const { value } = piece.core;
  const base: Reading = {
    piece,
    from: piece.from,
    to: piece.to,
    kind: 'date',
    interim: [],
    limit: piece.role === 'until' || piece.role === 'within' || piece.labelled,
    weak: piece.role === 'none' && !piece.core.strong && !piece.labelled,
    blocked: isBlocked(piece),
    ...('doubt' in value && value.doubt ? { doubt: value.doubt } : {}),
  };
  // 'от 3 до 5 лет', 'до 10 дней': how much, not until when.
  if (value.kind === 'length' && hasRole(line, piece.from, 'until', 'by') && !piece.labelled) {
    return { ...base, ...dayOf(line, piece), limit: false, weak: true };
  }
  switch (value.kind) {
    case 'recurring':
      return { ...base, kind: 'recurring', rule: value.rule, weak: false };
    case 'ongoing':
    case 'none':
      return { ...base, kind: value.kind };
    case 'clock':
      return { ...base, kind: 'clock', time: value.time };
    default:
      return { ...base, ...dayOf(line, piece) };
  }
}

function isBlocked({ role, core, labelled }: Piece): boolean {
  const { kind } = core.value;
  if (kind === 'recurring' || kind === 'ongoing' || kind === 'none') return false;
  if (role === 'past') return true;
  if (core.case === 'of' && kind !== 'length') return true;
  if (core.needsRole && role === 'none' && !labelled && kind !== 'clock' && kind !== 'length') return false;
  if (role === 'of') return true;
  if (role === 'behind') return kind !== 'length';
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
      return { day: value.day };
    case 'date':
      return dated(line, value);
    case 'dayOfMonth':
      return { day: nextDayOfMonth(line, value.days.at(-1) ?? 1) };
    case 'weekday':
      if (value.plural && piece.role === 'through') return { kind: 'recurring', rule: weeklyOn(value.days) };
      return { day: weekdayOf(today, value.which, value.days.at(-1) ?? 1) };
    case 'period':
      return periodOf(piece, value);
    case 'length':
      return { ...lengthOf(line, value), ...event };
    default:
      return {};
  }
}

function weeklyOn(days: number[]): Recurrence {
  return { freq: 'WEEKLY', interval: 1, byDay: days.map((day) => dayNames[day - 1] ?? 'MO') };
}

function dated(line: Line, value: Extract<Piece['core']['value'], { kind: 'date' }>): Partial<Reading> {
  const { month, dayOfMonth, year, earlier = [] } = value;
  const found = year === null ? nextSuchDay(line.context.today, month, dayOfMonth) : written(year, month, dayOfMonth);
  if (found.day === 'impossible') return { day: 'impossible', doubt: 'reading-doubt-impossible-date' };
  const { year: chosen } = partsOf(found.day);
  const interim = earlier.map((day) => makeDay(chosen, month, day)).filter((day) => day !== null);
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

function periodOf(piece: Piece, value: Extract<Piece['core']['value'], { kind: 'period' }>): Partial<Reading> {
  const doubt = value.doubt ? { doubt: value.doubt } : {};
  if (piece.role !== 'until') {
    // 'с ноября': the service begins with its first day.
    return piece.role === 'from' ? { day: value.start, ...doubt } : { day: value.end, ...doubt };
  }
  if (value.unit === 'weekend') return { day: addDays(value.start, -1), doubt: 'reading-doubt-period-start' };
  // 'до ноября' is the first of November; that a quarter or year is meant so is less sure.
  return value.unit === 'month'
    ? { day: value.start, ...doubt }
    : { day: value.start, doubt: 'reading-doubt-period-start' };
}

function lengthOf(line: Line, value: Extract<Piece['core']['value'], { kind: 'length' }>): Partial<Reading> {
  const { today, calendar, week } = line.context;
  const { n, unit, working } = value;
  if (unit === 'hour') return { day: addDays(today, Math.floor(n / 24)) };
  if (unit === 'day') return { day: working ? calendar.addWorkingDays(today, n, week) : addDays(today, Math.ceil(n)) };
  if (unit === 'week') return { day: addDays(today, Math.ceil(n * 7)) };
  const months = { month: 1, quarter: 3, half: 6, year: 12, decade: 0, term: 0 }[unit] * n;
  const whole = addMonths(today, Math.floor(months));
  return { day: Number.isInteger(months) ? whole : addDays(whole, 15) };
}
