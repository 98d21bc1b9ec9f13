// What comes close together is done as one: at once when nothing is under way, else all that came meanwhile.
import type { App } from './app.ts';
import { isDatabaseGone, UserError } from './errors.ts';

type Waiting<I, O> = { item: I; done: (result: O) => void; failed: (error: unknown) => void };

/** Groups the items of many callers without ever making one wait for others to come. */
export class Together<I, O> {
  readonly #write: (items: I[]) => Promise<O[]>;
  #waiting: Waiting<I, O>[] = [];
  #writing = false;

  /** `write` takes items and gives a result for each, in their order. */
  constructor(write: (items: I[]) => Promise<O[]>) {
    this.#write = write;
  }

  /** The result for this item. Rejects as `write` does for it alone: what is wrong with one item does not fail the others. */
  add(item: I): Promise<O> {
    const result = new Promise<O>((done, failed) => this.#waiting.push({ item, done, failed }));
    if (!this.#writing) void this.#writeAll();
    return result;
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    // What the same turn of the event loop adds goes along.
    await new Promise((turned) => setImmediate(turned));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#settle(batch);
    }
    this.#writing = false;
  }

  async #settle(batch: Waiting<I, O>[]): Promise<void> {
    try {
      const results = await this.#write(batch.map(({ item }) => item));
      batch.forEach(({ done }, n) => done(results[n] as O));
    } catch (error) {
      // A database that is away is away for each of them.
      if (batch.length === 1 || isDatabaseGone(error)) for (const { failed } of batch) failed(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}

/** The same for an action or a question of an app: what has one key (a city, say) goes together, another key does not wait for it. */
export class TogetherBy<I, O> {
  readonly #work: (app: App, items: I[]) => Promise<(O | UserError)[]>;
  readonly #groups = new WeakMap<App, Map<string, Together<I, O | UserError>>>();

  /** `work` gives a result for each item, in their order: a refusal is its item's own and stops nobody else. */
  constructor(work: (app: App, items: I[]) => Promise<(O | UserError)[]>) {
    this.#work = work;
  }

  /** The result for this item. Throws its refusal, and what `work` throws for it alone. */
  async add(app: App, key: string, item: I): Promise<O> {
    const groups = this.#groups.get(app) ?? new Map<string, Together<I, O | UserError>>();
    this.#groups.set(app, groups);
    const group = groups.get(key) ?? new Together<I, O | UserError>((items) => this.#work(app, items));
    groups.set(key, group);
    const result = await group.add(item);
    if (result instanceof UserError) throw result;
    return result;
  }
}
