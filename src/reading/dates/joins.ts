// Readings that stand side by side become one: date and weekday, range, several dates, date and hour, recurrence and its day.
import type { Day } from '../../time.ts';
import { addDays, addMonths, weekday, weekOf } from './day-sums.ts';
import { dashes } from '../words.ts';
import { hasRole, isSignAt, wordAt, type Line } from './line.ts';
import type { Reading } from './readings.ts';
import { withRecurrence } from './recurrence-joins.ts';

type Gap = 'none' | 'comma' | 'dash' | 'and' | 'but' | 'correction' | 'bracket' | 'stage' | 'far';

/** One reading of two neighbours, or null where they stay apart. */
export function joined(line: Line, first: Reading, second: Reading): Reading | null {
  if (first.blocked || second.blocked) return null;
  const gap = gapBetween(line, first.to, second.from);
  if (gap === 'far') return null;
  const to = gap === 'bracket' && isSignAt(line, second.to, ')') ? second.to + 1 : second.to;
  const both = { from: first.from, to, limit: first.limit || second.limit, weak: first.weak && second.weak };
  if (gap === 'correction') return { ...second, ...both, doubt: second.doubt ?? 'reading-doubt-corrected' };
  const found =
    beforeDay(line, first, second, gap) ??
    withClock(first, second) ??
    (isTwoThings(first, second, gap) ? null : withRecurrence(first, second)) ??
    withWeekday(first, second, gap) ??
    range(line, first, second, gap) ??
    fromStart(line, first, second) ??
    severalDates(first, second, gap);
  return found && { ...found, ...both };
}

function gapBetween(line: Line, from: number, to: number): Gap {
  const length = to - from;
  if (length === 0) return 'none';
  if (length > 6) return 'far';
  if (length === 1) {
    if (isSignAt(line, from, ',;')) return 'comma';
    if (isSignAt(line, from, dashes)) return 'dash';
    if (hasRole(line, from, 'and')) return 'and';
    if (isSignAt(line, from, '(')) return 'bracket';
  }
  const start = isSignAt(line, from, ',;.…(') ? from + 1 : from;
  if (hasRole(line, start, 'but')) return to - start === 1 ? 'but' : 'far';
  if (start > from && hasRole(line, start, 'and') && length === 2) return 'and';
  return isCorrection(line, start, to) ? 'correction' : stageGap(line, start, to);
}

/** 'до среды… нет, лучше до пятницы', 'точнее', 'жоқ,'. */
function isCorrection(line: Line, from: number, to: number): boolean {
  let said = false;
  for (let at = from; at < to; at += 1) {
    if (hasRole(line, at, 'correct')) said = true;
    else if (
      line.tokens[at]?.kind === 'word' &&
      !['а', 'ну', 'давай', 'давайте', 'все', 'так', 'таки', 'же', 'уже', 'жарайды', 'онда'].includes(wordAt(line, at))
    )
      return false;
  }
  return said;
}

/** ', итоговую –' between two dates. */
function stageGap(line: Line, from: number, to: number): Gap {
  let stage = false;
  for (let at = from; at < to; at += 1) {
    if (hasRole(line, at, 'stage')) stage = true;
    else if (
      line.tokens[at]?.kind === 'word' &&
      !hasRole(line, at, 'and', 'report') &&
      !/^(?:отчет|информаци|есеп)/.test(wordAt(line, at))
    )
      return 'far';
  }
  return stage ? 'stage' : 'far';
}

/** 'до конца квартала и каждую пятницу': what is to be done once, and what again and again. */
function isTwoThings(first: Reading, second: Reading, gap: Gap): boolean {
  return gap === 'and' && first.kind === 'date' && first.piece.role === 'until' && second.kind === 'recurring';
}

function withClock(first: Reading, second: Reading): Reading | null {
  // 'с 9:00 до 18:00', '9:00 – 18:00': when something is open, not until when it is to be done.
  if (first.kind === 'clock' && second.kind === 'clock') return { ...first, blocked: true };
  if (second.kind === 'clock') {
    if (first.time || (second.bare && !takesBareHour(first, second))) return null;
    return { ...first, ...timed(second) };
  }
  if (first.kind !== 'clock' || first.bare) return null;
  return second.time || second.kind === 'none' ? null : { ...second, ...timed(first) };
}

/** 'завтра до 5', 'ертең 12-ге дейін'. */
function takesBareHour(first: Reading, second: Reading): boolean {
  return first.to === second.from && ['day', 'weekday'].includes(first.piece.core.value.kind);
}

function timed({ time, doubt }: Reading): Partial<Reading> {
  return { ...(time ? { time } : {}), ...(doubt ? { doubt } : {}) };
}

/** A date and a weekday beside it: the date holds, the weekday is checked. */
function withWeekday(first: Reading, second: Reading, gap: Gap): Reading | null {
  if (gap !== 'none' && gap !== 'comma' && gap !== 'bracket') return null;
  const [a, b] = [first.piece.core.value, second.piece.core.value];
  const date = b.kind === 'weekday' ? first : a.kind === 'weekday' ? second : null;
  if (!date?.day || date.kind !== 'date' || date.day === 'impossible' || (a.kind === 'weekday' && b.kind === 'weekday'))
    return null;
  const named = b.kind === 'weekday' ? b : a;
  const period = date.piece.core.value;
  // 'на следующей неделе, в четверг'
  if (named.kind === 'weekday' && period.kind === 'period' && period.unit === 'week') {
    return { ...date, day: addDays(weekOf(period.end).monday, (named.days.at(-1) ?? 5) - 1) };
  }
  if (named.kind !== 'weekday' || !['date', 'day', 'dayOfMonth'].includes(date.piece.core.value.kind)) return null;
  return named.days.includes(weekday(date.day)) ? date : { ...date, doubt: 'reading-doubt-weekday' };
}

