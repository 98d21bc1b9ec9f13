// What a phrase is that names an executor, and the small steps both languages share.
import { isCapital } from './person-names.ts';
import { remember } from '../remember.ts';
import type { Case } from './russian-forms.ts';
import { isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

export type PhraseKind = 'body' | 'post' | 'school' | 'place' | 'person' | 'doer' | 'abbreviation' | 'title';

export type Phrase = {
  from: number;
  to: number;
  kind: PhraseKind;
  case: Case | 'abl' | 'any';
  /** A class of posts or bodies: the head is in the plural, or stands with 'каждый', 'әр'. */
  plural: boolean;
  /** Schools or others are picked by their numbers or names. */
  listed: boolean;
  /** False for a guess from the ending alone. */
  certain: boolean;
};

/** The head of a phrase: where it ends and how it stands. */
export type Head = Pick<Phrase, 'to' | 'kind' | 'case' | 'plural' | 'certain'>;

const gap = 4;

/** True where words were blanked out before this token: no phrase goes on across such a gap. */
export function isGap(tokens: Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && token.start - before.end >= gap;
}

const openings: Record<string, string> = { '«': '»', '“': '”', '„': '”', '"': '"', '(': ')', '[': ']' };
const longestQuote = 24;
const conjunctions = vocabulary('и және мен пен бен');
const numberWords = vocabulary('номер номера');

/** Behind the closing bracket or quote that belongs to this token; null when it opens none or never closes. */
export function closedEnd(tokens: Token[], at: number): number | null {
  const close = tokens[at]?.kind === 'sign' ? openings[tokens[at].text] : undefined;
  if (!close) return null;
  for (let place = at + 1; place < tokens.length && place <= at + longestQuote; place += 1) {
    if (tokens[place]?.text === close || (close === '”' && tokens[place]?.text === '“')) return place + 1;
  }
  return null;
}

/** Behind a list of numbers '№ 8, № 23 и 5'; null when none begins here. */
export function numbersEnd(tokens: Token[], at: number): number | null {
  let place = at;
  let end: number | null = null;
  for (;;) {
    const signed = isSign(tokens[place], '№#') || isWord(tokens[place], numberWords);
    const number = signed ? place + 1 : place;
    if (wholeNumber(tokens[number]) === null || (end === null && !signed)) return end;
    end = number + 1;
    if (isSign(tokens[end], '-–') && wholeNumber(tokens[end + 1]) !== null) end += 2;
    if (isSign(tokens[end], '-') && tokens[end + 1]?.kind === 'word' && (tokens[end + 1]?.text.length ?? 9) < 5)
      end += 2;
    const joined = isSign(tokens[end], ',') || isWord(tokens[end], conjunctions);
    // Behind a comma a bare number may begin something else.
    if (!joined || !(isSign(tokens[end + 1], '№#') || wholeNumber(tokens[end + 1]) !== null)) return end;
    if (
      wholeNumber(tokens[end + 1]) !== null &&
      tokens[end + 2]?.kind === 'word' &&
      !isWord(tokens[end + 2], conjunctions) &&
      !/^мекте/.test(tokens[end + 2]?.folded ?? '')
    ) {
      const last = isWord(tokens[end], conjunctions);
      if (!last) return end;
    }
    place = end + 1;
  }
}

/** Hardly anything but capitals, and no roman number. */
const isShortened = remember((text): boolean => {
  const capitals = text.replace(/[^\p{Lu}]/gu, '').length;
  if (capitals < 2 || (capitals !== text.length && capitals < text.length - 2)) return false;
  return !/^[IVXLCDM]+$/.test(text);
});

/** An abbreviation in capitals: 'ЖКХ', 'УО', 'ДЧС'; the ending behind a dash belongs to it ('УО-ға'). */
export function abbreviationEnd(tokens: Token[], at: number): number | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length < 2 || token.text.length > 8 || !isCapital(token)) return null;
  if (!isShortened(token.text)) return null;
  const [dash, ending] = [tokens[at + 1], tokens[at + 2]];
  return isSign(dash, '-') &&
    ending?.kind === 'word' &&
    dash?.start === token.end &&
    ending.text.length <= 4 &&
    ending.start === dash.end
    ? at + 3
    : at + 1;
}
