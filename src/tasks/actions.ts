// What happens to an issued task: acknowledged, started, closed, cancelled. Drafting and issuing stand in their own files.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type NewEvent, record, recordAll } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import { enqueue } from '../outbox/actions.ts';
import { type Actor, canCancelTask, canClose } from '../org/rules.ts';
import { lockTask } from './lock-queries.ts';
import { cardMessages, refreshCards, tellHolders, withdrawMessages } from './message-actions.ts';
import { refreshReviewers } from './reviewer-actions.ts';
import { controlledTask } from './access-rules.ts';
import { endCards, heldBack, tellCollators, tellHandersDown, tellHeld } from './collate-actions.ts';
import { openParts } from './hold-rules.ts';
import { type ParticipationView, taskView, type TaskView } from './queries.ts';
import { checkedReason } from './reason-rules.ts';
import { blocksClosing, liveTaskStates, openStates, owedStates } from './rules.ts';

export { createDraft, createDrafts, dropDraft, dropDraftsOf, placeDraft, updateDraft } from './draft-actions.ts';
export { issueResolutionTasks, issueTask, undoIssue } from './issue-actions.ts';

/** The executor has read it. Repeating it changes nothing. Throws UserError for somebody else's or a finished task. */
export async function acknowledge(
  app: App,
  actor: Actor,
  { participationId }: { participationId: number },
): Promise<{ number: string; changed: boolean }> {
  return transaction(app, async (app) => {
    // Only what is needed: a share of a task for all schools must not load all schools.
    const share = await app.db.participation.findUnique({ where: { id: participationId }, include: { task: true } });
    if (!share) throw new UserError('telegram-stale-button');
    const { task, taskId, postId } = share;
    if (!may(actor, 'shares.acknowledge', { executorPostId: postId })) throw new UserError('tasks-not-yours');
    const number = liveNumber(task);
    checkLeft(app, task);
    if (share.state === 'withdrawn') throw new UserError('tasks-withdrawn', { number });
    const { count } = await app.db.participation.updateMany({
      where: { id: participationId, state: 'assigned' },
      data: { state: 'acknowledged', acknowledgedAt: app.now() },
    });
    if (count > 0) {
      const acknowledged = {
        verb: 'participations.acknowledged',
        entity: 'participation',
        entityId: participationId,
        rootOrgId: task.rootOrgId,
        actor: { personId: actor.personId, postId },
        data: { taskId, before: 'assigned', after: 'acknowledged' },
      };
      await settleTask(app, taskId, postId, [acknowledged]);
    }
    return { number, changed: count > 0 };
  });
}

/**
 * After a change of a share: the first acknowledgement or report starts the task, and its card is brought up to date, of a task
 * for many also in the district of `postId`, the executor (without it: in all). Joins the transaction of the caller.
 * What `events` tell of is recorded here, as late as can be: whoever records next waits from there until the commit.
 */
export async function settleTask(app: App, taskId: number, postId?: number, events: NewEvent[] = []): Promise<void> {
  await transaction(app, async (app) => {
    const task = await startTask(app, taskId);
    if (!task || task.state === 'draft') return recordAll(app, events);
    const cards = await cardMessages(app, [{ taskId }], { ...(postId !== undefined && { postId }) });
    const held = await heldBack(app, taskId);
    const data = { before: 'issued', after: 'in_progress' };
    const started = { verb: 'tasks.started', entity: 'task', entityId: taskId, rootOrgId: task.rootOrgId, data };
    await recordAll(app, task.started ? [...events, started] : events);
    await enqueue(app, cards);
    await tellHeld(app, held);
  });
}

type Settled = { state: string; rootOrgId: number; started: boolean };

/** Moves a task that was only issued on; its state is that of before. */
async function startTask(app: App, taskId: number): Promise<Settled | undefined> {
  const rows = await app.db.$queryRaw<Settled[]>`
    WITH started AS (
      UPDATE task SET state = 'in_progress' WHERE id = ${taskId} AND state = 'issued' AND EXISTS (
        SELECT 1 FROM participation p WHERE p.task_id = task.id
          AND (p.state NOT IN ('assigned', 'withdrawn') OR EXISTS (SELECT 1 FROM report WHERE participation_id = p.id)))
      RETURNING id
    )
    SELECT state::text, root_org_id AS "rootOrgId", EXISTS (SELECT 1 FROM started) AS started FROM task WHERE id = ${taskId}`;
  return rows[0];
}

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

/** Cancels an issued task; executors are told. A reason is needed. */
export async function cancelTask(
  app: App,
  actor: Actor,
  { taskId, reason }: { taskId: number; reason: string },
): Promise<{ number: string }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    await lockTask(app, taskId);
    const task = await issuedTask(app, taskId);
    const by = canCancelTask(actor, controlledTask(task));
    if (!by) throw new UserError('tasks-may-not-cancel');
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

/** Throws UserError while the task can still be taken back: nobody has heard of it yet. */
export function checkLeft(app: App, { undoUntil }: Pick<TaskView, 'undoUntil'>): void {
  if (undoUntil && undoUntil > app.now()) throw new UserError('tasks-not-left');
}

/** The number of a task on control. Throws UserError for a draft, and for a closed or cancelled one. */
export function liveNumber(task: Pick<TaskView, 'number' | 'state'>): string {
  const number = task.number ?? '';
  if (task.state === 'closed') throw new UserError('tasks-closed-already', { number });
  if (task.state === 'cancelled') throw new UserError('tasks-cancelled-already', { number });
  if (task.state === 'draft') throw new UserError('telegram-stale-button');
  return number;
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
