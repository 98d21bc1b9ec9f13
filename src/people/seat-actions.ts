// Who sits on a post: appoint or hand over, leave, substitute by days.
import { randomUUID } from 'node:crypto';
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { endDelegations } from '../org/delegation-actions.ts';
import { inviteKey } from '../org/invite-actions.ts';
import { inviteToken } from '../org/invite-rules.ts';
import { appointFault, managingPost } from '../org/manage-rules.ts';
import { personName } from '../org/messages.ts';
import { endAppointments, insertInvites } from '../org/roster-write-actions.ts';
import { type Actor, canManageRoster } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { fold } from '../reading/words.ts';
import { type Day, daysBetween, dayToDb } from '../time.ts';
import { decidersFor, onDay, todayOf } from './claim-queries.ts';
import { type PostView, postView } from './queries.ts';
import { type FullName, substituteFault } from './rules.ts';

/** Somebody known, or the name of somebody new. */
export type Who = { personId: number } | FullName;

/** `token`: of the personal link, for who has not joined; `telegramId`: of who has. */
export type Seated = { personId: number; token: string | null; telegramId: number | null };

export type Appointing = {
  postId: number;
  who: Who;
  /** Who held the post when the press was offered: other holders by now mean that somebody was first. */
  seen: number[];
  /** Posts that the person gives up for this one (moving). */
  leaves?: number[];
};

/**
 * Puts a person on a post from today; who held it loses access at once, the tasks stay with the post (product rules, J10).
 * Throws UserError when the actor may not, the post is closed, or its holders are others by now.
 */
export async function appoint(app: App, actor: Actor, { postId, who, seen, leaves = [] }: Appointing): Promise<Seated> {
  return transaction(app, async (app) => {
    const post = await managed(app, actor, postId, who);
    const holders = post.seats.filter(({ kind }) => kind === 'holder');
    sameHolders(holders, seen);
    const personId = await personOf(app, actor, who);
    if (holders.some((seat) => seat.personId === personId)) throw new UserError('people-holds-already');
    await endAppointments(
      app,
      holders.map(({ appointmentId }) => appointmentId),
    );
    if (holders.length > 0) await endDelegations(app, actor, [postId]);
    const left = await leavePosts(app, actor, personId, leaves);
    const data = { personId, postId, fromDay: dayToDb(todayOf(app)) };
    await app.db.appointment.create({ data });
    const before = holders.map((seat) => seat.personId);
    await note(app, actor, post, 'people.appointed', { personId, before, left });
    await tellEnded(app, post, before);
    return seated(app, actor, personId, postId);
  });
}

async function leavePosts(app: App, actor: Actor, personId: number, postIds: number[]): Promise<number[]> {
  for (const postId of postIds) {
    const post = await managed(app, actor, postId, null);
    const seats = post.seats.filter((seat) => seat.personId === personId && seat.kind === 'holder');
    await endAppointments(
      app,
      seats.map(({ appointmentId }) => appointmentId),
    );
    await endDelegations(app, actor, [postId]);
    await note(app, actor, post, 'people.left', { personId });
    await tellVacant(app, actor, postId);
  }
  return postIds;
}

/**
 * The person leaves the post; what hangs on it stays with the post, which is vacant. Who looks after that part of the tree is told.
 * Throws UserError when the actor may not, or the person does not hold it any more.
 */
export async function leavePost(
  app: App,
  actor: Actor,
  { postId, personId }: { postId: number; personId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const post = await managed(app, actor, postId, { personId });
    const seats = post.seats.filter((seat) => seat.personId === personId && seat.kind === 'holder');
    if (seats.length === 0) throw new UserError('telegram-someone-first');
    await endAppointments(
      app,
      seats.map(({ appointmentId }) => appointmentId),
    );
    await endDelegations(app, actor, [postId]);
    await note(app, actor, post, 'people.left', { personId });
    await tellEnded(app, post, [personId]);
    await tellVacant(app, actor, postId);
  });
}

export type Substituting = { postId: number; who: Who; from: Day; to: Day };

/** Lets somebody act on a post between two days, the last one included; both may report, and it ends by itself. Throws UserError as appoint does, and on days that cannot be. */
export async function substitute(app: App, actor: Actor, { postId, who, from, to }: Substituting): Promise<Seated> {
  return transaction(app, async (app) => {
    const post = await managed(app, actor, postId, who);
    const fault = substituteFault({ from, to, today: todayOf(app), length: daysBetween(from, to) + 1 });
    if (fault) throw new UserError(fault);
    const during = post.seats.filter((seat) => seat.from <= to && (seat.to ?? to) >= from);
    if (during.some((seat) => seat.kind === 'acting' && isNamesake(who, seat.name)))
      throw new UserError('people-substitutes-already');
    const personId = await personOf(app, actor, who);
    const own = post.seats.filter((seat) => seat.personId === personId);
    if (own.some((seat) => seat.kind === 'holder')) throw new UserError('people-holds-already');
    if (during.some((seat) => seat.personId === personId)) throw new UserError('people-substitutes-already');
    const days = { fromDay: dayToDb(from), toDay: dayToDb(to) };
    const { id } = await app.db.appointment.create({ data: { personId, postId, kind: 'acting', ...days } });
    await note(app, actor, post, 'people.substituted', { personId, appointmentId: id, from, to });
    await tellSubstitute(app, personId, id);
    return seated(app, actor, personId, postId);
  });
}

/** Somebody new of the name that stands there: the same press once more, after a stop between the change and its memory. */
function isNamesake(who: Who, name: string): boolean {
  return !('personId' in who) && fold(personName(who, true)) === fold(name);
}

