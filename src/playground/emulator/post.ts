// Putting a message into a chat and telling the bot about it when it may hear it.
import type { ChatInfo, Content, InlineKeyboard, Message, User } from './api-types.ts';
import { hears, isMeantFor, isService } from './privacy.ts';
import type { Listener, ReplyTarget } from './privacy.ts';
import { isPresent, living } from './world.ts';
import type { Chat, Stored, World } from './world.ts';

/** Seconds for which an update is kept. */
export const day = 24 * 3600;

export interface Draft {
  from?: User;
  senderChat?: ChatInfo;
  signature?: string;
  content: Content;
  replyTo?: number;
  thread?: number;
  markup?: InlineKeyboard;
  album?: string;
  via?: User;
  forward?: Record<string, unknown>;
  automatic?: boolean;
  /** Was there before the story begins: no update tells about it. */
  silent?: boolean;
}

/** Stores a new message in the chat and returns it; the bot hears it unless it wrote it itself. */
export function post(world: World, chat: Chat, draft: Draft): Stored {
  const target = living(chat, draft.replyTo);
  const message: Message = {
    message_id: world.nextMessageId(chat),
    ...threadOf(chat, draft.thread, target),
    ...(draft.from === undefined ? {} : { from: draft.from }),
    ...(draft.senderChat === undefined ? {} : { sender_chat: draft.senderChat }),
    ...(draft.signature === undefined ? {} : { author_signature: draft.signature }),
    ...(draft.automatic ? { is_automatic_forward: true as const } : {}),
    ...(draft.forward === undefined ? {} : { forward_origin: draft.forward }),
    ...(draft.via === undefined ? {} : { via_bot: draft.via }),
    date: world.unix(),
    chat: chat.info,
    ...(draft.album === undefined ? {} : { media_group_id: draft.album }),
    ...draft.content,
    ...(draft.markup === undefined ? {} : { reply_markup: draft.markup }),
  };
  const shown = target ?? topicHead(chat, message);
  if (shown) message.reply_to_message = withoutReply(shown.message);
  const answers = target && { from: target.message.from, forBot: target.forBot };
  const stored: Stored = { message, deleted: false, fixed: false, reactions: [], liked: new Map(), forBot: false };
  stored.forBot = message.from?.id !== world.bot.id && isMeantFor(listener(world, chat), message, answers);
  chat.messages.set(message.message_id, stored);
  world.observer?.changed(chat);
  // A bot never hears its own messages, but it does hear of its own pins and topics.
  const heard = message.from?.id !== world.bot.id || isService(message);
  if (heard && !draft.silent) announce(world, chat, 'message', message, answers);
  if (message.from?.is_bot && !message.sender_chat) chat.lastBot = message.from.id;
  return stored;
}

/** Queues the update for a message of a person, if the bot hears it. */
export function announce(
  world: World,
  chat: Chat,
  kind: 'message' | 'edited_message',
  message: Message,
  target: ReplyTarget | undefined,
): void {
  if (reachesBot(world, chat, message, target)) world.queue.push(kind, message, day);
  else if (chat.info.type !== 'private' && world.botPresent(chat)) world.observer?.hidden(chat, message);
}

function reachesBot(world: World, chat: Chat, message: Message, target: ReplyTarget | undefined): boolean {
  if (chat.info.type === 'private') return !chat.blocked;
  if (!isPresent(world.botIn(chat)?.status)) return false;
  return hears(listener(world, chat), message, target);
}

function listener(world: World, chat: Chat): Listener {
  const admin = world.botIn(chat)?.status === 'administrator';
  return { bot: world.bot, admin, privacy: world.privacy, lastBot: chat.lastBot };
}

/** What a message answers, for the rules of privacy mode. */
export function answeredBy(chat: Chat, message: Message): ReplyTarget | undefined {
  const target = message.reply_to_message && chat.messages.get(message.reply_to_message.message_id);
  if (!target || target.message.forum_topic_created) return undefined;
  return { from: target.message.from, forBot: target.forBot };
}

function threadOf(
  chat: Chat,
  wanted: number | undefined,
  target: Stored | undefined,
): Pick<Message, 'message_thread_id' | 'is_topic_message'> {
  const inherited = target?.message.is_topic_message ? target.message.message_thread_id : undefined;
  const thread = wanted ?? inherited;
  if (chat.info.is_forum) return thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true };
  // Outside forums replies carry the thread of replies, without the topic mark.
  if (chat.info.type !== 'supergroup' || !target) return {};
  return { message_thread_id: target.message.message_thread_id ?? target.message.message_id };
}

// In a topic, a message that answers nobody is shown as an answer to the notice that opened the topic.
function topicHead(chat: Chat, message: Message): Stored | undefined {
  if (!message.is_topic_message || message.forum_topic_created || message.message_thread_id === undefined)
    return undefined;
  return chat.messages.get(message.message_thread_id);
}

function withoutReply(message: Message): Message {
  const { reply_to_message: _inner, ...rest } = message;
  return rest;
}
