// Whether a message has become a report, a file of one, or an answer to a question to many.
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';
import type { Actor } from '../org/rules.ts';

/** True when this message of the actor (Telegram's ids of chat and message) was filed. */
export async function isFiled(app: App, actor: Actor, telegramChatId: number, messageId: number): Promise<boolean> {
  const chat = await findChat(app, telegramChatId);
  if (!chat) return false;
  const { chatId } = chat;
  const said = { chatId, messageId: BigInt(messageId) };
  const where = { OR: [said, { attachments: { some: said } }] };
  if (await app.db.report.findFirst({ where, select: { id: true } })) return true;
  // Answers keep their message in the key of their request; only those of the own posts are looked through.
  const requestKey = { startsWith: `answer:${chatId}:${messageId}:` };
  const own = { postId: { in: actor.posts.map(({ postId }) => postId) } };
  return (
    (await app.db.collectionAnswer.findFirst({ where: { requestKey, participation: own }, select: { id: true } })) !==
    null
  );
}
