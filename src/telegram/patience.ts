// An answer that Telegram refuses as one too many is given once more after a short wait, and by the sender after a long one.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transformer } from 'grammy';
import type { ForceReply, InlineKeyboardMarkup, Message } from 'grammy/types';
import type { App } from '../app.ts';

/** The longest wait, in seconds: the updates of everybody else wait as well. */
const longest = 3;

type Payload = {
  chat_id?: number | string;
  text?: string;
  message_thread_id?: number;
  reply_markup?: Partial<InlineKeyboardMarkup & ForceReply>;
};

/**
 * For the Api of an update and of a dialog; a refused call did nothing, so it is repeated without harm. The sender hears of every
 * message, for they count for the same limits, and takes over words that have to wait; they then come as a message of their own, under the id 0.
 */
export function patient(app: App): Transformer {
  return async (call, method, payload, signal) => {
    const given = payload as Payload;
    const chat = /^(send(?!ChatAction)|editMessage)/.test(method) ? Number(given.chat_id) : NaN;
    const ask: typeof call = async (...args) => {
      const answer = await call(...args);
      if (answer.ok && Number.isFinite(chat)) app.answers.given(chat);
      if (!answer.ok && answer.error_code === 429) app.metrics.limited.inc({ by: 'answer' });
      return answer;
    };
    const answer = await ask(method, payload, signal);
    if (answer.ok || answer.error_code !== 429) return answer;
    const seconds = answer.parameters?.retry_after ?? 1;
    if (Number.isFinite(chat)) app.answers.refused(chat, seconds);
    if (seconds > longest)
      return (await handOver(app, chat, given)) ? { ok: true, result: standIn(chat) as never } : answer;
    await sleep(seconds * 1000);
    return ask(method, payload, signal);
  };
}

async function handOver(
  app: App,
  chat: number,
  { text, message_thread_id: thread, reply_markup: markup }: Payload,
): Promise<boolean> {
  if (!Number.isFinite(chat) || text === undefined) return false;
  const keyboard = markup?.inline_keyboard ?? [];
  const forceReply = markup?.force_reply ?? false;
  const answer = { chat, threadId: thread ?? null, html: text, keyboard, forceReply };
  return app.answers.later(answer).catch((error: unknown) => {
    app.log.warn({ err: error }, 'telegram.answer-not-kept');
    return false;
  });
}

/** What the caller gets in the place of a message that is still to be sent. */
function standIn(chat: number): Partial<Message> {
  return { message_id: 0, chat: { id: chat, type: 'private', first_name: '' }, date: 0 };
}
