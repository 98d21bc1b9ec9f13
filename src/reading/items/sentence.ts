// One sentence under the reader's eye: its words, the deadlines found in it, and what stands in brackets, quotes and side clauses.
import type { Calendar, Week } from '../../calendar.ts';
import type { Day } from '../../time.ts';
import type { Term } from '../dates/terms.ts';
import { findTerms } from '../dates/terms.ts';
import type { RosterEntry } from '../executors/executors.ts';
import { remember } from '../remember.ts';
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
};

/**
 * Looks at a stretch of the document; places of tokens and terms are counted from the document's beginning. `holes` are
 * labels with their values, which are read elsewhere; `dated` when one of them names the deadline.
 */
export function lookAt(text: string, span: Span, context: ReadContext, holes: Span[] = [], dated = false): Sentence {
  const inside = holes.filter(([start, end]) => start >= span[0] && end <= span[1]);
  const part = blank(
    text.slice(...span),
    inside.map(([start, end]) => [start - span[0], end - span[0]]),
  );
  const tokens = tokenise(part);
  const terms = findTerms(tokens, {
    today: context.referenceDate,
    calendar: context.calendar,
    week: context.week ?? 5,
  }).filter(({ occasion }) => !(dated && occasion));
  for (const token of tokens) {
    token.start += span[0];
    token.end += span[0];
  }
  const placed = terms.map((term) => ({ ...term, span: [term.span[0] + span[0], term.span[1] + span[0]] as Span }));
  return {
    text,
    span,
    tokens,
    terms: placed,
    hidden: [...placed.map((term) => term.span), ...inside].sort((a, b) => a[0] - b[0]),
    holes: inside,
    depth: depthsOf(tokens),
    inTerm: maskOf(tokens, placed),
    kazakh: isKazakh(part, tokens),
  };
}

/** Marks the tokens of the terms; both lists run from left to right. */
function maskOf(tokens: Token[], terms: Term[]): Uint8Array {
  const mask = new Uint8Array(tokens.length);
  let next = 0;
  tokens.forEach((token, at) => {
    while (next < terms.length && (terms[next] as Term).span[1] <= token.start) next += 1;
    if (next < terms.length && (terms[next] as Term).span[0] < token.end) mask[at] = 1;
  });
  return mask;
}

const openers = '(«“„[';
const closers = ')»”]';
const relatives = vocabulary(
  'который которая которое которые которого которой которых которому которым которыми котором которую где поскольку так как если когда хотя ибо чтобы почему зачем куда',
);

/** Tokens in brackets, in quotes, and between 'которые' and the comma that closes its clause. */
function depthsOf(tokens: Token[]): Uint8Array {
  const depth = new Uint8Array(tokens.length);
  let open = 0;
  let relative = false;
  tokens.forEach((token, at) => {
    if (token.kind === 'sign' && closers.includes(token.text)) open = Math.max(0, open - 1);
    if (token.kind === 'sign' && /[,;.–—]/.test(token.text) && open === 0) relative = false;
    const afterComma = tokens[at - 1]?.text === ',' || isPrepositionAfterComma(tokens, at);
    if (afterComma && open === 0 && relatives.has(token.folded) && token.folded !== 'чтобы') relative = true;
    depth[at] = open > 0 || relative ? 1 : 0;
    if (token.kind === 'sign' && openers.includes(token.text)) open += 1;
  });
  // A bracket or quote nobody closes hides nothing.
  if (open > 0) depth.fill(0);
  return depth;
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
  return tokens.some(({ kind, folded }) => kind === 'word' && isKazakhWord(folded));
}

/** Words and verb endings that tell the language where no letter does. */
const isKazakhWord = remember(
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
