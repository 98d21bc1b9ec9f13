// Working groups that a person may see, with their seats, tasks and sittings; posts that may sit in one.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { personName } from '../org/messages.ts';
import { holdersOf } from '../org/queries.ts';
import { regionOf } from '../org/region-queries.ts';
import { may, type Subject } from '../org/rights.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { fold } from '../reading/words.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import { ownPosts, seenTask } from '../tasks/visible-queries.ts';
import { type Day, dayFromDb, dayIn, dayToDb } from '../time.ts';

export type Seat = {
  seatId: number;
  /** What the seat is for. */
  name: string;
  external: boolean;
  post: PostView | null;
  /** Who sits there today; null where the seat or the post is vacant. */
  person: string | null;
};
export type GroupView = {
  groupId: number;
  orgId: number;
  rootOrgId: number;
  path: string;
  orgNameKk: string;
  orgNameRu: string;
  nameKk: string;
  nameRu: string;
  aim: string | null;
  head: PostView;
  headPerson: string | null;
  until: Day | null;
  closed: boolean;
  placeId: number | null;
  /** Title of the group's own chat. */
  chat: string | null;
  seats: Seat[];
};
export type GroupRow = { groupId: number; nameKk: string; nameRu: string; seats: number; vacant: number };

/** Open working groups that the actor reads, heads or sits in, by name; `vacant` counts seats without a post. One statement. */
export async function groupsFor(app: App, actor: Actor): Promise<GroupRow[]> {
  const scopes = readableScopes(actor);
  return app.db.$queryRaw<GroupRow[]>`
    SELECT g.id AS "groupId", g.name_kk AS "nameKk", g.name_ru AS "nameRu", count(s.id)::int AS seats,
      (count(s.id) FILTER (WHERE s.post_id IS NULL))::int AS vacant
    FROM working_group g JOIN organisation o ON o.id = g.org_id LEFT JOIN group_seat s ON s.group_id = g.id AND s.ended_at IS NULL
    WHERE g.closed_at IS NULL AND (g.head_post_id = ${ownPosts(actor)}
      OR EXISTS (SELECT 1 FROM unnest(${scopes}::text[]) AS r(path) WHERE starts_with(o.path, r.path))
      OR EXISTS (SELECT 1 FROM group_seat m WHERE m.group_id = g.id AND m.ended_at IS NULL AND m.post_id = ${ownPosts(actor)}))
    GROUP BY g.id ORDER BY g.name_ru, g.id`;
}

/** One working group as rights see it. */
export function subjectOf({ path, head, seats }: GroupView): Subject {
  return {
    orgPath: path,
    chairPostId: head.postId,
    participantPostIds: [head.postId, ...seats.flatMap(({ post }) => post?.postId ?? [])],
  };
}

/** A working group with its seats, if the actor may see it. */
export async function groupFor(app: App, actor: Actor, groupId: number): Promise<GroupView | null> {
  const group = await groupView(app, groupId);
  return group && may(actor, 'groups.see', subjectOf(group)) ? group : null;
}

/** A working group with its seats, whoever asks. A constant number of statements. */
export async function groupView(app: App, groupId: number): Promise<GroupView | null> {
  const row = await app.db.workingGroup.findUnique({
    where: { id: groupId },
    include: { org: true, seats: { where: { endedAt: null }, orderBy: { id: 'asc' } } },
  });
  if (!row) return null;
  const postIds = [row.headPostId, ...row.seats.flatMap(({ postId }) => postId ?? [])];
  const posts = new Map((await postViews(app, [...new Set(postIds)])).map((post) => [post.postId, post]));
  const holders = await holdersOf(app, postIds);
  const personOf = (postId: number | null): string | null => {
    const [holder] = postId === null ? [] : (holders.get(postId) ?? []);
    return holder ? personName(holder, true) : null;
  };
  const head = posts.get(row.headPostId);
  if (!head) return null;
  const place =
    row.placeId === null
      ? null
      : await app.db.place.findFirst({ where: { id: row.placeId, unboundAt: null }, include: { chat: true } });
  return {
    groupId,
    orgId: row.orgId,
    rootOrgId: row.org.rootId ?? row.org.id,
    path: row.org.path,
    orgNameKk: row.org.nameKk,
    orgNameRu: row.org.nameRu,
    ...{ nameKk: row.nameKk, nameRu: row.nameRu, aim: row.aim, head, headPerson: personOf(row.headPostId) },
    until: row.untilDay && dayFromDb(row.untilDay),
    closed: row.closedAt !== null,
    placeId: place?.id ?? null,
    chat: place?.chat.title ?? null,
    seats: row.seats.map(({ id, name, external, postId }) => ({
      seatId: id,
      name,
      external,
      post: (postId !== null && posts.get(postId)) || null,
      person: personOf(postId),
    })),
  };
}

