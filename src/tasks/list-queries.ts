// Lists of shares: what I owe, what is overdue in what I may see, counts of a subtree. One statement each.
import type { App } from '../app.ts';
import { Prisma, type ParticipationState, type TaskKind } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { type Clock, type Day, dayFromDb, dayIn, dayToDb, timeIn } from '../time.ts';
import { shortestTerm } from './half-term-rules.ts';
import { heldSql } from './hold-queries.ts';
import { ownPosts, seenShare } from './visible-queries.ts';

export type ShareRow = {
  participationId: number;
  taskId: number;
  number: string;
  headline: string;
  state: ParticipationState;
  force: TaskKind;
  due: Day | null;
  dueTime: Clock | null;
  overdue: boolean;
  confidential: boolean;
  /** On special control. */
  special: boolean;
  /** Per cent of the latest report that names any. */
  progress: number | null;
  /** Its final report is kept until parts of others have come. */
  held?: boolean;
  /** The executor said that something hinders; may be overdue as well. */
  blocked: boolean;
  /** News was expected of it and did not come. */
  newsMissing: boolean;
  /** Half of its time has passed without any report. */
  atRisk: boolean;
  extensions: number;
  postId: number;
  orgId: number;
  orgNameKk: string;
  orgNameRu: string;
  week: 5 | 6;
};

type Row = {
  id: number;
  task_id: number;
  number: string | null;
  headline: string;
  state: ParticipationState;
  force: TaskKind;
  due: Date | null;
  due_time: string | null;
  overdue: boolean;
  confidential: boolean;
  special: boolean;
  progress: number | null;
  held: boolean;
  blocked: boolean;
  news_missing: boolean;
  at_risk: boolean;
  extensions: number;
  post_id: number;
  org_id: number;
  name_kk: string;
  name_ru: string;
  week: number;
  total: number;
};

/** SQL: the share `p` binds, is owed and past its date at this moment; the same as `isOverdue` of the rules. */
export function overdueSql(app: App): Prisma.Sql {
  const now = app.now();
  const today = dayToDb(dayIn(app.zone, now));
  return Prisma.sql`(p.force IN ('assignment', 'commitment') AND p.state IN ('assigned', 'acknowledged', 'returned')
    AND (p.due < ${today}::date OR (p.due = ${today}::date AND p.due_time <= ${timeIn(app.zone, now)})))`;
}

/** SQL: news of the share `p` was expected before today, is owed and did not come. */
export function newsMissingSql(app: App): Prisma.Sql {
  const today = dayToDb(dayIn(app.zone, app.now()));
  return Prisma.sql`coalesce(p.next_update < ${today}::date AND p.state IN ('assigned', 'acknowledged', 'returned'), false)`;
}

/** SQL: half of the time of the share `p` of task `t` has passed without any report; the same as `isAtRisk` of the rules. */
export function atRiskSql(app: App): Prisma.Sql {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const start = Prisma.sql`(coalesce(p.assigned_at, t.issued_at) AT TIME ZONE ${app.zone})::date`;
  return Prisma.sql`coalesce(p.force IN ('assignment', 'commitment') AND p.state IN ('assigned', 'acknowledged', 'returned')
    AND p.due >= ${today}::date AND p.due - ${start} >= ${shortestTerm}::int AND ${start} + (p.due - ${start}) / 2 < ${today}::date
    AND NOT EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone'), false)`;
}

/** SQL: the task `t` is on control and has left. */
export function liveSql(app: App): Prisma.Sql {
  return Prisma.sql`t.state IN ('issued', 'in_progress') AND (t.undo_until IS NULL OR t.undo_until <= ${app.now()})`;
}

/**
 * The rows asked for among shares `p` of tasks `t` in organisations `o` that this condition holds for, special control first, then by
 * date, and how many there are in all. One statement: what is said of a row is reckoned for the page alone.
 */
export async function sharePage(
  app: App,
  where: Prisma.Sql,
  { skip = 0, take, lateFirst }: Slice = {},
): Promise<RowPage> {
  const late = lateFirst ? Prisma.sql`coalesce(${overdueSql(app)}, false) DESC,` : Prisma.empty;
  const rows = await app.db.$queryRaw<(Row | { id: null; total: number })[]>`
    WITH found AS MATERIALIZED (
      SELECT p.id, row_number() OVER (ORDER BY t.special_control DESC, ${late} p.due NULLS LAST, t.id, p.position, p.id) AS place
      FROM participation p
      JOIN task t ON t.id = p.task_id
      JOIN post po ON po.id = p.post_id
      JOIN organisation o ON o.id = po.org_id
      WHERE ${where}
    ), page AS (SELECT id, place FROM found ORDER BY place LIMIT ${take ?? null}::int OFFSET ${skip})
    SELECT (SELECT count(*)::int FROM found) AS total, p.id, p.task_id, t.number, t.headline, p.state::text AS state, p.force::text AS force,
      p.due, p.due_time, coalesce(${overdueSql(app)}, false) AND ${liveSql(app)} AS overdue, t.confidential, t.special_control AS special, p.progress, ${heldSql} AS held,
      p.blocked_at IS NOT NULL AS blocked, ${newsMissingSql(app)} AS news_missing, ${atRiskSql(app)} AS at_risk,
      p.extension_count AS extensions, p.post_id, o.id AS org_id, o.name_kk, o.name_ru, o.week
    FROM (SELECT 1) one LEFT JOIN page ON true
      LEFT JOIN participation p ON p.id = page.id
      LEFT JOIN task t ON t.id = p.task_id
      LEFT JOIN post po ON po.id = p.post_id
      LEFT JOIN organisation o ON o.id = po.org_id
    ORDER BY page.place`;
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [toShareRow(row)])), total: rows[0]?.total ?? 0 };
}

