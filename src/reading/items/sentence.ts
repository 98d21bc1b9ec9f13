// One sentence under the reader's eye: its words, the deadlines found in it, and what stands in brackets, quotes and side clauses.
import type { Calendar, Week } from '../../calendar.ts';
import type { Day } from '../../time.ts';
import type { Term } from '../dates/terms.ts';
import { findTerms } from '../dates/terms.ts';
import type { RosterEntry } from '../executors/executors.ts';
import { rememberOf } from '../remember.ts';
import { blank } from './source.ts';
import { tokenise, vocabulary, type Span, type Token } from '../words.ts';

export type ReadContext = { referenceDate: Day; calendar: Calendar; week?: Week; roster: RosterEntry[] };

export type Sentence = {
  /** The whole document, evened out; every place is a place in it. */
  text: string;
  span: Span;
  tokens: Token[];
  terms: Term[];
  /** Deadlines and labels: no words of the action, and no addressees. */
  hidden: Span[];
  holes: Span[];
  /** For each token: 0 in the open, 1 in brackets or quotes or a relative clause. */
  depth: Uint8Array;
  /** For each token: 1 when it is a part of a deadline. */
  inTerm: Uint8Array;
  kazakh: boolean;
  /** See `hints`. */
  hints: number;
};

/**
 * Looks at a stretch of the document; places of tokens and terms are counted from the document's beginning. `holes` are
 * labels with their values, which are read elsewhere; `dated` when one of them names the deadline.
 */
export function lookAt(text: string, span: Span, context: ReadContext, holes: Span[] = [], dated = false): Sentence {
  const inside = holes.length === 0 ? holes : holes.filter(([start, end]) => start >= span[0] && end <= span[1]);
  const part = blank(
    text.slice(span[0], span[1]),
    inside.map(([start, end]) => [start - span[0], end - span[0]]),
  );
  const tokens = tokenise(part);
  const found = findTerms(tokens, {
    today: context.referenceDate,
    calendar: context.calendar,
    week: context.week ?? 5,
  });
  const terms = dated ? found.filter(({ occasion }) => !occasion) : found;
  for (const token of tokens) {
    token.start += span[0];
    token.end += span[0];
  }
  for (const term of terms) term.span = [term.span[0] + span[0], term.span[1] + span[0]];
  return {
    text,
    span,
    tokens,
    terms,
    hidden: hiddenOf(terms, inside),
    holes: inside,
    depth: depthsOf(tokens),
    inTerm: maskOf(tokens, terms),
    kazakh: isKazakh(part, tokens),
    hints: inside.length > 0 ? everyHint : hintsOf(tokens),
  };
}

function hiddenOf(terms: Term[], holes: Span[]): Span[] {
  const spans = terms.map(({ span }) => span);
  return holes.length === 0 ? spans : [...spans, ...holes].sort((a, b) => a[0] - b[0]);
}

/** What the words of a sentence may be about, a bit each: what has no bit is not looked for. */
export const hints = { agreed: 1, said: 2, together: 4 };
const everyHint = 7;

const hintOfWord = rememberOf<Token, number>(
  (word) =>
    (/договорил|условил|пообещал|заверил|обязал|гарантировал/.test(word) ? hints.agreed : 0) |
    (/сказал|сообщил|рассказал|пояснил|подчеркнул|отметил|заявил|добавил|указал|заключил|напомнил|потребовал|распорядил|резюмировал|обратил|деди|деп|дейди/.test(
      word,
    )
      ? hints.said
      : 0) |
    (/совместно|вместе/.test(word) ? hints.together : 0),
);

function hintsOf(tokens: Token[]): number {
  let bits = 0;
  for (const token of tokens) if (token.kind === 'word') bits |= hintOfWord(token);
  return bits;
}

/** Marks the tokens of the terms; both lists run from left to right. */
function maskOf(tokens: Token[], terms: Term[]): Uint8Array {
  const mask = new Uint8Array(tokens.length);
  if (terms.length === 0) return mask;
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    while (next < terms.length && (terms[next] as Term).span[1] <= token.start) next += 1;
    if (next >= terms.length) break;
    if ((terms[next] as Term).span[0] < token.end) mask[at] = 1;
  }
  return mask;
}

const openers = '(«“„[';
const closers = ')»”]';
const relatives = vocabulary(
  'который которая которое которые которого которой которых которому которым которыми котором которую где поскольку так как если когда хотя ибо чтобы почему зачем куда',
);

const isRelative = rememberOf<Token, boolean>((word) => word !== 'чтобы' && relatives.has(word));

/** Tokens in brackets, in quotes, and between 'которые' and the comma that closes its clause. */
function depthsOf(tokens: Token[]): Uint8Array {
  const depth = new Uint8Array(tokens.length);
  let open = 0;
  let relative = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const isSign = token.kind === 'sign';
    if (isSign && closers.includes(token.text)) open = Math.max(0, open - 1);
    if (isSign && open === 0 && ',;.–—'.includes(token.text)) relative = false;
    if (!isSign && open === 0 && !relative && beginsSideClause(tokens, at)) relative = true;
    depth[at] = open > 0 || relative ? 1 : 0;
    if (isSign && openers.includes(token.text)) open += 1;
  }
  // A bracket or quote nobody closes hides nothing.
  if (open > 0) depth.fill(0);
  return depth;
}

/** ', которые', ', в которых'; 'чтобы' says what for. */
function beginsSideClause(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || !isRelative(token)) return false;
  return tokens[at - 1]?.text === ',' || isPrepositionAfterComma(tokens, at);
}

/** ', в которых', ', на базе которых'. */
function isPrepositionAfterComma(tokens: Token[], at: number): boolean {
  return (
    (tokens[at - 2]?.text === ',' && (tokens[at - 1]?.folded.length ?? 9) < 4) ||
    (tokens[at - 3]?.text === ',' && (tokens[at - 2]?.folded.length ?? 9) < 4)
  );
}

const kazakhLetters = /[әғқңөұүһі]/i;
const kazakhWords = vocabulary(
  'және мен бойынша туралы үшін дейін тапсырылсын керек қажет бір сайын ішінде болсын барлық мектеп басқармасы бөлімі',
);

function isKazakh(part: string, tokens: Token[]): boolean {
  if (kazakhLetters.test(part)) return true;
  return tokens.some((token) => token.kind === 'word' && isKazakhWord(token));
}

/** Words and verb endings that tell the language where no letter does. */
const isKazakhWord = rememberOf<Token, boolean>(
  (word) =>
    (kazakhWords.has(word) && word !== 'мен') || /(?:[бвгджзйклмнпрстчш]с[ыи]н|[ыи]н[ыи]з(?:дар|дер)?)$/.test(word),
);

/** The terms that lie in these tokens. */
export function termsIn({ tokens, terms }: Sentence, from: number, to: number): Term[] {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const found: Term[] = [];
  for (let at = firstFrom(terms, start); at < terms.length; at += 1) {
    const term = terms[at] as Term;
    if (term.span[1] > end) break;
    found.push(term);
  }
  return found;
}

/** The first term that begins at this place or behind it. */
function firstFrom(terms: Term[], start: number): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as Term).span[0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
