// Writes about chats: met, renamed, joined, left, moved to a supergroup; bound to an organisation and unbound.
import type { Chat as TelegramChat } from 'grammy/types';
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Chat } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { type Actor, canBindGroup } from '../org/rules.ts';
import { bindableOrganisation, findPlaceById, placesAt, placesOfOrganisation, type PlaceInfo } from './queries.ts';
import type { PlaceSettings } from './rules.ts';

/** What is needed of Telegram's chat object. */
export type ChatSeen = Pick<TelegramChat, 'id' | 'type'> & {
  title?: string | undefined;
  is_forum?: boolean | undefined;
};

/** Our row of a Telegram chat, made when the bot meets it; keeps type, title and forum mark up to date. Returns our id. */
export async function ensureChat(app: App, seen: ChatSeen): Promise<number> {
  const telegramId = BigInt(seen.id);
  const known = await app.db.chat.findUnique({ where: { telegramId } });
  if (known && isUpToDate(known, seen)) return known.id;
  return transaction(app, async (app) => {
    const title = seen.title ?? null;
    const forum = seen.is_forum ?? false;
    const data = [{ telegramId, type: seen.type, title, forum, createdAt: app.now() }];
    const { count } = await app.db.chat.createMany({ data, skipDuplicates: true });
    const chat = await app.db.chat.update({ where: { telegramId }, data: { type: seen.type, title, forum } });
    const renamed = known !== null && known.title !== title;
    await record(app, {
      verb: count > 0 ? 'chats.met' : 'chats.changed',
      entity: 'chat',
      entityId: chat.id,
      rootOrgId: null,
      chatId: chat.id,
      data: { type: chat.type, forum },
      ...(renamed && { texts: { before: known.title ?? '', after: title ?? '' } }),
    });
    return chat.id;
  });
}

function isUpToDate(chat: Chat, seen: ChatSeen): boolean {
  if (seen.type === 'private') return true;
  return chat.type === seen.type && chat.title === (seen.title ?? null) && chat.forum === (seen.is_forum ?? false);
}

/** Notes whether the bot is in the chat and whether it is an administrator there. Returns our id of it. */
export async function noteMembership(
  app: App,
  seen: ChatSeen,
  now: { active: boolean; botAdmin: boolean },
  byPersonId: number | null = null,
): Promise<number> {
  return transaction(app, async (app) => {
    const chatId = await ensureChat(app, seen);
    const before = await app.db.chat.findUniqueOrThrow({ where: { id: chatId } });
    if (before.active === now.active && before.botAdmin === now.botAdmin) return chatId;
    await app.db.chat.update({ where: { id: chatId }, data: now });
    await record(app, {
      verb: 'chats.membership',
      entity: 'chat',
      entityId: chatId,
      rootOrgId: null,
      actor: byPersonId === null ? null : { personId: byPersonId },
      chatId,
      data: { before: { active: before.active, botAdmin: before.botAdmin }, after: now },
    });
    return chatId;
  });
}

/** The bot may no longer write there: removed, or the group was deleted. Its bindings stay, for the day it comes back. */
export async function markGone(app: App, chatId: number, reason = 'gone'): Promise<void> {
  await transaction(app, async (app) => {
    const { count } = await app.db.chat.updateMany({
      where: { id: chatId, active: true },
      data: { active: false, botAdmin: false },
    });
    if (count === 0) return;
    const data = /^[\x21-\x7e]{1,128}$/.test(reason) ? { reason } : {};
    await record(app, { verb: 'chats.gone', entity: 'chat', entityId: chatId, rootOrgId: null, chatId, data });
  });
}

/** The group became a supergroup: the row keeps its id, bindings and history, only Telegram's id changes. */
export async function moveChat(app: App, chatId: number, newTelegramId: number): Promise<void> {
  await transaction(app, async (app) => {
    const telegramId = BigInt(newTelegramId);
    const chat = await app.db.chat.findUnique({ where: { id: chatId } });
    if (!chat || chat.telegramId === telegramId) return;
    const twin = await app.db.chat.findUnique({ where: { telegramId } });
    const botAdmin = twin?.botAdmin ?? chat.botAdmin;
    if (twin) await absorb(app, chatId, twin);
    const data = { telegramId, type: 'supergroup', active: true, botAdmin };
    await app.db.chat.update({ where: { id: chatId }, data });
    await record(app, {
      verb: 'chats.moved',
      entity: 'chat',
      entityId: chatId,
      rootOrgId: null,
      chatId,
      data: { before: Number(chat.telegramId), after: newTelegramId, ...(twin && { absorbed: twin.id }) },
    });
  });
}

/** Telegram may speak of the new supergroup before it says where it came from: that row gives everything to the old one. */
async function absorb(app: App, chatId: number, twin: Chat): Promise<void> {
  await app.db.outgoingMessage.updateMany({ where: { chatId: twin.id }, data: { chatId } });
  const bound = await app.db.place.findMany({ where: { chatId, unboundAt: null } });
  for (const place of await app.db.place.findMany({ where: { chatId: twin.id } })) {
    const taken = bound.some((own) => own.threadId === place.threadId && own.orgId === place.orgId);
    const unboundAt = place.unboundAt ?? (taken ? app.now() : null);
    await app.db.place.update({ where: { id: place.id }, data: { chatId, unboundAt } });
  }
  await app.db.chat.delete({ where: { id: twin.id } });
}

