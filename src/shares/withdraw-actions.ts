// A share is taken away: withdrawn by the issuer, or given up by whoever collates, both with a reason that stays.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { settleTask } from '../tasks/actions.ts';
import { endCards } from '../tasks/collate-actions.ts';
import { lockTask } from '../tasks/lock-queries.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { refreshReviewers } from '../tasks/reviewer-actions.ts';
import type { ShareView } from '../tasks/queries.ts';
import { refuseMeasure } from '../tasks/plan-rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { liveShare } from './find-actions.ts';
import { leavesNobodyResponsible, refusalToTake } from './rules.ts';
import { tellOfDisowned } from './tell-actions.ts';

/** `amending`: set by the amendment of a roadmap in force, whose measures are changed there alone. */
export type Taking = { participationId: number; reason: string; amending?: boolean };
/** `nobodyLeft`: the task has no executor any more. */
export type Taken = { number: string; taskId: number; nobodyLeft: boolean };

/**
 * The issuer takes the share away; the executor is told and its card edited, reports made stay in the history. Throws UserError without
 * the right or a reason, for what was accepted, and for the responsible executor of co-executors who still work: they are replaced.
 */
export async function withdrawShare(
  app: App,
  actor: Actor,
  { participationId, reason, amending }: Taking,
): Promise<Taken> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    await holdTaskOf(app, participationId);
    const found = await liveShare(app, participationId);
    const { task, share, number } = found;
    const refusal = refusalToTake(share.state);
    if (refusal) throw new UserError(refusal, { number });
    const by = may(actor, 'shares.withdraw', shareSubject(task, share));
    if (!by) throw new UserError('shares-may-not-withdraw');
    refuseMeasure(task, amending);
    if (leavesNobodyResponsible(task, share)) throw new UserError('shares-replace-responsible');
    await takeAway(app, found, { stateReason: words });
    await recordTaking(app, 'participations.withdrawn', { actor, postId: by.postId }, found, words);
    await tellTaken(app, found, 'shares.withdrawn', words);
    const left = await app.db.participation.count({ where: { taskId: task.taskId, state: { not: 'withdrawn' } } });
    return { number, taskId: task.taskId, nobodyLeft: left === 0 };
  });
}

/**
 * A co-executor's part is given up with a reason, by the responsible executor or the issuer; nobody gives up their own (four eyes).
 * Throws UserError without the right or a reason, and for what was accepted or taken away already.
 */
export async function waiveShare(app: App, actor: Actor, { participationId, reason }: Taking): Promise<Taken> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    const found = await liveShare(app, participationId);
    const { task, share, number } = found;
    const refusal = refusalToTake(share.state);
    if (refusal) throw new UserError(refusal, { number });
    const by = may(actor, 'shares.waive', shareSubject(task, share));
    if (!by || share.role !== 'co_executor') throw new UserError('shares-may-not-waive');
    await takeAway(app, found, { stateReason: words, waivedReason: words });
    await recordTaking(app, 'participations.waived', { actor, postId: by.postId }, found, words);
    await tellTaken(app, found, 'shares.waived', words);
    return { number, taskId: task.taskId, nobodyLeft: false };
  });
}

/** Of two withdrawn at once the second sees who is left. */
async function holdTaskOf(app: App, participationId: number): Promise<void> {
  const row = await app.db.participation.findUnique({ where: { id: participationId }, select: { taskId: true } });
  if (row) await lockTask(app, row.taskId);
}

async function takeAway(
  app: App,
  { share }: ShareView,
  reasons: { stateReason: string; waivedReason?: string },
): Promise<void> {
  const { count } = await app.db.participation.updateMany({
    where: { id: share.participationId, state: share.state },
    data: { state: 'withdrawn', withdrawnAt: app.now(), ...reasons },
  });
  if (count === 0) throw new UserError('telegram-someone-first');
}

async function recordTaking(
  app: App,
  verb: string,
  { actor, postId }: { actor: Actor; postId: number },
  { task, share }: ShareView,
  reason: string,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'participation',
    entityId: share.participationId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId },
    data: { taskId: task.taskId, before: { state: share.state }, after: { state: 'withdrawn' } },
    texts: { reason },
  });
}

/** The executor hears why, its card ends, and whoever waited for it or handed down from it is told. */
export async function tellTaken(app: App, found: ShareView, kind: string, reason: string): Promise<void> {
  const { task, share } = found;
  await endCards(app, [share], 'withdrawn');
  await tellHolders(app, kind, [found], String(app.now().getTime()), { data: { reason } });
  if (task.parts?.openShareIds.includes(share.participationId))
    await tellHolders(app, 'shares.parent-ended', [found], String(app.now().getTime()));
  if (share.state === 'misaddressed') await tellOfDisowned(app, task, share);
  if (share.state === 'submitted') await refreshReviewers(app, [found]);
  await settleTask(app, task.taskId, share.post.postId);
}
