// Reports are judged: accepted, perhaps with the task taken off control, or returned with a reason. Never one's own.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { postTitle } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { type Actor, canClose, type PostHeld } from '../org/rules.ts';
import { closeTask, liveNumber, settleTask } from '../tasks/actions.ts';
import { lockTask } from '../tasks/lock-queries.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { refreshReviewers } from '../tasks/reviewer-actions.ts';
import { controlledTask, isLastOpen } from '../tasks/access-rules.ts';
import { taskView } from '../tasks/queries.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { isInTime } from '../tasks/rules.ts';
import { printInstant } from '../time.ts';
import { mayJudge, type ReviewItem, reviewItem } from './queries.ts';

export type Accepted = { number: string; closed: boolean; inTime: boolean };

/**
 * Accepts a final report; whether it was in time is judged by its submission. With `close` the task is taken off control
 * as well, if nothing binding is left. Throws UserError when somebody was first, or for one's own report.
 */
export async function acceptReport(
  app: App,
  actor: Actor,
  { reportId, close = false }: { reportId: number; close?: boolean },
): Promise<Accepted> {
  return transaction(app, async (app) => {
    const { item, by, number } = await judged(app, actor, reportId);
    const { report, share, task } = item;
    const inTime = isInTime(app.zone, share, report.submittedAt);
    // The share first, as when a report is filed: two who take the same rows in the same order cannot block each other.
    await moveShare(app, actor, item, 'submitted', { state: 'accepted', acceptedAt: app.now(), inTime });
    await decide(app, actor, item, by, { state: 'accepted' });
    await recordReview(app, actor, by, item, 'reports.accepted', { before: 'submitted', after: 'accepted', inTime });
    const rest = isLastOpen(task, share.participationId);
    const closed = close && rest && canClose(actor, controlledTask(task)) !== null;
    await settleTask(app, task.taskId, share.post.postId);
    if (closed) await closeTask(app, actor, { taskId: task.taskId, tell: false });
    await tellHolders(app, 'reports.accepted', [item], String(reportId), { data: { reportId, closed } });
    if (closed) await tellOthers(app, item);
    await refreshReviewers(app, [item]);
    return { number, closed, inTime };
  });
}

/**
 * Returns a report with a reason; the date does not move. An accepted one can be returned by the issuer until the task is closed, but not
 * with `waiting`: whoever judges what waits has not seen that it was accepted meanwhile.
 */
export async function returnReport(
  app: App,
  actor: Actor,
  { reportId, reason, waiting = false }: { reportId: number; reason: string; waiting?: boolean },
): Promise<{ number: string }> {
  const comment = checkedReason(reason);
  return transaction(app, async (app) => {
    await lockTaskOf(app, reportId);
    const { item, by, number } = await judged(app, actor, reportId);
    const before = item.share.state;
    if (waiting && item.report.state === 'accepted') throw await decidedAlready(app, actor, reportId);
    const right = before === 'accepted' ? 'reports.reopen' : 'reports.return';
    if (!may(actor, right, { ...controlledTask(item.task, item.share), executorPersonIds: [item.report.byPersonId] }))
      throw new UserError('reports-may-not-review');
    await moveShare(app, actor, item, before, {
      state: 'returned',
      returnCount: { increment: 1 },
      acceptedAt: null,
      inTime: null,
    });
    await decide(app, actor, item, by, { state: 'returned', comment });
    await recordReview(app, actor, by, item, 'reports.returned', { before, after: 'returned' }, comment);
    await settleTask(app, item.task.taskId, item.share.post.postId);
    await tellHolders(app, 'reports.returned', [item], `${reportId}:${app.now().getTime()}`, { data: { reportId } });
    await refreshReviewers(app, [item]);
    return { number };
  });
}

/** A task that is being closed at this moment is closed or open before it is looked at. */
async function lockTaskOf(app: App, reportId: number): Promise<void> {
  const report = await app.db.report.findUnique({
    where: { id: reportId },
    select: { participation: { select: { taskId: true } } },
  });
  if (report) await lockTask(app, report.participation.taskId);
}

async function judged(app: App, actor: Actor, reportId: number) {
  const item = await reviewItem(app, reportId);
  if (!item) throw new UserError('telegram-stale-button');
  const by = mayJudge(actor, item);
  if (!by) {
    const own = item.report.byPersonId === actor.personId;
    throw new UserError(own ? 'reports-own' : 'reports-may-not-review');
  }
  const number = liveNumber(item.task);
  const { state, undoUntil } = item.report;
  if (undoUntil && undoUntil > app.now()) throw new UserError('reports-not-told-yet');
  if (state === 'superseded') throw new UserError('reports-newer-version', { number });
  return { item, by, number };
}

async function decide(
  app: App,
  actor: Actor,
  { report, share }: ReviewItem,
  by: PostHeld,
  decision: { state: 'accepted' | 'returned'; comment?: string },
): Promise<void> {
  const from = decision.state === 'returned' && share.state === 'accepted' ? 'accepted' : 'submitted';
  const { count } = await app.db.report.updateMany({
    where: { id: report.reportId, state: from, final: true },
    data: { ...decision, decidedAt: app.now(), decidedByPostId: by.postId },
  });
  if (count === 0) throw await decidedAlready(app, actor, report.reportId);
}

/** Why a press comes too late: what was decided, by which post and when; two who press at once are told apart by it. */
export async function decidedAlready(app: App, actor: Actor, reportId: number): Promise<UserError> {
  const row = await app.db.report.findUnique({
    where: { id: reportId },
    include: { decidedByPost: { include: { org: true } } },
  });
  if (!row?.decidedAt || !row.decidedByPost) return new UserError('reports-decided-already');
  const name = postTitle(row.decidedByPost, actor.locale);
  const at = printInstant(app.zone, row.decidedAt);
  return new UserError('reports-decided-by', { state: row.state, name, at });
}

async function moveShare(
  app: App,
  actor: Actor,
  { report, share }: ReviewItem,
  from: 'submitted' | 'accepted' | ReviewItem['share']['state'],
  data: Parameters<App['db']['participation']['updateMany']>[0]['data'],
): Promise<void> {
  const where = { id: share.participationId, state: from };
  const { count } = await app.db.participation.updateMany({ where, data });
  if (count === 0) throw await decidedAlready(app, actor, report.reportId);
}

/** The task is off control: executors whose share is still open must know that nothing is expected any more. */
async function tellOthers(app: App, item: ReviewItem): Promise<void> {
  const task = await taskView(app, item.task.taskId);
  if (!task) return;
  const open = task.participations.filter(
    (part) =>
      part.participationId !== item.share.participationId && part.state !== 'accepted' && part.state !== 'withdrawn',
  );
  const shares = open.map((share) => ({ task, share }));
  await tellHolders(app, 'tasks.closed', shares, 'once');
}

async function recordReview(
  app: App,
  actor: Actor,
  by: PostHeld,
  { report, share, task }: ReviewItem,
  verb: string,
  data: JsonObject,
  comment?: string,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'report',
    entityId: report.reportId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: by.postId },
    data: { ...data, taskId: task.taskId, participationId: share.participationId, version: report.version },
    ...(comment && { texts: { comment } }),
  });
}
