// Other executors for an issued item: who leaves is withdrawn and told, who comes gets the task; what is accepted stays.
import { randomUUID } from 'node:crypto';
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { forceOf } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { assignedMessages, refreshCards, refreshReviewers, tellHolders } from '../tasks/message-actions.ts';
import { type ParticipationView, postViews, taskView } from '../tasks/queries.ts';
import { openStates } from '../tasks/rules.ts';
import { insertShares, issueShares } from '../tasks/share-actions.ts';
import { recordStep } from './adopt-actions.ts';
import { type ItemView, postHeld, type ResolutionView } from './queries.ts';
import { mayIssueTo } from './rules.ts';

/**
 * Makes these posts the executors of an issued item, the first one responsible (of a task for many each one). Joins the transaction
 * of the caller. Throws UserError for a post the chair may not give tasks, or nobody.
 */
export async function changeExecutors(
  app: App,
  view: ResolutionView,
  item: ItemView,
  postIds: number[],
  reason: string,
): Promise<void> {
  if (postIds.length === 0) throw new UserError('resolutions-amend-nobody');
  if (item.recurrence) throw new UserError('resolutions-amend-series');
  await checkExecutors(app, view, postIds);
  const gone = item.participations.filter(
    ({ post, state }) => openStates.includes(state) && !postIds.includes(post.postId),
  );
  await transaction(app, async (app) => {
    await withdraw(app, gone, reason);
    const added = await addShares(app, item, postIds);
    const moved = item.fanOut ? [] : await setRoles(app, item, postIds);
    await recordStep(app, null, 'resolutions.executors-changed', view, {
      taskId: item.taskId,
      withdrawn: gone.map(({ participationId }) => participationId),
      added,
    });
    await tellChanged(app, item, gone, added, moved, reason);
  });
}

async function checkExecutors(app: App, view: ResolutionView, postIds: number[]): Promise<void> {
  const posts = await postViews(app, postIds);
  if (posts.length !== postIds.length) throw new UserError('tasks-executor-gone');
  const executors = posts.map(({ role, org }) => ({ role, orgPath: org.path, orgType: org.type }));
  if (!mayIssueTo(postHeld(view.chair, view.rootOrgId), executors)) throw new UserError('tasks-may-not-issue-to-these');
}

async function withdraw(app: App, gone: ParticipationView[], stateReason: string): Promise<void> {
  const ids = gone.map(({ participationId }) => participationId);
  const { count } = await app.db.participation.updateMany({
    where: { id: { in: ids }, state: { in: openStates } },
    data: { state: 'withdrawn', stateReason, withdrawnAt: app.now() },
  });
  if (count !== ids.length) throw new UserError('telegram-someone-first');
}

/** Shares of posts that had none, or had left; returns their posts. */
async function addShares(app: App, item: ItemView, postIds: number[]): Promise<number[]> {
  const { taskId, kind, fanOut } = item;
  const known = new Map(item.participations.map((share) => [share.post.postId, share]));
  const come = postIds.filter((postId) => (known.get(postId)?.state ?? 'withdrawn') === 'withdrawn');
  if (come.length === 0) return [];
  const back = come.flatMap((postId) => known.get(postId)?.participationId ?? []);
  const data = { stateReason: null, waivedReason: null, withdrawnAt: null, acknowledgedAt: null, submittedAt: null };
  if (back.length > 0) await app.db.participation.updateMany({ where: { id: { in: back } }, data });
  const posts = new Map((await postViews(app, come)).map((post) => [post.postId, post]));
  const fresh = come
    .filter((postId) => !known.has(postId))
    .flatMap((postId) => posts.get(postId) ?? [])
    .map((post) => ({
      postId: post.postId,
      position: postIds.indexOf(post.postId),
      role: fanOut || post.postId === postIds[0] ? ('responsible' as const) : ('co_executor' as const),
      force: forceOf(kind, post.org),
    }));
  await insertShares(app, taskId, fresh);
  const task = await taskView(app, taskId);
  const added = task?.participations.filter(({ post }) => come.includes(post.postId)) ?? [];
  if (task) await issueShares(app, { ...task, participations: added });
  return come;
}

/** The first one named is responsible; returns those whose role changed. */
async function setRoles(app: App, { taskId, participations }: ItemView, postIds: number[]): Promise<number[]> {
  const [first = 0] = postIds;
  const was = participations.filter(({ role, state }) => role === 'responsible' && state !== 'withdrawn');
  if (was.length === 1 && was[0]?.post.postId === first) return [];
  const others = { taskId, postId: { in: postIds.slice(1) }, role: 'responsible' as const };
  await app.db.participation.updateMany({ where: others, data: { role: 'co_executor' } });
  await app.db.participation.updateMany({
    where: { taskId, postId: first },
    data: { role: 'responsible', position: 0 },
  });
  return postIds.filter((postId) => postId === first || was.some(({ post }) => post.postId === postId));
}

async function tellChanged(
  app: App,
  { taskId }: ItemView,
  gone: ParticipationView[],
  added: number[],
  moved: number[],
  reason: string,
): Promise<void> {
  const task = await taskView(app, taskId);
  if (!task) return;
  const cause = randomUUID();
  const withdrawn = gone.map((share) => ({ task, share }));
  await tellHolders(app, 'resolutions.share-withdrawn', withdrawn, cause, { data: { reason } });
  const of = (postIds: number[]) => task.participations.filter(({ post }) => postIds.includes(post.postId));
  const { messages } = await assignedMessages(app, [{ ...task, participations: of(added) }], app.now());
  await enqueue(app, messages);
  const kept = of(moved.filter((postId) => !added.includes(postId))).map((share) => ({ task, share }));
  await tellHolders(app, 'tasks.corrected', kept, cause, { data: { reason } });
  await refreshCards(app, [task]);
  await refreshReviewers(app, withdrawn);
}
