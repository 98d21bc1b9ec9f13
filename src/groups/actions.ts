// Working groups are made, staffed seat by seat, given a chat and tasks, and closed; seats end, they are never deleted.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import { districtPosts, groupView, type GroupView, subjectOf } from './queries.ts';

export const longestName = 200;
export const maxSeats = 60;

export type NewGroup = {
  orgId: number;
  nameKk: string;
  nameRu: string;
  aim: string | null;
  headPostId: number;
  until: Day | null;
};

/** Makes a working group of a body. Throws UserError for who neither drafts for the body nor heads the group, and for texts that others must not read. */
export async function createGroup(app: App, actor: Actor, made: NewGroup): Promise<number> {
  const { orgId, nameKk, nameRu, aim, headPostId, until } = made;
  refuseSensitive('guard-in-text', nameKk, nameRu, aim);
  return transaction(app, async (app) => {
    const org = await app.db.organisation.findUnique({ where: { id: orgId } });
    const [head] = await postViews(app, [headPostId]);
    if (!org || org.closedAt || !head) throw new UserError('telegram-stale-button');
    const by = may(actor, 'groups.keep', { orgPath: org.path, chairPostId: headPostId });
    if (!by) throw new UserError('telegram-not-allowed');
    const { id } = await app.db.workingGroup.create({
      data: {
        ...{ orgId, nameKk, nameRu, aim, headPostId, createdAt: app.now(), createdById: actor.personId },
        untilDay: until === null ? null : dayToDb(until),
      },
    });
    await recordGroup(
      app,
      actor,
      by,
      'groups.created',
      { groupId: id, rootOrgId: org.rootId ?? org.id },
      { orgId, headPostId, until },
      { nameKk, nameRu, ...(aim && { aim }) },
    );
    return id;
  });
}

export type NewSeat = { name: string; postId: number | null };

/** Adds seats, each with its post or vacant; a post that sits there already is left out. Throws UserError without the right and beyond 60 seats. */
export async function addSeats(
  app: App,
  actor: Actor,
  { groupId, seats }: { groupId: number; seats: NewSeat[] },
): Promise<{ added: number }> {
  refuseSensitive('guard-in-text', ...seats.map(({ name }) => name));
  return transaction(app, async (app) => {
    const { group, by } = await kept(app, actor, groupId);
    const sitting = new Set(group.seats.flatMap(({ post }) => post?.postId ?? []));
    const fresh = seats.filter(
      ({ postId }) => postId === null || (!sitting.has(postId) && postId !== group.head.postId),
    );
    if (group.seats.length + fresh.length > maxSeats) throw new UserError('groups-too-many', { max: maxSeats });
    const posts = new Map(
      (
        await postViews(
          app,
          fresh.flatMap(({ postId }) => postId ?? []),
        )
      ).map((post) => [post.postId, post]),
    );
    const today = dayToDb(dayIn(app.zone, app.now()));
    await app.db.groupSeat.createMany({
      data: fresh.map(({ name, postId }) => ({
        ...{ groupId, name: name.slice(0, longestName), postId, fromDay: today },
        external: isExternal(postId === null ? undefined : posts.get(postId), group),
      })),
    });
    if (fresh.length > 0)
      await recordGroup(app, actor, by, 'groups.seats-added', group, { posts: fresh.map(({ postId }) => postId) });
    return { added: fresh.length };
  });
}

/** Of a body that does not report to the akim, or of another part of the tree: sees only what it takes part in. */
function isExternal(post: PostView | undefined, { path }: GroupView): boolean {
  return post !== undefined && (post.org.subordination === 'republican' || !post.org.path.startsWith(path));
}

/** A seat for the same post in each district below the body: where a district lacks it, the seat is vacant. */
export async function addDistrictSeats(
  app: App,
  actor: Actor,
  { groupId, likePostId }: { groupId: number; likePostId: number },
): Promise<{ added: number; vacant: number }> {
  const { group } = await kept(app, actor, groupId);
  const [like] = await postViews(app, [likePostId]);
  if (!like) throw new UserError('telegram-stale-button');
  const districts = await districtPosts(app, group.path);
  const seats = districts.map(({ nameRu, nameKk, posts }) => {
    const post =
      posts.find(({ role, nameRu: title }) => role === like.role && title === like.nameRu) ??
      posts.find(({ role }) => role === like.role);
    const name = actor.locale === 'kk' ? `${like.nameKk}, ${nameKk}` : `${like.nameRu}, ${nameRu}`;
    return { name, postId: post?.postId ?? null };
  });
  const { added } = await addSeats(app, actor, { groupId, seats });
  return { added, vacant: seats.filter(({ postId }) => postId === null).length };
}

