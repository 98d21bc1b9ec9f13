// Words and signs of a text with their places, and spelling made equal: the ground under all readers.

import { answersTo, remember } from './remember.ts';

/** Half-open stretch of the text: characters from `start` up to, not including, `end`. */
export type Span = [start: number, end: number];

export type Token = {
  kind: 'word' | 'number' | 'sign';
  text: string;
  /** Spelling for comparison, see `fold`. */
  folded: string;
  start: number;
  end: number;
  /** Where answers about the word are kept, see `rememberOf`; null for numbers and signs. */
  answers: unknown[] | null;
};

// A number keeps its inner dots and colons: '25.12.2026' and '18:00' are one token each, '18:00-ге' is three.
const tokenPattern = /\d{4}-\d{2}-\d{2}(?!\d)|\d+(?:[.:]\d+)*|\p{L}[\p{L}\p{M}]*|\S/uy;

/** Splits a text into words, numbers and single signs; spaces are dropped. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  for (let at = 0; at < length;) {
    let code = text.charCodeAt(at);
    if (code === space) {
      at += 1;
      continue;
    }
    let end = at;
    let hash = 0;
    // Most tokens are words of plain letters with a space or a sign of ASCII behind; the pattern knows the others.
    while (isPlainLetter(code)) {
      hash = (Math.imul(hash, 31) + code) | 0;
      end += 1;
      code = end < length ? text.charCodeAt(end) : space;
    }
    if (end === at || code >= 128) {
      end = tokenEnd(text, at);
      if (end === at) {
        at += 1;
        continue;
      }
      hash = hashOf(text, at, end);
    }
    const { kind, text: spelled, folded, answers } = spellingOf(text, at, end, hash);
    tokens.push({ kind, text: spelled, folded, start: at, end, answers });
    at = end;
  }
  return tokens;
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Behind the token that begins here; the place itself where a space stands. */
function tokenEnd(text: string, at: number): number {
  tokenPattern.lastIndex = at;
  return tokenPattern.test(text) ? tokenPattern.lastIndex : at;
}

const space = 32;

/** The letters of our alphabets, told by their codes. */
function isPlainLetter(code: number): boolean {
  if (code < 0x400) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code <= 0x481 || (code >= 0x48a && code <= 0x52f);
}

/** Numbers are all different in a long list: they are not worth remembering. */
function spellingOf(text: string, from: number, to: number, hash: number): Spelling {
  const first = text.charCodeAt(from);
  if (first >= 48 && first <= 57) {
    const found = text.slice(from, to);
    return { kind: 'number', text: found, folded: found, answers: null };
  }
  const place = (hash ^ (hash >>> 15)) & (places - 1);
  const known = spellings[place];
  if (known && isSpelled(known.text, text, from, to)) return known;
  const spelling = wordOrSign(text.slice(from, to));
  spellings[place] = spelling;
  return spelling;
}

function isSpelled(known: string, text: string, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (known.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  return true;
}

type Spelling = Omit<Token, 'start' | 'end'>;

const places = 1 << 14;
/** The last spelling met at each place of a table: a word that comes again needs no new string. */
const spellings = new Array<Spelling | undefined>(places).fill(undefined);

// One string for each spelling, so that tables of words find it quickly.
const wordOrSign = remember((found): Spelling => {
  const kind = /^\p{L}/u.test(found) ? 'word' : 'sign';
  const folded = kind === 'word' ? fold(found) : found;
  return { kind, text: found, folded, answers: kind === 'word' ? answersTo(folded) : null };
});

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
const firstFolded = 'ё'.charCodeAt(0);
const plain = /^[\0-\u02ff\u0400-\u0450]*$/;
const mark = /\p{M}/u;

/** Lower case, and Kazakh letters as people type them on a Russian keyboard: 'Күнә' and 'куна' become equal. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  const even = mark.test(lower) ? lower.normalize('NFC') : lower;
  let folded = '';
  let from = 0;
  for (let at = 0; at < even.length; at += 1) {
    const letter = even.charCodeAt(at) < firstFolded ? undefined : foldedLetters[even.charAt(at)];
    if (letter === undefined) continue;
    folded += even.slice(from, at) + letter;
    from = at + 1;
  }
  return folded + even.slice(from);
}

/** Every match of a pattern with the flag 'g', from left to right. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  // Quicker than matchAll, which makes the pattern anew at every call.
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
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
  return isTidy(text) ? text : tidied(text);
}

const untidy = /^[\s,.;:–—−-]|[\s,;:–—−-]$|[^\S ]| [ ,.;:!?]|\( ?\)|[,;:][.,;!?]/;

/** Most texts are tidy. */
function isTidy(text: string): boolean {
  return !untidy.test(text);
}

/** True for a small letter; asked of every line, so the letters of our alphabets are told by their codes. */
export function isSmall(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 97 && code <= 122;
  if (code >= 0x400 && code < 0x460) return code >= 0x430;
  return small.test(text.charAt(at));
}

const small = /^\p{Ll}$/u;

/** True when the text has a small letter. */
export function hasSmall(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isSmall(text, at)) return true;
  return false;
}

function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\( ?\)/g, '')
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/[,;:]+(?=[.,;!?])/g, '')
    .replace(/^[\s,.;:–—−-]+/, '')
    .replace(/[\s,;:–—−-]+$/, '');
}
