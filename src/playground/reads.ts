// What each person has read: the newest message seen in each chat and topic. The emulator does not know it; bots never do.
import { isService } from './emulator/privacy.ts';
import type { Chat, Stored, World } from './emulator/world.ts';

/** 'user:chat:thread' -> id of the newest message read. */
export type ReadMarks = Map<string, number>;

/** Marks of what was read, by person, chat and topic. */
export class Reads {
  readonly marks: ReadMarks;

  constructor(marks: ReadMarks = new Map()) {
    this.marks = marks;
  }

  /** Messages of others that this person has not seen in a chat, or in one thread of a forum (null: General). */
  unread(chat: Chat, userId: number, thread?: number | null): number {
    let count = 0;
    for (const stored of chat.messages.values()) {
      if (stored.deleted || isService(stored.message) || stored.message.from?.id === userId) continue;
      const where = threadOf(chat, stored);
      if (thread !== undefined && where !== thread) continue;
      if (stored.message.message_id > this.#mark(userId, chat, where)) count += 1;
    }
    return count;
  }

  /** Marks a chat, or one thread of it, as read. True when that changed something. */
  read(chat: Chat, userId: number, thread: number | null): boolean {
    const changed = this.unread(chat, userId, thread) > 0;
    const newest = [...chat.messages.values()].findLast((stored) => threadOf(chat, stored) === thread);
    if (newest) this.marks.set(keyOf(userId, chat, thread), newest.message.message_id);
    return changed;
  }

  /** Marks as read what was written before a moment (seconds since 1970), as after a long history. */
  readBefore(world: World, userIds: number[], moment: number): void {
    for (const chat of world.chats.values()) {
      const newest = new Map<number | null, number>();
      for (const stored of chat.messages.values()) {
        if (stored.message.date < moment) newest.set(threadOf(chat, stored), stored.message.message_id);
      }
      for (const userId of userIds) for (const [thread, id] of newest) this.marks.set(keyOf(userId, chat, thread), id);
    }
  }

  #mark(userId: number, chat: Chat, thread: number | null): number {
    return this.marks.get(keyOf(userId, chat, thread)) ?? 0;
  }
}

/** The topic that a message stands in; null for General and outside forums. */
export function threadOf(chat: Chat, { message }: Stored): number | null {
  return chat.info.is_forum && message.is_topic_message ? (message.message_thread_id ?? null) : null;
}

function keyOf(userId: number, chat: Chat, thread: number | null): string {
  return `${userId}:${chat.info.id}:${thread ?? ''}`;
}
