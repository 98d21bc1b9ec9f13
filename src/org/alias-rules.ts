// Which words may be remembered as the name of a post: what somebody calls it, not a pronoun and not a class. Pure.
import { fold } from '../reading/words.ts';

/** Longest and shortest name worth remembering, in characters. */
const [shortest, longest] = [2, 60];

/** Beginnings of folded words that name a class, a role or nobody: remembered, they would catch half of all items. */
const general =
  /^(?:все|вс[её]м|всех|каждо|друг|данн|указанн|соответству|руковод|директор|начальник|исполнител|ответственн|школ|колледж|детсад|учрежден|организац|орган|район|город|барлы|бас[шс]ы|мектеп|аудан|кала|орындауш|жауапты|мекеме|уйым|тиисти|all|every|school|head)\p{L}*$/u;

/** The words as they are remembered: without quotes, brackets and signs around them; null when they are too short, too long, or name nobody in particular. */
export function aliasOf(words: string): string | null {
  const clean = words
    .replace(/\([^)]*\)/g, ' ')
    .replace(/["«»“”„]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:–—-]+|[\s,;:–—-]+$/g, '');
  if (clean.length < shortest || clean.length > longest || !/\p{L}{2}/u.test(clean)) return null;
  const folded = foldAlias(clean);
  return folded.split(' ').every((word) => general.test(word) || !/\p{L}{2}/u.test(word)) ? null : clean;
}

/** The words as they are compared. */
export function foldAlias(words: string): string {
  return fold(words).replace(/\s+/g, ' ').trim();
}
