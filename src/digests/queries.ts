// Reads of subscriptions: whose, of what, and whether the subscriber may still read it.
import type { App } from '../app.ts';
import type { Week } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { isWithin, readableScopes, type Actor, type PostHeld } from '../org/rules.ts';
import { fold } from '../reading/words.ts';
import { isLocale, type Locale } from '../texts.ts';
import { dayFromDb, dayIn, dayToDb, type Day } from '../time.ts';
import type { Scope } from './figures-queries.ts';

export type OrgChoice = { orgId: number; nameKk: string; nameRu: string; path: string };
export type ResolutionChoice = { resolutionId: number; theme: string; day: Day; number: string | null };

/** What a subscription is about, whoever reads it; `over`: the organisation is closed or the resolution done. */
export type About = { path: string; resolutionId: number | null; topic: string | null; over: boolean };

/** A subscription with the names of what it is about. */
export type SubscriptionView = {
  id: number;
  personId: number;
  locale: Locale;
  weekday: number;
  hour: number;
  nextAt: Date | null;
  about: About;
  org: OrgChoice | null;
  resolution: ResolutionChoice | null;
  /** Where the subscriber can be written to; null: never started the bot, or blocked it. */
  chatId: number | null;
};

type Row = Omit<SubscriptionView, 'locale' | 'about' | 'org' | 'resolution'> &
  Pick<About, 'path' | 'topic' | 'over'> & {
    locale: string;
    orgId: number | null;
    nameKk: string;
    nameRu: string;
    resolutionId: number | null;
    theme: string;
    day: Date;
    number: string | null;
  };

/** Subscriptions that stand, of one person or by number, oldest first. One statement. */
export async function subscriptions(
  app: App,
  { personId, id }: { personId?: number; id?: number },
): Promise<SubscriptionView[]> {
  const [ofPerson, byId] = [personId ?? null, id ?? null];
  return standing(
    app,
    Prisma.sql`(${ofPerson}::int IS NULL OR s.person_id = ${ofPerson}) AND (${byId}::int IS NULL OR s.id = ${byId})`,
  );
}

/** Subscriptions of which an issue is wanted by now, or whose next one was not reckoned yet. One statement. */
export async function dueSubscriptions(app: App): Promise<SubscriptionView[]> {
  return standing(app, Prisma.sql`(s.next_at IS NULL OR s.next_at <= ${app.now()})`);
}

/** A subscription that has ended, to say of what it was. */
export async function endedSubscription(app: App, id: number): Promise<SubscriptionView | null> {
  const [found] = await read(app, Prisma.sql`s.id = ${id}`);
  return found ?? null;
}

async function standing(app: App, condition: Prisma.Sql): Promise<SubscriptionView[]> {
  return read(app, Prisma.sql`s.ended_at IS NULL AND ${condition}`);
}

async function read(app: App, condition: Prisma.Sql): Promise<SubscriptionView[]> {
  const rows = await app.db.$queryRaw<Row[]>`
    SELECT s.id, s.person_id AS "personId", s.locale, s.weekday::int AS weekday, s.hour::int AS hour, s.next_at AS "nextAt", s.topic,
      CASE WHEN pe.blocked_at IS NULL THEN pe.chat_id END AS "chatId", o.id AS "orgId", o.name_kk AS "nameKk", o.name_ru AS "nameRu",
      coalesce(o.path, mo.path, '') AS path, r.id AS "resolutionId", m.theme, m.day, m.number,
      (o.closed_at IS NOT NULL OR coalesce(r.state IN ('closed', 'cancelled'), false)) AS over
    FROM subscription s JOIN person pe ON pe.id = s.person_id LEFT JOIN organisation o ON o.id = s.org_id
      LEFT JOIN resolution r ON r.id = s.resolution_id LEFT JOIN meeting m ON m.id = r.meeting_id LEFT JOIN organisation mo ON mo.id = m.org_id
    WHERE ${condition} ORDER BY s.id`;
  return rows.map((row) => toView(app, row));
}

