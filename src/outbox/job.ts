// The sender: the only one that sends unasked-for messages. Claims due rows under Telegram's limits and delivers them.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Pool } from 'pg';
import type { App } from '../app.ts';
import { heedClock } from './actions.ts';
import { claimRows, endRows, nextRows, recentCalls, recoverRows, releaseRows, startSending } from './claim.ts';
import type { ClaimedRow, EndedRow } from './claim.ts';
import { deliver } from './deliver.ts';
import { lead, type Leadership, wakeChannel } from './leader.ts';
import { Limits, memory } from './limits.ts';
import type { Hooks, Post } from './post.ts';
import { maxAttempts, maxResends, type Renderers } from './rules.ts';
import { Together } from '../together.ts';

export type SenderOptions = {
  /** grammY's Api; its timeoutSeconds must be below the lease of a minute. */
  api: Api;
  renderers: Renderers;
  hooks: Hooks;
  /** Pool for the lock that keeps other senders of this database out; without it this must be the only one. */
  sql?: Pool;
  /** Waits so many milliseconds of the app's clock; given where that clock does not run by itself. */
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/** The longest sleep, the net for a wake-up that was missed. */
const longestSleep = 1000;
/** The shortest, while a due row is locked by a change that is being made. */
const shortestSleep = 20;
const recoverEvery = 30_000;

export class Sender {
  readonly #app: App;
  readonly #post: Post;
  readonly #owner = randomUUID();
  readonly #sql: Pool | undefined;
  readonly #pause: NonNullable<SenderOptions['sleep']>;
  /** Deliveries by Telegram's id of the chat. */
  readonly #inFlight = new Map<number, Promise<void>>();
  /** Those of these chats that have more to get. */
  readonly #awaited = new Set<number>();
  #leadership: Leadership | null = null;
  #prepared = false;
  #recoveredAt = 0;
  #running: Promise<void> | null = null;
  #stop = new AbortController();
  #draining: Promise<unknown> = Promise.resolve();
  #woken = false;
  #wakeUp = (): void => {};

  constructor(app: App, { api, renderers, hooks, sql, sleep = rest }: SenderOptions) {
    this.#app = app;
    this.#sql = sql;
    this.#pause = sleep;
    const starts = new Together((rows: ClaimedRow[]) => startSending(app.db, rows, app.now()));
    const ends = new Together<EndedRow, void>((ended) => endRows(app.db, ended).then(() => []));
    const limits = new Limits(app.config);
    const state = { ahead: new Set<ClaimedRow>(), faults: 0, stopped: false, givenBack: () => this.#rouse() };
    this.#post = { app, api, renderers, hooks, limits, starts, ends, ...state };
  }

  /** Begins to send in the background, as soon as no other sender of this database is at work. */
  start(): void {
    if (this.#running) return;
    this.#stop = new AbortController();
    this.#running = this.#run();
  }

  /** Finishes the calls under way and gives the rest back. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await this.#running;
    this.#running = null;
  }

  /** There may be something to send: here, or at the process that leads. */
  wake(): void {
    this.#rouse();
    if (!this.#sql || this.#leadership || !this.#running || this.#stop.signal.aborted) return;
    // Whoever misses it looks by itself within a second.
    this.#sql.query(`NOTIFY ${wakeChannel}`).catch(() => {});
  }

  /** An answer was given beside the sender, at this process: it counts for the limits of a chat as well. */
  answered(telegramId: number): void {
    if (this.#running) this.#post.limits.answered(telegramId, telegramId < 0, this.#app.now().getTime());
  }

  /** An answer beside the sender was refused for so many seconds. */
  refused(telegramId: number, seconds: number): void {
    this.#post.limits.refused(telegramId, seconds, this.#app.now().getTime());
  }

  #rouse(): void {
    this.#woken = true;
    this.#wakeUp();
  }

  /** Sends, one after another, all that is due and allowed at this moment of the app's clock. `nextAt`: when there will be more to send; null if nothing is planned. */
  async drain(): Promise<{ nextAt: Date | null }> {
    const drained = this.#draining.then(() => this.#drain());
    this.#draining = drained.catch(() => {});
    return drained;
  }

  async #drain(): Promise<{ nextAt: Date | null }> {
    await this.#prepare();
    for (;;) {
      const rows = await this.#claim(this.#post.limits.pace.bot.count);
      if (rows.length === 0) return { nextAt: await this.#nextAt() };
      for (const row of rows) await deliver(this.#post, row);
    }
  }

  async #run(): Promise<void> {
    const stop = this.#stop.signal;
    while (!stop.aborted && !this.#post.stopped) {
      try {
        this.#leadership = this.#sql ? await lead(this.#sql, stop, () => this.#rouse()) : null;
        this.#prepared = false;
        this.#app.metrics.leader.set(1);
        await this.#prepare();
        await this.#work();
      } catch (error) {
        if (!stop.aborted) this.#app.log.error({ err: error }, 'outbox.failed');
        await this.#sleep(longestSleep);
      } finally {
        await this.#rest();
      }
    }
  }

  async #work(): Promise<void> {
    while (this.#mayGoOn()) {
      const { gap, inFlight, batch } = this.#post.limits.pace;
      const rows = await this.#claim(batch);
      for (const row of rows) {
        while (this.#inFlight.size >= inFlight) await Promise.race(this.#inFlight.values());
        if (!this.#mayGoOn()) return;
        this.#launch(row);
        if (gap > 0) await this.#pause(gap);
      }
      if (rows.length === batch) continue;
      await this.#recoverNowAndThen();
      const nextAt = await this.#nextAt();
      await this.#sleep(nextAt ? nextAt.getTime() - this.#app.now().getTime() : longestSleep);
    }
  }

  #mayGoOn(): boolean {
    return !this.#stop.signal.aborted && !this.#post.stopped && (this.#leadership?.held() ?? true);
  }

  #launch(row: ClaimedRow): void {
    const chat = Number(row.telegramId);
    this.#post.ahead.add(row);
    const delivery = deliver(this.#post, row)
      .catch((error: unknown) => this.#app.log.error({ err: error, id: Number(row.id) }, 'outbox.delivery-failed'))
      .finally(() => {
        this.#post.ahead.delete(row);
        this.#inFlight.delete(chat);
        if (this.#awaited.delete(chat)) this.#rouse();
      });
    this.#inFlight.set(chat, delivery);
  }

  /** The windows of the last minute and the rows of a sender that died: once, when this one has become the only one. */
  async #prepare(): Promise<void> {
    if (this.#prepared) return;
    const { app } = this.#post;
    const { limits } = this.#post;
    const now = app.now().getTime();
    const since = new Date(now - memory);
    const calls = await recentCalls(app.db, since);
    await recoverRows(app.db, { before: null, maxAttempts, maxResends });
    await heedClock(app);
    limits.forgetCalls();
    // What lies ahead was sent under a clock that has been set back since: perhaps just now.
    for (const { telegramId, group, at } of calls)
      limits.called(Number(telegramId), group, Math.min(at.getTime(), now));
    this.#prepared = true;
  }

  /** Rows whose delivery failed with the database: their lease runs out. */
  async #recoverNowAndThen(): Promise<void> {
    const now = this.#app.now();
    // Both ways: a clock that was set back is heeded at once.
    if (Math.abs(now.getTime() - this.#recoveredAt) < recoverEvery) return;
    this.#recoveredAt = now.getTime();
    await recoverRows(this.#app.db, { before: now, maxAttempts, maxResends, except: [...this.#inFlight.keys()] });
    await heedClock(this.#app);
  }

  async #claim(batch: number): Promise<ClaimedRow[]> {
    if (this.#post.stopped) return [];
    const { app, limits } = this.#post;
    const now = app.now();
    const limit = Math.min(batch, limits.room(now.getTime()) - this.#post.ahead.size);
    if (limit <= 0) return [];
    const except = [...limits.fullChats(now.getTime()), ...this.#inFlight.keys()];
    return claimRows(app.db, { owner: this.#owner, now, limit, except });
  }

  /** When the next planned row is due and allowed; chats with a call under way are looked at again when it has ended. */
  async #nextAt(): Promise<Date | null> {
    const { app, limits, stopped } = this.#post;
    if (stopped) return null;
    const now = app.now().getTime();
    const apart = new Set([...limits.fullChats(now), ...this.#inFlight.keys()]);
    const heads = await nextRows(app.db, [...apart]);
    for (const { chat } of heads) if (this.#inFlight.has(Number(chat))) this.#awaited.add(Number(chat));
    const free = heads.filter(({ chat }) => chat === null || !this.#awaited.has(Number(chat)));
    if (free.length === 0) return null;
    const times = free.map(({ chat, dueAt }) =>
      Math.max(dueAt.getTime(), chat === null ? 0 : limits.chatFreeAt(Number(chat), now)),
    );
    return new Date(Math.max(limits.freeAt(now), Math.min(...times)));
  }

  /** Sleeps so many milliseconds, a second at most, or until woken. */
  async #sleep(milliseconds: number): Promise<void> {
    if (!this.#woken) {
      const alarm = new AbortController();
      this.#wakeUp = () => alarm.abort();
      await this.#pause(Math.min(milliseconds > 0 ? milliseconds : shortestSleep, longestSleep), alarm.signal);
      this.#wakeUp = () => {};
    }
    this.#woken = false;
  }

  /** Waits for the calls under way, gives the other rows and the lock back. */
  async #rest(): Promise<void> {
    await Promise.all(this.#inFlight.values());
    await releaseRows(this.#app.db, this.#owner).catch((error: unknown) => {
      this.#app.log.error({ err: error }, 'outbox.not-released');
    });
    this.#leadership?.release();
    this.#leadership = null;
    this.#app.metrics.leader.set(0);
  }
}

function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** The sender of an app. In production `start` and `stop` it; tests and the playground's moving clock call `drain`. */
export function createSender(app: App, options: SenderOptions): Sender {
  return new Sender(app, options);
}
