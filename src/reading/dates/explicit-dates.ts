// The rules of explicit dates: numbers, day and month in words, with and without a year.
import { partsOf } from '../../time.ts';
import { vocabulary } from '../words.ts';
import { caseOfEnding } from './kazakh-endings.ts';
import { hasRole, isGlued, isSignAt, skipDot, wordAt, type Core, type Line, type Rule, type Value } from './line.ts';
import { numeralAt, type Numeral } from './numerals.ts';
import { yearAfter, yearBefore } from './years.ts';

const notDates = vocabulary(
  'п пп пункт пункта пункту пункте пунктом подпункт подпункта ст статья статьи статье т тармақ тармағы тармағына тармақша версия версии v протокол протокола хаттама школа школы школе школу сш оош мектеп кабинет каб том стр глава',
);
const units = vocabulary('тенге теңге тг кг км м га млн млрд тыс мың процент процента пайыз балл балла');

/** 25.12.2026, 25.12.26, 25.12, 2026-12-25, each with 'г.', 'ж.' or a Kazakh ending; also '10-15.11'. */
export const numericDate: Rule = (line, at) => {
  const token = line.tokens[at];
  if (token?.kind !== 'number' || isReference(line, at)) return null;
  const ranged = isSignAt(line, at + 1, '-–—') && /^\d{1,2}$/.test(token.text) ? at + 2 : at;
  const text = line.tokens[ranged]?.text ?? '';
  const value = readNumeric(text, line);
  if (!value || (ranged !== at && Number(token.text) >= value.dayOfMonth)) return null;
  const short = value.year === null;
  if (isSignAt(line, ranged + 1, '%') || (short && units.has(wordAt(line, ranged + 1)))) return null;
  return withEnding(line, ranged + 1, value, short);
};

function withEnding(line: Line, at: number, value: Value, short: boolean): Core {
  const dashed = isSignAt(line, at, '-–') && isGlued(line, at - 1) && isGlued(line, at);
  const found = dashed ? caseOfEnding(wordAt(line, at + 1)) : null;
  if (found && found !== 'none') return { to: at + 2, value, case: found };
  const unit = line.words[at];
  if (!short && unit?.unit === 'year')
    return { to: skipDot(line, at + 1), value, ...(unit.case ? { case: unit.case } : {}) };
  const spelled = short && value.kind === 'date' ? yearAfter(line, at) : null;
  if (spelled && value.kind === 'date') return { to: spelled.to, value: { ...value, year: spelled.year } };
  return { to: at, value };
}

type DateValue = Extract<Value, { kind: 'date' }>;

function readNumeric(text: string, line: Line): DateValue | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const parts = partsOf(text);
    return { kind: 'date', ...parts };
  }
  const parts = /^(\d{1,2})[.](\d{1,2})(?:[.](\d{4}|\d{2}))?$/.exec(text);
  if (!parts) return null;
  const [dayOfMonth, month] = [Number(parts[1]), Number(parts[2])];
  if (parts[3] === undefined) {
    // '18.00' and '7.50' are a time or a price, '3.1' is a place in a document.
    if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31 || parts[2]?.length !== 2) return null;
    return { kind: 'date', month, dayOfMonth, year: null };
  }
  const year = parts[3].length === 2 ? 2000 + Number(parts[3]) : Number(parts[3]);
  if (parts[3].length === 2 && Math.abs(year - partsOf(line.context.today).year) > 20) return null;
  return { kind: 'date', month, dayOfMonth, year };
}

/** 25/12/2026, 25-12-2026, 25/12, '25 .12. 2026': the day comes first. */
export const slashedDate: Rule = (line, at) => {
  const number = small(line, at);
  const month = small(line, at + 2);
  const sign = line.tokens[at + 1]?.text;
  if (number === null || month === null || !isSignAt(line, at + 1, '/-.') || isReference(line, at)) return null;
  const year = line.tokens[at + 3]?.text === sign ? line.tokens[at + 4] : undefined;
  if (year?.kind !== 'number' || !/^20\d{2}$/.test(year.text)) return null;
  return withEnding(line, at + 5, { kind: 'date', month, dayOfMonth: number, year: Number(year.text) }, false);
};

function small(line: Line, at: number): number | null {
  const token = line.tokens[at];
  return token?.kind === 'number' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : null;
}

/** '25 декабря', '«25» декабря 2026 года', '25 желтоқсанға', 'двадцать пятого декабря', '10–15 ноября', '20 и 25 ноября'. */
export const dayAndMonth: Rule = (line, at) => dayAndMonthOf(line, at, null);

/** '2026 жылғы 25 желтоқсан', 'ағымдағы жылғы 25 желтоқсанға', 'а.ж. 25 желтоқсанға'. */
export const yearFirst: Rule = (line, at) => {
  const year = yearBefore(line, at);
  if (!year) return null;
  const comma = isSignAt(line, year.to, ',') ? year.to + 1 : year.to;
  return dayAndMonthOf(line, comma, year.year);
};

function dayAndMonthOf(line: Line, at: number, knownYear: number | null): Core | null {
  if (knownYear === null && isReference(line, at)) return null;
  const read = daysAt(line, at);
  if (!read) return null;
  let { to } = read;
  if (hasRole(line, to, 'of-en')) to += 1;
  // '25-желтоқсан', '10 числа ноября'
  if (isSignAt(line, to, '-') || hasRole(line, to, 'number')) to += 1;
  const word = line.words[to];
  if (word?.month === undefined) return null;
  const dotted = isSignAt(line, to + 1, '.') && word.short === true;
  // '4 қар' is snow.
  if (word.short && word.language === 'kk' && !dotted) return null;
  to = dotted ? to + 2 : to + 1;
  // 'желтоқсан айының 25-і' is read elsewhere; 'қараша айына' belongs to the month.
  if (word.language === 'kk' && line.words[to]?.unit === 'month') to += 1;
  const written = knownYear === null ? yearAfter(line, to) : null;
  const value: Value = {
    kind: 'date',
    month: word.month,
    dayOfMonth: read.last,
    year: knownYear ?? written?.year ?? null,
    ...(read.earlier.length > 0 ? { earlier: read.earlier } : {}),
  };
  const found = line.words[to - 1]?.case ?? word.case;
  return { to: written?.to ?? to, value, ...(found ? { case: found } : {}) };
}

