// What people do in chats: write, send files, answer, edit, delete, press, block. The test driver and the page use the same functions.
import type { ChatInfo, Content, FileInfo, User } from './api-types.ts';
import { formatted } from './entities.ts';
import { imageSize } from './images.ts';
import { memberView, newMember } from './members.ts';
import { mimeOf } from './methods-send.ts';
import { announce, answeredBy, day, post } from './post.ts';
import { anonymousAdmin, channelBot, telegramItself } from './privacy.ts';
import type { Chat, Stored, World } from './world.ts';

export interface NewPerson {
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  isBot?: boolean;
}

export interface OutgoingFile {
  name?: string;
  content: Buffer;
  type?: string;
}

/** What a person sends besides plain words. */
export interface Parcel {
  text?: string;
  caption?: string;
  document?: OutgoingFile;
  photo?: Buffer | OutgoingFile;
  voice?: Buffer;
  video?: Buffer;
  sticker?: string;
  contact?: { phone: string; user?: User; firstName: string };
  location?: { latitude: number; longitude: number };
}

/** How a message goes out: as whom, to which thread, in answer to what. */
export interface Manner {
  thread?: number;
  replyTo?: number;
  anonymous?: boolean;
  channel?: ChatInfo;
  album?: string;
  forward?: Record<string, unknown>;
  via?: User;
}

/** Makes an account; ids are larger than 32 bits, as those of new accounts are. */
export function createUser(world: World, person: NewPerson): User {
  const user: User = {
    id: world.next('user', 7_100_000_001),
    is_bot: person.isBot ?? false,
    first_name: person.firstName,
    ...(person.lastName === undefined ? {} : { last_name: person.lastName }),
    ...(person.username === undefined ? {} : { username: person.username }),
    ...(person.languageCode === undefined ? {} : { language_code: person.languageCode }),
  };
  world.users.set(user.id, user);
  return user;
}

/** A person's message in a chat. In private it also opens the chat, as pressing Start does. Throws when Telegram would not let it through. */
export function say(world: World, chat: Chat, user: User, parcel: Parcel, manner: Manner = {}): Stored {
  checkCanWrite(chat, user, manner);
  if (chat.info.type === 'private') Object.assign(chat, { started: true, refused: false });
  return post(world, chat, {
    ...authorOf(chat, user, manner),
    content: contentOf(world, parcel),
    ...(manner.thread === undefined ? {} : { thread: manner.thread }),
    ...(manner.replyTo === undefined ? {} : { replyTo: manner.replyTo }),
    ...(manner.album === undefined ? {} : { album: manner.album }),
    ...(manner.forward === undefined ? {} : { forward: manner.forward }),
    ...(manner.via === undefined ? {} : { via: manner.via }),
  });
}

function checkCanWrite(chat: Chat, user: User, manner: Manner): void {
  if (chat.info.type === 'private') {
    if (chat.blocked) throw new Error(`${user.first_name} has blocked the bot and cannot write to it`);
    return;
  }
  const status = chat.members.get(user.id)?.status;
  if (status === undefined || status === 'left' || status === 'kicked') {
    throw new Error(`${user.first_name} is not in the chat ${chat.info.title ?? ''}`);
  }
  const topic = manner.thread === undefined ? undefined : chat.topics.get(manner.thread);
  if (topic?.closed && !writesWhenClosed(chat, user.id)) throw new Error(`topic ${topic.name} is closed`);
}

/** Closed topics stay open to those who run the group. */
export function writesWhenClosed(chat: Chat, userId: number): boolean {
  const status = chat.members.get(userId)?.status;
  return status === 'creator' || status === 'administrator';
}

function authorOf(chat: Chat, user: User, manner: Manner): { from: User; senderChat?: ChatInfo; signature?: string } {
  if (manner.channel) return { from: channelBot, senderChat: manner.channel };
  const member = chat.members.get(user.id);
  if (!manner.anonymous && !member?.anonymous) return { from: user };
  return {
    from: anonymousAdmin,
    senderChat: chat.info,
    ...(member && member.title !== '' ? { signature: member.title } : {}),
  };
}

function contentOf(world: World, parcel: Parcel): Content {
  if (parcel.text !== undefined) {
    const { text, entities } = formatted(parcel.text, '', undefined, () => undefined);
    if (text === '') throw new Error('Telegram does not send an empty message');
    if ([...text].length > 4096) throw new Error('Telegram splits a text of more than 4096 characters');
    return { text, ...(entities.length > 0 ? { entities } : {}) };
  }
  return { ...mediaOf(world, parcel), ...captionOf(parcel) };
}

function captionOf(parcel: Parcel): Content {
  const parsed = formatted(parcel.caption ?? '', '', undefined, () => undefined);
  if (parsed.text === '') return {};
  return { caption: parsed.text, ...(parsed.entities.length > 0 ? { caption_entities: parsed.entities } : {}) };
}

