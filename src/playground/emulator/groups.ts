// What people do to groups: make them, change members, rights and topics, migrate them.
import type { MemberStatus, User } from './api-types.ts';
import { adminRights, memberView, newMember } from './members.ts';
import { removeTopic } from './methods-topics.ts';
import { day, post } from './post.ts';
import { isPresent } from './world.ts';
import type { Chat, World } from './world.ts';

export interface GroupOptions {
  title: string;
  type: 'group' | 'supergroup';
  forum?: boolean;
  members: User[];
  bot: 'member' | 'admin' | false;
}

/** A group that exists before the story starts; no update tells about it. The first member owns it. */
export function createGroup(world: World, options: GroupOptions): Chat {
  const id =
    options.type === 'group'
      ? -world.next('group', 4_100_000_001)
      : -1_000_000_000_000 - world.next('supergroup', 2_100_000_001);
  const chat = world.addChat({
    id,
    type: options.type,
    title: options.title,
    ...(options.forum ? { is_forum: true } : {}),
  });
  options.members.forEach((user, index) =>
    chat.members.set(user.id, newMember(user, index === 0 ? 'creator' : 'member')),
  );
  if (options.bot === 'member') chat.members.set(world.bot.id, newMember(world.bot, 'member'));
  if (options.bot === 'admin') chat.members.set(world.bot.id, newMember(world.bot, 'administrator', adminRights));
  return chat;
}

/** Changes somebody's status in a group; for the bot itself my_chat_member tells, for others chat_member and service messages. */
export function setMember(
  world: World,
  chat: Chat,
  actor: User,
  user: User,
  status: MemberStatus,
  rights: readonly string[] = [],
): void {
  const old = chat.members.get(user.id) ?? newMember(user, 'left');
  const next = { ...newMember(user, status, rights), anonymous: old.anonymous, title: old.title };
  const change = { chat: chat.info, from: actor, date: world.unix() };
  const joins = isPresent(status) && !isPresent(old.status);
  const leaves = !isPresent(status) && isPresent(old.status);
  if (leaves) post(world, chat, { from: actor, content: { left_chat_member: user } });
  const admin = world.botIn(chat)?.status === 'administrator';
  chat.members.set(user.id, next);
  const views = { old_chat_member: memberView(old), new_chat_member: memberView(next) };
  if (user.id === world.bot.id) {
    chat.refused = false;
    world.queue.push('my_chat_member', { ...change, ...views }, day);
  } else if (admin) world.queue.push('chat_member', { ...change, ...views }, day);
  if (joins) post(world, chat, { from: actor, content: { new_chat_members: [user] } });
}

/** A person gives the group a new name. */
export function renameGroup(world: World, chat: Chat, actor: User, title: string): void {
  chat.info.title = title;
  post(world, chat, { from: actor, content: { new_chat_title: title } });
}

/** Turns a basic group into a supergroup with a new id; both sides get the service message. Returns the new chat. */
export function migrateGroup(world: World, chat: Chat, actor: User): Chat {
  const id = -1_000_000_000_000 - world.next('supergroup', 2_100_000_001);
  const fresh = world.addChat({
    id,
    type: 'supergroup',
    ...(chat.info.title === undefined ? {} : { title: chat.info.title }),
  });
  for (const [userId, old] of chat.members) fresh.members.set(userId, { ...old });
  fresh.lastBot = chat.lastBot;
  post(world, chat, { from: actor, content: { migrate_to_chat_id: id } });
  chat.migratedTo = id;
  post(world, fresh, { from: actor, content: { migrate_from_chat_id: chat.info.id } });
  return fresh;
}

/** Opens a topic of a forum on behalf of a person; the bot hears the service message unless `silent`. Returns its thread id. */
export function openTopic(world: World, chat: Chat, actor: User, name: string, silent = false): number {
  const id = chat.nextMessageId;
  chat.topics.set(id, { id, name, closed: false });
  post(world, chat, {
    from: actor,
    thread: id,
    content: { forum_topic_created: { name, icon_color: 7322096 } },
    silent,
  });
  return id;
}

/** Closes, opens again or deletes a topic on behalf of a person. */
export function changeTopic(
  world: World,
  chat: Chat,
  actor: User,
  id: number,
  change: 'close' | 'reopen' | 'delete',
): void {
  if (change === 'delete') {
    removeTopic(chat, id);
    return;
  }
  const topic = chat.topics.get(id);
  if (topic) topic.closed = change === 'close';
  const content = change === 'close' ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  post(world, chat, { from: actor, thread: id, content });
}
