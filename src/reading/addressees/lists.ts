// Lists of executors: the value of a label or a heading, parted at commas, semicolons, lines, 'и', 'мен'.
import { kazakhPhraseAt, type KazakhCase } from './kazakh-phrases.ts';
import { kazakhHead, russianHead } from './lexicon.ts';
import { closedEnd, type Phrase } from './phrase.ts';
import type { Case } from './russian-forms.ts';
import { russianPhraseAt } from './russian-phrases.ts';
import { dashes, isSign, isWord, vocabulary, type Token } from '../words.ts';

/** A text with its tokens, split once. */
export type Clause = { text: string; tokens: Token[] };

export type Listed = { phrase: Phrase; joint: boolean };

const conjunctions = vocabulary('и мен пен бен және');
const together = vocabulary('совместно бірлесіп бірге бірлесе');
const everyCase: Case[] = ['nom', 'dat', 'gen', 'acc', 'ins'];
const everyKazakhCase: KazakhCase[] = ['nom', 'dat', 'abl', 'ins', 'gen'];

/** The longer reading of the phrase at this token, Russian or Kazakh; `loose` takes unknown doers too. */
export function phraseAt(
  tokens: Token[],
  at: number,
  russian: Case[],
  kazakh: KazakhCase[],
  loose = true,
): Phrase | null {
  const read = russian.length > 0 ? russianPhraseAt(tokens, at, russian, loose) : null;
  // 'департамент басшысына': the Russian word only belongs to a Kazakh one.
  const ru = read && read.to === at + 1 && isKazakhHead(tokens[read.to]) ? null : read;
  const kk = kazakh.length > 0 ? kazakhPhraseAt(tokens, at, kazakh) : null;
  if (!ru || !kk) return ru ?? kk;
  if (kk.to !== ru.to) return kk.to > ru.to ? kk : ru;
  return (kk.certain && !ru.certain) || isKazakh(tokens.slice(at, kk.to)) ? kk : ru;
}

function isKazakhHead(token: Token | undefined): boolean {
  return token?.kind === 'word' && russianHead(token.folded) === null && (kazakhHead(token)?.form.possessive ?? false);
}

function isKazakh(words: Token[]): boolean {
  return words.some(
    (word) => /[әғқңөұүһі]/i.test(word.text) || (russianHead(word.folded) === null && kazakhHead(word) !== null),
  );
}

/** Every executor of a stretch that holds nothing else. */
export function readList({ text, tokens }: Clause, from: number, to: number): Listed[] {
  const list: Listed[] = [];
  let joint = false;
  for (let at = from; at < to;) {
    if (isWord(tokens[at], together)) {
      joint = true;
      at += /^со?$/.test(tokens[at + 1]?.folded ?? '') ? 2 : 1;
    } else if (isSign(tokens[at], `,;:.|${dashes}•*`) || isWord(tokens[at], conjunctions)) {
      at += 1;
    } else {
      const phrase = wholePart({ text, tokens }, at, to);
      list.push({ phrase, joint });
      at = phrase.to;
    }
  }
  return list;
}

/** The part up to the next comma, semicolon or line; a known phrase may hold commas or end at 'и'. */
function wholePart(clause: Clause, at: number, to: number): Phrase {
  const { tokens } = clause;
  const known = phraseAt(tokens, at, everyCase, everyKazakhCase);
  let end = Math.min(known?.to ?? at + 1, to);
  while (end < to && !isBreak(clause, end, known?.certain ?? false))
    end = Math.min(closedEnd(tokens, end) ?? end + 1, to);
  if (known) {
    const { kind, case: found, plural, listed, certain } = known;
    return { from: at, to: end, kind, case: found, plural, listed, certain };
  }
  const isClass = /^(?!вс)\p{L}{4,}[ыи]$/u.test(tokens[at]?.folded ?? '');
  return { from: at, to: end, kind: 'title', case: 'any', plural: isClass, listed: false, certain: false };
}

function isBreak({ text, tokens }: Clause, at: number, known: boolean): boolean {
  const token = tokens[at];
  if (isSign(token, ',;')) return true;
  if (token && text.slice(tokens[at - 1]?.end ?? 0, token.start).includes('\n')) return true;
  if (isWord(token, together)) return true;
  if (!known || !isWord(token, conjunctions)) return false;
  return phraseAt(tokens, at + 1, everyCase, everyKazakhCase, false) !== null;
}
