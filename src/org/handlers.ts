// Commands about oneself: /help, /whoami, /language, /unreached; joining and the roster; a kind answer to strangers.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, privately } from '../telegram/context.ts';
import { locales } from '../texts.ts';
import { actAsHandlers } from './act-as-handlers.ts';
import { setLanguage } from './actions.ts';
import { aliasHandlers } from './alias-handlers.ts';
import { commonCommands } from './command-rules.ts';
import { groupHelp, helpMessage, languageNames, unreachedMessage, wholeHelp, whoamiMessage } from './help-messages.ts';
import { joinHandlers, type OnJoined } from './join-handlers.ts';
import { setPersonalMenu } from './menus.ts';
import { findActor, findUnreached } from './queries.ts';
import { rosterHandlers } from './roster-handlers.ts';
import { canManageRoster, managedScopes } from './rules.ts';

const pageSize = 30;

/** Everything about people and the organisation. Comes before the other slices: strangers go no further in private. */
export function orgHandlers(_app: App, onJoined: OnJoined): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(joinHandlers(onJoined));
  composer.command('help', help);
  composer.use(strangers());
  composer.command('whoami', async (ctx) => {
    const actor = privately(ctx);
    await ctx.sayHtml(whoamiMessage(ctx.app.t, actor));
  });
  composer.command('language', async (ctx) => {
    privately(ctx);
    const keyboard: Keyboard = [locales.map((locale) => button(languageNames[locale], 'org.language', locale))];
    await ctx.say('org-language', {}, { keyboard });
  });
  onButton(composer, 'org.language', chooseLanguage);
  onButton(composer, 'org.help', async (ctx, which) => {
    const actor = privately(ctx);
    const { html, keyboard } = which === 'all' ? wholeHelp(ctx.app.t, actor) : helpMessage(ctx.app.t, actor);
    await rewrite(ctx, html, keyboard);
  });
  composer.command('unreached', async (ctx) => {
    privately(ctx);
    const { text, keyboard } = await unreachedPage(ctx, 0);
    await ctx.sayHtml(text, { keyboard });
  });
  onButton(composer, 'org.unreached', async (ctx, page) => {
    const { text, keyboard } = await unreachedPage(ctx, idArg(page));
    await rewrite(ctx, text, keyboard);
  });
  composer.use(actAsHandlers());
  composer.use(aliasHandlers());
  composer.use(rosterHandlers());
  return composer;
}

/** In private a stranger is told how to be invited, whatever they write; groups are left in peace. */
function strangers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType('private').on(['message', 'edited_message'], async (ctx, next) => {
    if (ctx.actor) return next();
    if (ctx.message) await ctx.say('telegram-stranger');
  });
  composer.on('callback_query', async (ctx, next) => {
    if (ctx.actor) return next();
    await toast(ctx, ctx.t('telegram-stranger'), true);
  });
  return composer;
}

async function help(ctx: Ctx): Promise<void> {
  const inGroup = ctx.chat?.type !== 'private';
  const bot = ctx.me.username;
  if (ctx.actor && inGroup) await ctx.sayHtml(groupHelp(ctx.app.t, ctx.actor, bot));
  else if (ctx.actor) {
    const { html, keyboard } = helpMessage(ctx.app.t, ctx.actor);
    await ctx.sayHtml(html, { keyboard });
    await setPersonalMenu(ctx.app, ctx.api, ctx.actor);
  } else if (inGroup) {
    const lines = commonCommands('group').map((name) => `/${name}@${bot} – ${ctx.t(`org-command-${name}`)}`);
    await ctx.sayHtml([ctx.t('org-help'), ...lines].join('\n'));
  } else {
    await ctx.say('org-start-stranger');
  }
}

async function chooseLanguage(ctx: Ctx, locale: string | undefined): Promise<void> {
  const before = privately(ctx);
  await setLanguage(ctx.app, before, { locale: locale ?? '' });
  const actor = (await findActor(ctx.app, before.telegramId)) ?? before;
  await rewrite(ctx, ctx.app.t(actor.locale, 'org-language-set', { language: languageNames[actor.locale] }));
  await setPersonalMenu(ctx.app, ctx.api, actor);
}

async function unreachedPage(ctx: Ctx, page: number): Promise<{ text: string; keyboard: Keyboard }> {
  const actor = privately(ctx);
  if (!canManageRoster(actor)) throw new UserError('telegram-not-allowed');
  const from = page * pageSize;
  const { total, rows } = await findUnreached(ctx.app, { scopes: managedScopes(actor), skip: from, take: pageSize });
  const turn: Keyboard[number] = [];
  if (page > 0) turn.push(button('◀', 'org.unreached', page - 1));
  if (from + rows.length < total) turn.push(button('▶', 'org.unreached', page + 1));
  const text = unreachedMessage(ctx.app.t, ctx.locale, { total, rows, from });
  return { text, keyboard: turn.length > 0 ? [turn] : [] };
}
