// The rules of beginnings and ends: 'до конца недели', 'жыл соңына', 'к началу занятий', 'до Нового года', 'end of month'.
import { partsOf } from '../../time.ts';
import { addDays, daysBetween } from './day-sums.ts';
import { hasRole, longest, wordAt, type Core, type Line, type EdgeOf, type Rule, type Value } from './line.ts';
import { runningPeriod, schoolYearOf, type Period } from './period-days.ts';
import {
  monthPeriod,
  numberedPeriod,
  pointedPeriod,
  schoolYear,
  seasonPeriod,
  withTermDoubt,
  yearPeriod,
} from './periods.ts';
import { partOfMonth } from './parts-of-months.ts';
import { yearAfter, yearBefore } from './years.ts';

const periods: Rule[] = [
  monthPeriod,
  numberedPeriod,
  pointedPeriod,
  yearPeriod,
  schoolYear,
  seasonPeriod,
  partOfMonth,
  pointedYear,
  bareUnit,
];

function periodAt(line: Line, at: number): Core | null {
  return longest(periods.map((rule) => rule(line, at)));
}

/** A unit by itself is the running one: 'до конца квартала'. */
function bareUnit(line: Line, at: number): Core | null {
  const word = line.words[at];
  if (word?.unit === undefined || word.plural || word.short) return null;
  const running = runningPeriod(line.context.today, word.unit, 0);
  const value = running && withTermDoubt(line, at, running);
  return value && { to: at + 1, value, ...(word.case ? { case: word.case } : {}) };
}

function pointedYear(line: Line, at: number): Core | null {
  const year = yearAfter(line, at) ?? yearBefore(line, at);
  const value = year && runningPeriod(`${year.year}-01-01`, 'year', 0);
  return year && value && { to: year.to, value, ...(year.case ? { case: year.case } : {}) };
}

/** 'конца (этой) недели', 'концу ноября', 'начала учебного года', 'середины месяца', 'конца рабочего дня'. */
export const russianEdge: Rule = (line, at) => {
  const word = line.words[at];
  if (!word?.edge || word.language !== 'ru') return null;
  if (hasRole(line, at + 1, 'lessons')) return lessons(line, at + 2, word.edge);
  const relative =
    word.edge === 'end' && hasRole(line, at + 1, 'relative-adjective') ? line.words[at + 1]?.relative : undefined;
  if (relative !== undefined && wordAt(line, at + 2) === 'дня') {
    const day = addDays(line.context.today, relative);
    return { to: at + 3, value: { kind: 'day', day, time: '18:00' }, needsRole: true };
  }
  const dayTo = endOfDay(line, at + 1);
  if (dayTo !== null && word.edge === 'end')
    return { to: dayTo, value: { kind: 'clock', time: '18:00' }, needsRole: true };
  const period = periodAt(line, at + 1) ?? schoolTerm(line, at + 1);
  if (period?.value.kind === 'none') return { ...period, needsRole: true };
  if (period?.value.kind !== 'period') return null;
  const isBegin = word.edge === 'start';
  const value = isBegin
    ? beginValue(line, at + 1, period.value, wordAt(line, at) === 'начале')
    : edgeOf(period.value, word.edge);
  return { to: period.to, value, needsRole: true };
};

/** 'конца (учебной) четверти': school terms are not in any calendar we have. */
function schoolTerm(line: Line, at: number): Core | null {
  const pointed = line.words[at]?.pointer || line.words[at]?.ordinal ? at + 1 : at;
  const place = hasRole(line, pointed, 'school') ? pointed + 1 : pointed;
  if (line.words[place]?.unit !== 'term') return null;
  return { to: place + 1, value: { kind: 'none', doubt: 'reading-doubt-school-term' } };
}

function endOfDay(line: Line, at: number): number | null {
  let place = at;
  while (place < at + 2 && (hasRole(line, place, 'working') || line.words[place]?.pointer === 'this')) place += 1;
  return wordAt(line, place) === 'дня' ? place + 1 : null;
}

function lessons(line: Line, to: number, edge: 'start' | 'middle' | 'end'): Core {
  const { today } = line.context;
  const value: Value =
    edge === 'start'
      ? { kind: 'day', day: schoolYearOf(today, null, true).start }
      : { kind: 'day', day: schoolYearOf(today, null).end };
  return { to, value, needsRole: true };
}

