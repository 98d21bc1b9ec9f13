// Reads of periodic tasks: which ones a person may see, and how far each of their periods is. A constant number of statements.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { controlledTask, readsShares } from '../tasks/access-rules.ts';
import { liveSql, overdueSql } from '../tasks/list-queries.ts';
import { taskView, type TaskView } from '../tasks/queries.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { findSeries, seriesShares, type SeriesShareView, type SeriesView } from '../tasks/series-queries.ts';
import { seenSeries, seenShare } from '../tasks/visible-queries.ts';
import type { PeriodRow, PeriodShare } from './rules.ts';

/** Lines of a list on one page. */
export const pageSize = 8;
/** Executors up to this number are shown one by one. */
export const namedExecutors = 10;
/** Periods shown at once. */
export const shownPeriodsMost = 12;

export type SeriesPanel = {
  task: TaskView;
  series: SeriesView;
  /** Those whose reports the reader may look at. */
  shares: SeriesShareView[];
  /** How many take part in all. */
  size: number;
  periods: PeriodRow[];
  /** Marks of those shown one by one. */
  marks: PeriodShare[];
  /** Of the latest period with gaps: who did not report. */
  missing: { period: string; posts: PostView[]; total: number } | null;
  mayEnd: boolean;
};

/** The periodic task as this person may see it; null when there is none, or they may not. */
export async function seriesPanel(app: App, actor: Actor, taskId: number): Promise<SeriesPanel | null> {
  const [task, series, all] = [
    await taskView(app, taskId),
    await findSeries(app, taskId),
    await seriesShares(app, taskId),
  ];
  if (!task || !series || task.state === 'draft') return null;
  const executors = {
    executorPostIds: all.map(({ post }) => post.postId),
    executorOrgPaths: all.map(({ post }) => post.org.path),
  };
  const subject = { ...controlledTask(task), confidential: task.confidential };
  if (!may(actor, 'tasks.see', { ...subject, ...executors })) return null;
  // Whoever is no more than an executor sees the own row; who stands above or decides sees all of theirs.
  const reads = readsShares(actor, task);
  const shares = all.filter(({ post }) => reads(post));
  const postIds = shares.map(({ post }) => post.postId);
  const periods = await periodRows(app, taskId, postIds);
  const named = shares.length <= namedExecutors;
  const marks = named ? await periodShares(app, periods, postIds) : [];
  const missing = named ? null : await missingIn(app, periods, shares);
  const mayEnd = may(actor, 'tasks.end-series', { ...subject, taskState: task.state }) !== null;
  return { task, series, shares, size: all.length, periods, marks, missing, mayEnd };
}

/** The latest periods, oldest first, counted over the shares of these posts. */
async function periodRows(app: App, seriesId: number, postIds: number[]): Promise<PeriodRow[]> {
  const rows = await app.db.$queryRaw<PeriodRow[]>`
    SELECT t.id AS "taskId", t.period, coalesce(t.number, '') AS number, to_char(t.due, 'YYYY-MM-DD') AS due, t.state::text AS state,
      count(p.id) FILTER (WHERE p.state <> 'withdrawn')::int AS total,
      count(p.id) FILTER (WHERE p.state IN ('submitted', 'accepted'))::int AS reported,
      count(p.id) FILTER (WHERE coalesce(${overdueSql(app)}, false))::int AS missed
    FROM task t LEFT JOIN participation p ON p.task_id = t.id AND p.post_id = ANY (${postIds}::int[])
    WHERE t.series_id = ${seriesId} GROUP BY t.id ORDER BY t.id DESC LIMIT ${shownPeriodsMost}`;
  return rows.reverse();
}

async function periodShares(app: App, periods: PeriodRow[], postIds: number[]): Promise<PeriodShare[]> {
  return app.db.$queryRaw<PeriodShare[]>`
    SELECT p.post_id AS "postId", t.period, p.state::text AS state, p.in_time AS "inTime", coalesce(${overdueSql(app)}, false) AS overdue
    FROM participation p JOIN task t ON t.id = p.task_id
    WHERE p.task_id = ANY (${periods.map(({ taskId }) => taskId)}::int[]) AND p.post_id = ANY (${postIds}::int[])`;
}

async function missingIn(app: App, periods: PeriodRow[], shares: SeriesShareView[]): Promise<SeriesPanel['missing']> {
  const last = periods.findLast(({ missed }) => missed > 0);
  if (!last) return null;
  const rows = await app.db.$queryRaw<{ postId: number }[]>`
    SELECT p.post_id AS "postId" FROM participation p WHERE p.task_id = ${last.taskId} AND ${overdueSql(app)}
    ORDER BY p.position, p.id`;
  const known = new Map(shares.map(({ post }) => [post.postId, post]));
  const posts = rows.flatMap(({ postId }) => known.get(postId) ?? []);
  return { period: last.period, posts: posts.slice(0, namedExecutors), total: posts.length };
}

export type SeriesLine = {
  taskId: number;
  number: string;
  headline: string;
  confidential: boolean;
  rule: string;
  gaps: number;
};

/** Periodic tasks on control that the actor executes, issued, controls or may read, and how many there are. One statement. */
export async function seriesOf(app: App, actor: Actor, page: number): Promise<{ rows: SeriesLine[]; total: number }> {
  const rows = await app.db.$queryRaw<(SeriesLine & { total: number })[]>(Prisma.sql`
    SELECT t.id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.confidential, t.recurrence AS rule,
      (SELECT count(*)::int FROM task i JOIN participation p ON p.task_id = i.id
        WHERE i.series_id = t.id AND i.state IN ('issued', 'in_progress') AND ${overdueSql(app)} AND ${seenShare(actor)}) AS gaps,
      (count(*) OVER ())::int AS total
    FROM task t WHERE t.recurrence IS NOT NULL AND ${liveSql(app)} AND ${seenSeries(actor)}
    ORDER BY t.id DESC LIMIT ${pageSize} OFFSET ${page * pageSize}`);
  return { rows, total: rows[0]?.total ?? 0 };
}
