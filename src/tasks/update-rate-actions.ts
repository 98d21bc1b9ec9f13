// How often news of an issued task is expected: set by its issuer.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { controlledTask } from './access-rules.ts';
import { checkLeft, liveNumber } from './actions.ts';
import { refreshCards } from './message-actions.ts';
import { taskView } from './queries.ts';
import { startUpdates } from './update-actions.ts';
import { type UpdateRate, updateRateOf, updateRules } from './update-rules.ts';

/**
 * Sets how often news of an issued task is expected, counted from today; null: no more. The same again changes nothing.
 * Throws UserError without the right, and for a finished or periodic task.
 */
export async function setUpdateRate(
  app: App,
  actor: Actor,
  { taskId, rate }: { taskId: number; rate: UpdateRate | null },
): Promise<{ number: string; changed: boolean }> {
  return transaction(app, async (app) => {
    const task = await taskView(app, taskId);
    if (!task || task.state === 'draft' || task.recurrence) throw new UserError('telegram-stale-button');
    const by = may(actor, 'tasks.set-update-rule', controlledTask(task));
    if (!by) throw new UserError('periods-may-not-set-updates');
    const number = liveNumber(task);
    checkLeft(app, task);
    const updateRule = rate === null ? null : updateRules[rate];
    if (updateRule === task.updateRule) return { number, changed: false };
    await app.db.task.updateMany({ where: { id: taskId }, data: { updateRule } });
    await app.db.participation.updateMany({ where: { taskId }, data: { nextUpdate: null } });
    await startUpdates(app, [{ taskId, updateRule, recurrence: null }]);
    await record(app, {
      verb: 'tasks.updates-set',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { before: updateRateOf(task.updateRule), after: rate },
    });
    await refreshCards(app, [task]);
    return { number, changed: true };
  });
}
