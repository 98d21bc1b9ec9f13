// What the sender tells the chats: a chat is closed to the bot, or a group has a new Telegram id.
import type { App } from '../app.ts';
import { markGone, moveChat } from './actions.ts';

/** Telegram refuses a group for good (the bot was removed, the group deleted). */
export async function chatGone(app: App, chatId: number, reason: string): Promise<void> {
  app.log.info({ chat: chatId, reason }, 'chats.gone');
  await markGone(app, chatId, reason);
}

/** Telegram answers that the group has become a supergroup. */
export async function chatMoved(app: App, chatId: number, newTelegramId: number): Promise<void> {
  await moveChat(app, chatId, newTelegramId);
}
