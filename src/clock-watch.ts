// Notices that somebody set the clock, or that the machine slept: alarms are set for moments of the clock as it was.
import type { App } from './app.ts';

export type ClockWatch = {
  /** Milliseconds between two looks; 10 seconds unless told. */
  every?: number;
  /** By so many milliseconds may clock and elapsed time differ from one look to the next: 20 seconds unless told. */
  tolerance?: number;
};

/** Calls `onSet` with the milliseconds by which the clock went ahead (or back, below zero) of the time that passed. The returned function ends the watch. */
export function watchClock(
  app: Pick<App, 'now'>,
  onSet: (by: number) => void,
  { every = 10_000, tolerance = 20_000 }: ClockWatch = {},
): () => void {
  const look = (): { clock: number; elapsed: number } => ({ clock: app.now().getTime(), elapsed: performance.now() });
  let last = look();
  const timer = setInterval(() => {
    const now = look();
    const by = now.clock - last.clock - (now.elapsed - last.elapsed);
    last = now;
    if (Math.abs(by) > tolerance) onSet(by);
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
