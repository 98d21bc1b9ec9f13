// What ends an issued task: closing and cancelling. Drafting, issuing and acknowledging stand in their own files.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import { type Actor, canCancelTask, canClose } from '../org/rules.ts';
import { lockTask } from './lock-queries.ts';
import { refreshCards, tellHolders, withdrawMessages } from './message-actions.ts';
import { refreshReviewers } from './reviewer-actions.ts';
import { controlledTask } from './access-rules.ts';
import { endCards, tellCollators, tellHandersDown } from './collate-actions.ts';
import { openParts } from './hold-rules.ts';
import { checkLeft, liveNumber } from './live-actions.ts';
import { type ParticipationView, taskView, type TaskView } from './queries.ts';
import { refuseMeasure } from './plan-rules.ts';
import { checkedReason } from './reason-rules.ts';
import { blocksClosing, liveTaskStates, openStates, owedStates } from './rules.ts';

export { acknowledge } from './acknowledge-actions.ts';
export { createDraft, createDrafts, dropDraft, dropDraftsOf, placeDraft, updateDraft } from './draft-actions.ts';
export { issueResolutionTasks, issueTask, undoIssue } from './issue-actions.ts';
export { checkLeft, liveNumber } from './live-actions.ts';
export { settleTask } from './settle-actions.ts';

/**
 * Takes the task off control. Every binding share must be accepted; the issuer may waive the rest by giving a reason.
 * `tell: false` leaves the executors to the caller. Throws UserError otherwise.
 */
export async function closeTask(
  app: App,
  actor: Actor,
  { taskId, reason, tell = true }: { taskId: number; reason?: string; tell?: boolean },
): Promise<{ number: string; waived: number }> {
  return transaction(app, async (app) => {
    await lockTask(app, taskId);
    const task = await issuedTask(app, taskId);
    const by = canClose(actor, controlledTask(task));
    if (!by) throw new UserError('tasks-may-not-close');
    const words = reason?.trim() ? checkedReason(reason) : null;
    if (task.recurrence && !words) throw new UserError('periods-end-needs-reason');
    const blocking = task.participations.filter(blocksClosing);
    if (blocking.length > 0) await waive(app, actor, task, blocking, reason);
    const parts = openParts(task);
    if (parts > 0 && !words) throw new UserError('tasks-parts-open', { n: parts });
    const { count } = await app.db.task.updateMany({
      where: { id: taskId, state: { in: liveTaskStates } },
      data: { state: 'closed', closedAt: app.now(), closedById: actor.personId, closingReason: words },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const changed = {
      before: task.state,
      after: 'closed',
      waived: blocking.map((share) => share.participationId),
      parts,
    };
    await recordTask(app, { personId: actor.personId, postId: by.postId }, 'tasks.closed', task, changed, reason);
    // Those still at work must know; those whose report was accepted hear it only where they were named one by one.
    const told = task.participations.filter((share) => openStates.includes(share.state) || !task.fanOut);
    if (tell) await tellAbout(app, 'tasks.closed', task, told);
    await endCards(app, blocking, 'closed');
    await finish(app, task);
    return { number: task.number ?? '', waived: blocking.length };
  });
}

/** Cancels an issued task; executors are told. A reason is needed. `amending`: a measure is taken out of its roadmap in force, elsewhere it is refused. */
export async function cancelTask(
  app: App,
  actor: Actor,
  { taskId, reason, amending = false }: { taskId: number; reason: string; amending?: boolean },
): Promise<{ number: string }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    await lockTask(app, taskId);
    const task = await issuedTask(app, taskId);
    const by = canCancelTask(actor, controlledTask(task));
    if (!by) throw new UserError('tasks-may-not-cancel');
    refuseMeasure(task, amending);
    const { count } = await app.db.task.updateMany({
      where: { id: taskId, state: { in: liveTaskStates } },
      data: { state: 'cancelled', cancelledAt: app.now(), closingReason: words },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const open = task.participations.filter((share) => openStates.includes(share.state));
    await app.db.participation.updateMany({
      where: { taskId, state: { in: openStates } },
      data: { state: 'withdrawn', stateReason: words, withdrawnAt: app.now() },
    });
    const data = { before: task.state, after: 'cancelled', withdrawn: open.map((share) => share.participationId) };
    await recordTask(app, { personId: actor.personId, postId: by.postId }, 'tasks.cancelled', task, data, words);
    await withdrawMessages(app, taskId, 'cancelled');
    await tellAbout(app, 'tasks.cancelled', task, open);
    await endCards(app, open, 'cancelled');
    await finish(app, task);
    // The periods of a periodic task that are still open go with it.
    const periods = task.recurrence
      ? await app.db.task.findMany({ where: { seriesId: taskId, state: { in: liveTaskStates } } })
      : [];
    for (const { id } of periods) await cancelTask(app, actor, { taskId: id, reason });
    return { number: task.number ?? '' };
  });
}

async function waive(
  app: App,
  actor: Actor,
  task: TaskView,
  blocking: ParticipationView[],
  reason: string | undefined,
): Promise<void> {
  const pending = blocking.filter((share) => !owedStates.includes(share.state)).length;
  if (!reason?.trim()) throw new UserError('tasks-not-closable', { n: blocking.length, review: pending });
  const words = checkedReason(reason);
  // Four eyes: nobody waives a share of their own either.
  if (!blocking.every((share) => may(actor, 'shares.waive', controlledTask(task, share))))
    throw new UserError('tasks-may-not-waive');
  await app.db.participation.updateMany({
    where: { id: { in: blocking.map((share) => share.participationId) }, state: { in: openStates } },
    data: { state: 'withdrawn', waivedReason: words, stateReason: words, withdrawnAt: app.now() },
  });
}

/** A finished task: its card shows it, nothing of it waits for review, and who handed down parts of it or collates it hears of it. */
async function finish(app: App, before: TaskView): Promise<void> {
  await refreshCards(app, [before]);
  await tellHandersDown(app, before);
  await tellCollators(app, before.taskId);
  const pending = before.participations.filter((share) => share.state === 'submitted');
  await refreshReviewers(
    app,
    pending.map((share) => ({ task: before, share })),
  );
}

async function tellAbout(app: App, kind: string, task: TaskView, shares: ParticipationView[]): Promise<void> {
  const all = shares.filter((share) => share.state !== 'withdrawn').map((share) => ({ task, share }));
  await tellHolders(app, kind, all, 'once');
}

async function issuedTask(app: App, taskId: number): Promise<TaskView> {
  const task = await taskView(app, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  liveNumber(task);
  checkLeft(app, task);
  return task;
}

async function recordTask(
  app: App,
  actor: { personId: number; postId: number } | null,
  verb: string,
  task: Pick<TaskView, 'taskId' | 'rootOrgId'>,
  data: JsonObject,
  reason?: string,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'task',
    entityId: task.taskId,
    rootOrgId: task.rootOrgId,
    actor,
    data,
    ...(reason && { texts: { reason } }),
  });
}
