// Schools by district: where each stands in what the reader may see, in all its tasks or in one.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { liveSql, overdueSql } from '../tasks/list-queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import { addDays, dayFromDb, instantOf, type Day } from '../time.ts';
import { bindingSql } from '../lists/past-queries.ts';
import { shares } from './queries.ts';
import type { SchoolCounts, Week } from './rules.ts';

export type SchoolRow = SchoolCounts & {
  orgId: number;
  number: string | null;
  nameKk: string;
  nameRu: string;
  /** The organisation above the school. */
  districtId: number | null;
  districtKk: string | null;
  districtRu: string | null;
};

/** A task of which the matrix tells. */
export type SchoolsTask = { id: number; number: string; headline: string; due: Day | null };

const count = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`count(*) FILTER (WHERE ${condition})::int`;

/**
 * Schools with shares that the reader may see: done in the days given, or whenever for one task; and what is open. Binding shares only;
 * of one task all. In the order of districts and numbers. One statement.
 */
export async function schoolRows(
  app: App,
  actor: Pick<Actor, 'posts'>,
  { days, taskId }: { days: Week; taskId: number | null },
): Promise<SchoolRow[]> {
  const start = instantOf(app.zone, days.from, '00:00');
  const end = instantOf(app.zone, addDays(days.to, 1), '00:00');
  const accepted = Prisma.sql`(p.state = 'accepted' AND t.state IN ('issued', 'in_progress', 'closed'))`;
  const done =
    taskId === null
      ? Prisma.sql`(${accepted} AND ${bindingSql} AND p.accepted_at >= ${start} AND p.accepted_at < ${end})`
      : accepted;
  const open = Prisma.sql`(${liveSql(app)} AND p.state NOT IN ('accepted', 'withdrawn')
    AND ${taskId === null ? bindingSql : Prisma.sql`true`})`;
  const overdue = Prisma.sql`coalesce(${overdueSql(app)}, false)`;
  // Counted by school first: the names of a thousand schools are not carried through a hundred thousand shares.
  return app.db.$queryRaw<SchoolRow[]>`
    SELECT s.id AS "orgId", s.number, s.name_kk AS "nameKk", s.name_ru AS "nameRu", d.id AS "districtId", d.name_kk AS "districtKk",
      d.name_ru AS "districtRu", c."inTime", c.late, c.review, c.work, c.overdue
    FROM (SELECT o.id, ${count(Prisma.sql`${done} AND p.in_time`)} AS "inTime",
        ${count(Prisma.sql`${done} AND NOT coalesce(p.in_time, false)`)} AS late,
        ${count(Prisma.sql`${open} AND p.state = 'submitted'`)} AS review,
        ${count(Prisma.sql`${open} AND p.state <> 'submitted' AND NOT ${overdue}`)} AS work,
        ${count(Prisma.sql`${open} AND ${overdue}`)} AS overdue
      ${shares} WHERE o.type IN ('school', 'boarding') AND ${seenShare(actor)} AND (${done} OR ${open})
        AND ${taskId === null ? Prisma.sql`true` : Prisma.sql`t.id = ${taskId}`}
      GROUP BY o.id) c
    JOIN organisation s ON s.id = c.id LEFT JOIN organisation d ON d.id = s.parent_id
    ORDER BY d.path NULLS FIRST, nullif(regexp_replace(coalesce(s.number, ''), '\\D', '', 'g'), '')::bigint NULLS LAST, s.id`;
}

/** The task of this number of which the reader may see shares of schools, the latest first; null when there is none. One statement. */
export async function schoolsTask(
  app: App,
  actor: Pick<Actor, 'posts'>,
  wanted: { numbers: string[] } | { taskId: number },
): Promise<SchoolsTask | null> {
  const which =
    'taskId' in wanted ? Prisma.sql`t.id = ${wanted.taskId}` : Prisma.sql`t.number = ANY (${wanted.numbers}::text[])`;
  const [row] = await app.db.$queryRaw<(Omit<SchoolsTask, 'due'> & { due: Date | null })[]>`
    SELECT t.id, coalesce(t.number, '') AS number, t.headline, max(p.due) AS due
    ${shares} WHERE ${which} AND t.state <> 'draft' AND o.type IN ('school', 'boarding') AND ${seenShare(actor)}
    GROUP BY t.id ORDER BY count(*) > 1 DESC, t.id DESC LIMIT 1`;
  return row ? { ...row, due: row.due && dayFromDb(row.due) } : null;
}
