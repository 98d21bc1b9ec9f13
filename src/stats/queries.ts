// Counts behind the pictures of /stats, /status and the digest; a constant number of statements.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { overdueSql, liveSql } from '../tasks/list-queries.ts';
import { instantOf } from '../time.ts';
import { doneSql, sharesSql, stateSql } from '../lists/filter-queries.ts';
import type { StateName } from '../lists/filter-rules.ts';
import { bindingSql, overdueAtSql } from '../lists/past-queries.ts';
import { momentBack, type OrgCounts, type Week } from './rules.ts';

/** Parts of the tree, or the executors of one resolution; of them `only` what this condition on share `p`, task `t` and organisation `o` says. */
export type Scope = { paths: string[]; resolutionId: number | null; only?: Prisma.Sql };

export type WeekCounts = { week: Week; inTime: number; late: number; overdue: number };

export const shares = sharesSql;

function within({ paths, resolutionId, only = Prisma.sql`true` }: Scope): Prisma.Sql {
  return resolutionId === null
    ? Prisma.sql`(o.path LIKE ANY (${paths.map((path) => `${path}%`)}::text[]) AND ${only})`
    : Prisma.sql`(t.resolution_id = ${resolutionId} AND ${only})`;
}

const count = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`count(*) FILTER (WHERE ${condition})::int`;

/** Binding shares by organisation: done in the days given, going on and overdue now. One statement. */
export async function orgCounts(app: App, scope: Scope, days: Week): Promise<OrgCounts[]> {
  const is = (state: StateName): Prisma.Sql => stateSql(app, state, { within: days, at: null });
  const done = doneSql(app, days);
  return app.db.$queryRaw<OrgCounts[]>`
    SELECT o.path, ${count(is('inTime'))} AS "inTime", ${count(is('late'))} AS late, ${count(is('work'))} AS work,
      ${count(is('overdue'))} AS overdue
    ${shares} WHERE ${within(scope)} AND (${done} OR ${is('control')}) GROUP BY o.id`;
}

/**
 * What was done in each of these weeks, and what was overdue: now for the last one, a whole number of weeks earlier for the others, so
 * that like is compared with like. One statement.
 */
export async function weekCounts(app: App, scope: Scope, weeks: Week[]): Promise<WeekCounts[]> {
  const first = weeks[0];
  if (!first) return [];
  const nowOverdue = Prisma.sql`(${liveSql(app)} AND coalesce(${overdueSql(app)}, false))`;
  const columns = weeks.map((week, index) => {
    const back = weeks.length - 1 - index;
    const done = doneSql(app, week);
    const overdue = back === 0 ? nowOverdue : overdueAtSql(app, momentBack(app.now(), back));
    return Prisma.sql`json_build_array(${count(Prisma.sql`${done} AND coalesce(p.in_time, false)`)},
      ${count(Prisma.sql`${done} AND NOT coalesce(p.in_time, false)`)}, ${count(overdue)})`;
  });
  const start = instantOf(app.zone, first.from, '00:00');
  const [row] = await app.db.$queryRaw<{ figures: number[][] }[]>`
    SELECT json_build_array(${Prisma.join(columns)}) AS figures
    ${shares} WHERE ${within(scope)} AND ${bindingSql} AND (p.accepted_at IS NULL OR p.accepted_at >= ${start})`;
  return weeks.map((week, index) => {
    const [inTime = 0, late = 0, overdue = 0] = row?.figures[index] ?? [];
    return { week, inTime, late, overdue };
  });
}

/** Names of organisations by id. One statement. */
export async function namesOf(app: App, ids: number[]): Promise<Map<number, { nameKk: string; nameRu: string }>> {
  const rows = await app.db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
