// Reads for "this is me": posts that can be claimed, one claim as it stands, who decides about it.
import type { App } from '../app.ts';
import type { ClaimState } from '../generated/prisma/client.ts';
import { personName } from '../org/messages.ts';
import { isWithin, scopeOf } from '../org/rules.ts';
import { isLocale, type Locale } from '../texts.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import { byOrganisation } from './claim-rules.ts';

/** Only titles: this is shown to strangers. */
export type ClaimablePost = {
  postId: number;
  nameKk: string;
  nameRu: string;
  orgNameKk: string;
  orgNameRu: string;
  number: string | null;
  /** Somebody is appointed who has never started the bot; otherwise the post is vacant. */
  appointed: boolean;
};

/** Open posts inside a subtree that nobody holds who has started the bot, in the order of lists. One statement. */
export async function claimablePosts(app: App, path: string): Promise<ClaimablePost[]> {
  const day = todayOf(app);
  const rows = await app.db.$queryRaw<ClaimablePost[]>`
    SELECT po.id AS "postId", po.name_kk AS "nameKk", po.name_ru AS "nameRu", o.name_kk AS "orgNameKk", o.name_ru AS "orgNameRu", o.number,
      coalesce(h.people, 0) > 0 AS appointed
    FROM post po JOIN organisation o ON o.id = po.org_id
    LEFT JOIN LATERAL (
      SELECT count(*) AS people, count(p.telegram_id) AS started FROM appointment a JOIN person p ON p.id = a.person_id
      WHERE a.post_id = po.id AND a.kind::text = 'holder' AND a.from_day <= ${day}::date AND (a.to_day IS NULL OR a.to_day >= ${day}::date)
    ) h ON true
    WHERE po.closed_at IS NULL AND o.closed_at IS NULL AND po.role::text <> 'admin' AND starts_with(o.path, ${path}) AND coalesce(h.started, 0) = 0`;
  return rows.sort(byOrganisation);
}

/** Who is appointed to a post today as its holder. */
export async function holdersToday(app: App, postId: number) {
  return app.db.appointment.findMany({
    where: { postId, kind: 'holder', ...onDay(todayOf(app)) },
    include: { person: true },
    orderBy: { id: 'asc' },
  });
}

/** Condition of an appointment that holds on this day. */
export function onDay(day: Day) {
  const date = dayToDb(day);
  return { fromDay: { lte: date }, OR: [{ toDay: null }, { toDay: { gte: date } }] };
}

/** Condition of an appointment that holds on this day or on a later one. */
export const fromDayOn = (day: Day) => ({ OR: [{ toDay: null }, { toDay: { gte: dayToDb(day) } }] });

export const todayOf = (app: App): Day => dayIn(app.zone, app.now());

/** A claim with what its decider needs to know. */
export type ClaimView = {
  claimId: number;
  state: ClaimState;
  displayName: string;
  telegramId: number;
  /** Our id of the claimant's private chat. */
  chatId: number | null;
  locale: Locale;
  createdAt: Date;
  decidedAt: Date | null;
  /** Name of who decided; null when nobody has, or a moving of the post did. */
  decidedBy: string | null;
  postId: number;
  post: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } };
  orgPath: string;
  /** Those whom the roster names on the post and who never started the bot. */
  inRoster: string[];
  /** Name under which the claimant is known already. */
  knownAs: string | null;
};

/** One claim; null when there is none with this id. */
export async function claimView(app: App, claimId: number): Promise<ClaimView | null> {
  const claim = await app.db.claim.findUnique({
    where: { id: claimId },
    include: { post: { include: { org: true } } },
  });
  if (!claim) return null;
  const known = await app.db.person.findUnique({ where: { telegramId: claim.telegramId } });
  const decider =
    claim.decidedById === null ? null : await app.db.person.findUnique({ where: { id: claim.decidedById } });
  const holders = await holdersToday(app, claim.postId);
  return {
    claimId,
    state: claim.state,
    displayName: claim.displayName,
    telegramId: Number(claim.telegramId),
    chatId: claim.chatId,
    locale: isLocale(claim.locale) ? claim.locale : app.config.defaultLanguage,
    createdAt: claim.createdAt,
    decidedAt: claim.decidedAt,
    decidedBy: decider && personName(decider),
    postId: claim.postId,
    post: claim.post,
    orgPath: claim.post.org.path,
    inRoster: holders.filter(({ person }) => person.telegramId === null).map(({ person }) => personName(person, true)),
    knownAs: known && personName(known),
  };
}

/** Ids of the open claims in these subtrees (null: everywhere), the oldest first. */
export async function openClaims(app: App, scopes: string[] | null): Promise<number[]> {
  const inside = scopes === null ? {} : { OR: scopes.map((path) => ({ path: { startsWith: path } })) };
  const rows = await app.db.claim.findMany({
    where: { state: 'open', post: { org: inside } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

export type Decider = { personId: number; chatId: number };

/**
 * Who is asked about something at `orgPath`: the reachable secretaries of the nearest body above it,
 * the administrators of the system where there is none. `except` is never asked about themselves.
 */
export async function decidersFor(app: App, orgPath: string, except: number | null = null): Promise<Decider[]> {
  const appointments = await app.db.appointment.findMany({
    where: {
      ...onDay(todayOf(app)),
      post: {
        closedAt: null,
        role: { in: ['secretary', 'admin'] },
        org: { closedAt: null, rootId: Number(orgPath.split('/')[1]) },
      },
      person: { chatId: { not: null }, blockedAt: null, telegramId: { not: null } },
    },
    include: { person: true, post: { include: { org: true } } },
  });
  const inCharge = appointments
    .map(({ person, post }) => {
      const scope = scopeOf({ orgType: post.org.type, orgPath: post.org.path });
      return { personId: person.id, chatId: person.chatId ?? 0, scope };
    })
    .filter(({ scope, personId }) => isWithin(orgPath, scope) && personId !== except);
  const deepest = Math.max(...inCharge.map(({ scope }) => scope.length));
  const nearest = inCharge.filter(({ scope }) => scope.length === deepest);
  return nearest.length > 0 ? unique(nearest) : administrators(app, except);
}

/** Every administrator of the system who can be written to. */
export async function administrators(app: App, except: number | null = null): Promise<Decider[]> {
  const people = await app.db.person.findMany({
    where: { systemAdmin: true, chatId: { not: null }, telegramId: { not: null }, blockedAt: null },
    orderBy: { id: 'asc' },
  });
  return people.filter(({ id }) => id !== except).map(({ id, chatId }) => ({ personId: id, chatId: chatId ?? 0 }));
}

function unique(deciders: Decider[]): Decider[] {
  return [...new Map(deciders.map(({ personId, chatId }) => [personId, { personId, chatId }])).values()];
}
