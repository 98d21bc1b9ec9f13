// readDue: the due date that a text names, in Kazakh, Russian or English. Unknown forms give null, never a guess.
import type { Clock, Day } from '../../time.ts';
import { dashes, type Span } from '../words.ts';
import type { DateContext } from './date-context.ts';
import { isSignAt, lineOf, type Line } from './line.ts';
import type { Reading } from './readings.ts';
import { isTerm, readingsOf } from './terms.ts';

export type { DateContext } from './date-context.ts';

export type DueReading =
  | {
      impossible?: undefined;
      day: Day;
      time?: Clock;
      /** The words of the date, prepositions included: what may be cut out of the text. */
      span: Span;
      /** Key of a text that says why the date should be looked at. */
      doubt?: string;
      /** Other dates stand in the text too, so that the words cannot be cut out cleanly. */
      several: boolean;
    }
  | { impossible: true; span: Span };

/**
 * Reads the due date of a text. A date that does not exist ('31 февраля') is reported as impossible; null means that
 * no date of a known form was found. Dates in the past are returned as written: refusing them is the caller's part.
 */
export function readDue(text: string, context: DateContext): DueReading | null {
  const line = lineOf(text, context);
  const readings = readingsOf(line);
  const candidates = readings.filter((reading) => isCandidate(line, reading));
  const limits = candidates.filter(({ limit }) => limit);
  const pool = limits.length > 0 ? limits : candidates;
  const impossible = pool.find(({ day }) => day === 'impossible');
  if (impossible) return { impossible: true, span: spanOf(line, impossible) };
  const chosen = pool.at(-1);
  if (!chosen) return todayByClock(line, readings);
  const days = new Set(pool.map(({ day }) => day));
  const recurs = readings.some(({ kind }) => kind === 'recurring');
  const doubt = recurs ? 'reading-doubt-recurring' : days.size > 1 ? 'reading-doubt-several-dates' : chosen.doubt;
  const apart = readings.find(({ kind, limit, blocked, bare }) => kind === 'clock' && limit && !blocked && !bare);
  return {
    day: chosen.day as Day,
    time: chosen.time ?? apart?.time,
    doubt,
    several: candidates.length > 1,
    span: spanOf(line, chosen),
  };
}

/** A reading with a day that may be the due date. */
function isCandidate(line: Line, reading: Reading): boolean {
  if (reading.blocked || reading.day === undefined || !['date', 'recurring'].includes(reading.kind)) return false;
  if (isWhole(line, reading)) return true;
  if (!isTerm(line, reading)) return false;
  const { kind } = reading.piece.core.value;
  // A period without a preposition names what is spoken of: 'итоги первого полугодия'.
  if (kind === 'period' && reading.weak) return false;
  return !isMereNow(line, reading);
}

function isWhole(line: Line, { from, to }: Reading): boolean {
  return from === 0 && (to === line.tokens.length || (to + 1 === line.tokens.length && isSignAt(line, to, '.')));
}

/** 'сегодня' in the middle of a sentence is news, not a deadline. */
function isMereNow(line: Line, { from, to, limit, time, piece }: Reading): boolean {
  if (line.words[piece.from]?.relative !== 0 || limit || time !== undefined || piece.core.strong) return false;
  const [before, after] = [line.tokens[from - 1], line.tokens[to]];
  return (
    before !== undefined &&
    after !== undefined &&
    !isSignAt(line, from - 1, `${dashes}:;`) &&
    !isSignAt(line, to, '.!;)')
  );
}

/** A limit of time alone ('не позднее 17:00') means today, if no word of the text speaks of another day. */
function todayByClock(line: Line, readings: Reading[]): DueReading | null {
  const clock = readings.find(({ kind, limit, blocked, bare }) => kind === 'clock' && limit && !blocked && !bare);
  const others = readings.some((reading) => reading !== clock && !reading.blocked);
  if (!clock?.time || others) return null;
  const speaksOfDays = line.words.some((word) => word?.weekday !== undefined || word?.month !== undefined);
  return speaksOfDays ? null : { day: line.context.today, time: clock.time, span: spanOf(line, clock), several: false };
}

function spanOf(line: Line, { from, to }: { from: number; to: number }): Span {
  return [line.tokens[from]?.start ?? 0, line.tokens[to - 1]?.end ?? 0];
}
