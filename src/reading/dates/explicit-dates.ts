// The rules of explicit dates: numbers, day and month in words, with and without a year. Each answers for one place of the text.
import { isDay, partsOf } from '../../time.ts';
import { dayOrImpossible, nextSuchDay, type DateContext, type Match, type Rule } from './date-context.ts';
import { kazakhCase, monthOf, type KazakhCase } from './date-words.ts';
import { beginsWith, isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

const yearWords = vocabulary('г год года году ж жыл жылы жылғы жылдың жылға');
const kazakhYearWords = vocabulary('ж жыл жылы жылғы жылдың жылының');
const thisYear = vocabulary('ағымдағы осы биылғы');
const nextYear = vocabulary('следующего будущего келесі');
const currentYear = vocabulary('текущего этого');
const ordinalEndings = vocabulary('го е ое ого му ші шы інші ыншы th st nd rd');
const notDates = vocabulary(
  'п пп пункт пункта пункту пункте пунктом подпункт подпункта ст статья статьи т тармақ тармағы версия версии v',
);
const units = vocabulary('тенге теңге тг кг км м га млн млрд тыс мың процент процента пайыз балл балла');
const of = vocabulary('of');
const rangeFrom = vocabulary('с со');
const rangeTo = vocabulary('по до');
const schoolWords = vocabulary('школ мектеп school');
const englishOrdinals = vocabulary('th st nd rd');

/** 25.12.2026, 25.12.26, 25.12, 2026-12-25, each with 'г.', 'ж.' or a Kazakh ending. */
export const numericDate: Rule = (tokens, at, context) => {
  const token = tokens[at];
  if (token?.kind !== 'number' || isReference(tokens, at)) return null;
  const read = readNumeric(token.text, context);
  if (!read) return null;
  let to = at + 1;
  if (isSign(tokens[to], '%') || (read.short && isWord(tokens[to], units))) return null;
  const ending = endingAfter(tokens, to);
  if (ending) to = ending.to;
  else if (!read.short) to = skipYearWord(tokens, to);
  if (ending?.case === 'of-document') return null;
  return { from: rangeStart(tokens, at), to, day: read.day, doubt: read.doubt, kind: 'date', ...limitOf(ending?.case) };
};

/** 25/12/2026 and 25-12-2026: the day comes first. */
export const slashedDate: Rule = (tokens, at) => {
  const [number, month, year] = [wholeNumber(tokens[at]), wholeNumber(tokens[at + 2]), wholeNumber(tokens[at + 4])];
  const sign = tokens[at + 1]?.text;
  const signs = isSign(tokens[at + 1], '/-') && tokens[at + 3]?.text === sign;
  if (number === null || month === null || year === null || !signs || year < 2000 || year > 2100) return null;
  return { from: at, to: at + 5, day: dayOrImpossible(year, month, number), kind: 'date', ...limitOf('none') };
};

/** '25 декабря', '«25» декабря 2026 года', '25 желтоқсанға', '25th of December 2026', also '31 февраля'. */
export const dayAndMonth: Rule = (tokens, at, context) => dayAndMonthOf(tokens, at, context, null);

/** '2026 жылғы 25 желтоқсан', 'ағымдағы жылғы 25 желтоқсанға', 'а.ж. 25 желтоқсанға'. */
export const kazakhYearFirst: Rule = (tokens, at, context) => {
  const year = yearBefore(tokens, at, context);
  const date = year && dayAndMonthOf(tokens, year.to, context, year.year);
  return date && { ...date, from: at };
};

function dayAndMonthOf(tokens: Token[], at: number, context: DateContext, knownYear: number | null): Match | null {
  const quoted = isSign(tokens[at], '«"“„') && isSign(tokens[at + 2], '»"”“');
  const number = wholeNumber(tokens[quoted ? at + 1 : at]);
  if (number === null || number < 1 || number > 99 || isReference(tokens, at)) return null;
  let to = skipOrdinal(tokens, at + (quoted ? 3 : 1));
  if (isWord(tokens[to], of)) to += 1;
  const month = monthOf(tokens[to], isSign(tokens[to + 1], '.'));
  if (!month || month.case === 'of-document') return null;
  to += 1;
  const written = knownYear === null ? yearAfter(tokens, to, context) : null;
  const year = knownYear ?? written?.year;
  return {
    from: rangeStart(tokens, at),
    to: written?.to ?? to,
    kind: 'date',
    ...limitOf(month.case),
    ...dated(context, month.month, number, year),
  };
}

/** 'December 25, 2026'. */
export const monthAndDay: Rule = (tokens, at, context) => {
  const month = monthOf(tokens[at]);
  const number = wholeNumber(tokens[at + 1]);
  if (month?.language !== 'en' || number === null || number < 1 || number > 99) return null;
  let to = skipOrdinal(tokens, at + 2);
  const year = yearAfter(tokens, isSign(tokens[to], ',') ? to + 1 : to, context);
  if (year) to = year.to;
  return { from: at, to, kind: 'date', ...limitOf('none'), ...dated(context, month.month, number, year?.year) };
};

/** The year that stands before a Kazakh date or period, and the place after it. */
export function yearBefore(tokens: Token[], at: number, context: DateContext): { year: number; to: number } | null {
  const { year } = partsOf(context.today);
  const number = wholeNumber(tokens[at]);
  if (number !== null && isYear(number, context) && isWord(tokens[at + 1], kazakhYearWords)) {
    return { year: number, to: skipDot(tokens, at + 2) };
  }
  if (tokens[at]?.folded === 'а' && isSign(tokens[at + 1], '.') && tokens[at + 2]?.folded === 'ж') {
    return { year, to: skipDot(tokens, at + 3) };
  }
  const relative = isWord(tokens[at], thisYear) ? year : isWord(tokens[at], nextYear) ? year + 1 : null;
  if (relative === null || !isWord(tokens[at + 1], kazakhYearWords)) return null;
  return { year: relative, to: at + 2 };
}

/** '2026', '2026 г.', 'т.г.', 'следующего года' after a date or period, and the place after it. */
export function yearAfter(tokens: Token[], at: number, context: DateContext): { year: number; to: number } | null {
  const { year } = partsOf(context.today);
  const number = wholeNumber(tokens[at]);
  if (number !== null && isYear(number, context)) return { year: number, to: skipYearWord(tokens, at + 1) };
  const [first, dot, second] = [tokens[at]?.folded ?? '', tokens[at + 1], tokens[at + 2]?.folded ?? ''];
  if (['т', 'с', 'а'].includes(first) && isSign(dot, '.') && ['г', 'ж'].includes(second)) {
    return { year, to: skipDot(tokens, at + 3) };
  }
  if (!isWord(tokens[at + 1], yearWords)) return null;
  if (isWord(tokens[at], nextYear)) return { year: year + 1, to: at + 2 };
  return isWord(tokens[at], currentYear) ? { year, to: at + 2 } : null;
}

/** A dash and a Kazakh ending after a number: '20.11-ге', '2026 ж.-ға'. */
export function endingAfter(tokens: Token[], at: number): { case: KazakhCase; to: number } | null {
  if (!isSign(tokens[at], '-–') || tokens[at + 1]?.kind !== 'word') return null;
  const found = kazakhCase(tokens[at + 1]?.folded ?? '');
  return found && found !== 'none' ? { case: found, to: at + 2 } : null;
}

/** A Kazakh dative or ablative marks a limit by itself. */
export function limitOf(found: KazakhCase | undefined): { limit: boolean; needsLimit: boolean } {
  return { limit: found === 'dative' || found === 'ablative', needsLimit: false };
}

function dated(
  context: DateContext,
  month: number,
  number: number,
  year: number | undefined,
): Pick<Match, 'day' | 'doubt'> {
  return year === undefined ? nextSuchDay(context.today, month, number) : { day: dayOrImpossible(year, month, number) };
}

function readNumeric(text: string, context: DateContext): (Pick<Match, 'day' | 'doubt'> & { short: boolean }) | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: isDay(text) ? text : 'impossible', short: false };
  const parts = /^(\d{1,2})\.(\d{2})(?:\.(\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{1,2})\.(\d)\.(\d{4})$/.exec(text);
  if (!parts) return null;
  const [number, month] = [Number(parts[1]), Number(parts[2])];
  if (parts[3] !== undefined) {
    const year = parts[3].length === 2 ? 2000 + Number(parts[3]) : Number(parts[3]);
    return { day: dayOrImpossible(year, month, number), short: false };
  }
  // '18.00' and '7.50' are a time or a price.
  if (month < 1 || month > 12 || number < 1 || number > 31) return null;
  return { ...nextSuchDay(context.today, month, number), short: true };
}

