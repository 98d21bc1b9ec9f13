// Groups: /link, /unlink, /settings and their buttons.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, canBindGroup } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { bindPlace, unbindPlace } from './actions.ts';
import { membershipHandlers } from './membership-handlers.ts';
import {
  boundPanel,
  boundText,
  chooseMessage,
  type GroupMessage,
  inLanguages,
  panelMessage,
  privacyNote,
  unbindPanel,
} from './messages.ts';
import {
  bindableOrganisation,
  bindableOrganisations,
  findChat,
  findPlaceById,
  placeAt,
  type PlaceInfo,
} from './queries.ts';
import { decodeSettings, defaultSettings } from './rules.ts';

/** Everything the bot does about the groups themselves. */
export function chatsHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(membershipHandlers());
  composer.command('link', async (ctx) => link(ctx, ctx.match.trim()));
  composer.command('unlink', unlink);
  composer.command('settings', settings);
  onButton(composer, 'chats.page', async (ctx, person, page) => {
    const actor = author(ctx, person);
    await show(ctx, await choice(ctx, actor, '', idArg(page)));
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
  const place = await placeHere(ctx);
  if (place && !search) return showBinding(ctx, actor, place);
  if (place && canBindGroup(actor, place.orgPath) === null) throw new UserError('chats-may-not-change');
  const { html, keyboard } = await choice(ctx, actor, search, 0);
  await ctx.sayHtml(html, { keyboard, replyTo: ctx.msg?.message_id });
}

async function unlink(ctx: Ctx): Promise<void> {
  const actor = groupActor(ctx);
  const place = await placeHere(ctx);
  if (!place) throw new UserError('chats-not-bound', { bot: ctx.me.username });
  if (canBindGroup(actor, place.orgPath) === null) throw new UserError('chats-may-not-change');
  const { html, keyboard } = unbindPanel(ctx.app.t, ctx.locale, place, actor.personId);
  await ctx.sayHtml(html, { keyboard, replyTo: ctx.msg?.message_id });
}

async function settings(ctx: Ctx): Promise<void> {
  const actor = groupActor(ctx);
  const place = await placeHere(ctx);
  if (!place) throw new UserError('chats-not-bound', { bot: ctx.me.username });
  await showBinding(ctx, actor, place);
}

/** Everybody known may see the binding; the buttons are for those who may change it. */
async function showBinding(ctx: Ctx, actor: Actor, place: PlaceInfo): Promise<void> {
  const mayChange = canBindGroup(actor, place.orgPath) !== null;
  const { html, keyboard } = boundPanel(ctx.app.t, ctx.locale, place, actor.personId);
  await ctx.sayHtml(html, { replyTo: ctx.msg?.message_id, ...(mayChange && { keyboard }) });
}

async function choice(ctx: Ctx, actor: Actor, search: string, page: number): Promise<GroupMessage> {
  const orgs = await bindableOrganisations(ctx.app, actor, search);
  if (orgs.length === 0)
    throw search ? new UserError('chats-not-found', { search }) : new UserError('chats-nothing-to-choose');
  const topic = threadOf(ctx) !== null;
  return chooseMessage(ctx.app.t, ctx.locale, { orgs, page, personId: actor.personId, topic, search });
}

async function panel(ctx: Ctx, actor: Actor, orgId: number, code?: string): Promise<void> {
  const org = await bindableOrganisation(ctx.app, actor, orgId);
  if (!org) throw new UserError('chats-may-not-bind');
  const present = await placeHere(ctx);
  const chosen = code === undefined ? (present ?? defaultSettings) : decodeSettings(code);
  if (!chosen) throw new UserError('telegram-stale-button');
  const data = { org, settings: chosen, personId: actor.personId, topic: threadOf(ctx) !== null };
  await show(ctx, panelMessage(ctx.app.t, ctx.locale, data));
}

async function bind(ctx: Ctx, person?: string, orgId?: string, code?: string): Promise<void> {
  const actor = author(ctx, person);
  const chosen = decodeSettings(code);
  if (!chosen || !ctx.chat) throw new UserError('telegram-stale-button');
  const binding = { chat: ctx.chat, threadId: threadOf(ctx), orgId: idArg(orgId), ...chosen };
  const place = await bindPlace(ctx.app, actor, binding);
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

/** The person who sent the command in a group. Anonymous administrators cannot be told apart, so they are asked to show themselves. */
function groupActor(ctx: Ctx): Actor {
  if (ctx.chat?.type !== 'group' && ctx.chat?.type !== 'supergroup') throw new UserError('telegram-group-only');
  if (ctx.senderChat) throw new UserError('chats-anonymous');
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

async function placeHere(ctx: Ctx): Promise<PlaceInfo | null> {
  return ctx.chat ? placeAt(ctx.app, ctx.chat.id, threadOf(ctx)) : null;
}

async function show(ctx: Ctx, { html, keyboard }: GroupMessage): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
