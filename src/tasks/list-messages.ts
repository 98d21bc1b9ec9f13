// Lists as messages: my open tasks, what is overdue, the state of a subtree; each line can be opened by a button.
import type { App } from '../app.ts';
import { orgName } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Clock, type Day, printDayShort, printWeekday, weekday } from '../time.ts';
import type { FoundTask } from './find-queries.ts';
import type { Counts, LateTask, LateTasks } from './count-queries.ts';
import type { RowPage, ShareRow } from './list-queries.ts';
import { specialFlag } from './mark-messages.ts';
import { excerpt } from './messages.ts';

/** Lines on a page of a list; the page and its buttons fit on a phone. */
export const pageSize = 8;
const buttonsInRow = 4;
const longestTwin = 40;

export type ListPage = { text: string; keyboard: Keyboard };

/** What waits for the actor besides own tasks: shown to those who issue or control. */
export type NeedsMe = { review: number; overdue: number };

/** What of a list is shown: the page from 0, and the words it was searched by, if any. */
export type Asked = { page: number; words?: string | undefined };

/** `/my`: this page of the actor's open shares, overdue ones first, and what needs their decision. */
export function myMessage(
  app: App,
  locale: Locale,
  { rows, total }: RowPage,
  needs: NeedsMe | null,
  asked: Asked,
): ListPage {
  const head = total > 0 ? app.t(locale, 'tasks-my', { n: total }) : app.t(locale, 'tasks-my-none');
  const waiting = needs && needs.review + needs.overdue > 0 ? [app.t(locale, 'tasks-needs-me', needs)] : [];
  const lines = rows.map((row) => taskLine(app, locale, row));
  const text = [headLine(app, locale, head, asked), ...lines, ...waiting].join('\n\n');
  const keyboard = [
    ...openButtons(rows),
    ...turnButtons('my', asked.page, total),
    ...(total > 0 ? filterButton(app, locale, 'MSe', asked) : []),
    ...decisionButtons(app, locale, needs),
  ];
  return { text, keyboard };
}

function decisionButtons(app: App, locale: Locale, needs: NeedsMe | null): Keyboard {
  if (needs === null) return [];
  const { review, overdue } = needs;
  const row = [
    ...(review > 0 ? [button(app.t(locale, 'tasks-button-review', { n: review }), 'reports.queue')] : []),
    ...(overdue > 0 ? [button(app.t(locale, 'tasks-button-overdue', { n: overdue }), 'lists.open', 'NSo')] : []),
  ];
  return row.length > 0 ? [row] : [];
}

/** A button for each number of a status that opens what it counts, as `lists/filter-rules.ts` writes filters; Q: by the words of the message. */
export function countButtons(app: App, locale: Locale, counts: Counts, searched: boolean): Keyboard {
  const q = searched ? 'Q' : '';
  const numbers: [string, number, string][] = [
    ['tasks-button-control', counts.open, 'Sc'],
    ['tasks-button-tasks', counts.tasks, 'KSc'],
    ['tasks-button-overdue', counts.overdue, 'So'],
    ['tasks-button-review', counts.submitted, 'Sr'],
    ['tasks-button-returned', counts.returned, 'St'],
    ['tasks-button-accepted', counts.accepted, 'Sa'],
    ['tasks-button-advisory', counts.advisory, 'Sv'],
  ];
  const buttons = numbers
    .filter(([, n]) => n > 0)
    .map(([key, n, code]) => button(app.t(locale, key, { n }), 'lists.open', `${code}${q}`));
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}

/** The way from a list to its filter; `code` is the filter it begins with. */
function filterButton(app: App, locale: Locale, code: string, { words }: Asked): Keyboard {
  return [[button(app.t(locale, 'tasks-button-filter'), 'lists.panel', `${code}${words ? 'Q' : ''}`)]];
}

/** Late tasks, and the share of each that is late by itself. */
export type LatePage = LateTasks & { alone: ShareRow[] };

