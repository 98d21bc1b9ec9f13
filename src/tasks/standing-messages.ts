// /status as a message: the numbers of a part of the tree and the first of the late tasks.
import type { App } from '../app.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { Counts, LateTask, LateTasks } from './count-queries.ts';
import { rowOrg } from './list-messages.ts';
import { signed } from './mark-messages.ts';
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

/** The late of a part of the tree, task by task: one line says that 324 schools are late. `mayName`: whose organisation is named; everybody's unless told. */
export function lateTaskLines(
  app: App,
  locale: Locale,
  { tasks, total }: LateTasks,
  mayName: (task: LateTask) => boolean = () => true,
): Status['late'] {
  const lines = tasks.map((task) => {
    if (task.executors > 1) return lateLine(app, locale, task, app.t(locale, 'tasks-late-many', { n: task.executors }));
    return lateLine(app, locale, task, mayName(task) ? rowOrg(task, locale) : null);
  });
  return { lines, more: total - tasks.length };
}

type Late = Pick<LateTask, 'number' | 'due' | 'from' | 'to' | 'executors' | 'confidential' | 'special'>;

function lateLine(app: App, locale: Locale, row: Late, who: string | null): string {
  // Of one who is late the own date, of several those of the task.
  const { from, to } = row.executors > 1 ? row : { from: row.due, to: row.due };
  const days = [...new Set([from, to].flatMap((day) => (day ? printDayShort(day) : [])))];
  const line = app.t(locale, 'tasks-late-line', { number: row.number, day: days.join(' – ') || '–' });
  if (row.confidential) return `⚠️ ${line}`;
  const words = who === null ? line : `${line} — ${escapeHtml(excerpt(who, 60))}`;
  return `⚠️ ${signed(row.special, words)}`;
}
