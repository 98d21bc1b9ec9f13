// readDrafts for the time being: numbered lines and sentences, each read as one message is.
import type { Calendar } from '../calendar.ts';
import type { Draft } from '../reading/drafts.ts';
import type { RosterEntry } from '../reading/executors/executors.ts';
import { readTaskText } from '../reading/task-text.ts';
import type { Day } from '../time.ts';

export type ReadContext = { referenceDate: Day; calendar: Calendar; week?: 5 | 6; roster: RosterEntry[] };

const numbered = /^\s*(\d+(?:\.\d+)*)[.)]\s+(.+)$/;

/** The drafts of a text, in its order. */
export function readDrafts(text: string, { referenceDate: today, calendar, week = 5, roster }: ReadContext): Draft[] {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const [, number = null, words = ''] = numbered.exec(line) ?? [];
    const said = number === null ? line : words;
    const read = readTaskText(said, { today, calendar, week, roster });
    const dated = read.due !== null && !read.due.impossible ? read.due : null;
    if (number === null && read.executors.length === 0 && !read.fanOut) return [];
    const draft: Draft = {
      number,
      text: read.text || said,
      kind: 'assignment',
      quoted: false,
      addressees: read.executors.map(({ postId, words: as, span }) => ({ words: as, span, postIds: [postId] })),
      fanOut: read.fanOut ? 'schools' : null,
      deadline: dated ? { kind: 'date', date: dated.day, ...(dated.time && { time: dated.time }) } : { kind: 'none' },
      deadlineText: dated ? said.slice(...dated.span) : '',
      indicators: [],
      completionForm: null,
      programmes: [],
      span: [start, start + line.length],
      doubts: read.doubts.map(({ candidates, ...doubt }) => ({ ...doubt, candidates: [...candidates] })),
    };
    return [draft];
  });
}
