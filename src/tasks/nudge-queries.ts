// Who of the executors of a task has given no sign of a report, and when they were reminded by hand last.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** SQL: the share `p` owes a first report: assigned or acknowledged, and nothing was reported, not even an interim state. */
const silent = Prisma.sql`p.state IN ('assigned', 'acknowledged')
  AND NOT EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone')`;

/** Ids of the silent shares of the task. */
export async function silentShares(app: App, taskId: number): Promise<number[]> {
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM participation p WHERE p.task_id = ${taskId} AND ${silent} ORDER BY p.position, p.id`;
  return rows.map(({ id }) => id);
}

/** How many of the task's executors are silent. */
export async function countSilent(app: App, taskId: number): Promise<number> {
  const [row] = await app.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM participation p WHERE p.task_id = ${taskId} AND ${silent}`;
  return row?.n ?? 0;
}

/** True while nothing was reported on this share. */
export async function isSilent(app: App, participationId: number): Promise<boolean> {
  const rows = await app.db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM participation p WHERE p.id = ${participationId} AND ${silent}`;
  return rows.length > 0;
}

/** True when the silent of this task were reminded, or are to be, at or after this moment. */
export async function nudgedSince(app: App, taskId: number, since: Date): Promise<boolean> {
  const rows = await app.db.$queryRaw<unknown[]>`
    SELECT 1 FROM outgoing_message m JOIN participation p ON p.id = m.subject_id
    WHERE m.kind = 'tasks.nudge' AND p.task_id = ${taskId} AND m.due_at >= ${since} LIMIT 1`;
  return rows.length > 0;
}
