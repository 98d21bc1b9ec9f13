// Counts behind the pictures of /stats, /status and the digest; a constant number of statements.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { overdueSql, liveSql } from '../tasks/list-queries.ts';
import { dayIn, dayToDb, instantOf } from '../time.ts';
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
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return [];
  const nowOverdue = Prisma.sql`(${liveSql(app)} AND coalesce(${overdueSql(app)}, false))`;
  const moments = weeks.map((_, index) => momentBack(app.now(), weeks.length - 1 - index));
  const overdue = moments.map((then, index) =>
    count(index === weeks.length - 1 ? nowOverdue : overdueAtSql(app, then)),
  );
  const starts = weeks.map(({ from }) => instantOf(app.zone, from, '00:00'));
  const [row] = await app.db.$queryRaw<{ done: [week: number, inTime: number, late: number][]; overdue: number[] }[]>`
    SELECT (SELECT coalesce(json_agg(json_build_array(d.week, d.in_time, d.late)), '[]') FROM (
        SELECT width_bucket(p.accepted_at, ${starts}::timestamptz[]) AS week, ${count(Prisma.sql`p.in_time`)} AS in_time,
          ${count(Prisma.sql`p.in_time IS NOT TRUE`)} AS late
        ${shares} WHERE ${within(scope)} AND ${doneSql(app, { from: first.from, to: last.to })} GROUP BY 1) d) AS done,
      (SELECT json_build_array(${Prisma.join(overdue)}) ${shares}
        WHERE ${within(scope)} AND ${bindingSql} AND ${everDueSql(app, moments[0] ?? app.now())}) AS overdue`;
  return weeks.map((week, index) => {
    const [, inTime = 0, late = 0] = row?.done.find(([at]) => at === index + 1) ?? [];
    return { week, inTime, late, overdue: row?.overdue[index] ?? 0 };
  });
}

/** SQL: the share can have been overdue at some moment from `first` to now; few of many are, and only they are looked at closely. */
function everDueSql(app: App, first: Date): Prisma.Sql {
  return Prisma.sql`(p.accepted_at IS NULL OR p.accepted_at > ${first})
    AND (p.extension_count > 0 OR p.due <= ${dayToDb(dayIn(app.zone, app.now()))}::date)`;
}

/** Names of organisations by id. One statement. */
export async function namesOf(app: App, ids: number[]): Promise<Map<number, { nameKk: string; nameRu: string }>> {
  const rows = await app.db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
