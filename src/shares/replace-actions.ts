// Another executor: the old share is withdrawn, a new one stands in for it with the first date kept; reports stay with whoever made them.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import { type Actor, forceOf } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { settleTask } from '../tasks/actions.ts';
import { assignedMessages, tellHolders } from '../tasks/message-actions.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { postViews, type PostView } from '../tasks/post-queries.ts';
import { refuseMeasure } from '../tasks/plan-rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { replaceInSeries } from '../tasks/series-share-actions.ts';
import { untouched } from '../tasks/share-actions.ts';
import { startUpdates } from '../tasks/update-actions.ts';
import { dayToDb } from '../time.ts';
import { liveShare } from './find-actions.ts';
import { lastReportOf, openPartsOf } from './queries.ts';
import { refusalToTake } from './rules.ts';
import { tellTaken } from './withdraw-actions.ts';

/** `span`: of a periodic task, whether the new executor stands in for this period alone, or has it from now on (which is usual). */
export type Replacing = {
  participationId: number;
  postId: number;
  reason: string;
  span?: 'period' | 'onwards';
  /** Set by the amendment of a roadmap in force: its measures are changed there alone. */
  amending?: boolean;
};

/** `parts`: how many tasks stay with whoever handed them down from the share. */
export type Replaced = { number: string; participationId: number; post: PostView; parts: number };

/**
 * Gives the share to another post; both are told. Throws UserError without the right or a reason, for what was accepted or withdrawn,
 * for a post that the actor may not give tasks to, and for one that has a share of the task already.
 */
export async function replaceExecutor(
  app: App,
  actor: Actor,
  { participationId, postId, reason, span = 'onwards', amending }: Replacing,
): Promise<Replaced> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    const old = await liveShare(app, participationId);
    const { task, share, number } = old;
    const refusal = refusalToTake(share.state);
    if (refusal) throw new UserError(refusal, { number });
    const by = may(actor, 'shares.replace', shareSubject(task, share));
    if (!by) throw new UserError('shares-may-not-withdraw');
    refuseMeasure(task, amending);
    const post = await newExecutor(app, actor, postId);
    const { count } = await app.db.participation.updateMany({
      where: { id: participationId, state: share.state },
      data: { state: 'withdrawn', withdrawnAt: app.now(), stateReason: words },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const { id: newId, revived } = await writeShare(app, old, post, task.seriesId !== null && span === 'period');
    const inSeries = await settleSeries(app, old, newId, span);
    await startUpdates(app, [task]);
    await record(app, {
      verb: 'participations.replaced',
      entity: 'participation',
      entityId: newId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: {
        taskId: task.taskId,
        replacesId: participationId,
        before: { postId: share.post.postId },
        after: { postId },
        ...inSeries,
      },
      texts: { reason: words },
    });
    await tellTaken(app, old, 'shares.withdrawn', words);
    await tellNew(app, newId, share.participationId, revived);
    await settleTask(app, task.taskId);
    const parts = await openPartsOf(app, participationId);
    return { number, participationId: newId, post, parts: parts.length };
  });
}

/** What the event says of the later periods, which follow unless the new executor only stands in. */
async function settleSeries(
  app: App,
  { task: { seriesId } }: ShareView,
  participationId: number,
  span: 'period' | 'onwards',
): Promise<JsonObject> {
  if (seriesId === null) return {};
  if (span === 'period') return { seriesId, span };
  const left = await replaceInSeries(app, { seriesId, participationId });
  return { seriesId, span, ...(left !== null && { left }) };
}

async function newExecutor(app: App, actor: Actor, postId: number): Promise<PostView> {
  const [post] = await postViews(app, [postId]);
  if (!post) throw new UserError('tasks-executor-gone');
  const executors = [{ role: post.role, orgPath: post.org.path, orgType: post.org.type }];
  if (!may(actor, 'tasks.issue', { executors })) throw new UserError('shares-may-not-give');
  return post;
}

/** Writes the share that stands in; one that the same post had before and lost is taken up again. */
async function writeShare(
  app: App,
  { task, share }: ShareView,
  post: PostView,
  periodOnly: boolean,
): Promise<{ id: number; revived: boolean }> {
  const { taskId } = task;
  const known = await app.db.participation.findUnique({
    where: { taskId_postId: { taskId, postId: post.postId } },
    select: { id: true, state: true, position: true },
  });
  if (known && known.state !== 'withdrawn') throw new UserError('shares-has-already', { number: task.number ?? '' });
  const row = await app.db.participation.findUniqueOrThrow({ where: { id: share.participationId } });
  const data = {
    position: row.position,
    role: share.role,
    force: forceOf(task.kind, post.org),
    ...untouched,
    firstDue: share.firstDue && dayToDb(share.firstDue),
    due: share.due && dayToDb(share.due),
    dueTime: share.dueTime,
    extensionCount: share.extensionCount,
    replacesId: share.participationId,
    periodOnly,
    assignedAt: app.now(),
  };
  if (!known) {
    const { id } = await app.db.participation.create({ data: { ...data, taskId, postId: post.postId } });
    return { id, revived: false };
  }
  await app.db.participation.update({ where: { id: known.id }, data });
  return { id: known.id, revived: true };
}

/** The new executor gets the task, and what the former one had reported of it. */
async function tellNew(app: App, participationId: number, replacedId: number, revived: boolean): Promise<void> {
  const found = await shareView(app, participationId);
  if (!found) return;
  const { messages } = await assignedMessages(app, [{ ...found.task, participations: [found.share] }], app.now());
  // A card that stood before and ended is not edited back: this is a new message.
  await enqueue(
    app,
    messages.map((message) =>
      revived ? { ...message, livingKey: `${message.livingKey ?? ''}:${replacedId}` } : message,
    ),
  );
  if (await lastReportOf(app, replacedId))
    await tellHolders(app, 'shares.taken-over', [found], String(replacedId), { data: { replacedId } });
}