/** One day, or several of one month: a range gives its end, a list also the days before. */
function daysAt(line: Line, at: number): { last: number; earlier: number[]; to: number } | null {
  let day = dayNumberAt(line, at);
  if (!day) return null;
  const earlier: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    if (isBeforeMonth(line, day.to)) return { last: day.value, earlier, to: day.to };
    const joint = jointAt(line, at, day);
    const next = joint ? dayNumberAt(line, joint.to) : null;
    if (!joint || !next || next.value <= day.value) break;
    if (!joint.range && !mayList(line, at)) break;
    if (!joint.range) earlier.push(day.value);
    day = next;
  }
  return isBeforeMonth(line, day.to) ? { last: day.value, earlier, to: day.to } : null;
}

function isBeforeMonth(line: Line, at: number): boolean {
  const number = hasRole(line, at, 'number') && wordAt(line, at) !== 'числах';
  const skipped = number || hasRole(line, at, 'of-en') || isSignAt(line, at, '-');
  return line.words[skipped ? at + 1 : at]?.month !== undefined;
}

function jointAt(line: Line, at: number, day: Numeral): { to: number; range: boolean } | null {
  // 'классов 11 до 25 декабря': behind a noun the number counts.
  const ranged = hasRole(line, day.to, 'through', 'until') && mayList(line, at);
  if (isSignAt(line, day.to, '-–—−') || ranged) return { to: day.to + 1, range: true };
  if (day.case === 'ablative') return { to: day.to, range: true };
  if (isSignAt(line, day.to, ',') || hasRole(line, day.to, 'and')) return { to: day.to + 1, range: false };
  return null;
}

/** 'школам 12, 15 и 25 ноября': numbers behind a noun are not days. */
function mayList(line: Line, at: number): boolean {
  const before = line.tokens[at - 1];
  return before === undefined || before.kind === 'sign' || line.words[at - 1]?.role !== undefined;
}

function dayNumberAt(line: Line, at: number): Numeral | null {
  const quoted = isSignAt(line, at, '«"“„\'') && isSignAt(line, at + 2, '»"”“\'');
  const number = numeralAt(line, quoted ? at + 1 : at);
  if (!number || number.value < 1 || number.value > 99 || !Number.isInteger(number.value)) return null;
  return quoted ? { ...number, to: at + 3 } : number;
}

/** 'желтоқсанның 25-іне', 'қараша айының он бесіне', '2026 жылғы желтоқсанның 1-не'. */
export const monthThenDay: Rule = (line, at) => {
  const year = yearBefore(line, at);
  const place = year?.to ?? at;
  const month = line.words[place];
  if (month?.month === undefined || month.language === 'en') return null;
  const unit = line.words[place + 1];
  const to = unit?.unit === 'month' && unit.language === 'kk' ? place + 2 : place + 1;
  if ((to > place + 1 ? unit?.case : month.case) !== 'genitive') return null;
  const number = numeralAt(line, to);
  if (!number || number.value > 31) return null;
  const value: Value = { kind: 'date', month: month.month, dayOfMonth: number.value, year: year?.year ?? null };
  const dashed = isSignAt(line, number.to, '-') ? number.to + 1 : number.to;
  const dayWord = line.words[dashed];
  if (dayWord?.unit === 'day' && dayWord.possessive) return { to: dashed + 1, value, ...cased(dayWord.case) };
  return number.possessive || number.ordinal || number.case === 'none'
    ? { to: number.to, value, ...cased(number.case) }
    : null;
};

function cased(found: Core['case']): Pick<Core, 'case'> {
  return found ? { case: found === 'none' ? 'locative' : found } : {};
}

const romanMonths = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** '25.XII.2026'. */
export const romanMonthDate: Rule = (line, at) => {
  const dayOfMonth = small(line, at);
  const month = romanMonths.indexOf(wordAt(line, at + 2)) + 1;
  const year = line.tokens[at + 4]?.text ?? '';
  if (dayOfMonth === null || month === 0 || !isSignAt(line, at + 1, './-') || !/^20\d\d$/.test(year)) return null;
  return withEnding(line, at + 5, { kind: 'date', month, dayOfMonth, year: Number(year) }, false);
};

/** 'December 25, 2026'. */
export const monthAndDay: Rule = (line, at) => {
  const month = line.words[at];
  if (month?.language !== 'en' || month.month === undefined) return null;
  const number = numeralAt(line, at + 1);
  if (!number?.digits || number.value < 1 || number.value > 99) return null;
  const year = yearAfter(line, isSignAt(line, number.to, ',') ? number.to + 1 : number.to);
  const value: Value = { kind: 'date', month: month.month, dayOfMonth: number.value, year: year?.year ?? null };
  return { to: year?.to ?? number.to, value };
};

/** 'пункт 3.10', '№ 12.10' are references, not dates. */
export function isReference(line: Line, at: number): boolean {
  if (isSignAt(line, at - 1, '№#')) return true;
  const before = isSignAt(line, at - 1, '.') ? at - 2 : at - 1;
  return notDates.has(wordAt(line, before));
}
