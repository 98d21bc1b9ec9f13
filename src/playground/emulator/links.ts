// Links to the bot, as people follow them: https://t.me/<bot>?start=<payload>.
import { say } from './people.ts';
import type { User } from './api-types.ts';
import type { Chat, World } from './world.ts';

/** The parameter of a link to this bot, '' when it has none; undefined for any other address. */
export function startPayload(world: World, link: string): string | undefined {
  const match = /^https:\/\/t\.me\/(\w+)(?:\?start=([A-Za-z0-9_-]{0,64}))?$/.exec(link);
  return match?.[1] === world.bot.username ? (match?.[2] ?? '') : undefined;
}

/** Presses Start in the person's private chat with the bot, with the payload of a link or bare. Throws when the bot is blocked. */
export function pressStart(world: World, user: User, payload = ''): Chat {
  const chat = world.privateChat(user);
  say(world, chat, user, { text: payload === '' ? '/start' : `/start ${payload}` });
  return chat;
}
