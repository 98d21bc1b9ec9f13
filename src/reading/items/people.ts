// Whom a stretch of the document addresses: the addressee reader, called with the deadlines blanked out, its places put into the document.
import { addresseesAmong, findAddressees, type AddresseePlace } from '../addressees/find-addressees.ts';
import type { AddresseesFound } from '../addressees/found.ts';
import type { FanOutScope } from '../drafts.ts';
import type { Span, Token } from '../words.ts';
import type { Sentence } from './sentence.ts';
import { oneLine, within } from './source.ts';

export type People = {
  /** The words as written; their places in the document. */
  named: { words: string; span: Span; joint: boolean }[];
  fanOut: FanOutScope | null;
  /** What the action is cut free of. */
  cuts: Span[];
  /** Taken from a heading, the row above or an earlier message. */
  inherited: boolean;
  /** Taken from the words around, not said in so many words. */
  guessed: boolean;
};

/** The addressees of the stretch; null when it names none. */
export function peopleIn(text: string, span: Span, where: AddresseePlace): People | null {
  return peopleOf(text, findAddressees(text.slice(span[0], span[1]), where), where, span[0]);
}

/** The same for a stretch of a sentence, whose tokens are known and whose deadlines and labels are not looked at. */
export function peopleAmong({ text, tokens, hidden }: Sentence, span: Span, where: AddresseePlace): People | null {
  const inside = within(hidden, span);
  const open: Token[] = [];
  let next = 0;
  for (let at = firstFrom(tokens, span[0]); at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.end > span[1]) break;
    while (next < inside.length && (inside[next] as Span)[1] <= token.start) next += 1;
    if (next >= inside.length || (inside[next] as Span)[0] >= token.end) open.push(token);
  }
  return peopleOf(text, addresseesAmong({ text, tokens: open }, where), where, 0);
}

/** The first token that begins at this place or behind it: a long sentence has many stretches. */
function firstFrom(tokens: Token[], start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What was found, placed in the document by adding `from` to its places. */
function peopleOf(text: string, found: AddresseesFound, where: AddresseePlace, from: number): People | null {
  if (found.addressees.length === 0) return null;
  const place = ([start, end]: Span): Span => [start + from, end + from];
  const named = found.addressees.map(({ span: at, joint }) => {
    const placed = withoutStop(text, place(at));
    return { words: oneLine(text.slice(...placed)), span: placed, joint };
  });
  // '12 мектепке': the school with this number, or twelve schools.
  const guessed = where !== 'label' && /^\d+\s+мектеп/iu.test(named[0]?.words ?? '');
  return { named, fanOut: found.fanOut, cuts: found.cuts.map(place), inherited: false, guessed };
}

/** The same people for another item, to whom nothing has to be cut. */
export function inherit(people: People | null): People | null {
  if (!people) return null;
  const { named, fanOut, guessed } = people;
  return { named, fanOut, cuts: [], inherited: true, guessed };
}

/** 'совместно с акимами районов' under a heading adds co-executors. */
export function withHelpers(people: People | null, helpers: People['named'] = []): People | null {
  return people && helpers.length > 0 ? { ...people, named: [...people.named, ...helpers] } : people;
}

const closing = '.!,;:';

/** Without the full stop of the sentence; that of initials and abbreviations stays. */
function withoutStop(text: string, [start, end]: Span): Span {
  return closing.includes(text.charAt(end - 1)) && /(?:\p{Ll}{3}\.|\p{L}[!,;:])$/u.test(text.slice(start, end))
    ? [start, end - 1]
    : [start, end];
}
