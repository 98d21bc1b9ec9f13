// Programmes and topics with what is done about each, as far as the reader sees it; which of them a task bears.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { may } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { liveSql, overdueSql } from '../tasks/list-queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';

export const programmeKinds = ['programme', 'topic'] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];
export type ProgrammeRow = {
  programmeId: number;
  kind: ProgrammeKind;
  name: string;
  aliases: string[];
  /** Binding shares on control, accepted, overdue. */
  open: number;
  done: number;
  overdue: number;
};

/**
 * The post with which the actor keeps the dictionary; null when none. It is one for the whole tree and a new name reaches every task, so
 * only who drafts for the body at the top may: neither a district nor one of two regions writes for the other.
 */
export function keeperOf(actor: Actor): PostHeld | null {
  for (const post of actor.posts) {
    const by = may({ ...actor, posts: [post] }, 'programmes.keep', { orgPath: `/${post.rootId}/` });
    if (by) return by;
  }
  return null;
}

/** The dictionary of the actor's trees, programmes first, each with its counts in what the actor may see. One statement. */
export async function programmesFor(
  app: App,
  actor: Actor,
  programmeId: number | null = null,
): Promise<ProgrammeRow[]> {
  const roots = [...new Set(actor.posts.map(({ rootId }) => rootId))];
  const bears = Prisma.sql`((d.kind = 'programme' AND d.name = ANY (t.programmes)) OR (d.kind = 'topic' AND t.topic = d.name))`;
  return app.db.$queryRaw<ProgrammeRow[]>`
    SELECT d.id AS "programmeId", d.kind, d.name, coalesce(d.aliases, '{}') AS aliases, coalesce(c.open, 0) AS open, coalesce(c.done, 0) AS done, coalesce(c.overdue, 0) AS overdue
    FROM programme d LEFT JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE ${liveSql(app)} AND p.state NOT IN ('accepted', 'withdrawn')))::int AS open,
        (count(*) FILTER (WHERE p.state = 'accepted'))::int AS done, (count(*) FILTER (WHERE ${overdueSql(app)} AND ${liveSql(app)}))::int AS overdue
      FROM task t JOIN participation p ON p.task_id = t.id
      WHERE t.root_org_id = d.root_org_id AND t.state NOT IN ('draft', 'cancelled') AND p.force IN ('assignment', 'commitment')
        AND ${bears} AND ${seenShare(actor)}) c ON true
    WHERE d.root_org_id = ANY (${roots}::int[]) AND d.closed_at IS NULL AND (${programmeId}::int IS NULL OR d.id = ${programmeId})
    ORDER BY d.kind, d.name, d.id`;
}

/** What a task bears: names of programmes, its topic. */
export async function borneBy(
  app: App,
  taskId: number,
): Promise<{ programmes: string[]; topic: string | null } | null> {
  return app.db.task.findUnique({ where: { id: taskId }, select: { programmes: true, topic: true } });
}
