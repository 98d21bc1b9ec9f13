// Buttons of agreeing: asking, reading what concerns one, answering, and who said what.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { type Actor, canAdopt } from '../org/rules.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { ownOpen } from './access-actions.ts';
import { answerAgreement } from './agreement-actions.ts';
import { withdrawAsking } from './agreement-end-actions.ts';
import { agreementPanel, agreementsPanel } from './agreement-messages.ts';
import { resolutionOfAgreement } from './agreement-queries.ts';
import { contextOf, show, showPanel } from './panel-handlers.ts';
import { confirmPanel } from './panel-messages.ts';
import { resolutionView } from './queries.ts';

/** Buttons about agreeing to a draft. */
export function agreementHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'resolutions.ask-agree', async (ctx, id) => {
    const view = await ownOpen(ctx.app, requireActor(ctx), idArg(id));
    if (view.items.length === 0) throw new UserError('resolutions-empty');
    await enterDialog(ctx, 'resolutions.ask-agree', { resolutionId: view.resolutionId });
  });
  onButton(composer, 'resolutions.agree-read', async (ctx, id, page) => {
    const { view, own } = await asked(ctx, requireActor(ctx), idArg(id));
    await show(ctx, agreementPanel(await contextOf(ctx), view, own, idArg(page)));
  });
  onButton(composer, 'resolutions.agree', async (ctx, id, stamp) => {
    const agreementId = idArg(id);
    const answer = { agreementId, askedAt: stampOf(stamp), remark: null };
    await answerAgreement(ctx.app, requireActor(ctx), answer);
    await toast(ctx, ctx.t('resolutions-agree-given-now'));
  });
  onButton(composer, 'resolutions.object', async (ctx, id, stamp) => {
    const { own } = await asked(ctx, requireActor(ctx), idArg(id));
    const askedAt = stampOf(stamp);
    if (own.askedAt.getTime() !== askedAt) throw new UserError('resolutions-agree-changed');
    await enterDialog(ctx, 'resolutions.object', { agreementId: own.agreementId, askedAt });
  });
  onButton(composer, 'resolutions.unask', async (ctx, id) => {
    const view = await ownOpen(ctx.app, requireActor(ctx), idArg(id));
    if (view.agreements.length === 0) throw new UserError('resolutions-agree-none');
    const answered = view.agreements.filter(({ state }) => state !== 'asked').length;
    const html = ctx.t('resolutions-unask-question', { n: answered });
    const keys = { yes: 'resolutions-button-unask', back: 'resolutions-button-back' };
    const back: [string, number, number] = ['resolutions.agreements', view.resolutionId, 0];
    await show(ctx, confirmPanel(await contextOf(ctx), html, ['resolutions.unasked', view.resolutionId], back, keys));
  });
  onButton(composer, 'resolutions.unasked', async (ctx, id) => {
    const actor = requireActor(ctx);
    await withdrawAsking(ctx.app, actor, { resolutionId: idArg(id) });
    await toast(ctx, ctx.t('resolutions-unasked'));
    await showPanel(ctx, actor, idArg(id));
  });
  onButton(composer, 'resolutions.agreements', async (ctx, id, page) =>
    showAnswers(ctx, idArg(id), idArg(page ?? '0')),
  );
  return composer;
}

function stampOf(stamp = ''): number {
  const askedAt = parseInt(stamp, 36);
  if (!Number.isSafeInteger(askedAt)) throw new UserError('telegram-stale-button');
  return askedAt;
}

/** The question and its resolution, for a holder of the post that was asked. */
async function asked(ctx: Ctx, actor: Actor, agreementId: number) {
  const resolutionId = await resolutionOfAgreement(ctx.app, agreementId);
  const view = resolutionId === null ? null : await resolutionView(ctx.app, resolutionId);
  const own = view?.agreements.find((known) => known.agreementId === agreementId);
  if (!view || !own) throw new UserError('telegram-stale-button');
  if (!may(actor, 'resolutions.agree', { participantPostIds: [own.post.postId] }))
    throw new UserError('resolutions-agree-not-asked');
  return { view, own };
}

async function showAnswers(ctx: Ctx, resolutionId: number, page: number): Promise<void> {
  const actor = requireActor(ctx);
  const view = await resolutionView(ctx.app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  const drafted = view.draftedById === actor.personId;
  if (!drafted && !canAdopt(actor, { chairPostId: view.chair.postId })) throw new UserError('resolutions-only-chair');
  const back = drafted ? 'resolutions.panel' : 'resolutions.read';
  const { html, keyboard } = agreementsPanel(await contextOf(ctx), view, page, back);
  await rewrite(ctx, html, keyboard);
}
