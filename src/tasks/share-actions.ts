// Shares in bulk: a task for all schools is written and issued in as many statements as one for two.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ParticipationRole, TaskKind } from '../generated/prisma/client.ts';
import { forceOf } from '../org/rules.ts';
import type { TaskView } from './queries.ts';

export type NewShare = { postId: number; position: number; role: ParticipationRole; force: TaskKind };

/** Inserts the shares of one task in one statement. Joins the transaction of the caller, who records the change. */
export async function insertShares(app: App, taskId: number, shares: NewShare[]): Promise<void> {
  await insertSharesOf(
    app,
    shares.map((share) => ({ ...share, taskId })),
  );
}

/** The same for several tasks. The date stays empty until the task is issued. */
export async function insertSharesOf(app: App, shares: (NewShare & { taskId: number })[]): Promise<void> {
  if (shares.length === 0) return;
  await app.db.$executeRaw`
    INSERT INTO participation (task_id, post_id, position, role, force)
    SELECT "taskId", "postId", position, role::participation_role, force::task_kind
    FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) AS v ("taskId" int, "postId" int, position int, role text, force text)`;
}

/** Gives the shares of a task that is being issued their force and its date, in one statement. Joins the transaction of the caller, who records the change. */
export async function issueShares(app: App, task: Pick<TaskView, 'taskId' | 'kind' | 'participations'>): Promise<void> {
  const forces = task.participations.map(({ participationId, post }) => ({
    id: participationId,
    force: forceOf(task.kind, post.org),
  }));
  await app.db.$executeRaw(Prisma.sql`
    UPDATE participation p SET force = v.force::task_kind, state = 'assigned', first_due = t.due, due = t.due, due_time = t.due_time
    FROM jsonb_to_recordset(${JSON.stringify(forces)}::jsonb) AS v (id int, force text), task t
    WHERE p.id = v.id AND p.task_id = ${task.taskId} AND t.id = p.task_id`);
}