function toShareRow(row: Row): ShareRow {
  return {
    participationId: row.id,
    taskId: row.task_id,
    number: row.number ?? '',
    headline: row.headline,
    state: row.state,
    force: row.force,
    due: row.due && dayFromDb(row.due),
    dueTime: row.due_time,
    overdue: row.overdue,
    confidential: row.confidential,
    special: row.special,
    progress: row.progress,
    held: row.held,
    blocked: row.blocked,
    newsMissing: row.news_missing,
    atRisk: row.at_risk,
    extensions: row.extensions,
    postId: row.post_id,
    orgId: row.org_id,
    orgNameKk: row.name_kk,
    orgNameRu: row.name_ru,
    week: row.week === 6 ? 6 : 5,
  };
}

/** SQL: shares of the actor's posts that are not done. */
function openFor(actor: Actor): Prisma.Sql {
  return Prisma.sql`p.post_id = ${ownPosts(actor)} AND p.state IN ('assigned', 'acknowledged', 'submitted', 'returned', 'misaddressed')`;
}

/** Shares of the actor's posts that are not done, by date: what the actor owes, and what waits for review. */
export async function openParticipationsOf(app: App, actor: Actor): Promise<ShareRow[]> {
  return actor.posts.length === 0 ? [] : (await sharePage(app, Prisma.sql`${liveSql(app)} AND ${openFor(actor)}`)).rows;
}

/** A page of the same, overdue ones first, and how many there are. */
export async function openPage(app: App, actor: Actor, slice: Slice): Promise<RowPage> {
  if (actor.posts.length === 0) return { rows: [], total: 0 };
  return pageOf(app, Prisma.sql`${openFor(actor)} AND ${sought(slice)}`, { ...slice, lateFirst: true });
}

/** The actor's shares among these ids or of this task, whatever their state; shares of others are left out. */
export async function sharesOf(
  app: App,
  actor: Actor,
  wanted: { participationIds?: number[]; taskId?: number },
): Promise<{ participationId: number; taskId: number; open: boolean }[]> {
  const rows = await app.db.participation.findMany({
    where: {
      postId: { in: actor.posts.map((post) => post.postId) },
      ...(wanted.participationIds && { id: { in: wanted.participationIds } }),
      ...(wanted.taskId !== undefined && { taskId: wanted.taskId }),
      task: { state: { not: 'draft' } },
    },
    include: { task: { select: { state: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, taskId, state, task }) => ({
    participationId: id,
    taskId,
    open: ['issued', 'in_progress'].includes(task.state) && !['accepted', 'withdrawn'].includes(state),
  }));
}

/** Some rows of a list, and how many there are in all. */
export type RowPage = { rows: ShareRow[]; total: number };
export type Slice = {
  skip?: number;
  take?: number;
  /** SQL: only what is looked for, over share `p` of task `t`. */
  sought?: Prisma.Sql;
  lateFirst?: boolean;
};

const sought = (slice: Slice): Prisma.Sql => slice.sought ?? Prisma.sql`true`;

/** SQL: overdue shares of what the actor issued, controls, owes, or may read by position; confidential ones only for those whom they concern. */
function overdueFor(app: App, actor: Actor): Prisma.Sql {
  return Prisma.sql`${overdueSql(app)} AND ${seenShare(actor)}`;
}

/** Overdue shares that the actor may see, the longest first: the part asked for, and how many there are. */
export async function overdueParticipations(app: App, actor: Actor, slice: Slice = {}): Promise<RowPage> {
  if (actor.posts.length === 0) return { rows: [], total: 0 };
  return pageOf(app, Prisma.sql`${overdueFor(app, actor)} AND ${sought(slice)}`, slice);
}

/** These overdue shares, as far as the actor may see them. */
export async function overdueAmong(app: App, actor: Actor, participationIds: number[]): Promise<ShareRow[]> {
  if (participationIds.length === 0) return [];
  const among = Prisma.sql`p.id = ANY (${participationIds}::int[])`;
  return (await pageOf(app, Prisma.sql`${among} AND ${overdueFor(app, actor)}`, {})).rows;
}

/** How many shares of others are overdue in what the actor may see. */
export async function countOverdue(app: App, actor: Actor): Promise<number> {
  if (actor.posts.length === 0) return 0;
  return countShares(app, Prisma.sql`${overdueFor(app, actor)} AND NOT p.post_id = ${ownPosts(actor)}`);
}

async function pageOf(app: App, where: Prisma.Sql, slice: Slice): Promise<RowPage> {
  return sharePage(app, Prisma.sql`${liveSql(app)} AND ${where}`, slice);
}

async function countShares(app: App, where: Prisma.Sql): Promise<number> {
  const [row] = await app.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM participation p JOIN task t ON t.id = p.task_id
    JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    WHERE ${liveSql(app)} AND ${where}`;
  return row?.n ?? 0;
}
