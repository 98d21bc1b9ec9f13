// Drafts in the words of the corpus: one line of JSON a document, as the scorer of readers expects it.
import type { Deadline, Draft, Indicator } from '../reading/drafts.ts';

export type CorpusDeadline =
  | { kind: 'date'; date: string; interim?: string[] }
  | { kind: 'recurring'; rule: string }
  | { kind: 'ongoing' }
  | { kind: 'none' };

export type CorpusItem = {
  text: string;
  /** The first is responsible, as written. */
  responsible: string[];
  fanOut: boolean;
  deadline: CorpusDeadline;
  indicators: Indicator[];
};

/** The items of a document; what no one has to do (a note) is left out. */
export function corpusItems(drafts: Draft[]): CorpusItem[] {
  return drafts
    .filter(({ kind }) => kind !== 'note')
    .map(({ text, addressees, fanOut, deadline, indicators }) => ({
      text,
      responsible: addressees.map(({ words }) => words),
      fanOut: fanOut !== null,
      deadline: corpusDeadline(deadline),
      indicators,
    }));
}

/** Without the hour and the mark of a day off; the end of a series stands in its rule. */
function corpusDeadline(deadline: Deadline): CorpusDeadline {
  switch (deadline.kind) {
    case 'date':
      return { kind: 'date', date: deadline.date, ...(deadline.interim ? { interim: deadline.interim } : {}) };
    case 'recurring': {
      const until = deadline.until ? `;UNTIL=${deadline.until.replaceAll('-', '')}` : '';
      return { kind: 'recurring', rule: deadline.rule + until };
    }
    case 'ongoing':
    case 'none':
      return { kind: deadline.kind };
    default:
      return deadline satisfies never;
  }
}
