// readDue: the due date that a text names, in Kazakh, Russian or English. Unknown forms give null, never a guess.
import { weekday, type Clock, type Day } from '../../time.ts';
import type { DateContext, Match, Rule } from './date-context.ts';
import { monthOf, weekdayOf } from './date-words.ts';
import { dayAndMonth, kazakhYearFirst, monthAndDay, numericDate, slashedDate } from './explicit-dates.ts';
import { englishEnd, kazakhEnd, russianEnd } from './period-ends.ts';
import { closingOf, openingOf } from './limits.ts';
import { dayOfWeek, relativeDay } from './relative-days.ts';
import { findTimes, type TimeMatch } from './times.ts';
import { beginsWith, dashes, isSign, isWord, tokenise, vocabulary, type Span, type Token } from '../words.ts';

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

/** The order does not matter: the longest match at a place wins. */
const rules: Rule[] = [
  numericDate,
  slashedDate,
  dayAndMonth,
  monthAndDay,
  kazakhYearFirst,
  relativeDay,
  dayOfWeek,
  russianEnd,
  englishEnd,
  kazakhEnd,
];

/**
 * Reads the due date of a text. A date that does not exist ('31 февраля') is reported as impossible; null means that
 * no date of a known form was found. Dates in the past are returned as written: refusing them is the caller's part.
 */
export function readDue(text: string, context: DateContext): DueReading | null {
  const tokens = tokenise(text);
  const times = findTimes(tokens);
  const candidates = findDates(tokens, times, context);
  const limits = candidates.filter(({ limit }) => limit);
  const pool = limits.length > 0 ? limits : candidates;
  const impossible = pool.find(({ day }) => day === 'impossible');
  if (impossible) return { impossible: true, span: spanOf(tokens, impossible) };
  const chosen = pool.at(-1);
  if (!chosen) return todayByTime(tokens, times, context);
  const several = candidates.length > 1;
  const different = new Set(pool.map(({ day }) => day)).size > 1;
  const doubt = isRecurring(tokens)
    ? 'reading-doubt-recurring'
    : different
      ? 'reading-doubt-several-dates'
      : chosen.doubt;
  return withTime(tokens, chosen, times, { day: chosen.day, doubt, several, span: spanOf(tokens, chosen) });
}

function findDates(tokens: Token[], times: TimeMatch[], context: DateContext): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const longest = rules
      .map((rule) => rule(tokens, at, context))
      .reduce((best, match) => (match && (!best || match.to > best.to) ? match : best), null);
    if (!longest) continue;
    const match = withSurroundings(tokens, longest, times);
    if (match) {
      while (found.length > 0 && (found.at(-1)?.to ?? 0) > match.from) found.pop();
      found.push(joinRange(tokens, found, match));
    }
    at = (match ?? longest).to - 1;
  }
  return found;
}

/** Takes in the weekday beside a date and the words that make it a limit; null when they make it no deadline at all. */
function withSurroundings(tokens: Token[], match: Match, times: TimeMatch[]): Match | null {
  const named = match.kind === 'date' ? withWeekday(tokens, match) : match;
  const opening = openingOf(tokens, named.from);
  const closing = closingOf(tokens, named.to);
  if (opening.blocked || closing.blocked) return null;
  const limit = named.limit || opening.limit || closing.limit;
  const isWholeText = named.from === 0 && closing.to === tokens.length;
  if (named.needsLimit && !limit && !opening.preposition && !isWholeText) return null;
  const result = { ...named, from: opening.from, to: closing.to, limit };
  return isMereNow(tokens, result, times) ? null : result;
}

/** 'сегодня' in the middle of a sentence is news, not a deadline. */
function isMereNow(tokens: Token[], match: Match, times: TimeMatch[]): boolean {
  const isToday = isWord(tokens[match.from], todayWords) && match.to === match.from + 1;
  if (!isToday || match.limit || times.some(({ from }) => from === match.to)) return false;
  const [before, after] = [tokens[match.from - 1], tokens[match.to]];
  return !(!before || isSign(before, `${dashes}:;`) || !after || isSign(after, '.!;)') || isWord(after, nowLimits));
}