function toView(app: App, row: Row): SubscriptionView {
  const { id, personId, weekday, hour, nextAt, chatId, path, topic, over, orgId, nameKk, nameRu, resolutionId } = row;
  const { theme, number } = row;
  return {
    ...{ id, personId, weekday, hour, nextAt, chatId },
    locale: isLocale(row.locale) ? row.locale : app.config.defaultLanguage,
    about: { path, resolutionId, topic, over },
    org: orgId === null ? null : { orgId, nameKk, nameRu, path },
    resolution: resolutionId === null ? null : { resolutionId, theme, day: dayFromDb(row.day), number },
  };
}

/** The subtree the reader reads in which this lies, null when there is none: then it may not be read. */
export function topOf(reader: Pick<Actor, 'posts'>, { path }: { path: string }): string | null {
  const tops = readableScopes(reader).filter((top) => isWithin(path, top));
  return tops.sort((a, b) => a.length - b.length)[0] ?? null;
}

/**
 * What of a subscription its reader may see now; null when nothing. Of a resolution that goes beyond what the reader reads, the part
 * within. `sealed`: the posts that have to do with confidential tasks.
 */
export function scopeFor(reader: Pick<Actor, 'posts'>, about: About, sealed: Set<number>): Scope | null {
  const top = topOf(reader, about);
  if (top === null || about.over) return null;
  const heads = (post: PostHeld): boolean => post.role === 'akim' || post.role === 'secretary';
  const confidential = sealed.size === 0 ? [] : reader.posts.filter((post) => heads(post) || sealed.has(post.postId));
  const { resolutionId, topic } = about;
  return { path: resolutionId === null ? about.path : top, resolutionId, topic, confidential };
}

/** The posts that issue, control or carry out confidential tasks: few, and mostly none. One statement. */
export async function sealedPosts(app: App): Promise<Set<number>> {
  const rows = await app.db.$queryRaw<{ id: number | null }[]>`
    WITH sealed AS MATERIALIZED (
      SELECT id, issuer_post_id, controller_post_id FROM task WHERE confidential AND state NOT IN ('draft', 'cancelled'))
    SELECT issuer_post_id AS id FROM sealed UNION SELECT controller_post_id FROM sealed
    UNION SELECT p.post_id FROM participation p JOIN sealed ON sealed.id = p.task_id`;
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}

/** A post somebody holds today, and how many days its organisation works in a week. */
export type PostOfReader = PostHeld & { week: Week };

type PostRow = Omit<PostOfReader, 'week' | 'rootId'> & { personId: number; rootId: number | null; week: number };

/** The posts that people hold today; who holds none is missing. One statement. */
export async function postsOfReaders(app: App, personIds: number[]): Promise<Map<number, PostOfReader[]>> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const rows = await app.db.$queryRaw<PostRow[]>`
    SELECT a.person_id AS "personId", po.id AS "postId", po.name_kk AS "nameKk", po.name_ru AS "nameRu", po.role::text AS role,
      a.kind = 'acting' AS acting, o.id AS "orgId", o.path AS "orgPath", o.root_id AS "rootId", o.type::text AS "orgType",
      o.name_kk AS "orgNameKk", o.name_ru AS "orgNameRu", o.week::int AS week
    FROM appointment a JOIN post po ON po.id = a.post_id AND po.closed_at IS NULL
      JOIN organisation o ON o.id = po.org_id AND o.closed_at IS NULL
    WHERE a.person_id = ANY (${personIds}::int[]) AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)
    ORDER BY a.id`;
  const posts = new Map<number, PostOfReader[]>();
  for (const { personId, rootId, week, ...row } of rows) {
    const post: PostOfReader = { ...row, rootId: rootId ?? row.orgId, week: week === 6 ? 6 : 5 };
    posts.set(personId, [...(posts.get(personId) ?? []), post]);
  }
  return posts;
}

/** The working week of somebody: six days where one of their organisations works six. */
export function weekOfReader(posts: { week: Week }[]): Week {
  return posts.some(({ week }) => week === 6) ? 6 : 5;
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
