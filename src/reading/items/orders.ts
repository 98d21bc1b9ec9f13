// Orders of one sentence: its conjuncts with their addressees and deadlines, those of one addressee and deadline put together.
import type { DraftKind } from '../drafts.ts';
import type { Term } from '../dates/terms.ts';
import type { Span } from '../words.ts';
import { conjunctsOf, type Conjunct } from './conjuncts.ts';
import { headsOf, thirdPersonOf } from './heads.ts';
import type { People } from './people.ts';
import { readConjunct } from './conjunct-reading.ts';
import { without } from './source.ts';
import type { Sentence } from './sentence.ts';

/** How people speak here, and therefore what counts as an order. */
export type Register = {
  /** An infinitive or a verbal noun alone is an order: in the deciding part. */
  bare: boolean;
  /** Talk among people: 'завтра едешь и проверяешь'. */
  plainTalk: boolean;
  /** A report of what others said: only a governing word gives an order. */
  news: boolean;
  quoted: boolean;
  /** The force said above the items: 'рекомендуют:'. */
  kind: DraftKind;
  /** A label names the addressees: none is looked for in the words. */
  ignorePeople?: boolean;
  /** A heading names the responsible: only 'совместно с …' is looked for. */
  joint?: boolean;
};

export type Order = {
  /** Where it stands. */
  span: Span;
  /** The action, in the order of the text. */
  keep: Span[];
  people: People | null;
  terms: Term[];
  kind: DraftKind;
  /** 'необходимо', 'прошу': the force is a guess; these words. */
  guessedForce: Span | null;
  quoted: boolean;
  /** Co-executors beside those of the heading. */
  helpers?: People['named'];
  /** An object without a verb, that takes the action of its heading. */
  headless?: boolean;
};

/** Reads the orders of a sentence; none when it gives no order. */
export function ordersOf(sentence: Sentence, register: Register): Order[] {
  const own = headsOf(sentence, { verbalNouns: register.bare, plainTalk: register.plainTalk });
  const heads = own.length === 0 && register.plainTalk ? thirdPersonOf(sentence) : own;
  if (heads.length === 0) return [];
  const conjuncts = conjunctsOf(sentence, heads, 0, sentence.tokens.length);
  const parts = conjuncts.map((conjunct, index) => readConjunct(sentence, conjunct, register, conjuncts[index - 1]));
  const leading = leadingTerms(sentence, conjuncts[0] as Conjunct, parts[0]?.people ?? null);
  const orders: OpenOrder[] = [];
  parts.forEach((part, index) => {
    const open = orders.at(-1);
    const conjunct = conjuncts[index] as Conjunct;
    if (!part.isOrder && !(open && part.follows)) return;
    if (!open || opensNew(part, open, conjunct)) orders.push(newOrder(part, open ?? null, register));
    else extend(open, part);
  });
  return orders.map((order) => ({
    span: order.span,
    keep: without(order.action, order.cuts),
    people: order.people,
    terms: order.terms.length > 0 ? order.terms : leading,
    kind: order.kind,
    guessedForce: order.guessedForce,
    quoted: order.quoted,
    helpers: order.helpers,
    headless: false,
  }));
}

/** A deadline in front of everybody counts for all: 'До 1 мая: управлению А …, управлению Б …'. */
function leadingTerms({ terms }: Sentence, first: Conjunct, people: People | null): Term[] {
  const start = people?.named[0]?.span[0];
  return start === undefined || first.from !== 0 ? [] : terms.filter(({ span }) => span[1] <= start);
}

export type Part = {
  span: Span;
  /** Where the action begins and ends, and what is cut out of it. */
  action: Span;
  cuts: Span[];
  people: People | null;
  /** Co-executors beside those of the heading. */
  helpers: People['named'];
  terms: Term[];
  kind: DraftKind | null;
  guessedForce: Span | null;
  isOrder: boolean;
  /** Goes on with the order before. */
  follows: boolean;
};

type OpenOrder = Omit<Order, 'keep'> & Pick<Part, 'action' | 'cuts'>;

function opensNew(part: Part, open: OpenOrder, conjunct: Conjunct): boolean {
  if (part.people) return true;
  if (conjunct.contrast || (conjunct.hard && part.terms.length > 0)) return true;
  return part.terms.length > 0 && (open.terms.length > 0 || conjunct.preposed);
}

function newOrder(part: Part, before: OpenOrder | null, register: Register): OpenOrder {
  const people = part.people ?? (before?.people ? { ...before.people, cuts: [], inherited: true } : null);
  const kind = part.kind ?? before?.kind ?? register.kind;
  return {
    span: part.span,
    action: part.action,
    cuts: part.cuts,
    people,
    helpers: part.helpers,
    terms: [...part.terms],
    kind,
    guessedForce: part.guessedForce,
    quoted: register.quoted,
  };
}

function extend(open: OpenOrder, part: Part): void {
  open.span = [open.span[0], part.span[1]];
  open.action = [open.action[0], Math.max(open.action[1], part.action[1])];
  open.cuts.push(...part.cuts);
  open.terms.push(...part.terms);
}
