// Telegram's limits as sliding windows over our own clock: when may which chat get the next message? Pure, no timers.
import { bursts, type LimitSettings, type Pace, paceOf, type Window } from './pace-rules.ts';

/** How far back calls matter, in milliseconds. */
export const memory = 60_050;

/** Three chats refused within this time mean that the whole bot is too fast. */
const stormWidth = 1000;
const stormChats = 3;

/** A refusal makes the windows wider by such a factor, up to the largest; half of it is given back in so many milliseconds. */
const widening = { bot: 1.15, chat: 1.3, most: 3, halfLife: 300_000 };

/** Calls spread quite evenly (1) would end a broadcast a second later than those that leave at once (0). */
const spreading = 0.05;
/** A sender that is told to stop need not wait for the window. */
const longestGap = 100;

type ChatState = { calls: number[]; answers: number[]; group: boolean; blockedUntil: number; margin: Margin };

/** The memory of recent calls, by Telegram's ids of chats. Instants are milliseconds since 1970; reload it after a restart with `called`. */
export class Limits {
  readonly pace: Pace;
  readonly #chats = new Map<number, ChatState>();
  /** Chats that had to wait when last looked at. */
  readonly #waiting = new Set<number>();
  #calls: number[] = [];
  #answers: number[] = [];
  #refusals: { chat: number; at: number }[] = [];
  #margin: Margin = { factor: 1, at: 0 };
  #pausedUntil = 0;
  #latest = 0;
  #sweptAt = 0;

  constructor(settings: LimitSettings) {
    this.pace = paceOf(settings);
  }

  /** Notes a call of the sender. */
  called(chat: number, group: boolean, at: number): void {
    this.#note(chat, group, at);
    this.#calls = noted(this.#calls, at, this.pace.bot.count);
  }

  /** Notes an answer given beside the sender; all of them together take half of the bot's window at most. */
  answered(chat: number, group: boolean, at: number): void {
    const state = this.#note(chat, group, at);
    state.answers = noted(state.answers, at, this.pace.group.count);
    this.#answers = noted(this.#answers, at, Math.floor(this.pace.bot.count / 2));
  }

