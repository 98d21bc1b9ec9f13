// The rules of parts of a month or year: 'первая неделя ноября', 'II декада', 'вторая половина года', 'выходные'.
import { addDays, weekOf } from './day-sums.ts';
import { hasRole, isSignAt, longest, wordAt, type Core, type Line, type Rule } from './line.ts';
import { halfOf, halfOfMonth, runningPeriod, tenDays, weekOfMonth, type Period } from './period-days.ts';
import { core, monthPeriod, placeNumber, pointedPeriod } from './periods.ts';
import { yearAfter, yearBefore } from './years.ts';

/** 'первая неделя ноября', 'II декада ноября', 'первая половина ноября', 'қарашаның бірінші онкүндігі'. */
export const partOfMonth: Rule = (line, at) =>
  mayClose(line, at) ? longest([partThenMonth(line, at), monthThenPart(line, at)]) : null;

/** True when a word that may be a part, 'неделя', 'жартысы', 'числах', stands somewhere behind this place. */
function mayClose(line: Line, at: number): boolean {
  line.lastPart ??= line.words.findLastIndex(
    (word) =>
      word !== null &&
      (word.unit === 'week' ||
        word.unit === 'decade' ||
        word.unit === 'half' ||
        word.role === 'half' ||
        word.role === 'number'),
  );
  return line.lastPart > at;
}

function partThenMonth(line: Line, at: number): Core | null {
  const part = partAt(line, at);
  if (!part) return null;
  const ofYear = part.unit === 'half' ? halfOfYear(line, part) : null;
  if (ofYear) return ofYear;
  const month = monthOrRunning(line, part.to);
  return month && core(month.to, partPeriod(month.value, part));
}

/** 'во второй половине 2026 года', 'второй половине года'. */
function halfOfYear(line: Line, part: Part): Core | null {
  const year = yearAfter(line, part.to);
  const isYear = year ? line.words[year.to - 1]?.unit === 'year' || isSignAt(line, year.to - 1, '.') : false;
  if (year && isYear) return core(year.to, halfOf(line.context.today, part.number, year.year));
  if (!/^год/.test(wordAt(line, part.to))) return null;
  return core(part.to + 1, halfOf(line.context.today, part.number, null));
}

function monthThenPart(line: Line, at: number): Core | null {
  const year = yearBefore(line, at);
  const half = year?.case === 'genitive' ? partAt(line, year.to) : null;
  if (year && half?.unit === 'half') {
    return core(half.to, halfOf(line.context.today, half.number, year.year), half.case ? { case: half.case } : {});
  }
  const month = monthOrRunning(line, at);
  const part = month && month.case === 'genitive' ? partAt(line, month.to) : null;
  return month && part && core(part.to, partPeriod(month.value, part), part.case ? { case: part.case } : {});
}

type Part = { number: number; unit: 'week' | 'decade' | 'half' | 'days'; to: number; case?: Core['case'] };

function partAt(line: Line, at: number): Part | null {
  const number = placeNumber(line, at);
  if (!number) return null;
  const word = line.words[number.to];
  if (wordAt(line, number.to) === 'числах') return { number: number.value, unit: 'days', to: number.to + 1 };
  const unit = hasRole(line, number.to, 'half') ? 'half' : word?.unit;
  if (unit !== 'week' && unit !== 'decade' && unit !== 'half') return null;
  const limit = { week: 5, decade: 3, half: 2 }[unit];
  if (number.value > limit || (number.value < 0 && unit === 'half')) return null;
  return { number: number.value, unit, to: number.to + 1, ...(word?.case ? { case: word.case } : {}) };
}

function monthOrRunning(line: Line, at: number): { value: Period; to: number; case?: Core['case'] } | null {
  const named = monthPeriod(line, at) ?? pointedPeriod(line, at) ?? bareMonth(line, at);
  return named?.value.kind === 'period' && named.value.unit === 'month'
    ? { value: named.value, to: named.to, ...(named.case ? { case: named.case } : {}) }
    : null;
}

function bareMonth(line: Line, at: number): Core | null {
  const word = line.words[at];
  const value = word?.unit === 'month' ? runningPeriod(line.context.today, 'month', 0) : null;
  return value && core(at + 1, value, word?.case ? { case: word.case } : {});
}

function partPeriod(month: Period, { unit, number }: Part): Period {
  // 'в первых числах ноября', 'в двадцатых числах'
  if (unit === 'days') {
    const end = addDays(month.start, Math.min(number < 10 ? 4 : number + 4, 27));
    return { ...month, end, unit: 'decade', doubt: 'reading-doubt-approximate' };
  }
  if (unit === 'half') return halfOfMonth(month.start, number);
  if (unit === 'week') return weekOfMonth(month.start, number);
  return tenDays(month.start, number < 0 ? 3 : number);
}

/** 'выходные', 'демалыс күндері': the coming Saturday and Sunday. */
export const weekend: Rule = (line, at) => {
  if (!hasRole(line, at, 'weekend')) return null;
  const { today } = line.context;
  const { sunday } = weekOf(today);
  const end = sunday === today ? addDays(sunday, 7) : sunday;
  const word = line.words[at];
  const days = line.words[at + 1];
  const named = days?.unit === 'day' && days.plural === true;
  // 'демалыс' alone is a rest or a holiday, 'демалысқа дейін' more often the days off that are near.
  if (word?.language === 'kk' && !named) {
    if (word.case !== 'dative' || !hasRole(line, at + 1, 'until-after', 'toward')) return null;
    const near: Period = { kind: 'period', start: addDays(end, -1), end, unit: 'weekend' };
    return core(at + 1, near, { case: 'dative' });
  }
  const value: Period = { kind: 'period', start: addDays(end, -1), end, unit: 'weekend' };
  return core(named ? at + 2 : at + 1, value, named && days.case ? { case: days.case } : {});
};