export type GroupTask = {
  taskId: number;
  number: string;
  headline: string;
  /** On special control. */
  special: boolean;
  due: Day | null;
  state: string;
};
export type GroupSeries = { seriesId: number; theme: string; next: Day | null };

/** What was given to the group as far as the actor may see it, what is open first and of it special control; its sittings for who sits or reads. */
export async function groupWork(
  app: App,
  actor: Actor,
  groupId: number,
): Promise<{ tasks: GroupTask[]; series: GroupSeries[] }> {
  const tasks = await app.db.$queryRaw<(Omit<GroupTask, 'due'> & { due: Date | null })[]>`
    SELECT t.id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.special_control AS special, t.due, t.state::text AS state FROM task t
    WHERE t.group_ids @> ARRAY[${groupId}]::int[] AND t.state <> 'draft' AND ${seenTask(actor)}
    ORDER BY t.state IN ('closed', 'cancelled'), t.special_control DESC, t.due NULLS LAST, t.id LIMIT 20`;
  const today = dayToDb(dayIn(app.zone, app.now()));
  const series = await app.db.$queryRaw<{ seriesId: number; theme: string; next: Date | null }[]>(Prisma.sql`
    SELECT s.id AS "seriesId", s.theme, (SELECT min(m.day) FROM meeting m WHERE m.series_id = s.id AND m.day >= ${today}::date) AS next
    FROM meeting_series s WHERE s.group_id = ${groupId} AND s.ended_at IS NULL ORDER BY s.id`);
  return {
    tasks: tasks.map(({ due, ...task }) => ({ ...task, due: due && dayFromDb(due) })),
    series: series.map(({ next, ...row }) => ({ ...row, next: next && dayFromDb(next) })),
  };
}

/** Posts of the region of this body whose title, organisation or holder fits the words; closed ones are left out. */
export async function postsLike(app: App, path: string, words: string): Promise<PostView[]> {
  const region = await regionOf(app, path);
  const rows = await app.db.post.findMany({
    where: {
      closedAt: null,
      role: { notIn: ['observer', 'admin'] },
      org: { closedAt: null, path: { startsWith: region } },
    },
    select: {
      ...{ id: true, nameKk: true, nameRu: true, aliases: true },
      org: { select: { nameKk: true, nameRu: true, aliases: true } },
      appointments: { where: { toDay: null }, select: { person: { select: { surname: true } } } },
    },
    orderBy: [{ org: { path: 'asc' } }, { id: 'asc' }],
  });
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const fits = rows.filter(({ nameKk, nameRu, aliases, org, appointments }) => {
    const all = fold(
      [
        nameKk,
        nameRu,
        ...aliases,
        org.nameKk,
        org.nameRu,
        ...org.aliases,
        ...appointments.map(({ person }) => person.surname),
      ].join(' '),
    );
    return wanted.every((word) => all.includes(word));
  });
  return postViews(
    app,
    fits.slice(0, 30).map(({ id }) => id),
  );
}

/** Roles that the organisations of this type below a body have, for a seat in each of them. */
export async function districtPosts(
  app: App,
  path: string,
): Promise<{ orgId: number; nameKk: string; nameRu: string; posts: PostView[] }[]> {
  const orgs = await app.db.organisation.findMany({
    where: { type: 'district', closedAt: null, path: { startsWith: path } },
    include: {
      posts: { where: { closedAt: null }, select: { id: true } },
      children: {
        where: { type: 'office', closedAt: null },
        include: { posts: { where: { closedAt: null }, select: { id: true } } },
      },
    },
    orderBy: { path: 'asc' },
  });
  const ids = orgs.map((org) => [...org.posts, ...org.children.flatMap(({ posts }) => posts)].map(({ id }) => id));
  const posts = new Map((await postViews(app, ids.flat())).map((post) => [post.postId, post]));
  return orgs.map(({ id, nameKk, nameRu }, index) => ({
    ...{ orgId: id, nameKk, nameRu },
    posts: (ids[index] ?? []).flatMap((postId) => posts.get(postId) ?? []),
  }));
}

/** Which group a seat that was not ended belongs to, and what the seat is for. */
export async function seatAt(app: App, seatId: number): Promise<{ groupId: number; name: string } | null> {
  return app.db.groupSeat.findFirst({ where: { id: seatId, endedAt: null }, select: { groupId: true, name: true } });
}

/** The open body at this path. */
export async function bodyAt(app: App, path: string): Promise<{ id: number } | null> {
  return app.db.organisation.findFirst({ where: { path, closedAt: null }, select: { id: true } });
}

/** Chats bound within the subtree of a body, for the group's own one. */
export async function placesUnder(app: App, path: string): Promise<{ placeId: number; title: string }[]> {
  const rows = await app.db.place.findMany({
    where: { unboundAt: null, groupId: null, chat: { active: true }, org: { path: { startsWith: path } } },
    include: { chat: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, threadId, chat }) => ({
    placeId: id,
    title: `${chat.title ?? '—'}${threadId === null ? '' : ` #${threadId}`}`,
  }));
}
