// Reads of subscriptions: whose, of what, and whether the subscriber may still read it.
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { isWithin, readableScopes, type Actor, type PostHeld } from '../org/rules.ts';
import { fold } from '../reading/words.ts';
import { isLocale, type Locale } from '../texts.ts';
import { dayFromDb, dayIn, dayToDb, type Day } from '../time.ts';
import type { Scope } from './figures-queries.ts';

export type OrgChoice = { orgId: number; nameKk: string; nameRu: string; path: string };
export type ResolutionChoice = { resolutionId: number; theme: string; day: Day; number: string | null };

/** A subscription with the names of its scope. */
export type SubscriptionView = {
  id: number;
  personId: number;
  locale: Locale;
  weekday: number;
  hour: number;
  createdAt: Date;
  scope: Scope;
  org: OrgChoice | null;
  resolution: ResolutionChoice | null;
};

const include = {
  org: true,
  resolution: { include: { meeting: { include: { org: true } } } },
} satisfies Prisma.SubscriptionInclude;

type Row = Prisma.SubscriptionGetPayload<{ include: typeof include }>;

/** Subscriptions that stand, of everybody or of one person, oldest first. */
export async function subscriptions(
  app: App,
  where: { personId?: number; id?: number } = {},
): Promise<SubscriptionView[]> {
  const rows = await app.db.subscription.findMany({
    where: { ...where, endedAt: null },
    include,
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => toView(app, row));
}

function toView(app: App, row: Row): SubscriptionView[] {
  const { id, personId, weekday, hour, createdAt, org, resolution } = row;
  const path = org?.path ?? resolution?.meeting.org.path;
  if (path === undefined) return [];
  const locale = isLocale(row.locale) ? row.locale : app.config.defaultLanguage;
  const view = { id, personId, locale, weekday, hour, createdAt };
  return [
    {
      ...view,
      scope: { path, resolutionId: resolution?.id ?? null },
      org: org && { orgId: org.id, nameKk: org.nameKk, nameRu: org.nameRu, path: org.path },
      resolution: resolution && {
        resolutionId: resolution.id,
        theme: resolution.meeting.theme,
        day: dayFromDb(resolution.meeting.day),
        number: resolution.meeting.number,
      },
    },
  ];
}

/** True when the holder of these posts may read the scope: it lies in a subtree they read. */
export function mayRead(reader: Pick<Actor, 'posts'>, { path }: { path: string }): boolean {
  return readableScopes(reader).some((top) => isWithin(path, top));
}

export type Reader = { personId: number; chatId: number | null; blocked: boolean; posts: PostHeld[] };

/** People with their private chat and the posts they hold today. */
export async function readers(app: App, personIds: number[]): Promise<Map<number, Reader>> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const people = await app.db.person.findMany({
    where: { id: { in: personIds } },
    include: {
      appointments: {
        where: {
          fromDay: { lte: today },
          OR: [{ toDay: null }, { toDay: { gte: today } }],
          post: { closedAt: null, org: { closedAt: null } },
        },
        include: { post: { include: { org: true } } },
      },
    },
  });
  return new Map(
    people.map(({ id, chatId, blockedAt, appointments }) => {
      const posts = appointments.map(({ kind, post }) => postHeld(post, kind === 'acting'));
      return [id, { personId: id, chatId, blocked: blockedAt !== null, posts }];
    }),
  );
}

function postHeld(post: Prisma.PostGetPayload<{ include: { org: true } }>, acting: boolean): PostHeld {
  const { id, nameKk, nameRu, role, org } = post;
  const ofOrg = { orgId: org.id, orgPath: org.path, rootId: org.rootId ?? org.id, orgType: org.type };
  return { postId: id, nameKk, nameRu, role, acting, ...ofOrg, orgNameKk: org.nameKk, orgNameRu: org.nameRu };
}

/** The organisations at the top of what the actor reads. */
export async function ownScopes(app: App, actor: Actor): Promise<OrgChoice[]> {
  const rows = await app.db.organisation.findMany({
    where: { path: { in: readableScopes(actor) }, closedAt: null },
    orderBy: { path: 'asc' },
  });
  return rows.map(({ id, nameKk, nameRu, path }) => ({ orgId: id, nameKk, nameRu, path }));
}

/** Organisations within what the actor reads whose number, code, alias or name fits the words; at most `most`. */
export async function searchScopes(app: App, actor: Actor, words: string, most: number): Promise<OrgChoice[]> {
  const wanted = fold(words.trim());
  const number = /\d+/.exec(wanted)?.[0];
  const rows = await app.db.organisation.findMany({
    where: { closedAt: null, OR: readableScopes(actor).map((path) => ({ path: { startsWith: path } })) },
    orderBy: { id: 'asc' },
  });
  return rows
    .filter(
      (row) =>
        wanted !== '' &&
        ((number !== undefined && row.number === number) ||
          [row.nameKk, row.nameRu, row.code, ...row.aliases].some((name) => fold(name).includes(wanted))),
    )
    .slice(0, most)
    .map(({ id, nameKk, nameRu, path }) => ({ orgId: id, nameKk, nameRu, path }));
}

/** The latest resolutions on control whose body lies within what the actor reads. */
export async function resolutionScopes(app: App, actor: Actor, most: number): Promise<ResolutionChoice[]> {
  const rows = await app.db.resolution.findMany({
    where: {
      state: { in: ['adopted', 'on_control'] },
      meeting: { org: { OR: readableScopes(actor).map((path) => ({ path: { startsWith: path } })) } },
    },
    include: { meeting: true },
    orderBy: { id: 'desc' },
    take: most,
  });
  return rows.map(({ id, meeting }) => ({
    resolutionId: id,
    theme: meeting.theme,
    day: dayFromDb(meeting.day),
    number: meeting.number,
  }));
}

/** The path of the organisation or of the body of the resolution; null when there is none. */
export async function scopePath(app: App, scope: { orgId?: number; resolutionId?: number }): Promise<string | null> {
  if (scope.orgId !== undefined) {
    const org = await app.db.organisation.findFirst({ where: { id: scope.orgId, closedAt: null } });
    return org?.path ?? null;
  }
  const resolution = await app.db.resolution.findUnique({
    where: { id: scope.resolutionId ?? 0 },
    include: { meeting: { include: { org: true } } },
  });
  return resolution?.meeting.org.path ?? null;
}

/** Names of organisations by id. */
export async function orgNames(app: App, ids: number[]): Promise<Map<number, { nameKk: string; nameRu: string }>> {
  const rows = await app.db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** Which of these digests were planned already. */
export async function plannedDigests(app: App, dedupeKeys: string[]): Promise<Set<string>> {
  const rows = await app.db.outgoingMessage.findMany({
    where: { dedupeKey: { in: dedupeKeys } },
    select: { dedupeKey: true },
  });
  return new Set(rows.map(({ dedupeKey }) => dedupeKey));
}
