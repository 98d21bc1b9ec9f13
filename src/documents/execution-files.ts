// The execution table as a workbook: one row an item, recommendations below, and every executor of a task for many on a second sheet.
import { type Cell, numberCell, textCell, writeWorkbook } from '../files/workbook.ts';
import { orgName, postTitle } from '../org/messages.ts';
import { type CardContext, executorName } from '../tasks/messages.ts';
import { type ParticipationView, textIn } from '../tasks/queries.ts';
import { plain } from '../telegram/buttons.ts';
import type { TextArgs } from '../texts.ts';
import { dayIn, type Day, printDate, printDayShort } from '../time.ts';
import type { Execution, ExecutionRow } from './execution-queries.ts';
import { datesOf, progressOf, standings, totalsOf } from './execution-rules.ts';

const dateColumns = { first: 13, current: 13, extensions: 12, state: 24, done: 16, intime: 12 };
const columns = { number: 8, measure: 60, executors: 45, ...dateColumns, note: 40 };
const shareColumns = { number: 8, executor: 45, organisation: 45, ...dateColumns };

/** The workbook in the reader's language. */
export async function writeExecution(context: CardContext, execution: Execution): Promise<Uint8Array> {
  const many = execution.rows.filter(({ item }) => item.fanOut && !item.discreet);
  const sheet = (name: string, rows: Cell[][], widths: Record<string, number>) => ({
    rows,
    name: text(context, name),
    widths: Object.values(widths),
  });
  const items = sheet('sheet', tableOf(context, execution), columns);
  const shares = sheet('sheet-executors', sharesOf(context, many), shareColumns);
  return writeWorkbook(many.length > 0 ? [items, shares] : [items]);
}

/** A safe name of the file: 'execution-14-2026-11-20.xlsx'. */
export function executionFileName({ view }: Execution): string {
  const number = (view.number ?? '').replace(/[^\p{L}\p{N}-]+/gu, '_').slice(0, 30);
  return `${['execution', number, view.day].filter(Boolean).join('-')}.xlsx`;
}

function text({ app, locale }: CardContext, what: string, args: TextArgs = {}): string {
  return plain(app.t(locale, `documents-execution-${what}`, args));
}

function cell(value: string, bold = false): Cell {
  return textCell(value, { bold, wrap: true, top: true });
}

function count(value: number): Cell {
  return numberCell(value, { top: true });
}

const day = (value: Day | null): Cell => (value === null ? null : cell(printDayShort(value)));

function heading(context: CardContext, of: Record<string, number>): Cell[] {
  return Object.keys(of).map((column) => cell(text(context, 'column', { column }), true));
}

function tableOf(context: CardContext, { view, rows, today }: Execution): Cell[][] {
  const { locale } = context;
  const binding = rows.filter(({ advisory }) => !advisory);
  const advisory = rows.filter((row) => row.advisory);
  return [
    [cell(text(context, 'title'), true)],
    [cell(view.theme, true)],
    [cell(text(context, 'protocol', { number: view.number ?? '—', day: printDate(locale, view.day) }))],
    [cell(text(context, 'body', { name: orgName(view.org, locale) }))],
    [cell(text(context, 'chair', { name: postTitle(view.chair, locale) }))],
    [cell(text(context, 'as-of', { day: printDate(locale, today) }))],
    [],
    heading(context, columns),
    ...blockOf(context, 'binding', binding),
    ...blockOf(context, 'advisory', advisory),
    [],
    ...totalLines(context, 'binding', binding),
    ...(advisory.length > 0 ? totalLines(context, 'advisory', advisory) : []),
  ];
}

function blockOf(context: CardContext, block: string, rows: ExecutionRow[]): Cell[][] {
  if (rows.length === 0) return [];
  return [[cell(text(context, 'block', { block }), true)], ...rows.map((row) => lineOf(context, row))];
}

function totalLines(context: CardContext, block: string, rows: ExecutionRow[]): Cell[][] {
  const totals = totalsOf(rows.map(({ standing }) => standing));
  return [
    [null, cell(text(context, 'total', { block }), true), count(totals.total)],
    ...standings.map((standing) => [null, cell(text(context, 'standing', { standing })), count(totals[standing])]),
  ];
}

function lineOf(context: CardContext, { item, standing, doneOn }: ExecutionRow): Cell[] {
  const { first, current, extensions } = datesOf(item);
  if (item.discreet) return [cell(item.number), cell(text(context, 'private')), null, day(first), day(current)];
  const done = standing === 'inTime' || standing === 'late';
  return [
    cell(item.number),
    cell(textIn(item, context.locale)),
    cell(executorsText(context, item)),
    day(first),
    day(current),
    count(extensions),
    cell(text(context, 'standing', { standing })),
    day(done ? doneOn : null),
    done ? cell(text(context, 'yes-no', { yes: standing === 'inTime' ? 'yes' : 'no' })) : null,
    cell(noteOf(context, item)),
  ];
}

function executorsText(context: CardContext, item: ExecutionRow['item']): string {
  const { locale } = context;
  if (item.fanOut) return text(context, 'progress', { ...progressOf(item) });
  const live = item.participations.filter(({ state }) => state !== 'withdrawn');
  const shares = live.length > 0 ? live : item.participations;
  const names = (role: string): string =>
    shares
      .filter((share) => share.role === role)
      .map(({ post }) => executorName(post, locale))
      .join('; ');
  const others = names('co_executor');
  const helping = others ? text(context, 'co-executors', { names: others }) : '';
  return [names('responsible'), helping].filter(Boolean).join('\n');
}

function noteOf(context: CardContext, item: ExecutionRow['item']): string {
  const notes = [
    item.state === 'draft' ? text(context, 'not-issued') : '',
    item.term === 'standing' ? text(context, 'standing-control') : '',
    item.completionForm ?? '',
    item.closingReason ?? '',
  ];
  return notes.filter(Boolean).join('\n');
}

function sharesOf(context: CardContext, rows: ExecutionRow[]): Cell[][] {
  const lines = rows.flatMap(({ item }) => item.participations.map((share) => shareLine(context, item.number, share)));
  return [heading(context, shareColumns), ...lines];
}

function shareLine(context: CardContext, number: string, share: ParticipationView): Cell[] {
  const { app, locale } = context;
  const accepted = share.state === 'accepted';
  return [
    cell(number),
    cell(executorName(share.post, locale)),
    cell(orgName(share.post.org, locale)),
    day(share.firstDue),
    day(share.due),
    count(share.extensionCount),
    cell(text(context, 'share', { state: share.state })),
    day(accepted && share.submittedAt ? dayIn(app.zone, share.submittedAt) : null),
    accepted ? cell(text(context, 'yes-no', { yes: share.inTime === false ? 'no' : 'yes' })) : null,
  ];
}
