// May the bot see this chat, write into it, with this right? Telegram's refusals for each way of not being allowed.
import type { Params } from './params.ts';
import { number, text } from './params.ts';
import { Refusal, badRequest, forbidden } from './refusal.ts';
import { isPresent } from './world.ts';
import type { Chat, World } from './world.ts';

/** The chat that `chat_id` names, without any check of rights; undefined when there is none. */
export function namedChat(world: World, params: Params, key = 'chat_id'): Chat | undefined {
  const id = number(params, key);
  if (id !== undefined) return world.chats.get(id);
  const name = text(params, key).replace(/^@/, '').toLowerCase();
  return [...world.chats.values()].find(
    ({ info }) => info.type !== 'private' && info.username !== undefined && info.username.toLowerCase() === name,
  );
}

/** The chat of a call that reads or writes. Throws 400 (unknown, migrated) and 403 (the bot is out, was blocked ...). */
export function openChat(world: World, params: Params): Chat {
  if (text(params, 'chat_id') === '') throw badRequest('chat_id is empty');
  const id = number(params, 'chat_id');
  if (id === world.bot.id) throw forbidden("the bot can't send messages to the bot");
  const chat = namedChat(world, params);
  if (!chat) {
    if (id !== undefined && sharesGroup(world, id)) throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }
  if (chat.info.type === 'private') checkPrivate(world, chat);
  else checkGroup(world, chat);
  return chat;
}

function checkPrivate(world: World, chat: Chat): void {
  if (chat.deactivated) throw forbidden('user is deactivated');
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  if (chat.started) return;
  if (sharesGroup(world, chat.info.id)) throw forbidden("bot can't initiate conversation with a user");
  throw badRequest('chat not found');
}

function checkGroup(world: World, chat: Chat): void {
  const kind = chat.info.type === 'group' ? 'group' : chat.info.type;
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  }
  if (chat.gone) throw forbidden('the group chat was deleted');
  const bot = world.botIn(chat);
  if (bot?.status === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`);
  if (bot?.status === 'left') throw forbidden(`bot is not a member of the ${kind} chat`);
  if (!bot) throw badRequest('chat not found');
}

// Telegram tells bots about people they have met; others do not exist for them.
function sharesGroup(world: World, userId: number): boolean {
  return [...world.chats.values()].some(
    (chat) => chat.info.type !== 'private' && chat.members.has(userId) && isPresent(world.botIn(chat)?.status),
  );
}

/** True when the bot is an administrator of the chat with this right (private chats: always). */
export function hasRight(world: World, chat: Chat, right: string): boolean {
  if (chat.info.type === 'private') return true;
  const bot = world.botIn(chat);
  return bot?.status === 'administrator' && bot.rights.has(right);
}

/** Throws 400 unless the bot may send this kind of content ('text messages', 'photos', 'documents' ...). */
export function checkMaySend(world: World, chat: Chat, kind: string): void {
  if (chat.info.type === 'private' || world.botIn(chat)?.status === 'administrator') return;
  if (chat.forbidden.has(kind)) throw badRequest(`not enough rights to send ${kind} to the chat`);
}

/** Throws 400 `not enough rights ...` unless the bot is an administrator with this right. */
export function requireRight(world: World, chat: Chat, right: string, complaint = ''): void {
  if (!hasRight(world, chat, right)) throw badRequest(`not enough rights${complaint === '' ? '' : ` to ${complaint}`}`);
}

/** The thread a new message goes to. Throws `message thread not found`, `TOPIC_CLOSED`. */
export function checkThread(world: World, chat: Chat, thread: number | undefined): void {
  if (thread === undefined) return;
  const topic = chat.topics.get(thread);
  if (topic) {
    if (topic.closed && !hasRight(world, chat, 'can_manage_topics')) throw new Refusal(400, 'TOPIC_CLOSED');
    return;
  }
  // Outside forums a thread is a chain of replies below an existing message of a supergroup.
  const chain = chat.info.type === 'supergroup' && !chat.info.is_forum && chat.messages.has(thread);
  if (!chain) throw badRequest('message thread not found');
}
