// The queue of updates of the bot: long polling, confirmation by offset, expiry, conflict of two pollers.
import type { Update } from './api-types.ts';
import { Refusal } from './refusal.ts';

interface Entry {
  update: Update;
  expiresAt: number;
  delivered: boolean;
  /** Delivered once more although confirmed: handed out whatever the offset says. */
  again: boolean;
}

interface Poll {
  limit: number;
  answer: (updates: Update[]) => void;
  refuse: (reason: Refusal) => void;
}

interface Waiter {
  left: Set<Entry>;
  done: () => void;
}

/** What of a queue outlives its process. */
export interface SavedQueue {
  nextId: number;
  allowed: string[] | undefined;
  waiting: { update: Update; expiresAt: number }[];
}

export interface PollRequest {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed?: string[];
}

interface Listener {
  confirmed: (update: Update) => void;
  queued: (update: Update) => void;
}

const notByDefault = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** What waits for the bot, and the poll that waits for it. */
export class UpdateQueue {
  private readonly now: () => Date;
  private readonly listener: Listener;
  private entries: Entry[] = [];
  private history: Entry[] = [];
  private poll: Poll | undefined;
  private waiters: Waiter[] = [];
  private nextId: number;
  private allowed: Set<string> | undefined;
  webhook = '';
  /** Told when there may be something to bring to the webhook. */
  onWebhook: () => void = () => {};

  constructor(now: () => Date, firstId: number, listener: Listener) {
    this.now = now;
    this.nextId = firstId;
    this.listener = listener;
  }

  /** Queues an update of one kind unless the bot did not subscribe to it; `lifetime` in seconds. */
  push(kind: string, body: object, lifetime: number): void {
    const wanted = this.allowed ? this.allowed.has(kind) : !notByDefault.has(kind);
    if (!wanted) return;
    const update: Update = { update_id: this.nextId++, [kind]: structuredClone(body) };
    const expiresAt = this.now().getTime() + lifetime * 1000;
    this.entries.push({ update, expiresAt, delivered: false, again: false });
    this.listener.queued(update);
    this.flushSoon();
  }

  /** Updates handed to the bot and not yet confirmed: it is working on them. */
  inHand(): Update[] {
    return this.entries.filter((entry) => entry.delivered).map((entry) => entry.update);
  }

  /** How many updates wait for confirmation and have not expired. */
  get pending(): number {
    const now = this.now().getTime();
    return this.entries.filter(({ expiresAt }) => expiresAt > now).length;
  }

  /** The kinds that the bot asked for; undefined: the usual ones. */
  get subscribed(): string[] | undefined {
    return this.allowed && [...this.allowed];
  }

  /** What has to be kept for a queue of the same bot. */
  save(): SavedQueue {
    const waiting = this.entries.map(({ update, expiresAt }) => ({ update, expiresAt }));
    return { nextId: this.nextId, allowed: this.subscribed, waiting };
  }

  /** Goes on from there; `skipped` numbers may have been given out since it was saved. */
  restore({ nextId, allowed, waiting }: SavedQueue, skipped: number): void {
    this.nextId = nextId + skipped;
    this.allowed = allowed && new Set(allowed);
    this.entries = waiting.map((entry) => ({ ...entry, delivered: false, again: false }));
  }

  /** Delivers the last `count` confirmed updates once more, as after a crash before the next poll. */
  redeliver(count: number): void {
    const again = this.history.slice(-count).map((entry) => ({ ...entry, delivered: false, again: true }));
    this.entries.unshift(...again);
    this.flushSoon();
  }

