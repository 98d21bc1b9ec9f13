// A line break in the middle of a sentence, as mail programs and narrow windows leave it: told by what stands before and behind it.
import { phraseAt } from '../addressees/lists.ts';
import { isSign, isWord, tokenise, vocabulary, type Token } from '../words.ts';
import { isInfinitive, isBareImperative, isPluralImperative } from './russian-verbs.ts';
import { isPoliteCommand, isThirdCommand } from './kazakh-verbs.ts';

/** Signs and words that cannot end a sentence. */
const open =
  /(?:[,–—]|(?<![\p{L}\d])(?:№|до|к|ко|с|со|в|во|на|по|о|об|от|для|из|у|за|при|через|без|под|над|не|ни|и|а|или|либо|чтобы|что|как|не позднее|не позже|мен|пен|бен|және|әр|барлық|бойынша|туралы|үшін))$/iu;
/** Letters in front of the break in which an order is looked for. */
const nearby = 400;
const closed = /[.!?…:;]$/;
const begins = /^[\p{Ll}\d]/u;
const joints = vocabulary('и а также или және мен пен бен әрі');

/**
 * True when a line of talk goes on with the one above. `sentence` is what was said before in the same block, `last` its last line. People
 * who write without capitals and full stops end their sentences with the line: only an open ending joins theirs.
 */
export function isWrapped(sentence: string, last: string, words: string): boolean {
  if (closed.test(last)) return false;
  if (open.test(last)) return true;
  if (!begins.test(words) || !/^(?:\P{L}{0,3}\p{Lu}|№)/u.test(sentence) || !isRunning(words)) return false;
  return !(tokenise(sentence.slice(-nearby)).some(isOrderVerb) && hasOwnOrder(tokenise(words)));
}

/** A number at the beginning belongs to a date or a count, not to a list of schools. */
function isRunning(words: string): boolean {
  return !/^\d/.test(words) || /^\d{1,2}\s+(?:\p{Ll}+(?:а|я|ға|ге|қа|ке))(?!\p{L})/u.test(words);
}

/** A verb that orders, by its form alone. */
export function isOrderVerb(token: Token, at: number, tokens: Token[]): boolean {
  const { folded, kind } = token;
  if (kind !== 'word') return false;
  if (isInfinitive(folded) || isBareImperative(folded) || isPluralImperative(folded, tokens[at - 1]?.folded))
    return true;
  return isThirdCommand(token, true) || isPoliteCommand(folded);
}

/** 'подготовить списки', 'школе 14 – списки': another order; 'медпунктов школ и доложить' is the rest of the one above. */
function hasOwnOrder(tokens: Token[]): boolean {
  const verb = tokens.findIndex(isOrderVerb);
  if (verb >= 0) return !tokens.slice(0, verb).some((token) => isSign(token, ',;') || isWord(token, joints));
  const called = phraseAt(tokens, 0, ['dat', 'nom'], ['dat', 'nom'], false);
  return called?.certain === true && isSign(tokens[called.to], '–—-:,');
}
