// Collating: reminding co-executors, and handing in the final report that was kept until their parts had come.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { tellFiled } from '../reports/telling-actions.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { settleTask } from '../tasks/actions.ts';
import { awaitedParts } from '../tasks/hold-rules.ts';
import { nextWorkingTime } from '../tasks/hours-rules.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { owes } from '../tasks/rules.ts';
import { dayIn } from '../time.ts';
import { liveShare } from './find-actions.ts';
import { heldReportOf } from './queries.ts';

/**
 * Hands in as final the report that was kept as an interim one; it counts from this moment. Sub-tasks still on control need a reason;
 * parts of co-executors have to be accepted or given up before. Throws UserError for somebody else's share, and when nothing is kept
 * or an interim report has been said since.
 */
export async function handInFinal(
  app: App,
  actor: Actor,
  { participationId, reason }: { participationId: number; reason?: string },
): Promise<{ number: string }> {
  const words = reason === undefined ? null : checkedReason(reason);
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${participationId} FOR UPDATE`;
    const found = await liveShare(app, participationId);
    const { task, share, number } = found;
    const by = may(actor, 'shares.report', shareSubject(task, share));
    if (!by) throw new UserError('tasks-not-yours');
    const { coExecutors, subTasks } = awaitedParts(task, share);
    if (coExecutors.length > 0 || (subTasks > 0 && words === null))
      throw new UserError('shares-handin-waits', { number });
    const kept = await heldReportOf(app, participationId);
    if (!kept || !owes(share.state) || task.term === 'standing')
      throw new UserError('shares-handin-nothing', { number });
    await promote(app, kept.reportId, participationId, share.state);
    await record(app, {
      verb: 'reports.handed-in',
      entity: 'report',
      entityId: kept.reportId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: {
        taskId: task.taskId,
        participationId,
        version: kept.version,
        before: { state: share.state, final: false },
        after: { state: 'submitted', final: true },
        subTasks,
      },
      ...(words && { texts: { reason: words } }),
    });
    await settleTask(app, task.taskId, share.post.postId);
    await tellFiled(app, [{ ...found, reportId: kept.reportId, final: true, blocked: kept.blocked }]);
    return { number };
  });
}

async function promote(
  app: App,
  reportId: number,
  participationId: number,
  from: 'assigned' | 'acknowledged' | 'returned' | string,
): Promise<void> {
  const now = app.now();
  const report = await app.db.report.updateMany({
    where: { id: reportId, state: 'submitted', final: false },
    data: { final: true, submittedAt: now, undoUntil: null },
  });
  const share = await app.db.participation.updateMany({
    where: { id: participationId, state: { in: ['assigned', 'acknowledged', 'returned'] } },
    data: { state: 'submitted', submittedAt: now, ...(from === 'assigned' && { acknowledgedAt: now }) },
  });
  if (report.count === 0 || share.count === 0) throw new UserError('telegram-someone-first');
}

/**
 * Reminds in private the co-executors whose part is missing, once a working day; out of working hours on the next working morning.
 * Throws UserError for who does not collate the task, and when there is nobody to remind today.
 */
export async function remindParts(
  app: App,
  actor: Actor,
  { participationId }: { participationId: number },
): Promise<{ number: string; told: number }> {
  const at = nextWorkingTime(app.zone, app.now(), await loadCalendar(app));
  const day = dayIn(app.zone, at);
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${participationId} FOR UPDATE`;
    const { task, share, number } = await liveShare(app, participationId);
    if (!may(actor, 'shares.report', shareSubject(task, share))) throw new UserError('tasks-not-yours');
    const silent = awaitedParts(task, share).coExecutors.filter(({ state }) => owes(state));
    const known = await app.db.outgoingMessage.findMany({
      where: {
        kind: 'shares.nudge',
        subjectId: { in: silent.map((part) => part.participationId) },
        dedupeKey: { endsWith: `:${day}` },
      },
      select: { subjectId: true },
    });
    const told = silent.filter((part) => !known.some(({ subjectId }) => subjectId === part.participationId));
    if (told.length === 0) throw new UserError('shares-reminded-already', { number });
    const { postIds } = await tellHolders(
      app,
      'shares.nudge',
      told.map((part) => ({ task, share: part })),
      day,
      { dueAt: at, lane: 2 },
    );
    await record(app, {
      verb: 'participations.reminded',
      entity: 'task',
      entityId: task.taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: share.post.postId },
      data: { day, participationIds: told.map((part) => part.participationId), unreachable: postIds },
    });
    return { number, told: told.length - postIds.length };
  });
}
