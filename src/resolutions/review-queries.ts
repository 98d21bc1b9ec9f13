// Reads of a review: the posts its doubts name, and the item that a message shows.
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';
import type { Actor } from '../org/rules.ts';
import { warningsFor } from '../tasks/gate-queries.ts';
import type { Warning } from '../tasks/gate-rules.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import type { Replied } from '../telegram/talk.ts';
import type { ItemView } from './queries.ts';

/** Posts that the doubts of an item name, to choose from. */
export async function candidatesOf(app: App, { doubts }: ItemView): Promise<Map<number, PostView>> {
  const posts = await postViews(app, [...new Set(doubts.flatMap(({ candidates }) => candidates))]);
  return new Map(posts.map((post) => [post.postId, post]));
}

/** What the quality gate says of a draft item: advice, never an obstacle. */
export async function warningsOf(app: App, item: ItemView): Promise<Warning[]> {
  return (await warningsFor(app, [item])).get(item.taskId) ?? [];
}

/** The item whose card stands in this message (Telegram's ids); null when it shows none, or another one by now. */
export async function itemShown(app: App, telegramChatId: number, messageId: number): Promise<number | null> {
  const chat = await findChat(app, telegramChatId);
  const shown = { draftChatId: chat?.chatId ?? 0, draftMessageId: BigInt(messageId) };
  const row = await app.db.task.findFirst({ where: { ...shown, resolutionId: { not: null } }, select: { id: true } });
  return row?.id ?? null;
}

/** True for a reply to the card of an item, unless the dialog that waits was opened there. */
export async function answersItem(app: App, _actor: Actor, { chat, messageId, began }: Replied): Promise<boolean> {
  return !began && (await itemShown(app, chat, messageId)) !== null;
}
