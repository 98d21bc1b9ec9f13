// The way every message of the bot goes: chat, rights, thread, reply, keyboard, rate limit, then the chat itself.
import { checkMaySend, checkThread, openChat } from './access.ts';
import type { Content } from './api-types.ts';
import { checkPlace, readMarkup } from './markup.ts';
import type { Markup } from './markup.ts';
import { number, object } from './params.ts';
import type { Params } from './params.ts';
import { post } from './post.ts';
import { Refusal, badRequest } from './refusal.ts';
import { reviewTopic } from './violations.ts';
import { living } from './world.ts';
import type { Chat, Stored, World } from './world.ts';

/** Sends the contents as messages of the bot (several make an album). `kind` is what restricted chats may forbid. Throws a Refusal. */
export function send(world: World, method: string, params: Params, contents: Content[], kind: string): Stored[] {
  const markup = readMarkup(params['reply_markup'], (text) => world.complain(`${method}: ${text}`));
  const chat = openChat(world, params);
  checkPlace(markup, chat.info);
  checkMaySend(world, chat, kind);
  const thread = number(params, 'message_thread_id');
  checkThread(world, chat, thread);
  const replyTo = replyTarget(world, chat, params);
  const replied = living(chat, replyTo)?.message;
  reviewTopic(world, method, chat, thread ?? (replied?.is_topic_message ? replied.message_thread_id : undefined));
  spend(world, method, chat, contents.length);
  const album = contents.length > 1 ? String(world.next('album', 13_900_000_001)) : undefined;
  const sent = contents.map((content) =>
    post(world, chat, {
      from: world.bot,
      content,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(thread === undefined ? {} : { thread }),
      ...(markup?.inline === undefined ? {} : { markup: markup.inline }),
      ...(album === undefined ? {} : { album }),
    }),
  );
  for (const stored of sent) {
    stored.fixed = markup !== undefined && markup.inline === undefined;
    if (params['protect_content'] === true) stored.message.has_protected_content = true;
  }
  applyKeyboard(chat, markup, replied?.from?.id);
  return sent;
}

function replyTarget(world: World, chat: Chat, params: Params): number | undefined {
  const reply = object(params, 'reply_parameters');
  const id = number(reply ?? {}, 'message_id') ?? number(params, 'reply_to_message_id');
  if (id === undefined) return undefined;
  const elsewhere = number(reply ?? {}, 'chat_id');
  const place = elsewhere === undefined ? chat : (world.chats.get(elsewhere) ?? chat);
  if (living(place, id)) return place === chat ? id : undefined;
  if (reply?.['allow_sending_without_reply'] === true) return undefined;
  throw badRequest('message to be replied not found');
}

/** Counts messages against the rate limit. Throws 429 when Telegram would; writing before the wait is over is a violation. */
export function spend(world: World, method: string, chat: Chat, amount: number): void {
  const { wait, early } = world.limiter.take(chat.info, world.now().getTime(), amount);
  if (wait === 0) return;
  world.complain(
    early
      ? `${method}: chat ${chat.info.id} ${wait} s before retry_after is over`
      : `${method}: more messages to chat ${chat.info.id} than Telegram takes`,
  );
  throw new Refusal(429, `retry after ${wait}`, { retry_after: wait });
}

function applyKeyboard(chat: Chat, markup: Markup | undefined, repliedTo: number | undefined): void {
  if (markup?.remove) chat.keyboard = undefined;
  if (markup?.keyboard === undefined) return;
  const only = markup.selective && repliedTo !== undefined ? [repliedTo] : undefined;
  chat.keyboard = { rows: markup.keyboard, only };
}
