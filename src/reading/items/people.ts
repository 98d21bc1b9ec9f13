// Whom a stretch of the document addresses: the addressee reader, called with the deadlines blanked out, its places put into the document.
import { findAddressees, type AddresseePlace } from '../addressees/find-addressees.ts';
import type { FanOutScope } from '../drafts.ts';
import type { Span } from '../words.ts';
import { blank, oneLine, within } from './source.ts';

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

/** The addressees of the stretch; null when it names none. `hidden` are stretches not to be looked at. */
export function peopleIn(text: string, span: Span, where: AddresseePlace, hidden: Span[] = []): People | null {
  const inside = hidden.length === 0 ? hidden : within(hidden, span);
  const part = blank(
    text.slice(span[0], span[1]),
    inside.map(([start, end]) => [start - span[0], end - span[0]]),
  );
  const found = findAddressees(part, where);
  if (found.addressees.length === 0) return null;
  const place = ([start, end]: Span): Span => [start + span[0], end + span[0]];
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

const closing = '.!,;:';

/** Without the full stop of the sentence; that of initials and abbreviations stays. */
function withoutStop(text: string, [start, end]: Span): Span {
  return closing.includes(text.charAt(end - 1)) && /(?:\p{Ll}{3}\.|\p{L}[!,;:])$/u.test(text.slice(start, end))
    ? [start, end - 1]
    : [start, end];
}
