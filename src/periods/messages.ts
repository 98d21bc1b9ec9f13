// How periodic tasks look: the list of them, and one with what came in for each period. HTML.
import type { App } from '../app.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDay, printDayShort } from '../time.ts';
import { excerpt, executorName } from '../tasks/messages.ts';
import type { TaskView } from '../tasks/queries.ts';
import { updateRateOf, updateRules } from '../tasks/update-rules.ts';
import { periodMark, periodName, recurrenceLine } from '../tasks/recurrence-messages.ts';
import { namedExecutors, pageSize, type SeriesLine, type SeriesPanel, shownPeriodsMost } from './queries.ts';
import { type Mark, rowOf, shownPeriods } from './rules.ts';

export type Screen = { html: string; keyboard: Keyboard };

const signs: Record<Mark, string> = { done: '✓', late: '✓⏰', returned: '↩', ahead: '…', gap: '—', none: '·' };
const longestName = 60;

/** A page (from 0) of the periodic tasks somebody may see. */
export function listMessage({ t }: App, locale: Locale, rows: SeriesLine[], total: number, page: number): Screen {
  if (total === 0) return { html: t(locale, 'periods-none'), keyboard: [] };
  const lines = rows.map(({ number, headline, confidential, rule, gaps }) => {
    const name = confidential ? '🔒' : escapeHtml(excerpt(headline, 80));
    const late = gaps > 0 ? ` · ⚠️ ${t(locale, 'periods-gaps', { n: gaps })}` : '';
    return `<b>№ ${escapeHtml(number)}</b> · ${name}\n${recurrenceLine(t, locale, rule)}${late}`;
  });
  const buttons = rows.map(({ taskId, number }) => button(`№ ${number}`, 'periods.show', taskId));
  const turn = [
    ...(page > 0 ? [button('‹', 'periods.list', page - 1)] : []),
    ...((page + 1) * pageSize < total ? [button('›', 'periods.list', page + 1)] : []),
  ];
  const keyboard = [buttons.slice(0, 4), buttons.slice(4), turn].filter((row) => row.length > 0);
  return { html: [t(locale, 'periods-title', { n: total }), ...lines].join('\n\n'), keyboard };
}

/** One periodic task; `all` are its periods by the rule. */
export function panelMessage({ t }: App, locale: Locale, panel: SeriesPanel, all: readonly string[]): Screen {
  const { task, size, mayEnd } = panel;
  const lines = [
    `📅 <b>${t(locale, 'periods-panel', { number: task.number ?? '' })}</b>`,
    escapeHtml(excerpt(task.headline, 300)),
    '',
    task.recurrence ? recurrenceLine(t, locale, task.recurrence) : '',
    t(locale, 'tasks-executors', { n: size }),
    t(locale, 'periods-series-state', { state: task.state }),
    ...(task.closingReason ? [t(locale, 'tasks-reason', { reason: task.closingReason })] : []),
    ...runningLines(t, locale, panel),
    '',
    ...(panel.shares.length <= namedExecutors
      ? namedLines(t, locale, panel, all)
      : countedLines(t, locale, panel, all)),
  ];
  const open = panel.periods.findLast(({ state }) => state === 'issued' || state === 'in_progress');
  const live = task.state === 'issued' || task.state === 'in_progress';
  const keyboard: Keyboard = [
    ...(open ? [[button(t(locale, 'periods-button-open', { number: open.number }), 'tasks.open', open.taskId)]] : []),
    ...(mayEnd && live ? [[button(t(locale, 'periods-button-end'), 'periods.end', task.taskId)]] : []),
    [button(t(locale, 'periods-button-list'), 'periods.list', 0)],
  ];
  return { html: lines.filter((line, at) => line !== '' || lines[at - 1] !== '').join('\n'), keyboard };
}

function runningLines(t: App['t'], locale: Locale, { periods }: SeriesPanel): string[] {
  const running = periods.filter(({ state }) => state === 'issued' || state === 'in_progress').slice(-3);
  return running.map(({ number, period, due }) =>
    t(locale, 'periods-running', {
      number,
      period: periodName(t, locale, period),
      day: due ? printDay(locale, due) : '',
    }),
  );
}

/** '• Школа № 2: 2026: 10 ✓ 11 ✓ 12 — · 2027: 01 …' */
function namedLines(t: App['t'], locale: Locale, panel: SeriesPanel, all: readonly string[]): string[] {
  const periods = shownPeriods(
    all,
    panel.periods.map(({ period }) => period),
    shownPeriodsMost,
  );
  if (periods.length === 0) return [t(locale, 'periods-none-yet')];
  const rows = panel.shares.map(({ post }) => {
    const marks = rowOf(post.postId, periods, panel.marks);
    const name = escapeHtml(excerpt(executorName(post, locale), longestName));
    return `• ${name}: ${marksLine(periods, marks)}`;
  });
  return [...rows, `<i>${t(locale, 'periods-legend')}</i>`];
}

function marksLine(periods: { period: string }[], marks: Mark[]): string {
  const years = new Map<string, string[]>();
  for (const [at, { period }] of periods.entries()) {
    const { year, mark } = periodMark(period);
    const label = mark === year ? '' : `${mark} `;
    years.set(year, [...(years.get(year) ?? []), `${label}${signs[marks[at] ?? 'none']}`]);
  }
  return [...years].map(([year, list]) => `${year}: ${list.join(' ')}`).join(' · ');
}

/** One line a period with counts, and who missed the latest one that has gaps. */
function countedLines(t: App['t'], locale: Locale, panel: SeriesPanel, all: readonly string[]): string[] {
  const known = new Map(panel.periods.map((row) => [row.period, row]));
  const periods = shownPeriods(all, [...known.keys()], shownPeriodsMost);
  const lines = periods.map(({ period }) => {
    const row = known.get(period);
    const name = periodName(t, locale, period);
    if (!row) return `• ${name}: — ${t(locale, 'periods-not-opened')}`;
    const due = row.due ? ` (${printDayShort(row.due)})` : '';
    const missed = row.missed > 0 ? ` · ⚠️ ${t(locale, 'periods-missed', { n: row.missed })}` : '';
    return `• ${name}${due}: ${row.reported}/${row.total}${missed}`;
  });
  const { missing } = panel;
  if (!missing || missing.total === 0) return lines;
  const names = missing.posts.map((post) => escapeHtml(excerpt(executorName(post, locale), longestName)));
  const more = missing.total - missing.posts.length;
  return [
    ...lines,
    '',
    `${t(locale, 'periods-missing', { period: periodName(t, locale, missing.period) })} ${names.join('; ')}${more > 0 ? ` … ${t(locale, 'tasks-more', { n: more })}` : ''}`,
  ];
}

/** How often news of an issued task is expected, and the choices. */
export function updatesMessage(
  { t }: App,
  locale: Locale,
  task: Pick<TaskView, 'taskId' | 'number' | 'updateRule'>,
): Screen {
  const chosen = updateRateOf(task.updateRule) ?? 'none';
  const choice = (rate: string) =>
    button(
      `${rate === chosen ? '✓ ' : ''}${t(locale, 'periods-rate', { rate })}`,
      'periods.set-updates',
      task.taskId,
      rate,
    );
  const rates = Object.keys(updateRules);
  return {
    html: t(locale, 'periods-updates-title', { number: task.number ?? '', rate: chosen }),
    keyboard: [rates.slice(0, 2).map(choice), rates.slice(2).map(choice), [choice('none')]],
  };
}
