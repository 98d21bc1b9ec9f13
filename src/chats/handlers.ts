// Groups: /link, /unlink, /settings and their buttons.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, canBindGroup } from '../org/rules.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor, speaksForChat } from '../telegram/context.ts';
import { bindPlace, unbindPlace } from './actions.ts';
import { membershipHandlers } from './membership-handlers.ts';
import {
  boundPanel,
  boundText,
  chooseMessage,
  firstLanguages,
  type GroupMessage,
  inLanguages,
  panelMessage,
  privacyNote,
  unbindPanel,
} from './messages.ts';
import {
  type BindableOrg,
  bindableOrganisation,
  bindableOrganisations,
  findChat,
  findPlaceById,
  placesAt,
  type PlaceInfo,
} from './queries.ts';
import { decodeSettings, defaultSettings } from './rules.ts';

/** Everything the bot does about the groups themselves. */
export function chatsHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(membershipHandlers());
  composer.command(['link', 'unlink', 'settings']).filter(speaksForChat, refuseAnonymous);
  composer.command('link', async (ctx) => link(ctx, ctx.match.trim()));
  composer.command('unlink', unlink);
  composer.command('settings', settings);
  onButton(composer, 'chats.page', async (ctx, person, page) => {
    const actor = author(ctx, person);
    const orgs = await bindable(ctx, actor, '');
    await show(
      ctx,
      chooseMessage(ctx.app.t, ctx.locale, { ...about(ctx, actor), orgs, page: idArg(page), search: '' }),
    );
  });
  onButton(composer, 'chats.choose', async (ctx, person, orgId) => panel(ctx, author(ctx, person), idArg(orgId)));
  onButton(composer, 'chats.set', async (ctx, person, orgId, code) =>
    panel(ctx, author(ctx, person), idArg(orgId), code),
  );
  onButton(composer, 'chats.bind', bind);
  onButton(composer, 'chats.unlink', async (ctx, person, placeId) => {
    const actor = author(ctx, person);
    const place = await findPlaceById(ctx.app, idArg(placeId));
    if (!place) throw new UserError('telegram-stale-button');
    await show(ctx, unbindPanel(ctx.app.t, ctx.locale, place, actor.personId));
  });
  onButton(composer, 'chats.unbind', unbind);
  onButton(composer, 'chats.close', async (ctx, person) => {
    author(ctx, person);
    await rewrite(ctx, ctx.t('chats-nothing-changed'));
  });
  return composer;
}

async function link(ctx: Ctx, search: string): Promise<void> {
  const actor = groupActor(ctx);
  const places = await placesHere(ctx);
  if (places.length > 0 && !search) return showBindings(ctx, actor, places);
  const orgs = await bindable(ctx, actor, search);
  const [only] = orgs;
  const { html, keyboard } =
    search && only && orgs.length === 1
      ? await panelOf(ctx, actor, only)
      : chooseMessage(ctx.app.t, ctx.locale, { ...about(ctx, actor), orgs, page: 0, search });
  await ctx.sayHtml(html, { keyboard, replyTo: ctx.msg?.message_id });
}

async function unlink(ctx: Ctx): Promise<void> {
  const actor = groupActor(ctx);
  const places = await placesHere(ctx);
  if (places.length === 0) throw new UserError('chats-not-bound', { bot: ctx.me.username });
  const own = places.filter((place) => canBindGroup(actor, place.orgPath) !== null);
  if (own.length === 0) throw new UserError('chats-may-not-change');
  for (const place of own) {
    const { html, keyboard } = unbindPanel(ctx.app.t, ctx.locale, place, actor.personId);
    await ctx.sayHtml(html, { keyboard, replyTo: ctx.msg?.message_id });
  }
}

async function settings(ctx: Ctx): Promise<void> {
  const actor = groupActor(ctx);
  const places = await placesHere(ctx);
  if (places.length === 0) throw new UserError('chats-not-bound', { bot: ctx.me.username });
  await showBindings(ctx, actor, places);
}

/** A message for each organisation. Everybody known may see it; the buttons are for those who may change it. */
async function showBindings(ctx: Ctx, actor: Actor, places: PlaceInfo[]): Promise<void> {
  for (const place of places) {
    const mayChange = canBindGroup(actor, place.orgPath) !== null;
    const { html, keyboard } = boundPanel(ctx.app.t, ctx.locale, place, actor.personId);
    await ctx.sayHtml(html, { replyTo: ctx.msg?.message_id, ...(mayChange && { keyboard }) });
  }
}

async function bindable(ctx: Ctx, actor: Actor, search: string): Promise<BindableOrg[]> {
  const orgs = await bindableOrganisations(ctx.app, actor, search);
  if (orgs.length > 0) return orgs;
  const mayNone = search === '' || (await bindableOrganisations(ctx.app, actor)).length === 0;
  throw mayNone ? new UserError('chats-nothing-to-choose') : new UserError('chats-not-found', { search });
}

