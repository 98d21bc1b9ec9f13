// A resolution signed on paper: registered by a secretary whom the chair has given the right, told to the chair, revoked by the chair.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { cancelTask } from '../tasks/actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import type { FileRef } from '../telegram/files.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import { ownOpen } from './access-actions.ts';
import { issueItems, lockedView, recordStep } from './adopt-actions.ts';
import { refreshAgreements } from './agreement-message-actions.ts';
import { tellChair, tellDrafter } from './message-actions.ts';
import { delegationsOf, registeringPost } from './paper-queries.ts';
import type { ResolutionView } from './queries.ts';
import { adoptedStates, maxNumber, openStates, registerPaper } from './rules.ts';

/** A chair gives a secretary the right to register signed papers, or takes it back. Repeating it changes nothing. */
export async function setDelegation(
  app: App,
  actor: Actor,
  { chairPostId, toPostId, given }: { chairPostId: number; toPostId: number; given: boolean },
): Promise<void> {
  await transaction(app, async (app) => {
    const posts = actor.posts.filter(({ postId }) => postId === chairPostId);
    const chair = may({ ...actor, posts }, 'resolutions.delegate');
    if (!chair) throw new UserError('resolutions-only-chair');
    const known = (await delegationsOf(app, actor)).find(({ chair: { postId } }) => postId === chairPostId);
    if (!known?.delegates.some(({ post }) => post.postId === toPostId)) throw new UserError('telegram-stale-button');
    const row = { fromPostId: chairPostId, toPostId, right: registerPaper };
    const { count } = given
      ? await app.db.delegation.createMany({
          data: [{ ...row, createdAt: app.now(), createdById: actor.personId }],
          skipDuplicates: true,
        })
      : await app.db.delegation.updateMany({ where: { ...row, endedAt: null }, data: { endedAt: app.now() } });
    if (count === 0) return;
    await record(app, {
      verb: given ? 'resolutions.delegated' : 'resolutions.undelegated',
      entity: 'post',
      entityId: toPostId,
      rootOrgId: chair.rootId,
      actor: { personId: actor.personId, postId: chairPostId },
      data: { right: registerPaper },
    });
  });
}

export type SignedPaper = {
  resolutionId: number;
  /** As they stand on the paper. */
  number: string;
  day: Day;
  file: FileRef;
  /** Digest of the file's bytes, which are kept under it. */
  sha256: string;
  size: number;
};

export type Registered = { issued: string[]; left: string[]; unreached: number };

/**
 * Registers a signed paper as adopted (product rules, machine of a resolution): every complete item is issued in the name of the
 * chair, who is told and may revoke. Throws UserError without the chair's leave, for a day to come, or a draft without complete items.
 */
export async function registerOnPaper(app: App, actor: Actor, paper: SignedPaper): Promise<Registered> {
  const number = paper.number.trim();
  if (number === '' || number.length > maxNumber) throw new UserError('resolutions-paper-number', { max: maxNumber });
  if (paper.day > dayIn(app.zone, app.now())) throw new UserError('resolutions-paper-future');
  refuseSensitive('guard-in-text', number);
  return transaction(app, async (app) => {
    await ownOpen(app, actor, paper.resolutionId);
    const view = await lockedView(app, paper.resolutionId);
    const by = registeringPost(actor, view);
    if (!by) throw new UserError('resolutions-paper-not-delegated');
    const ready = view.items.filter(({ missing }) => missing.length === 0);
    if (ready.length === 0) throw new UserError('resolutions-paper-nothing-ready');
    const { count } = await app.db.resolution.updateMany({
      where: { id: view.resolutionId, state: { in: openStates }, sentAt: null },
      data: {
        state: 'on_control',
        adoptedAt: app.now(),
        adoptedByPostId: view.chair.postId,
        onPaper: true,
        paperNumber: number,
        paperDay: dayToDb(paper.day),
      },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await keepPaper(app, actor, paper);
    const { personId } = actor;
    const { day, sha256 } = paper;
    const data = {
      before: view.state,
      after: 'on_control',
      day,
      sha256,
      issued: ready.map(({ position }) => position),
    };
    await recordStep(app, { personId, postId: by.postId }, 'resolutions.registered', view, data, { number });
    const { unreached } = await issueItems(app, actor, view, ready);
    await tellChair(app, view, 'resolutions.registered');
    await refreshAgreements(app, view);
    const left = view.items.filter(({ missing }) => missing.length > 0);
    return { issued: ready.map((item) => item.number), left: left.map((item) => item.number), unreached };
  });
}

async function keepPaper(app: App, actor: Actor, { resolutionId, file, sha256, size }: SignedPaper): Promise<void> {
  const { kind, fileId, uniqueId, name, mime } = file;
  const telegram = { telegramFileId: fileId, telegramUniqueId: uniqueId, name: name ?? null, mime: mime ?? null };
  await app.db.attachment.create({
    data: { ...telegram, kind, resolutionId, sha256, size, personId: actor.personId, createdAt: app.now() },
  });
}

/** The chair revokes what was registered in its name: what is not done yet is cancelled, with the reason. */
export async function revokePaper(
  app: App,
  actor: Actor,
  { resolutionId, reason }: { resolutionId: number; reason: string },
): Promise<{ cancelled: number }> {
  const why = checkedReason(reason);
  return transaction(app, async (app) => {
    const view = await lockedView(app, resolutionId);
    const by = may(actor, 'resolutions.revoke', { chairPostId: view.chair.postId });
    if (!by) throw new UserError('resolutions-only-chair');
    if (!isRevocable(view)) throw new UserError('resolutions-paper-not-revocable');
    const { personId } = actor;
    const { count } = await app.db.resolution.updateMany({
      where: { id: resolutionId, state: { in: adoptedStates }, onPaper: true, revokedAt: null },
      data: {
        state: 'cancelled',
        cancelledAt: app.now(),
        cancelReason: why,
        revokedAt: app.now(),
        revokedById: personId,
        revokeReason: why,
      },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const live = view.items.filter(({ state }) => liveTaskStates.includes(state));
    const data = { before: view.state, after: 'cancelled', cancelled: live.map(({ position }) => position) };
    // Before the items: the next event takes along what was changed, and this one is found by its resolution.
    await recordStep(app, { personId, postId: by.postId }, 'resolutions.revoked', view, data, { reason: why });
    for (const { taskId } of live) await cancelTask(app, actor, { taskId, reason: why });
    await tellChair(app, view, 'resolutions.registered');
    await tellDrafter(app, view, 'resolutions.revoked', { reason: why });
    return { cancelled: live.length };
  });
}

/** True while the chair may still revoke it. */
export function isRevocable({ paper, state }: ResolutionView): boolean {
  return paper !== null && paper.revokedAt === null && adoptedStates.includes(state);
}
