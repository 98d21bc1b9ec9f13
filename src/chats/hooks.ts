// What the sender tells the chats: a chat or topic is closed to the bot, or a group has a new Telegram id.
import type { App } from '../app.ts';
import { enqueue } from '../outbox/actions.ts';
import { dayIn } from '../time.ts';
import { markGone, moveChat } from './actions.ts';
import { placesOfChat } from './queries.ts';

/** Telegram refuses a group for good (the bot was removed, the group deleted). */
export async function chatGone(app: App, chatId: number, reason: string): Promise<void> {
  app.log.info({ chat: chatId, reason }, 'chats.gone');
  await markGone(app, chatId, reason);
}

/** Telegram answers that the group has become a supergroup. */
export async function chatMoved(app: App, chatId: number, newTelegramId: number): Promise<void> {
  await moveChat(app, chatId, newTelegramId);
}

/** The bot may not write in a group, or a topic is closed or deleted: who bound it is told in private, once a day. */
export async function placeClosed(
  app: App,
  { chatId, threadId, why }: { chatId: number; threadId: number | null; why: 'topic' | 'rights' },
): Promise<void> {
  app.log.warn({ chat: chatId, thread: threadId, why }, 'chats.place-closed');
  const places = await placesOfChat(app, chatId, threadId);
  const day = dayIn(app.zone, app.now());
  await enqueue(
    app,
    places.flatMap(({ placeId, boundBy }) =>
      boundBy.chatId === null
        ? []
        : [
            {
              kind: 'chats.place-closed',
              chatId: boundBy.chatId,
              personId: boundBy.personId,
              subjectId: placeId,
              data: { why },
              dedupeKey: `chats.place-closed:${placeId}:${why}:${day}`,
            },
          ],
    ),
  );
}
