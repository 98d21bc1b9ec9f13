// Updates that are asked for: long polling by one process; chats beside each other, and nobody waits for somebody's slow update.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { App } from '../app.ts';
import { isDatabaseGone } from '../errors.ts';
import type { Ctx } from './context.ts';
import { Company, forgetKept, handleKept, keepUpdates, keptUpdates } from './kept-updates.ts';
import { type InHand, Lanes } from './lanes.ts';

/** So many milliseconds the next question waits for the updates of the last one; what takes longer is kept as a row meanwhile. */
const usualPatience = 2_000;
/** With so many in hand no others are asked for. */
const mostInHand = 300;
/** How long Telegram keeps a question open, in seconds. */
const openSeconds = 30;
/** Seconds until the next question after a fault. */
const askAgain = 3;
/** A stop that took so many milliseconds says nothing more to Telegram: a successor may be asking already. */
const lastWord = 4_500;

export type PollOptions = {
  allowed: readonly Exclude<keyof Update, 'update_id'>[];
  /** In milliseconds; `Infinity`: Telegram hears that an update was taken when it is handled, never before. */
  patience?: number;
};

/**
 * Telegram hears that updates were taken when they are handled, or kept as rows: after a crash either Telegram brings them again or
 * their rows are there, and `seen_update` knows what was handled before.
 */
export class Polling {
  readonly #app: App;
  readonly #bot: Bot<Ctx>;
  readonly #options: PollOptions;
  readonly #lanes = new Lanes((inHand) => this.#handle(inHand));
  readonly company = new Company();
  readonly #stopping = new AbortController();
  #offset = 0;
  #running = true;
  #wake = (): void => {};
  /** Rejects when Telegram ends it: the token is refused, somebody else is asking. */
  readonly ended: Promise<void>;

  constructor(app: App, bot: Bot<Ctx>, options: PollOptions) {
    this.#app = app;
    this.#bot = bot;
    this.#options = options;
    this.ended = this.#run().finally(() => (this.#running = false));
  }

  get running(): boolean {
    return this.#running;
  }

  /** Finishes the updates that have begun; the others stay with Telegram or in their rows. */
  async stop(): Promise<void> {
    const began = performance.now();
    this.#stopping.abort();
    this.company.leave();
    this.#wake();
    const [waiting] = await Promise.all([this.#lanes.stop(), this.ended.catch(() => {})]);
    const left = waiting.filter(({ kept }) => !kept).map(({ update }) => update.update_id);
    const offset = Math.min(this.#offset, ...left);
    if (offset === 0 || performance.now() - began > lastWord) return;
    await this.#bot.api
      .getUpdates({ offset, limit: 1, timeout: 0 })
      .catch((error: unknown) => this.#app.log.warn({ err: error }, 'telegram.offset-not-saved'));
  }

  async #run(): Promise<void> {
    const webhookGone = this.#ask((signal) => this.#bot.api.deleteWebhook({}, signal));
    const [kept] = await Promise.all([this.#kept(), webhookGone]);
    for (const update of kept) this.#lanes.add(update, true);
    let allowed: PollOptions['allowed'] | undefined = this.#options.allowed;
    while (!this.#stopping.signal.aborted) {
      const question = { offset: this.#offset, timeout: openSeconds, ...(allowed && { allowed_updates: allowed }) };
      const updates = await this.#ask((signal) => this.#bot.api.getUpdates(question, signal));
      if (!updates) return;
      allowed = undefined;
      // What waited for this process may have ended the one before: written down, it is found out.
      const suspect = this.#offset === 0 && (await this.#noteDown(updates));
      await this.#settle(updates.map((update) => this.#lanes.add(update, suspect)));
      this.#offset = (updates.at(-1)?.update_id ?? this.#offset - 1) + 1;
    }
  }

  /** What an earlier process left, as soon as the database answers: nothing newer may be handled before. */
  async #kept(): Promise<Update[]> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        return await keptUpdates(this.#app);
      } catch (error) {
        this.#app.log.warn({ err: error }, 'telegram.waiting-for-database');
        await sleep(500, undefined, { signal }).catch(() => {});
      }
    }
    return [];
  }

  /** Repeats until Telegram answers; undefined once the bot stops. Throws where repeating is no use. */
  async #ask<R>(question: (signal: never) => Promise<R>): Promise<R | undefined> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        // The type that grammY asks for is that of a package for old versions of Node.
        return await question(signal as never);
      } catch (error) {
        if (signal.aborted) return undefined;
        const refusal = error instanceof GrammyError ? error : undefined;
        if (refusal && [401, 404, 409].includes(refusal.error_code)) throw error;
        this.#app.log.warn({ reason: (error as Error).message }, 'telegram.unreachable');
        const seconds = refusal?.parameters.retry_after ?? askAgain;
        await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
      }
    }
    return undefined;
  }

  /** Returns when the updates are handled or, after a while, kept. */
  async #settle(updates: InHand[]): Promise<void> {
    const open = new Set(updates);
    for (const one of updates)
      void one.done.then(() => {
        open.delete(one);
        if (open.size === 0) this.#wake();
      });
    while (open.size > 0 && !this.#stopping.signal.aborted) {
      await this.#rest();
      if (open.size === 0 || this.#stopping.signal.aborted) return;
      if ((await this.#keep([...open])) && this.#lanes.size < mostInHand) return;
    }
  }

  async #rest(): Promise<void> {
    const { patience = usualPatience } = this.#options;
    await new Promise<void>((awake) => {
      const alarm = Number.isFinite(patience) ? setTimeout(awake, patience) : undefined;
      this.#wake = () => {
        clearTimeout(alarm);
        awake();
      };
    });
  }

  /** False while the database is away: then Telegram keeps them. */
  async #keep(updates: InHand[]): Promise<boolean> {
    const loose = updates.filter(({ kept }) => !kept);
    const kept = this.#noteDown(loose.map(({ update }) => update));
    // Whoever is done meanwhile waits for the row before it is taken away.
    for (const one of loose) one.keeping = kept;
    const result = await kept;
    for (const one of loose) one.kept ||= result;
    return result;
  }

  async #noteDown(updates: Update[]): Promise<boolean> {
    try {
      if (updates.length > 0) await keepUpdates(this.#app, updates);
      return true;
    } catch (error) {
      this.#app.log.warn({ err: error }, 'telegram.update-not-kept');
      return false;
    }
  }

  /** What is kept waits for a database that left, as long as this process lives: nobody else would take it up before the next start. */
  async #handle(inHand: InHand): Promise<void> {
    const { update } = inHand;
    for (;;) {
      try {
        return await this.#attempt(inHand);
      } catch (error) {
        if (!inHand.kept || !isDatabaseGone(error) || this.#stopping.signal.aborted) {
          // Handlers tell people themselves; here only the database can be at fault.
          this.#app.log.error({ err: error, update: update.update_id }, 'telegram.update-failed');
          return;
        }
        this.#app.log.warn({ err: error, update: update.update_id }, 'telegram.waiting-for-database');
        await sleep(500);
      }
    }
  }

  async #attempt(inHand: InHand): Promise<void> {
    const { update } = inHand;
    const handle = (): Promise<void> => this.#bot.handleUpdate(update);
    if (inHand.kept) return handleKept(this.#app, this.company, update, handle);
    await this.company.together(handle);
    await inHand.keeping;
    if (inHand.kept) await forgetKept(this.#app, update);
  }
}
