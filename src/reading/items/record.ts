// A record read from top to bottom: sections, points that inherit from their headings, labels, and the orders in every point.
import type { Span } from '../words.ts';
import type { Term } from '../dates/terms.ts';
import { agreement } from './agreement.ts';
import type { Found } from './assemble.ts';
import type { Block } from './blocks.ts';
import { addressLetter, callAsked, callPeople, carriedOn } from './calls.ts';
import { completes, corrects, isDropped } from './completions.ts';
import { readHeading } from './headings.ts';
import { labelledPeople, labelledTerm } from './label-values.ts';
import { labelsIn, type Label } from './labels.ts';
import { wholeOrder } from './nominal.ts';
import { ordersOf, type Order, type Register } from './orders.ts';
import { inherit, withHelpers } from './people.ts';
import type { Frame, RecordState } from './record-state.ts';
import { lookAt, type ReadContext, type Sentence } from './sentence.ts';
import { blank, trimmed } from './source.ts';
import { splitSentences } from './split-sentences.ts';
import { verblessOrder } from './verbless.ts';

/** Reads the blocks into `state.found`. */
export function readBlocks(text: string, blocks: Block[], context: ReadContext, state: RecordState): void {
  blocks.forEach((block, index) => {
    const body = enterSection(text, block, state);
    if (!body || !isRead(block, state)) return;
    const next = blocks[index + 1];
    const isParent = next !== undefined && next.section === null && next.depth > block.depth;
    readBlock({ text, block: body === block.body ? block : { ...block, body }, isParent, context, state });
  });
}

/** Follows the headings; gives what is left of the block to be read. */
function enterSection(text: string, block: Block, state: RecordState): Span | null {
  const { section } = block;
  if (!section) {
    leaveSection(block, state);
    return block.body;
  }
  if (section.kind === 'signature') return null;
  if (state.talk && section.kind !== 'decided' && section.kind !== 'aside') return block.body;
  state.section = section.kind;
  state.closed =
    section.kind === 'agenda' &&
    !section.whole &&
    !/(?:^|\s)1[.)]/.test(text.slice(...block.body)) &&
    isAttendance(text.slice(...block.body));
  // 'Күн тәртібі: 1. … 2. …' in one line: the next first point is none of the agenda.
  state.numbered = section.kind === 'agenda' && !section.whole && /(?:^|\s)1[.)]/.test(text.slice(...block.body));
  if (section.kind === 'decided') {
    state.frames = [];
    state.kind = section.force ?? 'assignment';
  }
  if (section.whole) return null;
  const rest = trimmed(text, [block.body[0] + section.length, block.body[1]]);
  return rest[0] < rest[1] ? rest : null;
}

/** Who was there, not what was on the agenda. */
function isAttendance(words: string): boolean {
  return /^(?:присутств|участ|приглаш|отсутств|қатыс|шақырыл)/iu.test(words);
}

/** An aside ends with its paragraph, an agenda with its list; what was heard is over when the points begin. */
function leaveSection(block: Block, state: RecordState): void {
  // 'Қатысқандар: тізім бойынша.' closes its line: the points below an empty one are none of it.
  const isClosed = state.closed && block.afterBlank && block.number !== null;
  if (state.section === 'agenda' && isClosed) state.section = 'preamble';
  if (state.section === 'aside' && block.afterBlank) state.section = 'decided';
  const restarts = block.number === '1' && state.numbered;
  if (state.section === 'agenda' && (restarts || (block.depth === 0 && block.afterBlank))) state.section = 'preamble';
  if (state.section === 'heard' && restarts) state.section = 'decided';
  if (block.number) state.numbered = true;
}

function isRead(block: Block, state: RecordState): boolean {
  if (state.section === 'agenda' || state.section === 'heard' || state.section === 'aside') return false;
  return (
    state.section === 'decided' ||
    block.depth > 0 ||
    block.section !== null ||
    state.talk ||
    state.section === 'preamble'
  );
}

type Reading = { text: string; block: Block; isParent: boolean; context: ReadContext; state: RecordState };

function readBlock(reading: Reading): void {
  const { text, block, isParent, context, state } = reading;
  const own = block.depth === 0 ? 0.5 : block.depth;
  state.frames = state.frames.filter(({ depth }) => depth < own);
  const frame = state.frames.at(-1) ?? null;
  const register = registerOf(block, state, frame);
  const colon = text[block.body[1] - 1] === ':';
  if (colon || (isParent && isTitle(reading))) {
    const heading = readHeading(text, block.body, register, context);
    if (colon || heading.only) {
      state.frames = state.frames.filter(({ depth }) => depth < Math.floor(own));
      const above = state.frames.at(-1);
      state.frames.push({
        ...heading,
        people: heading.people ?? inherit(above?.people ?? state.letter),
        terms: heading.terms.length > 0 ? heading.terms : (above?.terms ?? []),
        depth: Math.floor(own),
      });
      return;
    }
  }
  if (addressLetter(text, block.body, state)) return;
  const found = readItem(reading, register, frame);
  state.found.push(...found);
  const [first] = found;
  if (isParent && first)
    state.frames.push({
      people: inherit(first.people),
      terms: [],
      kind: first.kind,
      keep: [],
      span: first.span,
      only: false,
      depth: own,
    });
}