/** Puts a post into a vacant seat. Throws UserError without the right, when somebody was first, and for a post that sits there already. */
export async function fillSeat(
  app: App,
  actor: Actor,
  { seatId, postId }: { seatId: number; postId: number },
): Promise<number> {
  return transaction(app, async (app) => {
    const seat = await app.db.groupSeat.findUnique({ where: { id: seatId } });
    if (!seat) throw new UserError('telegram-stale-button');
    const { group, by } = await kept(app, actor, seat.groupId);
    const [post] = await postViews(app, [postId]);
    if (!post) throw new UserError('telegram-stale-button');
    if (postId === group.head.postId || group.seats.some((each) => each.post?.postId === postId))
      throw new UserError('groups-sits-already');
    const { count } = await app.db.groupSeat.updateMany({
      where: { id: seatId, postId: null, endedAt: null },
      data: { postId, external: isExternal(post, group) },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await recordGroup(app, actor, by, 'groups.seat-filled', group, { seatId, postId });
    return group.groupId;
  });
}

/** Ends a seat; with `keep` it stays and becomes vacant. Throws UserError without the right, or when it is gone. */
export async function freeSeat(
  app: App,
  actor: Actor,
  { seatId, keep }: { seatId: number; keep: boolean },
): Promise<number> {
  return transaction(app, async (app) => {
    const seat = await app.db.groupSeat.findUnique({ where: { id: seatId } });
    if (!seat) throw new UserError('telegram-stale-button');
    const { group, by } = await kept(app, actor, seat.groupId);
    const today = dayToDb(dayIn(app.zone, app.now()));
    const { count } = await app.db.groupSeat.updateMany({
      where: { id: seatId, endedAt: null },
      data: { endedAt: app.now() },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    if (keep)
      await app.db.groupSeat.create({ data: { groupId: seat.groupId, name: seat.name, postId: null, fromDay: today } });
    await recordGroup(app, actor, by, 'groups.seat-ended', group, { seatId, postId: seat.postId, keep });
    return group.groupId;
  });
}

/** Ends the work of a group; its tasks and sittings stay. Throws UserError without the right, or when it is closed. */
export async function closeGroup(app: App, actor: Actor, { groupId }: { groupId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const { group, by } = await kept(app, actor, groupId);
    const { count } = await app.db.workingGroup.updateMany({
      where: { id: groupId, closedAt: null },
      data: { closedAt: app.now() },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await app.db.place.updateMany({
      where: { groupId, unboundAt: null },
      data: { unboundAt: app.now(), groupId: null },
    });
    await recordGroup(app, actor, by, 'groups.closed', group, {});
  });
}

/** A group that the actor keeps, locked. Throws UserError without the right, and for a closed one. */
export async function kept(app: App, actor: Actor, groupId: number): Promise<{ group: GroupView; by: PostHeld }> {
  await app.db.$queryRaw`SELECT id FROM working_group WHERE id = ${groupId} FOR UPDATE`;
  const group = await groupView(app, groupId);
  const by = group && may(actor, 'groups.keep', subjectOf(group));
  if (!group || !by) throw new UserError('telegram-not-allowed');
  if (group.closed) throw new UserError('groups-closed');
  return { group, by };
}

/** One event about a working group. Joins the transaction of the caller. */
export async function recordGroup(
  app: App,
  actor: Actor,
  by: { postId: number },
  verb: string,
  { groupId, rootOrgId }: { groupId: number; rootOrgId: number },
  data: JsonObject,
  texts?: Record<string, string>,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'working_group',
    entityId: groupId,
    rootOrgId,
    actor: { personId: actor.personId, postId: by.postId },
    data,
    ...(texts && { texts }),
  });
}