function withWeekday(tokens: Token[], match: Match): Match {
  const after = isSign(tokens[match.to], ',(') ? match.to + 1 : match.to;
  const behind = weekdayOf(tokens[after]);
  if (behind && !(behind.short && after === match.to)) {
    let to = after + 1;
    if (isWord(tokens[to], dayWord)) to += 1;
    if (isSign(tokens[to], ')')) to += 1;
    return { ...match, to, doubt: weekdayDoubt(match, behind.weekday) };
  }
  const before = isSign(tokens[match.from - 1], ',') ? match.from - 2 : match.from - 1;
  const ahead = weekdayOf(tokens[before]);
  return ahead && !ahead.short ? { ...match, from: before, doubt: weekdayDoubt(match, ahead.weekday) } : match;
}

function weekdayDoubt(match: Match, named: number): string | undefined {
  return match.day !== 'impossible' && weekday(match.day) !== named ? 'reading-doubt-weekday' : match.doubt;
}

/** 'с 10 ноября по 15 ноября' and '10 – 15' end on the later day: the first date is swallowed. */
function joinRange(tokens: Token[], found: Match[], match: Match): Match {
  const first = found.at(-1);
  const between = first ? tokens.slice(first.to, match.from) : [];
  const opened = tokens[match.from];
  const joined = between.length === 0 ? isWord(opened, rangeWords) : between.length === 1 && isSign(between[0], dashes);
  if (!first || !joined || first.kind !== 'date' || first.limit || match.kind !== 'date') return match;
  found.pop();
  return { ...match, from: first.from };
}

function withTime(
  tokens: Token[],
  chosen: Match,
  times: TimeMatch[],
  due: { day: Day; doubt?: string; several: boolean; span: Span },
): DueReading {
  const beside = times.find((time) => isBeside(tokens, chosen, time));
  if (beside) {
    const span = spanOf(tokens, { from: Math.min(chosen.from, beside.from), to: Math.max(chosen.to, beside.to) });
    return { ...due, time: beside.time, span };
  }
  const apart = times.find(({ limit }) => limit);
  return { ...due, time: apart?.time };
}

function isBeside(tokens: Token[], chosen: Match, time: TimeMatch): boolean {
  const [end, start] = time.from >= chosen.to ? [chosen.to, time.from] : [time.to, chosen.from];
  return end === start || (end + 1 === start && isSign(tokens[end], ',('));
}

/** A limit of time alone ('не позднее 17:00') means today, if no word of the text speaks of another day. */
function todayByTime(tokens: Token[], times: TimeMatch[], { today }: DateContext): DueReading | null {
  const time = times.find(({ limit }) => limit);
  const speaksOfDays = tokens.some(
    (token) => beginsWith(token, dayStems) || isWord(token, shortDayWords) || weekdayOf(token) || monthOf(token),
  );
  if (!time || speaksOfDays || isRecurring(tokens)) return null;
  return { day: today, time: time.time, span: spanOf(tokens, time), several: false };
}

function isRecurring(tokens: Token[]): boolean {
  return tokens.some((token, at) => {
    if (beginsWith(token, recurringStems)) return true;
    const next = tokens[at + 1];
    return (
      beginsWith(token, everyStems) &&
      (beginsWith(next, dayStems) || isWord(next, shortDayWords) || weekdayOf(next) !== null)
    );
  });
}

function spanOf(tokens: Token[], { from, to }: { from: number; to: number }): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}

const todayWords = vocabulary('сегодня today бүгін');
const nowLimits = vocabulary('до к by түске кешке');
const dayWord = vocabulary('күні күніне');
const rangeWords = vocabulary('по до');
const everyStems = vocabulary('кажд every each әр');
const recurringStems = vocabulary(
  'ежедневн еженедельн ежемесячн ежеквартальн ежегодн сайын күнделікті daily weekly monthly quarterly yearly',
);
const dayStems = vocabulary(
  'понедельник вторник средам четверг пятниц суббот воскресен квартал полугод недел месяц месячн день дней дневн сутк числ срок тоқсан жартыжыл апта айдың мерзім week month quarter year days',
);
const shortDayWords = vocabulary('год года году дня дню дни ай айы жыл жылы жылдың күн күні күнде каникул лета day');
