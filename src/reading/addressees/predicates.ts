// The words by which a clause tells that somebody is to act: commands, 'должен', 'қажет', 'с вас'.
import { rememberOf } from '../remember.ts';
import { isWord, vocabulary, type Token } from '../words.ts';
import { isInfinitive } from './russian-forms.ts';

const modals = /^(?:долж|обязан|обязал|обязуетс|обязуютс|обяжут|взял|взяла|взяли|приня|гарантир|пообещ|готов)/;
const imperative = /(?:йте|ите|ьте|йтесь|итесь)$/;
const kazakhPredicate =
  /(?:с[ыи]н|[ыи]?н[ыи]з(?:д[ае]р)?|[ыи]нд[ае]р|[аеи]д[ыи]|керек|кажет|тиис|миндетте\p{L}*|алды)$/u;
const bid = /(?:[ауеяыюи]й|[бвгдзклмнпрстхшщжч]и|[бвгдзклмнпрст]ь)(?:те|ся|сь)?$/;
const present = /(?:[иеая]т|[ую]т)(?:ся)?$/;
const withYou = vocabulary('тебя вас тобой вами');
const you = vocabulary('вы ты сіз сіздер сен');
const told = /(?:л|ла|ли|лся|лась|лись|ды|ди|ты|ти)$/;
const nearby = 8;
const presentReach = 8;
const farthest = 60;

const kinds: ((folded: string) => boolean)[] = [];
/** Of which of these kinds a word is, a bit each. */
const kindsOf = rememberOf<Token, number>((word) =>
  kinds.reduce((bits, test, kind) => (test(word) ? bits | (1 << kind) : bits), 0),
);
let asked: Token[] = [];
let last: number[] = [];

/** The place of the last word of a kind, -1 when there is none: asked for again and again while a clause is read. */
export function lastOf(test: (folded: string) => boolean): (tokens: Token[]) => number {
  const kind = kinds.push(test) - 1;
  return (tokens) => {
    if (tokens !== asked) last = lastPlaces(tokens);
    asked = tokens;
    return last[kind] ?? -1;
  };
}

/** For each kind the place of its last word. */
function lastPlaces(tokens: Token[]): number[] {
  const places = kinds.map(() => -1);
  let open = (1 << kinds.length) - 1;
  for (let at = tokens.length - 1; at >= 0 && open !== 0; at -= 1) {
    const token = tokens[at] as Token;
    const found = token.kind === 'word' ? kindsOf(token) & open : 0;
    if (found === 0) continue;
    for (let kind = 0; kind < places.length; kind += 1) if (found & (1 << kind)) places[kind] = at;
    open &= ~found;
  }
  return places;
}

const lastInfinitive = lastOf(isInfinitive);
const lastKazakhPredicate = lastOf((folded) => folded.length > 3 && kazakhPredicate.test(folded));
const lastCommand = lastOf((folded) => imperative.test(folded));

/** True when an infinitive stands from this token on. */
export function hasInfinitive(tokens: Token[], from: number): boolean {
  return lastInfinitive(tokens) >= from;
}

/** True when a Kazakh verb of command or need stands from this token on. */
export function hasKazakhPredicate(tokens: Token[], from: number): boolean {
  return lastKazakhPredicate(tokens) >= from;
}

/** 'должен', 'обязался', 'взяли обязательство' close behind a subject. */
export function hasModal(tokens: Token[], from: number): boolean {
  return tokens.slice(from, from + nearby).some(({ folded }) => modals.test(folded));
}

/** 'оператор восстановит', 'завучи сдают' */
export function hasPresent(tokens: Token[], from: number): boolean {
  return tokens.slice(from, from + presentReach).some(({ folded }) => folded.length > 4 && present.test(folded));
}

/** A verb of the past right behind a subject tells a story: 'аким отметил'. */
export function isTold(tokens: Token[], at: number): boolean {
  return told.test(tokens[at]?.folded ?? '');
}

/** True when verbs of the past follow closely: a story, nobody is called. */
export function isStory(tokens: Token[], from: number): boolean {
  return tokens
    .slice(from, from + nearby)
    .some(({ folded }) => /[аеияуо](?:л|ла|ли|лся|лась|лись)$/.test(folded) && folded.length > 4);
}

/** 'с вас', 'вы': whoever was called before is meant. */
export function meansYou(tokens: Token[], at: number): boolean {
  return isWord(tokens[at], you) || (tokens[at]?.folded === 'с' && isWord(tokens[at + 1], withYou));
}

/** True when somebody is told to do something from this token on. */
export function isTelling(tokens: Token[], from: number): boolean {
  return (
    lastCommand(tokens) >= from ||
    hasInfinitive(tokens, from) ||
    hasKazakhPredicate(tokens, from) ||
    hasPresent(tokens, from) ||
    tokens.slice(from, from + farthest).some((_, step) => meansYou(tokens, from + step))
  );
}

/** 'проверь', 'узнай', 'проведи' right behind the comma. */
export function isBid(tokens: Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && bid.test(tokens[at].folded);
}

/** The same within a few words: 'срочно проверь', 'там же проверь'. */
export function isBidSoon(tokens: Token[], from: number): boolean {
  return [0, 1, 2].some((step) => isBid(tokens, from + step));
}

/** True when a command stands within a few words. */
export function isCommanded(tokens: Token[], from: number): boolean {
  return (
    tokens.slice(from, from + nearby).some(({ folded }) => imperative.test(folded)) ||
    meansYou(tokens, from) ||
    isBid(tokens, from)
  );
}