export type Binding = PlaceSettings & {
  chat: ChatSeen;
  /** Forum topic; null for the whole group. */
  threadId: number | null;
  orgId: number;
  /** Beside the organisations bound already, instead of in place of them. */
  also?: boolean;
};

/** Most organisations of one group or topic: each has a reminder of its own. */
const mostOrganisations = 5;

/**
 * Binds a group or topic to an organisation, or changes its binding. The right is needed over the new organisation,
 * and over the one it replaces. Binding again what was unbound takes up the old row, so that cards find their home;
 * what is bound so already is left as it is.
 */
export async function bindPlace(
  app: App,
  actor: Actor,
  { chat, threadId, orgId, also = false, ...settings }: Binding,
): Promise<{ place: PlaceInfo; changed: boolean }> {
  return transaction(app, async (app) => {
    const org = await bindableOrganisation(app, actor, orgId);
    if (!org) throw new UserError('chats-may-not-bind');
    const chatId = await ensureChat(app, chat);
    // Two people may confirm at once: the second waits here and then sees what the first has bound.
    await app.db.$queryRaw`SELECT id FROM chat WHERE id = ${chatId} FOR UPDATE`;
    const standing = await placesAt(app, chat.id, threadId);
    const same = standing.find((known) => known.orgId === orgId);
    const current = same ?? (also ? null : (standing[0] ?? null));
    if (!same && also && standing.length >= mostOrganisations)
      throw new UserError('chats-too-many', { max: mostOrganisations });
    if (current) mayChange(actor, current);
    if (current && isSame(current, { orgId, ...settings })) return { place: current, changed: false };
    if (current && current.orgId !== orgId) await unbind(app, actor, current);
    const place = { chatId, threadId, orgId };
    const earlier = await app.db.place.findFirst({ where: place, orderBy: { id: 'desc' } });
    // An old row may have been a working group's own chat.
    const left = earlier?.unboundAt ? { groupId: null } : {};
    const data = { ...settings, ...left, boundById: actor.personId, boundAt: app.now(), unboundAt: null };
    const { id } = earlier
      ? await app.db.place.update({ where: { id: earlier.id }, data })
      : await app.db.place.create({ data: { ...place, ...data } });
    const bound = await findPlaceById(app, id);
    if (!bound) throw new Error(`place ${id} is not there after binding`);
    const before = current?.orgId === orgId ? settingsData(current) : null;
    await recordPlace(app, actor, 'chats.bound', bound, { threadId, orgId, before, after: settingsData(settings) });
    return { place: bound, changed: true };
  });
}

/** Undoes a binding: cards and reminders of the organisation no longer go there. Returns what was bound. */
export async function unbindPlace(app: App, actor: Actor, { placeId }: { placeId: number }): Promise<PlaceInfo> {
  return transaction(app, async (app) => {
    const place = await findPlaceById(app, placeId);
    if (!place) throw new UserError('telegram-someone-first');
    mayChange(actor, place);
    await unbind(app, actor, place);
    return place;
  });
}

/** Undoes every binding of an organisation that closes; the caller has asked for the right. Joins the transaction it is called in. */
export async function unbindOrganisation(app: App, actor: Actor, orgId: number): Promise<void> {
  await transaction(app, async (app) => {
    for (const place of await placesOfOrganisation(app, orgId)) await unbind(app, actor, place);
  });
}

function mayChange(actor: Actor, place: PlaceInfo): void {
  if (canBindGroup(actor, place.orgPath) === null) throw new UserError('chats-may-not-change');
}

async function unbind(app: App, actor: Actor, place: PlaceInfo): Promise<void> {
  const where = { id: place.placeId, unboundAt: null };
  // Bound again later it is an organisation's chat like any other.
  const { count } = await app.db.place.updateMany({ where, data: { unboundAt: app.now(), groupId: null } });
  if (count === 0) throw new UserError('telegram-someone-first');
  await recordPlace(app, actor, 'chats.unbound', place, { threadId: place.threadId, orgId: place.orgId });
}

async function recordPlace(app: App, actor: Actor, verb: string, place: PlaceInfo, data: JsonObject): Promise<void> {
  const by = canBindGroup(actor, place.orgPath);
  const postId = by === null || by === 'admin' ? null : by.postId;
  await record(app, {
    verb,
    entity: 'place',
    entityId: place.placeId,
    rootOrgId: place.rootId,
    actor: { personId: actor.personId, postId },
    chatId: place.chatId,
    data,
  });
}

function isSame(current: PlaceInfo, wanted: PlaceSettings & { orgId: number }): boolean {
  return (
    JSON.stringify([current.orgId, settingsData(current)]) === JSON.stringify([wanted.orgId, settingsData(wanted)])
  );
}

function settingsData({ languages, policy, naming }: PlaceSettings): JsonObject {
  return { languages, policy, naming };
}
