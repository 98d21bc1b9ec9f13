// Who acts together with whoever a heading names, and who is set apart from it.
import type { Span } from '../words.ts';
import type { Conjunct } from './conjuncts.ts';
import { peopleIn, type People } from './people.ts';
import { hints, type Sentence } from './sentence.ts';

/** 'Школе № 2 – установить': whom a dash or a colon sets apart at the beginning is addressed, whatever the heading says. */
export function isMarkedOff(text: string, [start]: Span, people: People | null): boolean {
  const [first, cut] = [people?.named[0]?.span, people?.cuts[0]];
  return (
    first !== undefined &&
    cut !== undefined &&
    first[0] - start <= 2 &&
    /\s[–—-]$|:$/.test(text.slice(first[1], cut[1]))
  );
}

/** 'совместно с акимами районов' in front of the verb. */
export function togetherWith(
  { text, tokens, hidden, hints: bits }: Sentence,
  { verb }: Conjunct,
  span: Span,
): People | null {
  if (!(bits & hints.together)) return null;
  const end = Math.max(span[0], tokens[verb]?.start ?? span[1]);
  const match = /(?:совместно|вместе)\s+со?\s+/iu.exec(text.slice(span[0], end));
  if (!match) return null;
  const start = span[0] + match.index + match[0].length;
  const stop = Math.min(end, ...hidden.map(([from]) => from).filter((from) => from > start));
  const people = peopleIn(text, [start, stop], 'label');
  return people ? { ...people, cuts: [[span[0] + match.index, stop]] } : null;
}

/** Those named behind 'совместно с' or before 'бірлесіп': under a heading that names the responsible only they are added. */
export function helpersOf(text: string, people: People): People['named'] {
  return people.named.filter(({ span: [start, end] }) => {
    const [before, after] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 20)];
    return /(?:совместно|вместе)\s[^.;]*$/iu.test(before) || /^[\s,]*(?:бірлес|бірге)/iu.test(after);
  });
}
