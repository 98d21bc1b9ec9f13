// What one person sees of the city: the list of chats, and one chat with its messages, keyboard and menu.
import type { User } from './emulator/api-types.ts';
import { commandsFor } from './emulator/methods-commands.ts';
import { writesWhenClosed } from './emulator/people.ts';
import { isService } from './emulator/privacy.ts';
import { isPresent, living, type Chat, type Stored, type World } from './emulator/world.ts';
import { authorOf, filesOf, textOf, viewMessage } from './message-view.ts';
import type { ChatSummary, ChatView, Language } from './protocol.ts';
import { threadOf } from './reads.ts';
import type { RunningCity } from './running-city.ts';

/** What of a city is looked at. */
type Looked = Pick<RunningCity, 'world' | 'reads'>;

const pageSize = 50;
/** Telegram shows "typing" for five seconds, or until the bot writes. */
const typingSeconds = 5;

/** The chats of a person, newest first. */
export function viewChats(city: Looked, user: User): ChatSummary[] {
  city.world.privateChat(user);
  return [...city.world.chats.values()]
    .filter((chat) => sees(chat, user))
    .map((chat) => viewSummary(city, chat, user))
    .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
}

/** True when the chat is this person's: the private one, or a group with the person in it. */
export function sees(chat: Chat, user: User): boolean {
  if (chat.info.type === 'private') return chat.info.id === user.id;
  return chat.migratedTo === undefined && !chat.gone && isPresent(chat.members.get(user.id)?.status);
}

function viewSummary({ world, reads }: Looked, chat: Chat, user: User): ChatSummary {
  const { id, type, title } = chat.info;
  return {
    id,
    type: type === 'channel' ? 'supergroup' : type,
    title: type === 'private' ? botName(world) : (title ?? ''),
    topics: [...chat.topics.values()].map((topic) => ({ ...topic, unread: reads.unread(chat, user.id, topic.id) })),
    last: lastOf(world, chat, user),
    unread: reads.unread(chat, user.id),
  };
}

/** The name that the bot has given itself. */
export function botName(world: World): string {
  return world.profile.get('name:') ?? world.bot.first_name;
}

function lastOf(world: World, chat: Chat, user: User): ChatSummary['last'] {
  const last = [...chat.messages.values()].findLast((one) => !one.deleted && !isService(one.message))?.message;
  if (!last) return null;
  const text = textOf(last) || (filesOf(world, last)[0]?.name ?? '');
  return { author: authorOf(last).name, text: text.slice(0, 120), at: last.date, mine: last.from?.id === user.id };
}

/** Who looks, in which topic, up to which message. */
export type Looking = { user: User; locale: Language; thread: number | null; before: number | null };

/** One chat, or a topic of a forum (null: General), up to a message; the newest page is read by looking at it. */
export function viewChat(city: Looked, chat: Chat, { user, locale, thread, before }: Looking): ChatView {
  const { world } = city;
  const here = [...chat.messages.values()].filter((one) => !one.deleted && threadOf(chat, one) === thread);
  const page = here.filter((one) => before === null || one.message.message_id < before);
  const view = (stored: Stored) => viewMessage(world, chat, stored, user.id);
  const pinned = chat.pinned.map((id) => living(chat, id)).find((one) => one && threadOf(chat, one) === thread);
  const { keyboard } = chat;
  const shown = keyboard && (keyboard.only?.includes(user.id) ?? true);
  return {
    ...viewSummary(city, chat, user),
    thread,
    messages: page.slice(-pageSize).map(view),
    older: page.length > pageSize,
    pinned: pinned ? view(pinned) : null,
    keyboard: shown ? keyboard.rows.map((row) => row.map((button) => button.text)) : null,
    commands: commandsFor(world, chat, user, locale),
    typingUntil: typingUntil(world, chat),
    needsStart: chat.info.type === 'private' && !chat.started,
    blocked: chat.blocked,
    closed: thread !== null && (chat.topics.get(thread)?.closed ?? false) && !writesWhenClosed(chat, user.id),
  };
}

function typingUntil(world: World, chat: Chat): number {
  const action = chat.actions.at(-1);
  if (!action) return 0;
  const until = Math.floor(action.at.getTime() / 1000) + typingSeconds;
  const spoke = [...chat.messages.values()].findLast((one) => one.message.from?.id === world.bot.id);
  const over = until <= world.unix() || (spoke?.message.date ?? 0) >= Math.floor(action.at.getTime() / 1000);
  return over ? 0 : until;
}
