// The review of what was read: doubts one after the other, parting and joining, answers to the card of an item, taking over.
import { Composer } from 'grammy';
import type { Actor } from '../org/rules.ts';
import { button, idArg, onButton, rewriteAt, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { ownResolution } from './access-actions.ts';
import { changeItem, sendToChair } from './actions.ts';
import { understandFix } from './fix-queries.ts';
import { readFix } from './fix-rules.ts';
import { keepItemPrivate } from './item-actions.ts';
import { contextOf, ownItem, show, showItem, showPanel } from './panel-handlers.ts';
import { confirmPanel, headPanel, learnedMessage } from './panel-messages.ts';
import { confirmHead, mergeItem, pickExecutor, settleDoubts, takeOver } from './review-actions.ts';
import { itemShown } from './review-queries.ts';
import { nextDoubtful } from './review-rules.ts';
import { isEditable } from './rules.ts';

/** Buttons and answers of a review; all of it works on items typed by hand as well. */
export function reviewHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const press = (verb: string, handler: (ctx: Ctx, actor: Actor, id: number, arg?: string) => Promise<unknown>) =>
    onButton(composer, `resolutions.${verb}`, async (ctx, id, arg) => handler(ctx, requireActor(ctx), idArg(id), arg));
  press('doubtful', async (ctx, actor, id, from) => showDoubtful(ctx, actor, id, from ? idArg(from) : null));
  press('looked', async (ctx, actor, taskId) => {
    const { resolutionId } = await settleDoubts(ctx.app, actor, { taskId });
    await showDoubtful(ctx, actor, resolutionId, taskId);
  });
  onButton(composer, 'resolutions.pick', async (ctx, id, index, post) => {
    const taskId = idArg(id);
    await pickExecutor(ctx.app, requireActor(ctx), { taskId, index: idArg(index), postId: idArg(post) });
    await showItem(ctx, requireActor(ctx), taskId);
  });
  press('split', async (ctx, actor, taskId) => {
    await ownItem(ctx, actor, taskId);
    await enterDialog(ctx, 'resolutions.split', { taskId });
  });
  press('merge', async (ctx, actor, taskId) => {
    await mergeItem(ctx.app, actor, { taskId });
    await showItem(ctx, actor, taskId);
  });
  press('head-right', async (ctx, actor, id) => {
    await confirmHead(ctx.app, actor, { resolutionId: id });
    await show(ctx, headPanel(await contextOf(ctx), await ownResolution(ctx.app, actor, id)));
  });
  press('private', async (ctx, actor, taskId) => {
    await keepItemPrivate(ctx.app, actor, { taskId });
    await showItem(ctx, actor, taskId);
  });
  press('take-over', async (ctx, actor, id) => {
    await takeOver(ctx.app, actor, { resolutionId: id });
    await showPanel(ctx, actor, id);
  });
  press('send', send);
  composer.chatType('private').on('message:text', fix);
  return composer;
}

async function showDoubtful(ctx: Ctx, actor: Actor, id: number, from: number | null): Promise<void> {
  const view = await ownResolution(ctx.app, actor, id);
  const next = nextDoubtful(view.items, from);
  if (next) return showItem(ctx, actor, next.taskId);
  await toast(ctx, ctx.t('resolutions-no-doubts'));
  await showPanel(ctx, actor, id);
}

/** What is doubtful still is asked about once more: the chair sees no doubts. */
async function send(ctx: Ctx, actor: Actor, id: number, sure?: string): Promise<void> {
  const { items, ...view } = await ownResolution(ctx.app, actor, id);
  const n = items.filter(({ doubts, state }) => state === 'draft' && doubts.length > 0).length;
  if (n > 0 && sure !== '1' && isEditable(view)) {
    const keys = { yes: 'resolutions-button-send-anyway', back: 'resolutions-button-to-doubts' };
    const html = ctx.t('resolutions-send-doubtful', { n });
    const panel = confirmPanel(
      await contextOf(ctx),
      html,
      ['resolutions.send', id, 1],
      ['resolutions.doubtful', id],
      keys,
    );
    return show(ctx, panel);
  }
  const { reached } = await sendToChair(ctx.app, actor, { resolutionId: id });
  await toast(ctx, ctx.t(reached ? 'resolutions-sent' : 'resolutions-sent-unreached'), !reached);
  await showPanel(ctx, actor, id);
}

/** An answer to the card of an item mends it; any other message is not ours. */
async function fix(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor, message } = ctx;
  const answered = message?.reply_to_message;
  if (!actor || !message?.text || !ctx.chat || !answered || answered.from?.id !== ctx.me.id) return next();
  const taskId = await itemShown(ctx.app, ctx.chat.id, answered.message_id);
  if (taskId === null) return next();
  const about = await ownItem(ctx, actor, taskId);
  const wanted = readFix(message.text);
  if (wanted.field === 'drop') {
    const keyboard = [[button(ctx.t('resolutions-button-remove'), 'resolutions.remove', taskId)]];
    await ctx.say('resolutions-press-to-remove', {}, { keyboard, replyTo: message.message_id });
    return;
  }
  const changes = await understandFix(ctx.app, actor, about, wanted);
  const { learned } = await changeItem(ctx.app, actor, { taskId, ...changes });
  await showItem(ctx, actor, taskId, message.message_id);
  // The card above says nothing any more that the one below says otherwise, and asks for no answers.
  await rewriteAt(ctx, answered.message_id, ctx.t('resolutions-item-below'));
  if (!learned) return;
  const { html, keyboard } = learnedMessage(ctx.app, ctx.locale, learned);
  await ctx.sayHtml(html, { keyboard });
}
