// More that people do with messages: albums, pins, deleting what is theirs.
import type { User } from './api-types.ts';
import { post } from './post.ts';
import { say } from './people.ts';
import type { Manner, Parcel } from './people.ts';
import type { Chat, Stored, World } from './world.ts';

/** Sends two to ten files as one album; the caption is on the first. Throws when Telegram would not let it through. */
export function sendAlbum(
  world: World,
  chat: Chat,
  user: User,
  parcels: Parcel[],
  caption = '',
  manner: Manner = {},
): Stored[] {
  if (parcels.length < 2 || parcels.length > 10) throw new Error('an album has two to ten files');
  const album = String(world.next('album', 13_900_000_001));
  return parcels.map((parcel, index) =>
    say(world, chat, user, { ...parcel, ...(index === 0 && caption !== '' ? { caption } : {}) }, { ...manner, album }),
  );
}

/** Deletes a message for everybody: in private any, in a group one's own. Bots are never told. Throws for somebody else's. */
export function remove(chat: Chat, stored: Stored, user: User): void {
  if (chat.info.type !== 'private' && stored.message.from?.id !== user.id) throw new Error('not your own message');
  stored.deleted = true;
  chat.pinned = chat.pinned.filter((id) => id !== stored.message.message_id);
}

/** A person pins a message; the bot hears of it. Throws unless they run the group. */
export function pin(world: World, chat: Chat, stored: Stored, user: User): void {
  checkMayPin(chat, user);
  const { message } = stored;
  chat.pinned = [message.message_id, ...chat.pinned.filter((id) => id !== message.message_id)];
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  post(world, chat, {
    from: user,
    content: { pinned_message: message },
    ...(thread === undefined ? {} : { thread }),
  });
}

/** A person takes a pinned message down; nobody is told. Throws unless they run the group. */
export function unpin(chat: Chat, { message }: Stored, user: User): void {
  checkMayPin(chat, user);
  chat.pinned = chat.pinned.filter((id) => id !== message.message_id);
}

function checkMayPin(chat: Chat, user: User): void {
  const status = chat.members.get(user.id)?.status;
  if (chat.info.type !== 'private' && status !== 'creator' && status !== 'administrator') {
    throw new Error('only administrators pin');
  }
}
