// What the chair does: adopts, sends back, issues an item completed later; and the closing of what is finished.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { type Actor, canAdopt } from '../org/rules.ts';
import { issueResolutionTasks } from '../tasks/actions.ts';
import { takeMembers } from '../tasks/member-actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { refreshAgreements } from './agreement-message-actions.ts';
import { askChair, refreshChair, tellDrafter } from './message-actions.ts';
import { endContinued } from './continued-actions.ts';
import { mayGetFromChair } from './executor-queries.ts';
import { hasLiveTasks, resolutionsIn } from './list-queries.ts';
import { type ItemView, resolutionOfTask, resolutionView, type ResolutionView } from './queries.ts';
import { adoptedStates, isFinished, isWaiting, type Lack, openStates } from './rules.ts';

export type Adopted = {
  /** Numbers of the items issued. */
  issued: string[];
  /** Items that stay drafts, with what they lack. */
  left: { taskId: number; number: string; missing: Lack[] }[];
  participations: number;
  /** Executors of whom nobody can be written to. */
  unreached: number;
};

/**
 * Adopts: the resolution is locked, and every item that lacks nothing is issued by the chair's post in the same transaction.
 * `sentAt` (milliseconds) names the text that the chair has read: one changed since is refused. A second press finds it adopted and is refused; whoever does not hold the chair is refused, and the journal keeps the attempt.
 */
