// The people of the city in the emulated Telegram: accounts that write, send files and press, and wait for the bot.
import type { InlineButton, User } from '../emulator/api-types.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { createUser, press, say, type Manner, type Parcel } from '../emulator/people.ts';
import type { Chat, Stored } from '../emulator/world.ts';
import type { Language } from '../protocol.ts';

/** What people need of the emulator. */
export type Telegram = Pick<Emulator, 'world' | 'idle'>;

/** Where somebody speaks: a chat, or one topic of it. */
export type Spot = { chat: Chat; thread?: number };

/** A message and the button found under it. */
export type Found = { stored: Stored; button: InlineButton };

/** What accounts do in chats, and what they find there. */
export class People {
  readonly #emulator: Telegram;

  constructor(emulator: Telegram) {
    this.#emulator = emulator;
  }

  /** A new account that has not started the bot. */
  account({ given, surname, language }: { given: string; surname: string; language: Language }): User {
    const names = { firstName: given, ...(surname !== '' && { lastName: surname }) };
    return createUser(this.#emulator.world, { ...names, languageCode: language });
  }

  /** The private chat of somebody with the bot. */
  privately(user: User): Spot {
    return { chat: this.#emulator.world.privateChat(user) };
  }

  /** Presses Start without a word reaching the bot: for those whose joining goes through the action itself. */
  startQuietly(user: User): void {
    this.privately(user).chat.started = true;
  }

  /** Writes or sends, and waits until the bot has handled it. */
  async says(user: User, spot: Spot, parcel: Parcel | string, manner: Manner = {}): Promise<Stored> {
    const { world } = this.#emulator;
    const thread = spot.thread === undefined ? {} : { thread: spot.thread };
    const content = typeof parcel === 'string' ? { text: parcel } : parcel;
    const stored = say(world, spot.chat, user, content, { ...thread, ...manner });
    await this.settle();
    return stored;
  }

  /** Sends several photos as one album; the caption stands under the first. */
  async sendsAlbum(user: User, spot: Spot, photos: Buffer[], caption: string, manner: Manner = {}): Promise<void> {
    const { world } = this.#emulator;
    const album = String(world.next('album', 13_900_000_001));
    const thread = spot.thread === undefined ? {} : { thread: spot.thread };
    photos.forEach((photo, index) => {
      const parcel = { photo, ...(index === 0 && { caption }) };
      say(world, spot.chat, user, parcel, { ...thread, ...manner, album });
    });
    await this.settle();
  }

  /** Presses the newest button made with `verb`. Throws when there is none. */
  async presses(user: User, spot: Spot, verb: string): Promise<void> {
    const found = this.newestButton(spot, verb);
    if (!found) {
      const last = [...spot.chat.messages.values()].filter((stored) => isAt(stored, spot)).slice(-2);
      throw new Error(`${user.first_name} finds no button ${verb} behind: ${last.map(textOf).join(' | ')}`);
    }
    press(this.#emulator.world, found.stored, user, found.button.callback_data ?? '');
    await this.settle();
  }

  /** Presses Issue under the newest draft here; outside of working hours also that it goes at once, without a sound. */
  async issues(user: User, spot: Spot): Promise<void> {
    const issue = this.newestButton(spot, 'tasks.issue')?.button.callback_data ?? '';
    await this.presses(user, spot, 'tasks.issue');
    if (this.newestButton(spot, `${issue}:silent`)) await this.presses(user, spot, `${issue}:silent`);
  }

  /** The newest message here with a button made with `verb`; a choice of a dialog is called `d:` and its value. */
  newestButton(spot: Spot, verb: string): Found | undefined {
    return buttons(spot, verb).at(-1);
  }

  /** The oldest one: of a task its own message, not a reminder of several. */
  oldestButton(spot: Spot, verb: string): Found | undefined {
    return buttons(spot, verb)[0];
  }

  /** The newest message of the bot here that says this. */
  newestSaying(spot: Spot, words: string): Stored | undefined {
    const { bot } = this.#emulator.world;
    return [...spot.chat.messages.values()].findLast(
      (stored) =>
        !stored.deleted && stored.message.from?.id === bot.id && isAt(stored, spot) && textOf(stored).includes(words),
    );
  }

  /** Waits until the bot has handled everything so far. */
  settle(): Promise<void> {
    return this.#emulator.idle(60_000);
  }
}

/** Text or caption without markup. */
export function textOf({ message }: Stored): string {
  return message.text ?? message.caption ?? '';
}

function buttons(spot: Spot, verb: string): Found[] {
  return [...spot.chat.messages.values()]
    .filter((stored) => !stored.deleted && isAt(stored, spot))
    .flatMap((stored) => {
      const row = stored.message.reply_markup?.inline_keyboard.flat() ?? [];
      const button = row.find(({ callback_data: data = '' }) => isMadeWith(data, verb));
      return button ? [{ stored, button }] : [];
    });
}

function isMadeWith(data: string, verb: string): boolean {
  if (verb.startsWith('d:')) return data.startsWith('d:') && data.endsWith(verb.slice(1));
  return data === verb || data.startsWith(`${verb}:`);
}

function isAt({ message }: Stored, { thread }: Spot): boolean {
  return thread === undefined || message.message_thread_id === thread;
}
