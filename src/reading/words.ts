// Words and signs of a text with their places, and spelling made equal: the ground under all readers.

import { remember } from './remember.ts';

/** Half-open stretch of the text: characters from `start` up to, not including, `end`. */
export type Span = [start: number, end: number];

export type Token = {
  kind: 'word' | 'number' | 'sign';
  text: string;
  /** Spelling for comparison, see `fold`. */
  folded: string;
  start: number;
  end: number;
};

// A number keeps its inner dots and colons: '25.12.2026' and '18:00' are one token each, '18:00-ге' is three.
const tokenPattern = /\d{4}-\d{2}-\d{2}(?!\d)|\d+(?:[.:]\d+)*|\p{L}[\p{L}\p{M}]*|\S/gu;
const foldedLetters: Record<string, string> = {
  ё: 'е',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

/** Splits a text into words, numbers and single signs; spaces are dropped. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    const found = match[0];
    const kind = kindOf(found);
    const folded = kind === 'word' ? foldWord(found) : found;
    tokens.push({ kind, text: found, folded, start: match.index, end: match.index + found.length });
  }
  return tokens;
}

const letter = /^\p{L}/u;

function kindOf(found: string): Token['kind'] {
  const code = found.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  // Cyrillic letters need no pattern.
  if (code >= 0x400 && code <= 0x481) return 'word';
  return letter.test(found) ? 'word' : 'sign';
}

// One string for each word, so that tables of words find it quickly.
const foldWord = remember(fold);

const specialLetters = /[ёәғқңөұүһі\p{M}]/u;

/** Lower case, and Kazakh letters as people type them on a Russian keyboard: 'Күнә' and 'куна' become equal. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most words are plain already, and this is asked for every word of a text.
  if (!specialLetters.test(lower)) return lower;
  return lower.normalize('NFC').replace(/[ёәғқңөұүһі]/g, (letter) => foldedLetters[letter] ?? letter);
}

/** A set of folded words, written in the code with their own letters. */
export function vocabulary(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(Boolean).map(fold));
}

/** True when the token is a word of the vocabulary. */
export function isWord(token: Token | undefined, words: Set<string>): boolean {
  return token?.kind === 'word' && words.has(token.folded);
}

/** True when the token is a word that begins with one of the vocabulary. */
export function beginsWith(token: Token | undefined, stems: Set<string>): boolean {
  if (token?.kind !== 'word') return false;
  for (const stem of stems) if (token.folded.startsWith(stem)) return true;
  return false;
}

/** True when the token is one of these signs. */
export function isSign(token: Token | undefined, signs: string): boolean {
  return token?.kind === 'sign' && signs.includes(token.text);
}

/** All the dashes people type. */
export const dashes = '-–—−';

/** A plain whole number of at most six digits, else null. */
export function wholeNumber(token: Token | undefined): number | null {
  return token?.kind === 'number' && /^\d{1,6}$/.test(token.text) ? Number(token.text) : null;
}

/** The text without these stretches, with the spaces and signs around the holes tidied. */
export function cutSpans(text: string, spans: Span[]): string {
  let rest = text;
  for (const [start, end] of [...spans].sort((a, b) => b[0] - a[0]))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return tidy(rest);
}

/** One space between words, no sign left hanging at the beginning, in front of another sign, or at the end. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\( ?\)/g, '')
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/[,;:]+(?=[.,;!?])/g, '')
    .replace(/^[\s,.;:–—−-]+/, '')
    .replace(/[\s,;:–—−-]+$/, '');
}
