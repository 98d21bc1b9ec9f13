// A sentence cut into conjuncts: stretches of one head each ('провести …' | 'и представить …'), Russian ones begin, Kazakh ones end with it.
import { beginsAddressee } from './addressee-start.ts';
import type { Head } from './heads.ts';
import type { Sentence } from './sentence.ts';
import { isSign, vocabulary, type Token } from '../words.ts';

export type Conjunct = {
  /** Tokens from `from` up to `to`. */
  from: number;
  to: number;
  head: Head;
  /** The infinitive that a governor takes; the head itself where it is one. */
  verb: number;
  /** ';' or 'а', 'ал' stands in front: another order for sure when it has an addressee. */
  hard: boolean;
  /** 'а', 'ал' stands in front. */
  contrast: boolean;
  /** Only a comma in front, and the object before the verb: ', отчёт размещать'. */
  preposed: boolean;
};

/** The conjuncts of the tokens `from`..`to`; heads that begin no clause of their own ('начать готовить') are passed over. */
export function conjunctsOf(sentence: Sentence, heads: Head[], from: number, to: number): Conjunct[] {
  const found: Conjunct[] = [];
  for (const head of heads) {
    if (head.at < from || head.at >= to) continue;
    const last = found.at(-1);
    if (!last) {
      found.push({ from, to, head, verb: head.at, hard: false, contrast: false, preposed: false });
      continue;
    }
    if (takesInfinitive(last, head)) {
      last.verb = head.at;
      continue;
    }
    if (isSecondGovernor(sentence, last, head)) continue;
    const start = startOf(sentence, last, head);
    if (start === null) continue;
    last.to = start.end;
    found.push({ from: start.next, to, head, verb: head.at, ...joinOf(sentence, start, head) });
  }
  return found;
}

/** 'поручил управлению довести': the first infinitive behind a governor belongs to it. */
function takesInfinitive(last: Conjunct, head: Head): boolean {
  return last.head.form === 'governor' && last.verb === last.head.at && head.form === 'infinitive';
}

/** 'необходимо … следует': a governor directly behind another, with no infinitive between, adds nothing. */
function isSecondGovernor(sentence: Sentence, last: Conjunct, head: Head): boolean {
  return (
    head.form === 'governor' &&
    last.head.form === 'governor' &&
    last.verb === last.head.at &&
    !separatorBefore(sentence, last.head.at, head.at)
  );
}

/** How a conjunct is joined to the one before. */
function joinOf(
  { tokens, inTerm }: Sentence,
  { end, next, hard }: { end: number; next: number; hard: boolean },
  head: Head,
): Pick<Conjunct, 'hard' | 'contrast' | 'preposed'> {
  const between = tokens.slice(end, next);
  const contrast = between.some(({ folded }) => hardConnectors.has(folded));
  const comma = between.length > 0 && between.every(({ text }) => text === ',');
  const first = tokens[next];
  const object =
    first !== undefined &&
    next < head.at &&
    (inTerm[next] === 1 || (first.kind === 'word' && next < head.at - 1 && first.folded.length > 3));
  return { hard, contrast, preposed: comma && object };
}

function startOf(sentence: Sentence, last: Conjunct, head: Head): { end: number; next: number; hard: boolean } | null {
  if ('end' in last.head) {
    const end = Math.min(head.at, skipConnectors(sentence.tokens, last.head.end));
    return { end: last.head.end, next: end, hard: hardBetween(sentence.tokens, last.head.end, end) };
  }
  const separator = separatorBefore(sentence, last.verb, head.at);
  if (separator === null) return null;
  const next = Math.min(head.at, skipConnectors(sentence.tokens, separator));
  return { end: separator, next, hard: hardBetween(sentence.tokens, separator, next) };
}

const connectors = vocabulary(
  'и а но да также затем либо или потом далее после ещё еще ал және сондай ақ сонымен қатар бірақ содан кейін тағы да сосын',
);
const hardConnectors = vocabulary('а ал');
const subordinators = vocabulary(
  'что как чтобы для путем возможность право позволяющие позволяющих позволяющий необходимость',
);

function skipConnectors(tokens: Token[], from: number): number {
  let at = from;
  while (at < tokens.length && (isSign(tokens[at], ',;.–—-') || isConnector(tokens[at]))) at += 1;
  return at;
}

function isConnector(token: Token | undefined): boolean {
  return token?.kind === 'word' && connectors.has(token.folded);
}

function hardBetween(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (isSign(tokens[at], ';.') || (tokens[at]?.kind === 'word' && hardConnectors.has((tokens[at] as Token).folded)))
      return true;
  return false;
}

const longestName = 9;

/** ', а отделу культуры и спорта – открыть': this 'и' belongs to the name of who is addressed. */
function isInsideName(tokens: Token[], after: number, at: number, head: number): boolean {
  if (head - at < 2) return false;
  for (let start = at - 1; start > Math.max(after, at - longestName); start -= 1) {
    if (!isSign(tokens[start], ',;')) continue;
    const end = beginsAddressee(tokens, skipConnectors(tokens, start));
    return end !== null && end > at && end <= head;
  }
  return false;
}

/** The nearest ',' ';' or 'и' in front of the head, behind the head before; null when the head is subordinate or none stands there. */
function separatorBefore({ tokens, depth, inTerm }: Sentence, after: number, head: number): number | null {
  for (let at = head - 1; at > after; at -= 1) {
    const token = tokens[at] as Token;
    if (depth[at] || inTerm[at]) continue;
    if (token.kind === 'word' && subordinators.has(token.folded)) return null;
    const separates = isSign(token, ',;.:') || isConnector(token);
    if (!separates || (isConnector(token) && isInsideName(tokens, after, at, head))) continue;
    // ', а также' and ', и' are one separator.
    let first = at;
    while (first - 1 > after && (isSign(tokens[first - 1], ',;.') || isConnector(tokens[first - 1]))) first -= 1;
    return first;
  }
  return null;
}
