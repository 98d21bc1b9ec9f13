// Messages of periodic tasks that the sender writes, and the panel of this moment.
import type { App } from '../app.ts';
import { createSchoolYears, loadCalendar, loadSchoolYears } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { may } from '../org/rights.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { taskView } from '../tasks/queries.ts';
import { occurrencesOf } from '../tasks/recurrence-rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { listMessage, panelMessage, type Screen, updatesMessage } from './messages.ts';
import { seriesOf, seriesPanel } from './queries.ts';

export const periodsRenderers: Renderers = { 'periods.ended': renderEnded };

/** Told to an executor: no further period is opened. */
async function renderEnded(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const task = row.subjectId === null ? null : await taskView(app, row.subjectId);
  if (!task || task.state !== 'closed') return null;
  const lines = [
    app.t(locale, 'periods-told-ended', { number: task.number ?? '', headline: task.headline }),
    ...(task.closingReason ? [app.t(locale, 'tasks-reason', { reason: task.closingReason })] : []),
  ];
  return { text: lines.join('\n') };
}

/** A page (from 0) of the periodic tasks that the actor may see. */
export async function presentSeriesList(app: App, actor: Actor, locale: Locale, page: number): Promise<Screen> {
  const { rows, total } = await seriesOf(app, actor, page);
  return listMessage(app, locale, rows, total, page);
}

/** One periodic task. Throws UserError when there is none, or the actor may not see it. */
export async function presentSeries(app: App, actor: Actor, locale: Locale, taskId: number): Promise<Screen> {
  const panel = await seriesPanel(app, actor, taskId);
  if (!panel) throw new UserError('tasks-not-visible');
  const { rule, first, week } = panel.series;
  const school = rule.startsWith('SCHOOL') ? await loadSchoolYears(app) : createSchoolYears();
  const times = { calendar: await loadCalendar(app), week, school };
  const all = occurrencesOf({ rule, first }, dayIn(app.zone, app.now()), times).map(({ period }) => period);
  return panelMessage(app, locale, panel, all);
}

/** How often news of the task is expected, with buttons to change it. Throws UserError for who may not set it. */
export async function presentUpdates(app: App, actor: Actor, locale: Locale, taskId: number): Promise<Screen> {
  const task = await taskView(app, taskId);
  if (!task || task.state === 'draft' || task.recurrence) throw new UserError('telegram-stale-button');
  if (!may(actor, 'tasks.set-update-rule', controlledTask(task))) throw new UserError('periods-may-not-set-updates');
  return updatesMessage(app, locale, task);
}
