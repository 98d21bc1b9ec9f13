// Methods that ask about chats, members and files.
import { namedChat, openChat } from './access.ts';
import type { User } from './api-types.ts';
import { number, text } from './params.ts';
import type { Params } from './params.ts';
import { setMember } from './groups.ts';
import { memberView } from './members.ts';
import { badRequest } from './refusal.ts';
import { isPresent, living } from './world.ts';
import type { Chat, World } from './world.ts';

const downloadLimit = 20 * 1024 * 1024;

function getChat(world: World, params: Params): Record<string, unknown> {
  const chat = openForReading(world, params);
  const pinned = living(chat, chat.pinned[0])?.message;
  return {
    ...chat.info,
    accent_color_id: 0,
    max_reaction_count: 11,
    ...(chat.info.type === 'private'
      ? {}
      : { permissions: { can_send_messages: !chat.forbidden.has('text messages') } }),
    ...(pinned ? { pinned_message: pinned } : {}),
  };
}

// Reading a private chat works although the person has blocked the bot.
function openForReading(world: World, params: Params): Chat {
  const chat = namedChat(world, params);
  if (chat?.info.type === 'private' && chat.started) return chat;
  return openChat(world, params);
}

function groupOf(world: World, params: Params): Chat {
  const chat = openForReading(world, params);
  if (chat.info.type === 'private') throw badRequest('there are no administrators in the private chat');
  return chat;
}

function getChatMember(world: World, params: Params): Record<string, unknown> {
  const chat = openForReading(world, params);
  const id = number(params, 'user_id') ?? 0;
  if (chat.info.type === 'private') {
    const user = world.users.get(id);
    if (!user || (id !== chat.info.id && id !== world.bot.id)) throw badRequest('member not found');
    return { user, status: 'member' };
  }
  const member = chat.members.get(id);
  if (member) return memberView(member);
  const user: User | undefined = world.users.get(id);
  if (!user) throw badRequest('invalid user_id specified');
  return { user, status: 'left' };
}

function getChatAdministrators(world: World, params: Params): Record<string, unknown>[] {
  return [...groupOf(world, params).members.values()]
    .filter(
      ({ user, status }) =>
        (status === 'creator' || status === 'administrator') && (!user.is_bot || user.id === world.bot.id),
    )
    .map(memberView);
}

function getChatMemberCount(world: World, params: Params): number {
  const chat = openForReading(world, params);
  if (chat.info.type === 'private') return 2;
  return [...chat.members.values()].filter((member) => isPresent(member.status)).length;
}

function leaveChat(world: World, params: Params): true {
  const chat = openChat(world, params);
  if (chat.info.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  setMember(world, chat, world.bot, world.bot, 'left');
  return true;
}

function getFile(world: World, params: Params): Record<string, unknown> {
  const file = world.files.get(text(params, 'file_id'));
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.content.length > downloadLimit) throw badRequest('file is too big');
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.content.length, file_path: file.path };
}

export const chatMethods = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  getFile,
};
