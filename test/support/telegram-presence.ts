// Somebody in one chat: writes, answers, sends files, presses buttons, reads what the bot wrote.
import type { User } from '../../src/playground/emulator/api-types.ts';
import { askInline, chooseInline, type InlineAnswer } from '../../src/playground/emulator/inline.ts';
import { menuFor } from '../../src/playground/emulator/methods-commands.ts';
import { edit, press, react, say } from '../../src/playground/emulator/people.ts';
import type { Manner, Parcel } from '../../src/playground/emulator/people.ts';
import { isService } from '../../src/playground/emulator/privacy.ts';
import type { Chat, World } from '../../src/playground/emulator/world.ts';
import type { TelegramTown } from './telegram.ts';
import { Message } from './telegram-message.ts';

export type Sending = Parcel & { album?: Parcel[] };

/** What the person sees after pressing: the bot's answer to the press. */
export interface PressAnswer {
  text: string;
  alert: boolean;
}

/** What the bot offered for an inline query; no answer: it kept silent. */
export interface InlineOffer {
  id: string;
  answer: InlineAnswer | undefined;
  titles: string[];
}

/** Somebody in one chat: the private one, a group, or a topic of it. */
export class Presence {
  protected readonly town: TelegramTown;
  readonly user: User;
  private readonly place: () => Chat;
  private readonly manner: Manner;

  constructor(town: TelegramTown, user: User, place: () => Chat, manner: Manner = {}) {
    this.town = town;
    this.user = user;
    this.place = place;
    this.manner = manner;
  }

  protected get world(): World {
    return this.town.world;
  }

  get chat(): Chat {
    return this.place();
  }

  /** What the bot has written here and not deleted, oldest first, service messages left out. */
  get messages(): Message[] {
    return this.everything.filter((message) => message.authorId === this.world.bot.id && !isService(message.raw));
  }

  /** All messages here by anybody, oldest first. */
  get everything(): Message[] {
    const { thread } = this.manner;
    return [...this.chat.messages.values()]
      .filter((stored) => !stored.deleted)
      .map((stored) => new Message(this.world, this.chat, stored))
      .filter((message) => thread === undefined || message.topicId === thread);
  }

  /** The bot's newest message here. Throws when there is none. */
  get lastMessage(): Message {
    const message = this.messages.at(-1);
    if (!message) throw new Error(`the bot has written nothing to ${this.user.first_name} here`);
    return message;
  }

  /** Labels of the keyboard under the input field. */
  get keyboard(): string[][] {
    const { keyboard } = this.chat;
    const hers = keyboard && (keyboard.only === undefined || keyboard.only.includes(this.user.id));
    return hers ? keyboard.rows.map((row) => row.map((button) => button.text)) : [];
  }

  /** The bot's commands that her menu shows here. */
  menu(language = this.user.language_code ?? ''): string[] {
    return menuFor(this.world, this.chat, this.user, language);
  }

  /** Writes plain words. */
  says(text: string): Promise<Message> {
    return this.act({ text }, {});
  }

  /** Answers a message by Telegram's reply. */
  replies(message: Message, text: string): Promise<Message> {
    return this.act({ text }, { replyTo: message.id });
  }

  /** Sends files, a place, a contact; an album goes as one group with the caption on its first item. Returns the (first) message. */
  async sends(sending: Sending, replyTo?: Message): Promise<Message> {
    const manner: Manner = replyTo ? { replyTo: replyTo.id } : {};
    const { album, ...single } = sending;
    if (!album) return this.act(single, manner);
    const group = String(this.world.next('album', 13_900_000_001));
    const sent = album.map((item, index) => {
      const caption = index === 0 && sending.caption !== undefined ? { caption: sending.caption } : {};
      return this.put({ ...item, ...caption }, { ...manner, album: group });
    });
    await this.town.settle();
    const first = sent[0];
    if (!first) throw new Error('an empty album');
    return first;
  }

  /** Passes somebody's message on to this chat. */
  forwards(message: Message): Promise<Message> {
    const origin = { type: 'user', sender_user: message.raw.from, date: message.raw.date };
    return this.act({ text: message.text }, { forward: origin });
  }

  async edits(message: Message, text: string): Promise<void> {
    edit(this.world, message.chat, message.stored, text);
    await this.town.settle();
  }

  /** Deletes a message; bots are never told. */
  async deletes(message: Message): Promise<void> {
    message.stored.deleted = true;
    await this.town.settle();
  }

