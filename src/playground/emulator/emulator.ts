// A strict Telegram Bot API on 127.0.0.1: for the end-to-end tests and the playground. Production code does not know it.
import type { FaultOrder } from './faults.ts';
import { listen } from './server.ts';
import { World } from './world.ts';
import type { Call, WorldOptions } from './world.ts';

export interface Emulator {
  /** The API root of the bot under test (TELEGRAM_API_ROOT). */
  readonly url: string;
  readonly token: string;
  /** Everything suspicious so far; empty it after looking (`length = 0`). */
  readonly violations: string[];
  /** All calls but getUpdates, oldest first, parameters read by the specification. */
  readonly calls: Call[];
  /** The state: chats, messages, files. */
  readonly world: World;
  /** The next calls of a method fail as told. */
  fail(order: FaultOrder): void;
  /** Resolves when every update so far was fetched and confirmed by the next poll, so the bot has handled it. Rejects after `timeout` real ms (15,000). */
  idle(timeout?: number): Promise<void>;
  /** Delivers the last `count` confirmed updates once more, as after a crash. */
  redeliver(count: number): void;
  /** Cuts all connections and stops to listen. */
  close(): Promise<void>;
}

/** Starts an emulator; `now` is the only clock of its messages, limits and expiries (long polls wait in real time). */
export async function startEmulator(options: WorldOptions): Promise<Emulator> {
  return openEmulator(new World(options));
}

/** Starts an emulator of a world that exists already. */
export async function openEmulator(world: World): Promise<Emulator> {
  const { server, url } = await listen(world);
  return {
    url,
    token: world.token,
    violations: world.violations,
    calls: world.calls,
    world,
    fail: (order) => {
      world.faults.push({ order, left: order.times ?? 1 });
      // A poll that waits already would meet the fault only after its time; the next one meets it now.
      if (order.method === 'getUpdates') world.queue.close();
    },
    idle: (timeout = 15_000) => world.queue.idle(timeout),
    redeliver: (count) => {
      for (const callback of world.callbacks.values()) callback.answer = undefined;
      world.queue.redeliver(count);
    },
    close: () => {
      world.queue.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
