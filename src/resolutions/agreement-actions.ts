// Participants agree to a draft: the drafter asks, they answer, a change asks those it concerns anew, and the term ends it.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import { ownOpen, recordResolution } from './access-actions.ts';
import { refreshAgreements, tellAgreements } from './agreement-message-actions.ts';
import { agreeCandidates, agreementViews, agreeTermsOver, resolutionOfAgreement } from './agreement-queries.ts';
import { concernDiffers, isAgreed, isTermOver, longestAgreeTerm, renewedTerm } from './agreement-rules.ts';
import { lockedView, recordStep } from './adopt-actions.ts';
import { refreshChair, tellDrafter } from './message-actions.ts';
import { resolutionView, type ResolutionView } from './queries.ts';
import { refuseUnguarded, openStates } from './rules.ts';

/**
 * Asks the holders of these posts to agree, within so many working days from today. Posts that were asked before and not again stay
 * asked; who agreed to what has not changed since is not asked again. Throws UserError for a post that nothing in the draft concerns.
 */
export async function askToAgree(
  app: App,
  actor: Actor,
  { resolutionId, postIds, days }: { resolutionId: number; postIds: number[]; days: number },
): Promise<{ agreeBy: Day; asked: number; unreached: number }> {
  if (!Number.isInteger(days) || days < 1 || days > longestAgreeTerm)
    throw new UserError('resolutions-agree-term', { max: longestAgreeTerm });
  const calendar = await loadCalendar(app);
  return transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    const wanted = [...new Set(postIds)];
    const candidates = new Set((await agreeCandidates(app, view)).map(({ postId }) => postId));
    if (wanted.length === 0) throw new UserError('resolutions-agree-nobody');
    if (wanted.some((postId) => !candidates.has(postId))) throw new UserError('telegram-stale-button');
    refuseUnguarded(view.items);
    const agreeBy = calendar.addWorkingDays(dayIn(app.zone, app.now()), days, 5);
    const settled = view.agreements.filter(({ state }) => state === 'agreed').map(({ post }) => post.postId);
    const asked = wanted.filter((postId) => !settled.includes(postId));
    if (asked.length === 0) throw new UserError('resolutions-agree-all-agreed');
    await app.db.agreement.deleteMany({ where: { resolutionId, postId: { in: asked } } });
    await app.db.agreement.createMany({ data: asked.map((postId) => ({ resolutionId, postId, askedAt: app.now() })) });
    await app.db.resolution.update({
      where: { id: resolutionId },
      data: { agreeBy: dayToDb(agreeBy), state: 'draft' },
    });
    await recordResolution(app, actor, 'resolutions.agreement-asked', view, { posts: asked, agreeBy });
    const { unreached } = await tellAgreements(app, view, await rowsOf(app, resolutionId, asked));
    return { agreeBy, asked: asked.length, unreached };
  });
}

/**
 * The holder of a post that was asked agrees, or objects with a remark; an objection can be withdrawn by agreeing. `askedAt`
 * (milliseconds) names the text that was read. Throws UserError for others, a changed text, and once the draft is adopted or dropped.
 */
