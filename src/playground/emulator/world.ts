// The state of the emulated Telegram: people, chats, messages, files; kept in memory, ids from fixed seeds, time from outside.
import type { ChatInfo, MemberStatus, Message, ReplyButton, Update, User } from './api-types.ts';
import type { Answer } from './dispatch.ts';
import type { Fault } from './faults.ts';
import type { InlineQuery } from './inline.ts';
import { RateLimiter } from './limits.ts';
import type { Params } from './params.ts';
import { UpdateQueue } from './updates.ts';
import { WebhookCourier } from './webhook.ts';
import { reviewHandled } from './violations.ts';

export interface Member {
  user: User;
  status: MemberStatus;
  /** Rights of an administrator, by their Bot API names. */
  rights: Set<string>;
  anonymous: boolean;
  title: string;
}

export interface Topic {
  id: number;
  name: string;
  closed: boolean;
}

/** A message with what only the emulator knows about it. */
export interface Stored {
  message: Message;
  deleted: boolean;
  /** Sent with a keyboard that is not inline: Telegram refuses to edit such messages. */
  fixed: boolean;
  /** The bot's reactions. */
  reactions: string[];
  /** The reaction of each person. */
  liked: Map<number, string>;
  /** Meant for the bot in the sense of privacy mode, so replies to it reach the bot too. */
  forBot: boolean;
}

export interface ReplyKeyboard {
  rows: ReplyButton[][];
  /** The people who see it; undefined: everybody. */
  only: number[] | undefined;
}

export interface Chat {
  info: ChatInfo;
  members: Map<number, Member>;
  messages: Map<number, Stored>;
  topics: Map<number, Topic>;
  pinned: number[];
  nextMessageId: number;
  /** The last bot that wrote here: decides who hears a bare command (privacy mode). */
  lastBot: number | undefined;
  /** Private chats: the person pressed Start or wrote. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  migratedTo: number | undefined;
  gone: boolean;
  /** Kinds of content that ordinary members may not send: 'text messages', 'photos', 'documents' ... */
  forbidden: Set<string>;
  keyboard: ReplyKeyboard | undefined;
  actions: { action: string; at: Date }[];
  /** A 403 was answered for this chat and nothing changed since. */
  refused: boolean;
}

export interface StoredFile {
  id: string;
  uniqueId: string;
  path: string;
  name: string;
  type: string;
  content: Buffer;
}

export interface Callback {
  id: string;
  from: User;
  at: Date;
  attempts: number;
  answer: { text: string; alert: boolean } | undefined;
  /** Told of the answer. */
  onAnswer?: () => void;
}

export interface Call {
  method: string;
  params: Params;
  at: Date;
}

/** Somebody outside who wants to be told at once: the playground. */
export interface Observer {
  /** A message came, or a call of the bot to the chat was answered; of edits and reactions of people nobody tells. */
  changed(chat: Chat): void;
  queued(update: Update): void;
  answered(call: Call, answer: Answer, fault: boolean): void;
  /** Privacy mode kept a message from the bot. */
  hidden(chat: Chat, message: Message): void;
  complained(text: string): void;
}

export interface WorldOptions {
  now: () => Date;
  token?: string;
  botUsername?: string;
  limits?: 'off' | 'telegram';
}

/** One emulated Telegram with one bot. */
export class World {
  readonly now: () => Date;
  readonly token: string;
  readonly bot: User;
  readonly users = new Map<number, User>();
  readonly chats = new Map<number, Chat>();
  readonly files = new Map<string, StoredFile>();
  readonly callbacks = new Map<string, Callback>();
  readonly inlineQueries = new Map<string, InlineQuery>();
  readonly commands = new Map<string, unknown[]>();
  readonly profile = new Map<string, string>();
  readonly violations: string[] = [];
  readonly calls: Call[] = [];
  readonly faults: Fault[] = [];
  readonly limiter: RateLimiter;
  readonly queue: UpdateQueue;
  readonly courier: WebhookCourier;
  /** BotFather's privacy mode; on by default. */
  privacy = true;
  observer: Observer | undefined;
  /** Next number of each series. */
  readonly counters = new Map<string, number>();

