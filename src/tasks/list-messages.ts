// Lists as messages: my open tasks, what is overdue, the state of a subtree; each line can be opened by a button.
import type { App } from '../app.ts';
import { orgName } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDayShort, printWeekday, weekday } from '../time.ts';
import type { Counts, RowPage, ShareRow } from './list-queries.ts';
import { excerpt } from './messages.ts';

/** Lines on a page of a list; the page and its buttons fit on a phone. */
export const pageSize = 8;
const buttonsInRow = 4;

export type ListPage = { text: string; keyboard: Keyboard };

/** What waits for the actor besides own tasks: shown to those who issue or control. */
export type NeedsMe = { review: number; overdue: number };

/** Most of the late in one status. */
export const mostLate = 15;

export type Status = {
  title: string;
  counts: Counts;
  late: RowPage;
  mayName: (row: ShareRow) => boolean;
};

/** `/my`: the actor's open shares, overdue ones first, and what needs their decision. */
export function myMessage(app: App, locale: Locale, rows: ShareRow[], needs: NeedsMe | null, page: number): ListPage {
  const sorted = [...rows.filter((row) => row.overdue), ...rows.filter((row) => !row.overdue)];
  const shown = onPage(sorted, page);
  const head = rows.length > 0 ? app.t(locale, 'tasks-my', { n: rows.length }) : app.t(locale, 'tasks-my-none');
  const waiting = needs && needs.review + needs.overdue > 0 ? [app.t(locale, 'tasks-needs-me', needs)] : [];
  const lines = shown.map((row) => taskLine(app, locale, row));
  const text = [`<b>${head}</b>`, ...lines, ...waiting].join('\n\n');
  const decisions =
    needs === null
      ? []
      : [
          ...(needs.review > 0
            ? [button(app.t(locale, 'tasks-button-review', { n: needs.review }), 'reports.queue')]
            : []),
          ...(needs.overdue > 0
            ? [button(app.t(locale, 'tasks-button-overdue', { n: needs.overdue }), 'tasks.show', 'overdue')]
            : []),
        ];
  const keyboard = [
    ...openButtons(shown),
    ...turnButtons('my', page, rows.length),
    ...(decisions.length > 0 ? [decisions] : []),
  ];
  return { text, keyboard };
}

/** `/overdue`: this page of the shares past their date that the actor may see, the longest first. */
export function overdueMessage(app: App, locale: Locale, { rows, total }: RowPage, page: number): ListPage {
  if (total === 0) return { text: app.t(locale, 'tasks-overdue-none'), keyboard: [] };
  const head = app.t(locale, 'tasks-overdue', { n: total });
  const lines = rows.map((row) => `${taskLine(app, locale, row)}\n${escapeHtml(rowOrg(row, locale))}`);
  return {
    text: [`<b>${head}</b>`, ...lines].join('\n\n'),
    keyboard: [...openButtons(rows), ...turnButtons('overdue', page, total)],
  };
}

/** `/status`: counts of a part of the tree, and the first of the late; `mayName` says whose organisation is named. */
export function statusMessage(app: App, locale: Locale, { title, counts, late, mayName }: Status): string {
  const lines = [
    `📊 <b>${app.t(locale, 'tasks-status', { name: excerpt(title, 200) })}</b>`,
    app.t(locale, 'tasks-status-open', { n: counts.open, tasks: counts.tasks }),
    app.t(locale, 'tasks-status-overdue-count', { n: counts.overdue }),
    app.t(locale, 'tasks-status-submitted', { n: counts.submitted }),
    app.t(locale, 'tasks-status-returned-count', { n: counts.returned }),
    app.t(locale, 'tasks-status-accepted-count', { n: counts.accepted }),
    ...(counts.advisory > 0 ? [app.t(locale, 'tasks-status-advisory', { n: counts.advisory })] : []),
  ];
  const { rows, total } = late;
  if (rows.length > 0) lines.push('', ...rows.map((row) => lateLine(app, locale, row, mayName(row))));
  if (total > rows.length) lines.push(`… ${app.t(locale, 'tasks-more', { n: total - rows.length })}`);
  return lines.join('\n');
}

function lateLine(app: App, locale: Locale, row: ShareRow, named: boolean): string {
  const line = app.t(locale, 'tasks-late-line', { number: row.number, day: row.due ? printDayShort(row.due) : '–' });
  return named && !row.confidential ? `⚠️ ${line} — ${escapeHtml(excerpt(rowOrg(row, locale), 60))}` : `⚠️ ${line}`;
}

function rowOrg(row: ShareRow, locale: Locale): string {
  return orgName({ nameKk: row.orgNameKk, nameRu: row.orgNameRu }, locale);
}

/** '№ Т-148 · 25.12.2026, пт · ⚠️ просрочено' and the headline below. */
function taskLine(app: App, locale: Locale, row: ShareRow): string {
  const day = row.due
    ? `${printDayShort(row.due)}, ${printWeekday(locale, weekday(row.due), true)}${row.dueTime ? `, ${row.dueTime}` : ''}`
    : app.t(locale, 'tasks-no-date');
  const state = row.overdue
    ? `⚠️ ${app.t(locale, 'tasks-state-overdue')}`
    : app.t(locale, 'tasks-state', { state: row.state });
  const number = app.t(locale, 'tasks-number', { number: row.number });
  return `<b>${number}</b> · ${day} · ${state}\n${escapeHtml(excerpt(row.headline, 80))}`;
}

function onPage(rows: ShareRow[], page: number): ShareRow[] {
  return rows.slice(page * pageSize, (page + 1) * pageSize);
}

function openButtons(rows: ShareRow[]): Keyboard {
  const tasks = [...new Map(rows.map((row) => [row.taskId, row])).values()];
  const buttons = tasks.map((row) => button(row.number, 'tasks.open', row.taskId));
  const lines: Keyboard = [];
  for (let at = 0; at < buttons.length; at += buttonsInRow) lines.push(buttons.slice(at, at + buttonsInRow));
  return lines;
}

function turnButtons(list: string, page: number, total: number): Keyboard {
  const back = page > 0 ? [button('‹', 'tasks.list', list, page - 1)] : [];
  const on = (page + 1) * pageSize < total ? [button('›', 'tasks.list', list, page + 1)] : [];
  return back.length + on.length > 0 ? [[...back, ...on]] : [];
}
