// Reads of the organisation: who a Telegram account is, who holds a post, who can be an executor, who cannot be reached.
import type { App } from '../app.ts';
import type { Gender, Organisation, OrgType, Person, Post, Role } from '../generated/prisma/client.ts';
import type { RosterEntry } from '../reading/executors/roster.ts';
import { isLocale, type Locale } from '../texts.ts';
import { dayIn, dayToDb } from '../time.ts';
import { TogetherBy } from '../together.ts';
import { personName } from './messages.ts';
import { foreignPaths, regionOf } from './region-queries.ts';
import { foreignTo } from './rights-posts.ts';
import { type Actor, canExecute, type PostHeld } from './rules.ts';

/** Who holds a post today. */
export type Holder = {
  personId: number;
  surname: string;
  given: string;
  patronymic: string | null;
  gender: Gender | null;
  locale: Locale;
  /** Our id of the private chat; null when the person never started the bot. */
  chatId: number | null;
  blocked: boolean;
  acting: boolean;
};

/** A post whose holder cannot be written to: never joined, or blocked the bot. */
export type Unreached = {
  postId: number;
  postNameKk: string;
  postNameRu: string;
  orgNameKk: string;
  orgNameRu: string;
  personId: number;
  surname: string;
  given: string;
  blocked: boolean;
};

type ActorRow = {
  telegram_id: bigint;
  person_id: number;
  surname: string;
  given: string;
  locale: string;
  chat_id: number | null;
  system_admin: boolean;
  acts_as_post_id: number | null;
  post_id: number | null;
  kind: 'holder' | 'acting';
  role: Role;
  name_kk: string;
  name_ru: string;
  org_id: number;
  path: string;
  root_id: number;
  type: OrgType;
  org_name_kk: string;
  org_name_ru: string;
  foreign_paths: string[];
};

/** The person bound to this Telegram account, with the posts held today; null for a stranger. */
export async function findActor(app: App, telegramId: number): Promise<Actor | null> {
  const [actor = null] = await findActors(app, [telegramId]);
  return actor;
}

/** The same for several accounts, in their order. One statement: it runs before every update is handled. */
export async function findActors(app: App, telegramIds: number[]): Promise<(Actor | null)[]> {
  const day = today(app);
  const rows = await app.db.$queryRaw<ActorRow[]>`
    /* prepared */ SELECT p.telegram_id, p.id AS person_id, p.surname, p.given, p.locale, p.chat_id, p.system_admin, p.acts_as_post_id,
      po.id AS post_id, a.kind::text AS kind, po.role::text AS role, po.name_kk, po.name_ru,
      o.id AS org_id, o.path, o.root_id, o.type::text AS type, o.name_kk AS org_name_kk, o.name_ru AS org_name_ru,
      ${foreignPaths} AS foreign_paths
    FROM person p
    LEFT JOIN appointment a ON a.person_id = p.id AND a.from_day <= ${day}::date AND (a.to_day IS NULL OR a.to_day >= ${day}::date)
    LEFT JOIN post po ON po.id = a.post_id AND po.closed_at IS NULL
    LEFT JOIN organisation o ON o.id = po.org_id AND o.closed_at IS NULL
    WHERE p.telegram_id = ANY (${telegramIds.map(String)}::int8[])
    ORDER BY a.kind, po.id`;
  return telegramIds.map((id) =>
    actorOf(
      app,
      id,
      rows.filter((row) => row.telegram_id === BigInt(id)),
    ),
  );
}

const actors = new TogetherBy(findActors);

/** The same for one account, asked for together with those of other updates of the moment. */
export async function findActorTogether(app: App, telegramId: number): Promise<Actor | null> {
  return actors.add(app, '', telegramId);
}

function actorOf(app: App, telegramId: number, rows: ActorRow[]): Actor | null {
  const [first] = rows;
  if (!first) return null;
  const held = rows.filter((row) => row.post_id !== null && row.org_id !== null).map(postHeld);
  // A choice that ended with its appointment is none.
  const chosen = held.find(({ postId }) => postId === first.acts_as_post_id);
  return {
    personId: first.person_id,
    telegramId,
    chatId: first.chat_id,
    systemAdmin: first.system_admin,
    locale: isLocale(first.locale) ? first.locale : app.config.defaultLanguage,
    name: [first.surname, first.given].filter(Boolean).join(' '),
    posts: chosen ? [chosen, ...held.filter((post) => post !== chosen)] : held,
    actsAs: chosen?.postId ?? null,
  };
}

