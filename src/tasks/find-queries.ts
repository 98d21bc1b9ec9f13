// Finding tasks by number, words or school: conditions for any list, and the list of all that is found. One statement.
import type { App } from '../app.ts';
import { Prisma, type TaskState } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { type Clock, type Day, dayFromDb } from '../time.ts';
import { shownDates } from './date-queries.ts';
import { type Find, tsQuery } from './find-rules.ts';
import { atRiskSql, overdueSql } from './list-queries.ts';
import { seenShare, seenTask } from './visible-queries.ts';

/** A task that was found; the counts are of the shares that the actor may see. */
export type FoundTask = {
  taskId: number;
  number: string;
  headline: string;
  confidential: boolean;
  /** On special control. */
  special: boolean;
  state: TaskState;
  /** The dates of the shares counted, see `datesShown`; `dueTo` differs where they do. */
  due: Day | null;
  dueTo: Day | null;
  dueTime: Clock | null;
  shares: number;
  accepted: number;
  overdue: number;
  blocked: number;
  /** Without any report though half of the time has passed. */
  atRisk: number;
  /** Per cent, where one share is seen and its report named any. */
  progress: number | null;
  extensions: number;
};

/** SQL: task `t` is what is looked for; the shares that the actor may see and that were not taken away are looked through, waived ones too, for schools. */
function matchesTask(actor: Actor, { schools, ...said }: Find): Prisma.Sql {
  const school =
    schools.length === 0
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT 1 FROM participation p WHERE p.task_id = t.id AND (p.state <> 'withdrawn' OR p.waived_reason IS NOT NULL)
          AND p.post_id IN ${postsOfSchools(schools)} AND ${seenShare(actor)})`;
  return Prisma.sql`(${saysIt(said)} AND ${school})`;
}

/** SQL: the share `p` of task `t` is what is looked for. */
export function matchesShare({ schools, ...said }: Find): Prisma.Sql {
  const school = schools.length === 0 ? Prisma.sql`true` : Prisma.sql`p.post_id IN ${postsOfSchools(schools)}`;
  return Prisma.sql`(${saysIt(said)} AND ${school})`;
}

function saysIt({ numbers, stems, special }: Omit<Find, 'schools'>): Prisma.Sql {
  // "2.1-1" stands in for a taken 2.1, "Т-148/3" is a period of Т-148.
  const parts = (numbers ?? []).flatMap((number) => [number, `${number}/%`, `${number}-%`]);
  const number = numbers === null ? Prisma.sql`true` : Prisma.sql`t.number LIKE ANY (${parts}::text[])`;
  const words = stems.length === 0 ? Prisma.sql`true` : saysWords('t', stems);
  // Two looks, so that the words are found by their index.
  const marked = special
    ? Prisma.sql`t.id IN (SELECT m.id FROM task m WHERE m.special_control UNION SELECT m.id FROM task m WHERE ${saysWords('m', special)})`
    : Prisma.sql`true`;
  return Prisma.sql`(${number} AND ${words} AND ${marked})`;
}

/** SQL: the text of the task of this name says the words. */
function saysWords(task: 't' | 'm', stems: string[]): Prisma.Sql {
  const words = Prisma.raw(`task_words(${task}.text_kk, ${task}.text_ru)`);
  return Prisma.sql`${words} @@ to_tsquery('simple', ${tsQuery(stems)})`;
}

function postsOfSchools(numbers: string[]): Prisma.Sql {
  return Prisma.sql`(SELECT mpo.id FROM post mpo JOIN organisation mo ON mo.id = mpo.org_id
    WHERE mo.number = ANY (${numbers}::text[]) AND mo.type IN ('school', 'boarding', 'supplementary'))`;
}

type Row = Omit<FoundTask, 'due' | 'dueTo'> & { due: Date | null; dueTo: Date | null; total: number };

/** A page of the tasks that the actor may see and that are looked for: open ones first, of them those on special control, by date; and how many there are in all. One statement. */
export async function findTasks(app: App, actor: Actor, find: Find, page: Page): Promise<TaskPage> {
  const ownSchool =
    find.schools.length > 0 ? Prisma.sql`AND p.post_id IN ${postsOfSchools(find.schools)}` : Prisma.empty;
  const where = Prisma.sql`t.state <> 'draft' AND (t.undo_until IS NULL OR t.undo_until <= ${app.now()})
    AND ${matchesTask(actor, find)} AND ${seenTask(actor)}`;
  return taskPage(app, actor, where, { ...page, ownSchool });
}

type Page = { skip?: number; take: number };
export type TaskPage = { rows: FoundTask[]; total: number };

/** The same of the tasks `t` that this condition holds for; only shares that `ownSchool` adds to are counted. One statement. */
export async function taskPage(
  app: App,
  actor: Actor,
  where: Prisma.Sql,
  { skip = 0, take, ownSchool = Prisma.empty }: Page & { ownSchool?: Prisma.Sql },
): Promise<TaskPage> {
  // What is beyond the last page still tells how many there are: the count stands beside the rows.
  const rows = await app.db.$queryRaw<(Row | { taskId: null; total: number })[]>`
    WITH found AS MATERIALIZED (SELECT t.* FROM task t WHERE ${where}), page AS (
      SELECT *, row_number() OVER ordered AS place FROM found
      WINDOW ordered AS (ORDER BY state IN ('closed', 'cancelled'), special_control DESC, due NULLS LAST, id DESC) ORDER BY place LIMIT ${take} OFFSET ${skip}
    )
    SELECT (SELECT count(*)::int FROM found) AS total, t.id AS "taskId", t.number, t.headline, t.confidential, t.special_control AS special, t.state::text AS state,
      s.due_from AS due, s.due_to AS "dueTo", s.due_time AS "dueTime",
      coalesce(s.shares, 0) AS shares, coalesce(s.accepted, 0) AS accepted, coalesce(s.overdue, 0) AS overdue, coalesce(s."atRisk", 0) AS "atRisk",
      coalesce(s.blocked, 0) AS blocked, s.progress, coalesce(s.extensions, 0) AS extensions
    FROM (SELECT 1) one LEFT JOIN page t ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS shares, (count(*) FILTER (WHERE p.state = 'accepted'))::int AS accepted,
        (count(*) FILTER (WHERE ${overdueSql(app)} AND t.state IN ('issued', 'in_progress')))::int AS overdue,
        (count(*) FILTER (WHERE ${atRiskSql(app)} AND t.state IN ('issued', 'in_progress')))::int AS "atRisk",
        (count(*) FILTER (WHERE p.blocked_at IS NOT NULL AND p.state NOT IN ('accepted', 'withdrawn')))::int AS blocked,
        CASE count(*) WHEN 1 THEN max(p.progress)::int END AS progress, max(p.extension_count)::int AS extensions,
        ${shownDates}
      FROM participation p WHERE p.task_id = t.id AND p.state <> 'withdrawn' ${ownSchool} AND ${seenShare(actor)}) s ON true
    ORDER BY t.place`;
  const total = rows[0]?.total ?? 0;
  return { rows: rows.flatMap((row) => (row.taskId === null ? [] : [found(row)])), total };
}

function found({ due, dueTo, number, ...row }: Row): FoundTask {
  return { ...row, number: number ?? '', due: due && dayFromDb(due), dueTo: dueTo && dayFromDb(dueTo) };
}
