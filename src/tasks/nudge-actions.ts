// "Remind the silent": whoever decides about a task for many reminds those who have reported nothing, once a working day.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { dayIn, instantOf } from '../time.ts';
import { controlledTask } from './access-rules.ts';
import { liveNumber } from './actions.ts';
import { nextWorkingTime } from './hours-rules.ts';
import { tellHolders } from './message-actions.ts';
import { nudgedSince, silentShares } from './nudge-queries.ts';
import { cardView, shareViews } from './queries.ts';

export type Nudged = {
  number: string;
  /** Executors who are reminded, and those of whom nobody can be written to. */
  told: number;
  unreachable: number;
  /** When it is sent: now, or the next working morning. */
  at: Date;
  /** True when that is not now. */
  later: boolean;
};

/**
 * Reminds in private every executor who has reported nothing: now in working hours, else on the next working morning.
 * Throws UserError for somebody without the right, a finished task, when nobody is silent, or when it was done that day already.
 */
export async function nudgeSilent(app: App, actor: Actor, { taskId }: { taskId: number }): Promise<Nudged> {
  const calendar = await loadCalendar(app);
  return transaction(app, async (app) => {
    // Two presses at once: the second one sees what the first has planned.
    await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
    const task = await cardView(app, taskId);
    if (!task || task.state === 'draft' || !task.fanOut) throw new UserError('telegram-stale-button');
    const by = may(actor, 'tasks.nudge', controlledTask(task));
    if (!by) throw new UserError('tasks-may-not-nudge');
    const number = liveNumber(task);
    if (task.undoUntil && task.undoUntil > app.now()) throw new UserError('telegram-stale-button');
    const at = nextWorkingTime(app.zone, app.now(), calendar);
    const day = dayIn(app.zone, at);
    if (await nudgedSince(app, taskId, instantOf(app.zone, day, '00:00')))
      throw new UserError('tasks-nudged-already', { number });
    const ids = await silentShares(app, taskId);
    if (ids.length === 0) throw new UserError('tasks-nobody-silent', { number });
    const { postIds } = await tellHolders(app, 'tasks.nudge', await shareViews(app, ids), day, { dueAt: at, lane: 2 });
    await record(app, {
      verb: 'tasks.nudged',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { day, participationIds: ids, unreachable: postIds },
    });
    const told = ids.length - postIds.length;
    return { number, told, unreachable: postIds.length, at, later: at > app.now() };
  });
}
