// What somebody looks for: a number ('2.1', 'т148'), schools ('школа 12'), words in Kazakh or Russian. Pure.
import { numberGroupAt, schoolKindOf } from '../reading/executors/school-numbers.ts';
import { fold, type Token, tokenise, wholeNumber } from '../reading/words.ts';

export type Find = {
  /** Numbers of tasks any of which it may be; null when no number was given. */
  numbers: string[] | null;
  /** Numbers of schools, '12'. */
  schools: string[];
  /** Beginnings of folded words that must all be there. */
  stems: string[];
  /** Beginnings of the words that name special control: the task bears the mark, or its text says them. */
  special?: string[];
};

export const longestFind = 100;

/** What was written behind a command, on one line and without the quotes that mark it in the answer. */
export function wordsIn(match: string | undefined): string | undefined {
  const words = (match ?? '').replace(/[«»]/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words.slice(0, longestFind);
}

const standalone = /^(?:[№#\s]|no?\.?\s)*[тt]\s*[-–—−.]?\s*(\d{1,6}(?:[/.-]\d{1,4})*)\.?$/;
const item = /^(?:[№#\s]|no?\.?\s)*(\d{1,6}(?:[./-]\d{1,4})*)\.?$/;

/** Reads the words of a search; nothing to look for gives null. */
export function readFind(words: string): Find | null {
  const numbers = taskNumbers(words.slice(0, longestFind));
  if (numbers) return { numbers, schools: [], stems: [] };
  const tokens = tokenise(words.slice(0, longestFind));
  const schools: string[] = [];
  const stems: string[] = [];
  const special = specialAt(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (special && at >= special.from && at < special.to) continue;
    const group = numberGroupAt(tokens, at);
    const bare = wholeNumber(token);
    if (bare !== null && schoolKindOf(tokens[at + 1])) {
      schools.push(String(bare));
      at += 1;
    } else if (group) {
      schools.push(...group.numbers.map(({ number }) => String(number)));
      at = group.to - 1;
    } else if (token && token.kind !== 'sign') stems.push(stemOf(token.folded));
  }
  if (special) return { numbers: null, schools, stems, special: special.stems };
  return schools.length + stems.length === 0 ? null : { numbers: null, schools, stems };
}

/** 'особый контроль', 'ерекше бақылау', 'special control' and their cases, folded; what stands before belongs to the phrase. */
const specialNames: { before: RegExp; first: RegExp; second: RegExp; stems: string[] }[] = [
  {
    before: /^на$/,
    first: /^особ(?:ый|ого|ому|ым|ом)$/,
    second: /^контрол(?:ь|я|ю|ем|е)$/,
    stems: ['особ', 'контрол'],
  },
  { before: /^$/, first: /^ерекше$/, second: /^бакылау/, stems: ['ерекше', 'бакылау'] },
  { before: /^(?:under|on)$/, first: /^special$/, second: /^control$/, stems: ['special', 'control'] },
];

/** Where the words name special control, half-open; null when they do not. */
function specialAt(tokens: Token[]): { from: number; to: number; stems: string[] } | null {
  const word = (at: number): string => tokens[at]?.folded ?? '';
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const name = specialNames.find(({ first, second }) => first.test(word(at)) && second.test(word(at + 1)));
    if (!name) continue;
    const from = at > 0 && name.before.test(word(at - 1)) ? at - 1 : at;
    return { from, to: at + 2, stems: name.stems };
  }
  return null;
}

/** The ways a number of a task may be written: 'т148' and 'T-148' are Т-148; '148' is Т-148 or an item 148. Null for anything else. */
export function taskNumbers(words: string): string[] | null {
  const clean = fold(words.trim());
  const alone = standalone.exec(clean)?.[1];
  if (alone) return [`Т-${alone}`];
  const number = item.exec(clean)?.[1];
  return number === undefined ? null : [`Т-${number}`, number];
}

/** Endings change in both languages: a longer word is looked for by its beginning. */
function stemOf(word: string): string {
  if (!/^\p{L}/u.test(word)) return word;
  const ending = word.length >= 9 ? 3 : word.length >= 7 ? 2 : word.length >= 5 ? 1 : 0;
  return word.slice(0, word.length - ending);
}

/** A Kazakh word changes its last letter before an ending: 'есеп', 'есебі'. */
const twins: Record<string, string> = { б: 'п', п: 'б', г: 'к', к: 'г' };

/** The stems as PostgreSQL's text search wants them: "'панду':* & ('есеп':* | 'есеб':*)". */
export function tsQuery(stems: string[]): string {
  const word = (stem: string): string => `'${stem.replace(/['\\]/g, '')}':*`;
  return stems
    .map((stem) => {
      const twin = twins[stem.at(-1) ?? ''];
      return twin ? `(${word(stem)} | ${word(`${stem.slice(0, -1)}${twin}`)})` : word(stem);
    })
    .join(' & ');
}
