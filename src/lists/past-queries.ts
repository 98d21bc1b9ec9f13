// Conditions of counts over shares `p` of tasks `t`: which bind, and which were overdue at an earlier moment.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { dayIn, dayToDb, timeIn } from '../time.ts';

/** SQL: the share counts in discipline (product rules): assignments and commitments. */
export const bindingSql = Prisma.sql`p.force IN ('assignment', 'commitment')`;

/** An earlier moment as SQL: the instant, and its day and time as people there called them. */
export type PastMoment = { at: Prisma.Sql; day: Prisma.Sql; time: Prisma.Sql };

/** SQL: the share was overdue at this earlier moment; see `wasOverdueSql`. */
export function overdueAtSql(app: App, then: Date): Prisma.Sql {
  const moment = {
    at: Prisma.sql`${then}`,
    day: Prisma.sql`${dayToDb(dayIn(app.zone, then))}::date`,
    time: Prisma.sql`${timeIn(app.zone, then)}`,
  };
  return wasOverdueSql(moment, Prisma.sql`(${isHere} OR ${leftLater(moment)})`);
}

/** SQL: the share has not been taken away, nor called somebody else's. */
const isHere = Prisma.sql`p.state NOT IN ('withdrawn', 'misaddressed')`;

/** SQL: it has, but after this moment. */
function leftLater({ at }: Pick<PastMoment, 'at'>): Prisma.Sql {
  return Prisma.sql`((p.state = 'withdrawn' AND p.withdrawn_at > ${at}) OR (p.state = 'misaddressed' AND p.misaddressed_at > ${at}))`;
}

/**
 * SQL: the share, of those that stand so, was overdue at this earlier moment, as far as the tables tell: by the date of that day (before
 * later extensions), the task on control then, not accepted by then, and no final report waiting then. What is handed in or accepted now
 * waits since its submission; only for what was returned or put right before the reports are looked up.
 */
function wasOverdueSql({ at, day, time }: PastMoment, standing: Prisma.Sql): Prisma.Sql {
  // Most shares were never extended: those cost no look at the extensions.
  const due = Prisma.sql`CASE WHEN p.extension_count = 0 THEN p.due ELSE coalesce((SELECT e.old_due FROM extension e
    WHERE e.participation_id = p.id AND e.state = 'approved' AND e.decided_at > ${at} ORDER BY e.decided_at LIMIT 1), p.due) END`;
  return Prisma.sql`(${bindingSql} AND ${standing} AND t.state <> 'draft' AND t.issued_at <= ${at}
    AND (t.closed_at IS NULL OR t.closed_at > ${at}) AND (t.cancelled_at IS NULL OR t.cancelled_at > ${at})
    AND (p.accepted_at > ${at} OR (p.accepted_at IS NULL AND p.state <> 'accepted'))
    AND (p.state NOT IN ('submitted', 'accepted') OR p.submitted_at IS NULL OR p.submitted_at > ${at})
    AND (${due} < ${day} OR (${due} = ${day} AND p.due_time <= ${time}))
    AND NOT EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id AND r.final AND r.submitted_at <= ${at}
      AND ((r.state IN ('submitted', 'returned', 'accepted') AND (r.decided_at IS NULL OR r.decided_at > ${at}))
        OR (r.state = 'superseded' AND EXISTS (SELECT 1 FROM report n WHERE n.participation_id = p.id
          AND n.version = r.version + 1 AND n.submitted_at > ${at})))))`;
}

/**
 * SQL: conditions by which all shares are found that can have been overdue at some moment since `first`, each with the question whether
 * they were at `moment`: accepted since and handed in after their date; not accepted and past their date; taken away since. No share
 * answers two of them. Each is a walk along an index of its own, so that a year of what was done in time costs nothing.
 */
export function everOverdueSql(app: App, first: Date, moment: PastMoment): { found: Prisma.Sql; was: Prisma.Sql }[] {
  const today = Prisma.sql`${dayToDb(dayIn(app.zone, app.now()))}::date`;
  const was = wasOverdueSql(moment, isHere);
  return [
    {
      found: Prisma.sql`(p.accepted_at > ${first}
        AND (p.extension_count > 0 OR (p.due <= ${today} AND p.due <= (coalesce(p.submitted_at, p.accepted_at) AT TIME ZONE ${app.zone})::date)))`,
      was,
    },
    {
      found: Prisma.sql`(p.accepted_at IS NULL AND p.state IN ('assigned', 'acknowledged', 'submitted', 'returned')
        AND (p.extension_count > 0 OR p.due <= ${today}))`,
      was,
    },
    {
      found: Prisma.sql`(p.state IN ('withdrawn', 'misaddressed') AND ${leftLater({ at: Prisma.sql`${first}` })}
        AND (p.extension_count > 0 OR p.due <= ${today}))`,
      was: wasOverdueSql(moment, leftLater(moment)),
    },
  ];
}
