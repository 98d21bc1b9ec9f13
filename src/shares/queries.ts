// Reads of shares: a page of a task's executors, tasks by number, who stands in for whom, what was reported, parts of a task.
import type { App } from '../app.ts';
import { type ParticipationState, Prisma, type TaskKind } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { heldReports } from '../tasks/hold-queries.ts';
import { liveSql, overdueSql } from '../tasks/list-queries.ts';
import type { ReportView } from '../reports/queries.ts';
import { historyOf } from '../reports/queries.ts';
import { type PostView, toPostView } from '../tasks/post-queries.ts';
import { seenTask } from '../tasks/visible-queries.ts';
import { fold } from '../reading/words.ts';
import { type Day, dayFromDb } from '../time.ts';

/** One executor in a list. */
export type ListedShare = {
  participationId: number;
  nameKk: string;
  nameRu: string;
  state: ParticipationState;
  force: TaskKind;
  overdue: boolean;
};

/** Some executors of a task in their order, the withdrawn ones last, and how many there are. `search`: a number, or a part of a name. One statement. */
export async function sharePage(
  app: App,
  taskId: number,
  { skip = 0, take, search = '' }: { skip?: number; take: number; search?: string },
): Promise<{ rows: ListedShare[]; total: number }> {
  const rows = await app.db.$queryRaw<(ListedShare & { total: number })[]>`
    SELECT p.id AS "participationId", o.name_kk AS "nameKk", o.name_ru AS "nameRu", p.state::text AS state, p.force::text AS force,
      coalesce(${overdueSql(app)}, false) AS overdue, (count(*) OVER ())::int AS total
    FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    WHERE p.task_id = ${taskId} AND ${matching(search)}
    ORDER BY p.state = 'withdrawn', p.position, p.id LIMIT ${take} OFFSET ${skip}`;
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** SQL: organisation `o` and post `po` are meant: '№ 12' and '12' by the number of the school, other words by a part of a name. */
function matching(search: string): Prisma.Sql {
  const words = search.trim();
  if (words === '') return Prisma.sql`true`;
  const number = /^(?:№|no\.?)?\s*(\d{1,5})$/iu.exec(words)?.[1];
  if (number)
    return Prisma.sql`(o.number = ${number} OR (o.number IS NULL AND (o.name_ru ~ ${`\\m${number}\\M`} OR o.name_kk ~ ${`\\m${number}\\M`})))`;
  const part = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const folded = `%${fold(words).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return Prisma.sql`(o.name_ru ILIKE ${part} OR o.name_kk ILIKE ${part} OR po.name_ru ILIKE ${part} OR po.name_kk ILIKE ${part}
    OR translate(lower(o.name_kk), 'әғқңөұүһі', 'агкноуухи') LIKE ${folded})`;
}

/** Tasks of the actor's trees with one of these numbers that the actor may see; those on control first, the newest first. At most eight. */
export async function tasksNumbered(
  app: App,
  actor: Actor,
  numbers: string[],
): Promise<{ taskId: number; number: string; headline: string }[]> {
  const roots = [...new Set(actor.posts.map(({ rootId }) => rootId))];
  return app.db.$queryRaw`
    SELECT t.id AS "taskId", t.number, t.headline FROM task t
    WHERE t.root_org_id = ANY (${roots}::int[]) AND t.number = ANY (${numbers}::text[]) AND t.state <> 'draft' AND ${seenTask(actor)}
    ORDER BY t.state IN ('issued', 'in_progress') DESC, t.id DESC LIMIT 8`;
}

/** One line of the tree of a task; `depth` 0 is the task itself. Executors are counted, a single one is named. */
export type TreeRow = {
  taskId: number;
  depth: number;
  number: string;
  headline: string;
  state: string;
  due: Day | null;
  done: number;
  total: number;
  overdue: number;
  nameKk: string | null;
  nameRu: string | null;
};

/** The task and what was handed down from it, as far as the actor may see it, in the order of the tree. One statement; `take` rows at most. */
export async function partTree(app: App, actor: Actor, taskId: number, take: number): Promise<TreeRow[]> {
  const rows = await app.db.$queryRaw<(Omit<TreeRow, 'due'> & { due: Date | null })[]>`
    WITH RECURSIVE tree AS (
      SELECT id, 0 AS depth, ARRAY[id] AS trail FROM task WHERE id = ${taskId}
      UNION ALL
      SELECT k.id, tree.depth + 1, tree.trail || k.id FROM task k JOIN tree ON k.parent_id = tree.id AND k.parent_share_id IS NOT NULL
      WHERE k.state <> 'draft' AND (k.undo_until IS NULL OR k.undo_until <= ${app.now()}) AND tree.depth < 5
    )
    SELECT t.id AS "taskId", tree.depth, coalesce(t.number, '') AS number, t.headline, t.state::text AS state, t.due,
      x.done, x.total, x.overdue, CASE WHEN x.total = 1 THEN x.name_kk END AS "nameKk", CASE WHEN x.total = 1 THEN x.name_ru END AS "nameRu"
    FROM tree JOIN task t ON t.id = tree.id
    CROSS JOIN LATERAL (SELECT count(*)::int AS total, (count(*) FILTER (WHERE p.state IN ('submitted', 'accepted')))::int AS done,
        (count(*) FILTER (WHERE ${overdueSql(app)}))::int AS overdue, min(o.name_kk) AS name_kk, min(o.name_ru) AS name_ru
      FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      WHERE p.task_id = t.id AND p.state <> 'withdrawn') x
    WHERE tree.depth = 0 OR ${seenTask(actor)}
    ORDER BY tree.trail LIMIT ${take}`;
  return rows.map(({ due, ...row }) => ({ ...row, due: due && dayFromDb(due) }));
}

/** Parts on control that were handed down from this share; the periods of a periodic one go with it. */
export async function openPartsOf(
  app: App,
  participationId: number,
): Promise<{ taskId: number; number: string; due: Day | null }[]> {
  const rows = await app.db.$queryRaw<{ taskId: number; number: string; due: Date | null }[]>`
    SELECT t.id AS "taskId", coalesce(t.number, '') AS number, t.due FROM task t
    WHERE t.parent_share_id = ${participationId} AND t.state IN ('issued', 'in_progress') AND NOT EXISTS (
      SELECT 1 FROM task s WHERE s.id = t.series_id AND s.state IN ('issued', 'in_progress')) ORDER BY t.id`;
  return rows.map(({ due, ...row }) => ({ ...row, due: due && dayFromDb(due) }));
}

/** The newest report of a share that was not taken back, interim or final; null when there is none. */
export async function lastReportOf(app: App, participationId: number): Promise<ReportView | null> {
  const reports = await historyOf(app, participationId);
  return reports.find(({ state }) => state !== 'undone') ?? null;
}

/** The final report of a share that was kept because parts were awaited. */
export type HeldReport = { reportId: number; version: number; blocked: boolean; text: string | null };

/**
 * The final report that is kept for this share, edited or completed as it may be; null when there is none or an interim one has been
 * said since. That it was held is remembered by the message that said so.
 */
export async function heldReportOf(app: App, participationId: number): Promise<HeldReport | null> {
  const [held] = await app.db.$queryRaw<HeldReport[]>`
    SELECT r.id AS "reportId", r.version, r.blocked, r.text ${heldReports} AND r.participation_id = ${participationId}
    ORDER BY r.version DESC LIMIT 1`;
  return held ?? null;
}

/** Those of the shares of which a final report is kept. One statement. */
export async function heldAmong(app: App, participationIds: number[]): Promise<Set<number>> {
  if (participationIds.length === 0) return new Set();
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT r.participation_id AS id ${heldReports} AND r.participation_id = ANY(${participationIds}::int[])`;
  return new Set(rows.map(({ id }) => id));
}

/** The post of a share, of whatever state; null when there is none. */
export async function postOfShare(app: App, participationId: number): Promise<PostView | null> {
  const row = await app.db.participation.findUnique({
    where: { id: participationId },
    select: { post: { include: { org: true } } },
  });
  return row && toPostView(row.post);
}

/** Who stands in for this share, if it was replaced. */
export async function successorOf(app: App, participationId: number): Promise<PostView | null> {
  const row = await app.db.participation.findFirst({
    where: { replacesId: participationId },
    select: { post: { include: { org: true } } },
    orderBy: { id: 'desc' },
  });
  return row && toPostView(row.post);
}

/** Shares that an executor called misaddressed before `before`, still undecided, the oldest first. */
export async function undecided(app: App, before: Date): Promise<{ participationId: number; misaddressedAt: Date }[]> {
  return app.db.$queryRaw`
    SELECT p.id AS "participationId", p.misaddressed_at AS "misaddressedAt" FROM participation p JOIN task t ON t.id = p.task_id
    WHERE p.state = 'misaddressed' AND p.misaddressed_at < ${before} AND ${liveSql(app)} ORDER BY p.misaddressed_at, p.id`;
}

/** The final report that waits for review of each of these shares; shares without one are missing. */
export async function waitingReportsOf(app: App, participationIds: number[]): Promise<Map<number, number>> {
  const rows = await app.db.report.findMany({
    where: {
      participationId: { in: participationIds },
      state: 'submitted',
      final: true,
      OR: [{ undoUntil: null }, { undoUntil: { lte: app.now() } }],
    },
    select: { id: true, participationId: true },
  });
  return new Map(rows.map(({ id, participationId }) => [participationId, id]));
}

/** The report of a share that was accepted last; null when none was. */
export async function acceptedReportOf(app: App, participationId: number): Promise<number | null> {
  const row = await app.db.report.findFirst({
    where: { participationId, state: 'accepted' },
    select: { id: true },
    orderBy: { version: 'desc' },
  });
  return row?.id ?? null;
}
