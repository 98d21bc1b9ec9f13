// The rules of ends: of a day, week, month and year, and of a named month.
import { addDays, addMonths, endOfMonth, endOfYear, makeDay, partsOf, weekOf, type Day } from '../../time.ts';
import type { DateContext, Match, Rule } from './date-context.ts';
import { monthOf } from './date-words.ts';
import { yearAfter, yearBefore } from './explicit-dates.ts';
import { nextWords, thisWords } from './relative-days.ts';
import { fold, isWord, vocabulary, type Token } from '../words.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

const endWords = vocabulary('конец конца концу конце');
const theWord = vocabulary('the');
const workingWord = vocabulary('рабочего');
const dayWord = vocabulary('дня');
const otherYears = vocabulary('оқу қаржы бюджет');
const kazakhEndStems = ['соңы', 'аяғы'].map(fold);
const russianUnits: [Unit, Set<string>][] = [
  ['day', vocabulary('дня')],
  ['week', vocabulary('недели')],
  ['month', vocabulary('месяца')],
  ['year', vocabulary('года')],
];
const kazakhUnits: [Unit, Set<string>][] = [
  ['day', vocabulary('күн күннің')],
  ['week', vocabulary('апта аптаның')],
  ['month', vocabulary('ай айдың')],
  ['year', vocabulary('жыл жылдың')],
];
const englishUnits: [Unit, Set<string>][] = [
  ['day', vocabulary('day')],
  ['week', vocabulary('week')],
  ['month', vocabulary('month')],
  ['year', vocabulary('year')],
];

/** 'до конца (этой, следующей) недели', 'к концу ноября', 'до конца 2027 года'; the school year is not a year. */
export const russianEnd: Rule = (tokens, at, context) => {
  if (!isWord(tokens[at], endWords)) return null;
  const match =
    unitAfter(tokens, at + 1, russianUnits, context) ??
    (isWorkingDayEnd(tokens, at + 1) ? endOfDay(at + 3, context) : null);
  return match && { ...match, from: at, needsLimit: true };
};

/** 'end of (this, next) week', 'the end of November 2026'. */
export const englishEnd: Rule = (tokens, at, context) => {
  const from = isWord(tokens[at], theWord) ? at + 1 : at;
  if (tokens[from]?.folded !== 'end' || tokens[from + 1]?.folded !== 'of') return null;
  const match = unitAfter(tokens, from + 2, englishUnits, context);
  return match && { ...match, from: at, needsLimit: true };
};

/** 'апта соңына', 'осы жылдың аяғына', 'қарашаның соңына', '2026 жылдың соңына'; not 'оқу жылының соңына'. */
export const kazakhEnd: Rule = (tokens, at, context) => {
  if (isWord(tokens[at - 1], otherYears)) return null;
  const match = kazakhUnit(tokens, at, context);
  const end = match && tokens[match.to];
  const stem = end && kazakhEndStems.find((known) => end.folded.startsWith(known));
  if (!match || !end || !stem) return null;
  const ending = end.folded.slice(stem.length);
  return { ...match, from: at, to: match.to + 1, limit: /^н[ае]/.test(ending), needsLimit: false };
};

function kazakhUnit(tokens: Token[], at: number, context: DateContext): Match | null {
  const year = yearBefore(tokens, at, context);
  const month = monthOf(tokens[year ? year.to : at]);
  if (month?.language === 'kk' && ['none', 'genitive'].includes(month.case)) {
    return endOfNamedMonth(at, (year ? year.to : at) + 1, month.month, year?.year, context);
  }
  if (year) return ended(year.to, makeDay(year.year, 12, 31) ?? context.today);
  return unitAfter(tokens, at, kazakhUnits, context);
}

function unitAfter(tokens: Token[], at: number, units: [Unit, Set<string>][], context: DateContext): Match | null {
  const next = isWord(tokens[at], nextWords);
  const place = next || isWord(tokens[at], thisWords) ? at + 1 : at;
  const unit = units.find(([, words]) => isWord(tokens[place], words))?.[0];
  if (unit) return endOfUnit(unit, next, place + 1, context);
  const year = yearAfter(tokens, place, context);
  if (year) return ended(year.to, makeDay(year.year, 12, 31) ?? context.today);
  const month = monthOf(tokens[place]);
  if (!month || month.case !== 'none') return null;
  const ofYear = yearAfter(tokens, place + 1, context);
  return endOfNamedMonth(at, ofYear?.to ?? place + 1, month.month, ofYear?.year, context);
}

function endOfUnit(unit: Unit, next: boolean, to: number, context: DateContext): Match | null {
  const { today } = context;
  if (unit === 'day') return next ? null : endOfDay(to, context);
  if (unit === 'month') return ended(to, endOfMonth(next ? addMonths(today, 1) : today));
  if (unit === 'year') return ended(to, endOfYear(next ? addMonths(today, 12) : today));
  const friday = addDays(weekOf(today).monday, next ? 11 : 4);
  // On a Saturday or Sunday the Friday of this week has passed.
  return friday < today ? { ...ended(to, addDays(friday, 7)), doubt: 'reading-doubt-week' } : ended(to, friday);
}

function endOfNamedMonth(
  from: number,
  to: number,
  month: number,
  year: number | undefined,
  context: DateContext,
): Match {
  const now = partsOf(context.today);
  const first = makeDay(year ?? (month < now.month ? now.year + 1 : now.year), month, 1) ?? context.today;
  return { ...ended(to, endOfMonth(first)), from };
}

function isWorkingDayEnd(tokens: Token[], at: number): boolean {
  return isWord(tokens[at], workingWord) && isWord(tokens[at + 1], dayWord);
}

function endOfDay(to: number, { today }: DateContext): Match {
  return ended(to, today);
}

function ended(to: number, day: Day): Match {
  return { from: 0, to, day, kind: 'end', limit: false, needsLimit: false };
}
