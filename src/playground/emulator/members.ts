// Members of a chat as the Bot API shows them.
import type { MemberStatus, User } from './api-types.ts';
import type { Member } from './world.ts';

/** The names of an administrator's rights, in the order of the documentation. */
export const adminRights = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_pin_messages',
  'can_manage_topics',
] as const;

/** A member with a status and, for administrators, rights. */
export function newMember(user: User, status: MemberStatus, rights: readonly string[] = []): Member {
  return { user, status, rights: new Set(rights), anonymous: false, title: '' };
}

/** ChatMember of the Bot API. */
export function memberView(member: Member): Record<string, unknown> {
  const { user, status } = member;
  if (status === 'creator') return { user, status, is_anonymous: member.anonymous };
  if (status === 'kicked') return { user, status, until_date: 0 };
  if (status !== 'administrator') return { user, status };
  const rights = Object.fromEntries(adminRights.map((right) => [right, member.rights.has(right)]));
  const title = member.title === '' ? {} : { custom_title: member.title };
  return { user, status, can_be_edited: false, is_anonymous: member.anonymous, ...rights, ...title };
}
