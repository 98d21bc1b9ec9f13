// findTerms and readDeadline: every deadline of a text, and the one deadline of a text that is known to be one.
import type { Calendar } from '../../calendar.ts';
import type { Clock, Day } from '../../time.ts';
import type { Deadline } from '../drafts.ts';
import type { Span, Token } from '../words.ts';
import type { DateContext } from './date-context.ts';
import { joined } from './joins.ts';
import { hasRole, lineOf, type Line } from './line.ts';
import { pieceAt } from './pieces.ts';
import { readingOf, type Reading } from './readings.ts';
import { ruleText } from './recurrences.ts';

/** A deadline as it stands in a text. */
export type Term = {
  span: Span;
  deadline: Deadline;
  /** Key of a text that says what was guessed. */
  doubt?: string;
  /** Says itself that it is a limit: 'до', 'не позднее', 'дейін', 'в течение', 'срок –'. */
  limit: boolean;
  /** A bare expression: a deadline only where one is expected (a label, a cell of a table, the end of a clause). */
  weak: boolean;
  /** 'ко Дню Республики': what something is made for, and a deadline only where no other is named. */
  occasion?: boolean;
};

/** Every deadline expression of a text from left to right, not overlapping; dates of laws and papers are none. */
export function findTerms(text: string | Token[], context: DateContext): Term[] {
  const line = lineOf(text, context);
  return readingsOf(line)
    .filter((reading) => isTerm(line, reading))
    .map((reading) => termOf(line, reading));
}

/** All readings of a line, neighbours joined; blocked ones are kept as walls. */
export function readingsOf(line: Line): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const piece = pieceAt(line, at);
    if (!piece) continue;
    at = piece.to - 1;
    // A number alone is an hour only with 'до': 'до 5'.
    if (piece.core.value.kind === 'clock' && piece.core.value.bare && piece.role !== 'until') continue;
    const reading = readingOf(line, piece);
    const last = found.at(-1);
    const both = last && joined(line, last, reading);
    if (both) found[found.length - 1] = both;
    else found.push(reading);
  }
  return found;
}

/** True for a reading that is a deadline in running text. */
export function isTerm(line: Line, reading: Reading): boolean {
  const { piece, blocked, kind, limit, day } = reading;
  if (blocked) return false;
  if (kind === 'clock') return limit && !reading.bare;
  if (kind !== 'date') return true;
  const { core } = piece;
  if (core.needsRole && piece.role === 'none' && !piece.labelled) return false;
  if (core.value.kind === 'length' && !limit && piece.role !== 'after' && !isKazakhWithin(line, reading)) return false;
  return !(core.value.kind === 'period' && day !== undefined && day < line.context.today);
}

/** 'нәтижесін 3 күнде беріңіз': within three days; '10 айда атқарылған' tells what was. */
function isKazakhWithin({ tokens }: Line, { piece: { core, role }, to }: Reading): boolean {
  if (core.value.kind !== 'length' || core.case !== 'locative' || role !== 'in') return false;
  return (
    ['hour', 'day', 'week'].includes(core.value.unit) && !/^(?:бир|рет)$|[гк][ае]н$/.test(tokens[to]?.folded ?? '')
  );
}

/** The term of a reading. */
export function termOf(line: Line, reading: Reading): Term {
  const { from, to, limit, weak } = reading;
  const start = line.tokens[from]?.start ?? 0;
  const end = line.tokens[to - 1]?.end ?? 0;
  const deadline = deadlineOf(line, reading);
  const doubt = reading.doubt ?? doubtOf(line, reading);
  const occasion = reading.piece.core.feast === true && hasRole(line, from, 'by');
  return { span: [start, end], deadline, doubt, limit, weak, occasion };
}

function doubtOf(line: Line, { day, kind }: Reading): string | undefined {
  return kind === 'date' && day !== undefined && day < line.context.today ? 'reading-doubt-past-date' : undefined;
}

