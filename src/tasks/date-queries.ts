// SQL: the dates that a task shows in a list, the same as `datesShown` of the rules.
import { Prisma } from '../generated/prisma/client.ts';

const leads = Prisma.sql`(t.fan_out OR p.role = 'responsible')`;
const owed = Prisma.sql`p.state <> 'accepted'`;

/** SQL: what `aggregate` makes of the shares `p` that tell the date of task `t`; the statement leaves withdrawn ones out. */
function ofCounted(aggregate: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN bool_or(${leads})
    THEN coalesce(${aggregate} FILTER (WHERE ${leads} AND ${owed}), ${aggregate} FILTER (WHERE ${leads}))
    ELSE coalesce(${aggregate} FILTER (WHERE ${owed}), ${aggregate}) END`;
}

/** SQL: columns `due_from`, `due_to` and `due_time` of an aggregate over the shares `p`, not withdrawn, of task `t`. */
export const shownDates = Prisma.sql`coalesce(${ofCounted(Prisma.sql`min(p.due)`)}, t.due) AS due_from,
  coalesce(${ofCounted(Prisma.sql`max(p.due)`)}, t.due) AS due_to,
  CASE WHEN count(p.due) = 0 THEN t.due_time ELSE ${ofCounted(Prisma.sql`min(p.due_time)`)} END AS due_time`;
