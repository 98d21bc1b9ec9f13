// Writes about people: links that make administrators, private chats, language, who can be reached.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { isLocale } from '../texts.ts';
import { inviteKey } from './invite-actions.ts';
import { inviteExpiry, inviteToken, tokenHash } from './invite-rules.ts';
import { takeIds } from './roster-write-actions.ts';
import type { Actor } from './rules.ts';

/**
 * The one-time token that makes the first administrator: an open one is given again at every start until somebody opens it.
 * Null as soon as there is an administrator who has joined.
 */
export async function ensureAdminInvite(app: App): Promise<string | null> {
  if ((await app.db.person.count({ where: { systemAdmin: true, telegramId: { not: null } } })) > 0) return null;
  const open = await app.db.invite.findMany({
    where: { personId: null, usedAt: null, revokedAt: null, expiresAt: { gt: app.now() } },
    orderBy: { id: 'desc' },
  });
  const key = await inviteKey(app);
  const shown = open.find(({ id, tokenHash: hash }) => hash === tokenHash(inviteToken(key, id)));
  return shown ? inviteToken(key, shown.id) : createAdminInvite(app);
}

/** A new one-time token that makes whoever opens it administrator. */
export async function createAdminInvite(app: App): Promise<string> {
  return transaction(app, async (app) => {
    const [id = 0] = await takeIds(app, 'invite', 1);
    const token = inviteToken(await inviteKey(app), id);
    const expiresAt = inviteExpiry(app.now());
    await app.db.invite.create({ data: { id, tokenHash: tokenHash(token), expiresAt, createdAt: app.now() } });
    await record(app, { verb: 'org.admin-invited', entity: 'invite', entityId: id, rootOrgId: null });
    return token;
  });
}

/** Our row of somebody's private chat, made when it is new. Returns its id. */
export async function ensurePrivateChat(app: App, telegramId: number): Promise<number> {
  const chat = await app.db.chat.upsert({
    where: { telegramId: BigInt(telegramId) },
    create: { telegramId: BigInt(telegramId), type: 'private', createdAt: app.now() },
    update: { active: true },
  });
  return chat.id;
}

/** The language in which the bot speaks to this person from now on. Throws UserError on a language it does not speak. */
export async function setLanguage(app: App, actor: Actor, options: { locale: string }): Promise<void> {
  const { locale } = options;
  if (!isLocale(locale)) throw new UserError('telegram-stale-button');
  await transaction(app, async (app) => {
    await app.db.person.update({ where: { id: actor.personId }, data: { locale } });
    const data = { before: actor.locale, after: locale };
    await recordPerson(app, 'org.language-set', actor.personId, actor, data);
  });
}

/** The person opened the private chat with the bot (again): messages can be sent. True when they could not be before. */
export async function markReachable(app: App, actor: Actor): Promise<boolean> {
  return transaction(app, async (app) => {
    const chatId = await ensurePrivateChat(app, actor.telegramId);
    const changed = await app.db.person.updateMany({
      where: { id: actor.personId, OR: [{ blockedAt: { not: null } }, { chatId: null }] },
      data: { blockedAt: null, chatId },
    });
    if (changed.count > 0) await recordPerson(app, 'org.reachable', actor.personId, actor, { chatId });
    return changed.count > 0;
  });
}

/** The person blocked the bot or closed the account; `reason` is a word such as 'blocked'. Said twice, it is recorded once. */
export async function markUnreachable(app: App, personId: number, reason: string): Promise<void> {
  await transaction(app, async (app) => {
    const where = { id: personId, blockedAt: null };
    const changed = await app.db.person.updateMany({ where, data: { blockedAt: app.now() } });
    if (changed.count === 0) return;
    await app.db.chat.updateMany({ where: { person: { id: personId } }, data: { active: false } });
    await record(app, {
      verb: 'org.unreachable',
      entity: 'person',
      entityId: personId,
      rootOrgId: null,
      texts: { reason },
    });
  });
}

async function recordPerson(
  app: App,
  verb: string,
  personId: number,
  actor: Actor,
  data: Record<string, string | number>,
) {
  const rootOrgId = actor.posts[0]?.rootId ?? null;
  const who = { personId: actor.personId };
  await record(app, { verb, entity: 'person', entityId: personId, rootOrgId, actor: who, chatId: actor.chatId, data });
}