/** `/overdue`: this page of the tasks past their date in what the actor may see, the longest first, each with how many are late. */
export function overdueMessage(app: App, locale: Locale, late: LatePage, asked: Asked): ListPage {
  const { tasks, total, shares, alone } = late;
  if (total === 0 && asked.words) return { text: nothingFound(app, locale, asked.words), keyboard: [] };
  if (total === 0) return { text: app.t(locale, 'tasks-overdue-none'), keyboard: [] };
  const head = app.t(locale, shares > total ? 'tasks-overdue-of' : 'tasks-overdue', { n: shares, tasks: total });
  const lines = tasks.map((task) => {
    const row = alone.find(({ participationId }) => participationId === task.participationId);
    if (row) return `${taskLine(app, locale, row)}\n${escapeHtml(rowOrg(row, locale))}`;
    const day = dayOf(app, locale, { due: task.from, dueTo: task.to, dueTime: null });
    return line(app, locale, task, [
      ...specialFlag(app, locale, task),
      day,
      `⚠️ ${app.t(locale, 'tasks-late-many', { n: task.executors })}`,
    ]);
  });
  return {
    text: [headLine(app, locale, head, asked), ...lines].join('\n\n'),
    keyboard: [
      ...openButtons(tasks),
      ...lateButtons(app, locale, tasks, asked),
      ...turnButtons('overdue', asked.page, total),
      ...filterButton(app, locale, 'So', asked),
    ],
  };
}

/** `/find`: this page of the tasks that were found, each with how far it is. */
export function foundMessage(
  app: App,
  locale: Locale,
  { rows, total }: { rows: FoundTask[]; total: number },
  asked: Asked,
): ListPage {
  if (total === 0) return { text: nothingFound(app, locale, asked.words ?? ''), keyboard: [] };
  const head = app.t(locale, 'tasks-found', { n: total });
  return {
    text: [headLine(app, locale, head, asked), ...rows.map((row) => foundLine(app, locale, row))].join('\n\n'),
    keyboard: [
      ...openButtons(rows),
      ...turnButtons('find', asked.page, total),
      ...filterButton(app, locale, 'K', asked),
    ],
  };
}

/** Who is late with a task of many, as `lists/filter-rules.ts` writes the filter. */
function lateButtons(app: App, locale: Locale, tasks: LateTask[], { words }: Asked): Keyboard {
  return tasks
    .filter(({ executors }) => executors > 1)
    .map(({ taskId, number, executors }) => {
      const label = app.t(locale, 'tasks-button-late', { number, n: executors });
      return [button(label, 'lists.open', `J${taskId.toString(36)}So${words ? 'Q' : ''}`)];
    });
}

function nothingFound(app: App, locale: Locale, words: string): string {
  return app.t(locale, 'tasks-found-none', { words });
}

/** The words stand in the first line: from there the next page knows them. */
export function headLine(app: App, locale: Locale, head: string, { words }: Asked): string {
  return `<b>${words ? app.t(locale, 'tasks-list-searched', { head, words }) : head}</b>`;
}

/** The words that the list in this message was searched by, read from its first line; undefined for a whole list. */
export function wordsOfList(text: string): string | undefined {
  return /«(.*)»$/.exec(text.split('\n')[0] ?? '')?.[1];
}

/** The name of whose organisation a row tells. */
export function rowOrg(row: Pick<ShareRow, 'orgNameKk' | 'orgNameRu'>, locale: Locale): string {
  return orgName({ nameKk: row.orgNameKk, nameRu: row.orgNameRu }, locale);
}

/** '№ Т-148 · 🔺 особый контроль · 25.12.2026, пт · ⚠️ просрочено · 🚧 есть препятствие · готовность 60 %' and the headline below. */
export function taskLine(app: App, locale: Locale, row: ShareRow): string {
  const state = row.overdue
    ? `⚠️ ${app.t(locale, 'tasks-state-overdue')}`
    : app.t(locale, 'tasks-state', { state: row.state });
  return line(app, locale, row, [
    ...specialFlag(app, locale, row),
    dayOf(app, locale, row),
    state,
    ...(row.blocked ? [`🚧 ${app.t(locale, 'tasks-flag-blocked')}`] : []),
    ...(row.atRisk ? [`🟡 ${app.t(locale, 'tasks-flag-risk')}`] : []),
    ...(row.newsMissing ? [`🔇 ${app.t(locale, 'periods-flag-news')}`] : []),
    ...flags(app, locale, row),
  ]);
}