/** 'жыл соңына', 'осы айдың аяғына', 'қарашаның соңына', 'оқу жылы басталғанға', 'тоқсан басында'. */
export const kazakhEdge: Rule = (line, at) => {
  const working = hasRole(line, at, 'working') ? at + 1 : at;
  const edge = line.words[working + 1];
  const ofDay = line.words[working]?.unit === 'day' && line.words[working]?.case === 'genitive';
  if (ofDay && edge?.edge === 'end' && edge.possessive) {
    return {
      to: working + 2,
      value: { kind: 'clock', time: '18:00' },
      needsRole: true,
      ...(edge.case ? { case: edge.case } : {}),
    };
  }
  if (!mayClose(line, at)) return null;
  const period = periodAt(line, at);
  if (period?.value.kind !== 'period') return null;
  if (period.case !== undefined && !['none', 'genitive', 'of'].includes(period.case)) return null;
  const word = line.words[period.to];
  const begins = hasRole(line, period.to, 'begins');
  if (begins || hasRole(line, period.to, 'ends')) {
    const day = begins ? beginOf(line, at, period.value) : period.value.end;
    return { to: period.to + 1, value: { kind: 'day', day }, case: 'dative' };
  }
  if (!word?.edge || word.language !== 'kk' || !word.possessive) return null;
  const value: Value =
    word.edge === 'start'
      ? beginValue(line, at, period.value, word.case === 'locative')
      : edgeOf(period.value, word.edge);
  return { to: period.to + 1, value, ...(word.case ? { case: word.case } : {}) };
};

/** True when a word like 'соңына', 'басталғанға' stands somewhere behind this place. */
function mayClose(line: Line, at: number): boolean {
  line.lastEdge ??= line.words.findLastIndex(
    (word) =>
      word !== null &&
      (word.role === 'begins' || word.role === 'ends' || (word.edge !== undefined && word.language === 'kk')),
  );
  return line.lastEdge > at;
}

/** 'к началу ноября' is its first day, 'в начале ноября' some day soon after. */
function beginValue(line: Line, at: number, period: Period, vague: boolean): Value {
  const day = beginOf(line, at, period);
  const of = ofPeriod(period, 'start');
  return vague ? { kind: 'day', day, of, doubt: 'reading-doubt-approximate' } : { kind: 'day', day, of };
}

/** The school year that begins is the next one, though another is running. */
function beginOf(line: Line, at: number, period: Period): string {
  const isSchool = hasRole(line, at, 'school') || hasRole(line, at + 1, 'school');
  return isSchool && period.start < line.context.today
    ? schoolYearOf(line.context.today, null, true).start
    : period.start;
}

function edgeOf(period: Period, edge: 'start' | 'middle' | 'end'): Value {
  const doubt = period.doubt ? { doubt: period.doubt } : {};
  const of = ofPeriod(period, edge);
  if (edge === 'end') return { kind: 'day', day: period.end, of, ...doubt };
  if (edge === 'start') return { kind: 'day', day: period.start, of, ...doubt };
  const days = period.unit === 'month' ? 28 : daysBetween(period.start, period.end);
  const day = addDays(period.start, Math.floor(days / 2));
  return { kind: 'day', day, of, doubt: 'reading-doubt-approximate' };
}

function ofPeriod(period: Period, edge: 'start' | 'middle' | 'end'): EdgeOf {
  return { edge, unit: period.unit, ...(period.months ? { months: period.months } : {}) };
}

/** 'end of (this, next) week', 'the end of November 2026'. */
export const englishEdge: Rule = (line, at) => {
  const from = hasRole(line, at, 'the') ? at + 1 : at;
  if (line.words[from]?.language !== 'en' || line.words[from]?.edge !== 'end') return null;
  const of = hasRole(line, from + 1, 'of-en') ? from + 2 : null;
  if (of === null) return null;
  const place = hasRole(line, of, 'the') ? of + 1 : of;
  if (wordAt(line, place) === 'day') {
    return { to: place + 1, value: { kind: 'clock', time: '18:00' }, needsRole: true };
  }
  const period = periodAt(line, place);
  return period?.value.kind === 'period'
    ? { to: period.to, value: { kind: 'day', day: period.value.end }, needsRole: true }
    : null;
};

/** 'до Нового года', 'жаңа жылға дейін': the last day of this year. */
export const newYear: Rule = (line, at) => {
  const word = line.words[at];
  const unit = line.words[at + 1];
  if (word?.pointer !== 'new' || unit?.unit !== 'year' || unit.short) return null;
  const { year } = partsOf(line.context.today);
  return {
    to: at + 2,
    value: { kind: 'day', day: `${year}-12-31` },
    needsRole: true,
    ...(unit.case ? { case: unit.case } : {}),
  };
};

/** The running unit that a length word means: 'в течение года', 'жыл бойы'. */
export const runningUnit: Rule = (line, at) => {
  const found = bareUnit(line, at);
  return found && { ...found, onlyWithin: true };
};
