// The playground's clock: a moment that runs on at real speed, or stands still while somebody moves it.
/** `now` is handed over as the only clock of a city. */
export class MovingClock {
  #moment: number;
  /** Of `performance.now()`; null: the clock stands still. */
  #since: number | null = null;

  constructor(moment: Date) {
    this.#moment = moment.getTime();
  }

  /** Bound, to be handed over as `app.now`. */
  now = (): Date => new Date(this.#moment + (this.#since === null ? 0 : Math.floor(performance.now() - this.#since)));

  set(moment: Date): void {
    this.#moment = moment.getTime();
    if (this.#since !== null) this.#since = performance.now();
  }

  /** Lets time pass. */
  run(): void {
    this.#since ??= performance.now();
  }

  /** Stands still from now on. */
  stop(): void {
    this.#moment = this.now().getTime();
    this.#since = null;
  }
}
