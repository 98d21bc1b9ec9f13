// From what was found in the text to a draft: text, addressees, deadline, figures and every doubt.
import { matchAddressee } from '../addressees/match-addressee.ts';
import { findCompletionForm } from '../figures/completion-form.ts';
import { findIndicators } from '../figures/indicators.ts';
import { findProgrammes } from '../figures/programmes.ts';
import type { Term } from '../dates/terms.ts';
import type { Addressee, Deadline, Doubt, Draft, DraftKind, Indicator } from '../drafts.ts';
import { tidy, type Span } from '../words.ts';
import type { Order } from './orders.ts';
import type { ReadContext } from './sentence.ts';
import { oneLine, trimmed } from './source.ts';

export type Found = {
  span: Span;
  keep: Span[];
  people: Order['people'];
  terms: Term[];
  kind: DraftKind;
  quoted: boolean;
  guessedForce: Span | null;
  number: string | null;
  form: Span | null;
  /** The cell of a roadmap that says how much is wanted. */
  figure?: Span | null;
  /** The addressee or the deadline is not said in the item itself. */
  inheritedTerm: boolean;
};

/** Makes the draft of what was found. */
export function assemble(text: string, found: Found, context: ReadContext): Draft {
  const action = textOf(text, found.keep);
  const addressees = addresseesOf(found, context);
  const { deadline, words, doubts } = joinTerms(text, found.terms);
  const source = joinSpans(text, found.keep);
  return {
    number: found.number,
    text: action,
    kind: found.kind,
    quoted: found.quoted,
    addressees: addressees.addressees,
    fanOut: found.people?.fanOut ?? null,
    deadline,
    deadlineText: words,
    indicators: indicatorsOf(text, source, found.figure ?? null),
    completionForm: found.form ? text.slice(...found.form).replace(/\s+/g, ' ') : findCompletionForm(source),
    programmes: findProgrammes(source),
    span: trimmed(text, found.span),
    doubts: [...forceDoubts(text, found), ...addressees.doubts, ...doubts, ...missing(found, action, deadline)],
  };
}

/** Figures of the action, and those of a cell of their own that the action does not name. */
function indicatorsOf(text: string, source: string, figure: Span | null): Indicator[] {
  const said = findIndicators(oneLine(source));
  if (!figure) return said;
  const beside = findIndicators(oneLine(text.slice(...figure)));
  return [
    ...said,
    ...beside.filter(({ value, unit }) => !said.some((each) => each.value === value && each.unit === unit)),
  ];
}

/** The kept stretches on one line, without what hangs at the edges. */
export function textOf(text: string, keep: Span[]): string {
  const words = oneLine(joinSpans(text, keep));
  const plain = withoutJoints(tidy(words));
  if (!hanging.test(plain)) return plain;
  return plain
    .replace(/\(\s*[,;.]?\s*\)/g, '')
    .replace(/[\s.,;:!…–—-]+$/u, '')
    .replace(/^[\s.,;:!…–—)-]+/u, '')
    .replace(/\s{2,}/g, ' ');
}

/** Connectors at the edges go; they begin and end with few letters. */
function withoutJoints(text: string): string {
  const front = 'ианжчт,'.includes(text.charAt(0).toLowerCase())
    ? text.replace(/^(?:и|а|но|ал|және|,|что|чтобы|также)\s+/iu, '')
    : text;
  return 'иаолекімй,'.includes(front.charAt(front.length - 1).toLowerCase())
    ? front.replace(/\s+(?:и|а|но|ал|және|,|в срок|срок|мерзімі|далее|в дальнейшем)$/iu, '')
    : front;
}

/** What may have to go from a text that is tidy otherwise. */
const hanging = /^[\s.,;:!…–—)-]|[\s.,;:!…–—-]$|\(\s*[,;.]?\s*\)|\s{2}/;

function joinSpans(text: string, spans: Span[]): string {
  const [first] = spans;
  if (first && spans.length === 1) return text.slice(first[0], first[1]);
  return spans.map(([start, end]) => text.slice(start, end)).join(' ');
}

/** 'школам, которые не сдали отчёт': a part of the class, and only people know which. */
const relative = /,\s*(?:(?:в|у|на|из|для)\s+)?(?:котор|где|кто|кого|чьи)/iu;