export async function answerAgreement(
  app: App,
  actor: Actor,
  { agreementId, askedAt, remark }: { agreementId: number; askedAt: number; remark: string | null },
): Promise<{ agreed: boolean }> {
  const comment = remark === null ? null : checkedReason(remark);
  const resolutionId = await resolutionOfAgreement(app, agreementId);
  if (resolutionId === null) throw new UserError('telegram-stale-button');
  return transaction(app, async (app) => {
    const view = await lockedView(app, resolutionId);
    const own = ownAgreement(actor, view, agreementId);
    if (own.askedAt.getTime() !== askedAt) throw new UserError('resolutions-agree-changed');
    const state = comment === null ? 'agreed' : 'objected';
    if (own.state === state && state === 'agreed') throw new UserError('resolutions-agree-given');
    const { count } = await app.db.agreement.updateMany({
      where: { id: agreementId, state: own.state, askedAt: own.askedAt },
      data: { state, comment, decidedAt: app.now(), decidedById: actor.personId },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    // Within the term an objection counts against what all had agreed to before.
    if (state === 'objected' && !isTermOver(view.agreeBy, dayIn(app.zone, app.now())))
      await app.db.resolution.updateMany({ where: { id: resolutionId, state: 'agreed' }, data: { state: 'draft' } });
    const by = { personId: actor.personId, postId: own.post.postId };
    const texts = comment === null ? undefined : { comment };
    const data = { postId: own.post.postId, before: own.state, after: state };
    await recordStep(app, by, 'resolutions.agreement-given', view, data, texts);
    if (state === 'objected')
      await tellDrafter(app, view, 'resolutions.objected', { agreementId, comment: comment ?? '' });
    await refreshAgreements(app, view, [own.post.postId]);
    await refreshChair(app, view);
    return { agreed: await settleAgreement(app, resolutionId) };
  });
}

function ownAgreement(actor: Actor, view: ResolutionView, agreementId: number) {
  const own = view.agreements.find((known) => known.agreementId === agreementId);
  if (!own || !may(actor, 'resolutions.agree', { participantPostIds: [own.post.postId] }))
    throw new UserError('resolutions-agree-not-asked');
  if (view.state === 'cancelled') throw new UserError('resolutions-agree-dropped');
  if (!openStates.includes(view.state)) throw new UserError('resolutions-adopted-already');
  return own;
}

/** A draft to which all agreed, or whose term is over, counts as agreed. Joins the transaction of the caller. */
async function settleAgreement(app: App, resolutionId: number): Promise<boolean> {
  const view = await lockedView(app, resolutionId);
  if (!isAgreed(view.agreements, view.agreeBy, dayIn(app.zone, app.now()))) return false;
  const where = { id: resolutionId, state: 'draft' as const };
  const { count } = await app.db.resolution.updateMany({ where, data: { state: 'agreed' } });
  if (count === 0) return false;
  await recordStep(app, null, 'resolutions.agreed', view, { before: 'draft', after: 'agreed' });
  await tellDrafter(app, view, 'resolutions.agreed');
  await refreshChair(app, view);
  return true;
}

/** Drafts whose term is over count as agreed; run by a job. */
export async function passAgreeTerms(app: App): Promise<void> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  for (const resolutionId of await agreeTermsOver(app, today))
    await transaction(app, async (app) => settleAgreement(app, resolutionId));
}

/**
 * After a change of the draft: whom it concerns is asked again, for as many working days as at first, and an agreed draft is a draft
 * again until they answered. `before` is the resolution as it was. Joins the transaction of the caller.
 */
export async function askAgain(app: App, actor: Actor, before: ResolutionView): Promise<void> {
  if (before.agreements.length === 0) return;
  const view = await resolutionView(app, before.resolutionId);
  if (!view || !openStates.includes(view.state)) return;
  const changed = before.agreements.filter(({ post }) =>
    before.day !== view.day || before.theme !== view.theme
      ? true
      : concernDiffers(before.items, view.items, post, view.rootOrgId),
  );
  if (changed.length === 0) return;
  const postIds = changed.map(({ post }) => post.postId);
  const { resolutionId } = view;
  const asked = Math.max(...before.agreements.map(({ askedAt }) => askedAt.getTime()));
  const term = { agreeBy: before.agreeBy, askedOn: dayIn(app.zone, new Date(asked)) };
  const agreeBy = renewedTerm(await loadCalendar(app), term, dayIn(app.zone, app.now()));
  await transaction(app, async (app) => {
    await app.db.agreement.updateMany({
      where: { resolutionId, postId: { in: postIds } },
      // Never the moment of the question before: its buttons must not answer this one.
      data: { state: 'asked', comment: null, decidedAt: null, decidedById: null, askedAt: later(app.now(), changed) },
    });
    await app.db.resolution.updateMany({
      where: { id: resolutionId, state: { in: openStates } },
      data: { state: 'draft', agreeBy: dayToDb(agreeBy) },
    });
    await recordResolution(app, actor, 'resolutions.agreement-asked-again', view, { posts: postIds, agreeBy });
    await tellAgreements(app, view, await rowsOf(app, resolutionId, postIds));
    const waiting = before.agreements.filter(({ state, post }) => state === 'asked' && !postIds.includes(post.postId));
    await refreshAgreements(
      app,
      view,
      waiting.map(({ post }) => post.postId),
    );
  });
}

function later(now: Date, rows: { askedAt: Date }[]): Date {
  return new Date(Math.max(now.getTime(), ...rows.map(({ askedAt }) => askedAt.getTime() + 1)));
}

async function rowsOf(app: App, resolutionId: number, postIds: number[]) {
  const rows = await app.db.agreement.findMany({
    where: { resolutionId, postId: { in: postIds } },
    orderBy: { id: 'asc' },
  });
  return agreementViews(app, rows);
}
