// Setting and taking away a mark of a task; cards that stand are edited at once.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { checkLeft } from './actions.ts';
import { refuseSensitive } from './guard-rules.ts';
import { changeableMarks, type Mark, markingPost } from './mark-rules.ts';
import { refreshAssigned, refreshCards } from './message-actions.ts';
import { refreshReviewers } from './reviewer-actions.ts';
import { openBelow } from './mark-queries.ts';
import { taskView, taskViews, type TaskView } from './queries.ts';
import { checkedReason } from './reason-rules.ts';
import { liveTaskStates } from './rules.ts';

export type Marking = { taskId: number; mark: Mark; on: boolean; reason?: string };

/**
 * Sets a mark of a task and of its open instances, or takes it away; confidential becomes every open part that was handed down, for its
 * text begins with the words of the parent, while a part may stay so when the parent no longer is. A confidential task is never public: the one takes the other away,
 * and a confidential one cannot become public. Special control needs a reason. Repeating it changes nothing. Throws UserError without
 * the right, before the task has left, for a task that is over, and for a public text that holds what the public must not read.
 */
export async function markTask(
  app: App,
  actor: Actor,
  { taskId, mark, on, reason = '' }: Marking,
): Promise<{ changed: boolean }> {
  const words = mark === 'specialControl' || reason.trim() !== '' ? checkedReason(reason) : null;
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
    const task = await taskView(app, taskId);
    if (!task) throw new UserError('telegram-stale-button');
    const postId = checkMay(app, actor, task, mark);
    if (on && mark === 'public') checkPublic(task);
    const row = await app.db.task.findUniqueOrThrow({ where: { id: taskId } });
    if (row[mark] === on) return { changed: false };
    const marked = await openBelow(app, taskId, { parts: mark === 'confidential' && on });
    await app.db.task.updateMany({
      where: { id: { in: marked } },
      data: {
        [mark]: on,
        ...(mark === 'confidential' && on && { public: false }),
        // The deputy akim hears of it.
        ...(mark === 'specialControl' && on && { raisedAt: null }),
      },
    });
    await record(app, {
      verb: 'tasks.marked',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId },
      data: { mark, on },
      ...(words && { texts: { reason: words } }),
    });
    if (task.state !== 'draft') await tell(app, task, mark, marked);
    return { changed: true };
  });
}

/** The post acted for; null for the author of a draft. */
function checkMay(app: App, actor: Actor, task: TaskView, mark: Mark): number | null {
  if (task.state !== 'draft' && !liveTaskStates.includes(task.state)) throw new UserError('marks-over');
  checkLeft(app, task);
  if (!changeableMarks(actor, task).includes(mark))
    throw new UserError(mark === 'specialControl' ? 'marks-only-akim' : 'marks-may-not');
  return task.state === 'draft' ? null : (markingPost(actor, task, mark)?.postId ?? null);
}

function checkPublic(task: TaskView): void {
  if (task.confidential) throw new UserError('marks-not-both');
  refuseSensitive('guard-in-text', task.textKk, task.textRu, task.completionForm);
}

/** Cards in groups show number and date of a confidential task only; under special control another person judges. */
async function tell(app: App, task: TaskView, mark: Mark, marked: number[]): Promise<void> {
  const after = (await taskViews(app, marked)).filter(({ state }) => state !== 'draft');
  await refreshCards(app, after, { standing: true });
  await refreshAssigned(app, after);
  if (mark !== 'specialControl') return;
  const waiting = [task, ...after].flatMap((one) =>
    one.participations.filter(({ state }) => state === 'submitted').map((share) => ({ task: one, share })),
  );
  await refreshReviewers(app, waiting);
}
