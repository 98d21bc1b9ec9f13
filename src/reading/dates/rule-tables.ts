// Which rules may begin with a number, and with each property and role of a word: only these are tried.
import {
  dayAndMonth,
  monthAndDay,
  monthThenDay,
  numericDate,
  romanMonthDate,
  slashedDate,
  yearFirst,
} from './explicit-dates.ts';
import { bareHour, digitClock, hourClock, namedClock } from './clocks.ts';
import { englishEdge, kazakhEdge, newYear, russianEdge, runningUnit } from './edges.ts';
import { adjectiveLength, bareLength, halfYear, numberedLength, shortDays } from './lengths.ts';
import { dayOfMonth, dayOfPointedMonth } from './days-of-month.ts';
import { edgeDay, nthWeekdayOfMonth, relativeDay, weekdayRule } from './named-days.ts';
import { partOfMonth, weekend } from './parts-of-months.ts';
import { timesIn, timesKazakh } from './times-in.ts';
import { monthPeriod, numberedPeriod, pointedPeriod, schoolYear, seasonPeriod, yearPeriod } from './periods.ts';
import { adverb, byDays, byResults, each, eachAfter, edgesOfEach, nthOfMonth } from './recurrences.ts';
import { state } from './states.ts';
import { type Rule } from './line.ts';
import type { Lex } from './lexicon.ts';

/** Rules that begin with a number, with a preposition of their own, and with each property of a word. */
export const numberRules: Rule[] = [
  numericDate,
  slashedDate,
  romanMonthDate,
  dayAndMonth,
  monthThenDay,
  yearFirst,
  monthPeriod,
  numberedPeriod,
  yearPeriod,
  schoolYear,
  seasonPeriod,
  partOfMonth,
  kazakhEdge,
  numberedLength,
  adjectiveLength,
  shortDays,
  dayOfMonth,
  digitClock,
  timesIn,
  timesKazakh,
  eachAfter,
  nthWeekdayOfMonth,
  nthOfMonth,
  dayOfPointedMonth,
  edgeDay,
  bareHour,
];
/** These need a year to begin with, those a day or an hour. */
const yearRules = new Set<Rule>([monthThenDay, yearFirst, monthPeriod, yearPeriod, schoolYear, seasonPeriod]);
const dayRules = new Set<Rule>([
  slashedDate,
  romanMonthDate,
  dayAndMonth,
  dayOfMonth,
  digitClock,
  timesIn,
  timesKazakh,
  nthOfMonth,
  bareHour,
]);
export const smallRules = numberRules.filter((rule) => !yearRules.has(rule));
export const largeRules = numberRules.filter((rule) => !dayRules.has(rule));
export const dottedRules = [numericDate, digitClock];
export const listedRules = [dayAndMonth, dayOfMonth, bareHour];
const monthRules = [monthPeriod, monthAndDay, monthThenDay, kazakhEdge, partOfMonth, nthWeekdayOfMonth];
export const propertyRules: [property: keyof Lex, rules: Rule[]][] = [
  ['month', monthRules],
  ['weekday', [weekdayRule, eachAfter]],
  ['number', [...numberRules, hourClock]],
  [
    'unit',
    [bareLength, kazakhEdge, dayOfMonth, timesKazakh, eachAfter, nthOfMonth, partOfMonth, runningUnit, hourClock],
  ],
  ['length', [adjectiveLength]],
  ['season', [seasonPeriod, kazakhEdge]],
  ['edge', [russianEdge, englishEdge, edgesOfEach]],
  ['relative', [relativeDay]],
  [
    'pointer',
    [
      pointedPeriod,
      yearFirst,
      monthPeriod,
      numberedPeriod,
      yearPeriod,
      schoolYear,
      seasonPeriod,
      weekdayRule,
      partOfMonth,
      nthWeekdayOfMonth,
      nthOfMonth,
      kazakhEdge,
      newYear,
      monthThenDay,
      dayOfPointedMonth,
      edgeDay,
    ],
  ],
  ['every', [adverb]],
  ['clock', [namedClock, hourClock, eachAfter]],
  ['state', [state]],
];
export const roleRules: Record<string, Rule[]> = {
  school: [schoolYear, kazakhEdge],
  working: [numberedLength, eachAfter],
  calendar: [numberedLength],
  weekend: [weekend],
  each: [each, edgesOfEach, dayOfMonth],
  times: [timesIn],
  twice: [timesIn],
  not: [timesIn],
  through: [byDays, byResults],
  after: [edgesOfEach],
  report: [dayOfMonth],
  'half-word': [timesKazakh, eachAfter, numberedPeriod, halfYear],
  clock: [hourClock],
  the: [englishEdge, relativeDay],
};
