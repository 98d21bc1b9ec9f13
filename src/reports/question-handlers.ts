// Questions: the executor's "Question" button, answers by replying or by the button; and what hinders, told and ended by a press.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { ensureChat } from '../chats/actions.ts';
import { findChat } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { findSent } from '../outbox/queries.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { askedMessage } from './filing-handlers.ts';
import { blockable, unblockShare } from './flag-actions.ts';
import { dropPieces } from './piece-actions.ts';
import { answerQuestion, askController } from './question-actions.ts';
import { questionItem } from './question-queries.ts';

/** Buttons of questions and hindrances. */
export function questionHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'reports.question', async (ctx, id) => passOn(ctx, idArg(id)));
  onButton(composer, 'reports.answer', async (ctx, id) => startAnswer(ctx, idArg(id)));
  onButton(composer, 'reports.block', async (ctx, id) => {
    const { number } = await blockable(ctx.app, requireActor(ctx), idArg(id));
    await enterDialog(ctx, 'reports.block', {
      participationId: idArg(id),
      number,
      key: `block:${ctx.update.update_id}`,
    });
  });
  onButton(composer, 'reports.unblock', async (ctx, id) => {
    const { number, changed } = await unblockShare(ctx.app, requireActor(ctx), { participationId: idArg(id) });
    await toast(ctx, ctx.t(changed ? 'reports-unblocked' : 'reports-unblocked-already', { number }), true);
  });
  return composer;
}

/** The words that were asked about go to who controls the task. */
async function passOn(ctx: Ctx, participationId: number): Promise<void> {
  const message = askedMessage(ctx);
  const actor = requireActor(ctx);
  const chatId = await ensureChat(ctx.app, message.chat);
  const text = message.text ?? message.caption ?? '';
  const requestKey = `question:${chatId}:${message.message_id}`;
  const { number, repeated } = await askController(ctx.app, actor, { participationId, text, requestKey });
  const said = ctx.t('reports-question-passed', { number });
  if (repeated) return toast(ctx, said);
  await dropPieces(ctx.app, actor, {
    chatId,
    messageId: message.message_id,
    mediaGroupId: message.media_group_id ?? null,
  });
  await rewrite(ctx, said);
}

async function startAnswer(ctx: Ctx, questionId: number): Promise<void> {
  const item = await questionItem(ctx.app, questionId);
  if (!item) throw new UserError('telegram-stale-button');
  if (!may(requireActor(ctx), 'shares.answer', { askedPostId: item.question.toPostId }))
    throw new UserError('reports-question-not-yours');
  if (item.question.answer !== null) throw new UserError('reports-answered-already');
  await enterDialog(ctx, 'reports.answer', { questionId, number: item.task.number ?? '' });
}

/** A reply to a question of ours is its answer; false when the message answers none that is open. */
export async function answersQuestion(ctx: Ctx, message: Message): Promise<boolean> {
  const answered = message.reply_to_message;
  const text = (message.text ?? '').trim();
  if (!answered || answered.from?.id !== ctx.me.id || text === '') return false;
  const chat = await findChat(ctx.app, message.chat.id);
  const sent = chat && (await findSent(ctx.app, chat.chatId, answered.message_id));
  const questionId = sent?.kind === 'reports.question' ? sent.data['questionId'] : null;
  if (typeof questionId !== 'number') return false;
  const { number } = await answerQuestion(ctx.app, requireActor(ctx), { questionId, text });
  await ctx.say('reports-answer-sent', { number }, { replyTo: message.message_id });
  return true;
}
