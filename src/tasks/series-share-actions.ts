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
          AND p.waived_reason IS NULL
          AND NOT EXISTS (SELECT 1 FROM participation n WHERE n.replaces_id = p.id AND n.period_only)))
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
      WHERE p.task_id = (SELECT max(id) FROM task WHERE series_id = ${taskId}) AND p.state <> 'withdrawn' AND NOT p.period_only ORDER BY p.post_id) x
    WHERE NOT EXISTS (SELECT 1 FROM series_share s WHERE s.task_id = ${taskId} AND s.post_id = x.post_id)
    ON CONFLICT (task_id, post_id) DO NOTHING RETURNING post_id`;
  return rows.map(({ post_id }) => post_id);
}

/**
 * From the next period on the post of this share takes part instead of the one it was given from; of one that only stood in for a period,
 * whoever it stood in for. Joins the transaction of the caller, who records the change. Returns the post that leaves; null for none.
 */
export async function replaceInSeries(
  app: App,
  { seriesId, participationId }: { seriesId: number; participationId: number },
): Promise<number | null> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const [left] = await app.db.$queryRaw<{ post_id: number }[]>`
    WITH RECURSIVE chain AS (
      SELECT o.id, o.post_id, o.replaces_id, o.period_only, 1 AS depth FROM participation n JOIN participation o ON o.id = n.replaces_id
      WHERE n.id = ${participationId}
      UNION ALL
      SELECT o.id, o.post_id, o.replaces_id, o.period_only, c.depth + 1 FROM chain c JOIN participation o ON o.id = c.replaces_id
      WHERE c.period_only AND c.depth < 50
    )
    UPDATE series_share s SET ended_on = ${today}::date FROM chain c, participation n
    WHERE s.task_id = ${seriesId} AND s.ended_on IS NULL AND s.post_id = c.post_id AND n.id = ${participationId} AND s.post_id <> n.post_id
    RETURNING s.post_id`;
  await app.db.$executeRaw`
    INSERT INTO series_share (task_id, post_id, role, position)
    SELECT ${seriesId}, n.post_id, coalesce(l.role, n.role),
      coalesce(l.position, (SELECT coalesce(max(position), 0) + 1 FROM series_share WHERE task_id = ${seriesId}))
    FROM participation n LEFT JOIN series_share l ON l.task_id = ${seriesId} AND l.post_id = ${left?.post_id ?? 0}
    WHERE n.id = ${participationId}
    ON CONFLICT (task_id, post_id) DO UPDATE SET role = excluded.role, position = excluded.position, ended_on = NULL`;
  return left?.post_id ?? null;
}
