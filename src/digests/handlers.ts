// The weekly digest: /subscribe, /unsubscribe, the lists behind its numbers.
import { Composer, InputFile } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { listView } from '../lists/view-queries.ts';
import { fitsCaption, type Rendered } from '../outbox/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn, isDay } from '../time.ts';
import { unsubscribe } from './actions.ts';
import { digestFigures, type Scope } from './figures-queries.ts';
import { digestMessage, subscriptionsMessage } from './messages.ts';
import { numbersMessage } from './number-messages.ts';
import { digestNumbers } from './number-queries.ts';
import { digestPicture, factsFor } from './picture.ts';
import { orgNames, ownScopes, scopeFor, sealedPosts, subscriptions, type SubscriptionView } from './queries.ts';
import { digestFilter, periodBefore } from './rules.ts';

/** Everything the bot does about digests when asked. */
export function digestsHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('subscribe', async (ctx) => {
    requirePrivate(ctx);
    const mine = await mineOf(ctx);
    if (mine.length === 0) await begin(ctx);
    else await say(ctx, subscriptionsMessage(ctx.app, ctx.locale, mine));
  });
  composer.command('unsubscribe', async (ctx) => {
    requirePrivate(ctx);
    const mine = await mineOf(ctx);
    if (mine.length === 0) throw new UserError('digests-no-subscription');
    await say(ctx, subscriptionsMessage(ctx.app, ctx.locale, mine));
  });
  onButton(composer, 'digests.new', begin);
  onButton(composer, 'digests.end', async (ctx, id) => {
    await unsubscribe(ctx.app, requireActor(ctx), { id: idArg(id) });
    const mine = await mineOf(ctx);
    if (mine.length === 0) await rewrite(ctx, ctx.t('digests-ended'));
    else await show(ctx, subscriptionsMessage(ctx.app, ctx.locale, mine));
  });
  onButton(composer, 'digests.now', async (ctx, id) => {
    const { app } = ctx;
    const { subscription, scope } = await readable(ctx, id);
    const period = periodBefore(dayIn(app.zone, app.now()));
    const figures = await digestFigures(app, scope, period);
    const names = await orgNames(
      app,
      [...figures.worst, ...figures.best].map(({ orgId }) => orgId),
    );
    const parts = { subscription, period, figures, names };
    const facts = await factsFor(app, scope, period);
    const photo = await digestPicture(app, { ...parts, facts });
    await say(ctx, { ...digestMessage(app, subscription.locale, parts), ...(photo && { photo }) });
  });
  onButton(composer, 'digests.list', openList);
  onButton(composer, 'digests.numbers', openNumbers);
  return composer;
}

/** A list opened from the digest is a message of its own, with the rights of this moment; from there on it is a list like others. */
async function openList(ctx: Ctx, id?: string, name?: string, pageArg?: string, day?: string): Promise<void> {
  if (!day || !isDay(day)) throw new UserError('telegram-stale-button');
  const page = idArg(pageArg);
  const { scope } = await readable(ctx, id);
  const filter = digestFilter(scope, periodBefore(day), name ?? '');
  if (!filter) throw new UserError('telegram-stale-button');
  await say(ctx, await listView(ctx.app, privately(ctx), ctx.locale, { filter, page }));
}

/** The numbers of the picture, as they are now: a message of its own, whose pages follow in place. */
async function openNumbers(ctx: Ctx, id?: string, day?: string, pageArg?: string): Promise<void> {
  if (!day || !isDay(day)) throw new UserError('telegram-stale-button');
  privately(ctx);
  const { subscription, scope } = await readable(ctx, id);
  const period = periodBefore(day);
  const counted = await digestNumbers(ctx.app, scope, period);
  const page = idArg(pageArg);
  const { text, keyboard } = numbersMessage(ctx.app, ctx.locale, { subscription, scope, period, page, ...counted });
  if (isNumbers(ctx)) await rewrite(ctx, text, keyboard);
  else await ctx.sayHtml(text, { keyboard });
}

/** Pressed on a page of the numbers: their pages are turned by the same verb, with other buttons beside. */
function isNumbers({ callbackQuery }: Ctx): boolean {
  const buttons = callbackQuery?.message?.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some((each) => 'callback_data' in each && each.callback_data.startsWith('lists.open:'));
}

/** The subscription, if it is the person's own, and what of it they may still read. */
async function readable(ctx: Ctx, id: string | undefined): Promise<{ subscription: SubscriptionView; scope: Scope }> {
  const actor = requireActor(ctx);
  const [subscription] = await subscriptions(ctx.app, { id: idArg(id), personId: actor.personId });
  if (!subscription) throw new UserError('digests-ended-already');
  if (subscription.about.over) throw new UserError('digests-scope-gone');
  const scope = scopeFor(actor, subscription.about, await sealedPosts(ctx.app));
  if (!scope) throw new UserError('digests-not-yours');
  return { subscription, scope };
}

async function begin(ctx: Ctx): Promise<void> {
  if ((await ownScopes(ctx.app, requireActor(ctx))).length === 0) throw new UserError('digests-no-scope');
  await enterDialog(ctx, 'digests.subscribe');
}

async function mineOf(ctx: Ctx): Promise<SubscriptionView[]> {
  return subscriptions(ctx.app, { personId: requireActor(ctx).personId });
}

function requirePrivate(ctx: Ctx): void {
  requireActor(ctx);
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
}

/** With the picture above the words, where there is one and they fit below it. */
async function say(ctx: Ctx, { text, keyboard = [], photo }: Rendered): Promise<void> {
  if (photo === undefined || !fitsCaption(text)) {
    await ctx.sayHtml(text, { keyboard });
    return;
  }
  const reply_markup = { inline_keyboard: keyboard };
  await ctx.replyWithPhoto(new InputFile(photo, 'orynda.png'), { caption: text, parse_mode: 'HTML', reply_markup });
}

async function show(ctx: Ctx, { text, keyboard = [] }: Rendered): Promise<void> {
  await rewrite(ctx, text, keyboard);
}
