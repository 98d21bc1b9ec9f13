// The tree of a task: itself, its co-executors, what was handed down, how far each part is and which are late.
import { orgName } from '../org/messages.ts';
import { button, plain } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { printDayShort } from '../time.ts';
import { shareLine } from '../tasks/details-messages.ts';
import { type CardContext, excerpt } from '../tasks/messages.ts';
import type { TaskView } from '../tasks/queries.ts';
import type { Written } from './messages.ts';
import type { TreeRow } from './queries.ts';

/** Most lines of a tree; one more is read to know whether there are others. */
export const treeLines = 30;
const coExecutors = 10;
const buttonsInRow = 4;

/** Telegram's limit is 4096 characters as read. */
const longestTree = 3500;

/** The tree with a button for each part; `awaitedBy`: the reader's share that waits for parts. HTML. */
export function treeMessage(
  context: CardContext,
  task: TaskView,
  rows: TreeRow[],
  awaitedBy: number | null = null,
): Written {
  const { app, locale } = context;
  const shown = rows.slice(0, treeLines);
  const others = task.participations.filter(({ role, state }) => role === 'co_executor' && state !== 'withdrawn');
  const [top, ...parts] = shown;
  const head = [
    `🌳 <b>${app.t(locale, 'shares-tree-head')}</b>`,
    ...(task.parent ? [`⬆️ ${app.t(locale, 'shares-tree-above', { number: task.parent.number })}`] : []),
    ...(top ? [rowLine(context, top)] : []),
  ];
  const lines = [
    ...others.slice(0, coExecutors).map((share) => shareLine(context, task, share)),
    ...parts.map((row) => rowLine(context, row)),
  ];
  const fit = lines.filter((_, at) => plain(lines.slice(0, at + 1).join('\n')).length <= longestTree);
  // One row more is read than fits, to know that there are others.
  const left =
    lines.length - fit.length + Math.max(0, rows.length - treeLines) + Math.max(0, others.length - coExecutors);
  const tail = [
    ...(lines.length === 0 ? [app.t(locale, 'shares-tree-none', { number: task.number ?? '' })] : []),
    ...(left > 0 ? [`… ${app.t(locale, 'tasks-more', { n: left })}`] : []),
  ];
  const wait =
    awaitedBy === null ? [] : [[button(app.t(locale, 'shares-button-awaited'), 'shares.awaited', awaitedBy)]];
  return { text: [...head, ...fit, ...tail].join('\n'), keyboard: [...wait, ...openButtons(task, parts)] };
}

/** '└ № Т-149 · Представить сведения · 12 из 60 · ⚠️ просрочено: 3 · 20.12.2026' HTML. */
function rowLine({ app, locale }: CardContext, row: TreeRow): string {
  const { depth, number, headline, state, due, done, total, overdue, nameKk, nameRu } = row;
  const indent = depth === 0 ? '' : `${'   '.repeat(depth - 1)}└ `;
  const single =
    nameKk !== null && nameRu !== null ? [escapeHtml(excerpt(orgName({ nameKk, nameRu }, locale), 40))] : [];
  const ended = state === 'closed' || state === 'cancelled';
  const facts = ended
    ? [app.t(locale, `shares-tree-${state}`)]
    : [
        app.t(locale, 'shares-tree-count', { done, total }),
        ...(overdue > 0 ? [`⚠️ ${app.t(locale, 'shares-tree-late', { n: overdue })}`] : []),
        ...(due ? [printDayShort(due)] : []),
      ];
  const name = `<b>${app.t(locale, 'tasks-number', { number })}</b> · ${escapeHtml(excerpt(headline, 50))}`;
  return `${indent}${[name, ...single, ...facts].join(' · ')}`;
}

function openButtons(task: TaskView, parts: TreeRow[]): Keyboard {
  const above = task.parent ? [button(`⬆️ ${task.parent.number}`, 'shares.parts', task.parent.taskId)] : [];
  const buttons = [...above, ...parts.slice(0, 12).map((row) => button(row.number, 'tasks.open', row.taskId))];
  const lines: Keyboard = [];
  for (let at = 0; at < buttons.length; at += buttonsInRow) lines.push(buttons.slice(at, at + buttonsInRow));
  return lines;
}
