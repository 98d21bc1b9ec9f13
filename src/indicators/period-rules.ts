// The periods that a number is for: a year, a quarter, a month, a school year. Pure.
import { createSchoolYears, type SchoolYears } from '../calendar.ts';
import { type Locale } from '../texts.ts';
import { type Day, partsOf, printMonth } from '../time.ts';

export const periodKinds = ['year', 'quarter', 'month', 'school_year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const patterns: Record<PeriodKind, RegExp> = {
  year: /^20\d\d$/,
  quarter: /^20\d\d-Q[1-4]$/,
  month: /^20\d\d-(?:0[1-9]|1[0-2])$/,
  school_year: /^20(\d\d)\/(\d\d)$/,
};

/** True for '2026', '2026-Q4', '2026-12' or '2026/27', by kind; a school year ends in the year after it begins. */
export function isPeriod(kind: PeriodKind, period: string): boolean {
  const match = patterns[kind].exec(period);
  if (!match) return false;
  return kind !== 'school_year' || (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** The period of a day; a school year lasts from the first day of its terms until the next one begins (seed row S11). */
export function periodAt(kind: PeriodKind, day: Day, terms: SchoolYears = createSchoolYears()): string {
  const { year, month } = partsOf(day);
  const begun = (of: number): boolean => day >= (terms(of)[0]?.start ?? `${of}-09-01`);
  switch (kind) {
    case 'year':
      return String(year);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return day.slice(0, 7);
    case 'school_year':
      return schoolYear(begun(year) ? year : year - 1);
  }
}

/** The period so many steps later (earlier when negative). */
export function shiftPeriod(kind: PeriodKind, period: string, by: number): string {
  const year = Number(period.slice(0, 4));
  switch (kind) {
    case 'year':
      return String(year + by);
    case 'quarter': {
      const index = year * 4 + Number(period.at(-1)) - 1 + by;
      return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
    }
    case 'month': {
      const index = year * 12 + Number(period.slice(5)) - 1 + by;
      return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    }
    case 'school_year':
      return schoolYear(year + by);
  }
}

/** "2026 жылғы IV тоқсан", "IV квартал 2026 г.", "2026–2027 оқу жылы": as official papers write it. */
export function printPeriod(locale: Locale, kind: PeriodKind, period: string): string {
  const year = period.slice(0, 4);
  switch (kind) {
    case 'year':
      return { kk: `${year} жыл`, ru: `${year} год`, en: year }[locale];
    case 'quarter': {
      const roman = ['I', 'II', 'III', 'IV'][Number(period.at(-1)) - 1] ?? '';
      return {
        kk: `${year} жылғы ${roman} тоқсан`,
        ru: `${roman} квартал ${year} г.`,
        en: `${roman} quarter of ${year}`,
      }[locale];
    }
    case 'month': {
      const month = printMonth(locale, Number(period.slice(5)));
      return locale === 'kk' ? `${year} жылғы ${month.toLowerCase()}` : `${month} ${year}`;
    }
    case 'school_year': {
      const span = `${year}–${Number(year) + 1}`;
      return { kk: `${span} оқу жылы`, ru: `${span} учебный год`, en: `school year ${span}` }[locale];
    }
  }
}

function schoolYear(begins: number): string {
  return `${begins}/${String((begins + 1) % 100).padStart(2, '0')}`;
}
