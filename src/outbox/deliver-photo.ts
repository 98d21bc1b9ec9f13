// Pictures of outgoing messages: above their words, or after words that are too long to stand below one.
import { type Api, InputFile } from 'grammy';
import type { App } from '../app.ts';

type Goal = { chatId: number; threadId: number | null; silent: boolean };
type Words = Omit<NonNullable<Parameters<Api['sendPhoto']>[2]>, 'message_thread_id' | 'disable_notification'>;

/** Sends a picture, with its words as caption: the id of the message. Throws what Telegram answers. */
export async function sendPhoto(api: Api, goal: Goal, photo: Uint8Array, words: Words = {}): Promise<number> {
  const message = await api.sendPhoto(goal.chatId, new InputFile(photo, 'orynda.png'), {
    ...words,
    ...(goal.threadId !== null && { message_thread_id: goal.threadId }),
    ...(goal.silent && { disable_notification: true }),
  });
  return message.message_id;
}

/** The picture of words that went before it: nothing hangs on it, so a failure is only noted. */
export async function sendPhotoApart(
  { app, api }: { app: App; api: Api },
  goal: Goal,
  photo: Uint8Array,
): Promise<void> {
  try {
    await sendPhoto(api, { ...goal, silent: true }, photo);
  } catch (error) {
    app.log.warn({ err: error }, 'outbox.no-picture');
  }
}
