// Updates by chance, valid by the declarations of the Bot API: every kind of update and of message, by people, chats and files that exist.
import type { Update } from 'grammy/types';
import type { User } from '../../src/playground/emulator/api-types.ts';
import type { SpecField, SpecType } from '../../src/playground/emulator/spec.ts';
import type { Chat, Stored, World } from '../../src/playground/emulator/world.ts';
import { namedTypes } from '../support/telegram-spec.ts';
import { behindCommand, type Dice, fileNames, oddPiece, words } from './fuzz-words.ts';

type Json = Record<string, unknown>;

/** Who writes where, and what can be pressed and commanded. */
export type Cast = {
  world: World;
  /** Who speaks, each with the chats they speak in. */
  people: { user: User; chats: Chat[] }[];
  /** Chats whose own life (moved, bot thrown out) may be told by chance. */
  wild: Set<number>;
  commands: string[];
  verbs: string[];
  dice: Dice;
  firstUpdate: number;
};

/** Of a message: what comes around it, not what it is. */
const envelope =
  /^(message_id|message_thread_id|from|sender_|receiver_|ephemeral|date|guest_|business_connection_id|chat$|direct_messages|forward_origin|is_|reply_to|external_reply|quote|via_bot|edit_date|has_|media_group|author_|paid_star|entities|link_|suggested_post_info|effect|caption|show_)/;
/** Kinds of update that carry a message. */
const messages = /^(edited_)?(message|channel_post|business_message)$|^guest_message$/;

/** Makes updates one after another; the same cast and seed make the same ones. */
export class UpdateMaker {
  readonly #cast: Cast;
  readonly #types = namedTypes();
  readonly #contents: string[];
  readonly #kinds: string[];
  readonly #files: string[];
  #next: number;
  #nth = 0;
  /** How often each kind of update and of message was made. */
  readonly made = new Map<string, number>();

  constructor(cast: Cast) {
    this.#cast = cast;
    this.#next = cast.firstUpdate;
    this.#contents = Object.keys(this.#fields('Message')).filter((name) => !envelope.test(name));
    this.#kinds = Object.keys(this.#fields('Update')).filter((name) => name !== 'update_id');
    this.#files = fileNames.map((name, n) => cast.world.keepFile(name, 'application/octet-stream', contentOf(n)).id);
  }

  /** The next update. Of what the bot asks for there is most; everything else comes in turn. */
  next(): Update {
    const { dice } = this.#cast;
    const roll = dice.below(100);
    const turn = this.#kinds[this.#nth++ % this.#kinds.length] ?? 'message';
    const kind = roll < 45 ? 'message' : roll < 75 ? 'callback_query' : roll < 82 ? 'edited_message' : turn;
    this.#count(kind);
    return { update_id: this.#next++, [kind]: this.#body(kind) } as unknown as Update;
  }

  #count(what: string): void {
    this.made.set(what, (this.made.get(what) ?? 0) + 1);
  }

