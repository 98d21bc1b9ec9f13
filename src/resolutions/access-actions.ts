// Who may change a resolution, asked before every change; and the event each change leaves in the journal.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { amendingPost } from './sight-rules.ts';
import { resolutionView, type ResolutionView } from './queries.ts';
import { isEditable, isWaiting } from './rules.ts';

/** The resolution, if the actor drafted it. Inside a transaction its row is locked and marked as touched, so that two changes come one after the other. */
export async function ownResolution(app: App, actor: Actor, resolutionId: number): Promise<ResolutionView> {
  // Told by $connect: a transaction has $transaction too.
  const inTransaction = !('$connect' in app.db);
  if (inTransaction)
    await app.db.resolution.updateMany({
      where: { id: resolutionId, draftedById: actor.personId },
      data: { touchedAt: app.now() },
    });
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  if (view.draftedById !== actor.personId) throw new UserError('resolutions-not-yours');
  return view;
}

/** The resolution for who drafted it or amends it. */
export async function workedOn(app: App, actor: Actor, resolutionId: number): Promise<ResolutionView> {
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  if (view.draftedById !== actor.personId && !amendingPost(actor, view)) throw new UserError('resolutions-not-yours');
  return view;
}

/** The same as `ownResolution`, while it may be changed: neither adopted nor lying with the chair. */
export async function ownOpen(app: App, actor: Actor, resolutionId: number): Promise<ResolutionView> {
  const view = await ownResolution(app, actor, resolutionId);
  checkDrafter(actor, view);
  if (!isEditable(view)) throw new UserError(isWaiting(view) ? 'resolutions-with-chair' : 'resolutions-locked');
  return view;
}

/** Whoever drafted it needs the right still: posts change hands. */
export function checkDrafter(actor: Actor, view: ResolutionView): void {
  if (!canDraftResolution(actor, view.org.path)) throw new UserError('resolutions-may-not-draft');
}

/** Throws UserError when a text is longer than its place. */
export function checkLength(text: string, max: number): void {
  if (text.length > max) throw new UserError('telegram-text-too-long', { max, length: text.length });
}

/** One event about a resolution, done by its drafter. */
export async function recordResolution(
  app: App,
  actor: Actor,
  verb: string,
  view: ResolutionView,
  data: JsonObject,
  texts?: Record<string, string>,
): Promise<void> {
  const postId = canDraftResolution(actor, view.org.path)?.postId ?? null;
  await record(app, {
    verb,
    entity: 'resolution',
    entityId: view.resolutionId,
    rootOrgId: view.rootOrgId,
    actor: { personId: actor.personId, postId },
    data,
    ...(texts && { texts }),
  });
}
