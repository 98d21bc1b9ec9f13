// The figures of a digest, by the conditions of the lists behind them; a constant number of statements.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { PostHeld } from '../org/rules.ts';
import { dueSql, sharesSql, stateSql } from '../lists/filter-queries.ts';
import type { StateName } from '../lists/filter-rules.ts';
import { momentBack } from '../stats/rules.ts';
import { matchesShare } from '../tasks/find-queries.ts';
import { readFind } from '../tasks/find-rules.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import { addDays } from '../time.ts';
import { type Improved, type OrgOverdue, type Period, standings, type UnitFigure } from './rules.ts';

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
  /** Overdue now and not then, and then but not now; a digest planned by an earlier version has none of these three. */
  fresh?: number;
  gone?: number;
  /** The earlier moment, ISO 8601. */
  since?: string;
  /** On special control, and of these overdue now and seven days ago; a digest planned by an earlier version has none of these three. */
  special?: number;
  specialOverdue?: number;
  specialOverdueBefore?: number;
  review: number;
  returned: number;
  /** On control, due in the seven days after the period. */
  next: number;
  /** On control, but not binding: recommendations and the like. */
  advisory: number;
  worst: UnitFigure[];
  best: Improved[];
};

type Special = 'special' | 'specialOverdue' | 'specialOverdueBefore';
type OrgRow = OrgOverdue &
  Record<'both' | 'done' | 'inTime' | 'review' | 'returned' | 'next' | 'advisory' | Special, number>;

/** SQL: share `p` of task `t` in organisation `o` belongs to the scope. */
export function within(scope: Scope): Prisma.Sql {
  return Prisma.sql`(starts_with(o.path, ${scope.path}) AND ${about(scope)})`;
}

/** SQL: share `p` of task `t` is what the scope is about, wherever it stands. */
export function about({ resolutionId, topic, confidential }: Omit<Scope, 'path'>): Prisma.Sql {
  const find = topic === null ? null : readFind(topic);
  const words = find === null ? Prisma.sql`true` : matchesShare(find);
  const resolution = resolutionId === null ? Prisma.sql`true` : Prisma.sql`t.resolution_id = ${resolutionId}`;
  const sealed = confidential.length === 0 ? Prisma.sql`false` : seenShare({ posts: confidential });
  return Prisma.sql`(${resolution} AND ${words} AND (NOT t.confidential OR ${sealed}))`;
}

/** Conditions of the figures at this moment, for shares `p` of tasks `t`: those of the lists behind them. */
function conditions(app: App, period: Period) {
  const is = (state: StateName): Prisma.Sql => stateSql(app, state, { within: period, at: null });
  const control = is('control');
  const next = dueSql(app, { from: addDays(period.to, 1), to: addDays(period.to, 7) });
  return {
    control,
    special: is('special'),
    overdue: is('overdue'),
    review: is('review'),
    returned: is('returned'),
    next: Prisma.sql`(${control} AND ${next})`,
    done: is('done'),
    inTime: is('inTime'),
    advisory: is('advisory'),
    past: stateSql(app, 'past', { within: null, at: momentBack(app.now(), 1) }),
  };
}

/** The figures of a scope at this moment for a period. Two statements. */
export async function digestFigures(app: App, scope: Scope, period: Period): Promise<Figures> {
  const is = conditions(app, period);
  const count = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`count(*) FILTER (WHERE ${condition})::int`;
  const rows = await app.db.$queryRaw<OrgRow[]>`
    SELECT o.path, ${count(is.control)} AS open, ${count(is.overdue)} AS overdue, ${count(is.past)} AS "overdueBefore",
      ${count(Prisma.sql`${is.overdue} AND ${is.past}`)} AS both,
      ${count(is.done)} AS done, ${count(is.inTime)} AS "inTime", ${count(is.review)} AS review,
      ${count(is.returned)} AS returned, ${count(is.next)} AS next,
      ${count(is.advisory)} AS advisory, ${count(is.special)} AS special,
      ${count(Prisma.sql`t.special_control AND ${is.overdue}`)} AS "specialOverdue",
      ${count(Prisma.sql`t.special_control AND ${is.past}`)} AS "specialOverdueBefore"
    ${sharesSql} WHERE ${within(scope)} GROUP BY o.id`;
  // What was overdue then and is now is neither: the rest of each is what changed.
  const orgs = rows.map(({ both, ...org }) => ({ ...org, fresh: org.overdue - both, gone: org.overdueBefore - both }));
  const [row] = await app.db.$queryRaw<{ tasks: number }[]>`
    SELECT count(DISTINCT t.id)::int AS tasks ${sharesSql} WHERE ${within(scope)} AND ${is.control}`;
  const sum = (name: Exclude<keyof (typeof orgs)[number], 'path'>): number =>
    orgs.reduce((total, org) => total + org[name], 0);
  return {
    control: sum('open'),
    tasks: row?.tasks ?? 0,
    done: sum('done'),
    inTime: sum('inTime'),
    overdue: sum('overdue'),
    overdueBefore: sum('overdueBefore'),
    fresh: sum('fresh'),
    gone: sum('gone'),
    since: momentBack(app.now(), 1).toISOString(),
    review: sum('review'),
    returned: sum('returned'),
    next: sum('next'),
    advisory: sum('advisory'),
    special: sum('special'),
    specialOverdue: sum('specialOverdue'),
    specialOverdueBefore: sum('specialOverdueBefore'),
    ...standings(
      orgs.filter(({ open, overdueBefore }) => open + overdueBefore > 0),
      scope.path,
    ),
  };
}
