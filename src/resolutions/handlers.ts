// Resolutions in private: /resolution, the drafter's panels, the chair's decisions.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, canAdopt, canChair } from '../org/rules.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { warningsFor } from '../tasks/gate-queries.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { ownOpen, ownResolution } from './access-actions.ts';
import { adoptResolution, dropResolution, issueItem, removeItem, takeBack, updateResolution } from './actions.ts';
import { agreementHandlers } from './agreement-handlers.ts';
import { amendmentHandlers } from './amendment-handlers.ts';
import { adoptionPanel, outcomePanel } from './chair-messages.ts';
import { contextOf, ownItem, show, showItem, showPanel } from './panel-handlers.ts';
import { confirmPanel, headPanel, homePanel, openPanel } from './panel-messages.ts';
import { paperHandlers } from './paper-handlers.ts';
import { draftableBodies } from './body-queries.ts';
import { openResolutions } from './list-queries.ts';
import { homeChoices, type ItemView, resolutionView, type ResolutionView } from './queries.ts';
import { reviewHandlers } from './review-handlers.ts';
import { isWaiting, itemsPerPage } from './rules.ts';

/** Everything about resolutions that people type and press. */
export function resolutionsHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('resolution', start);
  composer.use(reviewHandlers());
  composer.use(paperHandlers());
  composer.use(agreementHandlers());
  composer.use(amendmentHandlers());
  const press = (verb: string, handler: (ctx: Ctx, actor: Actor, id: number, arg?: string) => Promise<unknown>) =>
    onButton(composer, `resolutions.${verb}`, async (ctx, id, arg) => handler(ctx, requireActor(ctx), idArg(id), arg));

  onButton(composer, 'resolutions.new', async (ctx) => enterDialog(ctx, 'resolutions.create'));
  press('panel', async (ctx, actor, id, page) => showPanel(ctx, actor, id, idArg(page ?? '0')));
  press('item', async (ctx, actor, taskId) => showItem(ctx, actor, taskId));
  press('head', async (ctx, actor, id) =>
    show(ctx, headPanel(await contextOf(ctx), await ownResolution(ctx.app, actor, id))),
  );
  press('homes', showHomes);
  press('home', async (ctx, actor, id, place) => {
    await updateResolution(ctx.app, actor, { resolutionId: id, homePlaceId: idArg(place) });
    await show(ctx, headPanel(await contextOf(ctx), await ownResolution(ctx.app, actor, id)));
  });
  // Asked again when the dialog acts; here so that nobody answers questions in vain.
  press('add', async (ctx, actor, resolutionId) => {
    await ownOpen(ctx.app, actor, resolutionId);
    await enterDialog(ctx, 'resolutions.add', { resolutionId });
  });
  press('edit', async (ctx, actor, taskId, field = '') => {
    await ownItem(ctx, actor, taskId);
    await enterDialog(ctx, 'resolutions.edit', { taskId, field });
  });
  press('set', async (ctx, actor, resolutionId, field = '') => {
    await ownOpen(ctx.app, actor, resolutionId);
    await enterDialog(ctx, 'resolutions.set', { resolutionId, field });
  });
  press('remove', askRemoval);
  press('removed', async (ctx, actor, taskId) => {
    const { resolutionId } = await removeItem(ctx.app, actor, { taskId });
    await showPanel(ctx, actor, resolutionId);
  });
  press('drop', askDrop);
  press('dropped', async (ctx, actor, id) => {
    await dropResolution(ctx.app, actor, { resolutionId: id });
    await rewrite(ctx, ctx.t('resolutions-dropped'));
  });
  press('take', async (ctx, actor, id) => {
    await takeBack(ctx.app, actor, { resolutionId: id });
    await showPanel(ctx, actor, id);
  });
  press('unfinished', showUnfinished);
  press('read', read);
  press('return', async (ctx, actor, resolutionId) => {
    await chairedBy(ctx, actor, resolutionId);
    await enterDialog(ctx, 'resolutions.return', { resolutionId });
  });
  press('adopt', adopt);
  press('issue', async (ctx, actor, taskId) => {
    const { number, unreached } = await issueItem(ctx.app, actor, { taskId });
    await toast(ctx, ctx.t('resolutions-item-issued-now', { number, unreached }));
  });
  return composer;
}

