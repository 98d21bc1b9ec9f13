// The rules of periods: 'декабрь 2026 г.', 'в III квартале', 'бірінші тоқсанда', 'учебный год', 'на следующей неделе'.
import { partsOf } from '../../time.ts';
import { addDays } from './day-sums.ts';
import { hasRole, isSignAt, skipDot, wordAt, type Core, type Line, type Rule, type Value } from './line.ts';
import { numeralAt, romanAt } from './numerals.ts';
import {
  halfOf,
  monthsOf,
  quarterOf,
  runningPeriod,
  schoolYearOf,
  seasonOf,
  tenDays,
  yearOf,
  type Period,
} from './period-days.ts';
import { yearAfter, yearBefore, type Year } from './years.ts';

/** 'ноябрь 2026 г.', 'ноябрь–декабрь', 'қараша айында', '2026 жылғы қараша'. */
export const monthPeriod: Rule = (line, at) => {
  const before = yearBefore(line, at);
  const first = before ? before.to : at;
  const month = fullMonth(line, first);
  // 'жылу беру маусымына' is a season: the month takes a possessive only behind its year.
  if (month === null || (!before && line.words[first]?.possessive) || isFeast(line, first + 1)) return null;
  let to = pastMonthWord(line, first + 1);
  let last = month;
  const joined = isSignAt(line, to, '-–—−') || hasRole(line, to, 'through', 'and') ? fullMonth(line, to + 1) : null;
  if (joined !== null && joined !== month) {
    last = joined;
    to = pastMonthWord(line, to + 2);
  }
  const after = before ? null : yearAfter(line, to);
  const year = before?.year ?? after?.year ?? null;
  const start = year !== null && last < month ? year - 1 : year;
  const found = line.words[to - 1]?.case;
  const months = last === month ? [month] : [month, last];
  const value = Object.assign(monthsOf(line.context.today, month, last, 'month', start), { months });
  return core(after?.to ?? to, value, found ? { case: found } : {});
};

/** A period that stands up to `to`. */
export function core(to: number, value: Value, rest: Partial<Core> = {}): Core {
  return { to, value, ...rest };
}

function fullMonth(line: Line, at: number): number | null {
  const word = line.words[at];
  // 'в мае' is a month, 'may' is not; shortened names stand only beside a number or a full stop.
  if (word?.month === undefined || (word.language === 'en' && wordAt(line, at) === 'may')) return null;
  return word.short && !isSignAt(line, at + 1, '.') ? null : word.month;
}

/** 'Наурыз мейрамы' is the feast. */
function isFeast(line: Line, at: number): boolean {
  return /^(?:мейрам|мереке)/.test(wordAt(line, at));
}

/** 'тоқсан' without a year may be a school term. */
export function withTermDoubt(line: Line, at: number, period: Period): Period {
  const isTerm = wordAt(line, at).startsWith('токсан') && period.unit === 'quarter';
  return isTerm ? { ...period, doubt: 'reading-doubt-quarter-or-term' } : period;
}

function pastMonthWord(line: Line, at: number): number {
  const dotted = line.words[at - 1]?.short ? skipDot(line, at) : at;
  const word = line.words[dotted];
  return word?.unit === 'month' && !word.short ? dotted + 1 : dotted;
}

/** 'I квартал 2027 года', 'III–IV кварталы', 'во втором полугодии', '1-я декада ноября', 'бірінші жартыжылдықта'. */
export const numberedPeriod: Rule = (line, at) => {
  const before = yearBefore(line, at);
  const first = before ? before.to : at;
  let number = placeNumber(line, first);
  if (!number) return null;
  const ranged =
    isSignAt(line, number.to, '-–—−') || hasRole(line, number.to, 'and') ? placeNumber(line, number.to + 1) : null;
  if (ranged && ranged.value > number.value) number = ranged;
  const dashed =
    isSignAt(line, number.to, '-') && line.words[number.to + 1]?.unit !== undefined ? number.to + 1 : number.to;
  const unit = unitAt(line, dashed);
  if (!unit || unit.unit === 'week') return null;
  if (unit.unit === 'term') return core(unit.to, { kind: 'none', doubt: 'reading-doubt-school-term' });
  const school = inSchoolYear(line, at, unit, number.value);
  if (school) return school;
  const after = before ? null : yearAfter(line, unit.to);
  const year = before?.year ?? after?.year ?? null;
  const found = numbered(line, unit.unit, number.value, year);
  const value = found && (year === null ? withTermDoubt(line, dashed, found) : found);
  return value && core(after?.to ?? unit.to, value, unit.case ? { case: unit.case } : {});
};

/** 'в первом полугодии 2026–2027 учебного года' ends with the calendar year, the second with the school year. */
function inSchoolYear(line: Line, at: number, unit: UnitWord, half: number): Core | null {
  if (unit.unit !== 'half') return null;
  const school = schoolYear(line, unit.to) ?? (hasRole(line, at - 2, 'school') ? schoolYear(line, at - 2) : null);
  if (school?.value.kind !== 'period') return null;
  const { value } = school;
  const turn = `${value.start.slice(0, 4)}-12-31`;
  const period: Period = half === 1 ? { ...value, end: turn } : { ...value, start: addDays(turn, 1) };
  return core(Math.max(school.to, unit.to), { ...period, unit: 'half' });
}

function numbered(line: Line, unit: string, number: number, year: number | null): Period | null {
  const { today } = line.context;
  if (unit === 'quarter' && number >= 1 && number <= 4) return quarterOf(today, number, year);
  if (unit === 'half' && number >= 1 && number <= 2) return halfOf(today, number, year);
  if (unit === 'decade' && number >= 1 && number <= 3) return tenDays(`${today.slice(0, 8)}01`, number);
  return null;
}

