// Updates in hand: those of one chat in their order and one at a time, those of different chats beside each other.
import type { Update } from 'grammy/types';

/** Chats whose updates are handled at once: more than there are connections, since updates of one moment ask and write together. */
const maxLanes = 32;

/** What keeps the order of an update: its chat, or else the person. */
export function laneOf(body: Update): number {
  const inner = Object.values(body).find((value) => typeof value === 'object' && value !== null) as
    { chat?: { id: number }; message?: { chat?: { id: number } }; from?: { id: number } } | undefined;
  return inner?.chat?.id ?? inner?.message?.chat?.id ?? inner?.from?.id ?? 0;
}

/** An update that was taken and is not yet handled. */
export type InHand = {
  update: Update;
  /** Resolves when it is handled. */
  done: Promise<void>;
  /** It stands in the table of kept updates; else only Telegram keeps it. */
  kept: boolean;
  /** Settles when that is being tried no more. */
  keeping: Promise<unknown>;
};

type Waiting = InHand & { handled: () => void };

/** Hands updates to `handle`, which must not throw. */
export class Lanes {
  readonly #handle: (inHand: InHand) => Promise<void>;
  readonly #lanes = new Map<number, Waiting[]>();
  /** Lanes with an update under way. */
  readonly #busy = new Map<number, Promise<void>>();
  #stopping = false;

  constructor(handle: (inHand: InHand) => Promise<void>) {
    this.#handle = handle;
  }

  /** How many updates are not yet handled. */
  get size(): number {
    return [...this.#lanes.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  /** Takes an update behind those of its chat. */
  add(update: Update, kept = false): InHand {
    let handled = (): void => {};
    const done = new Promise<void>((resolve) => (handled = resolve));
    const waiting: Waiting = { update, done, kept, keeping: Promise.resolve(), handled };
    const lane = laneOf(update);
    const queue = this.#lanes.get(lane);
    if (queue) queue.push(waiting);
    else this.#lanes.set(lane, [waiting]);
    this.#begin();
    return waiting;
  }

  /** Finishes what has begun; returns what has not. */
  async stop(): Promise<InHand[]> {
    this.#stopping = true;
    await Promise.all(this.#busy.values());
    return [...this.#lanes.values()].flat();
  }

  /** The lanes stand in the order of their oldest update: whoever waits longest comes first. */
  #begin(): void {
    for (const [lane, queue] of this.#lanes) {
      if (this.#stopping || this.#busy.size >= maxLanes) return;
      const [first] = queue;
      if (first && !this.#busy.has(lane)) this.#busy.set(lane, this.#work(lane, queue, first));
    }
  }

  async #work(lane: number, queue: Waiting[], first: Waiting): Promise<void> {
    await this.#handle(first);
    queue.shift();
    this.#busy.delete(lane);
    // Behind the others: one chat with many updates does not keep them waiting.
    this.#lanes.delete(lane);
    if (queue.length > 0) this.#lanes.set(lane, queue);
    first.handled();
    this.#begin();
  }
}
