// Reads of periodic tasks: the series on control, who takes part in one, which of its periods were opened.
import type { App } from '../app.ts';
import type { Week } from '../calendar.ts';
import { type DayOffPolicy, Prisma, type ParticipationRole } from '../generated/prisma/client.ts';
import type { Day } from '../time.ts';
import { liveSql } from './list-queries.ts';
import { postViews, type PostView } from './post-queries.ts';

/** A periodic task with what opening its periods needs. */
export type SeriesView = {
  taskId: number;
  number: string;
  headline: string;
  rule: string;
  /** Its first date. */
  first: Day;
  /** Of a part: the date of the share it was handed down from, which no period may pass. */
  latest: Day | null;
  rootOrgId: number;
  fanOut: boolean;
  /** Working days in a week of the organisation that issued it, and what it does with dates on a day off. */
  week: Week;
  policy: DayOffPolicy;
  /** Periods that were opened, in that order. */
  opened: string[];
  /** How many of these are still on control. */
  running: number;
};

/** SQL: the day-off policy that holds for organisation `o`: its own, else that of the nearest one above that has any. */
export const policySql = Prisma.sql`coalesce((SELECT a.day_off_policy::text FROM organisation a
  WHERE starts_with(o.path, a.path) AND a.day_off_policy <> 'keep' ORDER BY length(a.path) DESC LIMIT 1), 'keep')`;

/** Every series on control, or the one named, as far as it has left. One statement. */
export async function liveSeries(app: App, taskId: number | null = null): Promise<SeriesView[]> {
  return readSeries(app, Prisma.sql`${liveSql(app)} AND (${taskId}::int IS NULL OR t.id = ${taskId})`);
}

/** The series, whatever its state; null when there is none. One statement. */
export async function findSeries(app: App, taskId: number): Promise<SeriesView | null> {
  const [series] = await readSeries(app, Prisma.sql`t.state <> 'draft' AND t.id = ${taskId}`);
  return series ?? null;
}

async function readSeries(app: App, where: Prisma.Sql): Promise<SeriesView[]> {
  return app.db.$queryRaw<SeriesView[]>`
    SELECT t.id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.recurrence AS rule, to_char(t.due, 'YYYY-MM-DD') AS first,
      (SELECT to_char(h.due, 'YYYY-MM-DD') FROM participation h WHERE h.id = t.parent_share_id) AS latest,
      t.root_org_id AS "rootOrgId", t.fan_out AS "fanOut", CASE o.week WHEN 6 THEN 6 ELSE 5 END AS week, ${policySql} AS policy,
      ARRAY(SELECT i.period FROM task i WHERE i.series_id = t.id ORDER BY i.id) AS opened,
      (SELECT count(*)::int FROM task i WHERE i.series_id = t.id AND i.state IN ('issued', 'in_progress')) AS running
    FROM task t JOIN post po ON po.id = t.issuer_post_id JOIN organisation o ON o.id = po.org_id
    WHERE t.recurrence IS NOT NULL AND t.due IS NOT NULL AND t.series_id IS NULL AND ${where} ORDER BY t.id`;
}

export type SeriesShareView = { post: PostView; role: ParticipationRole; position: number };

/** Who takes part in the series now; posts that were closed since are missing. Two statements. */
export async function seriesShares(app: App, taskId: number): Promise<SeriesShareView[]> {
  const rows = await app.db.seriesShare.findMany({
    where: { taskId, endedOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const posts = await postViews(
    app,
    rows.map(({ postId }) => postId),
  );
  const known = new Map(posts.map((post) => [post.postId, post]));
  return rows.flatMap(({ postId, role, position }) => {
    const post = known.get(postId);
    return post ? [{ post, role, position }] : [];
  });
}

/** Week and day-off policy of the organisation at this path. One statement. */
export async function timesOfOrg(app: App, orgPath: string): Promise<{ week: Week; policy: DayOffPolicy }> {
  const [row] = await app.db.$queryRaw<{ week: Week; policy: DayOffPolicy }[]>`
    SELECT CASE o.week WHEN 6 THEN 6 ELSE 5 END AS week, ${policySql} AS policy FROM organisation o WHERE o.path = ${orgPath}`;
  return row ?? { week: 5, policy: 'keep' };
}
