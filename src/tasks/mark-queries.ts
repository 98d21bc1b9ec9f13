// The marks of a task as they stand.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Mark } from './mark-rules.ts';

/** Which marks are set; null when there is no such task. */
export async function marksOf(app: App, taskId: number): Promise<Record<Mark, boolean> | null> {
  const select = { confidential: true, public: true, specialControl: true };
  return app.db.task.findUnique({ where: { id: taskId }, select });
}

/** The task with its open instances and, with `parts`, whatever was handed down below it: drafts and what is on control. */
export async function openBelow(app: App, taskId: number, { parts }: { parts: boolean }): Promise<number[]> {
  const handedDown = parts ? Prisma.sql`OR (t.parent_id = up.id AND t.parent_share_id IS NOT NULL)` : Prisma.empty;
  const rows = await app.db.$queryRaw<{ id: number }[]>(Prisma.sql`
    WITH RECURSIVE below AS (
      SELECT ${taskId}::int AS id
      UNION SELECT t.id FROM task t JOIN below up ON t.series_id = up.id ${handedDown}
      WHERE t.state IN ('draft', 'issued', 'in_progress')
    ) SELECT id FROM below ORDER BY id`);
  return rows.map(({ id }) => id);
}