function deadlineOf(line: Line, reading: Reading): Deadline {
  const { kind, day, rule, time, interim } = reading;
  if (kind === 'recurring' && rule) {
    const clock = time ? { time } : {};
    return { kind, rule: ruleText(rule), ...(reading.until ? { until: reading.until } : {}), ...clock };
  }
  if (kind === 'ongoing') return { kind };
  if (kind === 'clock') return dated(line, line.context.today, [], time);
  if (kind === 'date' && day !== undefined && day !== 'impossible') return dated(line, day, interim, time);
  return { kind: 'none' };
}

function dated(line: Line, date: Day, interim: Day[], time: Clock | undefined): Deadline {
  const deadline: Deadline = { kind: 'date', date };
  if (time) deadline.time = time;
  if (interim.length > 0) deadline.interim = interim;
  if (isDayOff(line, date)) deadline.dayOff = true;
  return deadline;
}

const mostDays = 10_000;
const daysOff = new WeakMap<Calendar, Map<string, boolean>>();

/** Asked at every date of a text, and the same days come again and again. */
function isDayOff({ context: { calendar, week } }: Line, day: Day): boolean {
  const known = daysOff.get(calendar) ?? new Map<string, boolean>();
  daysOff.set(calendar, known);
  const key = `${week}/${day}`;
  const isOff = known.get(key) ?? !calendar.isWorkingDay(day, week);
  if (known.size >= mostDays) known.clear();
  known.set(key, isOff);
  return isOff;
}

/**
 * The one deadline of a short text that is known to name one (a cell, a line 'Срок: …'): several dates become interim
 * ones and the last, a correction and 'но не позднее' win. Null when the text names no deadline that is known.
 */
export function readDeadline(text: string | Token[], context: DateContext): Term | null {
  const line = lineOf(text, context);
  if (line.tokens.every(({ kind }) => kind === 'sign')) return nothing(line);
  const open = readingsOf(line).filter(({ blocked }) => !blocked);
  // 'второй этап' is no second of the month where a real date stands beside it.
  const sure = open.filter((reading) => isTerm(line, reading));
  const readings = sure.length > 0 ? sure : open;
  const dates = readings.filter(({ kind }) => kind !== 'none' && kind !== 'clock');
  const pool = dates.length > 0 ? dates : readings.filter(({ bare }) => !bare);
  const chosen = pool.reduce<Reading | null>((whole, reading) => (whole ? together(whole, reading) : reading), null);
  return chosen && termOf(line, chosen);
}

function nothing(line: Line): Term | null {
  const last = line.tokens.at(-1);
  if (!last) return null;
  return { span: [line.tokens[0]?.start ?? 0, last.end], deadline: { kind: 'none' }, limit: false, weak: false };
}

/** Two terms of one cell, words between them: the later date is the deadline, the other an interim one. */
function together(first: Reading, second: Reading): Reading {
  const both = { from: first.from, to: second.to };
  if (first.kind === 'date' && second.kind === 'date' && first.day && second.day) {
    if (first.day === 'impossible') return { ...first, ...both };
    if (second.day === 'impossible') return { ...second, ...both };
    const days = [...first.interim, first.day, ...second.interim, second.day].sort();
    const last = days.at(-1) ?? second.day;
    return { ...second, ...both, day: last, interim: [...new Set(days)].filter((day) => day < last) };
  }
  return { ...first, ...both, doubt: 'reading-doubt-several-dates' };
}

/** The day a person may want instead of a day off, by the organisation's policy; the day itself when it is a working day. */
export function proposeDay(
  day: Day,
  policy: 'keep' | 'previous' | 'next',
  { calendar, week }: Pick<DateContext, 'calendar' | 'week'>,
): Day {
  if (policy === 'keep' || calendar.isWorkingDay(day, week)) return day;
  return policy === 'next' ? calendar.nextWorkingDay(day, week) : calendar.previousWorkingDay(day, week);
}
