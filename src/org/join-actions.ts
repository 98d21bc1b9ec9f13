// acceptInvite: a Telegram account becomes a person on a post, or an administrator, after consent.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Person } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import type { Locale } from '../texts.ts';
import { dayIn, dayToDb } from '../time.ts';
import { ensurePrivateChat } from './actions.ts';
import { type InviteWithPost, loadInvite } from './invite-queries.ts';
import { canBeOnePerson, consentVersion } from './invite-rules.ts';

export type Joining = {
  token: string;
  telegramId: number;
  /** Names of the Telegram profile: an administrator has no other. */
  firstName: string;
  lastName: string;
  /** The language in which the person read the text about personal data. */
  locale: Locale;
};

/**
 * Uses up the link: binds the account to the person and the post. One account is one person; a link of another record with
 * the same name brings its post to the person who is already here.
 * Throws UserError when the link cannot be opened by this account, or somebody was first.
 */
export async function acceptInvite(app: App, joining: Joining): Promise<{ personId: number }> {
  return transaction(app, async (app) => {
    const invite = await loadInvite(app, joining.token, joining.telegramId);
    await useUp(app, invite.id, joining.telegramId);
    const known = await app.db.person.findUnique({ where: { telegramId: BigInt(joining.telegramId) } });
    const personId = await personFor(app, invite, known, joining);
    const { telegramId, locale } = joining;
    const chatId = await ensurePrivateChat(app, telegramId);
    await app.db.person.update({
      where: { id: personId },
      data: {
        telegramId: BigInt(telegramId),
        chatId,
        locale,
        consentAt: app.now(),
        consentVersion,
        blockedAt: null,
        ...(invite.personId === null ? { systemAdmin: true } : {}),
      },
    });
    const data = { inviteId: invite.id, postId: invite.postId, invitedPersonId: invite.personId, consentVersion };
    const rootOrgId = invite.post?.org.rootId ?? null;
    const verb = invite.personId === null ? 'org.admin-joined' : 'org.joined';
    await record(app, { verb, entity: 'person', entityId: personId, rootOrgId, actor: { personId }, chatId, data });
    return { personId };
  });
}

async function useUp(app: App, inviteId: number, telegramId: number): Promise<void> {
  const used = await app.db.invite.updateMany({
    where: { id: inviteId, usedAt: null, revokedAt: null, expiresAt: { gt: app.now() } },
    data: { usedAt: app.now(), usedTelegramId: BigInt(telegramId) },
  });
  if (used.count === 0) throw new UserError('telegram-someone-first');
}

async function personFor(app: App, invite: InviteWithPost, known: Person | null, joining: Joining): Promise<number> {
  if (!invite.person) return known?.id ?? createAdministrator(app, joining);
  if (!known || known.id === invite.person.id) return invite.person.id;
  const unnamed = known.systemAdmin && (await app.db.appointment.count({ where: { personId: known.id } })) === 0;
  if (!unnamed && !canBeOnePerson(known, invite.person)) throw new UserError('org-invite-other-person');
  await movePost(app, invite, known, unnamed);
  return known.id;
}

/** The post goes over to the person who is here already; an administrator known by a Telegram profile gets the names of the roster. */
async function movePost(app: App, invite: InviteWithPost, known: Person, unnamed: boolean): Promise<void> {
  if (!invite.person || invite.postId === null) return;
  await app.db.appointment.updateMany({
    where: {
      personId: invite.person.id,
      postId: invite.postId,
      OR: [{ toDay: null }, { toDay: { gte: dayToDb(dayIn(app.zone, app.now())) } }],
    },
    data: { personId: known.id },
  });
  const { surname, given, patronymic, gender } = invite.person;
  const data = unnamed
    ? { surname, given, patronymic, gender }
    : { patronymic: known.patronymic ?? patronymic, gender: known.gender ?? gender };
  await app.db.person.update({ where: { id: known.id }, data });
}

async function createAdministrator(app: App, { firstName, lastName, locale }: Joining): Promise<number> {
  const data = { given: firstName, surname: lastName, locale, systemAdmin: true, createdAt: app.now() };
  return (await app.db.person.create({ data })).id;
}
