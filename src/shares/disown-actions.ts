// "Not ours": an executor says so within a working day, the issuer decides; nothing is forgotten meanwhile.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { settleTask } from '../tasks/actions.ts';
import { disownUntil, tookUpon } from '../tasks/disown-rules.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { executorName } from '../tasks/messages.ts';
import type { ShareView } from '../tasks/queries.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { liveShare } from './find-actions.ts';
import { refusalToDisown } from './rules.ts';
import { tellOfDisowned } from './tell-actions.ts';

/** `postId`: whose the task may be, as far as the executor knows. */
export type Disowning = { participationId: number; reason: string; postId?: number | null };

/**
 * The executor says that the task is not theirs; the issuer is told at once and decides. Throws UserError for somebody else's share,
 * without a reason, later than the working day after it arrived, and when the issuer has sent it back before.
 */
export async function disownShare(
  app: App,
  actor: Actor,
  { participationId, reason, postId = null }: Disowning,
): Promise<{ number: string }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    const found = await liveShare(app, participationId);
    const { task, share, number } = found;
    const by = await mayDisownNow(app, actor, found, number);
    const { count } = await app.db.participation.updateMany({
      where: { id: participationId, state: share.state, misaddressedAt: null },
      data: { state: 'misaddressed', misaddressedAt: app.now(), stateReason: words },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await record(app, {
      verb: 'participations.misaddressed',
      entity: 'participation',
      entityId: participationId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by },
      data: {
        taskId: task.taskId,
        before: { state: share.state },
        after: { state: 'misaddressed' },
        suggested: postId,
      },
      texts: { reason: words },
    });
    await tellOfDisowned(app, task, share, { suggested: postId });
    await settleTask(app, task.taskId, share.post.postId);
    return { number };
  });
}

/** Throws UserError when it is not, or no longer, possible to say so: asked before the reason is, and again with it. */
export async function checkDisown(app: App, actor: Actor, participationId: number): Promise<{ number: string }> {
  const found = await liveShare(app, participationId);
  await mayDisownNow(app, actor, found, found.number);
  return { number: found.number };
}

async function mayDisownNow(app: App, actor: Actor, { task, share }: ShareView, number: string): Promise<number> {
  if (!may(actor, 'shares.misaddressed', { executorPostId: share.post.postId })) throw new UserError('tasks-not-yours');
  if (tookUpon(task, share)) throw new UserError('shares-notours-own', { number });
  const refusal = refusalToDisown(share.state, Boolean(share.misaddressedAt));
  if (refusal) throw new UserError(refusal, { number });
  const until = disownUntil(app.zone, await loadCalendar(app), share, task);
  const name = task.issuer ? executorName(task.issuer, actor.locale) : '';
  if (!until || app.now() >= until) throw new UserError('shares-notours-late', { number, name });
  const by = may(actor, 'shares.misaddressed', shareSubject(task, share));
  if (!by) throw new UserError('tasks-not-yours');
  return by.postId;
}

/** The issuer says that it is theirs after all: the share is assigned again. Throws UserError without the right or a reason, and when it was decided already. */
export async function sendBackShare(
  app: App,
  actor: Actor,
  { participationId, reason }: { participationId: number; reason: string },
): Promise<{ number: string }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    const { task, share, number } = await liveShare(app, participationId);
    if (share.state !== 'misaddressed') throw new UserError('shares-decided-already', { number });
    const by = may(actor, 'shares.decide-misaddressed', shareSubject(task, share));
    if (!by) throw new UserError('shares-may-not-decide');
    const { count } = await app.db.participation.updateMany({
      where: { id: participationId, state: 'misaddressed' },
      data: { state: 'assigned', stateReason: words, acknowledgedAt: null },
    });
    if (count === 0) throw new UserError('shares-decided-already', { number });
    await record(app, {
      verb: 'participations.sent-back',
      entity: 'participation',
      entityId: participationId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { taskId: task.taskId, before: { state: 'misaddressed' }, after: { state: 'assigned' } },
      texts: { reason: words },
    });
    await tellHolders(app, 'shares.sent-back', [{ task, share }], String(app.now().getTime()), {
      data: { reason: words },
    });
    await tellOfDisowned(app, task, share);
    await settleTask(app, task.taskId, share.post.postId);
    return { number };
  });
}
