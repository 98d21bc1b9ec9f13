// Reads for what the deputy akim is told at once: the tasks nobody told yet, and the officials of their trees.
import type { App } from '../app.ts';
import { dayFromDb, type Day } from '../time.ts';
import type { GraveTask, Official } from './raise-rules.ts';

export type RaisedTask = GraveTask & { id: number; rootOrgId: number };

/** So many days back a message that never left is told anew. */
const anewDays = 14;

/**
 * Issued tasks that are urgent, tell of an incident or stand under special control, and of which the deputy akim was not told yet, or in a message that did not
 * leave before the day's hours were over, or that came to somebody who had blocked the bot. One statement over indexes of just these.
 */
export async function graveTasks(app: App): Promise<RaisedTask[]> {
  const since = new Date(app.now().getTime() - anewDays * 86_400_000);
  return app.db.$queryRaw<RaisedTask[]>`
    SELECT t.id, t.root_org_id AS "rootOrgId", t.issuer_post_id AS "issuerPostId", coalesce(o.path, '') AS "issuerOrgPath",
      t.confidential, t.special_control AS "specialControl", m.chair_post_id AS "chairPostId"
    FROM task t LEFT JOIN post po ON po.id = t.issuer_post_id LEFT JOIN organisation o ON o.id = po.org_id
    LEFT JOIN resolution r ON r.id = t.resolution_id LEFT JOIN meeting m ON m.id = r.meeting_id
    WHERE t.id = ANY (ARRAY(
        SELECT id FROM task WHERE raised_at IS NULL AND (special_control OR incident OR urgency IS NOT NULL) AND state IN ('issued', 'in_progress')
          AND recurrence IS NULL
        UNION SELECT told.id FROM outgoing_message m CROSS JOIN LATERAL jsonb_array_elements_text(m.data->'taskIds') AS one
          JOIN task told ON told.id = one::int LEFT JOIN person pe ON pe.id = m.person_id
        WHERE m.kind = 'reminders.raised' AND m.created_at > ${since}
          AND (m.state = 'cancelled' AND m.outcome = 'expired' OR m.state = 'dead' AND pe.blocked_at IS NOT NULL)
          AND told.raised_at <= m.created_at AND told.state IN ('issued', 'in_progress')))
      AND (t.undo_until IS NULL OR t.undo_until <= ${app.now()}) ORDER BY t.id`;
}

/**
 * Who was told of which of these tasks in a message that left or still may: 'person/task'. Who heard of it as urgent does not know yet that it
 * came under special control. One statement.
 */
export async function raisedBefore(app: App, taskIds: number[]): Promise<Set<string>> {
  const rows = await app.db.$queryRaw<{ personId: number; taskId: number }[]>`
    SELECT DISTINCT m.person_id AS "personId", t.id AS "taskId"
    FROM outgoing_message m CROSS JOIN LATERAL jsonb_array_elements_text(m.data->'taskIds') AS told JOIN task t ON t.id = told::int
    WHERE m.kind = 'reminders.raised' AND m.state NOT IN ('cancelled', 'dead') AND t.id = ANY(${taskIds}::int[])
      AND (NOT t.special_control OR m.data->'specialIds' @> to_jsonb(t.id))`;
  return new Set(rows.map(({ personId, taskId }) => `${personId}/${taskId}`));
}

/** Akims and their deputies in these trees. */
export async function officialsOf(app: App, rootIds: number[]): Promise<Official[]> {
  const posts = await app.db.post.findMany({
    where: { role: { in: ['akim', 'deputy'] }, closedAt: null, org: { rootId: { in: rootIds }, closedAt: null } },
    select: { id: true, role: true, org: { select: { type: true, path: true } } },
    orderBy: { id: 'asc' },
  });
  return posts.map(({ id, role, org }) => ({ postId: id, role, orgType: org.type, orgPath: org.path }));
}

/** What a message says of each task that is still on control. */
export type RaisedLine = {
  taskId: number;
  number: string;
  headline: string;
  due: Day | null;
  specialControl: boolean;
  incident: boolean;
  issuer: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } } | null;
};

/** The tasks of a message, as they stand; special control first. */
export async function raisedLines(app: App, taskIds: number[]): Promise<RaisedLine[]> {
  const tasks = await app.db.task.findMany({
    where: { id: { in: taskIds }, state: { in: ['issued', 'in_progress'] } },
    select: {
      id: true,
      number: true,
      headline: true,
      due: true,
      specialControl: true,
      incident: true,
      issuerPost: { select: { nameKk: true, nameRu: true, org: { select: { nameKk: true, nameRu: true } } } },
    },
    orderBy: [{ specialControl: 'desc' }, { id: 'asc' }],
  });
  return tasks.map(({ id, number, due, issuerPost, ...task }) => ({
    ...task,
    taskId: id,
    number: number ?? '',
    due: due && dayFromDb(due),
    issuer: issuerPost,
  }));
}