  async reacts(message: Message, emoji: string): Promise<void> {
    react(this.world, message.chat, message.stored, this.user, emoji);
    await this.town.settle();
  }

  /**
   * Presses a button by its label (whole or part): on the given message, else on the newest message that has it, else on the keyboard under the input field.
   * Returns the bot's answer to the press. Throws when nothing is called so.
   */
  async presses(label: string, message?: Message): Promise<PressAnswer> {
    const found = findButton(message ? [message] : [...this.messages].reverse(), label);
    if (!found) return this.typesButton(label);
    const { button } = found;
    if (button['disabled'] !== undefined) throw new Error(`the button ${button.text} is disabled`);
    if (button.callback_data !== undefined) return this.forges(found.message, button.callback_data);
    if (button.url !== undefined) await this.follows(button.url);
    return { text: '', alert: false };
  }

  /** Presses with made-up data, as a tampered client can. */
  async forges(message: Message, data: string): Promise<PressAnswer> {
    const id = press(this.world, message.stored, this.user, data);
    await this.town.settle();
    return this.world.callbacks.get(id)?.answer ?? { text: '', alert: false };
  }

  /** Writes the bot's name and words in the field of this chat; what the bot offers. */
  async asksInline(words: string, offset = ''): Promise<InlineOffer> {
    const id = askInline(this.world, this.chat, this.user, words, offset);
    await this.town.settle();
    const found = this.world.inlineQueries.get(id)?.answer;
    return { id, answer: found, titles: found?.results.map(({ title }) => title) ?? [] };
  }

  /** Puts one of the results into this chat, by part of its title. */
  async chooses({ id, answer }: InlineOffer, title: string): Promise<Message> {
    const result = answer?.results.find((each) => each.title.includes(title));
    if (!result) throw new Error(`nothing called ${title} was offered`);
    const stored = chooseInline(this.world, this.chat, this.user, id, result.id);
    await this.town.settle();
    return new Message(this.world, this.chat, stored);
  }

  /** Opens a link: t.me links of the bot start it in private. */
  protected async follows(url: string): Promise<void> {
    const payload = startPayload(this.world, url);
    if (payload === undefined) return;
    say(this.world, this.world.privateChat(this.user), this.user, { text: startText(payload) });
    await this.town.settle();
  }

  protected async act(parcel: Parcel, manner: Manner): Promise<Message> {
    const message = this.put(parcel, manner);
    await this.town.settle();
    return message;
  }

  private put(parcel: Parcel, manner: Manner): Message {
    const chat = this.chat;
    return new Message(this.world, chat, say(this.world, chat, this.user, parcel, { ...this.manner, ...manner }));
  }

  private async typesButton(label: string): Promise<PressAnswer> {
    const button = this.chat.keyboard?.rows.flat().find(({ text }) => text.includes(label));
    if (!button || this.keyboard.length === 0) {
      const seen = this.messages.slice(-3).map((message) => JSON.stringify(message.buttons));
      throw new Error(`no button "${label}"; the newest messages have ${seen.join(' ')}`);
    }
    const { first_name: firstName } = this.user;
    if (button['request_contact'] === true) {
      await this.act({ contact: { phone: '+77010000000', user: this.user, firstName } }, {});
    } else await this.says(button.text);
    return { text: '', alert: false };
  }
}

/** The words that pressing Start sends. */
export function startText(payload: string, botName?: string): string {
  const command = botName === undefined ? '/start' : `/start@${botName}`;
  return payload === '' ? command : `${command} ${payload}`;
}

/** The parameter of a link to the bot ('' when bare), undefined for other links. Throws for a link to another bot. */
export function startPayload(world: World, link: string): string | undefined {
  const match = /^https:\/\/t\.me\/([A-Za-z0-9_]+)(?:\?(?:start|startgroup)=([^&]*))?/.exec(link);
  if (!match) return undefined;
  const known = match[1] === world.bot.username || match[1] === 'bot';
  if (!known) throw new Error(`${link} leads to another bot; this one is ${world.bot.username ?? ''}`);
  return match[2] ?? '';
}

function findButton(messages: Message[], label: string) {
  for (const fits of [(text: string) => text === label, (text: string) => text.includes(label)]) {
    for (const message of messages) {
      const button = message.keyboard.flat().find(({ text }) => fits(text));
      if (button) return { message, button };
    }
  }
  return undefined;
}
