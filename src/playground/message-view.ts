// One message as the page shows it to one person.
import type { FileInfo, Message, User } from './emulator/api-types.ts';
import { isService } from './emulator/privacy.ts';
import type { Chat, Stored, World } from './emulator/world.ts';
import type { FileView, MessageView } from './protocol.ts';
import { threadOf } from './reads.ts';

/** The view of a message for the person who looks. */
export function viewMessage(world: World, chat: Chat, stored: Stored, userId: number): MessageView {
  const { message } = stored;
  return {
    id: message.message_id,
    thread: threadOf(chat, stored),
    author: authorOf(message),
    mine: message.from?.id === userId,
    at: message.date,
    editedAt: message.edit_date ?? null,
    text: textOf(message),
    entities: message.entities ?? message.caption_entities ?? [],
    files: filesOf(world, message),
    album: message.media_group_id ?? null,
    replyTo: replyOf(message),
    forwardedFrom: forwardedFrom(message),
    reactions: reactionsOf(stored, userId),
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, url }) => ({ text, ...(url === undefined ? {} : { url }) })),
    ),
    service: serviceOf(message),
  };
}

/** Text or caption. */
export function textOf(message: Message): string {
  return message.text ?? message.caption ?? '';
}

/** A name as people read it. */
export function nameOf(user: User | undefined): string {
  return [user?.first_name, user?.last_name].filter(Boolean).join(' ');
}

/** Who wrote a message: a person, the bot, or a chat in whose name it was written. */
export function authorOf({ from, sender_chat }: Message): MessageView['author'] {
  if (sender_chat) return { id: sender_chat.id, name: sender_chat.title ?? '', bot: false };
  return { id: from?.id ?? 0, name: nameOf(from), bot: from?.is_bot ?? false };
}

const kinds = ['document', 'voice', 'video', 'audio', 'sticker'] as const;

/** The files of a message; of a photo its largest size. */
export function filesOf(world: World, message: Message): FileView[] {
  const files = kinds.flatMap((kind) => fileView(world, kind, message[kind]));
  return [...fileView(world, 'photo', message.photo?.at(-1)), ...files];
}

function fileView(world: World, kind: FileView['kind'], info: FileInfo | undefined): FileView[] {
  if (!info) return [];
  const kept = world.files.get(info.file_id);
  const size = info.width === undefined ? {} : { width: info.width, height: info.height };
  const name = info.file_name ?? kept?.name ?? '';
  const type = info.mime_type ?? kept?.type ?? 'application/octet-stream';
  return [{ id: info.file_id, kind, name, type, size: info.file_size, ...size }];
}

function replyOf({ reply_to_message: target }: Message): MessageView['replyTo'] {
  // In a topic every message answers the notice that opened it, as far as the protocol goes.
  if (!target || target.forum_topic_created) return null;
  const file = target.document?.file_name ?? '';
  return { id: target.message_id, author: authorOf(target).name, text: (textOf(target) || file).slice(0, 200) };
}

function forwardedFrom({ forward_origin: origin }: Message): string | null {
  if (!origin) return null;
  const chat = origin['chat'] as { title?: string } | undefined;
  return chat?.title ?? nameOf(origin['sender_user'] as User | undefined);
}

function reactionsOf(stored: Stored, userId: number): MessageView['reactions'] {
  const counts = new Map<string, MessageView['reactions'][number]>();
  const add = (emoji: string, mine: boolean): void => {
    const known = counts.get(emoji) ?? { emoji, count: 0, mine: false };
    counts.set(emoji, { emoji, count: known.count + 1, mine: known.mine || mine });
  };
  for (const emoji of stored.reactions) add(emoji, false);
  for (const [person, emoji] of stored.liked) add(emoji, person === userId);
  return [...counts.values()];
}

function serviceOf(message: Message): MessageView['service'] {
  if (!isService(message)) return null;
  const who = authorOf(message).name;
  const line = (kind: string, args: Record<string, string> = {}): MessageView['service'] => ({
    key: `playground-service-${kind}`,
    args: { who, ...args },
  });
  if (message.new_chat_members) {
    const names = message.new_chat_members.map(nameOf).join(', ');
    return names === who ? line('joined') : line('added', { names });
  }
  if (message.left_chat_member) {
    const name = nameOf(message.left_chat_member);
    return name === who ? line('left') : line('removed', { name });
  }
  if (message.new_chat_title !== undefined) return line('title', { title: message.new_chat_title });
  if (message.pinned_message) return line('pinned', { text: textOf(message.pinned_message).slice(0, 60) });
  if (message.forum_topic_created) return line('topic-created', { name: message.forum_topic_created.name });
  if (message.forum_topic_edited) return line('topic-renamed', { name: message.forum_topic_edited.name ?? '' });
  if (message.forum_topic_closed) return line('topic-closed');
  if (message.forum_topic_reopened) return line('topic-reopened');
  return line(message.group_chat_created ? 'group-created' : 'migrated');
}
