// Who takes part in a periodic task from the next period on: posts that were closed or taken off leave, those who were added stay.
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
 * Takes in who was added to the last period: a replacement, or a newcomer that was offered and asked for (product rules: nobody new is
 * added unasked). Whoever left does not come back by itself. Returns their posts. Joins the transaction of the caller, who records
 * the change. One statement.
 */
export async function joinSeries(app: App, taskId: number): Promise<number[]> {
  const rows = await app.db.$queryRaw<{ post_id: number }[]>`
    INSERT INTO series_share (task_id, post_id, role, position)
    SELECT ${taskId}, x.post_id, x.role, (SELECT coalesce(max(position), 0) FROM series_share WHERE task_id = ${taskId}) + row_number() OVER (ORDER BY x.post_id)
    FROM (SELECT DISTINCT ON (p.post_id) p.post_id, p.role FROM participation p
      WHERE p.task_id = (SELECT max(id) FROM task WHERE series_id = ${taskId}) AND p.state <> 'withdrawn' ORDER BY p.post_id) x
    WHERE NOT EXISTS (SELECT 1 FROM series_share s WHERE s.task_id = ${taskId} AND s.post_id = x.post_id)
    ON CONFLICT (task_id, post_id) DO NOTHING RETURNING post_id`;
  return rows.map(({ post_id }) => post_id);
}
