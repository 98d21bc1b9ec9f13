// makeClaim and decideClaim: somebody without an invitation says that a post is theirs; a secretary or administrator decides.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { ensurePrivateChat } from '../org/actions.ts';
import { consentVersion } from '../org/invite-rules.ts';
import { endDelegations } from '../org/delegation-actions.ts';
import { appointFault, managingPost } from '../org/manage-rules.ts';
import { personName } from '../org/messages.ts';
import { endAppointments } from '../org/roster-write-actions.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import type { Locale } from '../texts.ts';
import { dayToDb } from '../time.ts';
import { type Decider, decidersFor, holdersToday, todayOf } from './claim-queries.ts';
import { claimFault, namesOf } from './claim-rules.ts';

export type Claiming = {
  postId: number;
  telegramId: number;
  /** Names of the Telegram profile. */
  firstName: string;
  lastName: string;
  /** The language in which the person read the text about personal data. */
  locale: Locale;
};

/**
 * Writes an open claim and asks those who decide; called after consent. Returns how many are asked.
 * Throws UserError when the post cannot be claimed, or too many claims of this account are open.
 */
export async function makeClaim(app: App, claiming: Claiming): Promise<{ claimId: number; asked: number }> {
  return transaction(app, async (app) => {
    const { postId, telegramId, locale } = claiming;
    // Two presses at once must not slip past the limit together.
    await app.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`people.claims:${telegramId}`}))`;
    const post = await app.db.post.findUnique({ where: { id: postId }, include: { org: true } });
    const known = await app.db.person.findUnique({ where: { telegramId: BigInt(telegramId) } });
    const fault = claimFault(await situation(app, claiming, post));
    if (fault || !post) throw new UserError(fault ?? 'people-claim-gone');
    const chatId = await ensurePrivateChat(app, telegramId);
    const displayName = personName({ surname: claiming.lastName.trim(), given: claiming.firstName.trim() });
    const claim = await app.db.claim.create({
      data: { postId, telegramId: BigInt(telegramId), displayName, chatId, locale, createdAt: app.now() },
    });
    const rootOrgId = post.org.rootId ?? post.org.id;
    const actor = known && { personId: known.id };
    const event = { verb: 'people.claimed', entity: 'claim', entityId: claim.id, rootOrgId, actor, chatId };
    await record(app, { ...event, data: { postId, consentVersion } });
    const deciders = await decidersFor(app, post.org.path, known?.id ?? null);
    await tellDeciders(app, claim.id, deciders);
    return { claimId: claim.id, asked: deciders.length };
  });
}

type PostRow = { role: string; closedAt: Date | null; org: { closedAt: Date | null } } | null;

async function situation(app: App, { postId, telegramId }: Claiming, post: PostRow) {
  const own = BigInt(telegramId);
  const holders = await holdersToday(app, postId);
  const open = await app.db.claim.findMany({ where: { telegramId: own, state: 'open' }, select: { postId: true } });
  return {
    gone: !post || post.closedAt !== null || post.org.closedAt !== null || post.role === 'admin',
    ownPost: holders.some(({ person }) => person.telegramId === own),
    held: holders.some(({ person }) => person.telegramId !== null),
    waiting: open.some((claim) => claim.postId === postId),
    open: open.length,
  };
}

/** The question about a claim, once for each decider, or its edit when somebody has decided. */
async function tellDeciders(app: App, claimId: number, deciders: Decider[], cause = 'asked'): Promise<void> {
  await enqueue(
    app,
    deciders.map(({ personId, chatId }) => ({
      kind: 'people.claim',
      chatId,
      personId,
      subjectId: claimId,
      livingKey: `claim:${claimId}:person:${personId}`,
      dedupeKey: `claim:${claimId}:${personId}:${cause}`,
    })),
  );
}

export type Deciding = { claimId: number; confirm: boolean };

/**
 * Confirms a claim, which binds the account as an accepted invitation does, or refuses it. The claimant and everybody who was asked are told.
 * Throws UserError when the actor may not, somebody was first, or the post is held by now.
 */
export async function decideClaim(
  app: App,
  actor: Actor,
  { claimId, confirm }: Deciding,
): Promise<{ personId: number | null; telegramId: number }> {
  return transaction(app, async (app) => {
    const claim = await app.db.claim.findUnique({
      where: { id: claimId },
      include: { post: { include: { org: true } } },
    });
    if (!claim) throw new UserError('telegram-stale-button');
    const { org, role } = claim.post;
    const own = claim.telegramId === BigInt(actor.telegramId);
    const fault = appointFault(actor, { orgPath: org.path, role, personId: own ? actor.personId : null });
    if (fault) throw new UserError(fault);
    // Claims for one post wait for each other here.
    await app.db.$executeRaw`SELECT id FROM post WHERE id = ${claim.postId} FOR UPDATE`;
    await settle(app, actor, claimId, confirm ? 'confirmed' : 'refused');
    const personId = confirm ? await bind(app, actor, claim) : null;
    const event = { entity: 'claim', entityId: claimId, rootOrgId: org.rootId ?? org.id, chatId: actor.chatId };
    const who = { personId: actor.personId, postId: managingPost(actor, org.path)?.postId ?? null };
    const verb = confirm ? 'people.claim-confirmed' : 'people.claim-refused';
    await record(app, { ...event, verb, actor: who, data: { postId: claim.postId, personId } });
    await tellAbout(app, claim, personId);
    if (confirm) await refuseOthers(app, actor, claim);
    return { personId, telegramId: Number(claim.telegramId) };
  });
}

async function settle(app: App, actor: Actor, id: number, state: 'confirmed' | 'refused'): Promise<void> {
  const { count } = await app.db.claim.updateMany({
    where: { id, state: 'open' },
    data: { state, decidedAt: app.now(), decidedById: actor.personId },
  });
  if (count === 0) throw new UserError('people-claim-decided');
}

type Claim = {
  id: number;
  postId: number;
  telegramId: bigint;
  displayName: string;
  chatId: number | null;
  locale: string;
  createdAt: Date;
  post: { closedAt: Date | null; org: { id: number; rootId: number | null; closedAt: Date | null } };
};

/** The account becomes the person whom the roster names; somebody known, or a vacant post, gets an appointment from today. */
async function bind(app: App, actor: Actor, claim: Claim): Promise<number> {
  const holders = await holdersToday(app, claim.postId);
  if (claim.post.closedAt ?? claim.post.org.closedAt) throw new UserError('people-claim-gone');
  if (holders.some(({ person }) => person.telegramId !== null)) throw new UserError('people-claim-held');
  const known = await app.db.person.findUnique({ where: { telegramId: claim.telegramId } });
  const inRoster = holders[0]?.person;
  const personId = known?.id ?? inRoster?.id ?? (await createPerson(app, claim));
  if (personId !== inRoster?.id) {
    const ended = holders.map(({ id }) => id);
    await endAppointments(app, ended);
    if (ended.length > 0) await endDelegations(app, actor, [claim.postId]);
    await app.db.appointment.create({ data: { personId, postId: claim.postId, fromDay: dayToDb(todayOf(app)) } });
  }
  await app.db.invite.updateMany({
    where: { postId: claim.postId, usedAt: null, revokedAt: null },
    data: { revokedAt: app.now() },
  });
  const { telegramId, chatId } = claim;
  const consent = { consentAt: claim.createdAt, consentVersion, blockedAt: null };
  const locale = known?.locale ?? claim.locale;
  await app.db.person.update({ where: { id: personId }, data: { telegramId, chatId, locale, ...consent } });
  return personId;
}

async function createPerson(app: App, { displayName, locale }: Claim): Promise<number> {
  const person = { ...namesOf(displayName), locale, createdAt: app.now() };
  return (await app.db.person.create({ data: person })).id;
}

/** Whoever was asked sees the decision in the same message; the claimant is told in private. */
async function tellAbout(app: App, claim: Claim, personId: number | null): Promise<void> {
  await refreshQuestion(app, claim.id, 'decided');
  if (claim.chatId === null) return;
  const told = { kind: 'people.claim-decided', chatId: claim.chatId, personId, subjectId: claim.id, lane: 0 as const };
  await enqueue(app, [{ ...told, dedupeKey: `claim-decided:${claim.id}` }]);
}

/** Whoever was asked about the claim sees in the same message how it stands; `cause` is a word that says why. Joins the transaction it is called in. */
export async function refreshQuestion(app: App, claimId: number, cause: string): Promise<void> {
  const asked = await app.db.outgoingMessage.findMany({
    where: { kind: 'people.claim', subjectId: claimId },
    select: { personId: true, chatId: true },
    distinct: ['personId'],
  });
  const deciders = asked.flatMap(({ personId, chatId }) => (personId === null ? [] : [{ personId, chatId }]));
  await tellDeciders(app, claimId, deciders, cause);
}

async function refuseOthers(app: App, actor: Actor, confirmed: Claim): Promise<void> {
  const others = await app.db.claim.findMany({
    where: { postId: confirmed.postId, state: 'open' },
    include: { post: { include: { org: true } } },
  });
  for (const claim of others) {
    await settle(app, actor, claim.id, 'refused');
    const rootOrgId = claim.post.org.rootId ?? claim.post.org.id;
    const event = { verb: 'people.claim-refused', entity: 'claim', entityId: claim.id, rootOrgId };
    const data = { postId: claim.postId, confirmedClaimId: confirmed.id };
    await record(app, { ...event, actor: { personId: actor.personId }, chatId: actor.chatId, data });
    await tellAbout(app, claim, null);
  }
}
