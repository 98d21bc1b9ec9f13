// Shares in bulk: a task for all schools is written and issued in as many statements as one for two.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ParticipationRole, TaskKind } from '../generated/prisma/client.ts';
import { forceOf } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import { type Dated, internalDue } from './internal-due-rules.ts';
import type { TaskView } from './queries.ts';
import { startUpdates } from './update-actions.ts';

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

/** What stands on a share at its beginning: nothing of what happened to it when the same post had it before. */
export const untouched = {
  state: 'assigned' as const,
  stateReason: null,
  waivedReason: null,
  withdrawnAt: null,
  misaddressedAt: null,
  acknowledgedAt: null,
  submittedAt: null,
  acceptedAt: null,
  inTime: null,
  returnCount: 0,
  progress: null,
  blockedReason: null,
  blockedAt: null,
  nextUpdate: null,
  missedUpdates: 0,
};

type Issuable = Pick<TaskView, 'taskId' | 'kind' | 'participations' | 'updateRule' | 'recurrence'> & Partial<Dated>;

/**
 * Gives the shares of a task that is being issued their force and their date, in one statement: the task's, for co-executors the
 * internal one before it; news is expected of them from now on. They reach their executors when the time for undo is over. Joins the
 * transaction of the caller, who records the change.
 */
export async function issueShares(app: App, task: Issuable): Promise<void> {
  await issueSharesOf(app, [task]);
}

/** The same for several tasks, in as many statements. */
export async function issueSharesOf(app: App, tasks: Issuable[]): Promise<void> {
  const dates = await datesOfCoExecutors(app, tasks);
  const shares = tasks.flatMap((task) =>
    task.participations.map(({ participationId, post }) => ({
      id: participationId,
      force: forceOf(task.kind, post.org),
      due: dates.get(participationId)?.due ?? null,
      own: dates.has(participationId),
      dueTime: dates.get(participationId)?.dueTime ?? null,
    })),
  );
  await app.db.$executeRaw(Prisma.sql`
    UPDATE participation p SET force = v.force::task_kind, state = 'assigned', state_reason = NULL, waived_reason = NULL,
      withdrawn_at = NULL, misaddressed_at = NULL, acknowledged_at = NULL, submitted_at = NULL, accepted_at = NULL, in_time = NULL,
      return_count = 0, progress = NULL, blocked_reason = NULL, blocked_at = NULL, next_update = NULL, missed_updates = 0,
      first_due = CASE WHEN v.own THEN v.due ELSE t.due END, due = CASE WHEN v.own THEN v.due ELSE t.due END,
      due_time = CASE WHEN v.own THEN v."dueTime" ELSE t.due_time END, assigned_at = greatest(${app.now()}::timestamptz, t.undo_until)
    FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) AS v (id int, force text, due date, own bool, "dueTime" text), task t
    WHERE p.id = v.id AND p.task_id = ANY (${tasks.map(({ taskId }) => taskId)}::int[]) AND t.id = p.task_id`);
  await startUpdates(app, tasks);
}

/** Internal dates by share; empty where nobody co-executes or there is no date. */
async function datesOfCoExecutors(app: App, tasks: Issuable[]): Promise<Map<number, Dated>> {
  const wanted = tasks.flatMap(({ taskId, due = null, dueTime = null, participations }) =>
    due === null
      ? []
      : participations
          .filter(({ role }) => role === 'co_executor')
          .map(({ participationId, post }) => ({ taskId, participationId, week: post.org.week, due, dueTime })),
  );
  if (wanted.length === 0) return new Map();
  const calendar = await loadCalendar(app);
  const leaving = await leavesAt(app, [...new Set(wanted.map(({ taskId }) => taskId))]);
  return new Map(
    wanted.map(({ taskId, participationId, week, due, dueTime }) => {
      const heard = dayIn(app.zone, leaving.get(taskId) ?? app.now());
      return [participationId, internalDue(calendar, { due, dueTime }, week, heard)];
    }),
  );
}

/** When these tasks reach their executors: once they can no longer be taken back. */
async function leavesAt(app: App, taskIds: number[]): Promise<Map<number, Date>> {
  const rows = await app.db.task.findMany({ where: { id: { in: taskIds } }, select: { id: true, undoUntil: true } });
  const now = app.now();
  return new Map(rows.map(({ id, undoUntil }) => [id, undoUntil && undoUntil > now ? undoUntil : now]));
}
