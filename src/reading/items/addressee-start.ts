// Where an addressee begins in running words without punctuation.
import { phraseAt } from '../addressees/lists.ts';
import type { Token } from '../words.ts';

/** The token behind the addressee that begins here; null when none does. */
export function beginsAddressee(tokens: Token[], at: number): number | null {
  const phrase = phraseAt(tokens, at, ['dat'], ['nom', 'dat'], false);
  return phrase && (phrase.certain || phrase.kind === 'person') ? phrase.to : null;
}

/** The token behind a Kazakh phrase in the dative that begins here; null when none does. */
export function kazakhDativeAt(tokens: Token[], at: number): number | null {
  const phrase = phraseAt(tokens, at, [], ['dat'], false);
  return phrase?.certain && phrase.case === 'dat' ? phrase.to : null;
}
