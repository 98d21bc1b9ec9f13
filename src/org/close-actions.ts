// Closing posts: their appointments, links and claims end with them.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { enqueue } from '../outbox/actions.ts';
import { dayIn, dayToDb } from '../time.ts';
import { busyPosts } from './close-queries.ts';
import { endDelegations } from './delegation-actions.ts';
import { may } from './rights.ts';
import { endAppointments } from './roster-write-actions.ts';
import type { Actor } from './rules.ts';

/** Ends appointments, links, claims and delegations of these posts and closes them; returns how many were open. Joins the transaction it is called in; the caller checks what hangs on them and records it. */
export async function closePosts(app: App, actor: Actor, postIds: number[]): Promise<number> {
  const now = app.now();
  const today = dayToDb(dayIn(app.zone, now));
  const seats = await app.db.appointment.findMany({
    where: { postId: { in: postIds }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
    select: { id: true },
  });
  await endAppointments(
    app,
    seats.map(({ id }) => id),
  );
  const own = { postId: { in: postIds } };
  await app.db.invite.updateMany({ where: { ...own, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  await endDelegations(app, actor, postIds);
  await refuseClaims(app, postIds);
  const open = { id: { in: postIds }, closedAt: null };
  return (await app.db.post.updateMany({ where: open, data: { closedAt: now } })).count;
}

/** Whoever waits for such a post is told, by the writer of people/. */
async function refuseClaims(app: App, postIds: number[]): Promise<void> {
  const claims = await app.db.claim.findMany({ where: { postId: { in: postIds }, state: 'open' } });
  const where = { id: { in: claims.map(({ id }) => id) }, state: 'open' as const };
  await app.db.claim.updateMany({ where, data: { state: 'refused', decidedAt: app.now() } });
  const kind = 'people.claim-decided';
  await enqueue(
    app,
    claims.flatMap(({ id, chatId }) =>
      chatId === null ? [] : [{ kind, chatId, subjectId: id, lane: 0 as const, dedupeKey: `claim-decided:${id}` }],
    ),
  );
}

/**
 * Closes the posts that a roster no longer names. Posts on which tasks on control hang stay and are counted, as do the actor's own.
 * Throws UserError for anybody but an administrator.
 */
export async function deactivatePosts(
  app: App,
  actor: Actor,
  { postIds }: { postIds: number[] },
): Promise<{ closed: number; busy: number }> {
  if (!may(actor, 'org.import')) throw new UserError('org-roster-not-allowed');
  return transaction(app, async (app) => {
    await app.db.$executeRaw`SELECT id FROM post WHERE id = ANY(${postIds}::int[]) ORDER BY id FOR UPDATE`;
    const busy = await busyPosts(app, postIds);
    const own = new Set(actor.posts.map(({ postId }) => postId));
    const posts = await app.db.post.findMany({
      where: { id: { in: postIds.filter((id) => !busy.has(id) && !own.has(id)) }, closedAt: null },
      include: { org: true },
    });
    const closed = await closePosts(
      app,
      actor,
      posts.map(({ id }) => id),
    );
    const rootOf = (post: (typeof posts)[number]): number => post.org.rootId ?? post.org.id;
    for (const rootOrgId of new Set(posts.map(rootOf))) {
      const ids = posts.filter((post) => rootOf(post) === rootOrgId).map(({ id }) => id);
      const event = { verb: 'org.posts-deactivated', entity: 'organisation', entityId: rootOrgId, rootOrgId };
      await record(app, { ...event, actor: { personId: actor.personId }, chatId: actor.chatId, data: { posts: ids } });
    }
    return { closed, busy: busy.size };
  });
}
