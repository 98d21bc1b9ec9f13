// The words of the deadline grammar: one look-up a word says everything the rules may ask about it.
import { rememberOf } from '../remember.ts';
import { fold, type Token } from '../words.ts';
import { endings, longestEnding, type Ending, type KazakhCase } from './kazakh-endings.ts';
import { addCalendarNames } from './calendar-names.ts';
import { addParticles } from './particles.ts';
import { addNumberNames } from './number-names.ts';

export type Unit = 'hour' | 'day' | 'week' | 'decade' | 'month' | 'quarter' | 'half' | 'year' | 'term';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** What is known of a word. A word may be several things: 'тоқсан' is ninety and a quarter. */
export type Lex = {
  /** Language of the stem that was found. */
  language?: 'ru' | 'kk' | 'en';
  month?: number;
  weekday?: number;
  number?: number;
  ordinal?: boolean;
  unit?: Unit;
  /** 'двухнедельный', 'трёхдневный'. */
  length?: { n: number; unit: Unit };
  season?: Season;
  edge?: 'start' | 'middle' | 'end';
  /** Days from today: 'завтра' is 1. */
  relative?: number;
  pointer?: 'this' | 'next' | 'last' | 'new';
  /** 'ежемесячно': frequency and interval. */
  every?: { freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'; interval: number };
  clock?: string;
  state?: 'ongoing' | 'none';
  role?: string;
  /** An abbreviation or a word with other meanings: needs company. */
  short?: boolean;
  /** Several of them: 'по пятницам', 'кварталы'. */
  plural?: boolean;
  /** Case of a Kazakh word, its possessive form. */
  case?: KazakhCase;
  possessive?: boolean;
};

export type Lexicon = {
  /** Whole words. */
  words: (language: Lex['language'], text: string, lex: Lex) => void;
  /** A Russian stem with its endings. */
  forms: (stem: string, forms: string, lex: Lex) => void;
  /** Kazakh stems that take case endings. */
  stems: (text: string, lex: Lex) => void;
};

// All entries in one shape, so that the many questions about them are quick.
const unknown: Record<keyof Lex, undefined> = {
  language: undefined,
  month: undefined,
  weekday: undefined,
  number: undefined,
  ordinal: undefined,
  unit: undefined,
  length: undefined,
  season: undefined,
  edge: undefined,
  relative: undefined,
  pointer: undefined,
  every: undefined,
  clock: undefined,
  state: undefined,
  role: undefined,
  short: undefined,
  plural: undefined,
  case: undefined,
  possessive: undefined,
};

const words = new Map<string, Lex>();
const stems = new Map<string, Lex>();

const lexicon: Lexicon = {
  words: (language, text, lex) => text.split(/\s+/).forEach((word) => add(words, fold(word), { language, ...lex })),
  forms: (stem, forms, lex) =>
    forms.split(/\s+/).forEach((form) => add(words, fold(stem + form.replace('*', '')), { language: 'ru', ...lex })),
  stems: (text, lex) => text.split(/\s+/).forEach((stem) => add(stems, fold(stem), { language: 'kk', ...lex })),
};

addCalendarNames(lexicon);
addNumberNames(lexicon);
addParticles(lexicon);

function add(map: Map<string, Lex>, word: string, lex: Lex): void {
  map.set(word, { ...map.get(word), ...lex });
}

const lookAlikes: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'и',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  u: 'у',
};

/** What the lexicon knows of a token; null for words that mean nothing to it. */
export function lexOf(token: Token): Lex | null {
  return token.kind === 'word' ? lexOfWord(token) : null;
}

const lexOfWord = rememberOf<Token, Lex | null>((word) => {
  const found = find(word) ?? mixed(word);
  return found && { ...unknown, ...found };
});

/** Latin letters among Cyrillic ones: 'дейiн', 'дeкабря'. */
function mixed(word: string): Lex | null {
  if (!/[a-z]/.test(word) || !/[а-я]/.test(word)) return null;
  return find(word.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter));
}

function find(word: string): Lex | null {
  const exact = words.get(word);
  const inflected = inflectedOf(word);
  if (exact && inflected) return { ...inflected, ...exact };
  return exact ?? inflected;
}

/** The longest known Kazakh stem whose rest is an ending. */
function inflectedOf(word: string): Lex | null {
  for (let length = 0; length <= longestEnding && length < word.length; length += 1) {
    const lex = stems.get(word.slice(0, word.length - length));
    if (!lex) continue;
    const ending = endings.get(word.slice(word.length - length));
    if (ending) return withEnding(lex, ending);
  }
  return null;
}

function withEnding(lex: Lex, ending: Ending): Lex {
  return {
    ...lex,
    case: ending.case,
    ...(ending.possessive ? { possessive: true } : {}),
    ...(ending.plural ? { plural: true } : {}),
  };
}
