// Opening an invitation: /start with a token, the text about personal data, consent.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, localeOf } from '../telegram/context.ts';
import { isLocale, type Locale } from '../texts.ts';
import { markReachable, markUnreachable } from './actions.ts';
import { welcomeMessage } from './help-messages.ts';
import { loadInvite } from './invite-queries.ts';
import { acceptInvite } from './join-actions.ts';
import { invitationMessage } from './join-messages.ts';
import { setPersonalMenu } from './menus.ts';
import { findActor } from './queries.ts';
import type { Actor } from './rules.ts';

const tokenPattern = /^[\w-]{32}$/;

/** What else is told to somebody who has just joined or come back; handed in, since it belongs to slices further right. */
export type OnJoined = (app: App, actor: Actor) => Promise<void>;

/** /start in a private chat, the buttons of an invitation, and blocking of the bot. */
export function joinHandlers(onJoined: OnJoined): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const privately = composer.chatType('private');
  privately.command('start', async (ctx) => start(ctx, onJoined));
  privately.on('my_chat_member', async (ctx) => {
    if (!ctx.actor) return;
    if (ctx.myChatMember.new_chat_member.status === 'kicked')
      await markUnreachable(ctx.app, ctx.actor.personId, 'blocked');
    else await welcomeBack(ctx, onJoined);
  });
  onButton(composer, 'org.join-language', async (ctx, locale, token) => {
    const { text, keyboard } = await invitation(ctx, token ?? '', localeArg(locale));
    await rewrite(ctx, text, keyboard);
  });
  onButton(composer, 'org.agree', async (ctx, locale, token) => agree(ctx, localeArg(locale), token ?? '', onJoined));
  onButton(composer, 'org.decline', async (ctx) => rewrite(ctx, ctx.t('org-join-declined')));
  return composer;
}

/** Telegram tells of an unblocking and of Start, in either order; what was missed is told at the first of them. */
async function welcomeBack(ctx: Ctx, onJoined: OnJoined): Promise<void> {
  if (ctx.actor && (await markReachable(ctx.app, ctx.actor))) await onJoined(ctx.app, ctx.actor);
}

async function start(ctx: Ctx, onJoined: OnJoined): Promise<void> {
  const payload = typeof ctx.match === 'string' ? ctx.match.trim() : '';
  await welcomeBack(ctx, onJoined);
  if (tokenPattern.test(payload)) {
    const { text, keyboard } = await invitation(ctx, payload);
    await ctx.sayHtml(text, { keyboard });
  } else if (!ctx.actor) {
    await ctx.say(payload === '' ? 'org-start-stranger' : 'org-invite-unknown');
  } else {
    await setPersonalMenu(ctx.app, ctx.api, ctx.actor);
    await welcome(ctx, ctx.actor);
  }
}

/** In the language asked for, else the one known of the person, else the one of the roster, else Telegram's. */
async function invitation(ctx: Ctx, token: string, asked?: Locale) {
  if (!ctx.from) throw new UserError('org-invite-unknown');
  const invite = await loadInvite(ctx.app, token, ctx.from.id);
  const planned = invite.person?.locale;
  const own = isLocale(planned) ? planned : localeOf(ctx.from.language_code, ctx.app.config.defaultLanguage);
  return invitationMessage(ctx.app.t, asked ?? ctx.actor?.locale ?? own, invite, token);
}

async function agree(ctx: Ctx, locale: Locale, token: string, onJoined: OnJoined): Promise<void> {
  if (!ctx.from) throw new UserError('org-invite-unknown');
  const { id, first_name: firstName, last_name: lastName = '' } = ctx.from;
  await acceptInvite(ctx.app, { token, telegramId: id, firstName, lastName, locale });
  await rewrite(ctx, ctx.app.t(locale, 'org-join-done'));
  const actor = await findActor(ctx.app, id);
  if (!actor) return;
  await setPersonalMenu(ctx.app, ctx.api, actor);
  await welcome(ctx, actor);
  await onJoined(ctx.app, actor);
}

function localeArg(locale: string | undefined): Locale {
  if (!isLocale(locale)) throw new UserError('telegram-stale-button');
  return locale;
}

async function welcome(ctx: Ctx, actor: Actor): Promise<void> {
  const { html, keyboard } = welcomeMessage(ctx.app.t, actor);
  await ctx.sayHtml(html, { keyboard });
}
