// Reviewing by the page: up to ten reports at a glance, accepted by one press, each can be opened first.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { acceptPage } from './review-page-actions.ts';
import { pageAcceptedText } from './review-page-messages.ts';
import { presentQueue } from './review-renderers.ts';
import { sameHandlers } from './same-handlers.ts';

/** Buttons of the page. */
export function reviewPageHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'reports.pages', async (ctx) => showPage(ctx, 0));
  onButton(composer, 'reports.page', async (ctx, page) => turnTo(ctx, idArg(page)));
  onButton(composer, 'reports.acceptpage', async (ctx, page) => accept(ctx, idArg(page)));
  composer.use(sameHandlers());
  return composer;
}

async function accept(ctx: Ctx, page: number): Promise<void> {
  const reportIds = idsOnPage(ctx);
  if (reportIds.length === 0) throw new UserError('telegram-stale-button');
  const result = await acceptPage(ctx.app, requireActor(ctx), { reportIds });
  await rewrite(ctx, pageAcceptedText(ctx.app, ctx.locale, result));
  await showPage(ctx, page);
}

/** What is accepted is what was on screen: the ids behind the buttons of the pressed message, not what the queue has become. */
export function idsOnPage(ctx: Ctx): number[] {
  const message = ctx.callbackQuery?.message;
  const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
  const data = rows.flat().flatMap((each) => ('callback_data' in each ? each.callback_data : []));
  return data.filter((each) => each.startsWith('reports.open:')).map((each) => idArg(each.split(':')[1]));
}

async function showPage(ctx: Ctx, page: number): Promise<void> {
  const { text, keyboard, total } = await presentQueue(ctx.app, requireActor(ctx), { locale: ctx.locale, page });
  if (total === 0) await ctx.say('reports-queue-empty');
  else await ctx.sayHtml(text, { keyboard });
}

async function turnTo(ctx: Ctx, page: number): Promise<void> {
  const { text, keyboard, total } = await presentQueue(ctx.app, requireActor(ctx), { locale: ctx.locale, page });
  // The queue was emptied since, by this person or another.
  if (total === 0) return toast(ctx, ctx.t('reports-queue-empty'));
  await rewrite(ctx, text, keyboard);
}
