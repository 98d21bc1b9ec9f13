// Reviewing by the page: up to ten reports at a glance, accepted together after one press more, each can be opened first.
import { Composer } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
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
  onButton(composer, 'reports.acceptpage', async (ctx, page, said) => {
    if (said === 'no') return turnTo(ctx, idArg(page));
    if (await isSure(ctx, said, ['reports.acceptpage', idArg(page)])) await accept(ctx, idArg(page));
  });
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

/**
 * True for the second press. The first one, which would accept several, asks: the page stays as it is with its numbers, and below it stand
 * yes and no instead of what else could be pressed.
 */
export async function isSure(
  ctx: Ctx,
  said: string | undefined,
  [verb, ...args]: [string, ...number[]],
): Promise<boolean> {
  const n = idsOnPage(ctx).length;
  if (said === 'yes' || n < 2) return true;
  const numbers = keyboardOf(ctx).filter((row) => row.some(opens));
  const choice = [
    button(ctx.t('reports-button-accept-sure', { n }), verb, ...args, 'yes'),
    button(ctx.t('telegram-button-no'), verb, ...args, 'no'),
  ];
  await toast(ctx, ctx.t('reports-page-sure', { n }));
  await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: [...numbers, choice] } });
  return false;
}

const opens = (each: InlineKeyboardButton): boolean =>
  'callback_data' in each && each.callback_data.startsWith('reports.open:');

function keyboardOf(ctx: Ctx): InlineKeyboardButton[][] {
  const message = ctx.callbackQuery?.message;
  return message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
}

/** What is accepted is what was on screen: the ids behind the buttons of the pressed message, not what the queue has become. */
export function idsOnPage(ctx: Ctx): number[] {
  const buttons = keyboardOf(ctx).flat().filter(opens);
  return buttons.flatMap((each) => ('callback_data' in each ? idArg(each.callback_data.split(':')[1]) : []));
}

async function showPage(ctx: Ctx, page: number): Promise<void> {
  const { text, keyboard, total } = await presentQueue(ctx.app, requireActor(ctx), { locale: ctx.locale, page });
  if (total === 0) await ctx.say('reports-queue-empty');
  else await ctx.sayHtml(text, { keyboard });
}

async function turnTo(ctx: Ctx, page: number): Promise<void> {
  const { text, keyboard, total } = await presentQueue(ctx.app, requireActor(ctx), { locale: ctx.locale, page });
  // The queue was emptied since, by this person or another.
  if (total === 0) await rewrite(ctx, ctx.t('reports-queue-empty'));
  else await rewrite(ctx, text, keyboard);
}
