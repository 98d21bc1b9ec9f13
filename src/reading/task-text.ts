// readTaskText: one message -> the draft of a task: what is to be done, by whom, until when, and every doubt.
import { readDue, type DateContext, type DueReading } from './dates/dates.ts';
import { readExecutors, type ExecutorDoubt, type FoundExecutor, type RosterEntry } from './executors/executors.ts';
import { cutSpans, dashes, tidy, type Span } from './words.ts';

export type TaskTextDoubt = ExecutorDoubt | { key: string; words: string; span: Span; candidates: [] };

export type TaskReading = {
  /** The action without address and date, where these can be cut out cleanly; empty when the text held nothing else. */
  text: string;
  /** The text as it was written. */
  original: string;
  executors: FoundExecutor[];
  fanOut?: { scope: 'all_schools'; span: Span };
  due: DueReading | null;
  doubts: TaskTextDoubt[];
};

const connectors = /^(?:[\s,;&]|и|және|мен|пен|а также|совместно с|and)*$/iu;
const label =
  /[\s,.;(]*(?:ответственн\p{L}*|отв|исп|исполнител\p{L}*|жауапты\p{L}*|орындаушы\p{L}*|executor|responsible)\.?\s*[:–—-]?\s*$/iu;
const separator = new RegExp(`^\\s*(?:[${dashes}:]\\s*)`, 'u');

/** Reads a task as it is said in one message, of any length, in Kazakh, Russian or English. */
export function readTaskText(original: string, context: DateContext & { roster: RosterEntry[] }): TaskReading {
  const due = readDue(original, context);
  const { found, fanOut, doubts: raised } = readExecutors(original, context.roster);
  const doubts = raised.filter(
    ({ key, span }) => key !== 'reading-doubt-unknown-executor' || !overlaps(span, due?.span),
  );
  const named = [...found, ...(fanOut ? [fanOut] : [])].map(({ span }) => span);
  const doubted = doubts.map(({ span }) => span);
  const cuts = [...addressSpans(original, named, doubted), ...dateSpan(original, due)];
  return {
    text: capitalise(cutSpans(original, cuts)),
    original,
    executors: found,
    fanOut,
    due,
    doubts: [...doubts, ...dateDoubts(original, due)],
  };
}

/** The address at the beginning of the text, up to the dash or to the action, and a labelled one at its end. */
function addressSpans(text: string, named: Span[], doubted: Span[]): Span[] {
  const spans = [...named, ...doubted].sort((a, b) => a[0] - b[0]);
  let end = 0;
  for (const span of spans) {
    if (!connectors.test(text.slice(end, span[0]))) break;
    end = Math.max(end, span[1]);
  }
  const tail = labelledTail(text, named);
  if (end === 0) return tail;
  const sign = separator.exec(text.slice(end));
  // Without a dash the words behind a doubted address may still belong to it.
  if (!sign && doubted.some((span) => span[0] < end)) return tail;
  return [[0, end + (sign?.[0].length ?? 0)], ...tail];
}

/** '. Ответственный: школа № 12' at the very end. */
function labelledTail(text: string, named: Span[]): Span[] {
  const first = named.find((span) => label.test(text.slice(0, span[0])));
  if (!first) return [];
  const rest = named.filter((span) => span[0] >= first[0]).sort((a, b) => a[0] - b[0]);
  const last = rest.at(-1) ?? first;
  const whole = rest.every((span, index) => index === 0 || connectors.test(text.slice(rest[index - 1]?.[1], span[0])));
  if (!whole || !/^[\s.)]*$/.test(text.slice(last[1]))) return [];
  return [[label.exec(text.slice(0, first[0]))?.index ?? first[0], text.length]];
}

function overlaps(span: Span, other: Span | undefined): boolean {
  return other !== undefined && span[0] < other[1] && other[0] < span[1];
}

/** The words of the date, if it is the only one and stands whole: '25 декабря' in the middle of a sentence may be a part of it. */
function dateSpan(text: string, due: DueReading | null): Span[] {
  if (!due || due.impossible || due.several) return [];
  const [start, end] = due.span;
  const isLimit = /^(?:до|к|ко|не позднее|не позже|в срок|срок|by|until|no later|not later)\s/iu.test(
    text.slice(start, end),
  );
  const closesKazakh = /(?:дейін|шейін|кешіктірмей|дейин|кешиктирмей)$/iu.test(text.slice(start, end));
  const atEdge = tidy(text.slice(0, start)) === '' || tidy(text.slice(end)).replace(/[.!]+$/, '') === '';
  const afterSign = /[,;:–—-]\s*$/.test(text.slice(0, start));
  return isLimit || closesKazakh || atEdge || afterSign ? [withBrackets(text, due.span)] : [];
}

function withBrackets(text: string, [start, end]: Span): Span {
  return text[start - 1] === '(' && text[end] === ')' ? [start - 1, end + 1] : [start, end];
}

function dateDoubts(text: string, due: DueReading | null): TaskTextDoubt[] {
  const key = due?.impossible ? 'reading-doubt-impossible-date' : due?.doubt;
  return due && key ? [{ key, words: text.slice(...due.span), span: due.span, candidates: [] }] : [];
}

function capitalise(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
