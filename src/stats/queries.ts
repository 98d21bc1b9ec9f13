// Counts behind the pictures of /stats, /status and the digest; a constant number of statements.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { overdueSql, liveSql } from '../tasks/list-queries.ts';
import { dayIn, instantOf, timeIn } from '../time.ts';
import { doneSql, sharesSql, stateSql } from '../lists/filter-queries.ts';
import type { StateName } from '../lists/filter-rules.ts';
import { everOverdueSql } from '../lists/past-queries.ts';
import { momentBack, type OrgCounts, type Week } from './rules.ts';

/** Parts of the tree, and of them one resolution, and `only` what this condition on share `p` and task `t` says. */
export type Scope = { paths: string[]; resolutionId: number | null; only?: Prisma.Sql };

export type WeekCounts = { week: Week; inTime: number; late: number; overdue: number };

export const shares = sharesSql;

/** SQL: share `p` of task `t` belongs to the scope. One look at the posts, not at post and organisation of every share. */
function within({ paths, resolutionId, only = Prisma.sql`true` }: Scope): Prisma.Sql {
  const resolution = resolutionId === null ? Prisma.sql`true` : Prisma.sql`t.resolution_id = ${resolutionId}`;
  return Prisma.sql`(p.post_id IN (SELECT wp.id FROM post wp JOIN organisation wo ON wo.id = wp.org_id
    WHERE wo.path LIKE ANY (${paths.map((path) => `${path}%`)}::text[])) AND ${resolution} AND ${only})`;
}

const tasked = Prisma.sql`FROM participation p JOIN task t ON t.id = p.task_id`;
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
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return [];
  const starts = weeks.map(({ from }) => instantOf(app.zone, from, '00:00'));
  const overdue = Prisma.sql`${liveSql(app)} AND ${overdueSql(app)}`;
  const [row] = await app.db.$queryRaw<{ done: [week: number, inTime: number, late: number][]; overdue: number[] }[]>`
    SELECT (SELECT coalesce(json_agg(json_build_array(d.week, d.in_time, d.late)), '[]') FROM (
        SELECT width_bucket(p.accepted_at, ${starts}::timestamptz[]) AS week, ${count(Prisma.sql`p.in_time`)} AS in_time,
          ${count(Prisma.sql`p.in_time IS NOT TRUE`)} AS late
        ${tasked} WHERE ${within(scope)} AND ${doneSql(app, { from: first.from, to: last.to })} GROUP BY 1) d) AS done,
      array_append(${pastCounts(app, scope, weeks.length - 1)},
        (SELECT count(*)::int ${tasked} WHERE ${within(scope)} AND ${overdue})) AS overdue`;
  return weeks.map((week, index) => {
    const [, inTime = 0, late = 0] = row?.done.find(([at]) => at === index + 1) ?? [];
    return { week, inTime, late, overdue: row?.overdue[index] ?? 0 };
  });
}

/** SQL: an array of what was overdue so many whole weeks ago, the earliest first. */
function pastCounts(app: App, scope: Scope, weeks: number): Prisma.Sql {
  const moments = Array.from({ length: weeks }, (_, index) => momentBack(app.now(), weeks - index));
  const rows = moments.map((at, index) => ({
    k: index,
    at: at.toISOString(),
    day: dayIn(app.zone, at),
    time: timeIn(app.zone, at),
  }));
  const then = { at: Prisma.sql`m.at`, day: Prisma.sql`m.day`, time: Prisma.sql`m.time` };
  const found = everOverdueSql(app, moments[0] ?? app.now(), then).map(
    (share) => Prisma.sql`SELECT m.k ${tasked} JOIN m ON ${share.was} WHERE ${within(scope)} AND ${share.found}`,
  );
  return Prisma.sql`ARRAY(WITH m AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m (k int, at timestamptz, day date, time text))
    SELECT count(c.k)::int FROM m LEFT JOIN (${Prisma.join(found, ' UNION ALL ')}) c USING (k) GROUP BY m.k ORDER BY m.k)`;
}

/** Names of organisations by id. One statement. */
export async function namesOf(app: App, ids: number[]): Promise<Map<number, { nameKk: string; nameRu: string }>> {
  const rows = await app.db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