async function panel(ctx: Ctx, actor: Actor, orgId: number, code?: string): Promise<void> {
  const org = await bindableOrganisation(ctx.app, actor, orgId);
  if (!org) throw new UserError('chats-may-not-bind');
  await show(ctx, await panelOf(ctx, actor, org, code));
}

async function panelOf(ctx: Ctx, actor: Actor, org: BindableOrg, code?: string): Promise<GroupMessage> {
  const places = await placesHere(ctx);
  const same = places.find(({ orgId }) => orgId === org.orgId);
  const settings = code === undefined ? (same ?? places[0] ?? defaultSettings) : decodeSettings(code);
  if (!settings) throw new UserError('telegram-stale-button');
  const [first] = places;
  const replaces = first && !same && places.length === 1 && canBindGroup(actor, first.orgPath) !== null;
  const ways = { add: places.length > 0 && !same, confirm: places.length === 0 || Boolean(same ?? replaces) };
  const own = same?.groupId ? { own: same, bot: ctx.me.username } : {};
  return panelMessage(ctx.app.t, ctx.locale, { ...about(ctx, actor), org, settings, ...ways, ...own });
}

function about(ctx: Ctx, actor: Actor): { personId: number; topic: boolean } {
  return { personId: actor.personId, topic: threadOf(ctx) !== null };
}

async function bind(ctx: Ctx, person?: string, orgId?: string, code?: string, way?: string): Promise<void> {
  const actor = author(ctx, person);
  const chosen = decodeSettings(code);
  if (!chosen || !ctx.chat) throw new UserError('telegram-stale-button');
  const binding = { chat: ctx.chat, threadId: threadOf(ctx), orgId: idArg(orgId), also: way === 'also', ...chosen };
  const { place, changed } = await bindPlace(ctx.app, actor, binding);
  if (!changed) return toast(ctx, boundText(ctx.app.t, [ctx.locale], place));
  const bot = ctx.me.username;
  const note = inLanguages(place.languages, (locale) =>
    privacyNote(ctx.app.t, locale, { bot, seesAll: false }).join(''),
  );
  const blind = !(await seesAll(ctx));
  await rewrite(ctx, [boundText(ctx.app.t, place.languages, place), ...(blind ? [note] : [])].join('\n\n'));
}

async function unbind(ctx: Ctx, person?: string, placeId?: string): Promise<void> {
  const place = await unbindPlace(ctx.app, author(ctx, person), { placeId: idArg(placeId) });
  const bot = ctx.me.username;
  const org = (locale: string): string => (locale === 'kk' ? place.orgNameKk : place.orgNameRu);
  const text = inLanguages(place.languages, (locale) => ctx.app.t(locale, 'chats-unbound', { org: org(locale), bot }));
  await rewrite(ctx, text);
}

/** True when ordinary messages of the group reach the bot (privacy mode is off, or it is an administrator). */
async function seesAll(ctx: Ctx): Promise<boolean> {
  if (ctx.me.can_read_all_group_messages) return true;
  return ctx.chat ? ((await findChat(ctx.app, ctx.chat.id))?.botAdmin ?? false) : false;
}

/** Nothing tells the language of somebody anonymous, so it is said in those of the group. */
async function refuseAnonymous(ctx: Ctx): Promise<void> {
  const languages = (await placesHere(ctx))[0]?.languages ?? firstLanguages(ctx.app.config.defaultLanguage);
  const html = inLanguages(languages, (locale) => ctx.app.t(locale, 'telegram-anonymous'));
  await ctx.sayHtml(html, { replyTo: ctx.msg?.message_id });
}

/** The person who sent the command in a group. */
function groupActor(ctx: Ctx): Actor {
  if (ctx.chat?.type !== 'group' && ctx.chat?.type !== 'supergroup') throw new UserError('telegram-group-only');
  return requireActor(ctx);
}

/** The person who pressed, if the buttons are theirs and stand in a group. */
function author(ctx: Ctx, personId: string | undefined): Actor {
  const actor = requireActor(ctx);
  if (ctx.chat?.type !== 'group' && ctx.chat?.type !== 'supergroup') throw new UserError('telegram-stale-button');
  if (actor.personId !== idArg(personId)) throw new UserError('chats-others-buttons');
  return actor;
}

/** The forum topic of the update; replies outside forums carry a thread too, which is none. */
export function threadOf(ctx: Ctx): number | null {
  const message = ctx.msg;
  return message?.is_topic_message ? (message.message_thread_id ?? null) : null;
}

async function placesHere(ctx: Ctx): Promise<PlaceInfo[]> {
  return ctx.chat ? placesAt(ctx.app, ctx.chat.id, threadOf(ctx)) : [];
}

async function show(ctx: Ctx, { html, keyboard }: GroupMessage): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
