// The figures of a digest and the lists behind them: the same conditions for both, a constant number of statements.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { PostHeld } from '../org/rules.ts';
import { bindingSql as binding, overdueAtSql } from '../stats/past-queries.ts';
import { matchesShare } from '../tasks/find-queries.ts';
import { readFind } from '../tasks/find-rules.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import { addDays, dayFromDb, dayIn, dayToDb, instantOf, timeIn, type Day } from '../time.ts';
import { type ListName, type OrgOverdue, type Period, standings, type UnitFigure } from './rules.ts';

/**
 * What a digest counts: a subtree, of it one resolution, or the tasks that say these words; and of what is confidential only what
 * the holder of these posts sees. Equal scopes have equal figures, whoever reads them.
 */
export type Scope = { path: string; resolutionId: number | null; topic: string | null; confidential: PostHeld[] };

/** The lines of a digest (product rules): binding shares, commitments included. */
export type Figures = {
  /** Not accepted, not withdrawn, the task on control. */
  control: number;
  /** Tasks these shares belong to. */
  tasks: number;
  /** Accepted in the period, and of them in time. */
  done: number;
  inTime: number;
  /** Past the date while the executor owes the report, now and seven days ago. */
  overdue: number;
  overdueBefore: number;
  review: number;
  returned: number;
  /** On control, due in the seven days after the period. */
  next: number;
  /** On control, but not binding: recommendations and the like. */
  advisory: number;
  worst: UnitFigure[];
  best: UnitFigure[];
};

type OrgRow = OrgOverdue & Record<'done' | 'inTime' | 'review' | 'returned' | 'next' | 'advisory', number>;

const from = Prisma.sql`FROM participation p
  JOIN task t ON t.id = p.task_id
  JOIN post po ON po.id = p.post_id
  JOIN organisation o ON o.id = po.org_id`;

/** SQL: share `p` of task `t` in organisation `o` belongs to the scope. */
export function within({ path, resolutionId, topic, confidential }: Scope): Prisma.Sql {
  const find = topic === null ? null : readFind(topic);
  const words = find === null ? Prisma.sql`true` : matchesShare(find);
  const resolution = resolutionId === null ? Prisma.sql`true` : Prisma.sql`t.resolution_id = ${resolutionId}`;
  const sealed = confidential.length === 0 ? Prisma.sql`false` : seenShare({ posts: confidential });
  return Prisma.sql`(starts_with(o.path, ${path}) AND ${resolution} AND ${words} AND (NOT t.confidential OR ${sealed}))`;
}

/** Conditions of the figures at this moment, for shares `p` of tasks `t`. */
function conditions(app: App, { from, to }: Period): Record<ListName, Prisma.Sql> & { open: Prisma.Sql } {
  const now = app.now();
  const today = dayToDb(dayIn(app.zone, now));
  const open = Prisma.sql`(t.state IN ('issued', 'in_progress') AND (t.undo_until IS NULL OR t.undo_until <= ${now})
    AND p.state NOT IN ('accepted', 'withdrawn'))`;
  const control = Prisma.sql`(${open} AND ${binding})`;
  const [start, end] = [instantOf(app.zone, from, '00:00'), instantOf(app.zone, addDays(to, 1), '00:00')];
  return {
    open,
    control,
    overdue: Prisma.sql`(${control} AND p.state IN ('assigned', 'acknowledged', 'returned')
      AND (p.due < ${today}::date OR (p.due = ${today}::date AND p.due_time <= ${timeIn(app.zone, now)})))`,
    review: Prisma.sql`(${control} AND p.state = 'submitted')`,
    returned: Prisma.sql`(${control} AND p.state = 'returned')`,
    next: Prisma.sql`(${control} AND p.due > ${dayToDb(to)}::date AND p.due <= ${dayToDb(addDays(to, 7))}::date)`,
    done: Prisma.sql`(${binding} AND t.state IN ('issued', 'in_progress', 'closed') AND p.state = 'accepted'
      AND p.accepted_at >= ${start} AND p.accepted_at < ${end})`,
  };
}

/** SQL: the share was overdue seven days before now. */
function overdueBefore(app: App): Prisma.Sql {
  return overdueAtSql(app, new Date(app.now().getTime() - 7 * 86_400_000));
}

/** The figures of a scope at this moment for a period. Two statements. */
export async function digestFigures(app: App, scope: Scope, period: Period): Promise<Figures> {
  const is = conditions(app, period);
  const count = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`count(*) FILTER (WHERE ${condition})::int`;
  const orgs = await app.db.$queryRaw<OrgRow[]>`
    SELECT o.path, ${count(is.control)} AS open, ${count(is.overdue)} AS overdue, ${count(overdueBefore(app))} AS "overdueBefore",
      ${count(is.done)} AS done, ${count(Prisma.sql`${is.done} AND p.in_time`)} AS "inTime", ${count(is.review)} AS review,
      ${count(is.returned)} AS returned, ${count(is.next)} AS next,
      ${count(Prisma.sql`${is.open} AND NOT ${binding} AND p.force <> 'note'`)} AS advisory
    ${from} WHERE ${within(scope)} GROUP BY o.id`;
  const [row] = await app.db.$queryRaw<{ tasks: number }[]>`
    SELECT count(DISTINCT t.id)::int AS tasks ${from} WHERE ${within(scope)} AND ${is.control}`;
  const sum = (name: Exclude<keyof OrgRow, 'path'>): number => orgs.reduce((total, org) => total + org[name], 0);
  return {
    control: sum('open'),
    tasks: row?.tasks ?? 0,
    done: sum('done'),
    inTime: sum('inTime'),
    overdue: sum('overdue'),
    overdueBefore: sum('overdueBefore'),
    review: sum('review'),
    returned: sum('returned'),
    next: sum('next'),
    advisory: sum('advisory'),
    ...standings(
      orgs.filter(({ open, overdueBefore }) => open + overdueBefore > 0),
      scope.path,
    ),
  };
}

/** A line of a list behind a figure. */
export type ListRow = {
  taskId: number;
  number: string;
  headline: string;
  confidential: boolean;
  due: Day | null;
  orgNameKk: string;
  orgNameRu: string;
};

export const listPage = 10;

/** One page (from 0) of the shares a figure counts, and how many there are. One statement. */
export async function digestList(
  app: App,
  scope: Scope,
  period: Period,
  { list, page }: { list: ListName; page: number },
): Promise<{ rows: ListRow[]; total: number }> {
  const rows = await app.db.$queryRaw<(Omit<ListRow, 'due'> & { due: Date | null; total: number })[]>`
    SELECT t.id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.confidential, p.due, o.name_kk AS "orgNameKk",
      o.name_ru AS "orgNameRu", (count(*) OVER ())::int AS total
    ${from} WHERE ${within(scope)} AND ${conditions(app, period)[list]}
    ORDER BY p.due NULLS LAST, t.id, p.position, p.id LIMIT ${listPage} OFFSET ${page * listPage}`;
  return {
    rows: rows.map(({ due, total: _, ...row }) => ({ ...row, due: due && dayFromDb(due) })),
    total: rows[0]?.total ?? 0,
  };
}