async function start(ctx: Ctx): Promise<void> {
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  const actor = requireActor(ctx);
  const open = await openResolutions(ctx.app, actor);
  const mayDraft = (await draftableBodies(ctx.app, actor)).length > 0;
  const nothingOpen = Object.values(open).every((list) => list.length === 0);
  if (nothingOpen && !mayDraft) throw new UserError('resolutions-may-not-draft');
  const mayDelegate = actor.posts.some((post) => canChair(post) && !post.acting);
  const { html, keyboard } = openPanel(await contextOf(ctx), open, { mayDraft, mayDelegate });
  await ctx.sayHtml(html, { keyboard });
}

async function showHomes(ctx: Ctx, actor: Actor, id: number): Promise<void> {
  const view = await ownResolution(ctx.app, actor, id);
  await show(ctx, homePanel(await contextOf(ctx), view, await homeChoices(ctx.app, view)));
}

async function askRemoval(ctx: Ctx, actor: Actor, taskId: number): Promise<void> {
  const { item } = await ownItem(ctx, actor, taskId);
  const html = ctx.t('resolutions-remove-question', { number: item.number, headline: item.headline });
  await show(
    ctx,
    confirmPanel(await contextOf(ctx), html, ['resolutions.removed', taskId], ['resolutions.item', taskId]),
  );
}

async function askDrop(ctx: Ctx, actor: Actor, id: number): Promise<void> {
  const { theme, items } = await ownResolution(ctx.app, actor, id);
  const html = ctx.t('resolutions-drop-question', { theme, n: items.length });
  await show(ctx, confirmPanel(await contextOf(ctx), html, ['resolutions.dropped', id], ['resolutions.panel', id, 0]));
}

/** Adopted items that were left over: the drafter completes them, the chair issues them. */
async function showUnfinished(ctx: Ctx, actor: Actor, id: number): Promise<void> {
  const view = await resolutionView(ctx.app, id);
  if (view?.draftedById === actor.personId) return showPanel(ctx, actor, id, firstLeftPage(view.items));
  await show(ctx, outcomePanel(await contextOf(ctx), await chairedBy(ctx, actor, id)));
}

function firstLeftPage(items: ItemView[]): number {
  return Math.max(0, Math.floor(items.findIndex(({ state }) => state === 'draft') / itemsPerPage));
}

async function read(ctx: Ctx, actor: Actor, id: number, page?: string): Promise<void> {
  const view = await chairedBy(ctx, actor, id);
  const about = await contextOf(ctx);
  if (!isWaiting(view)) return show(ctx, outcomePanel(about, view));
  const warnings = await warningsFor(ctx.app, view.items);
  await show(ctx, adoptionPanel(about, view, { page: idArg(page), warnings }));
}

async function adopt(ctx: Ctx, actor: Actor, id: number, sent = ''): Promise<void> {
  const sentAt = parseInt(sent, 36);
  if (!Number.isSafeInteger(sentAt)) throw new UserError('telegram-stale-button');
  const { issued, left, unreached } = await adoptResolution(ctx.app, actor, { resolutionId: id, sentAt });
  await toast(
    ctx,
    ctx.t('resolutions-adopted-now', { issued: issued.length, left: left.length, unreached }),
    unreached > 0,
  );
}

/** The resolution for whoever chairs it; the journal keeps attempts to decide, reading is only refused. */
async function chairedBy(ctx: Ctx, actor: Actor, id: number): Promise<ResolutionView> {
  const view = await resolutionView(ctx.app, id);
  if (!view) throw new UserError('telegram-stale-button');
  if (!canAdopt(actor, { chairPostId: view.chair.postId })) throw new UserError('resolutions-only-chair');
  return view;
}