/** The same of a task with how many of its shares are done. HTML. */
export function foundLine(app: App, locale: Locale, row: FoundTask): string {
  const { shares, accepted, overdue, atRisk, blocked, state } = row;
  return line(app, locale, row, [
    ...specialFlag(app, locale, row),
    dayOf(app, locale, row),
    app.t(locale, 'tasks-found-state', { state }),
    ...(shares > 1 ? [app.t(locale, 'tasks-found-shares', { accepted, shares })] : []),
    ...(overdue > 0 ? [`⚠️ ${app.t(locale, 'tasks-found-overdue', { n: overdue })}`] : []),
    ...(atRisk > 0 ? [`🟡 ${app.t(locale, 'tasks-found-risk', { n: atRisk })}`] : []),
    ...(blocked > 0 ? [`🚧 ${app.t(locale, 'tasks-found-blocked', { n: blocked })}`] : []),
    ...flags(app, locale, row),
  ]);
}

function line(
  app: App,
  locale: Locale,
  { number, headline }: { number: string; headline: string },
  parts: string[],
): string {
  const head = `<b>${app.t(locale, 'tasks-number', { number })}</b>`;
  return `${[head, ...parts].join(' · ')}\n${escapeHtml(excerpt(headline, 80))}`;
}

function flags(
  app: App,
  locale: Locale,
  { progress, extensions, held = false }: { progress: number | null; extensions: number; held?: boolean },
): string[] {
  return [
    ...(held ? [app.t(locale, 'tasks-held')] : []),
    ...(progress === null || held ? [] : [app.t(locale, 'tasks-progress', { n: progress })]),
    ...(extensions > 0 ? [app.t(locale, 'tasks-flag-extended', { n: extensions })] : []),
  ];
}

type Dated = { due: Day | null; dueTo?: Day | null; dueTime: Clock | null };

/** '25.12.2026, пт, 18:00'; '25.12.2026, пт – 15.01.2027, пт' where executors have different dates. */
function dayOf(app: App, locale: Locale, { due, dueTo = due, dueTime }: Dated): string {
  if (!due) return app.t(locale, 'tasks-no-date');
  const day = (of: Day): string => `${printDayShort(of)}, ${printWeekday(locale, weekday(of), true)}`;
  if (dueTo && dueTo !== due) return `${day(due)} – ${day(dueTo)}`;
  return `${day(due)}${dueTime ? `, ${dueTime}` : ''}`;
}

/** A button for each task of the page; items of two resolutions may have one number, so their buttons say more. */
export function openButtons(rows: { taskId: number; number: string; headline: string }[]): Keyboard {
  const tasks = [...new Map(rows.map((row) => [row.taskId, row])).values()];
  const isAlone = ({ number }: { number: string }): boolean =>
    tasks.filter((one) => one.number === number).length === 1;
  const buttons = tasks.filter(isAlone).map(({ number, taskId }) => button(number, 'tasks.open', taskId));
  const lines: Keyboard = [];
  for (let at = 0; at < buttons.length; at += buttonsInRow) lines.push(buttons.slice(at, at + buttonsInRow));
  const twins = tasks.filter((task) => !isAlone(task));
  return [
    ...lines,
    ...twins.map(({ number, headline, taskId }) => [
      button(`${number} · ${excerpt(headline, longestTwin)}`, 'tasks.open', taskId),
    ]),
  ];
}

function turnButtons(list: string, page: number, total: number): Keyboard {
  const back = page > 0 ? [button('‹', 'tasks.list', list, page - 1)] : [];
  const on = (page + 1) * pageSize < total ? [button('›', 'tasks.list', list, page + 1)] : [];
  return back.length + on.length > 0 ? [[...back, ...on]] : [];
}
