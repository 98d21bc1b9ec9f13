// One change of a measure written down: to the rows of a draft, or to the task of a measure in force by the rules of any other task.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { PostHeld } from '../org/rights-posts.ts';
import type { Actor } from '../org/rules.ts';
import { exchangeExecutors } from '../resolutions/amendment-executor-actions.ts';
import { replaceExecutor } from '../shares/replace-actions.ts';
import { withdrawShare } from '../shares/withdraw-actions.ts';
import { cancelTask } from '../tasks/actions.ts';
import { correctTask } from '../tasks/correct-actions.ts';
import { languageOf } from '../tasks/draft-queries.ts';
import { dueColumns, shares, textColumns } from '../tasks/draft-rows.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { postViews } from '../tasks/post-queries.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { insertShares } from '../tasks/share-actions.ts';
import type { Day } from '../time.ts';
import { dropParts, rejoinPlan } from './plan-actions.ts';
import type { MeasureShare, MeasureView } from './queries.ts';
import { replaceable } from './rules.ts';

export type MeasureChange =
  | { act: 'text'; text: string }
  | { act: 'due'; due: Day }
  /** `insteadOf`: the post that is replaced; without it the responsible one, and in a draft of many all of them. */
  | { act: 'executor'; postId: number; insteadOf?: number }
  | { act: 'executor-added'; postId: number }
  | { act: 'executor-removed'; postId: number }
  | { act: 'milestone'; name: string; due: Day }
  | { act: 'milestone-changed'; milestoneId: number; name?: string; due?: Day }
  | { act: 'milestone-removed'; milestoneId: number }
  | { act: 'form'; words: string | null }
  | { act: 'note'; words: string | null }
  | { act: 'remove' };
type Executing = Extract<MeasureChange, { act: 'executor' | 'executor-added' | 'executor-removed' }>;
/** What is done in another way once the measure is in force. */
type Deep = Executing | Extract<MeasureChange, { act: 'text' | 'due' | 'remove' }>;

/** Changes a measure of a draft. Joins the transaction of the caller, who records it. */
export async function changeDraft(app: App, measure: MeasureView, change: Deep): Promise<void> {
  const { taskId, measureId } = measure;
  const where = { id: taskId };
  if (change.act === 'text') {
    refuseSensitive('guard-in-text', change.text);
    await app.db.task.update({
      where,
      data: { ...textColumns(change.text, languageOf(change.text)), draftDoubts: [] },
    });
  } else if (change.act === 'due') {
    await app.db.task.update({ where, data: { ...dueColumns({ due: change.due }), draftDoubts: [] } });
  } else if (change.act !== 'remove') {
    const { postIds, fanOut } = draftExecutors(measure, change);
    if (postIds.length === 0) throw new UserError('roadmaps-last-executor');
    await app.db.participation.deleteMany({ where: { taskId } });
    await app.db.task.update({ where, data: { fanOut, draftDoubts: [] } });
    await insertShares(app, taskId, shares(await postViews(app, postIds), 'assignment', { fanOut }));
  } else {
    await dropParts(app, [measureId]);
    await app.db.measure.delete({ where: { id: measureId } });
    const behind = { sectionId: measure.sectionId, position: { gt: measure.position } };
    await app.db.measure.updateMany({ where: behind, data: { position: { decrement: 1 } } });
    await app.db.participation.deleteMany({ where: { taskId } });
    await app.db.task.deleteMany({ where: { id: taskId, state: 'draft' } });
  }
}

function draftExecutors(
  { executors, fanOut }: Pick<MeasureView, 'executors' | 'fanOut'>,
  change: Executing,
): { postIds: number[]; fanOut: boolean } {
  const { postId } = change;
  if (change.act === 'executor-removed') return { postIds: executors.filter((id) => id !== postId), fanOut };
  if (executors.includes(postId)) throw new UserError('roadmaps-executor-already');
  if (change.act === 'executor-added') return { postIds: [...executors, postId], fanOut };
  const { insteadOf } = change;
  if (insteadOf === undefined) return { postIds: fanOut ? [postId] : [postId, ...executors.slice(1)], fanOut: false };
  return { postIds: executors.map((id) => (id === insteadOf ? postId : id)), fanOut };
}

/** In whose name a measure in force is changed, and why. */
type Giving = { by: PostHeld; reason: string };

/** Changes a measure in force: its task by the same rules as any other. Joins the transaction of the caller, who keeps the version. */
export async function changeIssued(
  app: App,
  actor: Actor,
  { by, reason }: Giving,
  measure: MeasureView,
  change: Deep,
): Promise<void> {
  const { taskId, state } = measure;
  if (change.act === 'text') await correctTask(app, actor, { taskId, text: change.text, reason, amending: true });
  else if (change.act === 'due') {
    await rejoinPlan(app, measure);
    await correctTask(app, actor, { taskId, due: change.due, reason, amending: true });
  } else if (change.act !== 'remove') await changeExecuting(app, actor, { by, reason }, measure, change);
  else {
    if (liveTaskStates.includes(state)) await cancelTask(app, actor, { taskId, reason, amending: true });
    await app.db.measure.update({ where: { id: measure.measureId }, data: { removedAt: app.now() } });
  }
}

async function changeExecuting(
  app: App,
  actor: Actor,
  giving: Giving,
  measure: MeasureView,
  change: Executing,
): Promise<void> {
  const { postId } = change;
  const { reason } = giving;
  if (change.act === 'executor-added') return addExecutor(app, actor, giving, measure, postId);
  const open = replaceable(measure.shares);
  const share =
    change.act === 'executor-removed'
      ? shareOf(open, postId)
      : change.insteadOf === undefined
        ? (open.find(({ role }) => role === 'responsible') ?? open[0])
        : shareOf(open, change.insteadOf);
  if (!share) throw new UserError('roadmaps-measure-done');
  const { participationId } = share;
  if (change.act === 'executor') {
    if (measure.fanOut && open.length > 1 && change.insteadOf === undefined)
      throw new UserError('telegram-stale-button');
    await replaceExecutor(app, actor, { participationId, postId, reason, amending: true });
    return;
  }
  if (measure.shares.filter(({ state }) => state !== 'withdrawn').length < 2)
    throw new UserError('roadmaps-last-executor');
  await withdrawShare(app, actor, { participationId, reason, amending: true });
}

const shareOf = (shares: MeasureShare[], postId: number) => shares.find((share) => share.postId === postId);

/** One more executor: with a copy of its own where each has one, else a co-executor. */
async function addExecutor(
  app: App,
  actor: Actor,
  { by, reason }: Giving,
  { taskId, shares: all }: MeasureView,
  postId: number,
): Promise<void> {
  const there = all.filter(({ state }) => state !== 'withdrawn');
  if (shareOf(there, postId)) throw new UserError('roadmaps-executor-already');
  const first = there.toSorted((a, b) => Number(b.role === 'responsible') - Number(a.role === 'responsible'));
  const postIds = [...first.map((share) => share.postId), postId];
  await exchangeExecutors(app, actor, { taskId, giver: by, postIds, reason }, async (app, { postId }, { added }) =>
    record(app, {
      verb: 'tasks.joined',
      entity: 'task',
      entityId: taskId,
      rootOrgId: by.rootId,
      actor: { personId: actor.personId, postId },
      data: { executors: added },
    }),
  );
}
