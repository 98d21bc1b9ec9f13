// What people at the meeting took upon themselves: 'Договорились, что оператор восстановит линию через 10 дней.'
import type { Span } from '../words.ts';
import type { Order } from './orders.ts';
import { peopleAmong } from './people.ts';
import { hints, type Sentence } from './sentence.ts';
import { without } from './source.ts';

const agreedPattern =
  /(?:договорил(?:ись|ся|ась)|условились|пообещал[аи]?|заверил[аи]?|обязал(?:ись|ся|ась)|гарантировал[аи]?)\s*,?\s*(?:о том\s*,?\s*)?что\s+/iu;

/** 'Договорились, что оператор восстановит линию через 10 дней.' */
export function agreement(sentence: Sentence): Order | null {
  const { text, span, terms, hidden } = sentence;
  const match = sentence.hints & hints.agreed ? agreedPattern.exec(text.slice(...span)) : null;
  if (!match) return null;
  const rest: Span = [span[0] + match.index + match[0].length, span[1]];
  const people = peopleAmong(sentence, rest, 'any');
  return {
    span,
    keep: without(rest, [...hidden, ...(people?.cuts ?? [])]),
    people,
    terms,
    kind: 'commitment',
    guessedForce: null,
    quoted: false,
  };
}
