// Requests for more time are judged: opinions of the responsible and the controller, and the decision of the issuing level.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { whyNot } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { liveNumber } from '../tasks/actions.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { type Day, dayToDb } from '../time.ts';
import { refreshRequests, showNewDates } from './message-actions.ts';
import { groundOf, type RequestItem, requestItem, requestSubject, voiceOf } from './queries.ts';
import { alreadyDecided, refuseDate } from './request-actions.ts';
import { settleDay } from './rules.ts';

export type Decided = { number: string; oldDue: Day; newDue: Day; count: number };

/** Says what the responsible or the controller thinks of a request; it can be changed while the request is open, and blocks nothing. */
export async function giveOpinion(
  app: App,
  actor: Actor,
  { extensionId, agrees, comment = '' }: { extensionId: number; agrees: boolean; comment?: string },
): Promise<{ number: string }> {
  const words = comment.trim() === '' ? null : checkedReason(comment);
  return transaction(app, async (app) => {
    const { item, number } = await openItem(app, actor, extensionId);
    const { request, share, task } = item;
    const speaker = voiceOf(actor, item);
    if (!speaker || speaker.voice === 'decides') throw new UserError('extensions-no-opinion');
    const { postId } = speaker.post;
    const said = { personId: actor.personId, agrees, comment: words, at: app.now() };
    await app.db.extensionOpinion.upsert({
      where: { extensionId_postId: { extensionId, postId } },
      create: { extensionId, postId, ...said },
      update: said,
    });
    await record(app, {
      verb: 'extensions.opinion-given',
      entity: 'extension',
      entityId: request.extensionId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId },
      data: { taskId: task.taskId, participationId: share.participationId, agrees },
      ...(words && { texts: { comment: words } }),
    });
    await refreshRequests(app, task, share);
    return { number };
  });
}

/**
 * A date that is to be granted instead of the one asked for, as it would be kept: on a day off it moves by the setting of the executor's
 * organisation. Throws UserError as `approveExtension` does.
 */
export async function checkOtherDay(app: App, actor: Actor, { extensionId, day }: { extensionId: number; day: Day }) {
  const { item } = await decidable(app, actor, extensionId);
  const ground = await groundOf(app, item);
  const { calendar, week, dayOffPolicy } = ground;
  const granted = settleDay(calendar, week, dayOffPolicy, day);
  refuseDate(granted, { ...ground, due: item.share.due ?? item.request.oldDue });
  return { granted, off: !calendar.isWorkingDay(granted, week) };
}

/** What stands of an open request that the actor may decide. Throws UserError when they may not, or it was decided. */
export async function requestToDecide(app: App, actor: Actor, extensionId: number) {
  const { item, number } = await decidable(app, actor, extensionId);
  return { number, due: item.share.due ?? item.request.oldDue, week: item.share.post.org.week };
}

/** The issuing level moves the date, to the one asked for or to another. Throws UserError without the right, for a date that may not be, and when somebody was first. */
export async function approveExtension(
  app: App,
  actor: Actor,
  { extensionId, day }: { extensionId: number; day?: Day },
): Promise<Decided> {
  return transaction(app, async (app) => {
    const { item, number, by } = await decidable(app, actor, extensionId);
    const { request, share, task } = item;
    const newDue = day ?? request.proposedDue;
    const oldDue = share.due ?? request.oldDue;
    refuseDate(newDue, { ...(await groundOf(app, item)), due: oldDue });
    const decision = { state: 'approved' as const, newDue: dayToDb(newDue) };
    await decide(app, actor, by, item, decision);
    await moveDate(app, item, oldDue, newDue);
    await recordApproval(app, actor, by, item, oldDue, newDue);
    await showNewDates(app, task);
    await tell(app, item);
    return { number, oldDue, newDue, count: 1 };
  });
}

