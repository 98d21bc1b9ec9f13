// Other executors for an issued item: who leaves is withdrawn and told, who comes gets the task; what is accepted stays.
import { randomUUID } from 'node:crypto';
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { type Actor, forceOf, type PostHeld } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { standing } from '../outbox/queries.ts';
import { tellTaken } from '../shares/withdraw-actions.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { checkLeft, liveNumber, settleTask } from '../tasks/actions.ts';
import { internalDue } from '../tasks/internal-due-rules.ts';
import { lockTask } from '../tasks/lock-queries.ts';
import { assignedMessages, tellHolders } from '../tasks/message-actions.ts';
import { refreshReviewers } from '../tasks/reviewer-actions.ts';
import { type ParticipationView, taskView, type TaskView } from '../tasks/queries.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import { openStates } from '../tasks/rules.ts';
import { insertShares, issueShares } from '../tasks/share-actions.ts';
import { dayIn, dayToDb } from '../time.ts';
import { recordStep } from './adopt-actions.ts';
import { postHeld, type ResolutionView } from './queries.ts';
import { mayIssueTo } from './rules.ts';

/**
 * Makes these posts the executors of an issued item, the first one responsible (of a task for many each one). Joins the transaction
 * of the caller. Throws UserError without the right over the item's shares (under special control the akim's alone), for an item that
 * is closed or cancelled, for a post the chair may not give tasks, or nobody.
 */
export async function changeExecutors(
  app: App,
  actor: Actor,
  view: ResolutionView,
  { taskId, executorPostIds: postIds, reason }: { taskId: number; executorPostIds: number[]; reason: string },
): Promise<void> {
  const giver = postHeld(view.chair, view.rootOrgId);
  await exchangeExecutors(app, actor, { taskId, giver, postIds, reason }, async (app, by, { withdrawn, added }) =>
    recordStep(app, { personId: actor.personId, postId: by.postId }, 'resolutions.executors-changed', view, {
      taskId,
      withdrawn,
      added,
    }),
  );
}

/** `giver`: the post in whose name the task is given; `postIds`: all its executors from now on, the first one responsible. */
export type Exchange = { taskId: number; giver: PostHeld; postIds: number[]; reason: string };
type Exchanged = { withdrawn: number[]; added: number[] };

/** The same for any issued task; `recorded` writes the event once the shares are as they shall be. Throws as `changeExecutors` does. */
export async function exchangeExecutors(
  app: App,
  actor: Actor,
  { taskId, giver, postIds, reason }: Exchange,
  recorded: (app: App, by: PostHeld, what: Exchanged) => Promise<void>,
): Promise<void> {
  if (postIds.length === 0) throw new UserError('resolutions-amend-nobody');
  await transaction(app, async (app) => {
    const { task, by } = await changeable(app, actor, taskId);
    const gone = task.participations.filter(
      ({ post, state }) => openStates.includes(state) && !postIds.includes(post.postId),
    );
    await withdraw(app, gone, reason);
    const { added, back } = await bringIn(app, task, giver, postIds);
    const moved = task.fanOut ? [] : await setRoles(app, task, postIds);
    await begin(app, taskId, added);
    await dateByRole(app, taskId, moved);
    await recorded(app, by, { withdrawn: gone.map(({ participationId }) => participationId), added });
    await tellChanged(app, task, { gone, added, back, moved, reason });
  });
}

/** The locked item and the post that may change its executors. */
async function changeable(app: App, actor: Actor, taskId: number): Promise<{ task: TaskView; by: PostHeld }> {
  await lockTask(app, taskId);
  const task = await taskView(app, taskId);
  if (!task) throw new UserError('telegram-stale-button');
  liveNumber(task);
  checkLeft(app, task);
  if (task.recurrence) throw new UserError('resolutions-amend-series');
  const by = may(actor, 'shares.replace', { ...controlledTask(task), taskState: task.state });
  if (!by) throw new UserError('tasks-may-not-correct');
  return { task, by };
}

/** These posts, to be given the task. Throws UserError where one is closed by now, or beyond who gives it. */
async function checkedPosts(app: App, giver: PostHeld, postIds: number[]): Promise<PostView[]> {
  const posts = await postViews(app, postIds);
  if (posts.length !== postIds.length) throw new UserError('tasks-executor-gone');
  const executors = posts.map(({ role, org }) => ({ role, orgPath: org.path, orgType: org.type }));
  if (executors.length > 0 && !mayIssueTo(giver, executors)) throw new UserError('tasks-may-not-issue-to-these');
  return posts;
}

async function withdraw(app: App, gone: ParticipationView[], stateReason: string): Promise<void> {
  const ids = gone.map(({ participationId }) => participationId);
  const { count } = await app.db.participation.updateMany({
    where: { id: { in: ids }, state: { in: openStates } },
    data: { state: 'withdrawn', stateReason, withdrawnAt: app.now() },
  });
  if (count !== ids.length) throw new UserError('telegram-someone-first');
}

/**
 * Shares of posts that had none, or had left; returns all their posts, and those that are back. They are not issued yet. Who stays is
 * not asked about: a post that did its part may be closed by now.
 */
