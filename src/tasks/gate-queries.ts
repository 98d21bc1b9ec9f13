// The quality gate over drafts: their warnings, in a constant number of statements however many drafts and executors there are.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { type Day, dayIn } from '../time.ts';
import { type DayLoad, fullDay, loadDays, type OpenText, type Warning, warningsOf } from './gate-rules.ts';
import type { TaskView } from './queries.ts';

/** Open tasks of the first executors that a draft is compared with, the latest ones. */
const comparedTasks = 100;
/** Executors whose open tasks are looked at: a task for a class has the same first ones as its twin. */
const comparedExecutors = 3;

/** Warnings of these drafts by task; drafts without any, and tasks that were issued, have an empty list. Four statements at most. */
export async function warningsFor(app: App, tasks: TaskView[]): Promise<Map<number, Warning[]>> {
  const found = new Map<number, Warning[]>(tasks.map(({ taskId }) => [taskId, []]));
  const drafts = tasks.filter(({ state, participations }) => state === 'draft' && participations.length > 0);
  if (drafts.length === 0) return found;
  const calendar = await loadCalendar(app);
  const dated = drafts.flatMap(({ taskId, due }) => (due ? [{ taskId, ...loadDays(due, calendar) }] : []));
  const loads = await loadsOf(app, dated);
  const open = await openTexts(app, drafts);
  const today = dayIn(app.zone, app.now());
  for (const draft of drafts) {
    const facts = { today, calendar, loads: loads.get(draft.taskId) ?? [], open: open.get(draft.taskId) ?? [] };
    found.set(draft.taskId, warningsOf(draft, facts));
  }
  return withoutPlanned(app, found);
}

/** Who has a roadmap already is not asked for one. */
async function withoutPlanned(app: App, found: Map<number, Warning[]>): Promise<Map<number, Warning[]>> {
  const asked = [...found].flatMap(([taskId, warnings]) => (warnings.some(isOfRoadmap) ? [taskId] : []));
  const planned = asked.length > 0 ? await withRoadmap(app, asked) : new Set();
  for (const taskId of asked) {
    if (planned.has(taskId)) found.set(taskId, found.get(taskId)?.filter((warning) => !isOfRoadmap(warning)) ?? []);
  }
  return found;
}

function isOfRoadmap({ code }: Warning): boolean {
  return code === 'roadmap';
}

/** Those of the tasks that have a roadmap. One statement. */
export async function withRoadmap(app: App, taskIds: number[]): Promise<Set<number>> {
  const rows = await app.db.roadmap.findMany({
    where: { taskId: { in: taskIds }, state: { not: 'cancelled' } },
    select: { taskId: true },
  });
  return new Set(rows.flatMap(({ taskId }) => taskId ?? []));
}

type Asked = { taskId: number; from: Day; to: Day };

/** How full the days around the dates are, for the executors of each draft. */
async function loadsOf(app: App, asked: Asked[]): Promise<Map<number, DayLoad[]>> {
  if (asked.length === 0) return new Map();
  const rows = await app.db.$queryRaw<(DayLoad & { taskId: number })[]>`
    SELECT x."taskId", to_char(x.due, 'YYYY-MM-DD') AS day, count(*) FILTER (WHERE x.n >= ${fullDay})::int AS overloaded, max(x.n)::int AS most,
      (array_agg(x.post_id ORDER BY x.n DESC, x.post_id))[1] AS "postId"
    FROM (
      SELECT a."taskId", p.due, p.post_id, count(*) AS n
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a ("taskId" int, "from" date, "to" date)
      JOIN participation d ON d.task_id = a."taskId"
      JOIN participation p ON p.post_id = d.post_id AND p.state IN ('assigned', 'acknowledged', 'returned') AND p.due BETWEEN a."from" AND a."to"
      JOIN task t ON t.id = p.task_id AND t.state IN ('issued', 'in_progress')
      GROUP BY a."taskId", p.due, p.post_id) x
    GROUP BY x."taskId", x.due`;
  return groupByTask(rows);
}

/** Open tasks of the first executors of each draft; what is confidential, or of another root, is not told. */
async function openTexts(app: App, drafts: TaskView[]): Promise<Map<number, OpenText[]>> {
  const rows = await app.db.$queryRaw<(OpenText & { taskId: number })[]>`
    SELECT a.id AS "taskId", o.number, o.text FROM unnest(${drafts.map(({ taskId }) => taskId)}::int[]) AS a (id)
    CROSS JOIN LATERAL (
      SELECT DISTINCT t.id, coalesce(t.number, '') AS number, coalesce(t.text_kk, t.text_ru, '') AS text
      FROM task own JOIN participation d ON d.task_id = own.id AND d.position < ${comparedExecutors}
      JOIN participation p ON p.post_id = d.post_id AND p.state IN ('assigned', 'acknowledged', 'returned', 'submitted')
      JOIN task t ON t.id = p.task_id AND t.state IN ('issued', 'in_progress') AND t.root_org_id = own.root_org_id
        AND (NOT t.confidential OR t.issuer_post_id = own.issuer_post_id)
      WHERE own.id = a.id ORDER BY t.id DESC LIMIT ${comparedTasks}) o`;
  return groupByTask(rows);
}

function groupByTask<R extends { taskId: number }>(rows: R[]): Map<number, R[]> {
  const found = new Map<number, R[]>();
  for (const row of rows) found.set(row.taskId, [...(found.get(row.taskId) ?? []), row]);
  return found;
}
