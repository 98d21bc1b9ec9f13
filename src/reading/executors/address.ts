// Where in a text an address stands: at its beginning, before a dash or colon, behind a label, or anywhere in the dative.
import { isSilent, isTelling } from './roster.ts';
import { schoolKindOf } from './school-numbers.ts';
import { dashes, isSign, isWord, vocabulary, type Span, type Token } from '../words.ts';

/** The part of the text where everybody named is addressed. It grows with each address read from its edge. */
export type Zone = {
  holds: (at: number) => boolean;
  extend: (to: number) => void;
  /** Stretches of words before the dash that none of these spans covers. */
  unread: (known: Span[]) => [from: number, to: number][];
};

const longestHead = 60;
const infinitive = /(?:ть|ти|чь|ться|тись)$/;
const nounsLikeInfinitives = /(?:ость|асть|есть|ости|асти)$/;
const kazakhRequest = /(?:с[ыи]н|н[ыи]з|н[ыи]здар|сынлар)$/;
const longestNames = 12;
const connectors = vocabulary(
  'и және мен пен бен а также and директору директорам директор руководителю руководителям товарищу уважаемые',
);
const labels = vocabulary(
  'ответственный ответственные ответственная отв исп исполнитель исполнители соисполнители кому жауапты жауаптылар орындаушы орындаушылар executor responsible',
);
const notNames = vocabulary(
  'срочно важно внимание поручение поручаю задача напоминаю шұғыл маңызды тапсырма task urgent совместно всем все коллеги әріптестер',
);
const elsewhere = vocabulary('в во на из с со от около при за о об у для через in at from of');
const together = vocabulary('совместно бірлесіп бірге');
const dativeEnding = /(?:у|ю|е|и|ам|ям|ой)$/;
const kazakhDative = /(?:на|не|га|ге|ка|ке)$/;

/** Finds the address part of a text; a short text without a verb is an address as a whole. */
export function addressZone(tokens: Token[]): Zone {
  const head = headEnd(tokens);
  let edge = isListOfNames(tokens) ? tokens.length : 0;
  return {
    holds: (at) => at < head || at < edge || isJoined(tokens, edge, at) || isLabelled(tokens, at),
    // A name joined by a comma or 'и' to one already read is addressed too.
    extend: (to) => {
      edge = Math.max(edge, to);
    },
    unread: (known) => (head > 0 ? unreadWords(tokens, head, known) : []),
  };
}

/** True when a name in the middle of a sentence stands in the dative, or is an abbreviation, and no 'в', 'от', 'из' precedes it. */
export function isAddressed(tokens: Token[], { from, to, kind }: { from: number; to: number; kind: string }): boolean {
  const before = tokens[from - 1];
  if (isWord(before, elsewhere)) return isWord(tokens[from - 2], together);
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return false;
  if (kind === 'alias' && first.text === first.text.toUpperCase()) return true;
  return (dativeEnding.test(first.folded) && !/[әғқңөұүһі]/i.test(first.text)) || kazakhDative.test(last.folded);
}

/** The place of the dash or colon that ends an address, 0 when there is none: an address holds no verb. */
function headEnd(tokens: Token[]): number {
  const end = tokens.findIndex((token, at) => isSeparator(tokens, token, at));
  if (end < 0 || end > longestHead) return 0;
  return tokens.slice(0, end).some(isVerb) ? 0 : end;
}

function isSeparator(tokens: Token[], token: Token, at: number): boolean {
  if (isSign(token, ':')) return true;
  const spaced = token.start > (tokens[at - 1]?.end ?? 0) && token.end < (tokens[at + 1]?.start ?? 0);
  return isSign(token, dashes) && spaced && at > 0;
}

function isListOfNames(tokens: Token[]): boolean {
  return tokens.length <= longestNames && !tokens.some(isVerb);
}

function isVerb(token: Token): boolean {
  if (token.kind !== 'word' || token.folded.length < 4) return false;
  return (
    (infinitive.test(token.folded) && !nounsLikeInfinitives.test(token.folded)) || kazakhRequest.test(token.folded)
  );
}

function isJoined(tokens: Token[], edge: number, at: number): boolean {
  return at >= edge && tokens.slice(edge, at).every((token) => isSign(token, ',;&') || isWord(token, connectors));
}

function isLabelled(tokens: Token[], at: number): boolean {
  let place = at - 1;
  while (isSign(tokens[place], `${dashes}:.`)) place -= 1;
  return isWord(tokens[place], labels);
}

function unreadWords(tokens: Token[], head: number, known: Span[]): [number, number][] {
  const isUnread = (token: Token | undefined) =>
    isTelling(token) &&
    !isWord(token, connectors) &&
    !isWord(token, labels) &&
    !isWord(token, notNames) &&
    !schoolKindOf(token) &&
    known.every(([start, end]) => !token || token.end <= start || token.start >= end);
  const stretches: [number, number][] = [];
  for (let at = 0; at < head; at += 1) {
    if (!isUnread(tokens[at])) continue;
    let to = at + 1;
    while (to < head && (isUnread(tokens[to]) || (isSilent(tokens[to]) && to + 1 < head && isUnread(tokens[to + 1]))))
      to += 1;
    stretches.push([at, to]);
    at = to;
  }
  const looksAddressed =
    known.length > 0 || dativeEnding.test(tokens[0]?.folded ?? '') || kazakhDative.test(tokens[head - 1]?.folded ?? '');
  return looksAddressed ? stretches : [];
}

/** True for a word that labels the executor: 'Ответственный:', 'Жауапты'. */
export function isLabel(token: Token | undefined): boolean {
  return isWord(token, labels);
}
