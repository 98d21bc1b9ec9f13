// Showing a draft: as a message of its own, or in place of what its message showed.
import type { Actor } from '../org/rules.ts';
import { rewrite, rewriteAt, shows } from '../telegram/buttons.ts';
import type { Ctx } from '../telegram/context.ts';
import { noteShown, presentDraft } from './present-draft-actions.ts';
import type { TaskView } from './queries.ts';

/** Sends the draft with its buttons; an edit of the words it was read from finds it. */
export async function showDraft(ctx: Ctx, actor: Actor, taskId: number, replyTo?: number): Promise<void> {
  const { text, keyboard } = await presentDraft(ctx.app, actor, taskId);
  const sent = await ctx.sayHtml(text, { keyboard, ...(replyTo && { replyTo }) });
  await noteShown(ctx.app, taskId, { chat: ctx.chat?.id, messageId: sent.message_id });
}

/** True when the pressed message shows the draft as it is now, although the draft has another message: it was shown twice. */
export async function showsDraft(ctx: Ctx, actor: Actor, taskId: number): Promise<boolean> {
  const { text, keyboard } = await presentDraft(ctx.app, actor, taskId);
  return shows(ctx, text, keyboard);
}

/** The draft as it is now, in place of what the message under the pressed button showed. */
export async function redraw(ctx: Ctx, actor: Actor, taskId: number): Promise<void> {
  const { text, keyboard } = await presentDraft(ctx.app, actor, taskId);
  await rewrite(ctx, text, keyboard);
  const shown = ctx.callbackQuery?.message?.message_id;
  if (shown !== undefined) await noteShown(ctx.app, taskId, { chat: ctx.chat?.id, messageId: shown });
}

/** The draft as it is now in its own message, which stands above a panel in this chat. */
export async function redrawAbove(ctx: Ctx, actor: Actor, draft: TaskView): Promise<void> {
  const messageId = draft.draftMessageId;
  if (draft.state !== 'draft' || messageId === null || !ctx.chat) return;
  const { text, keyboard } = await presentDraft(ctx.app, actor, draft.taskId);
  // Deleted, or sent in another chat: the draft is shown whole when it is opened next.
  await rewriteAt(ctx, messageId, text, keyboard);
}
