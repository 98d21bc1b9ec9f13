// Showing the drafter's panels: the list edited in place, the card of an item, and which message shows which item.
import { loadCalendar } from '../calendar.ts';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import type { CardContext } from '../tasks/messages.ts';
import { rewrite } from '../telegram/buttons.ts';
import type { Ctx } from '../telegram/context.ts';
import { ownResolution } from './access-actions.ts';
import { membersOfItem } from './executor-queries.ts';
import { itemPanel } from './item-panel-messages.ts';
import { type Panel, resolutionPanel } from './panel-messages.ts';
import { type ItemView, resolutionOfTask, type ResolutionView } from './queries.ts';
import { noteShown } from './review-actions.ts';
import { candidatesOf, warningsOf } from './review-queries.ts';

/** What a card is made with, for the person of the update. */
export async function contextOf(ctx: Ctx): Promise<CardContext> {
  return { app: ctx.app, calendar: await loadCalendar(ctx.app), locale: ctx.locale };
}

/** Puts a panel into the message under the pressed button. */
export async function show(ctx: Ctx, { html, keyboard }: Panel): Promise<void> {
  await rewrite(ctx, html, keyboard);
}

/** The list of items, in place of what the message showed. */
export async function showPanel(ctx: Ctx, actor: Actor, id: number, page = 0): Promise<void> {
  await show(ctx, resolutionPanel(await contextOf(ctx), await ownResolution(ctx.app, actor, id), page));
  await note(ctx, null);
}

/** The card of an item, in place of what the message showed, or as a message of its own. */
export async function showItem(ctx: Ctx, actor: Actor, taskId: number, replyTo?: number): Promise<void> {
  const { view, item } = await ownItem(ctx, actor, taskId);
  const candidates = await candidatesOf(ctx.app, item);
  const around = { warnings: await warningsOf(ctx.app, item), members: await membersOfItem(ctx.app, view, item) };
  const panel = itemPanel(await contextOf(ctx), view, item, candidates, around);
  if (replyTo === undefined) {
    await show(ctx, panel);
    return note(ctx, taskId);
  }
  const { message_id: sent } = await ctx.sayHtml(panel.html, { keyboard: panel.keyboard, replyTo });
  await note(ctx, taskId, sent);
}

/** An item of a resolution that the person drafted. Throws UserError when it is somebody else's, or gone. */
export async function ownItem(
  ctx: Ctx,
  actor: Actor,
  taskId: number,
): Promise<{ view: ResolutionView; item: ItemView }> {
  const resolutionId = await resolutionOfTask(ctx.app, taskId);
  if (resolutionId === null) throw new UserError('telegram-stale-button');
  const view = await ownResolution(ctx.app, actor, resolutionId);
  const item = view.items.find((known) => known.taskId === taskId);
  if (!item) throw new UserError('telegram-stale-button');
  return { view, item };
}

/** An answer to the message finds the item it shows. */
async function note(
  ctx: Ctx,
  taskId: number | null,
  messageId = ctx.callbackQuery?.message?.message_id,
): Promise<void> {
  if (!ctx.chat || messageId === undefined) return;
  await noteShown(ctx.app, { taskId, chatId: await ensureChat(ctx.app, ctx.chat), messageId });
}
