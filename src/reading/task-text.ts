// readTaskText: one message -> the draft of a task: what is to be done, by whom, until when, and every doubt.
import { readDue, type DateContext, type DueReading } from './dates.ts';
import { readExecutors, type ExecutorDoubt, type FoundExecutor, type RosterEntry } from './executors.ts';
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

const connectors = /^(?:[\s,;&]|и|және|мен|пен|а также|and)*$/iu;
const separator = new RegExp(`^\\s*(?:[${dashes}:]\\s*)`, 'u');

/** Reads a task as it is said in one message, of any length, in Kazakh, Russian or English. */
export function readTaskText(original: string, context: DateContext & { roster: RosterEntry[] }): TaskReading {
  const due = readDue(original, context);
  const { found, fanOut, doubts } = readExecutors(original, context.roster);
  const address = addressSpan(
    original,
    [...found, ...doubts, ...(fanOut ? [fanOut] : [])].map(({ span }) => span),
  );
  const cuts = [...(address ? [address] : []), ...dateSpan(original, due)];
  return {
    text: capitalise(cutSpans(original, cuts)),
    original,
    executors: found,
    fanOut,
    due,
    doubts: [...doubts, ...dateDoubts(original, due)],
  };
}

/** The address at the beginning of the text, up to the dash or to the first word of the action. */
function addressSpan(text: string, spans: Span[]): Span | null {
  let end = 0;
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    if (!connectors.test(text.slice(end, span[0]))) break;
    end = Math.max(end, span[1]);
  }
  if (end === 0) return null;
  const sign = separator.exec(text.slice(end));
  return [0, end + (sign?.[0].length ?? 0)];
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