  /** One getUpdates call. Rejects with 409 when a webhook is set or a newer poll replaces this one. */
  async get(request: PollRequest, signal: AbortSignal): Promise<Update[]> {
    if (this.webhook !== '') {
      throw new Refusal(
        409,
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.conflict('terminated by other getUpdates request; make sure that only one bot instance is running');
    if (request.allowed !== undefined) this.subscribe(request.allowed);
    this.confirm(request.offset ?? 0);
    const limit = Math.min(Math.max(request.limit ?? 100, 1), 100);
    const ready = this.take(limit);
    const timeout = Math.min(Math.max(request.timeout ?? 0, 0), 50);
    if (ready.length > 0 || timeout === 0) return ready;
    return this.wait(limit, timeout, signal);
  }

  private wait(limit: number, timeout: number, signal: AbortSignal): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const finish = (act: () => void): void => {
        clearTimeout(timer);
        if (this.poll === poll) this.poll = undefined;
        act();
      };
      const poll: Poll = {
        limit,
        answer: (updates) => finish(() => resolve(updates)),
        refuse: (reason) => finish(() => reject(reason)),
      };
      const timer = setTimeout(() => poll.answer([]), timeout * 1000);
      signal.addEventListener('abort', () => poll.answer([]), { once: true });
      this.poll = poll;
    });
  }

  /** Ends a waiting poll with a 409. */
  conflict(reason: string): void {
    this.poll?.refuse(new Refusal(409, reason));
  }

  /** Forgets everything queued. */
  drop(): void {
    for (const entry of [...this.entries]) this.remove(entry, false);
  }

  /** The oldest update of each lane (`laneOf`) that is not on its way, for the webhook: those of one chat are brought one after another. */
  heads(laneOf: (update: Update) => number, busy: ReadonlySet<number>): Update[] {
    const heads = new Map<number, Update>();
    for (const { update } of this.entries) {
      const lane = laneOf(update);
      if (!heads.has(lane) && !busy.has(lane)) heads.set(lane, update);
    }
    return [...heads.values()].map((update) => structuredClone(update));
  }

  /** The webhook took this update. */
  brought(updateId: number): void {
    const entry = this.entries.find(({ update }) => update.update_id === updateId);
    // Taken is not handled: whether a press was answered cannot be asked yet.
    if (entry) this.remove(entry, false);
  }

  /** Only these kinds are queued from now on; none: the usual ones. */
  subscribe(kinds: string[]): void {
    this.allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  private confirm(offset: number): void {
    if (offset < 0) {
      for (const entry of this.entries.slice(0, offset)) this.remove(entry, true);
      return;
    }
    for (const entry of [...this.entries]) {
      const done = entry.again ? entry.delivered : entry.update.update_id < offset;
      if (done) this.remove(entry, true);
    }
  }

  private remove(entry: Entry, confirmed: boolean): void {
    this.entries = this.entries.filter((one) => one !== entry);
    if (confirmed) {
      this.history = [...this.history, entry].slice(-100);
      this.listener.confirmed(entry.update);
    }
    for (const waiter of this.waiters) waiter.left.delete(entry);
    this.settle();
  }

  private take(limit: number): Update[] {
    const now = this.now().getTime();
    for (const entry of [...this.entries]) if (entry.expiresAt <= now) this.remove(entry, false);
    const batch = this.entries.slice(0, limit);
    for (const entry of batch) entry.delivered = true;
    return batch.map((entry) => structuredClone(entry.update));
  }

  // Several updates pushed in one go (an album) leave in one answer, as they usually do.
  private flushSoon(): void {
    setImmediate(() => {
      if (this.webhook !== '') this.onWebhook();
      const poll = this.poll;
      if (!poll || this.entries.length === 0) return;
      const batch = this.take(poll.limit);
      if (batch.length > 0) poll.answer(batch);
    });
  }

  /** Resolves when everything queued so far is fetched and confirmed; rejects after `timeout` real milliseconds. */
  idle(timeout: number): Promise<void> {
    if (this.entries.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const left = new Set(this.entries);
      const timer = setTimeout(() => {
        this.waiters = this.waiters.filter((waiter) => waiter.left !== left);
        const kinds = [...left].map((entry) => `${entry.update.update_id} ${Object.keys(entry.update)[1] ?? ''}`);
        reject(new Error(`the bot did not handle within ${timeout} ms: ${kinds.join(', ')}`));
      }, timeout);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.waiters.push({ left, done });
    });
  }

  private settle(): void {
    const settled = this.waiters.filter((waiter) => waiter.left.size === 0);
    this.waiters = this.waiters.filter((waiter) => waiter.left.size > 0);
    for (const waiter of settled) waiter.done();
  }

  /** Ends a waiting poll with an empty answer. */
  close(): void {
    this.poll?.answer([]);
  }
}
