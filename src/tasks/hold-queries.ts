// Final reports that are kept as interim ones until the parts of others have come, as SQL for those who read shares.
import { Prisma } from '../generated/prisma/client.ts';

/** SQL: kept final reports `r`, whole but for a condition on their share. */
export const heldReports = Prisma.sql`FROM report r
    JOIN report said ON said.participation_id = r.participation_id
      AND (said.id = r.id OR (said.chat_id = r.chat_id AND said.message_id = r.message_id))
    WHERE r.state = 'submitted' AND NOT r.final AND (
      EXISTS (SELECT 1 FROM outgoing_message m WHERE m.kind = 'shares.missing' AND m.subject_id = r.participation_id
        AND m.dedupe_key LIKE '%:' || said.id)
      OR EXISTS (SELECT 1 FROM undelivered u WHERE u.kind = 'shares.missing' AND u.subject_id = r.participation_id
        AND u.dedupe_key LIKE '%:' || said.id || ':%'))`;

/** SQL: the share `p` of task `t` is owed, and its final report is kept since parts are awaited; the same as `isHeld` of the rules. */
export const heldSql = Prisma.sql`CASE WHEN p.state IN ('assigned', 'acknowledged', 'returned') AND t.term <> 'standing' AND (
    EXISTS (SELECT 1 FROM task k WHERE k.parent_share_id = p.id AND k.state IN ('issued', 'in_progress'))
    OR (p.role = 'responsible' AND NOT t.fan_out AND NOT t.special_control AND EXISTS (SELECT 1 FROM participation c WHERE c.task_id = p.task_id
      AND c.role = 'co_executor' AND c.force IN ('assignment', 'commitment') AND c.state NOT IN ('accepted', 'withdrawn'))))
  THEN EXISTS (SELECT 1 ${heldReports} AND r.participation_id = p.id) ELSE false END`;