  /** Before they are reloaded: the calls of the sender are forgotten; answers, waits and margins stay. */
  forgetCalls(): void {
    this.#calls = [];
    for (const chat of this.#chats.values()) chat.calls = [...chat.answers];
  }

  /** When groups were answered since then, by Telegram's ids of the groups. */
  groupAnswers(since: number): Record<string, number[]> {
    const groups = [...this.#chats].filter(([, { group }]) => group);
    const answers = groups.map(([id, { answers }]) => [String(id), last(answers, after(answers, since))] as const);
    return Object.fromEntries(answers.filter(([, times]) => times.length > 0));
  }

  /** How many calls may be made now, all chats together. */
  room(now: number): number {
    if (this.paused(now)) return 0;
    const since = now - this.#width(now);
    return Math.max(0, this.pace.bot.count - after(this.#calls, since) - this.#answersSince(since));
  }

  /**
   * How long to rest before another call, in milliseconds, with so many on their way that were not noted yet: hardly when little was
   * sent, longer as the window fills. It then opens bit by bit, for an answer in a hurry or the next sender.
   */
  gap(now: number, ahead: number): number {
    const { count } = this.pace.bot;
    const used = Math.min(count, count - this.room(now) + ahead);
    return Math.min(longestGap, Math.floor(((this.#width(now) * spreading) / count) * (used / count)));
  }

  /** When the next call may be made at all, with so many on their way that were not noted yet; not in the future if now. */
  freeAt(now: number, ahead = 0): number {
    if (this.paused(now)) return this.#pausedUntil;
    if (this.room(now) > ahead) return now;
    const width = this.#width(now);
    const since = now - width;
    const answers = this.#answersSince(since);
    const calls = [...last(this.#calls, after(this.#calls, since)), ...last(this.#answers, answers)].sort(byTime);
    const tooMany = calls.length + ahead - this.pace.bot.count;
    return tooMany < 0 ? now : (calls[tooMany] ?? now) + width;
  }

  /** When this chat may get the next message. */
  chatFreeAt(id: number, now: number): number {
    const chat = this.#chats.get(id);
    if (!chat) return 0;
    const factor = factorOf(chat.margin, now);
    const windows = chat.group ? [...this.pace.chat, this.pace.group] : this.pace.chat;
    return Math.max(chat.blockedUntil, ...windows.map((window) => opensAt(chat.calls, window, factor)));
  }

  /** The chats that must wait now; forgets those that are long past. */
  fullChats(now: number): number[] {
    this.#heedClock(now);
    for (const id of this.#waiting) if (this.chatFreeAt(id, now) <= now) this.#waiting.delete(id);
    if (now - this.#sweptAt > memory) this.#sweep(now);
    return [...this.#waiting];
  }

  /** Telegram said 429: this chat waits, and everything (true) when several chats hear it at once. Both go slower for a while. */
  refused(id: number, seconds: number, now: number): boolean {
    const until = now + seconds * 1000;
    const chat = this.#chat(id);
    chat.margin = widened(chat.margin, widening.chat, now);
    this.block(id, until);
    this.#refusals = [...this.#refusals.filter((refusal) => refusal.at > now - stormWidth), { chat: id, at: now }];
    if (new Set(this.#refusals.map((refusal) => refusal.chat)).size < stormChats) return false;
    if (!this.paused(now)) this.#margin = widened(this.#margin, widening.bot, now);
    this.pause(until);
    return true;
  }

  /** Holds one chat back until then. */
  block(id: number, until: number): void {
    const chat = this.#chat(id);
    chat.blockedUntil = Math.max(chat.blockedUntil, until);
    this.#waiting.add(id);
  }

  /** The waits that a sender before was told of, for a chat or for all. None lasts longer than until `latest`: the clock may have been set back since. */
  blockAgain(held: { chat: number; until: number; all: boolean }[], latest: number): void {
    for (const { chat, until, all } of held) {
      this.block(chat, Math.min(until, latest));
      if (all && until <= latest) this.pause(until);
    }
  }

  /** True while everything is held back. */
  paused(now: number): boolean {
    this.#heedClock(now);
    return now < this.#pausedUntil;
  }

  /** Holds everything back until then. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  #note(id: number, group: boolean, at: number): ChatState {
    // A process that does not lead asks for no full chats, and notes its answers all the same.
    if (at - this.#sweptAt > memory) this.#sweep(at);
    const chat = this.#chat(id);
    chat.group = group;
    chat.calls = noted(chat.calls, at, group ? Math.max(bursts, this.pace.group.count) : bursts);
    this.#waiting.add(id);
    return chat;
  }

  #width(now: number): number {
    return this.pace.bot.width * factorOf(this.#margin, now);
  }

  #answersSince(since: number): number {
    return Math.min(after(this.#answers, since), Math.floor(this.pace.bot.count / 2));
  }

  #chat(id: number): ChatState {
    const known = this.#chats.get(id);
    if (known) return known;
    const chat = { calls: [], answers: [], group: false, blockedUntil: 0, margin: { factor: 1, at: 0 } };
    this.#chats.set(id, chat);
    return chat;
  }

  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [id, { calls, blockedUntil, margin }] of this.#chats) {
      const quiet = (calls.at(-1) ?? 0) <= now - memory && blockedUntil <= now;
      if (!quiet || factorOf(margin, now) >= 1.01) continue;
      this.#chats.delete(id);
      this.#waiting.delete(id);
    }
  }

  /** A clock that was set back must not hold anything until it has caught up: what lies ahead of it happened just now. */
  #heedClock(now: number): void {
    if (now >= this.#latest - 1000) {
      this.#latest = Math.max(this.#latest, now);
      return;
    }
    const back = this.#latest - now;
    this.#latest = now;
    this.#sweptAt = now;
    this.#pausedUntil -= back;
    const shift = (calls: number[]) => calls.map((at) => at - back);
    this.#calls = shift(this.#calls);
    this.#answers = shift(this.#answers);
    this.#refusals = [];
    for (const chat of this.#chats.values()) {
      chat.calls = shift(chat.calls);
      chat.answers = shift(chat.answers);
      chat.blockedUntil -= back;
    }
  }
}

/** How much wider than set the windows are: `factor` at the moment `at`, less and less afterwards. */
type Margin = { factor: number; at: number };

function factorOf({ factor, at }: Margin, now: number): number {
  return factor === 1 ? 1 : 1 + (factor - 1) * 0.5 ** (Math.max(0, now - at) / widening.halfLife);
}

function widened(margin: Margin, by: number, now: number): Margin {
  return { factor: Math.min(widening.most, factorOf(margin, now) * by), at: now };
}

/** The calls with one more, in the order of time; the latest `count` of them at least. */
function noted(calls: number[], at: number, count: number): number[] {
  const kept = calls.length > 2 * count + 16 ? calls.slice(-count) : calls;
  const place = kept.length - after(kept, at);
  if (place === kept.length) kept.push(at);
  else kept.splice(place, 0, at);
  return kept;
}

/** How many of the calls, oldest first, came after this moment. */
function after(calls: number[], since: number): number {
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((calls[middle] ?? 0) <= since) low = middle + 1;
    else high = middle;
  }
  return calls.length - low;
}

function last(calls: number[], count: number): number[] {
  return count === 0 ? [] : calls.slice(-count);
}

const byTime = (one: number, other: number): number => one - other;

function opensAt(calls: number[], { count, width }: Window, factor: number): number {
  const oldest = calls.at(-count);
  return oldest === undefined ? 0 : oldest + width * factor;
}
