// What the sittings of a series carry along: unfinished items of earlier resolutions, and what changed since the last sitting.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import type { TaskView } from '../tasks/queries.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { readTasks } from '../tasks/view-queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import { addDays, type Day, dayToDb, instantOf } from '../time.ts';
import type { SittingView } from './queries.ts';

/** Ids of the items of earlier resolutions of the series that are not done, in the order of meetings and items. */
export async function unfinishedOf(app: App, seriesId: number): Promise<number[]> {
  const rows = await app.db.task.findMany({
    where: {
      state: { in: liveTaskStates },
      seriesId: null,
      resolution: { state: { in: ['adopted', 'on_control'] }, meeting: { seriesId } },
    },
    select: { id: true },
    orderBy: [{ resolutionId: 'asc' }, { position: 'asc' }],
  });
  return rows.map(({ id }) => id);
}

/** Questions put off by the last held sitting before this day, and by earlier ones that were closed after it. */
export async function deferredOf(app: App, seriesId: number, before: Day) {
  const last = await previousSitting(app, seriesId, before);
  if (!last) return [];
  return app.db.agendaItem.findMany({
    where: {
      ...{ state: 'deferred', taskId: null },
      meeting: { seriesId, day: { lt: dayToDb(before) }, heldAt: { gte: last.heldAt } },
    },
    orderBy: [{ meeting: { day: 'asc' } }, { position: 'asc' }],
  });
}

/** `at`: from when on a change is news; `heldAt`: when it was closed. */
export type Previous = { meetingId: number; day: Day; at: Date; heldAt: Date };

/** The last sitting of the series before this day that was held. */
export async function previousSitting(app: App, seriesId: number, before: Day): Promise<Previous | null> {
  const row = await app.db.meeting.findFirst({
    where: { seriesId, day: { lt: dayToDb(before) }, heldAt: { not: null } },
    orderBy: { day: 'desc' },
  });
  if (!row?.heldAt) return null;
  const day = row.day.toISOString().slice(0, 10);
  // Closed late in the day or days after: what happened from the day after the sitting on is news.
  const end = instantOf(app.zone, addDays(day, 1), '00:00');
  return { meetingId: row.id, day, at: row.heldAt < end ? row.heldAt : end, heldAt: row.heldAt };
}

export const changeKinds = ['accepted', 'returned', 'extended', 'new'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export type Changed = { kind: ChangeKind; taskId: number };

/** What became of the items of the series since a moment, each kind once an item. One statement. */
export async function changesSince(app: App, seriesId: number, since: Date): Promise<Changed[]> {
  return app.db.$queryRaw<Changed[]>`
    WITH item AS (
      SELECT t.id, t.issued_at FROM task t JOIN resolution r ON r.id = t.resolution_id JOIN meeting m ON m.id = r.meeting_id
      WHERE m.series_id = ${seriesId} AND t.state <> 'draft' AND t.series_id IS NULL)
    SELECT DISTINCT kind, "taskId" FROM (
      SELECT 'accepted' AS kind, p.task_id AS "taskId" FROM participation p JOIN item i ON i.id = p.task_id
        WHERE p.state = 'accepted' AND p.accepted_at > ${since}
      UNION ALL
      SELECT 'returned', p.task_id FROM report r JOIN participation p ON p.id = r.participation_id JOIN item i ON i.id = p.task_id
        WHERE r.state = 'returned' AND r.decided_at > ${since}
      UNION ALL
      SELECT 'extended', p.task_id FROM extension e JOIN participation p ON p.id = e.participation_id JOIN item i ON i.id = p.task_id
        WHERE e.state = 'approved' AND e.decided_at > ${since}
      UNION ALL
      SELECT 'extended', c.task_id FROM task_correction c JOIN item i ON i.id = c.task_id
        WHERE c.at > ${since} AND c.after ? 'due'
      UNION ALL
      SELECT 'new', i.id FROM item i WHERE i.issued_at > ${since}) changes
    ORDER BY "taskId", kind`;
}

/** Earlier items that a draft continues already. */
export async function takenOver(app: App, resolutionId: number): Promise<Set<number>> {
  const where = { resolutionId, parentId: { not: null } };
  const rows = await app.db.task.findMany({ where, select: { parentId: true } });
  return new Set(rows.flatMap(({ parentId }) => parentId ?? []));
}

/** Names of late executors that are read of a task for many; the others are counted. */
const readNames = 11;

/**
 * The tasks that the agenda and the changes name, by id. Of a task for many who sees the whole agenda gets a few shares they may see, the
 * late ones first, and the counts of the others; a member gets what is theirs and no counts. One statement.
 */
export async function tasksOfAgenda(
  app: App,
  { actor, whole }: { actor: Actor; whole: boolean },
  view: SittingView,
  changes: Changed[] = [],
): Promise<Map<number, TaskView>> {
  const ids = [...view.agenda.flatMap(({ taskId }) => taskId ?? []), ...changes.map(({ taskId }) => taskId)];
  if (ids.length === 0) return new Map();
  const few = Prisma.sql`p.id = ANY (ARRAY(SELECT p.id FROM participation p WHERE p.task_id = t.id AND ${seenShare(actor)}
    ORDER BY p.state NOT IN ('assigned', 'acknowledged', 'returned'), p.due NULLS LAST, p.id LIMIT ${readNames}))`;
  const tasks = await readTasks(app, Prisma.sql`t.id = ANY (${[...new Set(ids)]}::int[])`, {
    seen: Prisma.sql`(NOT t.fan_out OR ${whole ? few : seenShare(actor)})`,
    counted: whole,
  });
  return new Map(tasks.map((task) => [task.taskId, task]));
}
