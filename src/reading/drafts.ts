// What reading gives: the drafts of a document. The words here are shared by all readers of this room.
import type { Clock, Day } from '../time.ts';
import type { Span } from './words.ts';

export type DraftKind = 'assignment' | 'recommendation' | 'proposal' | 'appeal' | 'commitment' | 'note';

/** When a task is due. `date` is the last one where several are named, the earlier ones are `interim`. */
export type Deadline =
  | { kind: 'date'; date: Day; time?: Clock; interim?: Day[]; dayOff?: boolean }
  /** RRULE without DTSTART; `until` is the end of the series. */
  | { kind: 'recurring'; rule: string; until?: Day; time?: Clock }
  | { kind: 'ongoing' }
  | { kind: 'none' };

/** How much of the result is wanted. */
export type Indicator = {
  value: number;
  /** As written, with its ending. */
  unit: string;
  /** '1/5000 детей': so many of the first for so many of the second; wanted numbers round up. */
  norm?: string;
};

/** An addressee: the words as written and the posts of the roster that are meant. */
export type Addressee = { words: string; span: Span; postIds: number[] };

/** Something guessed or ambiguous: a key of a text `reading-doubt-…` with its variable `words`. */
export type Doubt = { key: string; words: string; span: Span; candidates: number[] };

export type FanOutScope = 'schools' | 'districts' | 'other';

export type Draft = {
  /** The item's own number, '2.1'; null when it has none. */
  number: string | null;
  /** The action, without addressee and date. */
  text: string;
  kind: DraftKind;
  /** An order inside a quotation. */
  quoted: boolean;
  /** The first is responsible, the others are co-executors. */
  addressees: Addressee[];
  /** The responsible is a class that has to be multiplied: 'всем школам'. */
  fanOut: FanOutScope | null;
  deadline: Deadline;
  /** The words the deadline was read from; empty when there are none. */
  deadlineText: string;
  indicators: Indicator[];
  completionForm: string | null;
  programmes: string[];
  /** Where the item stands in the source, its number and addressee included; an inherited heading is outside. */
  span: Span;
  doubts: Doubt[];
};
