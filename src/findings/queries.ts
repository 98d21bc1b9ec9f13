// Findings that a person may see, with how far each has come, and whom an act may name: a constant number of statements for each screen.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { may } from '../org/rights.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { overdueSql } from '../tasks/list-queries.ts';
import { type Day, dayFromDb } from '../time.ts';
import { headPosts } from '../tasks/post-queries.ts';
import type { Candidate } from './import-rules.ts';
import type { Category, Filter, Severity, Stage } from './rules.ts';

/** A task of the finding as the organisation's own share of it stands. */
export type Step = { taskId: number; number: string; participationId: number; due: Day | null; late: boolean };
export type FindingView = {
  findingId: number;
  inspectionId: number;
  position: number;
  rootOrgId: number;
  body: string;
  actNumber: string;
  actDay: Day;
  orgId: number;
  path: string;
  nameKk: string;
  nameRu: string;
  category: Category;
  severity: Severity;
  text: string;
  stage: Stage;
  overdue: boolean;
  explanation: Step | null;
  remedy: Step | null;
  closingReason: string | null;
};

/** The organisation's share of one of the finding's tasks, unless it was taken away, or the task ended without it: then it can be asked anew. */
function step(app: App, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT p.id, p.state::text AS state, p.due, t.id AS task_id, t.number, coalesce(${overdueSql(app)}, false) AS late
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id
    WHERE p.task_id = ${column} AND po.org_id = f.org_id AND p.state <> 'withdrawn'
      AND (t.state IN ('issued', 'in_progress') OR (t.state = 'closed' AND p.state = 'accepted'))
    ORDER BY p.id DESC LIMIT 1)`;
}

const stage = Prisma.sql`CASE WHEN f.state = 'withdrawn' THEN 'withdrawn' WHEN r.state = 'accepted' THEN 'closed'
  WHEN r.state = 'submitted' THEN 'remedy-review' WHEN r.id IS NOT NULL THEN 'remedying' WHEN e.state = 'accepted' THEN 'explained'
  WHEN e.state = 'submitted' THEN 'explanation-review' WHEN e.id IS NOT NULL THEN 'asked' ELSE 'new' END`;

/** SQL: every finding within these subtrees, with its stage. */
function findings(app: App, actor: Actor): Prisma.Sql {
  const scopes = readableScopes(actor);
  return Prisma.sql`(SELECT f.id, f.inspection_id, f.position, i.root_org_id, i.body, i.act_number, i.act_day, o.id AS org_id, o.path, o.name_kk,
      o.name_ru, f.category, f.severity, f.text, f.closing_reason, ${stage} AS stage,
      (f.state <> 'withdrawn' AND r.state IS DISTINCT FROM 'accepted' AND (coalesce(r.late, false) OR coalesce(e.late, false))) AS overdue,
      e.task_id AS e_task, e.number AS e_number, e.id AS e_share, e.due AS e_due, e.late AS e_late,
      r.task_id AS r_task, r.number AS r_number, r.id AS r_share, r.due AS r_due, r.late AS r_late
    FROM finding f JOIN inspection i ON i.id = f.inspection_id JOIN organisation o ON o.id = f.org_id
    LEFT JOIN LATERAL ${step(app, Prisma.sql`f.explanation_task_id`)} e ON true
    LEFT JOIN LATERAL ${step(app, Prisma.sql`f.remedy_task_id`)} r ON true
    WHERE EXISTS (SELECT 1 FROM unnest(${scopes}::text[]) AS s(path) WHERE starts_with(o.path, s.path)))`;
}

function matching({ category, severity, inspectionId, orgId, state }: Filter): Prisma.Sql {
  const review = Prisma.sql`v.stage IN ('explanation-review', 'remedy-review')`;
  const states: Record<Filter['state'], Prisma.Sql> = {
    open: Prisma.sql`v.stage NOT IN ('closed', 'withdrawn')`,
    overdue: Prisma.sql`v.overdue`,
    review,
    closed: Prisma.sql`v.stage = 'closed'`,
    withdrawn: Prisma.sql`v.stage = 'withdrawn'`,
    all: Prisma.sql`true`,
  };
  return Prisma.sql`(${category}::text IS NULL OR v.category = ${category}) AND (${severity}::text IS NULL OR v.severity = ${severity})
    AND (${inspectionId}::int IS NULL OR v.inspection_id = ${inspectionId}) AND (${orgId}::int IS NULL OR v.org_id = ${orgId})
    AND ${states[state]}`;
}

const urgency = Prisma.sql`v.stage IN ('closed', 'withdrawn'), v.overdue DESC, array_position(ARRAY['critical', 'major', 'minor'], v.severity),
  v.act_day DESC, v.path, v.position`;

/** A page of findings, what is open and late first, and how many there are. One statement. */
export async function findingsPage(
  app: App,
  actor: Actor,
  filter: Filter,
  { skip, take }: { skip: number; take: number | null },
): Promise<{ rows: FindingView[]; total: number }> {
  const rows = await app.db.$queryRaw<(Row & { total: number })[]>`
    SELECT v.*, (count(*) OVER ())::int AS total FROM ${findings(app, actor)} v WHERE ${matching(filter)}
    ORDER BY ${urgency} LIMIT ${take}::int OFFSET ${skip}`;
  return { rows: rows.map(toView), total: rows[0]?.total ?? 0 };
}

/** One finding, if the actor may see it. */
export async function findingFor(app: App, actor: Actor, findingId: number): Promise<FindingView | null> {
  const [row] = await app.db.$queryRaw<Row[]>`SELECT v.* FROM ${findings(app, actor)} v WHERE v.id = ${findingId}`;
  return row && may(actor, 'findings.see', { orgPath: row.path }) ? toView(row) : null;
}

export type Counts = { total: number; overdue: number; review: number };
/** How many findings each value of a dimension has, within the rest of the filter. */
export type Group = Counts & { value: string; nameKk: string; nameRu: string };

const grouped = {
  category: Prisma.sql`v.category`,
  severity: Prisma.sql`v.severity`,
  act: Prisma.sql`v.inspection_id::text`,
  org: Prisma.sql`v.org_id::text`,
};
export type GroupBy = keyof typeof grouped;

const counts = Prisma.sql`count(*)::int AS total, (count(*) FILTER (WHERE v.overdue))::int AS overdue,
  (count(*) FILTER (WHERE v.stage IN ('explanation-review', 'remedy-review')))::int AS review`;

/** The values of a dimension with their counts, the most overdue first; acts by their day. One statement. */
export async function findingGroups(app: App, actor: Actor, filter: Filter, by: GroupBy): Promise<Group[]> {
  const name = {
    act: Prisma.sql`min('№ ' || v.act_number || ', ' || to_char(v.act_day, 'DD.MM.YYYY') || ', ' || v.body)`,
    org: Prisma.sql`min(v.name_ru)`,
    category: Prisma.sql`min(v.category)`,
    severity: Prisma.sql`min(v.severity)`,
  }[by];
  const kk = by === 'org' ? Prisma.sql`min(v.name_kk)` : name;
  const order = by === 'act' ? Prisma.sql`min(v.act_day) DESC, 1 DESC` : Prisma.sql`overdue DESC, total DESC, 1`;
  return app.db.$queryRaw<Group[]>`
    SELECT ${grouped[by]} AS value, ${kk} AS "nameKk", ${name} AS "nameRu", ${counts}
    FROM ${findings(app, actor)} v WHERE ${matching(filter)} GROUP BY ${grouped[by]} ORDER BY ${order}`;
}

/** Totals of a filter, and what its open findings still lack. One statement. */
export type Tally = Counts & { unasked: number; unremedied: number; orgs: number };
export async function findingTally(app: App, actor: Actor, filter: Filter): Promise<Tally> {
  const [row] = await app.db.$queryRaw<Tally[]>`
    SELECT ${counts}, (count(*) FILTER (WHERE v.e_task IS NULL AND v.r_task IS NULL AND v.stage <> 'withdrawn'))::int AS unasked,
      (count(*) FILTER (WHERE v.r_task IS NULL AND v.stage <> 'withdrawn'))::int AS unremedied, count(DISTINCT v.org_id)::int AS orgs
    FROM ${findings(app, actor)} v WHERE ${matching(filter)}`;
  return row ?? { total: 0, overdue: 0, review: 0, unasked: 0, unremedied: 0, orgs: 0 };
}

/** How many findings of each state of the filter there are. One statement. */
export async function findingStates(app: App, actor: Actor, filter: Filter): Promise<Record<Filter['state'], number>> {
  const within = matching({ ...filter, state: 'all' });
  const of = (state: Filter['state']): Prisma.Sql => matching({ ...filter, state });
  const [row] = await app.db.$queryRaw<Record<Filter['state'], number>[]>`
    SELECT (count(*) FILTER (WHERE ${of('open')}))::int AS open, (count(*) FILTER (WHERE ${of('overdue')}))::int AS overdue,
      (count(*) FILTER (WHERE ${of('review')}))::int AS review, (count(*) FILTER (WHERE ${of('closed')}))::int AS closed,
      (count(*) FILTER (WHERE ${of('withdrawn')}))::int AS withdrawn, count(*)::int AS all
    FROM ${findings(app, actor)} v WHERE ${within}`;
  return row ?? { open: 0, overdue: 0, review: 0, closed: 0, withdrawn: 0, all: 0 };
}

type Row = {
  id: number;
  inspection_id: number;
  position: number;
  root_org_id: number;
  body: string;
  act_number: string;
  act_day: Date;
  org_id: number;
  path: string;
  name_kk: string;
  name_ru: string;
  category: Category;
  severity: Severity;
  text: string;
  closing_reason: string | null;
  stage: Stage;
  overdue: boolean;
} & Record<'e_task' | 'r_task' | 'e_share' | 'r_share', number | null> &
  Record<'e_number' | 'r_number', string | null> &
  Record<'e_due' | 'r_due', Date | null> &
  Record<'e_late' | 'r_late', boolean | null>;

function toView(row: Row): FindingView {
  const taken = (of: 'e' | 'r'): Step | null => {
    const [taskId, participationId, due] = [row[`${of}_task`], row[`${of}_share`], row[`${of}_due`]];
    if (taskId === null || participationId === null) return null;
    const number = row[`${of}_number`] ?? '';
    return { taskId, participationId, number, due: due && dayFromDb(due), late: row[`${of}_late`] ?? false };
  };
  return {
    findingId: row.id,
    inspectionId: row.inspection_id,
    position: row.position,
    rootOrgId: row.root_org_id,
    body: row.body,
    actNumber: row.act_number,
    actDay: dayFromDb(row.act_day),
    orgId: row.org_id,
    path: row.path,
    nameKk: row.name_kk,
    nameRu: row.name_ru,
    category: row.category,
    severity: row.severity,
    text: row.text,
    stage: row.stage,
    overdue: row.overdue,
    explanation: taken('e'),
    remedy: taken('r'),
    closingReason: row.closing_reason,
  };
}

/** The findings of an act at these organisations that were not withdrawn, in their order, for a message about it. */
export async function toldFindings(app: App, inspectionId: number, orgIds: number[]) {
  return app.db.finding.findMany({
    where: { inspectionId, orgId: { in: orgIds }, state: { not: 'withdrawn' } },
    include: { inspection: true, org: true },
    orderBy: { position: 'asc' },
  });
}

/** A finding with its act, for the message that it was withdrawn. */
export async function toldFinding(app: App, findingId: number) {
  return app.db.finding.findUnique({ where: { id: findingId }, include: { inspection: true } });
}

/** Organisations that an act of the actor may name: below the bodies that the actor leads or serves, each with its head's post. */
export async function nameable(app: App, actor: Actor): Promise<Candidate[]> {
  const scopes = readableScopes(actor);
  const rows = await app.db.organisation.findMany({
    where: { OR: scopes.map((path) => ({ path: { startsWith: path } })), closedAt: null },
    select: { id: true, code: true, nameKk: true, nameRu: true, number: true, aliases: true, path: true },
    orderBy: { path: 'asc' },
  });
  const mine = rows.filter(({ path }) => may(actor, 'findings.import', { orgPath: path }) !== null);
  const heads = await headPosts(
    app,
    mine.map(({ id }) => id),
  );
  return mine.map(({ id, path: _path, ...row }) => ({ orgId: id, ...row, headPostId: heads.get(id) ?? null }));
}
