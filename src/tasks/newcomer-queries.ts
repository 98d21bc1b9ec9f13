// Schools added to the roster after a task for all schools was issued: who they are, and of which tasks.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { dayIn, dayToDb } from '../time.ts';
import { liveSql } from './list-queries.ts';

/** A task on control and the posts of its class that joined later and have no share of it; of a periodic task its open period. */
export type Newcomers = {
  taskId: number;
  rootOrgId: number;
  issuerPostId: number | null;
  controllerPostId: number | null;
  postIds: number[];
};

/** SQL: not offered before, answered or not, for this task or an earlier period of its series: the message is the memory. */
const unoffered = Prisma.sql`NOT EXISTS (SELECT 1 FROM outgoing_message m WHERE m.kind = 'tasks.newcomers'
  AND (m.subject_id = t.id OR m.subject_id IN (SELECT i.id FROM task i WHERE i.series_id = t.series_id))
  AND m.data->'postIds' @> to_jsonb(po.id))`;

/** All posts to be offered, by task; a task whose date has passed is nothing to join. One statement. */
export async function unofferedNewcomers(app: App): Promise<Newcomers[]> {
  return newcomers(app, unoffered);
}

/** Those of these posts (of all, where none are named) that may still be added to the task, offered before or not. */
export async function newcomersOf(app: App, taskId: number, postIds?: number[]): Promise<number[]> {
  const named = postIds ? Prisma.sql`po.id = ANY (${postIds}::int[])` : Prisma.sql`true`;
  const [found] = await newcomers(app, Prisma.sql`t.id = ${taskId} AND ${named}`);
  return found?.postIds ?? [];
}

async function newcomers(app: App, where: Prisma.Sql): Promise<Newcomers[]> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  return app.db.$queryRaw<Newcomers[]>`
    SELECT t.id AS "taskId", t.root_org_id AS "rootOrgId", t.issuer_post_id AS "issuerPostId",
      t.controller_post_id AS "controllerPostId", array_agg(po.id ORDER BY po.id) AS "postIds"
    FROM task t LEFT JOIN task series ON series.id = t.series_id
    JOIN post po ON po.created_at > coalesce(series.issued_at, t.issued_at) AND po.closed_at IS NULL AND po.role = 'school_head'
    JOIN organisation o ON o.id = po.org_id AND o.closed_at IS NULL AND starts_with(o.path, t.executor_class->>'path')
      AND t.executor_class->'types' @> to_jsonb(o.type::text)
    WHERE t.fan_out AND t.executor_class IS NOT NULL AND t.recurrence IS NULL AND ${liveSql(app)} AND (t.due IS NULL OR t.due >= ${today}::date)
      AND NOT EXISTS (SELECT 1 FROM participation p WHERE p.task_id = t.id AND p.post_id = po.id)
      AND NOT EXISTS (SELECT 1 FROM series_share s WHERE s.task_id = t.series_id AND s.post_id = po.id) AND ${where}
    GROUP BY t.id ORDER BY t.id`;
}