function isYear(number: number, context: DateContext): boolean {
  return Math.abs(number - partsOf(context.today).year) <= 20;
}

/** 'пункт 3.10', '№ 12.10' are references, not dates. */
function isReference(tokens: Token[], at: number): boolean {
  const before = isSign(tokens[at - 1], '.') ? tokens[at - 2] : tokens[at - 1];
  return isSign(tokens[at - 1], '№#') || (isWord(before, notDates) && !isWord(before, yearWords));
}

/** The place where a range that ends here begins: '10–15 ноября', 'с 10 по 15 ноября'. */
function rangeStart(tokens: Token[], at: number): number {
  const first = wholeNumber(tokens[at - 2]);
  const last = Number.parseInt(tokens[at]?.text ?? '', 10);
  if (first === null || first < 1 || first >= last || isSign(tokens[at - 3], '№#')) return at;
  const spelled = isWord(tokens[at - 1], rangeTo) && isWord(tokens[at - 3], rangeFrom);
  if (spelled) return at - 3;
  const dashed = isSign(tokens[at - 1], '-–—') && !beginsWith(tokens[at - 3], schoolWords);
  return dashed ? at - 2 : at;
}

function skipOrdinal(tokens: Token[], at: number): number {
  if (isSign(tokens[at], '-') && isWord(tokens[at + 1], ordinalEndings)) return at + 2;
  return isWord(tokens[at], englishOrdinals) ? at + 1 : at;
}

function skipYearWord(tokens: Token[], at: number): number {
  return isWord(tokens[at], yearWords) ? skipDot(tokens, at + 1) : at;
}

function skipDot(tokens: Token[], at: number): number {
  return isSign(tokens[at], '.') && !isSign(tokens[at + 1], '.') ? at + 1 : at;
}
