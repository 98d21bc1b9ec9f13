// /status as a message: the numbers of a part of the tree and the first of the late, by task or by organisation.
import type { App } from '../app.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { Counts, LateTask } from './count-queries.ts';
import { rowOrg } from './list-messages.ts';
import type { RowPage, ShareRow } from './list-queries.ts';
import { excerpt } from './messages.ts';

/** Most of the late in one status. */
export const mostLate = 15;

export type Status = {
  title: string;
  counts: Counts;
  /** Lines of the late, and how many more there are. */
  late: { lines: string[]; more: number };
};

/** `/status`: counts of a part of the tree, and the first of the late. */
export function statusMessage(app: App, locale: Locale, { title, counts, late }: Status): string {
  const lines = [
    `📊 <b>${app.t(locale, 'tasks-status', { name: excerpt(title, 200) })}</b>`,
    app.t(locale, 'tasks-status-open', { n: counts.open, tasks: counts.tasks }),
    app.t(locale, 'tasks-status-overdue-count', { n: counts.overdue }),
    app.t(locale, 'tasks-status-submitted', { n: counts.submitted }),
    app.t(locale, 'tasks-status-returned-count', { n: counts.returned }),
    app.t(locale, 'tasks-status-accepted-count', { n: counts.accepted }),
    ...(counts.advisory > 0 ? [app.t(locale, 'tasks-status-advisory', { n: counts.advisory })] : []),
  ];
  if (late.lines.length > 0) lines.push('', ...late.lines);
  if (late.more > 0) lines.push(`… ${app.t(locale, 'tasks-more', { n: late.more })}`);
  return lines.join('\n');
}

/** The late of a group, share by share; `mayName` says whose organisation is named. */
export function lateShares(
  app: App,
  locale: Locale,
  { rows, total }: RowPage,
  mayName: (row: ShareRow) => boolean,
): Status['late'] {
  const lines = rows.map((row) => lateLine(app, locale, row, mayName(row) ? rowOrg(row, locale) : null));
  return { lines, more: total - rows.length };
}

/** The late of somebody's part of the tree, task by task: one line says that 324 schools are late. */
export function lateTaskLines(
  app: App,
  locale: Locale,
  { tasks, total }: { tasks: LateTask[]; total: number },
): Status['late'] {
  const lines = tasks.map((task) => {
    const many = app.t(locale, 'tasks-late-many', { n: task.executors });
    return lateLine(app, locale, task, task.executors > 1 ? many : rowOrg(task, locale));
  });
  return { lines, more: total - tasks.length };
}

type Late = Pick<LateTask, 'number' | 'due' | 'confidential'>;

function lateLine(app: App, locale: Locale, row: Late, who: string | null): string {
  const line = app.t(locale, 'tasks-late-line', { number: row.number, day: row.due ? printDayShort(row.due) : '–' });
  return who !== null && !row.confidential ? `⚠️ ${line} — ${escapeHtml(excerpt(who, 60))}` : `⚠️ ${line}`;
}
