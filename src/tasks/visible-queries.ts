// What a person may see, as conditions for every list: the same as maySee and visibleShares of access-rules.
import { Prisma } from '../generated/prisma/client.ts';
import { type Actor, readableScopes, scopeOf } from '../org/rules.ts';

/** SQL: ids of the actor's posts. */
export function ownPosts(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  return Prisma.sql`ANY (${actor.posts.map(({ postId }) => postId)}::int[])`;
}

/** SQL: the posts of these subtrees. */
function postsUnder(paths: string[]): Prisma.Sql {
  return Prisma.sql`(SELECT xp.id FROM post xp JOIN organisation xo ON xo.id = xp.org_id
    WHERE xo.path LIKE ANY (${paths.map((path) => `${path}%`)}::text[]))`;
}

/** SQL: the posts that serve one of these bodies: in the body itself or in an office of it. */
function postsServing(bodies: string[]): Prisma.Sql {
  return Prisma.sql`(SELECT xp.id FROM post xp JOIN organisation xo ON xo.id = xp.org_id LEFT JOIN organisation xb ON xb.id = xo.parent_id
    WHERE xo.path = ANY (${bodies}::text[]) OR (xo.type = 'office' AND xb.path = ANY (${bodies}::text[])))`;
}

/** SQL: the actor is akim of the tree in which task `t` was issued. */
export function leadsIt(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  const led = actor.posts.filter(({ role }) => role === 'akim').map(scopeOf);
  return led.length === 0 ? Prisma.sql`false` : Prisma.sql`t.issuer_post_id IN ${postsUnder(led)}`;
}

/** SQL: the actor sees task `t`, confidential as it may be, as akim or secretary of the body that issued it. */
function headsIt(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  const served = actor.posts.filter(({ role }) => role === 'secretary').map(scopeOf);
  if (served.length === 0) return leadsIt(actor);
  return Prisma.sql`(${leadsIt(actor)} OR t.issuer_post_id IN ${postsServing(served)})`;
}

/** SQL: the actor issued or controls task `t`. */
function decidesIt(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  return Prisma.sql`(t.issuer_post_id = ${ownPosts(actor)} OR t.controller_post_id = ${ownPosts(actor)})`;
}

/** SQL: share `p` lets its executor, and those above, look at task `t`: one that was taken away does not, unless the task is over and not confidential. */
const takesPart = Prisma.sql`(p.state <> 'withdrawn' OR (NOT t.confidential AND t.state IN ('closed', 'cancelled')))`;

/** SQL: the actor may see share `p` of task `t` in a list. */
export function seenShare(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  const below = postsUnder(readableScopes(actor));
  return Prisma.sql`(${decidesIt(actor)}
    OR (${takesPart} AND (p.post_id = ${ownPosts(actor)} OR (p.post_id IN ${below} AND (NOT t.confidential OR ${headsIt(actor)})))))`;
}

/** SQL: the actor may see task `t` in a list. */
export function seenTask(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  const below = postsUnder(readableScopes(actor));
  return Prisma.sql`(${decidesIt(actor)} OR ${headsIt(actor)} OR (NOT t.confidential AND t.issuer_post_id IN ${below})
    OR EXISTS (SELECT 1 FROM participation p WHERE p.task_id = t.id AND ${seenShare(actor)}))`;
}

/** SQL: the actor may see the periodic task `t` in a list; its executors are those of the series, not shares of its own. */
export function seenSeries(actor: Pick<Actor, 'posts'>): Prisma.Sql {
  const below = postsUnder(readableScopes(actor));
  return Prisma.sql`(${seenTask(actor)} OR EXISTS (SELECT 1 FROM series_share s WHERE s.task_id = t.id AND s.ended_on IS NULL
    AND (s.post_id = ${ownPosts(actor)} OR (NOT t.confidential AND s.post_id IN ${below}))))`;
}
