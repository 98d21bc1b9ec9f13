// Working groups as executors: those that may be named, and which posts sit in them today.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { namesWorkingGroup } from '../reading/working-groups.ts';
import { ownPosts } from './visible-queries.ts';
import type { WorkingGroup } from './working-group-rules.ts';

/** Open groups that an actor reads, heads or sits in, or those of a body and below it; with the seats of today. One statement. */
export async function workingGroups(app: App, within: Actor | { orgPath: string }): Promise<WorkingGroup[]> {
  const where =
    'orgPath' in within
      ? Prisma.sql`starts_with(o.path, ${within.orgPath})`
      : Prisma.sql`(g.head_post_id = ${ownPosts(within)}
        OR EXISTS (SELECT 1 FROM unnest(${readableScopes(within)}::text[]) AS r(path) WHERE starts_with(o.path, r.path))
        OR EXISTS (SELECT 1 FROM group_seat m WHERE m.group_id = g.id AND m.ended_at IS NULL AND NOT m.external
          AND m.post_id = ${ownPosts(within)}))`;
  return app.db.$queryRaw<WorkingGroup[]>`
    SELECT g.id AS "groupId", g.name_kk AS "nameKk", g.name_ru AS "nameRu", g.head_post_id AS "headPostId",
      (SELECT l.id FROM place l WHERE l.id = g.place_id AND l.unbound_at IS NULL) AS "placeId",
      coalesce(array_agg(s.post_id ORDER BY s.id) FILTER (WHERE p.id IS NOT NULL), '{}') AS "postIds",
      coalesce(array_agg(s.name ORDER BY s.id) FILTER (WHERE s.id IS NOT NULL AND p.id IS NULL), '{}') AS vacant
    FROM working_group g JOIN organisation o ON o.id = g.org_id
    LEFT JOIN group_seat s ON s.group_id = g.id AND s.ended_at IS NULL
    LEFT JOIN post p ON p.id = s.post_id AND p.closed_at IS NULL
    WHERE g.closed_at IS NULL AND ${where} GROUP BY g.id ORDER BY g.id`;
}

/** The groups that a text may speak of; none without a statement where it names no working group at all. */
export async function groupsFor(app: App, within: Actor | { orgPath: string }, text: string): Promise<WorkingGroup[]> {
  return namesWorkingGroup(text) ? workingGroups(app, within) : [];
}
