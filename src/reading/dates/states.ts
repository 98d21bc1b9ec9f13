// The rules of terms without a date: 'на постоянной основе', 'тәулік бойы', 'по мере необходимости', 'без срока'.
import { isInfinitive } from '../items/russian-verbs.ts';
import { remember } from '../remember.ts';
import { fold } from '../words.ts';
import { wordAt, type Core, type Line, type Rule, type Value } from './line.ts';

type Phrase = { stems: string[]; value: Value; strong: boolean };

const ongoing = [
  'на постоянн основ',
  'на постоянном контроле',
  'в постоянн режим',
  'в круглосуточн режим',
  'в непрерывн режим',
  'тұрақты негізде',
  'тұрақты түрде',
  'тұрақты бақылау',
  'тәулік бойы',
  'үздіксіз режим',
];
/** No day is named, and the words are the deadline. */
const none = [
  'по мер необходимост',
  'по мер поступлен',
  'по мер возникновен',
  'по мер готовност',
  'по мер выявлен',
  'по мер обращен',
  'при необходимост',
  'не установлен',
  'не определен',
  'не указан',
  'срок не установлен',
  'срок не указан',
  'срок не определ',
  'срок не назначен',
  'без срок',
  'б с',
  'б / с',
  'в ближайшее врем',
  'в ближайшие дни',
  'в кратчайшие срок',
  'в возможно короткие срок',
  'к следующ заседан',
  'к следующ совещан',
  'к следующ встреч',
  'до следующ заседан',
  'до следующ совещан',
  'қажет болған жағдай',
  'қажеттілі',
  'қажеттіліг',
  'мерзім көрсетілмеген',
  'мерзімі көрсетілмеген',
  'мерзімі белгіленбеген',
  'мерзім белгіленбеген',
  'келесі отырыс',
  'келесі кеңес',
  'келесі мәжіліс',
  'жақын арада',
  'жақын күндер',
  'түсуіне қарай',
  'до каникул',
  'до зимних каникул',
  'до весенних каникул',
  'до осенних каникул',
  'до летних каникул',
  'до начал каникул',
  'к каникул',
  'каникулға дейін',
  'каникул басталғанға дейін',
  'каникулға қарай',
];

/** No day is named, and the words may as well belong to the action. */
const manner = [
  'в установленн срок',
  'в установленн закон срок',
  'на каникул',
  'в каникул',
  'во время каникул',
  'на зимних каникул',
  'на весенних каникул',
  'на осенних каникул',
  'на летних каникул',
  'в дни каникул',
  'в период каникул',
  'каникул кез',
  'каникул күндер',
  'каникулда',
  'белгіленген мерзім',
];
/** These say that there is no term; the others that it hangs on an event. */
const withoutTerm = /^(?:срок|без|б|не|мерзім)/;

const phrases: Phrase[] = [
  ...ongoing.map((text): Phrase => ({ stems: text.split(' ').map(fold), value: { kind: 'ongoing' }, strong: true })),
  ...none.map((text) => phraseOf(text, true)),
  ...manner.map((text) => phraseOf(text, false)),
];
function phraseOf(text: string, strong: boolean): Phrase {
  const value: Value = withoutTerm.test(text) ? { kind: 'none' } : { kind: 'none', doubt: 'reading-doubt-event' };
  return { stems: text.split(' ').map(fold), value, strong };
}

/** Phrases by the first letters of their first word, and of their second: rules are not tried where they cannot fit. */
const byBeginning = new Map<string, Map<string, Phrase[]>>();
for (const phrase of phrases) {
  const [key, next] = [phrase.stems[0]?.slice(0, 3) ?? '', phrase.stems[1]?.slice(0, 2) ?? ''];
  const bySecond = byBeginning.get(key) ?? new Map<string, Phrase[]>();
  byBeginning.set(key, bySecond.set(next, [...(bySecond.get(next) ?? []), phrase]));
}
const noPhrase: Phrase[] = [];

/** True for words with which a phrase of this file may begin. */
export const mayBegin = remember((word): boolean => byBeginning.has(word.slice(0, 3)));

/** Standing terms, and terms that name no day. */
export const state: Rule = (line, at) => {
  const token = line.tokens[at];
  if (token?.kind !== 'word') return null;
  const bySecond = byBeginning.get(token.folded.slice(0, 3));
  if (!bySecond) return single(line, at);
  if (token.folded === 'до' || token.folded === 'к') {
    const bound = eventBound(line, at);
    if (bound) return bound;
  }
  const next = line.tokens[at + 1]?.folded.slice(0, 2) ?? '';
  const long = next === '' ? null : longestOf(line, at, bySecond.get(next) ?? noPhrase);
  return long ?? longestOf(line, at, bySecond.get('') ?? noPhrase) ?? single(line, at);
};

const events = /^(?:начал|наступлени|окончани|завершени|открыти|закрыти|запуск|прибыти|приезд)[ауюя]$/;
const seasons = /^(?:холод|морозов|заморозк|снегопад|дождей|паводк|распутиц|праздник|выборов|экзамен)/;
const genitive = /(?:[аяыи]|ов|ев|ей|ого|его|ых|их|ой)$/;
const longestEvent = 6;

/** 'до начала отопительного сезона', 'к открытию выставки': up to an event that no calendar knows. */
function eventBound(line: Line, at: number): Core | null {
  const season = seasons.test(wordAt(line, at + 1)) ? at + 1 : seasons.test(wordAt(line, at + 2)) ? at + 2 : null;
  if (season !== null && wordAt(line, at) === 'до' && (!line.words[at + 1] || line.words[at + 1]?.number !== undefined))
    return { to: season + 1, value: { kind: 'none', doubt: 'reading-doubt-event' }, strong: true };
  if (!events.test(wordAt(line, at + 1))) return null;
  let to = at + 2;
  while (to < at + longestEvent && isOfEvent(line, to)) to += 1;
  return to === at + 2 || line.words[to]
    ? null
    : { to, value: { kind: 'none', doubt: 'reading-doubt-event' }, strong: true };
}

function isOfEvent(line: Line, at: number): boolean {
  const word = wordAt(line, at);
  if (line.words[at]) return line.words[at]?.number !== undefined;
  return line.words[at] === null && genitive.test(word) && !isInfinitive(word);
}

function longestOf(line: Line, at: number, candidates: Phrase[]): Core | null {
  let best: Core | null = null;
  for (const { stems, value, strong } of candidates) {
    const to = at + stems.length;
    if ((!best || to > best.to) && stems.every((stem, n) => matches(line, at + n, stem))) best = { to, value, strong };
  }
  return best;
}

function matches(line: Line, at: number, stem: string): boolean {
  const token = line.tokens[at];
  if (!token) return false;
  if (stem.length <= 2 || token.kind !== 'word') return token.folded === stem;
  return token.folded.startsWith(stem);
}

function single(line: Line, at: number): Core | null {
  const found = line.words[at]?.state;
  if (!found) return null;
  // 'постоянно действующая комиссия' is a name.
  if (wordAt(line, at + 1).startsWith('действующ')) return null;
  return { to: at + 1, value: { kind: found } };
}