/** A number that says which: a roman one, a digit, an ordinal, 'последний' as -1. */
export function placeNumber(line: Line, at: number): { value: number; to: number } | null {
  if (line.words[at]?.pointer === 'last' && line.words[at]?.role === undefined) return { value: -1, to: at + 1 };
  const roman = romanAt(line, at);
  if (roman !== null) {
    const dashed = isSignAt(line, at + 1, '-') && /^(?:й|м|ом|го|ши|шы|и|ый)$/.test(wordAt(line, at + 2));
    return { value: roman, to: dashed ? at + 3 : at + 1 };
  }
  const number = numeralAt(line, at);
  if (!number || (!number.digits && !number.ordinal)) return null;
  return Number.isInteger(number.value) ? { value: number.value, to: number.to } : null;
}

type UnitWord = { unit: string; to: number; case?: Core['case'] };

function unitAt(line: Line, at: number): UnitWord | null {
  const word = line.words[at];
  if (hasRole(line, at, 'half-word') && line.words[at + 1]?.unit === 'year') {
    const found = line.words[at + 1]?.case;
    return { unit: 'half', to: at + 2, ...(found ? { case: found } : {}) };
  }
  if (word?.unit === undefined) return null;
  const to = word.short ? skipDot(line, at + 1) : at + 1;
  return { unit: word.unit, to, ...(word.case ? { case: word.case } : {}) };
}

/** 'этот месяц', 'следующая неделя', 'келесі апта', 'текущий квартал'. */
export const pointedPeriod: Rule = (line, at) => {
  const pointer = line.words[at]?.pointer;
  if (pointer !== 'this' && pointer !== 'next') return null;
  const unit = unitAt(line, at + 1);
  if (!unit || ['day', 'hour', 'term'].includes(unit.unit)) return null;
  const running = runningPeriod(
    line.context.today,
    unit.unit as Parameters<typeof runningPeriod>[1],
    pointer === 'next' ? 1 : 0,
  );
  const value = running && withTermDoubt(line, at + 1, running);
  return value && core(unit.to, value, unit.case ? { case: unit.case } : {});
};

/** '2027 год', 'в 2026–2027 годах', '2027 жылы', 'биыл'. */
export const yearPeriod: Rule = (line, at) => {
  if (line.words[at]?.role === 'this-year') {
    const found = line.words[at]?.case;
    const next = line.words[at + 1];
    const to = next?.unit === 'year' ? at + 2 : at + 1;
    return core(
      to,
      yearOf(partsOf(line.context.today).year),
      found ? { case: to === at + 2 ? (next?.case ?? found) : found } : {},
    );
  }
  const ranged = isSignAt(line, at + 1, '-–—') && /^20\d\d$/.test(line.tokens[at + 2]?.text ?? '') ? at + 2 : at;
  if (line.tokens[ranged]?.kind !== 'number') return null;
  const year = yearAfter(line, ranged);
  if (!year || line.words[year.to - 1]?.unit !== 'year') {
    const dotted = year && isSignAt(line, year.to - 1, '.') && line.words[year.to - 2]?.unit === 'year';
    if (!dotted) return null;
  }
  return year && core(year.to, yearOf(year.year), year.case ? { case: year.case } : {});
};

/** 'учебный год', '2026–2027 учебного года', 'новый учебный год', 'оқу жылы', 'жаңа оқу жылына'. */
export const schoolYear: Rule = (line, at) => {
  const span = yearsBefore(line, at);
  let place = span?.to ?? at;
  const pointer = line.words[place]?.pointer;
  if (!span && pointer && pointer !== 'last') place += 1;
  if (!hasRole(line, place, 'school')) return null;
  place = skipDot(line, place + 1);
  // 'учебного 2026–2027 года'
  const inner = span ? null : yearsBefore(line, place);
  place = inner?.to ?? place;
  const unit = line.words[place];
  if (unit?.unit !== 'year') return null;
  const isNew = pointer === 'new' || pointer === 'next';
  const value = schoolYearOf(line.context.today, (span ?? inner)?.year ?? null, isNew);
  return core(skipDot(line, place + 1), value, unit.case ? { case: unit.case } : {});
};

function yearsBefore(line: Line, at: number): Year | null {
  const [first, last] = [line.tokens[at]?.text ?? '', line.tokens[at + 2]?.text ?? ''];
  if (!/^20\d\d$/.test(first)) return null;
  const ranged = isSignAt(line, at + 1, '-–—/') && /^(?:20)?\d\d$/.test(last);
  return { year: Number(first), to: ranged ? at + 3 : at + 1 };
}

/** 'лето', 'осень 2026 года', '2026 жылдың күзі', 'в летний период'. */
export const seasonPeriod: Rule = (line, at) => {
  const before = yearBefore(line, at);
  const place = before ? before.to : at;
  const word = line.words[place];
  if (!word?.season) return null;
  let to = place + 1;
  if (word.role === 'season-adjective') {
    if (!hasRole(line, to, 'period', 'time')) return null;
    to += 1;
  }
  const after = before ? null : yearAfter(line, to);
  const year = before?.year ?? after?.year ?? null;
  // 'жаз' is also 'write': alone it is no season.
  const bare = word.language === 'kk' && (word.case === 'none' || word.case === 'accusative') && year === null;
  const follows = hasRole(line, to, 'along', 'inside', 'until-after') || line.words[to]?.edge !== undefined;
  if (bare && !follows) return null;
  return core(after?.to ?? to, seasonOf(line.context.today, word.season, year), word.case ? { case: word.case } : {});
};
