// A person asks to be erased; an administrator decides. Erasing takes the name and the account, records stay with the post.
import { randomUUID } from 'node:crypto';
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { endDelegations } from '../org/delegation-actions.ts';
import { may } from '../org/rights.ts';
import { endAppointments } from '../org/roster-write-actions.ts';
import type { Actor } from '../org/rules.ts';
import { cancelPlanned, enqueue } from '../outbox/actions.ts';
import { refreshQuestion } from './claim-actions.ts';
import { administrators, fromDayOn, todayOf } from './claim-queries.ts';
import { erasureKey } from './privacy-queries.ts';
import { tellVacant } from './seat-actions.ts';

/** Asks every other administrator to erase the actor. Returns how many are asked. Throws UserError when it waits already, or nobody else could look after the bot. */
export async function askErasure(app: App, actor: Actor): Promise<{ asked: number }> {
  const { personId } = actor;
  return transaction(app, async (app) => {
    const admins = await administrators(app, personId);
    if (admins.length === 0 && actor.systemAdmin) throw new UserError('people-erasure-last-admin');
    const row = { key: erasureKey(personId), value: app.now().toISOString() };
    const { count } = await app.db.setting.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw new UserError('people-erasure-waits');
    await note(app, actor, 'people.erasure-asked', personId);
    await tellAdministrators(app, personId, admins);
    return { asked: admins.length };
  });
}

/** Takes the request back. Throws UserError when it was decided already. */
export async function withdrawErasure(app: App, actor: Actor): Promise<void> {
  await transaction(app, async (app) => {
    await take(app, actor.personId);
    await note(app, actor, 'people.erasure-withdrawn', actor.personId);
    await tellAdministrators(app, actor.personId, await administrators(app, actor.personId));
  });
}

/**
 * Where somebody who is about to be erased can be told: afterwards no table knows it. Null when they never joined.
 * Throws UserError as decideErasure does.
 */
export async function addressOf(
  app: App,
  actor: Actor,
  { personId }: { personId: number },
): Promise<{ telegramId: number; locale: string } | null> {
  mayDecide(actor, personId);
  if ((await app.db.setting.count({ where: { key: erasureKey(personId) } })) === 0)
    throw new UserError('people-erasure-decided');
  const { telegramId, locale } = await app.db.person.findUniqueOrThrow({ where: { id: personId } });
  return telegramId === null ? null : { telegramId: Number(telegramId), locale };
}

function mayDecide(actor: Actor, personId: number): void {
  if (!may(actor, 'org.erase')) throw new UserError('people-admin-only');
  if (personId === actor.personId) throw new UserError('people-not-yourself');
}

/** An administrator erases the person, or refuses, which the person is told. Throws UserError for anybody else, and when it was decided already. */
export async function decideErasure(
  app: App,
  actor: Actor,
  { personId, erase }: { personId: number; erase: boolean },
): Promise<void> {
  mayDecide(actor, personId);
  await transaction(app, async (app) => {
    await take(app, personId);
    await note(app, actor, erase ? 'people.pseudonymised' : 'people.erasure-refused', personId);
    if (erase) await pseudonymise(app, actor, personId);
    else await tellRefused(app, personId);
    await tellAdministrators(app, personId, await administrators(app, personId));
  });
}

/** Two administrators, or one and the person: the first one has it. */
async function take(app: App, personId: number): Promise<void> {
  const { count } = await app.db.setting.deleteMany({ where: { key: erasureKey(personId) } });
  if (count === 0) throw new UserError('people-erasure-decided');
}

