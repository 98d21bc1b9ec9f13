// The execution table of a resolution as a paper, of now or of a past day: one row an item, recommendations below, and every executor of a task for many in a table of its own.
import { totalLines } from '../history/as-of-messages.ts';
import { orgName, postTitle } from '../org/messages.ts';
import { executorName } from '../tasks/messages.ts';
import { type ParticipationView, textIn } from '../tasks/queries.ts';
import { plain } from '../telegram/buttons.ts';
import { dayIn, type Day, printDate } from '../time.ts';
import type { Execution, ExecutionRow } from './execution-queries.ts';
import { datesOf, progressOf, standings, totalsOf } from './execution-rules.ts';
import { type PaperContext, paperOf, sayIn, type Signer, signaturesOf } from './paper-messages.ts';
import type { Block, Column, Paper, Row, Value } from './paper-rules.ts';

const dateWidths = { first: 21, current: 21, extensions: 18, state: 26, done: 21, intime: 16 };
const widths = { number: 11, measure: 66, executors: 46, ...dateWidths, note: 26 };
const shareWidths = { number: 12, executor: 64, organisation: 64, ...dateWidths };

/** The paper. Of executors of tasks for many at most `take` rows; it says how many it leaves out. Signed by who prints, if anybody. */
export function executionPaper(
  context: PaperContext,
  execution: Execution,
  { take, signer }: { take: number; signer: Signer | null },
): Paper {
  const { locale } = context;
  const { view, rows, day } = execution;
  const say = sayIn(context);
  const binding = rows.filter(({ advisory }) => !advisory);
  const advisory = rows.filter((row) => row.advisory);
  return paperOf(context, {
    title: say('print-paper', { form: 'execution' }),
    under: [
      say('print-protocol', { number: view.number ?? '—', day: printDate(locale, view.day) }),
      view.theme,
      say('documents-execution-body', { name: orgName(view.org, locale) }),
      say('documents-execution-chair', { name: postTitle(view.chair, locale) }),
      say('print-as-of', { day: printDate(locale, day) }),
    ],
    landscape: true,
    blocks: [
      totals(context, 'binding', binding),
      ...(advisory.length > 0 ? [totals(context, 'advisory', advisory)] : []),
      ...pastLines(context, execution),
      {
        is: 'table',
        columns: columns(context, widths),
        rows: [...section(context, 'binding', binding), ...section(context, 'advisory', advisory)],
      },
      ...(signer ? [signaturesOf(context, [signer])] : []),
      ...executors(context, rows, take),
    ],
  });
}

function totals(context: PaperContext, block: string, rows: ExecutionRow[]): Block {
  const say = sayIn(context);
  const counts = totalsOf(rows.map(({ standing }) => standing));
  return {
    is: 'facts',
    rows: [
      [say('documents-execution-total', { block }), counts.total],
      ...standings.map((standing): [string, number] => [
        say('documents-execution-standing', { standing }),
        counts[standing],
      ]),
    ],
  };
}

/** What the screen of that day says of it. */
function pastLines(context: PaperContext, { past }: Execution): Block[] {
  if (!past) return [];
  const { later } = past;
  const more = later > 0 ? [context.app.t(context.locale, 'history-asof-later', { n: later })] : [];
  return [...totalLines(context, past), ...more].map((line) => ({ is: 'text', text: plain(line), look: 'small' }));
}

function columns(context: PaperContext, of: Record<string, number>): Column[] {
  const say = sayIn(context);
  return Object.entries(of).map(([column, width]) => ({
    title: say('documents-execution-column', { column }),
    width,
    ...(column === 'extensions' && { align: 'right' as const }),
  }));
}

function section(context: PaperContext, block: string, rows: ExecutionRow[]): Row[] {
  if (rows.length === 0) return [];
  const head = sayIn(context)('documents-execution-block', { block });
  return [{ cells: [head], look: 'section' }, ...rows.map((row) => ({ cells: cellsOf(context, row) }))];
}

const dayValue = (day: Day | null): Value => day && { day };

function cellsOf(context: PaperContext, { item, standing, doneOn }: ExecutionRow): Value[] {
  const say = sayIn(context);
  const { first, current, extensions } = datesOf(item);
  if (item.discreet) {
    const secret = [item.number, say('documents-execution-private'), null, dayValue(first), dayValue(current)];
    return [...secret, null, null, null, null, null];
  }
  const done = standing === 'inTime' || standing === 'late';
  return [
    item.number,
    textIn(item, context.locale),
    executorsText(context, item),
    dayValue(first),
    dayValue(current),
    extensions,
    say('documents-execution-standing', { standing }),
    dayValue(done ? doneOn : null),
    done ? say('documents-execution-yes-no', { yes: standing === 'inTime' ? 'yes' : 'no' }) : null,
    noteOf(context, item),
  ];
}

function executorsText(context: PaperContext, item: ExecutionRow['item']): string {
  const { locale } = context;
  const say = sayIn(context);
  if (item.fanOut) return say('documents-execution-progress', { ...progressOf(item) });
  const live = item.participations.filter(({ state }) => state !== 'withdrawn');
  const shares = live.length > 0 ? live : item.participations;
  const names = (role: string): string =>
    shares
      .filter((share) => share.role === role)
      .map(({ post }) => executorName(post, locale))
      .join('; ');
  const others = names('co_executor');
  const helping = others ? say('documents-execution-co-executors', { names: others }) : '';
  return [names('responsible'), helping].filter(Boolean).join('\n');
}

function noteOf(context: PaperContext, item: ExecutionRow['item']): string {
  const say = sayIn(context);
  const notes = [
    item.state === 'draft' ? say('documents-execution-not-issued') : '',
    item.term === 'standing' ? say('documents-execution-standing-control') : '',
    item.completionForm ?? '',
    item.closingReason ?? '',
  ];
  return notes.filter(Boolean).join('\n');
}

function executors(context: PaperContext, rows: ExecutionRow[], take: number): Block[] {
  const say = sayIn(context);
  const all = rows
    .filter(({ item }) => item.fanOut && !item.discreet)
    .flatMap(({ item }) => item.participations.map((share) => ({ number: item.number, share })));
  if (all.length === 0) return [];
  const left = all.length - take;
  return [
    {
      is: 'table',
      title: say('documents-execution-sheet-executors'),
      columns: columns(context, shareWidths),
      rows: all.slice(0, take).map(({ number, share }) => ({ cells: shareCells(context, number, share) })),
    },
    ...(left > 0
      ? [{ is: 'text', text: say('documents-execution-left-out', { n: left }), look: 'small' } as const]
      : []),
  ];
}

function shareCells(context: PaperContext, number: string, share: ParticipationView): Value[] {
  const { app, locale } = context;
  const say = sayIn(context);
  const { post, firstDue, due, extensionCount, state, submittedAt, inTime } = share;
  const accepted = state === 'accepted';
  return [
    number,
    executorName(post, locale),
    orgName(post.org, locale),
    dayValue(firstDue),
    dayValue(due),
    extensionCount,
    say('documents-execution-share', { state }),
    dayValue(accepted && submittedAt ? dayIn(app.zone, submittedAt) : null),
    accepted ? say('documents-execution-yes-no', { yes: inTime === false ? 'no' : 'yes' }) : null,
  ];
}
