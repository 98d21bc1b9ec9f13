// The rate limits of Telegram: 30 messages a second in all, one a second in a chat (bursts of 5 in private), 20 a minute in a group.
import type { ChatInfo } from './api-types.ts';

/** Counts what goes to each chat. */
export class RateLimiter {
  profile: 'off' | 'telegram';
  private readonly sent = new Map<number, number[]>();
  private all: number[] = [];
  private readonly waitUntil = new Map<number, number>();

  constructor(profile: 'off' | 'telegram') {
    this.profile = profile;
  }

  /**
   * Counts `amount` messages to a chat at `now` (milliseconds).
   * Returns 0 when they may pass, otherwise the seconds to wait; `early` tells that an earlier wait was not respected.
   */
  take(chat: ChatInfo, now: number, amount: number): { wait: number; early: boolean } {
    if (this.profile === 'off') return { wait: 0, early: false };
    const until = this.waitUntil.get(chat.id) ?? 0;
    if (now < until) return { wait: Math.ceil((until - now) / 1000), early: true };
    const recent = (this.sent.get(chat.id) ?? []).filter((at) => now - at < 60_000);
    this.all = this.all.filter((at) => now - at < 1000);
    const wait = this.waitFor(chat, recent, now, amount);
    if (wait > 0) {
      this.waitUntil.set(chat.id, now + wait * 1000);
      return { wait, early: false };
    }
    const marks = Array.from({ length: amount }, () => now);
    this.sent.set(chat.id, [...recent, ...marks]);
    this.all.push(...marks);
    return { wait: 0, early: false };
  }

  private waitFor(chat: ChatInfo, recent: number[], now: number, amount: number): number {
    if (this.all.length + amount > 30) return 1;
    if (chat.type === 'private') {
      const burst = recent.filter((at) => now - at < 5000);
      return burst[0] !== undefined && burst.length + amount > 5 ? Math.ceil((burst[0] + 5000 - now) / 1000) : 0;
    }
    const oldest = recent[0];
    if (recent.length + amount > 20 && oldest !== undefined) return Math.ceil((oldest + 60_000 - now) / 1000);
    return 0;
  }
}
