// What the visitor does as a persona: write, send files, press, edit, delete, react, pin, block, follow links of the bot.
import type { ReplyButton, User } from './emulator/api-types.ts';
import { imageFault } from './emulator/images.ts';
import { pressStart, startPayload } from './emulator/links.ts';
import { pin, remove, sendAlbum, unpin } from './emulator/own-messages.ts';
import { edit, press, react, say, setBlocked } from './emulator/people.ts';
import type { Manner, Parcel } from './emulator/people.ts';
import { isReaction } from './emulator/spec.ts';
import { living, type Chat, type Stored } from './emulator/world.ts';
import type { Opened, Press, PressAnswer, Send } from './protocol.ts';
import { Refused } from './refused.ts';
import type { RunningCity } from './running-city.ts';
import type { Upload } from './uploads.ts';

/** How long a press waits for the bot, in milliseconds; Telegram's clients stop to turn their wheel then. */
const pressPatience = 15_000;

export type Place = { city: RunningCity; chat: Chat; user: User };

/** The longest message and the longest caption, in characters. */
const textLimit = 4096;
const captionLimit = 1024;

/** Sends words or files as a person; what is too long goes in several messages, as Telegram's own clients do. Returns their ids. */
export function send({ city, chat, user }: Place, order: Omit<Send, 'files'>, files: Upload[]): number[] {
  const { text = '', thread, replyTo, asDocuments = false } = order;
  const manner: Manner = { ...(thread === undefined ? {} : { thread }), ...(replyTo === undefined ? {} : { replyTo }) };
  const caption = files.length > 0 && text.length <= captionLimit ? text : '';
  const words = files.length > 0 && caption === text ? [] : pieces(text);
  return politely(() => {
    const sent = files.length > 0 ? sendFiles({ city, chat, user }, files, { asDocuments, caption, manner }) : [];
    return [...sent, ...words.map((piece) => say(city.world, chat, user, wordsOf(chat, user, piece), manner))];
  }).map((stored) => stored.message.message_id);
}

type Shape = { asDocuments: boolean; caption: string; manner: Manner };

function sendFiles({ city, chat, user }: Place, files: Upload[], { asDocuments, caption, manner }: Shape): Stored[] {
  const parcels = files.map((file) => parcelOf(file, asDocuments));
  const [only] = parcels;
  if (parcels.length === 1 && only) return [say(city.world, chat, user, { ...only, caption }, manner)];
  // Telegram does not mix photos and documents in one album: then all go as documents.
  const mixed = new Set(parcels.map((parcel) => parcel.photo === undefined)).size > 1;
  const alike = mixed ? files.map((file) => parcelOf(file, true)) : parcels;
  return sendAlbum(city.world, chat, user, alike, caption, manner);
}

/** Cuts a long text where a line or a word ends. */
function pieces(text: string): string[] {
  if (text.length <= textLimit) return [text];
  const head = text.slice(0, textLimit);
  const line = head.lastIndexOf('\n');
  const cut = line > textLimit / 2 ? line : Math.max(head.lastIndexOf(' '), line);
  if (cut <= 0) return [head, ...pieces(text.slice(textLimit))];
  return [text.slice(0, cut), ...pieces(text.slice(cut).trimStart())].filter((piece) => piece.trim() !== '');
}

function parcelOf(file: Upload, asDocument: boolean): Parcel {
  const isPhoto =
    !asDocument && /^image\/(png|jpeg|gif|webp)$/.test(file.type) && imageFault(file.content) === undefined;
  return isPhoto ? { photo: file } : { document: file };
}

/** A button of the keyboard under the input field that asks for the phone number sends it. */
function wordsOf(chat: Chat, user: User, text: string): Parcel {
  const asks = (button: ReplyButton): boolean => button.text === text && button['request_contact'] === true;
  if (!chat.keyboard?.rows.flat().some(asks)) return { text };
  return { contact: { phone: '+77000000000', user, firstName: user.first_name } };
}

/** Presses an inline button and waits until the bot has answered. A link to the bot is followed. */
export async function pressButton(place: Place, { message, row, column }: Press): Promise<PressAnswer> {
  const { city, user } = place;
  const stored = messageOf(place, message);
  const button = stored.message.reply_markup?.inline_keyboard[row]?.[column];
  if (!button) throw new Refused(409, 'the button is gone');
  if (button.callback_data === undefined) {
    const open = button.url === undefined ? null : followLink(city, user, button.url);
    return { text: '', alert: false, open };
  }
  const id = press(city.world, stored, user, button.callback_data);
  await answered(city, id);
  return { text: '', alert: false, ...city.world.callbacks.get(id)?.answer, open: null };
}

/** Resolves when the bot has answered a press, or has handled it without an answer. */
async function answered({ world }: RunningCity, id: string): Promise<void> {
  const callback = world.callbacks.get(id);
  if (!callback) return;
  const answer = new Promise<void>((resolve) => (callback.onAnswer = resolve));
  await Promise.race([answer, world.queue.idle(pressPatience).catch(() => {})]);
}

/** Follows a t.me link: one of this bot presses Start with its payload; null for any other. */
export function followLink(city: RunningCity, user: User, link: string): Opened | null {
  const payload = startPayload(city.world, link);
  if (payload === undefined) return null;
  return { chat: politely(() => pressStart(city.world, user, payload)).info.id };
}

/** Changes the words of an own message. */
export function editMessage(place: Place, id: number, text: string): void {
  const stored = messageOf(place, id);
  if (stored.message.from?.id !== place.user.id) throw new Refused(403, 'not your own message');
  const limit = stored.message.text === undefined ? captionLimit : textLimit;
  if (text.trim() === '' || text.length > limit) throw new Refused(409, `1 to ${limit} characters`);
  politely(() => edit(place.city.world, place.chat, stored, text));
}

/** Deletes a message for everybody. Throws Refused when the person may not. */
export function deleteMessage(place: Place, id: number): void {
  politely(() => remove(place.chat, messageOf(place, id), place.user));
}

/** Sets the only reaction of a person, '' takes it back. */
export function reactTo(place: Place, id: number, emoji: string): void {
  if (emoji !== '' && !isReaction(emoji)) throw new Refused(400, 'Telegram has no such reaction');
  react(place.city.world, place.chat, messageOf(place, id), place.user, emoji);
}

/** Pins a message, or takes the pin away. Throws Refused when the person may not. */
export function pinMessage(place: Place, id: number, pinned: boolean): void {
  const stored = messageOf(place, id);
  politely(() =>
    pinned ? pin(place.city.world, place.chat, stored, place.user) : unpin(place.chat, stored, place.user),
  );
}

/** Blocks or unblocks the bot, in private. */
export function block({ city, chat, user }: Place, blocked: boolean): void {
  if (chat.info.type !== 'private') throw new Refused(400, 'only in private');
  setBlocked(city.world, user, blocked);
}

function messageOf({ chat }: Place, id: number): Stored {
  const stored = living(chat, id);
  if (!stored) throw new Refused(404, 'the message is gone');
  return stored;
}

/** What Telegram does not let people do comes as an Error with a plain line. */
function politely<R>(act: () => R): R {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused || !(error instanceof Error)) throw error;
    throw new Refused(409, error.message);
  }
}
