// A final report without the evidence that the completion form demands is not filed at once: its author may add it, or say why not.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { ensureChat } from '../chats/actions.ts';
import { shareView } from '../tasks/queries.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { type Evidence, missingEvidence } from './evidence-rules.ts';
import { askedMessage, evidenceOf } from './filing-handlers.ts';
import { loosePieces } from './queries.ts';

/** Buttons of the question about evidence. */
export function demandHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'reports.addnow', async (ctx, id) => goOnInDialog(ctx, idArg(id), 'add'));
  onButton(composer, 'reports.anyway', async (ctx, id) => goOnInDialog(ctx, idArg(id), 'anyway'));
  return composer;
}

/** What the completion form of the share's task demands and neither this message nor the files sent just before it hold. */
export async function lackOf(ctx: Ctx, message: Message, participationId: number): Promise<Evidence[]> {
  const { personId, posts } = requireActor(ctx);
  const found = await shareView(ctx.app, participationId);
  const form = found?.task.completionForm ?? null;
  // Somebody else's share is refused by the action.
  if (form === null || !posts.some(({ postId }) => postId === found?.share.post.postId)) return [];
  const chatId = await ensureChat(ctx.app, message.chat);
  const pieces = await loosePieces(ctx.app, { chatId, personId, mediaGroupId: message.media_group_id });
  const files = [...evidenceOf(message), ...pieces].map(({ kind, mime }) => ({ kind, mime: mime ?? null }));
  return missingEvidence(form, { text: message.text ?? message.caption ?? '', files });
}

/** "The form asks for a photo: add it now, or file it without?" HTML with its buttons. */
export function lackMessage(
  ctx: Ctx,
  missing: Evidence[],
  participationId: number,
): { html: string; keyboard: Keyboard } {
  const what = missing.map((kind) => ctx.t(`reports-evidence-${kind}`)).join(', ');
  const keyboard = [
    [button(ctx.t('reports-button-add-now'), 'reports.addnow', participationId)],
    [button(ctx.t('reports-button-anyway'), 'reports.anyway', participationId)],
    [button(ctx.t('reports-button-not'), 'reports.not')],
  ];
  return { html: ctx.t('reports-evidence-ask', { what }), keyboard };
}

/** The words are those of the message that the question answers; its files are kept loose and found by the report. */
async function goOnInDialog(ctx: Ctx, participationId: number, how: 'add' | 'anyway'): Promise<void> {
  const message = askedMessage(ctx);
  const chatId = await ensureChat(ctx.app, message.chat);
  const text = message.text ?? message.caption ?? '';
  const key = `message:${chatId}:${message.message_id}`;
  const args = { participationId, text, key, chatId, messageId: message.message_id, how };
  // The question is answered: its buttons go, its words stay.
  const missing = await lackOf(ctx, message, participationId);
  const pressed = ctx.callbackQuery?.message;
  const open = pressed !== undefined && 'reply_markup' in pressed && pressed.reply_markup !== undefined;
  if (open && missing.length > 0) await rewrite(ctx, lackMessage(ctx, missing, participationId).html);
  await enterDialog(ctx, 'reports.complete', args);
}
