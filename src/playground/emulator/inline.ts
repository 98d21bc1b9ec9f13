// Inline mode: somebody writes "@bot words" in any chat, the bot answers with results, one of them is put into the chat in the person's name.
import type { Content, InlineKeyboard, User } from './api-types.ts';
import { post } from './post.ts';
import type { Chat, Stored, World } from './world.ts';

/** An article among the results, as it would be posted. */
export interface InlineResult {
  id: string;
  title: string;
  description: string;
  content: Content;
  markup: InlineKeyboard | undefined;
}

export interface InlineAnswer {
  results: InlineResult[];
  nextOffset: string;
  personal: boolean;
  cacheTime: number;
  /** Stands above the results; opens the private chat with `/start` and this parameter. */
  button: { text: string; startParameter: string } | undefined;
}

export interface InlineQuery {
  id: string;
  from: User;
  at: Date;
  attempts: number;
  answer: InlineAnswer | undefined;
}

/** Telegram gives up an inline query after so many seconds. */
export const inlineLifetime = 30;
/** So many queries are known at a time. */
const queriesKept = 1_000;
const longestQuery = 256;

/** Somebody writes the bot's name and words in the field of a chat; nothing is sent. Returns the id of the query. */
export function askInline(world: World, chat: Chat, user: User, words: string, offset = ''): string {
  const query = [...words].slice(0, longestQuery).join('');
  const id = String(world.next('inline', 570_000_000_000_001));
  world.inlineQueries.set(id, { id, from: user, at: world.now(), attempts: 0, answer: undefined });
  const [oldest] = world.inlineQueries.keys();
  if (world.inlineQueries.size > queriesKept && oldest !== undefined) world.inlineQueries.delete(oldest);
  const { type } = chat.info;
  // Of its own private chat the bot learns that it is the sender's; of other chats no more than their kind.
  const chat_type = type === 'private' && chat.info.id === user.id ? 'sender' : type;
  world.queue.push('inline_query', { id, from: user, chat_type, query, offset }, inlineLifetime);
  return id;
}

/** The person chooses one of the results: it stands in the chat as their message "via @bot". Throws when there is no such result. */
export function chooseInline(world: World, chat: Chat, user: User, queryId: string, resultId: string): Stored {
  const result = world.inlineQueries.get(queryId)?.answer?.results.find(({ id }) => id === resultId);
  if (!result) throw new Error(`no result ${resultId} of the inline query ${queryId}`);
  const { content, markup } = result;
  return post(world, chat, { from: user, via: world.bot, content, ...(markup === undefined ? {} : { markup }) });
}
