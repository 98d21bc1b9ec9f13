// Ctx: what every handler receives: grammY's context plus the app, the acting person and their language.
import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context, MiddlewareFn } from 'grammy';
import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { isLocale, type Locale, type TextArgs } from '../texts.ts';
import { patient } from './patience.ts';

export type Keyboard = InlineKeyboardButton[][];
export type SayOptions = { keyboard?: Keyboard; replyTo?: number; forceReply?: boolean };

type Extras = {
  app: App;
  /** The known person behind the update; null for a stranger. */
  actor: Actor | null;
  locale: Locale;
  /** A text in the person's language. */
  t: (key: string, args?: TextArgs) => string;
  /** Sends a text of src/texts to the chat (and topic) of the update. */
  say: (key: string, args?: TextArgs, options?: SayOptions) => Promise<Message>;
  /** Sends finished HTML to the chat (and topic) of the update. */
  sayHtml: (html: string, options?: SayOptions) => Promise<Message>;
  /** Tells the conversations of this update of a dialog that it is about to open. */
  makeKnown: (id: string) => Promise<void>;
  /** The press would have written the message as it stands: its answer says so. */
  unchanged?: boolean;
  /** A fault of ours ended its handling: the measures say so. */
  failed?: boolean;
};
export type Ctx = ConversationFlavor<Context & Extras>;

/** How a Telegram account becomes a person; handed in, since telegram/ knows no slice. */
export type FindActor = (app: App, telegramId: number) => Promise<Actor | null>;

/** The person of the update. Throws UserError for a stranger, and for who speaks as a group or channel. */
export function requireActor(ctx: Ctx): Actor {
  if (!ctx.actor) throw new UserError(speaksForChat(ctx) ? 'telegram-anonymous' : 'telegram-stranger');
  return ctx.actor;
}

/** The same, in the private chat only: what concerns one person, and names and figures of others, is not for a group. Throws UserError elsewhere. */
export function privately(ctx: Ctx): Actor {
  const actor = requireActor(ctx);
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  return actor;
}

/** True for anonymous administrators and channels: nobody can be told by them. */
export function speaksForChat(ctx: Ctx): boolean {
  return ctx.msg?.sender_chat !== undefined && !ctx.callbackQuery;
}

/** Options of every message: HTML, no link previews, reply parameters that survive a deleted message. */
export function messageOptions({ keyboard, replyTo, forceReply }: SayOptions) {
  return {
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(replyTo ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } } : {}),
    ...(keyboard ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    ...(forceReply && !keyboard ? { reply_markup: { force_reply: true as const, selective: true } } : {}),
  };
}

/** The language for somebody we do not know: Telegram's, if we speak it. */
export function localeOf(code: string | undefined, fallback: Locale): Locale {
  const language = code?.slice(0, 2);
  return isLocale(language) ? language : fallback;
}

/** Installs the app and the texts; needs no database, so that even a failure can be told in the person's language. */
export function installContext(app: App): MiddlewareFn<Ctx> {
  const patience = patient(app);
  return async (ctx, next) => {
    ctx.app = app;
    ctx.api.config.use(patience);
    ctx.actor = null;
    ctx.locale = localeOf(ctx.from?.language_code, app.config.defaultLanguage);
    ctx.t = (key, args) => app.t(ctx.locale, key, args);
    ctx.say = (key, args, options) => ctx.sayHtml(ctx.t(key, args), options);
    ctx.sayHtml = (html, options = {}) => ctx.reply(html, messageOptions(options));
    await next();
  };
}

/** Finds the person behind the update. Anonymous administrators, channels and bots stay strangers. */
export function identify(findActor: FindActor): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    if (ctx.from && !ctx.from.is_bot && !speaksForChat(ctx)) {
      ctx.actor = await findActor(ctx.app, ctx.from.id);
      if (ctx.actor) ctx.locale = ctx.actor.locale;
    }
    await next();
  };
}