  constructor(options: WorldOptions) {
    this.now = options.now;
    this.token = options.token ?? '1000:TEST';
    const id = Number(this.token.split(':')[0]);
    this.bot = { id, is_bot: true, first_name: 'Orynda', username: options.botUsername ?? 'orynda_bot' };
    this.users.set(id, this.bot);
    this.limiter = new RateLimiter(options.limits ?? 'off');
    this.queue = new UpdateQueue(this.now, 700_000_001, {
      confirmed: (update) => reviewHandled(this, update),
      queued: (update) => this.observer?.queued(update),
    });
    this.courier = new WebhookCourier(this.queue, this.now);
  }

  /** The next number of a named series; each series starts at its own seed. */
  next(series: string, seed = 1): number {
    const value = this.counters.get(series) ?? seed;
    this.counters.set(series, value + 1);
    return value;
  }

  /** The moment as Telegram writes it: whole seconds. */
  unix(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  /** The chat's id for the next message: one series for private chats and basic groups, its own for a supergroup. */
  nextMessageId(chat: Chat): number {
    return chat.info.type === 'supergroup' || chat.info.type === 'channel'
      ? chat.nextMessageId++
      : this.next('message', 11);
  }

  addChat(info: ChatInfo): Chat {
    const chat: Chat = {
      info,
      members: new Map(),
      messages: new Map(),
      topics: new Map(),
      pinned: [],
      nextMessageId: 2,
      lastBot: undefined,
      started: false,
      blocked: false,
      deactivated: false,
      migratedTo: undefined,
      gone: false,
      forbidden: new Set(),
      keyboard: undefined,
      actions: [],
      refused: false,
    };
    this.chats.set(info.id, chat);
    return chat;
  }

  /** The private chat of a person with the bot, made when first needed. */
  privateChat(user: User): Chat {
    const known = this.chats.get(user.id);
    if (known) return known;
    const { id, first_name, last_name, username } = user;
    return this.addChat({
      id,
      type: 'private',
      first_name,
      ...(last_name === undefined ? {} : { last_name }),
      ...(username === undefined ? {} : { username }),
    });
  }

  /** The bot's own membership of a chat. */
  botIn(chat: Chat): Member | undefined {
    return chat.members.get(this.bot.id);
  }

  /** True while the bot is in the group (or the chat is private). */
  botPresent(chat: Chat): boolean {
    if (chat.info.type === 'private') return true;
    return isPresent(this.botIn(chat)?.status);
  }

  complain(text: string): void {
    this.violations.push(text);
    this.observer?.complained(text);
  }

  /** Keeps a file under a new id of this bot. */
  keepFile(name: string, type: string, content: Buffer): StoredFile {
    const number = this.next('file', 1);
    const folder = type.startsWith('image/') ? 'photos' : 'documents';
    const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
    const file: StoredFile = {
      id: `BQACAgIAAxk${this.bot.id}F${String(number).padStart(6, '0')}`,
      uniqueId: `AgAD${String(number).padStart(6, '0')}`,
      path: `${folder}/file_${number}${extension}`,
      name,
      type,
      content,
    };
    this.files.set(file.id, file);
    return file;
  }
}

/** The message of a chat, undefined when deleted or never sent. */
export function living(chat: Chat, messageId: number | undefined): Stored | undefined {
  const stored = messageId === undefined ? undefined : chat.messages.get(messageId);
  return stored?.deleted ? undefined : stored;
}

/** True for a status of somebody who is in the chat. */
export function isPresent(status: MemberStatus | undefined): boolean {
  return status === 'creator' || status === 'administrator' || status === 'member' || status === 'restricted';
}