  #body(kind: string): unknown {
    const { dice, people } = this.#cast;
    const { user, chats } = dice.one(people);
    const chat = dice.one(chats);
    if (messages.test(kind)) return this.#message(user, chat, kind.startsWith('edited_'));
    if (kind === 'callback_query') return this.#press(user, chat);
    const made = this.#make('Update', [kind])[kind] as Json;
    for (const key of ['from', 'user', 'actor_user']) if (key in made) made[key] = user;
    if ('chat' in made) made['chat'] = chat.info;
    if (kind === 'my_chat_member') this.#membership(made, chat);
    return made;
  }

  #message(user: User, chat: Chat, edited: boolean): Json {
    const { dice, world } = this.#cast;
    const known = edited ? dice.one([...chat.messages.values()].slice(-50)) : undefined;
    const id = known?.message.message_id ?? world.nextMessageId(chat);
    const extra = Object.keys(this.#fields('Message')).filter(
      (name) => envelope.test(name) && name !== 'business_connection_id' && dice.once(14),
    );
    const made = this.#make('Message', extra);
    Object.assign(made, { message_id: id, date: world.unix() - dice.below(5), chat: chat.info, from: user });
    for (const key of [
      'message_thread_id',
      'is_topic_message',
      'sender_chat',
      'edit_date',
      'caption',
      'caption_entities',
      'entities',
    ])
      delete made[key];
    if (edited) made['edit_date'] = world.unix();
    if (chat.info.type !== 'private' && dice.once(12)) made['sender_chat'] = dice.one([chat.info, this.#channel()]);
    if (dice.once(25)) delete made['from'];
    this.#inTopic(made, chat);
    if (dice.once(3)) this.#answer(made, chat);
    else delete made['reply_to_message'];
    this.#fill(made, chat);
    const message = structuredClone(made) as unknown as Stored['message'];
    const kept: Stored = {
      message,
      deleted: dice.once(20),
      fixed: false,
      reactions: [],
      liked: new Map(),
      forBot: true,
    };
    if (!known) chat.messages.set(id, kept);
    return made;
  }

  /** What the message is: words, a command, a file with or without words, or the next kind in turn. */
  #fill(made: Json, chat: Chat): void {
    const { dice, commands, world } = this.#cast;
    const roll = dice.below(100);
    if (roll < 30) {
      const text = words(dice, dice.once(40) ? 60_000 : 4096);
      Object.assign(made, { text, ...this.#entities(text, 'entities') });
    } else if (roll < 55) {
      const name = `/${dice.one(commands)}${chat.info.type === 'private' || dice.once(3) ? '' : `@${world.bot.username ?? ''}`}`;
      const text = `${dice.once(10) ? this.#start() : `${name}${behindCommand(dice)}`}`.slice(0, 4096);
      const length = /^\/[\w@]+/.exec(text)?.[0].length ?? 1;
      Object.assign(made, { text, entities: [{ type: 'bot_command', offset: 0, length }] });
    } else {
      const inTurn = this.#contents[this.#nth % this.#contents.length] ?? 'text';
      const content = roll < 70 ? dice.one(['photo', 'document', 'voice', 'video', 'contact', 'location']) : inTurn;
      const moves = content.startsWith('migrate_') || content === 'left_chat_member';
      if (moves && !this.#cast.wild.has(chat.info.id)) return this.#fill(made, chat);
      this.#count(`message:${content}`);
      Object.assign(made, this.#only('Message', content));
      if (content.startsWith('migrate_')) made[content] = -1_009_000_000_000 - dice.below(1000);
      const caption = words(dice, 1024);
      if (dice.once(2)) Object.assign(made, { caption, ...this.#entities(caption, 'caption_entities') });
      if (dice.once(3)) made['media_group_id'] = String(dice.below(5));
    }
  }

  #start(): string {
    const { dice } = this.#cast;
    const seal = Array.from({ length: 22 }, () => dice.one([...'aZ09_-'])).join('');
    return `/start ${dice.one(['', 'claim', `claim-1-${seal}`, seal, `task-${dice.below(9)}`, 'x'.repeat(64), `p${dice.below(99)}_1`])}`;
  }

  /** Entities that lie within the text, and sometimes over one another. */
  #entities(text: string, key: string): Json {
    const { dice } = this.#cast;
    if (text.length < 2 || !dice.once(2)) return {};
    const entities = Array.from({ length: 1 + dice.below(3) }, () => {
      const offset = dice.below(text.length - 1);
      return { ...this.#make('MessageEntity'), offset, length: 1 + dice.below(text.length - offset) };
    });
    return { [key]: entities };
  }

  #inTopic(made: Json, chat: Chat): void {
    const { dice } = this.#cast;
    const topics = [...chat.topics.keys()];
    if (topics.length > 0 && !dice.once(4))
      Object.assign(made, { message_thread_id: dice.one(topics), is_topic_message: true });
  }

  #answer(made: Json, chat: Chat): void {
    const target = this.#known(chat);
    if (!target) return;
    const { reply_to_message: _, ...rest } = target.message as unknown as Json;
    made['reply_to_message'] = rest;
  }

  /** A message of the chat, the bot's rather than others'. */
  #known(chat: Chat): Stored | undefined {
    const { dice, world } = this.#cast;
    const all = [...chat.messages.values()];
    const own = all.filter(({ message }) => message.from?.id === world.bot.id);
    return dice.one(own.length > 0 && !dice.once(4) ? own.slice(-30) : all.slice(-100));
  }

  #press(user: User, chat: Chat): Json {
    const { dice, world } = this.#cast;
    const id = String(world.next('callback', 430_000_000_000_001));
    world.callbacks.set(id, { id, from: user, at: world.now(), attempts: 0, answer: undefined });
    const target = this.#known(chat);
    const from = { ...user, ...(dice.once(9) ? { language_code: dice.one(['en', 'kk', 'xx', 'ru-RU', '']) } : {}) };
    const press: Json = { id, from, chat_instance: String(dice.below(1e9)) };
    if (!target || dice.once(20)) press['inline_message_id'] = 'AgAAAA';
    else
      press['message'] =
        target.deleted || dice.once(15)
          ? { chat: chat.info, message_id: target.message.message_id, date: 0 }
          : target.message;
    if (dice.once(60)) press['game_short_name'] = 'game';
    else press['data'] = this.#data(target);
    return press;
  }

  /** Data of a button: what stands in a message of anybody, a verb with ids by chance, or nonsense; at most 64 bytes. */
  #data(target: Stored | undefined): string {
    const { dice, verbs } = this.#cast;
    const real = target?.message.reply_markup?.inline_keyboard.flat().flatMap((item) => item.callback_data ?? []) ?? [];
    const roll = dice.below(10);
    if (roll < 3 && real.length > 0) return dice.one(real);
    const id = (): string =>
      dice.one([
        String(dice.below(12)),
        String(7000 + dice.below(9)),
        '999999999',
        '2147483648',
        '-1',
        '0',
        'x',
        '',
        'f',
        '2026-12-25',
      ]);
    const tail = Array.from({ length: dice.below(4) }, () => `:${id()}`).join('');
    const data = roll < 9 ? `${dice.one(verbs)}${tail}` : `${dice.one(['d:', '', 'x.y:', ':::'])}${oddPiece(dice)}`;
    const fits = Buffer.from(data || 'x')
      .subarray(0, 64)
      .toString();
    return fits.endsWith('\ufffd') ? fits.slice(0, -1) || 'x' : fits;
  }

  #membership(made: Json, chat: Chat): void {
    const { world, wild, dice } = this.#cast;
    for (const key of ['old_chat_member', 'new_chat_member']) (made[key] as Json)['user'] = world.bot;
    // Of a group that matters only truth is told: the bot is still there.
    if (wild.has(chat.info.id)) return;
    made['new_chat_member'] = { user: world.bot, status: 'member' };
    if (chat.info.type === 'private' && dice.once(2))
      made['old_chat_member'] = { user: world.bot, status: 'kicked', until_date: 0 };
  }

  #channel(): Json {
    return { id: -1_002_100_000_077, type: 'channel', title: oddPiece(this.#cast.dice) };
  }

  #fields(name: string): Record<string, SpecField> {
    const body = this.#types.get(name);
    if (!body || Array.isArray(body)) throw new Error(`${name} is no object of the Bot API`);
    return body;
  }

  /** Only this field of an object. */
  #only(name: string, key: string): Json {
    return { [key]: this.#value(this.#fields(name)[key]?.types ?? [], key, 0) };
  }

  /** An object with what it must have, these fields, and others by chance. */
  #make(name: string, wanted: string[] = [], depth = 0): Json {
    const { dice } = this.#cast;
    const rare = depth > 2 ? Infinity : name === 'Message' || name === 'Update' ? Infinity : 3 + depth;
    const made: Json = {};
    for (const [key, { types, required }] of Object.entries(this.#fields(name)))
      if (required || wanted.includes(key) || dice.once(rare)) made[key] = this.#value(types, key, depth);
    return made;
  }

  #value(types: SpecType[], key: string, depth: number): unknown {
    const { dice } = this.#cast;
    const type = dice.one(types);
    if (typeof type === 'object')
      return Array.from({ length: 1 + dice.below(depth > 2 ? 1 : 3) }, () => this.#value(type.list, key, depth + 1));
    if (type === 'boolean') return true;
    if (type === 'number') return this.#number(key);
    if (type === 'string' || type === undefined) return this.#string(key);
    if (type.startsWith('=')) return type.slice(1);
    return this.#named(type.slice(1), key, depth);
  }

  #named(name: string, key: string, depth: number): unknown {
    const { dice, people, world } = this.#cast;
    if (name === 'User') return dice.once(10) ? world.bot : dice.one(people).user;
    if (name === 'Chat') return dice.once(2) ? this.#channel() : dice.one(dice.one(people).chats).info;
    const body = this.#types.get(name);
    if (Array.isArray(body)) return this.#value(body, key, depth);
    if (name === 'Message') return { message_id: 1 + dice.below(99), date: 0, chat: this.#named('Chat', key, depth) };
    return this.#make(name, [], depth + 1);
  }

  #number(key: string): number {
    const { dice, world } = this.#cast;
    if (/date|unix|timestamp/.test(key)) return world.unix() - dice.below(1000);
    if (/size/.test(key)) return dice.one([0, 1000, 20 * 1024 * 1024 + 1, 4_000_000_000]);
    if (/itude/.test(key)) return dice.next() * 90;
    return /id$/.test(key) ? dice.one([1, dice.below(2 ** 31), dice.below(2 ** 52)]) : dice.below(100);
  }

  #string(key: string): string {
    const { dice } = this.#cast;
    if (key === 'file_id') return dice.one(this.#files);
    if (key === 'file_name') return dice.one(fileNames);
    if (key === 'mime_type')
      return dice.one(['application/pdf', 'image/jpeg', 'text/csv', '', 'application/x-nonsense']);
    if (key === 'language_code') return dice.one(['ru', 'kk', 'en', 'de', 'zh-hans', '']);
    if (key === 'phone_number') return dice.one(['+77010000000', '7', oddPiece(dice)]);
    return dice.once(3) ? words(dice, 200) : oddPiece(dice);
  }
}

/** What lies in a file of a stranger: nothing, signs, the beginnings of formats and no more. */
function contentOf(n: number): Buffer {
  const starts = ['', 'PK\u0003\u0004', '%PDF-1.7\n', 'code;org_kk\n;', '\u00ff\u00d8\u00ff', '{', '\u0000\u0000'];
  return Buffer.concat([Buffer.from(starts[n % starts.length] ?? '', 'latin1'), Buffer.alloc(n * 37, n)]);
}