/** The date stays. A reason is needed. */
export async function declineExtension(
  app: App,
  actor: Actor,
  { extensionId, reason }: { extensionId: number; reason: string },
): Promise<{ number: string }> {
  const comment = checkedReason(reason);
  return transaction(app, async (app) => {
    const { item, number, by } = await decidable(app, actor, extensionId);
    await decide(app, actor, by, item, { state: 'declined', comment });
    const { share, task } = item;
    await record(app, {
      verb: 'extensions.declined',
      entity: 'extension',
      entityId: extensionId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: {
        taskId: task.taskId,
        participationId: share.participationId,
        before: { state: 'requested' },
        after: { state: 'declined' },
      },
      texts: { comment },
    });
    await tell(app, item);
    return { number };
  });
}

async function openItem(app: App, actor: Actor, extensionId: number): Promise<{ item: RequestItem; number: string }> {
  const item = await requestItem(app, extensionId);
  if (!item) throw new UserError('telegram-stale-button');
  refuseStranger(actor, item);
  if (item.request.state !== 'requested') throw await alreadyDecided(app, actor, extensionId);
  const number = liveNumber(item.task);
  if (item.share.state === 'accepted' || item.share.state === 'withdrawn')
    throw new UserError('extensions-finished', { number });
  return { item, number };
}

/** Throws UserError for somebody who has no say, whatever the state of the task. */
export function refuseStranger(actor: Actor, { task, share, request }: RequestItem): void {
  const subject = requestSubject(task, share, request);
  const refusals = [whyNot(actor, 'extensions.decide', subject), whyNot(actor, 'extensions.opine', subject)];
  if (refusals.every((refusal) => refusal !== null && refusal !== 'state')) throw new UserError('extensions-may-not');
}

async function decidable(app: App, actor: Actor, extensionId: number) {
  const { item, number } = await openItem(app, actor, extensionId);
  const speaker = voiceOf(actor, item);
  // Opinions block nothing, and decide nothing: the date moves only by the issuing level (product rules, rights).
  if (speaker?.voice !== 'decides') throw new UserError('extensions-may-not-decide');
  return { item, number, by: speaker.post };
}

async function decide(
  app: App,
  actor: Actor,
  by: PostHeld,
  { request }: RequestItem,
  decision: { state: 'approved' | 'declined'; newDue?: Date; comment?: string },
): Promise<void> {
  const { count } = await app.db.extension.updateMany({
    where: { id: request.extensionId, state: 'requested' },
    data: { ...decision, decidedAt: app.now(), decidedById: actor.personId, decidedByPostId: by.postId },
  });
  if (count === 0) throw await alreadyDecided(app, actor, request.extensionId);
}

async function moveDate(app: App, { share }: RequestItem, oldDue: Day, newDue: Day): Promise<void> {
  const { count } = await app.db.participation.updateMany({
    where: { id: share.participationId, due: dayToDb(oldDue), state: { notIn: ['accepted', 'withdrawn'] } },
    data: { due: dayToDb(newDue), extensionCount: { increment: 1 } },
  });
  if (count === 0) throw new UserError('telegram-someone-first');
}

async function recordApproval(
  app: App,
  actor: Actor,
  by: PostHeld,
  { request, share, task }: RequestItem,
  oldDue: Day,
  newDue: Day,
): Promise<void> {
  const { extensionCount } = share;
  await record(app, {
    verb: 'extensions.approved',
    entity: 'extension',
    entityId: request.extensionId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: by.postId },
    data: {
      taskId: task.taskId,
      participationId: share.participationId,
      before: { due: oldDue, extensionCount },
      after: { due: newDue, extensionCount: extensionCount + 1 },
    },
  });
}

async function tell(app: App, { request, share, task }: RequestItem): Promise<void> {
  const { extensionId } = request;
  await tellHolders(app, 'extensions.decided', [{ task, share }], String(extensionId), { data: { extensionId } });
  await refreshRequests(app, task, share);
}
