// Who takes part in a periodic task from the next period on: posts that were closed or taken off leave, those who came since join.
import type { App } from '../app.ts';
import { dayIn, dayToDb } from '../time.ts';

/**
 * Ends the part of closed posts, and of those whose share was withdrawn in the last period though it went on. Returns their posts.
 * Joins the transaction of the caller, who records the change. One statement.
 */
export async function leaveSeries(app: App, taskId: number): Promise<number[]> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const rows = await app.db.$queryRaw<{ post_id: number }[]>`
    UPDATE series_share s SET ended_on = ${today}::date
    FROM post po JOIN organisation o ON o.id = po.org_id
    WHERE s.task_id = ${taskId} AND s.ended_on IS NULL AND po.id = s.post_id AND (po.closed_at IS NOT NULL OR o.closed_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM participation p JOIN task i ON i.id = p.task_id AND i.state <> 'cancelled'
        WHERE i.id = (SELECT max(id) FROM task WHERE series_id = ${taskId}) AND p.post_id = s.post_id AND p.state = 'withdrawn'
          AND p.waived_reason IS NULL))
    RETURNING s.post_id`;
  return rows.map(({ post_id }) => post_id);
}

/**
 * Takes in who was added to the last period (a replacement, a newcomer that was asked for), and for a class of executors the posts that
 * came into being since the series was issued. Whoever left does not come back by itself. Returns their posts. Joins the transaction of
 * the caller, who records the change. One statement.
 */
export async function joinSeries(app: App, taskId: number): Promise<number[]> {
  const rows = await app.db.$queryRaw<{ post_id: number }[]>`
    INSERT INTO series_share (task_id, post_id, role, position)
    SELECT ${taskId}, x.post_id, x.role, (SELECT coalesce(max(position), 0) FROM series_share WHERE task_id = ${taskId}) + row_number() OVER (ORDER BY x.post_id)
    FROM (
      SELECT DISTINCT ON (post_id) post_id, role FROM (
        SELECT p.post_id, p.role FROM participation p
        WHERE p.task_id = (SELECT max(id) FROM task WHERE series_id = ${taskId}) AND p.state <> 'withdrawn'
        UNION ALL
        SELECT po.id, 'responsible'::participation_role FROM task t
        JOIN post po ON po.created_at > t.issued_at AND po.closed_at IS NULL AND po.role = 'school_head'
        JOIN organisation o ON o.id = po.org_id AND o.closed_at IS NULL AND starts_with(o.path, t.executor_class->>'path')
          AND t.executor_class->'types' @> to_jsonb(o.type::text)
        WHERE t.id = ${taskId} AND t.fan_out AND t.executor_class IS NOT NULL) y ORDER BY post_id) x
    WHERE NOT EXISTS (SELECT 1 FROM series_share s WHERE s.task_id = ${taskId} AND s.post_id = x.post_id)
    ON CONFLICT (task_id, post_id) DO NOTHING RETURNING post_id`;
  return rows.map(({ post_id }) => post_id);
}
