// What the search for addressees gives, and how it is put together from phrases.
import type { FanOutScope } from '../drafts.ts';
import type { Span } from '../words.ts';
import { fanOutOf } from './fan-out.ts';
import type { Clause, Listed } from './lists.ts';

export type AddresseePhrase = {
  /** As written, case kept. */
  words: string;
  span: Span;
  /** Named behind 'совместно с' or beside 'бірлесіп'. */
  joint: boolean;
};

export type AddresseesFound = {
  /** The first is responsible, the others are co-executors, in the order of the text. */
  addressees: AddresseePhrase[];
  /** The class that the first one names; null when it is one body or person, or bodies listed by name. */
  fanOut: FanOutScope | null;
  /** The first stretch of addressees with its connectors, prepositions, label and the dash or colon behind it; [0, 0] when nobody is named. */
  span: Span;
  /** Every stretch to cut from the clause so that the action is left: `span`, 'совместно с …', '(исп. – …)'. */
  cuts: Span[];
  /** Several act together: 'совместно с', 'бірлесіп'. */
  joint: boolean;
};

/** Tokens of a stretch that is to be cut. */
export type Stretch = { from: number; to: number };

export const nobody: AddresseesFound = { addressees: [], fanOut: null, span: [0, 0], cuts: [], joint: false };

/** The result for these phrases; the stretches are those to cut. */
export function assemble({ text, tokens }: Clause, list: Listed[], stretches: Stretch[]): AddresseesFound {
  const first = list[0];
  if (!first) return nobody;
  const spanOf = ({ from, to }: Stretch): Span => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const addressees = list.map(({ phrase, joint }) => ({
    words: text.slice(...spanOf(phrase)),
    span: spanOf(phrase),
    joint,
  }));
  const cuts = stretches.map(spanOf);
  const starts = new Set<number>();
  return {
    addressees: addressees.filter(({ span }) => !starts.has(span[0]) && starts.add(span[0])),
    fanOut: fanOutOf(tokens, first.phrase),
    span: cuts[0] ?? spanOf(first.phrase),
    cuts,
    joint: list.some(({ joint }) => joint),
  };
}