async function pseudonymise(app: App, actor: Actor, personId: number): Promise<void> {
  const person = await app.db.person.findUniqueOrThrow({ where: { id: personId } });
  const seats = await app.db.appointment.findMany({ where: { personId, ...fromDayOn(todayOf(app)) } });
  await endAppointments(
    app,
    seats.map(({ id }) => id),
  );
  const posts = seats.filter(({ kind }) => kind === 'holder').map(({ postId }) => postId);
  await endDelegations(app, actor, posts);
  await forgetAccount(app, person.telegramId, person.chatId);
  await cancelPlanned(app, { personId }, 'erased');
  await app.db.invite.updateMany({ where: { personId }, data: { usedTelegramId: null } });
  await app.db.invite.updateMany({
    where: { personId, usedAt: null, revokedAt: null },
    data: { revokedAt: app.now() },
  });
  await app.db.subscription.updateMany({ where: { personId, endedAt: null }, data: { endedAt: app.now() } });
  await app.db.savedFilter.deleteMany({ where: { personId } });
  await app.db.setting.deleteMany({
    where: { key: { in: ['roster', 'roster-wish', 'roster-missing'].map((one) => `${one}:${personId}`) } },
  });
  await app.db.person.update({
    where: { id: personId },
    data: {
      surname: '',
      given: `№ ${personId}`,
      patronymic: null,
      gender: null,
      telegramId: null,
      chatId: null,
      systemAdmin: false,
      blockedAt: null,
      pseudonymisedAt: app.now(),
    },
  });
  for (const postId of new Set(seats.map((seat) => seat.postId))) await tellVacant(app, actor, postId);
}

/** The account's number stands in the private chat, in claims and in open conversations. */
async function forgetAccount(app: App, telegramId: bigint | null, chatId: number | null): Promise<void> {
  // No chat of Telegram has such a number.
  const nobody = BigInt(-9_000_000_000_000_000) - BigInt(chatId ?? 0);
  if (chatId !== null) {
    await cancelPlanned(app, { chatId }, 'erased');
    await app.db.chat.update({ where: { id: chatId }, data: { telegramId: nobody, title: null, active: false } });
  }
  if (telegramId === null) return;
  const gone = { displayName: '', telegramId: 0n, chatId: null };
  await app.db.claim.updateMany({
    where: { telegramId, state: 'open' },
    data: { state: 'refused', decidedAt: app.now() },
  });
  const claims = await app.db.claim.findMany({ where: { telegramId }, select: { id: true } });
  await app.db.claim.updateMany({ where: { telegramId }, data: gone });
  // The questions about them name the account: they are edited where they were sent.
  for (const { id } of claims) await refreshQuestion(app, id, 'erased');
  await app.db.dialogState.deleteMany({ where: { key: { endsWith: `:${telegramId}` } } });
}

async function note(app: App, actor: Actor, verb: string, personId: number): Promise<void> {
  const seat = await app.db.appointment.findFirst({
    where: { personId },
    include: { post: { include: { org: true } } },
  });
  const rootOrgId = seat ? (seat.post.org.rootId ?? seat.post.org.id) : null;
  const event = { verb, entity: 'person', entityId: personId, rootOrgId, chatId: actor.chatId };
  await record(app, { ...event, actor: { personId: actor.personId } });
}

async function tellRefused(app: App, personId: number): Promise<void> {
  const { chatId } = await app.db.person.findUniqueOrThrow({ where: { id: personId } });
  if (chatId === null) return;
  const told = { kind: 'people.erasure-refused', chatId, personId, subjectId: personId, lane: 0 as const };
  await enqueue(app, [{ ...told, dedupeKey: `erasure-refused:${personId}:${randomUUID()}` }]);
}

async function tellAdministrators(
  app: App,
  personId: number,
  admins: { personId: number; chatId: number }[],
): Promise<void> {
  await enqueue(
    app,
    admins.map((admin) => ({
      kind: 'people.erasure',
      chatId: admin.chatId,
      personId: admin.personId,
      subjectId: personId,
      livingKey: `erasure:${personId}:person:${admin.personId}`,
      dedupeKey: `erasure:${personId}:${admin.personId}:${randomUUID()}`,
    })),
  );
}
