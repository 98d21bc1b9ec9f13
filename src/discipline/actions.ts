// Appeals against how a share counts, their decision, and days on which the holder of a post was away with leave.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may, whyNot } from '../org/rights.ts';
import { type Actor } from '../org/rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { type Day, dayToDb } from '../time.ts';
import { type AppealView, appealView, disciplineItem } from './queries.ts';
import { tellDeciders } from './message-actions.ts';
import { type Fault, faultsOf } from './rules.ts';

export type NewAppeal = { participationId: number; fault: Fault; text: string; requestKey: string };

/**
 * The executor disputes one fault of the own share. It counts until the level that gave the task has decided. Throws UserError for a share
 * of somebody else, a fault that the index does not see, one that is disputed already or was decided before.
 */
export async function makeAppeal(app: App, actor: Actor, asked: NewAppeal): Promise<{ number: string }> {
  const text = checkedReason(asked.text);
  const { participationId, fault, requestKey } = asked;
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${participationId} FOR UPDATE`;
    const found = await ownShare(app, actor, participationId);
    const number = found.task.number ?? '';
    if (await app.db.appeal.findUnique({ where: { requestKey } })) return { number };
    const item = await disciplineItem(app, actor, participationId);
    if (!item || !faultsOf(item.merit).includes(fault)) throw new UserError('discipline-no-fault');
    const before = await app.db.appeal.findFirst({ where: { participationId, fault } });
    if (before)
      throw new UserError(before.state === 'open' ? 'discipline-appealed-already' : 'discipline-decided-already');
    const { postId } = found.share.post;
    const data = { participationId, postId, fault, text, madeById: actor.personId, madeAt: app.now(), requestKey };
    const { id: appealId } = await app.db.appeal.create({ data });
    await record(app, {
      verb: 'discipline.appealed',
      entity: 'appeal',
      entityId: appealId,
      rootOrgId: found.task.rootOrgId,
      actor: { personId: actor.personId, postId },
      data: { taskId: found.task.taskId, participationId, fault },
      texts: { text },
    });
    await tellDeciders(app, found, { appealId, madeById: actor.personId });
    return { number };
  });
}

/** The actor's own share. Throws UserError for another's, or one that is gone. */
export async function ownShare(app: App, actor: Actor, participationId: number): Promise<ShareView> {
  const found = await shareView(app, participationId);
  if (!found) throw new UserError('telegram-stale-button');
  if (!may(actor, 'discipline.appeal', { executorPostId: found.share.post.postId }))
    throw new UserError('discipline-not-yours');
  return found;
}

export type Decision = { appealId: number; granted: boolean; answer: string };

/**
 * Grants or refuses an appeal; what is granted no longer counts as a fault (a share that was never done leaves the index). Throws UserError
 * without the right, for one's own, and when somebody was first.
 */
export async function decideAppeal(app: App, actor: Actor, decision: Decision): Promise<{ number: string }> {
  const answer = decision.answer.trim() === '' && decision.granted ? null : checkedReason(decision.answer);
  return transaction(app, async (app) => {
    const { appeal, found, by } = await decidable(app, actor, decision.appealId);
    const { count } = await app.db.appeal.updateMany({
      where: { id: appeal.appealId, state: 'open' },
      data: {
        state: decision.granted ? 'granted' : 'refused',
        answer,
        decidedAt: app.now(),
        decidedById: actor.personId,
        decidedByPostId: by.postId,
      },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const { task, share } = found;
    await record(app, {
      verb: decision.granted ? 'discipline.granted' : 'discipline.refused',
      entity: 'appeal',
      entityId: appeal.appealId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { taskId: task.taskId, participationId: share.participationId, fault: appeal.fault },
      ...(answer && { texts: { answer } }),
    });
    const cause = String(appeal.appealId);
    await tellHolders(app, 'discipline.decided', [found], cause, { data: { appealId: appeal.appealId } });
    return { number: task.number ?? '' };
  });
}

/** An open appeal that the actor may decide, with its share. Throws UserError otherwise. */
export async function decidable(app: App, actor: Actor, appealId: number) {
  const appeal: AppealView | null = await appealView(app, appealId);
  const found = appeal && (await shareView(app, appeal.participationId));
  if (!appeal || !found) throw new UserError('telegram-stale-button');
  const made = await app.db.appeal.findUniqueOrThrow({ where: { id: appealId }, select: { madeById: true } });
  const { taskState: _, shareState: __, ...standing } = shareSubject(found.task, found.share);
  const subject = { ...standing, executorPersonIds: [made.madeById] };
  const by = may(actor, 'discipline.decide', subject);
  if (!by) {
    const refusal = whyNot(actor, 'discipline.decide', subject);
    throw new UserError(refusal === 'own' ? 'discipline-own-appeal' : 'telegram-not-allowed');
  }
  if (appeal.state !== 'open') throw new UserError('telegram-someone-first');
  return { appeal, found, by };
}

export const absenceReasons = ['leave', 'illness', 'trip', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];
export type NewAbsence = { postId: number; from: Day; to: Day; reason: AbsenceReason };

/**
 * Notes that the holder of a post was away with leave: what fell due then does not count in the index. Whoever keeps the people of the
 * organisation does it, for others only. Throws UserError without the right, for days that make no span or overlap with what is noted.
 */
export async function noteAbsence(app: App, actor: Actor, { postId, from, to, reason }: NewAbsence): Promise<void> {
  if (to < from) throw new UserError('discipline-days-turned');
  await transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM post WHERE id = ${postId} FOR UPDATE`;
    const { by, rootOrgId } = await keeper(app, actor, postId);
    const overlap = { fromDay: { lte: dayToDb(to) }, toDay: { gte: dayToDb(from) } };
    if (await app.db.absence.findFirst({ where: { postId, cancelledAt: null, ...overlap } }))
      throw new UserError('discipline-absence-known');
    const data = { postId, fromDay: dayToDb(from), toDay: dayToDb(to), reason, createdAt: app.now() };
    const { id } = await app.db.absence.create({
      data: { ...data, approvedById: actor.personId, approvedByPostId: by.postId },
    });
    await record(app, {
      verb: 'discipline.absence-noted',
      entity: 'absence',
      entityId: id,
      rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { postId, from, to, reason },
    });
  });
}

