// Writes that come close together as one statement: at once when nothing is under way, else all that came meanwhile.

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
    await Promise.resolve();
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
      if (batch.length === 1) batch[0]?.failed(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}
