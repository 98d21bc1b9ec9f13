// Signs and numbers inside Kazakh names of executors: quotes, numbers of schools, hyphens, commas of long names.
import { kazakhHead } from './lexicon.ts';
import { isParticle, isRequest } from './kazakh-walls.ts';
import { closedEnd, numbersEnd } from './phrase.ts';
import { isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

const conjunctions = vocabulary('мен пен бен және');

/** Behind a sign or number with which a name goes on; null where it ends. */
export function signStep(tokens: Token[], at: number): number | null {
  const token = tokens[at];
  if (isSign(token, '«“„"')) return closedEnd(tokens, at);
  const numbers = numbersEnd(tokens, at);
  if (numbers) return numbers;
  if (wholeNumber(token) !== null) return ordinalEnd(tokens, at);
  if (isSign(token, '-') && token?.start === tokens[at - 1]?.end) return at + 1;
  // 'Облыстық мәдениет, архивтер және құжаттама басқармасы'
  if (isSign(token, ',') && tokens[at + 1]?.kind === 'word' && isInnerComma(tokens, at)) return at + 1;
  return null;
}

/** A comma inside a name: 'Мәдениет, тілдерді дамыту және архив басқармасы'. */
function isInnerComma(tokens: Token[], at: number): boolean {
  if (kazakhHead(tokens[at - 1])) return false;
  let joined = false;
  for (let place = at + 1; place < Math.min(tokens.length, at + 9); place += 1) {
    const token = tokens[place];
    const head = kazakhHead(token);
    if (head) return joined && head.form.possessive;
    if (isSign(token, ',')) continue;
    if (token?.kind !== 'word' || isParticle(token) || isRequest(token)) return false;
    joined ||= isWord(token, conjunctions);
  }
  return false;
}

/** '12-мектеп', '5-ші мектеп', '12 мектепке' */
function ordinalEnd(tokens: Token[], at: number): number | null {
  if (/^мектеп(?:к[ае]|т[ие]н)?$/.test(tokens[at + 1]?.folded ?? '')) return at + 1;
  if (!isSign(tokens[at + 1], '-')) return null;
  if (/^мекте/.test(tokens[at + 2]?.folded ?? '')) return at + 2;
  return /^(?:ш[ыи]|инши|ншы|нши)$/.test(tokens[at + 2]?.folded ?? '') ? at + 3 : null;
}
