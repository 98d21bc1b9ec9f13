// The sender: the only one that sends unasked-for messages. Claims due rows under Telegram's limits and delivers them.
import { randomUUID } from 'node:crypto';
import type { Api } from 'grammy';
import type { Pool } from 'pg';
import type { App } from '../app.ts';
import { heedClock } from './actions.ts';
import { AnswersBeside } from './answers-beside.ts';
import { Bell, type Pause, rest } from './bell.ts';
import { type ClaimedRow, claimRows, nextRows } from './claim.ts';
import { deliver } from './deliver.ts';
import { lead, type Leadership, wakeChannel } from './leader.ts';
import { type Hooks, openPost, type Post } from './post.ts';
import { recoverRows, releaseRows } from './recover.ts';
import { maxAttempts, maxResends, type Renderers } from './rules.ts';
import { Suspects } from './suspects.ts';

export type SenderOptions = {
  /** grammY's Api; its timeoutSeconds must be below the lease of a minute. */
  api: Api;
  renderers: Renderers;
  hooks: Hooks;
  /** The pool beside Prisma: for the statements of every message, and for the lock that keeps other senders of this database out. */
  sql: Pool;
  /** There is no other sender of this database: no lock is needed. */
  alone?: boolean;
  /** Waits so many milliseconds of the app's clock; given where that clock does not run by itself. */
  sleep?: Pause;
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
  readonly #sql: Pool;
  readonly #alone: boolean;
  readonly #pause: Pause;
  readonly #bell: Bell;
  /** Deliveries by Telegram's id of the chat. */
  readonly #inFlight = new Map<number, Promise<void>>();
  /** Those of these chats that have more to get. */
  readonly #awaited = new Set<number>();
  #leadership: Leadership | null = null;
  #prepared = false;
  #recoveredAt = 0;
  readonly #suspects: Suspects;
  readonly #answers: AnswersBeside;
  #running: Promise<void> | null = null;
  #stop = new AbortController();
  #draining: Promise<unknown> = Promise.resolve();

  constructor(app: App, { api, renderers, hooks, sql, alone = false, sleep = rest }: SenderOptions) {
    this.#app = app;
    this.#sql = sql;
    this.#alone = alone;
    this.#pause = sleep;
    this.#bell = new Bell(sleep);
    this.#post = openPost(app, sql, { api, renderers, hooks, pause: sleep, givenBack: () => this.#bell.ring() });
    this.#suspects = new Suspects(this.#post);
    this.#answers = new AnswersBeside(app, this.#post.limits, alone ? undefined : sql);
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

  /** True while it is the one that sends. */
  get leads(): boolean {
    return this.#running !== null && (this.#alone || this.#leadership !== null);
  }

  /** There may be something to send: here, or at the process that leads. */
  wake(): void {
    this.#bell.ring();
    if (this.leads || !this.#running || this.#stop.signal.aborted) return;
    // Whoever misses it looks by itself within a second.
    this.#sql.query(`NOTIFY ${wakeChannel}`).catch(() => {});
  }

  /** An answer was given beside the sender, at this process: it counts for the limits of a chat as well. */
  answered(chat: number): void {
    if (this.#running) this.#answers.given(chat, this.leads);
  }

  /** An answer beside the sender was refused for so many seconds. */
  refused(chat: number, seconds: number): void {
    this.#answers.refused(chat, seconds, this.leads || !this.#running);
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
      const { careful } = this.#suspects;
      const rows = await this.#claim(careful ? 1 : this.#post.limits.pace.bot.count);
      if (rows.length === 0 && careful && (await this.#suspects.review())) continue;
      if (rows.length === 0) {
        const [nextAt, now] = [await this.#nextAt(), this.#app.now()];
        return { nextAt: nextAt && nextAt < now ? now : nextAt };
      }
      for (const row of rows) await this.#deliver(row);
    }
  }

  async #run(): Promise<void> {
    const stop = this.#stop.signal;
    while (!stop.aborted) {
      try {
        this.#leadership = this.#alone ? null : await lead(this.#sql, stop, this.#hear);
        this.#prepared = false;
        this.#app.metrics.leader.set(1);
        await this.#prepare();
        await this.#work();
      } catch (error) {
        if (!stop.aborted) this.#app.log.error({ err: error }, 'outbox.failed');
        await this.#bell.sleep(longestSleep);
      } finally {
        await this.#rest();
      }
    }
  }

  async #work(): Promise<void> {
    while (this.#mayGoOn()) {
      await this.#answers.keep();
      const { limits } = this.#post;
      const { careful } = this.#suspects;
      if (careful) await Promise.all(this.#inFlight.values());
      const batch = careful ? 1 : limits.pace.batch;
      const looked = this.#app.now();
      const narrow = limits.room(looked.getTime()) - this.#post.ahead.size < batch;
      const rows = await this.#claim(batch);
      for (const row of rows) {
        while (this.#inFlight.size >= limits.pace.inFlight) await Promise.race(this.#inFlight.values());
        if (!this.#mayGoOn()) return;
        this.#launch(row);
        const gap = limits.gap(this.#app.now().getTime(), this.#post.ahead.size);
        if (gap > 0) await this.#pause(gap);
      }
      if (rows.length === batch) continue;
      if (careful) await this.#suspects.review();
      await this.#recoverNowAndThen();
      const nextAt = await this.#nextAt();
      const wait = nextAt ? Math.min(longestSleep, nextAt.getTime() - this.#app.now().getTime()) : longestSleep;
      // What has become due or allowed since the look is taken at once; what was due then and was not taken is locked.
      if (wait <= 0 && nextAt && (nextAt > looked || (narrow && rows.length > 0))) continue;
      await this.#bell.sleep(wait > 0 ? wait : shortestSleep);
    }
  }

  #mayGoOn(): boolean {
    return !this.#stop.signal.aborted && (this.#leadership?.held() ?? true);
  }

  #launch(row: ClaimedRow): void {
    const chat = Number(row.telegramId);
    this.#post.ahead.add(row);
    const delivery = this.#deliver(row)
      .catch((error: unknown) => this.#app.log.error({ err: error, id: Number(row.id) }, 'outbox.delivery-failed'))
      .finally(() => {
        this.#post.ahead.delete(row);
        this.#inFlight.delete(chat);
        if (this.#awaited.delete(chat)) this.#bell.ring();
      });
    this.#inFlight.set(chat, delivery);
  }

  readonly #hear = (notice: string): void => void (this.#answers.heard(notice) || this.#bell.ring());

  readonly #deliver = async (row: ClaimedRow): Promise<void> => {
    if (await deliver(this.#post, row)) this.#suspects.clear(row.id);
  };

  /** The windows of the last minute and the rows of a sender that died: once, when this one has become the only one. */
  async #prepare(): Promise<void> {
    if (this.#prepared) return;
    await this.#suspects.learn(this.#owner);
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
    const { app, limits } = this.#post;
    const now = app.now();
    const limit = Math.min(batch, limits.room(now.getTime()) - this.#post.ahead.size);
    if (limit <= 0) return [];
    const { careful: only, chats } = this.#suspects;
    const except = [...limits.fullChats(now.getTime()), ...this.#inFlight.keys(), ...chats];
    return claimRows(this.#sql, { owner: this.#owner, now, limit, except, only });
  }

  /** When the next planned row is or was due and allowed; chats with a call under way are looked at again when it has ended. */
  async #nextAt(): Promise<Date | null> {
    const { app, limits } = this.#post;
    const now = app.now().getTime();
    const apart = new Set([...limits.fullChats(now), ...this.#inFlight.keys()]);
    const heads = await nextRows(this.#sql, [...apart]);
    for (const { chat } of heads) if (this.#inFlight.has(Number(chat))) this.#awaited.add(Number(chat));
    const free = heads.filter(({ chat }) => chat === null || !this.#awaited.has(Number(chat)));
    if (free.length === 0) return null;
    const times = free.map(({ chat, dueAt }) =>
      Math.max(dueAt.getTime(), chat === null ? 0 : limits.chatFreeAt(Number(chat), now)),
    );
    const freeAt = limits.freeAt(now, this.#post.ahead.size);
    return new Date(Math.max(freeAt > now ? freeAt : 0, Math.min(...times)));
  }

  /** Waits for the calls under way, gives the other rows and the lock back. */
  async #rest(): Promise<void> {
    await Promise.all(this.#inFlight.values());
    if (this.#leadership?.held() ?? this.#alone) await this.#answers.keep(true);
    await releaseRows(this.#app.db, this.#owner).catch((error: unknown) => {
      this.#app.log.error({ err: error }, 'outbox.not-released');
    });
    this.#leadership?.release();
    this.#leadership = null;
    this.#app.metrics.leader.set(0);
  }
}
