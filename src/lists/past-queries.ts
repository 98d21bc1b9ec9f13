// Conditions of counts over shares `p` of tasks `t`: which bind, and which were overdue at an earlier moment.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { dayIn, dayToDb, timeIn } from '../time.ts';

/** SQL: the share counts in discipline (product rules): assignments and commitments. */
export const bindingSql = Prisma.sql`p.force IN ('assignment', 'commitment')`;

/**
 * SQL: the share was overdue at this earlier moment, as far as the tables tell: by the date of that day (before later extensions),
 * the task on control then, not accepted by then, and no final report waiting then. Withdrawn shares are left out: the tables do not
 * say since when they are.
 */
export function overdueAtSql(app: App, then: Date): Prisma.Sql {
  const day = dayToDb(dayIn(app.zone, then));
  // Most shares were never extended: those cost no look at the extensions.
  const due = Prisma.sql`CASE WHEN p.extension_count = 0 THEN p.due ELSE coalesce((SELECT e.old_due FROM extension e
    WHERE e.participation_id = p.id AND e.state = 'approved' AND e.decided_at > ${then} ORDER BY e.decided_at LIMIT 1), p.due) END`;
  return Prisma.sql`(${bindingSql} AND p.state NOT IN ('withdrawn', 'misaddressed') AND t.state <> 'draft' AND t.issued_at <= ${then}
    AND (t.closed_at IS NULL OR t.closed_at > ${then}) AND (t.cancelled_at IS NULL OR t.cancelled_at > ${then})
    AND (p.accepted_at IS NULL OR p.accepted_at > ${then})
    AND (${due} < ${day}::date OR (${due} = ${day}::date AND p.due_time <= ${timeIn(app.zone, then)}))
    AND NOT EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id AND r.final AND r.submitted_at <= ${then}
      AND ((r.state IN ('submitted', 'returned', 'accepted') AND (r.decided_at IS NULL OR r.decided_at > ${then}))
        OR (r.state = 'superseded' AND EXISTS (SELECT 1 FROM report n WHERE n.participation_id = p.id
          AND n.version = r.version + 1 AND n.submitted_at > ${then})))))`;
}