function registerOf(block: Block, state: RecordState, frame: Frame | null): Register {
  const decided = state.section === 'decided' || block.depth > 0;
  return {
    bare: decided || (frame?.people ?? null) !== null,
    plainTalk: state.talk,
    news: false,
    quoted: false,
    kind: frame?.kind ?? (state.section === 'decided' ? state.kind : 'assignment'),
  };
}

/** The register of what stands under labels and headings that name people. */
function insideOf({ bare, plainTalk, news, quoted, kind }: Register, ignorePeople: boolean, joint: boolean): Register {
  return { bare, plainTalk, news, quoted, kind, ignorePeople, joint };
}

/** The items of one block: orders of its sentences, completed by its labels and by what it inherits. */
function readItem({ text, block, context, state }: Reading, register: Register, frame: Frame | null): Found[] {
  state.passing = null;
  const labels = labelsIn(text, block.body);
  const holes = labels.map(({ span }) => span);
  const even = blank(
    text.slice(...block.body),
    holes.map(([start, end]) => [start - block.body[0], end - block.body[0]]),
  );
  const labelled = labels.some(({ role }) => role === 'responsible');
  const dated = labels.some(({ role }) => role === 'deadline');
  const orders: Order[] = [];
  const inner = insideOf(register, labelled, (frame?.people ?? null) !== null);
  for (const piece of splitSentences(even, [0, even.length], true)) {
    if (isDropped(even.slice(...piece), orders)) continue;
    const span: Span = [piece[0] + block.body[0], piece[1] + block.body[0]];
    const sentence = lookAt(text, span, context, holes, dated);
    readSentence({ sentence, register, inner, state, orders, frame });
  }
  if (orders.length === 0 && (isLabelled(block, labels) || isPlainPoint(block, frame, state)))
    orders.push(
      ...wholeOrder(
        text,
        block.body,
        holes,
        insideOf(register, false, (frame?.people ?? null) !== null || (frame?.keep.length ?? 0) > 0),
        context,
      ),
    );
  const form = labels.find(({ role }) => role === 'form')?.value ?? null;
  const people = labelledPeople(text, labels, state);
  const term = labelledTerm(text, labels, context);
  return orders.map((order) => ({
    span: orders.length === 1 ? block.span : order.span,
    keep: frame && frame.keep.length > 0 && order.headless ? [...frame.keep, ...order.keep] : order.keep,
    people:
      people === undefined ? (order.people ?? withHelpers(inherit(frame?.people ?? null), order.helpers)) : people,
    terms: term && !isVaguer(term, order.terms) ? [term] : order.terms.length > 0 ? order.terms : (frame?.terms ?? []),
    kind: order.kind,
    quoted: order.quoted,
    guessedForce: order.guessedForce,
    number: block.number,
    form,
    inheritedTerm: !term && order.terms.length === 0,
  }));
}

/** 'апта сайын орналастыру' under 'Мерзімі: тұрақты': how often says more than that it goes on. */
function isVaguer(term: Term, said: Term[]): boolean {
  return term.deadline.kind === 'ongoing' && said.some(({ deadline }) => deadline.kind === 'recurring');
}

type SentenceReading = {
  sentence: Sentence;
  register: Register;
  /** The same with what labels and headings say about people. */
  inner: Register;
  state: RecordState;
  orders: Order[];
  frame: Frame | null;
};

function readSentence({ sentence, register, inner, state, orders, frame }: SentenceReading): void {
  const { text, span } = sentence;
  if (text[span[1] - 1] === '?') return callAsked(sentence, state);
  const agreed = agreement(sentence);
  const found = agreed ? [agreed] : ordersOf(sentence, inner);
  const last = orders.at(-1);
  if (found.length > 0) {
    if (found.some(({ people }) => people)) state.passing = state.called = null;
    for (const order of found) {
      order.people ??= inherit(last?.people ?? carriedOn(sentence, state));
      orders.push(order);
    }
    return;
  }
  if (corrects(sentence, orders, state.found)) return;
  const verbless = frame && frame.keep.length > 0 ? null : verblessOrder(sentence, register);
  if (!verbless) return completes(sentence, orders) ? undefined : callPeople(sentence, state);
  verbless.people ??= inherit(last?.people ?? carriedOn(sentence, state));
  orders.push(verbless);
}

/** The heading of a part: numbered, or a short line that names somebody. */
function isTitle({ text, block }: Reading): boolean {
  if (block.depth > 0) return true;
  const words = text.slice(...block.body);
  return block.section === null && words.length < 90 && !/[.!?]$/.test(words) && !/\d/.test(words);
}

/** Labels make an item of what has no verb, in a point or when they name the responsible in a line of their own. */
function isLabelled(block: Block, labels: Label[]): boolean {
  return labels.length > 0 && (block.depth > 0 || labels.some(({ role }) => role === 'responsible'));
}

/** A point without a verb is an item when its heading says who or what. */
function isPlainPoint(block: Block, frame: Frame | null, state: RecordState): boolean {
  if (!frame || block.depth === 0) return false;
  return frame.keep.length > 0 || (frame.people !== null && state.section === 'decided' && !state.talk);
}