export async function adoptResolution(
  app: App,
  actor: Actor,
  { resolutionId, sentAt }: { resolutionId: number; sentAt?: number },
): Promise<Adopted> {
  await refuseStrangers(app, actor, resolutionId);
  return transaction(app, async (app) => {
    const view = await lockedView(app, resolutionId);
    const by = asChair(actor, view);
    checkWaiting(view);
    if (sentAt !== undefined && view.sentAt?.getTime() !== sentAt) throw new UserError('resolutions-changed-since');
    const ready = view.items.filter(({ missing }) => missing.length === 0);
    const left = view.items.filter(({ missing }) => missing.length > 0);
    const state = ready.length > 0 ? 'on_control' : 'adopted';
    const { count } = await app.db.resolution.updateMany({
      where: { id: resolutionId, state: { in: openStates }, sentAt: { not: null } },
      data: { state, adoptedAt: app.now(), adoptedByPostId: by.postId },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const numbers = { issued: ready.map(({ position }) => position), left: left.map(({ position }) => position) };
    await recordStep(app, by, 'resolutions.adopted', view, { before: view.state, after: 'adopted', ...numbers });
    const counts = await issueItems(app, actor, view, ready);
    if (ready.length > 0)
      await recordStep(app, null, 'resolutions.on-control', view, { before: 'adopted', after: 'on_control' });
    await refreshChair(app, view);
    await refreshAgreements(app, view);
    if (view.draftedById !== actor.personId)
      await tellDrafter(app, view, 'resolutions.adopted', { unreached: counts.unreached });
    return {
      issued: ready.map(({ number }) => number),
      left: left.map((item) => ({ taskId: item.taskId, number: item.number, missing: item.missing })),
      ...counts,
    };
  });
}

/** Gives the draft back to who wrote it, with a reason. */
export async function returnToDrafter(
  app: App,
  actor: Actor,
  { resolutionId, reason }: { resolutionId: number; reason: string },
): Promise<void> {
  const words = checkedReason(reason);
  await refuseStrangers(app, actor, resolutionId);
  await transaction(app, async (app) => {
    const view = await lockedView(app, resolutionId);
    const by = asChair(actor, view);
    checkWaiting(view);
    await app.db.resolution.updateMany({
      where: { id: resolutionId, state: { in: openStates } },
      data: { sentAt: null },
    });
    await recordStep(app, by, 'resolutions.sent-back', view, {}, { reason: words });
    await refreshChair(app, view);
    await tellDrafter(app, view, 'resolutions.sent-back', { reason: words });
  });
}

/** Issues an item that was completed after the adoption. */
export async function issueItem(
  app: App,
  actor: Actor,
  { taskId }: { taskId: number },
): Promise<{ number: string; unreached: number }> {
  const resolutionId = await resolutionOfTask(app, taskId);
  if (resolutionId === null) throw new UserError('telegram-stale-button');
  await refuseStrangers(app, actor, resolutionId);
  return transaction(app, async (app) => {
    const view = await lockedView(app, resolutionId);
    const by = asChair(actor, view);
    const item = view.items.find((known) => known.taskId === taskId);
    if (!item || !adoptedStates.includes(view.state)) throw new UserError('telegram-stale-button');
    if (item.state !== 'draft') throw new UserError('resolutions-item-issued', { number: item.number });
    if (item.missing.length > 0) throw new UserError('resolutions-item-incomplete', { number: item.number });
    const { unreached } = await issueItems(app, actor, view, [item]);
    const { count } = await app.db.resolution.updateMany({
      where: { id: resolutionId, state: 'adopted' },
      data: { state: 'on_control' },
    });
    if (count > 0)
      await recordStep(app, by, 'resolutions.on-control', view, { before: 'adopted', after: 'on_control' });
    await refreshChair(app, view);
    return { number: item.number, unreached };
  });
}

/** Closes every resolution on control whose tasks are all closed or cancelled; run by a job. */
export async function closeFinishedResolutions(app: App): Promise<void> {
  for (const resolutionId of await resolutionsIn(app, 'onControl')) await closeResolutionIfDone(app, resolutionId);
}

/** Closes the resolution if nothing of it is left to do; true when it did. */
export async function closeResolutionIfDone(app: App, resolutionId: number): Promise<boolean> {
  return transaction(app, async (app) => {
    const view = await lockedView(app, resolutionId);
    if (view.state !== 'on_control' || !isFinished(view.items) || (await hasLiveTasks(app, resolutionId))) return false;
    await app.db.resolution.update({ where: { id: resolutionId }, data: { state: 'closed', closedAt: app.now() } });
    await recordStep(app, null, 'resolutions.closed', view, { before: 'on_control', after: 'closed' });
    await refreshChair(app, view);
    await tellDrafter(app, view, 'resolutions.closed');
    return true;
  });
}

/** Puts the question before chairs who could not be reached when it was sent, or hold the post only since; run by a job. */
export async function askWaitingChairs(app: App): Promise<void> {
  for (const resolutionId of await resolutionsIn(app, 'waiting')) {
    const view = await resolutionView(app, resolutionId);
    if (view && isWaiting(view)) await askChair(app, view);
  }
}

/** Issues these items in the name of the chair, without undo. Joins the transaction of the caller. */
export async function issueItems(
  app: App,
  actor: Actor,
  view: ResolutionView,
  items: ItemView[],
): Promise<{ participations: number; unreached: number }> {
  if (items.length === 0) return { participations: 0, unreached: 0 };
  const taskIds = items.map(({ taskId }) => taskId);
  const home = view.home?.placeId ?? null;
  if (home !== null)
    await app.db.task.updateMany({ where: { id: { in: taskIds }, homePlaceId: null }, data: { homePlaceId: home } });
  await takeMembers(app, actor, items, mayGetFromChair(view));
  const issued = await issueResolutionTasks(app, actor, {
    taskIds,
    numbers: items.map(({ number }) => number),
    issuerPostId: view.chair.postId,
  });
  await endContinued(app, actor, view, items);
  return issued;
}

/** An attempt by somebody else is an event of its own: it stays although the change is refused. */
async function refuseStrangers(app: App, actor: Actor, resolutionId: number): Promise<void> {
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  if (canAdopt(actor, { chairPostId: view.chair.postId })) return;
  app.log.warn({ person: actor.personId, resolution: resolutionId }, 'resolutions.refused');
  await transaction(app, async (app) =>
    recordStep(app, { personId: actor.personId, postId: null }, 'resolutions.refused', view, {}),
  );
  throw new UserError('resolutions-only-chair');
}

/** The resolution with its row locked until the end of the transaction. */
export async function lockedView(app: App, resolutionId: number): Promise<ResolutionView> {
  await app.db.$queryRaw`SELECT id FROM resolution WHERE id = ${resolutionId} FOR UPDATE`;
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  return view;
}

function asChair(actor: Actor, view: ResolutionView): { personId: number; postId: number } {
  const post = canAdopt(actor, { chairPostId: view.chair.postId });
  if (!post) throw new UserError('resolutions-only-chair');
  return { personId: actor.personId, postId: post.postId };
}

function checkWaiting(view: ResolutionView): void {
  if (isWaiting(view)) return;
  throw new UserError(openStates.includes(view.state) ? 'resolutions-taken-back' : 'resolutions-adopted-already');
}

/** One event about a resolution. */
export async function recordStep(
  app: App,
  actor: { personId: number; postId: number | null } | null,
  verb: string,
  view: ResolutionView,
  data: JsonObject,
  texts?: Record<string, string>,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'resolution',
    entityId: view.resolutionId,
    rootOrgId: view.rootOrgId,
    actor,
    data,
    ...(texts && { texts }),
  });
}
