// Answers to people that Telegram refused for longer than an update may wait: they go through the outbox, before everything else.
import { randomUUID } from 'node:crypto';
import type { InlineKeyboardButton } from 'grammy/types';
import type { App, LateAnswer } from '../app.ts';
import { enqueue } from './actions.ts';
import type { JsonObject, Renderers } from './rules.ts';

/** An answer that comes later than this serves nobody, in milliseconds. */
const serves = 3_600_000;

/** Plans a refused answer as the next message of its chat. False when the chat is not known here. */
export async function answerLater(
  app: App,
  { chat, threadId, html, keyboard, forceReply }: LateAnswer,
): Promise<boolean> {
  const known = await app.db.chat.findUnique({ where: { telegramId: BigInt(chat) }, select: { id: true } });
  if (!known) return false;
  const data = { html, keyboard, forceReply } as unknown as JsonObject;
  const expiresAt = new Date(app.now().getTime() + serves);
  const dedupeKey = `answer:${randomUUID()}`;
  await enqueue(app, [{ kind: 'telegram.answer', chatId: known.id, threadId, lane: 0, data, expiresAt, dedupeKey }]);
  app.wake();
  return true;
}

export const answerRenderers: Renderers = {
  'telegram.answer': (_app, { data }) =>
    Promise.resolve({
      text: String(data['html']),
      keyboard: data['keyboard'] as unknown as InlineKeyboardButton[][],
      forceReply: data['forceReply'] === true,
    }),
};
