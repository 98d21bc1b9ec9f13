// The state of a world as plain data, to be kept over a restart; what lives for seconds only (presses, faults, calls) is left out.
import type { User } from './api-types.ts';
import type { SavedQueue } from './updates.ts';
import { World } from './world.ts';
import type { Chat, StoredFile, WorldOptions } from './world.ts';

export interface SavedWorld {
  token: string;
  bot: User;
  privacy: boolean;
  users: Map<number, User>;
  chats: Map<number, Chat>;
  /** Without their bytes, which are big and never change. */
  files: Omit<StoredFile, 'content'>[];
  commands: Map<string, unknown[]>;
  profile: Map<string, string>;
  violations: string[];
  counters: Map<string, number>;
  queue: SavedQueue;
}

/** Numbers that a world may have given out after it was saved the last time and before it was killed. */
const lostNumbers = 10_000;

/** What is to be kept of a world: references into it, so it must be written before anything else happens. */
export function saveWorld(world: World): SavedWorld {
  const { token, bot, privacy, users, chats, commands, profile, violations, counters } = world;
  const files = [...world.files.values()].map(({ content: _content, ...file }) => file);
  const queue = world.queue.save();
  return { token, bot, privacy, users, chats, files, commands, profile, violations, counters, queue };
}

/**
 * A world that goes on where the saved one ended. `contentOf` gives the bytes of a file; `clean` is false when the world
 * lived on after it was saved: then its series of numbers skip what may have been used.
 */
export function restoreWorld(
  saved: SavedWorld,
  { now, clean, contentOf }: Pick<WorldOptions, 'now'> & { clean: boolean; contentOf: (fileId: string) => Buffer },
): World {
  const world = new World({ now, token: saved.token, botUsername: saved.bot.username ?? '' });
  world.privacy = saved.privacy;
  fill(world.users, saved.users);
  fill(world.chats, saved.chats);
  fill(world.commands, saved.commands);
  fill(world.profile, saved.profile);
  fill(world.counters, saved.counters);
  for (const file of saved.files) world.files.set(file.id, { ...file, content: contentOf(file.id) });
  world.violations.push(...saved.violations);
  world.queue.restore(saved.queue, clean ? 0 : lostNumbers);
  if (!clean) {
    for (const [series, next] of world.counters) world.counters.set(series, next + lostNumbers);
    for (const chat of world.chats.values()) chat.nextMessageId += lostNumbers;
  }
  return world;
}

function fill<K, V>(target: Map<K, V>, source: Map<K, V>): void {
  for (const [key, value] of source) target.set(key, value);
}