async function bringIn(
  app: App,
  { taskId, kind, fanOut, participations }: TaskView,
  giver: PostHeld,
  postIds: number[],
): Promise<{ added: number[]; back: number[] }> {
  const known = new Map(participations.map((share) => [share.post.postId, share]));
  const added = postIds.filter((postId) => (known.get(postId)?.state ?? 'withdrawn') === 'withdrawn');
  const back = added.filter((postId) => known.has(postId));
  const posts = await checkedPosts(app, giver, added);
  const fresh = posts
    .filter(({ postId }) => !known.has(postId))
    .map((post) => ({
      postId: post.postId,
      position: postIds.indexOf(post.postId),
      role: fanOut || post.postId === postIds[0] ? ('responsible' as const) : ('co_executor' as const),
      force: forceOf(kind, post.org),
    }));
  await insertShares(app, taskId, fresh);
  return { added, back };
}

/** The first one named is responsible, and nobody else; returns the posts that were in it before and whose role changed. */
async function setRoles(app: App, { taskId, participations }: TaskView, postIds: number[]): Promise<number[]> {
  const [first = 0] = postIds;
  for (const [position, postId] of postIds.entries()) {
    const role = postId === first ? ('responsible' as const) : ('co_executor' as const);
    await app.db.participation.update({ where: { taskId_postId: { taskId, postId } }, data: { role, position } });
  }
  // What was accepted stays beside them.
  await app.db.participation.updateMany({
    where: { taskId, postId: { not: first }, role: 'responsible', state: { not: 'withdrawn' } },
    data: { role: 'co_executor' },
  });
  const stayed = participations.filter(({ post, state }) => state !== 'withdrawn' && postIds.includes(post.postId));
  const changed = stayed.filter(({ post, role }) => (post.postId === first) !== (role === 'responsible'));
  return changed.map(({ post }) => post.postId);
}

/** Issues the shares of these posts: force, state, and the date of the role they have now. */
async function begin(app: App, taskId: number, postIds: number[]): Promise<void> {
  const task = await taskView(app, taskId);
  if (!task || postIds.length === 0) return;
  await issueShares(app, { ...task, participations: sharesOf(task, postIds) });
}

/** Whoever collates has the task's date, co-executors the internal one before it; a date that was moved on its own stays. */
async function dateByRole(app: App, taskId: number, postIds: number[]): Promise<void> {
  const task = postIds.length > 0 ? await taskView(app, taskId) : null;
  if (!task?.due) return;
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  const whole = { due: task.due, dueTime: task.dueTime };
  const open = sharesOf(task, postIds).filter(
    ({ state, extensionCount }) => openStates.includes(state) && !extensionCount,
  );
  for (const { participationId, role, post, due: was, firstDue } of open) {
    const to = role === 'responsible' ? whole : internalDue(calendar, whole, post.org.week, today);
    const due = to.due && dayToDb(to.due);
    await app.db.participation.update({
      where: { id: participationId },
      data: { due, dueTime: to.dueTime, ...(was === firstDue && { firstDue: due }) },
    });
  }
}

function sharesOf(task: TaskView, postIds: number[]): ParticipationView[] {
  return task.participations.filter(({ post }) => postIds.includes(post.postId));
}

/** The cards of those who stay in another role are edited where they stand: role and date are others now. */
async function showRoles(app: App, task: TaskView, shares: ParticipationView[]): Promise<void> {
  const { messages } = await assignedMessages(app, [{ ...task, participations: shares }], app.now());
  const sent = await standing(
    app,
    messages.flatMap(({ livingKey }) => livingKey ?? []),
  );
  await enqueue(
    app,
    messages.filter(({ livingKey }) => sent.has(livingKey ?? '')),
  );
}

type Changed = { gone: ParticipationView[]; added: number[]; back: number[]; moved: number[]; reason: string };

async function tellChanged(app: App, was: TaskView, { gone, added, back, moved, reason }: Changed): Promise<void> {
  const cause = randomUUID();
  for (const share of gone) await tellTaken(app, { task: was, share }, 'resolutions.share-withdrawn', reason);
  const task = await taskView(app, was.taskId);
  if (!task) return;
  const { messages } = await assignedMessages(app, [{ ...task, participations: sharesOf(task, added) }], app.now());
  const returned = new Set(sharesOf(task, back).map(({ participationId }) => participationId));
  await enqueue(
    app,
    messages.map((message) =>
      // The card that stood before has ended and is not edited back: this is a new message.
      returned.has(message.subjectId ?? 0) ? { ...message, livingKey: `${message.livingKey ?? ''}:${cause}` } : message,
    ),
  );
  await showRoles(app, task, sharesOf(task, moved));
  const kept = sharesOf(task, moved).map((share) => ({ task, share }));
  await tellHolders(app, 'tasks.corrected', kept, cause, { data: { reason } });
  const judged = moved.length > 0 ? task.participations.filter(({ state }) => state === 'submitted') : [];
  await refreshReviewers(
    app,
    judged.map((share) => ({ task, share })),
  );
  await settleTask(app, task.taskId);
}