/** Ends a substitution before its last day; one that has not begun is taken back. Throws UserError when it is over already. */
export async function endSubstitute(
  app: App,
  actor: Actor,
  { appointmentId }: { appointmentId: number },
): Promise<{ postId: number }> {
  return transaction(app, async (app) => {
    const seat = await app.db.appointment.findUnique({ where: { id: appointmentId } });
    if (!seat || seat.kind !== 'acting') throw new UserError('telegram-someone-first');
    const post = await managed(app, actor, seat.postId, { personId: seat.personId });
    if (!post.seats.some((one) => one.appointmentId === appointmentId)) throw new UserError('telegram-someone-first');
    await endAppointments(app, [appointmentId]);
    await note(app, actor, post, 'people.substitute-ended', { personId: seat.personId, appointmentId });
    await tellEnded(app, post, [seat.personId]);
    return { postId: seat.postId };
  });
}

/** The post, locked against a second manager. Throws UserError when it is closed or not the actor's, or the person is the actor. */
async function managed(app: App, actor: Actor, postId: number, who: Who | null): Promise<PostView> {
  await app.db.$executeRaw`SELECT id FROM post WHERE id = ${postId} FOR UPDATE`;
  const post = await postView(app, actor, postId);
  if (!post) throw new UserError('people-not-yours');
  const personId = who && 'personId' in who ? who.personId : null;
  const fault = appointFault(actor, { orgPath: post.orgPath, role: post.role, personId });
  if (fault) throw new UserError(fault);
  if (post.closed) throw new UserError('people-closed-already');
  return post;
}

function sameHolders(holders: { personId: number }[], seen: number[]): void {
  const now = holders.map(({ personId }) => personId);
  if (now.length !== seen.length || now.some((id) => !seen.includes(id))) throw new UserError('telegram-someone-first');
}

/** The known person, if they are the actor's to appoint, or a new one. */
async function personOf(app: App, actor: Actor, who: Who): Promise<number> {
  if (!('personId' in who)) {
    const { surname, given, patronymic } = who;
    const data = { surname, given, patronymic, locale: app.config.defaultLanguage, createdAt: app.now() };
    return (await app.db.person.create({ data })).id;
  }
  const person = await app.db.person.findUnique({
    where: { id: who.personId },
    include: { appointments: { where: onDay(todayOf(app)), include: { post: { include: { org: true } } } } },
  });
  if (!person || person.pseudonymisedAt) throw new UserError('telegram-stale-button');
  const near = person.appointments.some(({ post }) => canManageRoster(actor, post.org.path));
  if (!near && !actor.systemAdmin) throw new UserError('people-not-yours');
  return person.id;
}

/** Who has not joined gets a personal link to the post. */
async function seated(app: App, actor: Actor, personId: number, postId: number): Promise<Seated> {
  const person = await app.db.person.findUniqueOrThrow({ where: { id: personId } });
  if (person.telegramId !== null) return { personId, token: null, telegramId: Number(person.telegramId) };
  return { personId, token: await newLink(app, actor, { personId, postId }), telegramId: null };
}

/** Token of a new personal link; unused older ones of this person and post are revoked. Joins the transaction it is called in; the caller records it. */
export async function newLink(app: App, actor: Actor, link: { personId: number; postId: number }): Promise<string> {
  await app.db.invite.updateMany({ where: { ...link, usedAt: null, revokedAt: null }, data: { revokedAt: app.now() } });
  const [inviteId = 0] = await insertInvites(app, [link], actor.personId);
  return inviteToken(await inviteKey(app), inviteId);
}

/** One event about a post. */
async function note(app: App, actor: Actor, post: PostView, verb: string, data: JsonObject): Promise<void> {
  const who = { personId: actor.personId, postId: managingPost(actor, post.orgPath)?.postId ?? null };
  const event = { verb, entity: 'post', entityId: post.postId, rootOrgId: post.rootId, actor: who };
  await record(app, { ...event, chatId: actor.chatId, data });
}

/** Whoever lost a post is told, where they can be. */
async function tellEnded(app: App, post: PostView, personIds: number[]): Promise<void> {
  const people = await app.db.person.findMany({
    where: { id: { in: personIds }, chatId: { not: null }, blockedAt: null },
  });
  await enqueue(
    app,
    people.map(({ id, chatId }) => ({
      kind: 'people.ended',
      chatId: chatId ?? 0,
      personId: id,
      subjectId: post.postId,
      dedupeKey: `ended:${post.postId}:${id}:${randomUUID()}`,
    })),
  );
}

/** Who is here already hears from which day to which they act; the others when they open the link. */
async function tellSubstitute(app: App, personId: number, appointmentId: number): Promise<void> {
  const person = await app.db.person.findUnique({ where: { id: personId } });
  if (!person || person.chatId === null || person.blockedAt) return;
  const told = { kind: 'people.substitutes', chatId: person.chatId, personId, subjectId: appointmentId };
  await enqueue(app, [{ ...told, dedupeKey: `substitutes:${appointmentId}` }]);
}

/** Who looks after that part of the tree hears of a vacant post with what hangs on it; not who made it so. Joins the transaction it is called in. */
export async function tellVacant(app: App, actor: Actor, postId: number): Promise<void> {
  const post = await postView(app, actor, postId);
  if (!post || post.seats.some(({ kind }) => kind === 'holder')) return;
  await enqueue(
    app,
    (await decidersFor(app, post.orgPath, actor.personId)).map(({ personId, chatId }) => ({
      kind: 'people.vacant',
      chatId,
      personId,
      subjectId: postId,
      dedupeKey: `vacant:${postId}:${personId}:${randomUUID()}`,
    })),
  );
}
