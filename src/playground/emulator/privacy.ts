// Which group messages reach the bot: privacy mode as the Bot API FAQ describes it.
import type { Entity, Message, User } from './api-types.ts';

/** Accounts of Telegram itself that stand as senders in place of people. */
export const anonymousAdmin: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
export const channelBot: User = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
export const telegramItself: User = { id: 777000, is_bot: false, first_name: 'Telegram' };

export interface Listener {
  bot: User;
  admin: boolean;
  privacy: boolean;
  /** The last bot that wrote in the group. */
  lastBot: number | undefined;
}

/** What the message answers: its author, and whether it was meant for the bot itself. */
export interface ReplyTarget {
  from: User | undefined;
  forBot: boolean;
}

/** True when a message of a group reaches a bot that is a member of it. */
export function hears(listener: Listener, message: Message, target: ReplyTarget | undefined): boolean {
  if (writtenByBot(message)) return false;
  if (isService(message) || listener.admin || !listener.privacy) return true;
  return isMeantFor(listener, message, target);
}

/** True when the message addresses the bot: reply first, then command, inline origin, mention. */
export function isMeantFor(listener: Listener, message: Message, target: ReplyTarget | undefined): boolean {
  if (target?.from?.id === listener.bot.id || target?.forBot) return true;
  // A message goes to one bot only, and a reply to another bot is that bot's.
  if (target?.from?.is_bot && !isStandIn(target.from)) return false;
  const command = firstCommand(message);
  const name = (listener.bot.username ?? '').toLowerCase();
  if (command !== undefined) {
    const addressee = command.split('@')[1]?.toLowerCase();
    if (addressee === undefined ? listener.lastBot === listener.bot.id : addressee === name) return true;
    if (addressee !== undefined) return false;
  }
  if (message.via_bot?.id === listener.bot.id) return true;
  return entityTexts(message, 'mention').some((mention) => mention.toLowerCase() === `@${name}`);
}

function writtenByBot(message: Message): boolean {
  return message.from !== undefined && message.from.is_bot && !isStandIn(message.from) && !isService(message);
}

// Accounts that Telegram shows as authors in place of a group or a channel.
function isStandIn(user: User): boolean {
  return user.id === anonymousAdmin.id || user.id === channelBot.id;
}

function firstCommand(message: Message): string | undefined {
  const body = message.text ?? message.caption ?? '';
  const entity = entitiesOf(message).find((one) => one.type === 'bot_command' && one.offset === 0);
  return entity && body.slice(0, entity.length);
}

function entitiesOf(message: Message): Entity[] {
  return message.entities ?? message.caption_entities ?? [];
}

function entityTexts(message: Message, type: string): string[] {
  const body = message.text ?? message.caption ?? '';
  return entitiesOf(message)
    .filter((entity) => entity.type === type)
    .map((entity) => body.slice(entity.offset, entity.offset + entity.length));
}

const serviceFields = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'group_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
] as const;

/** True for notices of the service (somebody joined, a topic was made ...). */
export function isService(message: Message): boolean {
  return serviceFields.some((field) => message[field] !== undefined);
}
