// Asking for more time, taking the request back, and what becomes of it when the share is over.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { postTitle } from '../org/messages.ts';
import { may, whyNot } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { checkLeft, liveNumber } from '../tasks/actions.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { type Day, dayToDb, printDayShort, printInstant } from '../time.ts';
import { refreshRequests } from './message-actions.ts';
import { groundOf, openRequestOf, postsNamed, type RequestItem, requestItem, requestOfKey } from './queries.ts';
import { dateFault, isLate, refusalToAsk, settleDay } from './rules.ts';

export type NewRequest = {
  participationId: number;
  /** The date asked for; one on a day off moves by the setting of the executor's organisation. */
  day: Day;
  reason: string;
  /** The same request is made once. */
  requestKey: string;
};

export type Requested = {
  extensionId: number;
  participationId: number;
  number: string;
  oldDue: Day;
  proposedDue: Day;
  late: boolean;
  repeated: boolean;
};

/** Checks what is asked for and returns the date as it would be kept. Throws UserError with the reason, for every date that cannot be. */
export async function checkProposal(
  app: App,
  actor: Actor,
  { participationId, day }: { participationId: number; day: Day },
) {
  const found = await checkShare(app, actor, participationId);
  const { share } = found;
  const due = share.due as Day;
  const ground = await groundOf(app, found);
  const proposed = settleDay(ground.calendar, ground.week, ground.dayOffPolicy, day);
  refuseDate(proposed, { ...ground, due });
  return { ...found, ground, due, proposed, late: isLate(ground.calendar, ground.week, due, ground.today) };
}

/** Throws UserError for a date that may not be. */
export function refuseDate(day: Day, bounds: Parameters<typeof dateFault>[1]): void {
  const fault = dateFault(day, bounds);
  if (fault === 'extensions-not-later') throw new UserError(fault, { day: printDayShort(bounds.due) });
  if (fault === 'extensions-beyond-parent') throw new UserError(fault, { day: printDayShort(bounds.parentDue ?? day) });
  if (fault === 'extensions-beyond-responsible')
    throw new UserError(fault, { day: printDayShort(bounds.collatedDue ?? day) });
  if (fault) throw new UserError(fault);
}

/**
 * The executor asks to move the date of the own share (product rules, J9). The date does not move before the issuing level decides.
 * One open request a share; the same `requestKey` again returns the one made before. Throws UserError for a share of somebody else or
 * one that is not owed, and for a date that is past, not later than the present one, or beyond the parent's.
 */
export async function requestExtension(app: App, actor: Actor, asked: NewRequest): Promise<Requested> {
  const reason = checkedReason(asked.reason);
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${asked.participationId} FOR UPDATE`;
    const known = await requestOfKey(app, asked.requestKey);
    if (known) {
      const number = (await shareView(app, known.participationId))?.task.number ?? '';
      return { ...known, number, repeated: true };
    }
    const { task, share, number, due, proposed, late } = await checkProposal(app, actor, asked);
    const { id: extensionId } = await app.db.extension.create({
      data: {
        participationId: share.participationId,
        reason,
        oldDue: dayToDb(due),
        proposedDue: dayToDb(proposed),
        late,
        requestedAt: app.now(),
        requestedById: actor.personId,
        requestedByPostId: share.post.postId,
        requestKey: asked.requestKey,
      },
    });
    const { participationId } = share;
    await record(app, {
      verb: 'extensions.requested',
      entity: 'extension',
      entityId: extensionId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: share.post.postId },
      data: {
        taskId: task.taskId,
        participationId,
        after: { state: 'requested', oldDue: due, proposedDue: proposed, late },
      },
      texts: { reason },
    });
    await refreshRequests(app, task, share);
    return { extensionId, participationId, number, oldDue: due, proposedDue: proposed, late, repeated: false };
  });
}

/** The actor's share, on which more time can be asked for. Throws UserError with the reason where it cannot. */
export async function checkShare(
  app: App,
  actor: Actor,
  participationId: number,
): Promise<ShareView & { number: string }> {
  const found = await shareView(app, participationId);
  if (!found || found.task.state === 'draft') throw new UserError('telegram-stale-button');
  const { task, share } = found;
  const refused = whyNot(actor, 'extensions.ask', shareSubject(task, share));
  if (refused && refused !== 'state') throw new UserError('extensions-not-yours');
  const number = liveNumber(task);
  checkLeft(app, task);
  const refusal = refusalToAsk(share.state, share.due);
  if (refusal) throw new UserError(refusal, { number });
  const open = await openRequestOf(app, participationId);
  if (open) throw new UserError('extensions-open-already', { number, day: printDayShort(open.proposedDue) });
  return { ...found, number };
}

/** The executor does not need it any more. Throws UserError when it was decided, or is somebody else's. */
export async function withdrawExtension(app: App, actor: Actor, { extensionId }: { extensionId: number }) {
  return transaction(app, async (app) => {
    const item = await requestItem(app, extensionId);
    if (!item) throw new UserError('telegram-stale-button');
    const { share, task } = item;
    const own = may(actor, 'extensions.withdraw', shareSubject(task, share));
    if (!own) throw new UserError('extensions-not-yours');
    const ended = await endRequest(app, item, 'withdrawn', { personId: actor.personId, postId: own.postId });
    if (!ended) throw await alreadyDecided(app, actor, extensionId);
    await refreshRequests(app, task, share);
    return { number: task.number ?? '' };
  });
}

async function endRequest(
  app: App,
  { request, share, task }: RequestItem,
  state: 'withdrawn',
  actor: { personId: number; postId: number },
): Promise<boolean> {
  const { count } = await app.db.extension.updateMany({
    where: { id: request.extensionId, state: 'requested' },
    data: { state, decidedAt: app.now(), decidedById: actor.personId },
  });
  if (count === 0) return false;
  const data: JsonObject = {
    taskId: task.taskId,
    participationId: share.participationId,
    before: { state: 'requested' },
    after: { state },
  };
  await record(app, {
    verb: `extensions.${state}`,
    entity: 'extension',
    entityId: request.extensionId,
    rootOrgId: task.rootOrgId,
    actor,
    data,
  });
  return true;
}

/** Why a press comes too late: what was decided, by which post and when. */
export async function alreadyDecided(app: App, actor: Actor, extensionId: number): Promise<UserError> {
  const row = await app.db.extension.findUnique({ where: { id: extensionId } });
  const post = row?.decidedByPostId
    ? (await postsNamed(app, [row.decidedByPostId])).get(row.decidedByPostId)
    : undefined;
  if (!row?.decidedAt) return new UserError('telegram-someone-first');
  const at = printInstant(app.zone, row.decidedAt);
  return new UserError('extensions-decided-already', {
    state: row.state,
    at,
    name: post ? postTitle(post, actor.locale) : '–',
  });
}
