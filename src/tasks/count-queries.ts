// Counts over the shares of parts of the tree, and the tasks that are late, as /status shows them. One statement each.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { shownDates } from './date-queries.ts';
import { liveSql, overdueSql, type Slice } from './list-queries.ts';
import { type Day, dayFromDb } from '../time.ts';
import { seenShare } from './visible-queries.ts';

/** Counts of a subtree; `tasks` counts tasks, everything else binding shares, `advisory` the others that are open. */
export type Counts = {
  tasks: number;
  open: number;
  overdue: number;
  submitted: number;
  returned: number;
  accepted: number;
  advisory: number;
};

/** Counts over the shares whose executors stand in any of these subtrees. Confidential tasks are counted, never shown. */
export async function countsUnder(app: App, paths: string[]): Promise<Counts> {
  return countsOf(
    app,
    Prisma.sql`p.post_id IN (SELECT po.id FROM post po JOIN organisation o ON o.id = po.org_id
      WHERE o.path LIKE ANY (${paths.map((path) => `${path}%`)}::text[]))`,
  );
}

/** Counts over the shares that the actor may see, or those of them that are sought: what the lists behind the numbers show. */
export async function countsSeen(app: App, actor: Actor, slice: Pick<Slice, 'sought'> = {}): Promise<Counts> {
  return countsOf(app, Prisma.sql`${seenShare(actor)} AND ${slice.sought ?? Prisma.sql`true`}`);
}

async function countsOf(app: App, where: Prisma.Sql): Promise<Counts> {
  // Grouped before it is summed up: tens of thousands of shares fall into some dozens of kinds.
  const [row] = await app.db.$queryRaw<Counts[]>`
    WITH kinds AS (
      SELECT p.task_id, p.state, p.force IN ('assignment', 'commitment') AS binding, p.force = 'note' AS note,
        coalesce(${overdueSql(app)}, false) AS overdue, p.state NOT IN ('accepted', 'withdrawn') AS open, count(*) AS n
      FROM participation p JOIN task t ON t.id = p.task_id
      WHERE ${liveSql(app)} AND ${where}
      GROUP BY 1, 2, 3, 4, 5
    )
    SELECT count(DISTINCT task_id) FILTER (WHERE open AND binding)::int AS tasks,
      coalesce(sum(n) FILTER (WHERE open AND binding), 0)::int AS open,
      coalesce(sum(n) FILTER (WHERE open AND binding AND overdue), 0)::int AS overdue,
      coalesce(sum(n) FILTER (WHERE open AND binding AND state = 'submitted'), 0)::int AS submitted,
      coalesce(sum(n) FILTER (WHERE open AND binding AND state = 'returned'), 0)::int AS returned,
      coalesce(sum(n) FILTER (WHERE binding AND state = 'accepted'), 0)::int AS accepted,
      coalesce(sum(n) FILTER (WHERE open AND NOT binding AND NOT note), 0)::int AS advisory
    FROM kinds`;
  return row ?? { tasks: 0, open: 0, overdue: 0, submitted: 0, returned: 0, accepted: 0, advisory: 0 };
}

/** A task with overdue shares: how many, and whose where it is one. */
export type LateTask = {
  /** The share itself where it is one. */
  participationId: number;
  taskId: number;
  number: string;
  headline: string;
  /** The earliest that is late. */
  due: Day | null;
  /** The dates of all its shares in what is counted, late or not, see `datesShown`. */
  from: Day | null;
  to: Day | null;
  confidential: boolean;
  /** On special control. */
  special: boolean;
  executors: number;
  orgNameKk: string;
  orgNameRu: string;
};

/** Some late tasks, how many there are, and how many shares of them are late. */
export type LateTasks = { tasks: LateTask[]; total: number; shares: number };

/** The tasks whose overdue shares the actor may see, special control first, then the longest overdue, and how many tasks there are. One statement. */
export async function lateTasks(app: App, actor: Actor, slice: Slice): Promise<LateTasks> {
  return lateTasksOf(app, Prisma.sql`${seenShare(actor)} AND ${slice.sought ?? Prisma.sql`true`}`, slice);
}

/** The same of the executors in the subtree at `path`. */
export async function lateTasksUnder(app: App, path: string, take: number): Promise<LateTasks> {
  return lateTasksOf(app, Prisma.sql`starts_with(o.path, ${path})`, { take });
}

type LateRow = Omit<LateTask, 'due' | 'from' | 'to'> &
  Record<'due' | 'from' | 'to', Date | null> & { total: number; shares: number };

async function lateTasksOf(app: App, where: Prisma.Sql, { skip = 0, take }: Slice): Promise<LateTasks> {
  const rows = await app.db.$queryRaw<LateRow[]>`
    WITH late AS (SELECT min(p.id) AS "participationId", t.id AS "taskId", coalesce(t.number, '') AS number, t.headline, min(p.due) AS due, t.confidential, t.special_control AS special, count(*)::int AS executors,
      min(o.name_kk) AS "orgNameKk", min(o.name_ru) AS "orgNameRu", (count(*) OVER ())::int AS total,
      (sum(count(*)) OVER ())::int AS shares
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    WHERE ${liveSql(app)} AND ${overdueSql(app)} AND ${where}
    GROUP BY t.id ORDER BY t.special_control DESC, min(p.due), t.id LIMIT ${take ?? null}::int OFFSET ${skip})
    SELECT late.*, d.due_from AS "from", d.due_to AS "to" FROM late JOIN task t ON t.id = late."taskId"
    CROSS JOIN LATERAL (SELECT ${shownDates} FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      WHERE p.task_id = t.id AND p.state <> 'withdrawn' AND ${where}) d
    ORDER BY late.special DESC, late.due, late."taskId"`;
  const day = (at: Date | null): Day | null => at && dayFromDb(at);
  const tasks = rows.map(({ total: _total, shares: _shares, due, from, to, ...row }) => ({
    ...row,
    ...{ due: day(due), from: day(from), to: day(to) },
  }));
  return { tasks, total: rows[0]?.total ?? 0, shares: rows[0]?.shares ?? 0 };
}
