// Writing a resolution: created, its head changed, sent to the chair, taken back, dropped. Items and adoption stand in their own files.
import { transaction, type App } from '../app.ts';
import { findPlaceById } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { dropDraftsOf } from '../tasks/actions.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { type Day, dayToDb, isDay } from '../time.ts';
import { checkLength, ownOpen, ownResolution, recordResolution } from './access-actions.ts';
import { askAgain } from './agreement-actions.ts';
import { refreshAgreements } from './agreement-message-actions.ts';
import { askChair, refreshChair } from './message-actions.ts';
import { bodyOf, possibleChairs } from './body-queries.ts';
import { type ResolutionView } from './queries.ts';
import { rereadDates } from './reread-actions.ts';
import { isWaiting, maxNumber, maxTheme, openStates, refuseUnguarded } from './rules.ts';

export { addItem, addItems, changeItem, removeItem } from './item-actions.ts';
export {
  adoptResolution,
  closeFinishedResolutions,
  closeResolutionIfDone,
  issueItem,
  returnToDrafter,
} from './adopt-actions.ts';

export type NewResolution = {
  /** The body whose meeting it was. */
  orgId: number;
  theme: string;
  /** Day of the meeting. */
  day: Day;
  /** Number of the protocol; null while it has none. */
  number: string | null;
  chairPostId: number;
  /** Fields that were guessed from a document. */
  guessed?: HeadField[];
};

export type HeadField = 'theme' | 'day' | 'number' | 'chair';

/** Creates the meeting and the draft of its resolution. */
export async function createResolution(
  app: App,
  actor: Actor,
  options: NewResolution,
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const org = await bodyOf(app, options.orgId);
    const by = org && canDraftResolution(actor, org.path);
    if (!org || !by) throw new UserError('resolutions-may-not-draft');
    await checkChair(app, org, options.chairPostId);
    const { theme, number, day } = checkHead(options);
    const meeting = { orgId: org.orgId, theme, number, day: dayToDb(day), chairPostId: options.chairPostId };
    const secretaryPostId = by.role === 'secretary' ? by.postId : null;
    const resolution = await app.db.resolution.create({
      data: {
        draftedById: actor.personId,
        createdAt: app.now(),
        touchedAt: app.now(),
        guessed: options.guessed ?? [],
        meeting: { create: { ...meeting, secretaryPostId, createdAt: app.now() } },
      },
    });
    await record(app, {
      verb: 'resolutions.drafted',
      entity: 'resolution',
      entityId: resolution.id,
      rootOrgId: org.rootId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { orgId: org.orgId, day, chairPostId: options.chairPostId },
      texts: { theme, number: number ?? '' },
    });
    return { resolutionId: resolution.id };
  });
}

/** Changes what is given of the head. A home place chosen by hand holds for all items; another day of the meeting moves the dates that were counted from it. */
export async function updateResolution(
  app: App,
  actor: Actor,
  {
    resolutionId,
    homePlaceId,
    ...head
  }: { resolutionId: number; homePlaceId?: number | null } & Partial<Omit<NewResolution, 'orgId'>>,
): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    if (head.chairPostId !== undefined)
      await checkChair(app, { path: view.org.path, rootId: view.rootOrgId }, head.chairPostId);
    const { theme, number, day, chairPostId } = { ...view, chairPostId: view.chair.postId, ...head };
    const checked = checkHead({ theme, number, day });
    if (homePlaceId) await checkHome(app, view, homePlaceId);
    const { meetingId } = await app.db.resolution.update({
      where: { id: resolutionId },
      data: {
        guessed: view.guessed.filter((field) => !isGiven(head, field)),
        ...(homePlaceId !== undefined && { homePlaceId }),
      },
    });
    await app.db.meeting.update({
      where: { id: meetingId },
      data: { theme: checked.theme, number: checked.number, day: dayToDb(checked.day), chairPostId },
    });
    if (checked.day !== view.day) await rereadDates(app, actor, view, checked.day);
    const before = { day: view.day, chairPostId: view.chair.postId, homePlaceId: view.homePlaceId };
    const after = {
      day: checked.day,
      chairPostId,
      homePlaceId: homePlaceId === undefined ? view.homePlaceId : homePlaceId,
    };
    const texts = { theme: checked.theme, number: checked.number ?? '' };
    await recordResolution(app, actor, 'resolutions.changed', view, { before, after }, texts);
    await askAgain(app, actor, view);
  });
}

/** Hands the draft to the chair. `reached` is false when nobody on the chair's post can be written to yet: it waits until then. */
export async function sendToChair(
  app: App,
  actor: Actor,
  { resolutionId }: { resolutionId: number },
): Promise<{ reached: boolean }> {
  return transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    if (view.items.length === 0) throw new UserError('resolutions-empty');
    refuseUnguarded(view.items);
    const sentAt = app.now();
    await setSent(app, resolutionId, sentAt);
    await recordResolution(app, actor, 'resolutions.sent', view, {
      chairPostId: view.chair.postId,
      items: view.items.length,
    });
    return { reached: await askChair(app, { ...view, sentAt }) };
  });
}

/** Takes a draft back from the chair, to change it. */
export async function takeBack(app: App, actor: Actor, { resolutionId }: { resolutionId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownResolution(app, actor, resolutionId);
    if (!isWaiting(view)) throw new UserError('telegram-someone-first');
    await setSent(app, resolutionId, null);
    await recordResolution(app, actor, 'resolutions.taken-back', view, {});
    await refreshChair(app, view);
  });
}

/** Throws a draft away with its items. */
export async function dropResolution(
  app: App,
  actor: Actor,
  { resolutionId }: { resolutionId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    await dropDraftsOf(app, actor, resolutionId);
    await app.db.resolution.update({
      where: { id: resolutionId },
      data: { state: 'cancelled', cancelledAt: app.now() },
    });
    await recordResolution(app, actor, 'resolutions.dropped', view, { before: view.state, after: 'cancelled' });
    await refreshAgreements(app, view);
  });
}

async function setSent(app: App, resolutionId: number, sentAt: Date | null): Promise<void> {
  const where = { id: resolutionId, state: { in: openStates }, sentAt: sentAt === null ? { not: null } : null };
  const { count } = await app.db.resolution.updateMany({ where, data: { sentAt } });
  if (count === 0) throw new UserError('telegram-someone-first');
}

async function checkChair(app: App, org: { path: string; rootId: number }, chairPostId: number): Promise<void> {
  const chairs = await possibleChairs(app, org);
  if (!chairs.some(({ postId }) => postId === chairPostId)) throw new UserError('resolutions-may-not-chair');
}

async function checkHome(app: App, view: ResolutionView, placeId: number): Promise<void> {
  const place = await findPlaceById(app, placeId);
  if (!place || place.rootId !== view.rootOrgId) throw new UserError('telegram-stale-button');
}

function isGiven(head: Partial<NewResolution>, field: string): boolean {
  return field === 'chair' ? head.chairPostId !== undefined : field in head;
}

function checkHead({ theme, number, day }: { theme: string; number: string | null; day: Day }) {
  const clean = { theme: theme.trim(), number: number?.trim() || null, day };
  if (clean.theme === '') throw new UserError('resolutions-theme-empty');
  refuseSensitive('guard-in-text', clean.theme);
  checkLength(clean.theme, maxTheme);
  checkLength(clean.number ?? '', maxNumber);
  if (!isDay(day)) throw new UserError('telegram-day-impossible');
  return clean;
}
