// Control of due dates as a paper: every open share of a unit with its dates.
import type { Calendar } from '../calendar.ts';
import { nameIn } from '../org/messages.ts';
import { textIn } from '../tasks/queries.ts';
import { type Day, dayIn, printDayRange } from '../time.ts';
import {
  columnsOf,
  factsOf,
  type PaperContext,
  paperOf,
  placeOf,
  sayIn,
  type Signer,
  signaturesOf,
  todayIn,
} from './paper-messages.ts';
import type { Block, Paper, Row } from './paper-rules.ts';
import type { Author, Programme, Unit } from './print-queries.ts';
import type { DueCounts, DueRow } from './share-queries.ts';

export type DuesParts = {
  unit: Unit;
  author: Author | null;
  programme: Programme | null;
  /** Bounds of the dates; null: none, and then `late` says whether only what is overdue. */
  span: { from: Day; to: Day } | null;
  late: boolean;
  rows: DueRow[];
  counts: DueCounts;
  calendar: Calendar;
  signer: Signer;
};

const widths = {
  ...{ place: 10, number: 17, text: 76, issuer: 36, executor: 43 },
  ...{ first: 24, due: 24, extensions: 20, state: 28, days: 21 },
};

/** The paper. */
export function duesPaper(context: PaperContext, parts: DuesParts): Paper {
  const { locale } = context;
  const { unit, author, programme, rows, counts } = parts;
  const say = sayIn(context);
  const total = counts.control + counts.advisory;
  const left: Block[] =
    total > rows.length ? [{ is: 'text', text: say('print-left-out', { n: total - rows.length }), look: 'small' }] : [];
  return paperOf(context, {
    title: say('print-paper', { form: 'dues' }),
    under: [
      nameIn(unit, locale),
      ...(programme ? [say('print-line-programme', { name: programme.name })] : []),
      spanWords(context, parts),
      say('print-as-of', { day: todayIn(context) }),
    ],
    landscape: true,
    blocks: [
      factsOf(say, [
        ['author', author ? placeOf(author.org, author, locale) : null],
        ...(['control', 'overdue', 'review', 'returned', 'extended', 'advisory'] as const).map(
          (what): [string, number] => [what, counts[what]],
        ),
      ]),
      {
        is: 'table',
        columns: columnsOf(say, widths, ['extensions', 'days']),
        rows: rows.map((row, at) => rowOf(context, parts.calendar, row, at + 1)),
      },
      ...left,
      signaturesOf(context, [parts.signer]),
    ],
  });
}

function spanWords(context: PaperContext, { span, late }: DuesParts): string {
  const say = sayIn(context);
  if (span) return say('print-due-in', { span: printDayRange(context.locale, span.from, span.to) });
  return say(late ? 'print-only-late' : 'print-all-control');
}

function rowOf(context: PaperContext, calendar: Calendar, row: DueRow, place: number): Row {
  const { app, locale } = context;
  const say = sayIn(context);
  const { number, confidential, issuer, issuerOrg, org, post, first, due, extensions, overdue } = row;
  const today = dayIn(app.zone, app.now());
  const days = overdue && due ? calendar.workingDaysBetween(due, today, row.week) : null;
  const state = overdue ? say('print-overdue') : say('history-state', { state: row.state });
  const notes = [
    ...(row.special ? [say('print-mark', { mark: 'special' })] : []),
    ...(row.binding ? [] : [say('print-advisory')]),
  ];
  return {
    cells: [
      place,
      number,
      confidential ? say('handover-discreet') : textIn(row, locale),
      confidential || !issuer.nameRu ? '—' : placeOf(issuerOrg, issuer, locale),
      placeOf(org, post, locale),
      first && { day: first },
      due && { day: due },
      extensions,
      notes.length > 0 ? `${state} (${notes.join(', ')})` : state,
      days,
    ],
  };
}
