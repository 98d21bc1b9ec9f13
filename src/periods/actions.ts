// What the clock and the issuer do with periodic tasks: periods open, a series ends.
import { transaction, type App } from '../app.ts';
import { type Calendar, createSchoolYears, loadCalendar, loadSchoolYears, type SchoolYears } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { holdersOf } from '../org/queries.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { liveNumber } from '../tasks/actions.ts';
import { tellCollators } from '../tasks/collate-actions.ts';
import { isWorkingTime } from '../tasks/hours-rules.ts';
import { reachable } from '../tasks/message-actions.ts';
import { taskView } from '../tasks/queries.ts';
import { openingOf } from '../tasks/opening-rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { openPeriod } from '../tasks/series-actions.ts';
import { liveSeries, seriesShares, type SeriesView } from '../tasks/series-queries.ts';
import { dayIn } from '../time.ts';

/**
 * Opens every period whose time has come, and takes series off control whose last period is done. In working hours of the organisation
 * that issued it, so that nobody is woken. Called late it opens the latest period alone; twice or by two processes it does the same once.
 */
export async function openPeriods(app: App): Promise<void> {
  const calendar = await loadCalendar(app);
  if (![5, 6].some((week) => isWorkingTime(app.zone, app.now(), calendar, week === 6 ? 6 : 5))) return;
  const series = await liveSeries(app);
  const school = series.some(({ rule }) => rule.startsWith('SCHOOL'))
    ? await loadSchoolYears(app)
    : createSchoolYears();
  for (const one of series.filter(({ week }) => isWorkingTime(app.zone, app.now(), calendar, week))) {
    try {
      await tend(app, one, calendar, school);
    } catch (error) {
      // One series must not hold up the others; the next tick tries again.
      app.log.error({ err: error, task: one.taskId }, 'periods.not-opened');
    }
  }
}

async function tend(app: App, series: SeriesView, calendar: Calendar, school: SchoolYears): Promise<void> {
  const times = { calendar, week: series.week, school };
  const { open, skipped, over } = openingOf(series, series.opened, dayIn(app.zone, app.now()), times);
  if (open) await openPeriod(app, series, open, skipped.length > 0 ? { more: { skipped } } : {});
  else if (over && series.running === 0) await finishSeries(app, series);
}

/** Nothing is left to come and nothing is open: the series is done. Joins or opens a transaction of its own. */
async function finishSeries(app: App, { taskId, rootOrgId }: SeriesView): Promise<void> {
  await transaction(app, async (app) => {
    const { count } = await app.db.task.updateMany({
      where: { id: taskId, state: { in: liveTaskStates } },
      data: { state: 'closed', closedAt: app.now() },
    });
    if (count === 0) return;
    const data = { taskId, after: 'closed' };
    await record(app, { verb: 'periods.finished', entity: 'task', entityId: taskId, rootOrgId, data });
    await tellCollators(app, taskId);
  });
}

/**
 * Ends a periodic task by decision of its issuer: no period opens any more, those that are open stay on control. Its executors are told.
 * Throws UserError without the right or a reason, and for a series that has ended.
 */
export async function endSeries(
  app: App,
  actor: Actor,
  { taskId, reason }: { taskId: number; reason: string },
): Promise<{ number: string; told: number }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    const task = await taskView(app, taskId);
    if (!task?.recurrence || task.state === 'draft') throw new UserError('telegram-stale-button');
    const by = may(actor, 'tasks.end-series', controlledTask(task));
    if (!by) throw new UserError('periods-may-not-end');
    const number = liveNumber(task);
    const { count } = await app.db.task.updateMany({
      where: { id: taskId, state: { in: liveTaskStates } },
      data: { state: 'closed', closedAt: app.now(), closedById: actor.personId, closingReason: words },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await record(app, {
      verb: 'periods.ended',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { taskId, before: task.state, after: 'closed' },
      texts: { reason: words },
    });
    await tellCollators(app, taskId);
    return { number, told: await tellEnd(app, taskId) };
  });
}

async function tellEnd(app: App, taskId: number): Promise<number> {
  const posts = (await seriesShares(app, taskId)).map(({ post }) => post.postId);
  const people = new Map([...(await holdersOf(app, posts)).values()].flat().map((holder) => [holder.personId, holder]));
  const told = reachable([...people.values()]);
  await enqueue(
    app,
    told.map(({ personId, chatId }) => ({
      kind: 'periods.ended',
      chatId,
      personId,
      subjectId: taskId,
      data: { seriesId: taskId },
      dedupeKey: `periods.ended:${taskId}:${personId}`,
    })),
  );
  return told.length;
}