function addresseesOf({ people }: Found, { roster }: ReadContext): { addressees: Addressee[]; doubts: Doubt[] } {
  if (!people) return { addressees: [], doubts: [] };
  const doubts: Doubt[] = [];
  const addressees = people.named.map(({ words, span: place }, index) => {
    const match = roster.length > 0 ? matchAddressee(words, roster) : { postIds: [], doubts: [] };
    // A class is multiplied when it is issued: nobody in particular has to be found for it.
    if (!(index === 0 && people.fanOut)) doubts.push(...match.doubts.map((doubt) => ({ ...doubt, span: place })));
    return { words, span: place, postIds: match.postIds };
  });
  const [first] = addressees;
  const isPart = first !== undefined && people.fanOut !== null && relative.test(first.words);
  if (first && (people.guessed || isPart))
    doubts.push({
      key: isPart && people.fanOut === 'schools' ? 'reading-doubt-part-of-schools' : 'reading-doubt-guessed-executor',
      words: first.words,
      span: first.span,
      candidates: first.postIds,
    });
  return { addressees, doubts };
}

function forceDoubts(text: string, { guessedForce, quoted, span }: Found): Doubt[] {
  const doubts: Doubt[] = [];
  if (guessedForce)
    doubts.push({ key: 'reading-doubt-force', words: text.slice(...guessedForce), span: guessedForce, candidates: [] });
  if (quoted)
    doubts.push({
      key: 'reading-doubt-quote',
      words: text.slice(span[0], Math.min(span[1], span[0] + 60)).replace(/\s+/g, ' '),
      span,
      candidates: [],
    });
  return doubts;
}

function missing({ people, span, terms }: Found, action: string, deadline: Deadline): Doubt[] {
  const doubts: Doubt[] = [];
  const words = action.slice(0, 60);
  if (!people) doubts.push({ key: 'reading-doubt-no-executor', words, span, candidates: [] });
  if (deadline.kind === 'none' && terms.length === 0)
    doubts.push({ key: 'reading-doubt-no-date', words, span, candidates: [] });
  return doubts;
}

/** One deadline of several expressions: a recurrence rules, of dates the last counts and the others are interim. */
export function joinTerms(text: string, terms: Term[]): { deadline: Deadline; words: string; doubts: Doubt[] } {
  if (terms.length === 0) return { deadline: { kind: 'none' }, words: '', doubts: [] };
  const [only] = terms;
  if (only && terms.length === 1)
    return { deadline: only.deadline, words: oneLine(text.slice(...only.span)), doubts: termDoubts(text, terms) };
  const ordered = withoutTakenBack(
    text,
    [...terms].sort((a, b) => a.span[0] - b.span[0]),
  );
  const doubts = termDoubts(text, ordered);
  const words = ordered.map(({ span }) => oneLine(text.slice(...span))).join(', ');
  const chosen = ordered.find(({ deadline }) => deadline.kind === 'recurring') ?? null;
  const dates = ordered.filter(({ deadline }) => deadline.kind === 'date');
  if (chosen) return { deadline: endedBy(chosen.deadline, dates), words, doubts };
  if (dates.length === 0) return { deadline: (ordered[0] as Term).deadline, words, doubts };
  return { deadline: lastOf(dates), words, doubts };
}

/** 'еженедельно представлять сведения до 25 декабря' ends there; of a year or a quarter the date may be its day. */
function endedBy(repeated: Deadline, dates: Term[]): Deadline {
  const limits = dates.filter(({ limit }) => limit);
  if (repeated.kind !== 'recurring' || repeated.until || limits.length === 0) return repeated;
  const last = lastOf(limits);
  const often = /^FREQ=(?:DAILY|WEEKLY|MONTHLY)(?!.*INTERVAL=(?:[3-9]|\d\d))/.test(repeated.rule);
  return often && last.kind === 'date' ? { ...repeated, until: last.date } : repeated;
}

function termDoubts(text: string, terms: Term[]): Doubt[] {
  return terms.flatMap(({ doubt, span }) =>
    doubt ? [{ key: doubt, words: oneLine(text.slice(...span)), span, candidates: [] }] : [],
  );
}

/** 'до десятого декабря нет пиши до пятого': what was taken back is no deadline. */
function withoutTakenBack(text: string, terms: Term[]): Term[] {
  return terms.filter(({ span: [, end] }, index) => {
    const next = terms[index + 1];
    return !next || !/^[\s,.…–—-]*(?:нет|жоқ|вернее|точнее|дұрысы)(?!\p{L})/iu.test(text.slice(end, next.span[0]));
  });
}

function lastOf(terms: Term[]): Deadline {
  const limits = terms.filter(({ limit }) => limit);
  const pool = limits.length > 0 ? limits : terms;
  const deadlines = pool.map(({ deadline }) => deadline).filter((deadline) => deadline.kind === 'date');
  const last = deadlines.reduce((best, each) => (each.date > best.date ? each : best));
  const interim = [...new Set(deadlines.flatMap((each) => [each.date, ...(each.interim ?? [])]))]
    .filter((day) => day !== last.date)
    .sort();
  return interim.length > 0 ? { ...last, interim } : last;
}
