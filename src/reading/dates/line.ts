// A text ready for the rules: its tokens with what the lexicon knows of them, and the values rules give.
import type { Clock, Day } from '../../time.ts';
import { tokenise, type Token } from '../words.ts';
import type { DateContext } from './date-context.ts';
import type { KazakhCase } from './kazakh-endings.ts';
import { lexOf, type Lex, type Unit } from './lexicon.ts';
import type { Numeral } from './numerals.ts';
import type { Year } from './years.ts';

export type Line = {
  tokens: Token[];
  words: (Lex | null)[];
  context: DateContext;
  /** What was read already, by place: many rules ask the same. */
  numerals: (Numeral | null | undefined)[];
  years: (Year | null | undefined)[];
  cores: (Core | null | undefined)[];
  /** The last places with which an edge or a part of a period may close: most texts have none. */
  lastEdge: number | undefined;
  lastPart: number | undefined;
};

/** RRULE without DTSTART, in parts. */
export type Recurrence = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  byMonth?: number[];
  byMonthDay?: number[];
  /** 'FR', '-1TH'. */
  byDay?: string[];
  bySetPos?: number;
};

/** Which month a day of the month belongs to: that after the reported month, quarter or half-year, or the last of a quarter. */
export type MonthOf = 'after-month' | 'after-quarter' | 'after-half' | 'last-of-quarter';

/** 'конец месяца', 'начало мая': repeated, such a day is another rule. */
export type EdgeOf = { edge: 'start' | 'middle' | 'end'; unit: string; months?: number[] };

/** What a rule understood, before the words around it decide what it means for a deadline. */
export type Value =
  /** `year: null` is the next such date; `earlier` are days of the same month named before it: '20 и 25 ноября'. */
  | { kind: 'date'; month: number; dayOfMonth: number; year: number | null; earlier?: number[] }
  /** `of` says of which period it is the first, middle or last day. */
  | { kind: 'day'; day: Day; time?: Clock; doubt?: string; of?: EdgeOf }
  | { kind: 'dayOfMonth'; days: number[]; of?: MonthOf }
  | {
      kind: 'period';
      start: Day;
      end: Day;
      unit: Unit | 'season' | 'weekend' | 'school';
      months?: number[];
      doubt?: string;
    }
  | { kind: 'weekday'; days: number[]; which: 'coming' | 'this' | 'next'; plural: boolean }
  | { kind: 'length'; n: number; unit: Unit; working: boolean; doubt?: string }
  | { kind: 'clock'; time: Clock; bare?: boolean; doubt?: string }
  | { kind: 'recurring'; rule: Recurrence; doubt?: string }
  | { kind: 'ongoing' }
  | { kind: 'none'; doubt?: string };

export type Core = {
  /** Tokens up to, not including, `to`. */
  to: number;
  value: Value;
  /** Case of the last word where it is Kazakh: 'жұмаға' says 'by Friday' by itself. */
  case?: KazakhCase;
  /** Means nothing without a preposition or ending: 'среды', 'конца недели'. */
  needsRole?: boolean;
  /** Means something only with 'в течение', 'бойы': a bare 'год'. */
  onlyWithin?: boolean;
  /** A feast: 'ко Дню Республики' may only say what for. */
  feast?: boolean;
  /** Is a deadline by itself, wherever it stands: 'дереу', 'ежемесячно'. */
  strong?: boolean;
};

/** A rule answers for one place of a text: what begins here, or null. It looks only a bounded way ahead. */
export type Rule = (line: Line, at: number) => Core | null;

/** Reads the tokens of a text. */
export function lineOf(text: string | Token[], context: DateContext): Line {
  const tokens = typeof text === 'string' ? tokenise(text) : text;
  const words = tokens.map(lexOf);
  return { tokens, words, context, numerals: [], years: [], cores: [], lastEdge: undefined, lastPart: undefined };
}

/** True when the word at this place has one of these roles. */
export function hasRole(
  line: Line,
  at: number,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): boolean {
  const role = line.words[at]?.role;
  return role !== undefined && (role === first || role === second || role === third || role === fourth);
}

/** True when one of these signs stands here. */
export function isSignAt(line: Line, at: number, signs: string): boolean {
  const token = line.tokens[at];
  return token?.kind === 'sign' && signs.includes(token.text);
}

/** True when nothing stands between the tokens `at` and `at + 1`. */
export function isGlued(line: Line, at: number): boolean {
  const next = line.tokens[at + 1];
  return next !== undefined && line.tokens[at]?.end === next.start;
}

/** The folded word at a place; empty for numbers, signs and beyond the end. */
export function wordAt(line: Line, at: number): string {
  const token = line.tokens[at];
  return token?.kind === 'word' ? token.folded : '';
}

/** The place after a full stop that belongs to an abbreviation: 'кв.', 'г.'. */
export function skipDot(line: Line, at: number): number {
  return isSignAt(line, at, '.') && !isSignAt(line, at + 1, '.') ? at + 1 : at;
}

/** The longest of what the rules found. */
export function longest(cores: (Core | null)[]): Core | null {
  return cores.reduce((best, core) => (core && (!best || core.to > best.to) ? core : best), null);
}