function mediaOf(world: World, parcel: Parcel): Content {
  if (parcel.document) return { document: fileInfo(world, parcel.document) };
  if (parcel.photo)
    return { photo: photoSizes(world, 'content' in parcel.photo ? parcel.photo.content : parcel.photo) };
  if (parcel.voice) return { voice: { ...fileInfo(world, { content: parcel.voice, type: 'audio/ogg' }), duration: 5 } };
  if (parcel.video) return { video: { ...fileInfo(world, { content: parcel.video, type: 'video/mp4' }), duration: 5 } };
  if (parcel.sticker !== undefined) {
    const file = fileInfo(world, { content: Buffer.from('sticker'), type: 'image/webp' });
    return { sticker: { ...file, type: 'regular', emoji: parcel.sticker, width: 512, height: 512 } };
  }
  if (parcel.contact) {
    const { phone, user, firstName } = parcel.contact;
    return { contact: { phone_number: phone, first_name: firstName, ...(user ? { user_id: user.id } : {}) } };
  }
  if (parcel.location) return { location: parcel.location };
  throw new Error('nothing to send');
}

function fileInfo(world: World, file: OutgoingFile): FileInfo {
  const type = file.type ?? mimeOf(file.name ?? '');
  const kept = world.keepFile(file.name ?? '', type, file.content);
  return {
    ...(file.name === undefined ? {} : { file_name: file.name }),
    mime_type: type,
    file_id: kept.id,
    file_unique_id: kept.uniqueId,
    file_size: file.content.length,
  };
}

// Telegram offers a photo in several sizes, the largest last; each has a file of its own.
function photoSizes(world: World, content: Buffer): FileInfo[] {
  const { width, height } = imageSize(content);
  return [90, 1280].map((longest) => {
    const kept = world.keepFile('photo.jpg', 'image/jpeg', content);
    const scale = Math.min(1, longest / Math.max(width, height, 1));
    return {
      file_id: kept.id,
      file_unique_id: kept.uniqueId,
      file_size: content.length,
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
  });
}

/** A person changes the words of an own message; the bot gets edited_message if it heard the message. */
export function edit(world: World, chat: Chat, stored: Stored, words: string): void {
  const { text, entities } = formatted(words, '', undefined, () => undefined);
  const { entities: _old, caption_entities: _oldCaption, ...rest } = stored.message;
  const isText = stored.message.text !== undefined;
  stored.message = {
    ...rest,
    ...(isText ? { text } : { caption: text }),
    ...(entities.length === 0 ? {} : isText ? { entities } : { caption_entities: entities }),
    edit_date: world.unix(),
  };
  announce(world, chat, 'edited_message', stored.message, answeredBy(chat, stored.message));
}

/** So many presses are known at a time; an answer is too late after seconds. */
const pressesKept = 1_000;

/** A press on an inline button (or a forged one); a deleted message comes as inaccessible. Returns the id of the callback query. */
export function press(world: World, stored: Stored, user: User, data: string): string {
  const { chat, message_id } = stored.message;
  const message = stored.deleted ? { chat, message_id, date: 0 } : stored.message;
  const id = String(world.next('callback', 430_000_000_000_001));
  world.callbacks.set(id, { id, from: user, at: world.now(), attempts: 0, answer: undefined });
  const [oldest] = world.callbacks.keys();
  if (world.callbacks.size > pressesKept && oldest !== undefined) world.callbacks.delete(oldest);
  const chatInstance = String(BigInt(chat.id) * 7n);
  // Of a message put there by inline mode the bot learns no more than an id.
  const where = stored.message.via_bot?.id === world.bot.id ? { inline_message_id: `AgAAA${message_id}` } : { message };
  world.queue.push('callback_query', { id, from: user, ...where, chat_instance: chatInstance, data }, 150);
  return id;
}

/** A person blocks or unblocks the bot. */
export function setBlocked(world: World, user: User, blocked: boolean): void {
  const chat = world.privateChat(user);
  if (chat.blocked === blocked) return;
  const view = (status: 'member' | 'kicked'): Record<string, unknown> => memberView(newMember(world.bot, status));
  chat.blocked = blocked;
  chat.refused = false;
  const change = { chat: chat.info, from: user, date: world.unix() };
  const [old, next] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  world.queue.push('my_chat_member', { ...change, old_chat_member: view(old), new_chat_member: view(next) }, day);
}

/** A person's only reaction to a message, '' takes it back; the bot hears it in private and, as an administrator, in groups if it subscribed. */
export function react(world: World, chat: Chat, stored: Stored, user: User, emoji: string): void {
  const asList = (one = ''): object[] => (one === '' ? [] : [{ type: 'emoji', emoji: one }]);
  const old_reaction = asList(stored.liked.get(user.id));
  if (emoji === '') stored.liked.delete(user.id);
  else stored.liked.set(user.id, emoji);
  const admin = world.botIn(chat)?.status === 'administrator';
  if (chat.info.type !== 'private' && !admin) return;
  const about = { chat: chat.info, message_id: stored.message.message_id, user, date: world.unix() };
  world.queue.push('message_reaction', { ...about, old_reaction, new_reaction: asList(emoji) }, day);
}

/** A post of a linked channel as Telegram copies it into its discussion group. */
export function autoForward(world: World, chat: Chat, channel: ChatInfo, words: string): Stored {
  const origin = { type: 'channel', chat: channel, message_id: world.next('post', 1), date: world.unix() };
  const content = contentOf(world, { text: words });
  return post(world, chat, { from: telegramItself, senderChat: channel, content, forward: origin, automatic: true });
}
