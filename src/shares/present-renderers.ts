// What is shown on request: a page of executors, one share, the tree of a task, the draft of a part.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { type Actor, canClose } from '../org/rules.ts';
import { controlledTask, maySee, shareSubject } from '../tasks/access-rules.ts';
import { checkLeft } from '../tasks/actions.ts';
import { awaitedParts, isHeld } from '../tasks/hold-rules.ts';
import type { CardContext } from '../tasks/messages.ts';
import { shareView, type TaskView, taskViewFor } from '../tasks/queries.ts';
import { liveShare } from './find-actions.ts';
import { listMessage, missingMessage, panelMessage, sharesOnPage, type Written } from './messages.ts';
import { heldReportOf, partTree, postOfShare, sharePage, successorOf, waitingReportsOf } from './queries.ts';
import { treeLines, treeMessage } from './tree-messages.ts';

async function contextOf(app: App, actor: Actor): Promise<CardContext> {
  return { app, calendar: await loadCalendar(app), locale: actor.locale };
}

/** The task if the actor may look at it. Throws UserError otherwise. */
export async function visibleTask(app: App, actor: Actor, taskId: number): Promise<TaskView> {
  const task = await taskViewFor(app, actor, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  if (!maySee(actor, task)) throw new UserError('tasks-not-visible');
  if (task.issuerPersonId !== actor.personId) checkLeft(app, task);
  return task;
}

/** A page (from 0) of the executors of a task, or those found by a number or a part of a name, for who decides about it. Throws UserError for others. */
export async function presentShares(
  app: App,
  actor: Actor,
  taskId: number,
  { page = 0, search = '' }: { page?: number; search?: string },
): Promise<Written> {
  const task = await visibleTask(app, actor, taskId);
  if (!canClose(actor, controlledTask(task)) && !may(actor, 'tasks.cancel', controlledTask(task)))
    throw new UserError('shares-may-not-withdraw');
  const found = await sharePage(app, taskId, { skip: page * sharesOnPage, take: sharesOnPage, search });
  if (search !== '' && found.rows.length === 0) throw new UserError('shares-list-empty', { words: search });
  return listMessage(await contextOf(app, actor), task, found, page);
}

/** One share with its acts. Throws UserError for who may neither decide about it nor holds it. */
export async function presentShare(app: App, actor: Actor, participationId: number): Promise<Written> {
  const found = await shareView(app, participationId);
  if (!found || found.task.state === 'draft') throw new UserError('telegram-stale-button');
  const { task, share } = found;
  const own = actor.posts.some(({ postId }) => postId === share.post.postId);
  const decides = canClose(actor, controlledTask(task)) || may(actor, 'tasks.cancel', controlledTask(task));
  if (!own && !decides && !may(actor, 'shares.waive', shareSubject(task, share)))
    throw new UserError('tasks-not-visible');
  const before = share.replacesId ? await postOfShare(app, share.replacesId) : null;
  const after = share.state === 'withdrawn' ? await successorOf(app, participationId) : null;
  const reportId = (await waitingReportsOf(app, [participationId])).get(participationId) ?? null;
  return panelMessage(await contextOf(app, actor), actor, found, { before, after, reportId });
}

/** The task, its co-executors and what was handed down from it. Throws UserError for who may not see the task. */
export async function presentTree(app: App, actor: Actor, taskId: number): Promise<Written> {
  const task = await visibleTask(app, actor, taskId);
  const rows = await partTree(app, actor, taskId, treeLines + 1);
  const own = task.participations.find((share) => may(actor, 'shares.report', shareSubject(task, share)));
  return treeMessage(await contextOf(app, actor), task, rows, own && isHeld(task, own) ? own.participationId : null);
}

/** Which parts the actor's own share waits for, with what can be done about each. Throws UserError for somebody else's share. */
export async function presentAwaited(app: App, actor: Actor, participationId: number): Promise<Written> {
  const found = await liveShare(app, participationId);
  const { task, share } = found;
  if (!may(actor, 'shares.report', shareSubject(task, share))) throw new UserError('tasks-not-yours');
  const awaited = awaitedParts(task, share);
  const reports = await waitingReportsOf(
    app,
    awaited.coExecutors.map((part) => part.participationId),
  );
  const kept = (await heldReportOf(app, participationId)) !== null;
  return missingMessage(await contextOf(app, actor), found, awaited, { reports, kept });
}