function postHeld(row: ActorRow): PostHeld {
  return {
    postId: row.post_id ?? 0,
    orgId: row.org_id,
    orgPath: row.path,
    rootId: row.root_id,
    orgType: row.type,
    role: row.role,
    acting: row.kind === 'acting',
    nameKk: row.name_kk,
    nameRu: row.name_ru,
    orgNameKk: row.org_name_kk,
    orgNameRu: row.org_name_ru,
    ...(row.foreign_paths.length > 0 && { foreign: row.foreign_paths }),
  };
}

/** Every open post that can be an executor in the trees of the actor, or in the region of one organisation, for matching names in a text. Never of another region. */
export async function loadRoster(app: App, within: Actor | { orgPath: string }): Promise<RosterEntry[]> {
  const org =
    'orgPath' in within
      ? { path: { startsWith: await regionOf(app, within.orgPath) } }
      : {
          rootId: { in: [...new Set(within.posts.map((post) => post.rootId))] },
          NOT: foreignTo(within).map((path) => ({ path: { startsWith: path } })),
        };
  const posts = await app.db.post.findMany({
    where: { closedAt: null, org: { ...org, closedAt: null } },
    include: {
      org: true,
      appointments: { where: heldOn(today(app)), include: { person: true } },
      learned: { where: { forgottenAt: null } },
    },
    orderBy: [{ orgId: 'asc' }, { id: 'asc' }],
  });
  return posts.filter(canExecute).map(({ id, role, org, nameKk, nameRu, aliases, appointments, learned }) => ({
    postId: id,
    role,
    orgId: org.id,
    orgType: org.type,
    orgNumber: org.number,
    names: [org.nameKk, org.nameRu, nameKk, nameRu],
    aliases: [...aliases, ...org.aliases, ...learned.map(({ words }) => words)],
    personNames: appointments.map(({ person }) => personName(person, true)),
    orgPath: org.path,
  }));
}

/** Who holds each of these posts today, substitutes last; a vacant post is missing from the map. */
export async function holdersOf(app: App, postIds: number[]): Promise<Map<number, Holder[]>> {
  const day = today(app);
  const rows = await app.db.$queryRaw<(Omit<Holder, 'locale'> & { postId: number; locale: string })[]>`
    SELECT a.post_id AS "postId", pe.id AS "personId", pe.surname, pe.given, pe.patronymic, pe.gender::text AS gender, pe.locale,
      pe.chat_id AS "chatId", pe.blocked_at IS NOT NULL AS blocked, a.kind = 'acting' AS acting
    FROM appointment a JOIN person pe ON pe.id = a.person_id
    WHERE a.post_id = ANY (${postIds}::int[]) AND a.from_day <= ${day}::date AND (a.to_day IS NULL OR a.to_day >= ${day}::date)
    ORDER BY a.kind, a.id`;
  const found = new Map<number, Holder[]>();
  for (const { postId, locale, ...who } of rows) {
    const known = isLocale(locale) ? locale : app.config.defaultLanguage;
    found.set(postId, [...(found.get(postId) ?? []), { ...who, locale: known }]);
  }
  return found;
}

/**
 * Posts whose holder never joined or has blocked the bot, by organisation.
 * `scopes` are the subtrees to look in; null looks everywhere. Returns the number of all and one page of them.
 */
export async function findUnreached(
  app: App,
  { scopes, skip = 0, take = 30 }: { scopes: string[] | null; skip?: number; take?: number },
): Promise<{ total: number; rows: Unreached[] }> {
  const inside = scopes === null ? {} : { OR: scopes.map((path) => ({ path: { startsWith: path } })) };
  const where = {
    ...heldOn(today(app)),
    post: { closedAt: null, org: { closedAt: null, ...inside } },
    person: { OR: [{ chatId: null }, { blockedAt: { not: null } }] },
  };
  const total = await app.db.appointment.count({ where });
  const rows = await app.db.appointment.findMany({
    where,
    include: { person: true, post: { include: { org: true } } },
    orderBy: [{ post: { org: { path: 'asc' } } }, { id: 'asc' }],
    skip,
    take,
  });
  return { total, rows: rows.map(({ post, person }) => unreached(post, person)) };
}

function unreached(post: Post & { org: Organisation }, person: Person): Unreached {
  return {
    postId: post.id,
    postNameKk: post.nameKk,
    postNameRu: post.nameRu,
    orgNameKk: post.org.nameKk,
    orgNameRu: post.org.nameRu,
    personId: person.id,
    surname: person.surname,
    given: person.given,
    blocked: person.blockedAt !== null,
  };
}

/** Condition of an appointment that holds on this day. */
function heldOn(day: Date) {
  return { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] };
}

function today(app: App): Date {
  return dayToDb(dayIn(app.zone, app.now()));
}
