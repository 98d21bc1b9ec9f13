// What Telegram tolerates and a good bot does not do: collected for the tests, shown in the playground.
import type { Update } from './api-types.ts';
import type { Refusal } from './refusal.ts';
import type { Chat, World } from './world.ts';

// Refusals that only a fault of the bot can cause; others (blocked, kicked, deleted ...) are ordinary life.
const ownFault =
  /can't parse entities|message text is empty|text must be non-empty|message is too long|text is too long|caption is too long|message is not modified|BUTTON_|reply markup is too long|keyboard|can be requested in private chats only|URL '.*' is invalid|chat_id is empty|method not found|REACTION_|wrong parameter action|too many messages to send as an album|wrong file_id|can't parse|must be|there is no .* in the request|MESSAGE_TOO_LONG|file must be non-empty/i;

/** Notes a refusal that the bot could have avoided, and writing again to a chat that has answered 403. */
export function reviewRefusal(world: World, method: string, refusal: Refusal, chat: Chat | undefined): void {
  if (refusal.code === 400 && ownFault.test(refusal.message)) world.complain(`${method}: ${refusal.message}`);
  if (refusal.code !== 403 || !chat) return;
  if (chat.refused) world.complain(`${method}: again to chat ${chat.info.id} after ${refusal.message}`);
  chat.refused = true;
}

/** Called when the bot has handled an update: a pressed button and an inline query must have got their answer. */
export function reviewHandled(world: World, update: Update): void {
  const asked = update['inline_query'] as { id: string; query: string } | undefined;
  if (asked && world.inlineQueries.get(asked.id)?.attempts === 0)
    world.complain(`inline query not answered: ${asked.query}`);
  const query = update['callback_query'] as { id: string; data?: string } | undefined;
  if (!query) return;
  const callback = world.callbacks.get(query.id);
  if (callback && callback.attempts === 0) world.complain(`callback query not answered: ${query.data ?? ''}`);
}

/** A message into a forum without a topic while a message of a topic is being handled goes astray. */
export function reviewTopic(world: World, method: string, chat: Chat, thread: number | undefined): void {
  if (!chat.info.is_forum || thread !== undefined) return;
  const astray = world.queue.inHand().some((update) => {
    const message = update['message'] as { chat: { id: number }; is_topic_message?: true } | undefined;
    return message?.chat.id === chat.info.id && message.is_topic_message === true;
  });
  if (astray) world.complain(`${method}: no message_thread_id while answering in a topic of chat ${chat.info.id}`);
}
