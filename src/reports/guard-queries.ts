// Whether a message has become a report, or a file of one.
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';

/** True when this message (Telegram's ids of chat and message) was filed. */
export async function isFiled(app: App, telegramChatId: number, messageId: number): Promise<boolean> {
  const chat = await findChat(app, telegramChatId);
  if (!chat) return false;
  const { chatId } = chat;
  const said = { chatId, messageId: BigInt(messageId) };
  const where = { OR: [said, { attachments: { some: said } }] };
  return (await app.db.report.findFirst({ where, select: { id: true } })) !== null;
}