/** Takes a noted absence back. Throws UserError without the right or when it is gone. */
export async function cancelAbsence(app: App, actor: Actor, { absenceId }: { absenceId: number }): Promise<number> {
  return transaction(app, async (app) => {
    const absence = await app.db.absence.findUnique({ where: { id: absenceId } });
    if (!absence) throw new UserError('telegram-stale-button');
    const { by, rootOrgId } = await keeper(app, actor, absence.postId);
    const { count } = await app.db.absence.updateMany({
      where: { id: absenceId, cancelledAt: null },
      data: { cancelledAt: app.now() },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await record(app, {
      verb: 'discipline.absence-cancelled',
      entity: 'absence',
      entityId: absenceId,
      rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { postId: absence.postId },
    });
    return absence.postId;
  });
}

/** The post with which the actor keeps the people of this post's organisation. Throws UserError without it, and for a post of one's own. */
export async function keeper(app: App, actor: Actor, postId: number) {
  const post = await app.db.post.findUnique({ where: { id: postId }, include: { org: true } });
  if (!post || post.closedAt) throw new UserError('telegram-stale-button');
  const by = may(actor, 'org.keep-people', { orgPath: post.org.path });
  if (!by || by === 'admin') throw new UserError('telegram-not-allowed');
  if (actor.posts.some((held) => held.postId === postId)) throw new UserError('discipline-own-absence');
  return { by, post, rootOrgId: post.org.rootId ?? post.org.id };
}
