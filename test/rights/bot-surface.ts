// Everything a person can do to the bot, read off the bot itself while it is built: buttons, commands, messages, dialogs.
import { Composer } from 'grammy';
import type { App } from '../../src/app.ts';
import { createBot } from '../../src/bot.ts';

export type Surface = {
  /** Names of buttons, 'tasks.ack'. */
  buttons: string[];
  /** '/my (tasks/handlers.ts)': a command may be listened to by several rooms. */
  commands: string[];
  /** 'message:text (extensions/words-handlers.ts)' */
  messages: string[];
  /** Ids of dialogs, 'tasks.cancel'. */
  dialogs: string[];
};

/** Builds the bot and writes down what its handlers listen to. */
export function surfaceOf(app: App): Surface {
  const empty = (): Set<string> => new Set();
  const found = { buttons: empty(), commands: empty(), messages: empty(), dialogs: empty() };
  const tables: Map<string, unknown>[] = [];
  const { on, command, hears, use } = Composer.prototype;
  const listen = Composer.prototype as unknown as Record<string, (this: unknown, ...args: unknown[]) => unknown>;
  listen['on'] = function (filter, ...handlers) {
    const filters = [filter].flat() as string[];
    if (handlers.length > 0) found.messages.add(`${filters.join(' ')} (${room()})`);
    return Reflect.apply(on, this, [filter, ...handlers]) as unknown;
  };
  listen['command'] = function (names, ...handlers) {
    for (const name of [names].flat() as string[]) found.commands.add(`/${name} (${room()})`);
    return Reflect.apply(command, this, [names, ...handlers]) as unknown;
  };
  listen['hears'] = function (trigger, ...handlers) {
    found.messages.add(`${String(trigger)} (${room()})`);
    return Reflect.apply(hears, this, [trigger, ...handlers]) as unknown;
  };
  listen['use'] = function (...handlers) {
    for (const { dialogs, buttons } of handlers as { dialogs?: string[]; buttons?: Map<string, unknown> }[]) {
      for (const id of dialogs ?? []) found.dialogs.add(id);
      if (buttons) tables.push(buttons);
    }
    return Reflect.apply(use, this, handlers) as unknown;
  };
  try {
    createBot(app, { token: '1:test', apiRoot: 'http://127.0.0.1:9' });
  } finally {
    Object.assign(Composer.prototype, { on, command, hears, use });
  }
  // A table is filled after it was installed.
  for (const verb of tables.flatMap((table) => [...table.keys()])) found.buttons.add(verb);
  const { buttons, commands, messages, dialogs } = found;
  return {
    buttons: sorted(buttons),
    commands: sorted(commands),
    messages: sorted(messages),
    dialogs: sorted(dialogs),
  };
}

/** The file of src/ that is listening, by the stack of calls. */
function room(): string {
  const frames = (new Error('where').stack ?? '').split('\n').filter((line) => line.includes('/src/'));
  const [first = ''] = frames.filter((line) => !/telegram\/buttons/.test(line));
  return /\/src\/([\w/-]+\.ts)/.exec(first)?.[1] ?? '?';
}

const sorted = (names: Set<string>): string[] => [...names].sort();
