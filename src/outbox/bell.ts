// A sleep that ends early when somebody rings.
import { setTimeout } from 'node:timers/promises';

export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export class Bell {
  readonly #pause: Pause;
  #rung = false;
  #wake = (): void => {};

  constructor(pause: Pause) {
    this.#pause = pause;
  }

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  /** Sleeps so many milliseconds, or until rung; not at all when it was rung since the last sleep. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      const alarm = new AbortController();
      this.#wake = () => alarm.abort();
      await this.#pause(milliseconds, alarm.signal);
      this.#wake = () => {};
    }
    this.#rung = false;
  }
}

/** Sleeps by the system's clock; an abort ends it. */
export function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
