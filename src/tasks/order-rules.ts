// What one message orders, by both readers: the grammar of documents, and the one that finds executors wherever they are named. Pure.
import type { Calendar } from '../calendar.ts';
import type { Doubt as ReadDoubt, Draft } from '../reading/drafts.ts';
import { readDeadline } from '../reading/dates/terms.ts';
import { type RosterEntry, schoolHeads } from '../reading/executors/roster.ts';
import { readDrafts } from '../reading/items/read-drafts.ts';
import { readTaskText, type TaskReading } from '../reading/task-text.ts';
import type { Day } from '../time.ts';
import { fieldsOfDeadline } from './deadline-rules.ts';
import type { Doubt, DraftFields } from './rules.ts';

type Dated = Pick<DraftFields, 'due' | 'dueTime' | 'term' | 'recurrence' | 'interimDues' | 'dueText'>;
export type Order = {
  /** The action; empty when the words held nothing else. */
  text: string;
  /** The words as they were written. */
  original: string;
  postIds: number[];
  fanOut: boolean;
  /** Null when no date was said. */
  dated: Dated | null;
  doubts: Doubt[];
} & Required<Pick<DraftFields, 'kind' | 'indicators' | 'programmes' | 'completionForm'>>;

export type OrderContext = { today: Day; calendar: Calendar; week: 5 | 6; roster: RosterEntry[] };

/** Said already by what a draft lacks. */
const missing = ['reading-doubt-no-executor', 'reading-doubt-no-date'];

/** Reads one order, of any length. */
export function readOrder(words: string, context: OrderContext): Order {
  const order = readBoth(words, context);
  const rule = ruleAlone(order.text, context);
  return rule ? { ...order, text: '', dated: order.dated?.recurrence ? order.dated : rule } : order;
}

function readBoth(words: string, context: OrderContext): Order {
  const simple = readTaskText(words, context);
  const drafts = readDrafts(words, { ...context, referenceDate: context.today });
  const [draft] = drafts.length === 1 ? drafts : [];
  const plain = orderOf(simple, context.roster);
  if (!draft) return plain;
  const posts = draft.addressees.flatMap(({ postIds }) => postIds);
  // Whoever the message names beside the order ('в школе № 5 ...') was found by the simple reader: tested on how people write.
  const byDraft = plain.postIds.length === 0 && !plain.fanOut && posts.length > 0;
  const deadline = draft.deadline.kind === 'none' ? plain.dated : datedOf(draft, context.today);
  const about = (doubt: { span: ReadDoubt['span'] }): boolean =>
    draft.addressees.some(({ span }) => span[0] < doubt.span[1] && doubt.span[0] < span[1]);
  const raised = draft.doubts.filter(({ key }) => !missing.includes(key));
  const undated = draft.deadline.kind === 'none' ? simple.doubts.filter((doubt) => !isAboutPeople(doubt)) : [];
  const beside = raised.filter((doubt) => !about(doubt));
  const doubts = [...(byDraft ? raised : [...simple.doubts.filter(isAboutPeople), ...beside]), ...undated];
  return {
    ...plain,
    text: textOf(draft, simple),
    ...(byDraft && { postIds: [...new Set(posts)], fanOut: draft.fanOut !== null }),
    dated: deadline,
    doubts: onceEach(doubts).map(({ key, words: said, candidates }) => ({
      key,
      words: said,
      candidates: [...candidates],
    })),
    kind: draft.kind,
    indicators: draft.indicators,
    programmes: draft.programmes,
    completionForm: draft.completionForm,
  };
}

/** The dates of 'каждую пятницу', 'әр жұма сайын', where nothing else is said; null for other words. */
function ruleAlone(words: string, { today, calendar, week }: OrderContext): Dated | null {
  const term = readDeadline(words, { today, calendar, week });
  if (term?.deadline.kind !== 'recurring') return null;
  const [from, to] = term.span;
  if (/[\p{L}\d]/u.test(words.slice(0, from) + words.slice(to))) return null;
  return { ...fieldsOfDeadline(term.deadline, today), dueText: words.slice(from, to) };
}

function onceEach<D extends { key: string; words: string }>(doubts: D[]): D[] {
  return [...new Map(doubts.map((doubt) => [`${doubt.key} ${doubt.words}`, doubt])).values()];
}

function orderOf(simple: TaskReading, roster: RosterEntry[]): Order {
  const all = simple.fanOut ? schoolHeads(roster).map(({ postId }) => postId) : [];
  const { due } = simple;
  const dated = due && !due.impossible ? { due: due.day, dueTime: due.time ?? null } : null;
  return {
    text: simple.text,
    original: simple.original,
    postIds: [...new Set([...simple.executors.map(({ postId }) => postId), ...all])],
    fanOut: simple.fanOut !== undefined,
    dated,
    doubts: simple.doubts.map(({ key, words, candidates }) => ({ key, words, candidates: [...candidates] })),
    kind: 'assignment',
    indicators: [],
    programmes: [],
    completionForm: null,
  };
}

function datedOf(draft: Draft, today: Day): Dated {
  return { ...fieldsOfDeadline(draft.deadline, today), dueText: draft.deadlineText };
}

function isAboutPeople({ key }: { key: string }): boolean {
  return /executor|schools/.test(key);
}

/** The shorter of both cuts: what one of them left in is an address or a date. */
function textOf(draft: Draft, simple: TaskReading): string {
  const text = draft.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return text.length < simple.text.length && text !== '' ? text : simple.text;
}
