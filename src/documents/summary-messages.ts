// The summary of execution by responsible executor as a paper: every share counted once, the whole in the last row.
import { nameIn } from '../org/messages.ts';
import { type Day, printDayRange } from '../time.ts';
import {
  columnsOf,
  type PaperContext,
  paperOf,
  placeOf,
  sayIn,
  type Signer,
  signaturesOf,
  todayIn,
} from './paper-messages.ts';
import type { Paper, Row, Value } from './paper-rules.ts';
import type { Author, Programme, Unit } from './print-queries.ts';
import { type SummaryCounts, summaryParts, type SummaryRow } from './share-queries.ts';

export type SummaryPaperParts = {
  unit: Unit;
  author: Author | null;
  programme: Programme | null;
  span: { from: Day; to: Day };
  rows: SummaryRow[];
  signer: Signer;
};

const counted = { total: 18, inTime: 22, late: 24, review: 24, work: 23, overdue: 22, percent: 22 };
const widths = { place: 10, executor: 66, ...counted, returned: 23, extended: 23 };

/** The paper. */
export function summaryPaper(context: PaperContext, parts: SummaryPaperParts): Paper {
  const { unit, author, programme, span, rows, signer } = parts;
  const { locale } = context;
  const say = sayIn(context);
  const collator = new Intl.Collator(locale, { numeric: true });
  const sorted = rows.toSorted((a, b) =>
    collator.compare(placeOf(a.org, a.post, locale), placeOf(b.org, b.post, locale)),
  );
  const whole = sumOf(rows);
  const by = author ? [say('print-given-by', { name: placeOf(author.org, author, locale) })] : [];
  return paperOf(context, {
    title: say('print-paper', { form: 'summary' }),
    under: [
      nameIn(unit, locale),
      ...(programme ? [say('print-line-programme', { name: programme.name })] : []),
      say('print-due-in', { span: printDayRange(locale, span.from, span.to) }),
      say('print-as-of', { day: todayIn(context) }),
      ...by,
    ],
    landscape: true,
    blocks: [
      {
        is: 'table',
        columns: columnsOf(say, widths, [...Object.keys(counted), 'returned', 'extended']),
        rows: [
          ...sorted.map((row, at): Row => ({ cells: [at + 1, placeOf(row.org, row.post, locale), ...cellsOf(row)] })),
          { cells: [null, say('print-total'), ...cellsOf(whole)], look: 'total' },
        ],
      },
      { is: 'text', text: say('print-summary-note'), look: 'small' },
      signaturesOf(context, [signer]),
    ],
  });
}

function cellsOf(counts: SummaryCounts): Value[] {
  const done = counts.inTime + counts.late;
  const total = summaryParts.reduce((sum, part) => sum + counts[part], 0);
  const percent = done === 0 ? '—' : Math.round((100 * counts.inTime) / done);
  return [total, ...summaryParts.map((part) => counts[part]), percent, counts.returned, counts.extended];
}

function sumOf(rows: SummaryCounts[]): SummaryCounts {
  const sum = (part: keyof SummaryCounts): number => rows.reduce((total, row) => total + row[part], 0);
  const [inTime, late, review] = [sum('inTime'), sum('late'), sum('review')];
  return {
    inTime,
    late,
    review,
    work: sum('work'),
    overdue: sum('overdue'),
    returned: sum('returned'),
    extended: sum('extended'),
  };
}
