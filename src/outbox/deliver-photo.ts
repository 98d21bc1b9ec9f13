// Pictures of outgoing messages: above their words, or after words that are too long to stand below one.
import { type Api, GrammyError, InputFile } from 'grammy';
import type { Post } from './post.ts';

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

/** A picture that may not follow its words within this time stays away, in milliseconds. */
const longestWait = 5_000;

/** The picture of words that went before it, as soon as the limits allow another call: nothing hangs on it, so a failure is only noted. */
export async function sendPhotoApart(post: Post, goal: Goal & { group: boolean }, photo: Uint8Array): Promise<void> {
  const { app, api, limits } = post;
  if (!(await mayCall(post, goal.chatId))) return app.log.warn({ chat: goal.chatId }, 'outbox.no-time-for-picture');
  limits.called(goal.chatId, goal.group, app.now().getTime());
  try {
    await sendPhoto(api, { ...goal, silent: true }, photo);
  } catch (error) {
    app.log.warn({ err: error }, 'outbox.no-picture');
    const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
    if (seconds === undefined) return;
    app.metrics.limited.inc({ by: 'sender' });
    limits.refused(goal.chatId, seconds, app.now().getTime());
  }
}

/** Waits until the limits allow a call to this chat; false when that takes too long. */
async function mayCall({ app, limits, ahead, pause }: Post, chat: number): Promise<boolean> {
  for (let waited = 0; ;) {
    const now = app.now().getTime();
    const wait = Math.max(limits.freeAt(now, ahead.size), limits.chatFreeAt(chat, now)) - now;
    if (wait <= 0) return true;
    waited += wait;
    if (waited > longestWait) return false;
    await pause(wait);
  }
}
