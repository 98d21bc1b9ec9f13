// Items without a verb of their own: 'Ремонт котельных. Ответственный: …', objects under a shared action, and repeat signs.
import type { Span } from '../words.ts';
import { fold } from '../words.ts';
import type { Order, Register } from './orders.ts';
import { peopleAmong } from './people.ts';
import { isControl, performativeAt } from './performatives.ts';
import { lookAt, type ReadContext } from './sentence.ts';
import { trimmed, without } from './source.ts';

const repeat = new RegExp(
  `^[\\s"«»„“”'′″〃/\\\\–—-]*(?://|"|″|〃|''|«»)[\\s"«»„“”'′″〃/\\\\–—-]*$|^(?:${fold('тот же|та же|те же|он же|она же|они же|сол орындаушы(?:лар)?|сол(?:ар)?|жоғарыдағы(?:лар)?|бұл да солар|дәл сол(?:ар)?|то же')})(?:[\\s,.].{0,20})?$`,
  'u',
);

/** '–//–', 'те же', 'сол орындаушылар': as in the row above. */
export function isRepeat(words: string): boolean {
  return repeat.test(fold(words.replace(/\s+/g, ' ').trim()));
}

/** The whole block as one order, when labels or a heading above say that it is one. */
export function wholeOrder(text: string, body: Span, holes: Span[], register: Register, context: ReadContext): Order[] {
  const sentence = lookAt(text, trimmed(text, body), context, holes);
  const { tokens, span, terms, hidden } = sentence;
  const labelled = holes.length > 0;
  if (tokens.length < 2 || isControl(tokens, 0)) return [];
  if (tokens.some((_, at) => performativeAt(sentence, at) !== null)) return [];
  if (tellsWhatWas(text.slice(...body))) return [];
  const people = labelled || register.joint ? null : peopleAmong(sentence, span, 'dative');
  const keep = without(span, [...hidden, ...(people?.cuts ?? [])]);
  return [{ span, keep, people, terms, kind: register.kind, guessedForce: null, quoted: false, headless: true }];
}

/** A sentence that ends with a past form: news, no order. */
function tellsWhatWas(words: string): boolean {
  return /(?:л|ла|ли|ды|ді|ған|ген|на|ны|но)[.?!]$/u.test(words);
}
