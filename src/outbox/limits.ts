// Telegram's limits as sliding windows over our own clock: when may which chat get the next message? Pure, no timers.

/** So many messages within so many milliseconds. The widths have a margin for the jitter of the line. */
export type Window = { count: number; width: number };

/** All chats together; Telegram allows 30 a second, the rest is left to direct answers. */
export const botWindow: Window = { count: 28, width: 1000 };
/** One chat: one a second on average, three at once at most. */
export const chatWindow: Window = { count: 3, width: 3_050 };
/** One group, edits included; Telegram allows 20 a minute. */
export const groupWindow: Window = { count: 19, width: 60_050 };
/** How far back calls matter, in milliseconds. */
export const memory = groupWindow.width;

/** Three chats refused within this time mean that the whole bot is too fast. */
const stormWidth = 1000;
const stormChats = 3;

type ChatState = { calls: number[]; group: boolean; blockedUntil: number };

/** The memory of recent calls. Instants are milliseconds since 1970; reload it after a restart with `called`. */
export class Limits {
  readonly #chats = new Map<number, ChatState>();
  #calls: number[] = [];
  #refusals: { chatId: number; at: number }[] = [];
  #pausedUntil = 0;

  /** Notes a call; in the order of time. */
  called(chatId: number, group: boolean, at: number): void {
    const chat = this.#chat(chatId);
    chat.group = group;
    chat.calls = [...chat.calls.slice(1 - groupWindow.count), at];
    this.#calls.push(at);
    if (this.#calls.length > botWindow.count) this.#calls.shift();
  }

  /** How many calls may be made now, all chats together. */
  room(now: number): number {
    if (this.paused(now)) return 0;
    return botWindow.count - this.#calls.filter((at) => at > now - botWindow.width).length;
  }

  /** When the next call may be made at all; not in the future if now. */
  freeAt(): number {
    return Math.max(this.#pausedUntil, opensAt(this.#calls, botWindow));
  }

  /** When this chat may get the next message. */
  chatFreeAt(chatId: number): number {
    const chat = this.#chats.get(chatId);
    if (!chat) return 0;
    const group = chat.group ? opensAt(chat.calls, groupWindow) : 0;
    return Math.max(chat.blockedUntil, opensAt(chat.calls, chatWindow), group);
  }

  /** The chats that must wait now; forgets those that are long past. */
  fullChats(now: number): number[] {
    const full: number[] = [];
    for (const [chatId, chat] of this.#chats) {
      if (this.chatFreeAt(chatId) > now) full.push(chatId);
      else if ((chat.calls.at(-1) ?? 0) <= now - memory) this.#chats.delete(chatId);
    }
    return full;
  }

  /** Telegram said 429: this chat waits, and everything when several chats hear it at once. */
  refused(chatId: number, seconds: number, now: number): void {
    const until = now + seconds * 1000;
    this.block(chatId, until);
    this.#refusals = [...this.#refusals.filter((refusal) => refusal.at > now - stormWidth), { chatId, at: now }];
    if (new Set(this.#refusals.map((refusal) => refusal.chatId)).size >= stormChats) this.pause(until);
  }

  /** Holds one chat back until then. */
  block(chatId: number, until: number): void {
    const chat = this.#chat(chatId);
    chat.blockedUntil = Math.max(chat.blockedUntil, until);
  }

  /** True while everything is held back. */
  paused(now: number): boolean {
    return now < this.#pausedUntil;
  }

  /** Holds everything back until then. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  #chat(chatId: number): ChatState {
    const chat = this.#chats.get(chatId) ?? { calls: [], group: false, blockedUntil: 0 };
    this.#chats.set(chatId, chat);
    return chat;
  }
}

function opensAt(calls: number[], { count, width }: Window): number {
  const oldest = calls.at(-count);
  return calls.length < count || oldest === undefined ? 0 : oldest + width;
}
