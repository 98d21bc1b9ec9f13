// The year of a date or period: '2026 г.', 'т.г.', 'следующего года', '2026 жылғы', 'а.ж.'.
import { partsOf } from '../../time.ts';
import { isSignAt, skipDot, wordAt, type Line } from './line.ts';
import type { KazakhCase } from './kazakh-endings.ts';
import { numeralAt } from './numerals.ts';

export type Year = { year: number; to: number; case?: KazakhCase };

const farthest = 20;

/** The year behind a date or period. */
export function yearAfter(line: Line, at: number): Year | null {
  const number = yearNumber(line, at);
  if (number !== null) return afterNumber(line, at, number);
  const short = shortYear(line, at) ?? spelledYear(line, at);
  if (short) return short;
  const pointer = line.words[at]?.pointer;
  const unit = line.words[skipDot(line, at + 1)];
  if (unit?.unit !== 'year' || !pointer || unit.plural || unit.short) {
    return pointer && unit?.unit === 'year' && unit.short ? pointed(line, pointer, skipDot(line, at + 1) + 1) : null;
  }
  return pointed(line, pointer, skipDot(line, at + 1) + 1, unit.case);
}

/** 'двадцать седьмого года', 'две тысячи двадцать седьмого года', 'екі мың жиырма алтыншы жылғы'. */
function spelledYear(line: Line, at: number): Year | null {
  if (line.words[at]?.number === undefined) return null;
  const thousands = /^(?:тысяч|мын)/.test(wordAt(line, at + 1)) ? at + 2 : at;
  const number = numeralAt(line, thousands);
  const unit = number?.ordinal && !number.digits ? line.words[number.to] : undefined;
  if (!number || number.value < 20 || unit?.unit !== 'year') return null;
  return { year: 2000 + number.value, to: number.to + 1, ...(unit.case ? { case: unit.case } : {}) };
}

/** The year before a Kazakh date or period. */
export function yearBefore(line: Line, at: number): Year | null {
  const known = line.years[at];
  if (known !== undefined) return known;
  const found = readYearBefore(line, at);
  line.years[at] = found;
  return found;
}

function readYearBefore(line: Line, at: number): Year | null {
  const short = shortYear(line, at) ?? spelledYear(line, at);
  if (short) return short;
  if (line.words[at]?.role === 'this-year' && ['of', 'none'].includes(line.words[at]?.case ?? '')) {
    const next = line.words[at + 1];
    const to = next?.unit === 'year' ? at + 2 : at + 1;
    return pointed(line, 'this', to, to === at + 2 ? next?.case : line.words[at]?.case);
  }
  const number = yearNumber(line, at);
  const pointer = line.words[at]?.pointer;
  // '2026-жылғы'
  const place = number !== null && isSignAt(line, at + 1, '-') ? at + 2 : at + 1;
  const unit = line.words[place];
  if (unit?.unit !== 'year' || unit.language !== 'kk') return null;
  const to = skipDot(line, place + 1);
  if (number !== null) return { year: number, to, ...(unit.case ? { case: unit.case } : {}) };
  return pointer && !unit.short ? pointed(line, pointer, to, unit.case) : null;
}

function afterNumber(line: Line, at: number, year: number): Year {
  let to = at + 1;
  // '2026-го года', '2026-2027' is not a year.
  if (isSignAt(line, to, '-') && ['го', 'му', 'м'].includes(wordAt(line, to + 1))) to += 2;
  const unit = line.words[to];
  if (unit?.unit === 'year') return { year, to: skipDot(line, to + 1), ...(unit.case ? { case: unit.case } : {}) };
  return { year, to };
}

/** 'т.г.', 'с. г.', 'а.ж.', 'тг'. */
function shortYear(line: Line, at: number): Year | null {
  const word = wordAt(line, at);
  if (word.length !== 1 || !['т', 'с', 'а'].includes(word)) return null;
  const dotted = isSignAt(line, at + 1, '.');
  const second = dotted ? at + 2 : at + 1;
  const unit = wordAt(line, second);
  if (!['г', 'ж'].includes(unit) || !dotted) return null;
  return { year: partsOf(line.context.today).year, to: skipDot(line, second + 1) };
}

function yearNumber(line: Line, at: number): number | null {
  const token = line.tokens[at];
  if (token?.kind !== 'number' || (token.text.length !== 4 && token.text.length !== 2)) return null;
  const { year } = partsOf(line.context.today);
  if (/^\d{4}$/.test(token.text)) {
    const number = Number(token.text);
    return Math.abs(number - year) <= farthest ? number : null;
  }
  // '25 декабря 26 г.'
  const unit = line.words[at + 1];
  const isShort = /^\d{2}$/.test(token.text) && unit?.unit === 'year' && unit.short === true;
  return isShort && Math.abs(2000 + Number(token.text) - year) <= farthest ? 2000 + Number(token.text) : null;
}

function pointed(line: Line, pointer: string, to: number, found?: KazakhCase): Year | null {
  const { year } = partsOf(line.context.today);
  if (pointer !== 'this' && pointer !== 'next') return null;
  return { year: pointer === 'next' ? year + 1 : year, to, ...(found ? { case: found } : {}) };
}
