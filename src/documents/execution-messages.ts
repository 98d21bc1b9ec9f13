// The execution table in a chat: totals, then items one after the other. HTML.
import { headLines } from '../resolutions/messages.ts';
import type { Panel } from '../resolutions/panel-messages.ts';
import type { ResolutionView } from '../resolutions/queries.ts';
import { type CardContext, excerpt, executorName, fitted } from '../tasks/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { Execution, ExecutionRow } from './execution-queries.ts';
import { datesOf, progressOf, totalsOf } from './execution-rules.ts';
import { paperLocale } from './print-messages.ts';
import { choiceArgs } from './print-rules.ts';

const perPage = 10;
const marks = { inTime: '✅', late: '☑️', open: '🔹', overdue: '⚠️', cancelled: '✖️' };

/** Totals of what binds and of what does not, ten items on a page, the button to the file and those to the rest of the resolution. */
export function executionPanel(
  context: CardContext,
  execution: Execution,
  { page = 0, amends = false, prints = false }: { page?: number; amends?: boolean; prints?: boolean } = {},
): Panel {
  const { view, rows } = execution;
  const last = Math.max(0, Math.ceil(rows.length / perPage) - 1);
  const at = Math.min(page, last);
  const shown = rows.slice(at * perPage, (at + 1) * perPage);
  const head = [...headLines(context, view), '', ...totalsLines(context, execution), ''];
  return {
    html: fitted((max) => [...head, ...shown.map((row) => rowLine(context, row, max))].join('\n'), 120, 20),
    keyboard: [
      ...turns('documents.execution', [view.resolutionId], at, last),
      files(context, view, prints),
      ...beside(context, view, amends),
    ],
  };
}

/** The table as a file, and for who prints the protocol on paper. */
function files({ app, locale }: CardContext, { resolutionId }: ResolutionView, prints: boolean): Keyboard[number] {
  const file = button(app.t(locale, 'documents-button-execution-file'), 'documents.execution-file', resolutionId);
  if (!prints) return [file];
  const choice = {
    form: 'protocol',
    subject: resolutionId,
    span: '-',
    author: 0,
    locale: paperLocale(locale),
  } as const;
  return [file, button(app.t(locale, 'print-button-paper'), 'documents.print', ...choiceArgs(choice))];
}

/** What else there is to see of the resolution, and to whoever may change it the way there: the lists lead here only. */
function beside({ app, locale }: CardContext, { resolutionId, version }: ResolutionView, amends: boolean): Keyboard {
  const asOf = button(app.t(locale, 'history-button-asof'), 'history.asof', resolutionId);
  const versions = button(app.t(locale, 'resolutions-button-versions'), 'resolutions.versions', resolutionId, 0);
  const amend = button(app.t(locale, 'resolutions-button-amend'), 'resolutions.amend', resolutionId, 0);
  return [version > 1 ? [versions, asOf] : [asOf], ...(amends ? [[amend]] : [])];
}

/** The totals of the day that the table tells of, recommendations in a line of their own. */
export function totalsLines(context: Pick<CardContext, 'app' | 'locale'>, { rows }: Execution): string[] {
  const advisory = rows.filter((row) => row.advisory);
  const binding = rows.filter((row) => !row.advisory);
  return [
    totalsLine(context, 'binding', binding),
    ...(advisory.length > 0 ? [totalsLine(context, 'advisory', advisory)] : []),
  ];
}

/** The way back to the screen that the files belong to. */
export function backButton({ app, locale }: Pick<CardContext, 'app' | 'locale'>, { view, day, past }: Execution) {
  const label = app.t(locale, 'print-button-back');
  if (!past) return button(label, 'documents.execution', view.resolutionId, 0);
  return button(label, 'history.table', view.resolutionId, day.replaceAll('-', ''), 0);
}

/** 'Пунктов: 9. Исполнено в срок: 4, с нарушением срока: 1, …' */
function totalsLine(
  { app, locale }: Pick<CardContext, 'app' | 'locale'>,
  block: 'binding' | 'advisory',
  rows: ExecutionRow[],
): string {
  return app.t(locale, 'documents-execution-totals', { block, ...totalsOf(rows.map(({ standing }) => standing)) });
}

function rowLine(context: CardContext, { item, standing }: ExecutionRow, max: number): string {
  const { app, locale } = context;
  const head = `<b>${item.number}.</b>`;
  const { first, current } = datesOf(item);
  const days = [first === current ? null : first, current].flatMap((day) => (day ? printDayShort(day) : []));
  const dates = days.join(' → ');
  if (item.discreet)
    return [`${head} 🔒 ${app.t(locale, 'documents-execution-private')}`, dates].filter(Boolean).join(' · ');
  const state = `${marks[standing]} ${app.t(locale, 'documents-execution-standing', { standing })}`;
  const title = `${head} ${escapeHtml(excerpt(item.headline, max))}`;
  return [title, escapeHtml(excerpt(who(context, item), max)), dates, state].filter(Boolean).join(' · ');
}

function who({ app, locale }: CardContext, item: ExecutionRow['item']): string {
  if (item.fanOut) return app.t(locale, 'documents-execution-progress', { ...progressOf(item) });
  const live = item.participations.filter(({ state }) => state !== 'withdrawn');
  return live.map(({ post }) => executorName(post, locale)).join('; ');
}
