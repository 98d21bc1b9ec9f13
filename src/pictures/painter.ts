// paintPicture: a picture as PNG, from a thread that is started when it is needed and ended when it is not.
import { Worker } from 'node:worker_threads';
import type { Picture } from './compose.ts';
import type { Theme } from './palette.ts';
import type { Delivery, Order } from './worker.ts';

const patienceMs = 10_000;
/** A thread that nobody needs gives its memory back; not at once, for a new one costs the next reader a quarter of a second. */
const idleMs = 10 * 60_000;
/** A thread is replaced after so many pictures, whatever it holds by then. */
const most = 200;

type Waiting = { resolve: (png: Uint8Array) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; painted: number; idle: NodeJS.Timeout | undefined };

let thread: Thread | undefined;
let orders = 0;

/** Paints a picture off the main thread: PNG bytes. Rejects when that fails or takes more than ten seconds; the next one gets a fresh thread. */
export async function paintPicture(picture: Picture, theme: Theme): Promise<Uint8Array> {
  if (thread && thread.painted >= most && thread.waiting.size === 0) drop(thread, new Error('replaced'));
  const mine = (thread ??= start());
  clearTimeout(mine.idle);
  const id = (orders += 1);
  mine.painted += 1;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => drop(mine, new Error('a picture took too long')), patienceMs);
    mine.waiting.set(id, { resolve, reject, timer });
    mine.worker.postMessage({ id, picture, theme } satisfies Order);
  });
}

/** Starts the thread, if there is none, for a picture that will be ordered when its numbers are counted. */
export function warmPainter(): void {
  thread ??= idling(start());
}

/** Ends the thread, as at the end of the process. */
export async function stopPainting(): Promise<void> {
  const mine = thread;
  thread = undefined;
  clearTimeout(mine?.idle);
  await mine?.worker.terminate();
}

function start(): Thread {
  // The built file also when the sources run: a thread of Node 20 cannot load TypeScript.
  const worker = new Worker(new URL('../../dist/pictures/worker.js', import.meta.url), {
    // Only our own font: what a machine has besides must not change a picture.
    env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    stdout: true,
    stderr: true,
  });
  worker.unref();
  const mine: Thread = { worker, waiting: new Map(), painted: 0, idle: undefined };
  worker.on('message', (delivery: Delivery) => take(mine, delivery));
  worker.on('error', (error) => drop(mine, error));
  worker.on('exit', (code) => drop(mine, new Error(`the painting thread ended with ${code}`)));
  return mine;
}

function take(mine: Thread, delivery: Delivery): void {
  const waiting = mine.waiting.get(delivery.id);
  mine.waiting.delete(delivery.id);
  if (waiting) {
    clearTimeout(waiting.timer);
    if ('png' in delivery) waiting.resolve(delivery.png);
    else waiting.reject(new Error(delivery.failed));
  }
  if (mine.waiting.size === 0) idling(mine);
}

function idling(mine: Thread): Thread {
  mine.idle = setTimeout(() => drop(mine, new Error('idle')), idleMs).unref();
  return mine;
}

function drop(mine: Thread, error: Error): void {
  if (thread === mine) thread = undefined;
  clearTimeout(mine.idle);
  for (const { reject, timer } of mine.waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  mine.waiting.clear();
  void mine.worker.terminate();
}