/** 'за 3 дня до 25 декабря', '25 желтоқсаннан 3 күн бұрын': counted back from the date. */
function beforeDay(line: Line, first: Reading, second: Reading, gap: Gap): Reading | null {
  if (gap !== 'none') return null;
  const [length, date] = first.piece.role === 'behind' ? [first, second] : [second, first];
  const { value } = length.piece.core;
  const back = length === first ? second.piece.role === 'until' : second.piece.role === 'before';
  if (!back || value.kind !== 'length' || !isDay(date) || date.piece.core.value.kind === 'length') return null;
  const { calendar, week } = line.context;
  const days = value.unit === 'week' ? value.n * 7 : value.n;
  if (value.unit === 'month') return { ...date, day: addMonths(date.day, -value.n), blocked: false };
  return { ...date, day: value.working ? calendar.addWorkingDays(date.day, -days, week) : addDays(date.day, -days) };
}

function isDay(reading: Reading): reading is Reading & { day: Day } {
  return reading.kind === 'date' && reading.day !== undefined && reading.day !== 'impossible';
}

/** 'с 10 ноября по 15 ноября', '1 апреля – 31 августа', '10 қараша мен 15 қараша аралығында'. */
function range(line: Line, first: Reading, second: Reading, gap: Gap): Reading | null {
  if (!isDay(first) || !isDay(second)) return second.day === 'impossible' && gap === 'dash' ? second : null;
  const between = gap === 'and' && hasRole(line, second.to - 1, 'between');
  const opened = first.piece.role === 'from' && ['through', 'until'].includes(second.piece.role) && gap === 'none';
  const dashed = gap === 'dash' && !first.limit && second.piece.role !== 'from';
  const through = gap === 'none' && second.piece.role === 'through';
  if (!between && !opened && !dashed && !through) return null;
  const { value } = second.piece.core;
  // 'до' in a range names its last period as a whole: 'с сентября до декабря' stays a limit.
  const last = value.kind === 'period' && second.piece.role !== 'until' ? value.end : second.day;
  // 'с понедельника по пятницу': the Friday behind that Monday.
  const day = value.kind === 'weekday' && last < first.day ? addDays(last, 7) : last;
  return { ...second, day, interim: [] };
}

/** 'с 1 ноября в течение 10 дней': the term runs from the date. */
function fromStart(line: Line, first: Reading, second: Reading): Reading | null {
  const { value } = second.piece.core;
  if (!isDay(first) || first.piece.role !== 'from' || value.kind !== 'length' || second.piece.role !== 'within')
    return null;
  const { calendar, week } = line.context;
  if (value.unit === 'day') {
    const day = value.working ? calendar.addWorkingDays(first.day, value.n, week) : addDays(first.day, value.n);
    return { ...second, day };
  }
  if (value.unit === 'week') return { ...second, day: addDays(first.day, value.n * 7) };
  return value.unit === 'month' ? { ...second, day: addMonths(first.day, value.n) } : null;
}

/** '20 ноября, 25 декабря', 'промежуточную – 20 ноября, итоговую – 25 декабря', 'X, но не позднее Y', 'сегодня, 14 октября'. */
function severalDates(first: Reading, second: Reading, gap: Gap): Reading | null {
  if (second.day === 'impossible') return second;
  if (first.day === 'impossible') return first;
  if (!isDay(second)) return null;
  if (gap === 'but') return { ...second, interim: isDay(first) ? keep(second.day, first.interim) : [] };
  if (!isDay(first)) return null;
  if (gap === 'none' && first.piece.role === 'none' && second.piece.role === 'none') return sameDay(first, second);
  if ((gap === 'comma' || gap === 'bracket') && isRelative(first) && second.piece.core.value.kind === 'date')
    return sameDay(first, second);
  // 'в течение 10 дней, не позднее 9 ноября': two limits, the one with a date is hard.
  if (gap === 'comma' && first.piece.core.value.kind === 'length' && second.limit) return { ...second };
  if (gap !== 'comma' && gap !== 'and' && gap !== 'stage') return null;
  if (isRelative(first) !== isRelative(second) && gap === 'comma') return null;
  if (gap === 'comma' && second.piece.core.needsRole && second.piece.role === 'none') return null;
  const days = [...first.interim, first.day, ...second.interim, second.day].sort();
  const last = days.at(-1) ?? second.day;
  return { ...second, day: last, interim: keep(last, days), ...(first.doubt ? { doubt: first.doubt } : {}) };
}

function keep(last: Day, days: Day[]): Day[] {
  return [...new Set(days)].filter((day) => day < last);
}

function isRelative(reading: Reading): boolean {
  return reading.piece.core.value.kind === 'day';
}

function sameDay(first: Reading, second: Reading): Reading | null {
  if (first.day === second.day) return second;
  return isRelative(first) ? { ...second, doubt: 'reading-doubt-weekday' } : null;
}
