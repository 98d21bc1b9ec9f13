// "This is me": /unreached in a group names the posts that never started the bot; a link opens their list in private, also to strangers.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { findPlace, findPlaceById, type PlaceInfo } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { inviteKey } from '../org/invite-actions.ts';
import { findActor } from '../org/queries.ts';
import { type Actor, canManageRoster } from '../org/rules.ts';
import { findSent } from '../outbox/queries.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { isLocale, type Locale } from '../texts.ts';
import { decideClaim, makeClaim } from './claim-actions.ts';
import { claimConsent, claimIndex, claimLeaf, claimMessage, missingMessage, type Screen } from './claim-messages.ts';
import { type ClaimablePost, claimablePosts, claimView } from './claim-queries.ts';
import { claimedPlace, claimLink, sealPlace, unsealPlace } from './claim-rules.ts';

/** What else happens when somebody takes a post: it belongs to slices further right. */
export type OnJoined = (app: App, actor: Actor) => Promise<void>;

/** Stands before org: strangers go no further there. */
export function claimHandlers(onJoined: OnJoined): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const groups = composer.chatType(['group', 'supergroup']);
  groups.command('unreached', async (ctx) => {
    const { html, keyboard } = await missingPage(ctx, await placeHere(ctx), 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'people.missing', async (ctx, placeId, page) => {
    await show(ctx, await missingPage(ctx, await placeOf(ctx, placeId), idArg(page)));
  });
  composer.chatType('private').command('start', async (ctx, next) => {
    const sealed = claimedPlace(ctx.match.trim());
    if (sealed === null) return next();
    const { locale } = ctx;
    const { html, keyboard } = claimIndex(ctx.app.t, { locale, ...(await listing(ctx, sealed)) });
    await ctx.sayHtml(html, { keyboard });
  });
  claimButtons(composer);
  decideButtons(composer, onJoined);
  return composer;
}

/** Buttons of the claimant, in private. */
function claimButtons(composer: Composer<Ctx>): void {
  onButton(composer, 'people.claim-index', async (ctx, locale, sealed, page) => {
    const list = { locale: localeArg(locale), ...(await listing(ctx, sealed)) };
    await show(ctx, claimIndex(ctx.app.t, list, idArg(page)));
  });
  onButton(composer, 'people.claim-leaf', async (ctx, locale, sealed, leaf) => {
    const list = { locale: localeArg(locale), ...(await listing(ctx, sealed)) };
    await show(ctx, claimLeaf(ctx.app.t, list, idArg(leaf)));
  });
  onButton(composer, 'people.claim-post', async (ctx, locale, sealed, postId) => {
    const spoken = localeArg(locale);
    const { post } = await chosen(ctx, sealed, postId);
    await show(ctx, claimConsent(ctx.app.t, spoken, sealed ?? '', post));
  });
  onButton(composer, 'people.claim-take', async (ctx, locale, sealed, postId) => {
    const spoken = localeArg(locale);
    const { from, post } = await chosen(ctx, sealed, postId);
    const { id: telegramId, first_name: firstName, last_name: lastName = '' } = from;
    const claim = { postId: post.postId, telegramId, firstName, lastName, locale: spoken };
    const { asked } = await makeClaim(ctx.app, claim);
    await rewrite(ctx, ctx.app.t(spoken, 'people-claim-made', { asked }));
  });
}

/** Buttons of whoever decides. The question that was sent is edited by the sender; one out of a list, here. */
function decideButtons(composer: Composer<Ctx>, onJoined: OnJoined): void {
  onButton(composer, 'people.claim-confirm', async (ctx, id) => {
    const { telegramId } = await decideClaim(ctx.app, requireActor(ctx), { claimId: idArg(id), confirm: true });
    await toast(ctx, ctx.t('people-claim-confirmed-note'));
    await refresh(ctx, idArg(id));
    const joined = await findActor(ctx.app, telegramId);
    if (joined) await onJoined(ctx.app, joined);
  });
  onButton(composer, 'people.claim-refuse', async (ctx, id) => {
    await decideClaim(ctx.app, requireActor(ctx), { claimId: idArg(id), confirm: false });
    await toast(ctx, ctx.t('people-claim-refused-note'));
    await refresh(ctx, idArg(id));
  });
}

async function refresh(ctx: Ctx, claimId: number): Promise<void> {
  const message = ctx.callbackQuery?.message?.message_id;
  const chatId = ctx.actor?.chatId ?? null;
  if (message === undefined || chatId === null || (await findSent(ctx.app, chatId, message))) return;
  const claim = await claimView(ctx.app, claimId);
  if (claim) await rewrite(ctx, claimMessage(ctx.app.t, ctx.locale, ctx.app.zone, claim).text);
}

async function missingPage(ctx: Ctx, place: PlaceInfo, page: number): Promise<Screen> {
  if (!canManageRoster(requireActor(ctx), place.orgPath)) throw new UserError('people-not-yours');
  const posts = (await claimablePosts(ctx.app, place.orgPath)).filter(({ appointed }) => appointed);
  const link = claimLink(ctx.me.username, sealPlace(await inviteKey(ctx.app), place.placeId));
  return missingMessage(ctx.app.t, place, posts, page, link);
}

async function placeHere(ctx: Ctx): Promise<PlaceInfo> {
  const thread = ctx.msg?.is_topic_message ? (ctx.msg.message_thread_id ?? null) : null;
  const place = ctx.chat ? await findPlace(ctx.app, ctx.chat.id, thread) : null;
  if (!place) throw new UserError('chats-not-bound', { bot: ctx.me.username });
  if (place.groupId !== null) throw new UserError('tasks-group-own');
  return place;
}

/** The place a link or button names. Throws UserError when there is none, or it is bound no more. */
async function placeOf(ctx: Ctx, placeId: string | undefined): Promise<PlaceInfo> {
  const place = await findPlaceById(ctx.app, idArg(placeId));
  if (!place) throw new UserError('people-claim-no-place');
  return place;
}

/** The list behind a seal; nobody without one learns whether there is such a group. */
async function listing(ctx: Ctx, sealed = ''): Promise<{ sealed: string; posts: ClaimablePost[] }> {
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  const placeId = unsealPlace(await inviteKey(ctx.app), sealed);
  if (placeId === null) throw new UserError('people-claim-link-old');
  const place = await placeOf(ctx, String(placeId));
  return { sealed, posts: await claimablePosts(ctx.app, place.orgPath) };
}

/** A post of that place which can still be claimed, and who presses. */
async function chosen(ctx: Ctx, sealed: string | undefined, postId: string | undefined) {
  const { posts } = await listing(ctx, sealed);
  const wanted = idArg(postId);
  const post = posts.find((one) => one.postId === wanted);
  if (!post || !ctx.from) throw new UserError('people-claim-held');
  return { post, from: ctx.from };
}

function localeArg(locale: string | undefined): Locale {
  if (!isLocale(locale)) throw new UserError('telegram-stale-button');
  return locale;
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
