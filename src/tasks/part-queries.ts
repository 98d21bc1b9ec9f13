// The parts of a task for many: how far each district is, and which groups show a card of it. Counted by the database.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** How many executors of a district have handed in; `name` is null for those who stand in no district. */
export type PartCount = { name: { nameKk: string; nameRu: string } | null; done: number; total: number };

/** A group or topic with a card of the task: its home, or that of a district whose executors are among them. */
export type CardPlace = { taskId: number; placeId: number; chatId: number; threadId: number | null };

/** SQL: organisations that part a city: districts, and the units of a department that stand for one. */
const isPart = (org: string): Prisma.Sql => Prisma.raw(`${org}.type IN ('district', 'unit')`);

/** Executors of the task by district, in the order of the tree. One statement, however many there are. */
export async function partCounts(app: App, taskId: number): Promise<PartCount[]> {
  const rows = await app.db.$queryRaw<{ nameKk: string | null; nameRu: string | null; done: number; total: number }[]>`
    WITH district AS (
      SELECT d.id, d.path, d.name_kk, d.name_ru FROM organisation d
      WHERE ${isPart('d')} AND d.root_id = (SELECT root_org_id FROM task WHERE id = ${taskId})
        AND NOT EXISTS (SELECT 1 FROM organisation u WHERE ${isPart('u')} AND u.id <> d.id AND u.root_id = d.root_id
          AND starts_with(d.path, u.path))
    )
    SELECT d.name_kk AS "nameKk", d.name_ru AS "nameRu", count(*)::int AS total,
      count(*) FILTER (WHERE p.state IN ('submitted', 'accepted'))::int AS done
    FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    LEFT JOIN district d ON starts_with(o.path, d.path)
    WHERE p.task_id = ${taskId} AND p.state <> 'withdrawn'
    GROUP BY d.id, d.path, d.name_kk, d.name_ru ORDER BY d.id NULLS LAST`;
  return rows.map(({ nameKk, nameRu, done, total }) => ({
    name: nameKk === null || nameRu === null ? null : { nameKk, nameRu },
    done,
    total,
  }));
}

/**
 * Where the cards of these tasks stand: the home group, and of a fan-out the group of each district that has executors in it
 * (product rules: groups of parts of the tree get only their own part); the card of a parent counts its parts, so its home too.
 * With `postId` only the parts of this executor. One statement.
 */
export async function cardPlaces(app: App, tasks: { taskId: number; postId?: number | null }[]): Promise<CardPlace[]> {
  const taskIds = tasks.map(({ taskId }) => taskId);
  const postIds = tasks.map(({ postId }) => postId ?? null);
  return app.db.$queryRaw<CardPlace[]>`
    /* prepared */ WITH told AS (SELECT * FROM unnest(${taskIds}::int[], ${postIds}::int[]) AS given (task_id, post_id)),
      shown AS (SELECT task_id AS id FROM told UNION SELECT parent_id FROM task WHERE id = ANY (${taskIds}::int[]) AND parent_share_id IS NOT NULL)
    SELECT t.id AS "taskId", l.id AS "placeId", l.chat_id AS "chatId", l.thread_id AS "threadId"
    FROM task t JOIN place l ON l.id = t.home_place_id AND l.unbound_at IS NULL
    WHERE t.recurrence IS NULL AND t.id IN (SELECT id FROM shown) AND (t.state <> 'draft' OR t.id = ANY (${taskIds}::int[]))
    UNION ALL
    (SELECT DISTINCT ON (t.id, d.id) t.id, l.id, l.chat_id, l.thread_id
    FROM task t
    JOIN organisation d ON ${isPart('d')} AND d.root_id = t.root_org_id
      AND NOT EXISTS (SELECT 1 FROM place home WHERE home.id = t.home_place_id AND home.org_id = d.id AND home.group_id IS NULL)
    JOIN place l ON l.org_id = d.id AND l.unbound_at IS NULL AND l.group_id IS NULL
    JOIN chat c ON c.id = l.chat_id AND c.active
    WHERE t.id = ANY (${taskIds}::int[]) AND t.fan_out AND EXISTS (
      SELECT 1 FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      WHERE p.task_id = t.id AND starts_with(o.path, d.path) 
        AND EXISTS (SELECT 1 FROM told WHERE told.task_id = t.id AND (told.post_id IS NULL OR told.post_id = p.post_id)))
    ORDER BY t.id, d.id, l.thread_id NULLS FIRST, l.id)`;
}
