// What still hangs on posts: asked before one is closed. Reads the tables of tasks, which lie further right.
import type { App } from '../app.ts';

type Row = { id: number; tasks: number };

/** Those of the posts on which tasks on control hang, as executor, issuer or controller, with how many. One statement. */
export async function busyPosts(app: App, postIds: number[]): Promise<Map<number, number>> {
  if (postIds.length === 0) return new Map();
  const rows = await app.db.$queryRaw<Row[]>`
    SELECT post_id AS id, count(DISTINCT task_id)::int AS tasks FROM (
      SELECT p.post_id, p.task_id FROM participation p JOIN task t ON t.id = p.task_id
      WHERE p.post_id = ANY(${postIds}::int[]) AND p.state::text NOT IN ('accepted', 'withdrawn') AND t.state::text IN ('issued', 'in_progress')
      UNION ALL SELECT t.issuer_post_id, t.id FROM task t WHERE t.issuer_post_id = ANY(${postIds}::int[]) AND t.state::text IN ('issued', 'in_progress')
      UNION ALL SELECT t.controller_post_id, t.id FROM task t WHERE t.controller_post_id = ANY(${postIds}::int[]) AND t.state::text IN ('issued', 'in_progress')
    ) hanging GROUP BY post_id`;
  return new Map(rows.map(({ id, tasks }) => [id, tasks]));
}

/** How many tasks on control hang on these posts together. */
export async function openTasksOf(app: App, postIds: number[]): Promise<number> {
  if (postIds.length === 0) return 0;
  const [row] = await app.db.$queryRaw<{ tasks: number }[]>`
    SELECT count(*)::int AS tasks FROM task t
    WHERE t.state::text IN ('issued', 'in_progress') AND (t.issuer_post_id = ANY(${postIds}::int[]) OR t.controller_post_id = ANY(${postIds}::int[])
      OR EXISTS (SELECT 1 FROM participation p WHERE p.task_id = t.id AND p.post_id = ANY(${postIds}::int[])
        AND p.state::text NOT IN ('accepted', 'withdrawn')))`;
  return row?.tasks ?? 0;
}
