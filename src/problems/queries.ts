// Problems that a person may see, with how many measures work on each: a constant number of statements for each screen.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { may } from '../org/rights.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { roadmapMeasures, type SeenMeasure } from './measure-queries.ts';
import type { Filter, ProblemState, Severity } from './rules.ts';
import { targetsOf, type TargetView } from './target-queries.ts';
import { type Day, dayIn } from '../time.ts';

export type ProblemView = {
  problemId: number;
  rootOrgId: number;
  orgId: number;
  path: string;
  nameKk: string;
  nameRu: string;
  type: string;
  severity: Severity;
  text: string;
  state: ProblemState;
  since: Day;
  ended: Day | null;
  endingReason: string | null;
  /** Measures that work on it, seen or not. */
  measures: number;
  targets: TargetView[];
};
export type ProblemCard = ProblemView & { linked: SeenMeasure[] };

/** SQL: every problem within the subtrees that the actor reads. */
function problems(actor: Actor): Prisma.Sql {
  return Prisma.sql`(SELECT p.*, o.path, o.name_kk, o.name_ru FROM problem p JOIN organisation o ON o.id = p.org_id
    WHERE EXISTS (SELECT 1 FROM unnest(${readableScopes(actor)}::text[]) AS s(path) WHERE starts_with(o.path, s.path)))`;
}

function matching({ severity, orgId, state }: Filter): Prisma.Sql {
  return Prisma.sql`(${severity}::text IS NULL OR v.severity = ${severity}) AND (${orgId}::int IS NULL OR v.org_id = ${orgId})
    AND (${state} = 'all' OR v.state = ${state})`;
}

const columns = Prisma.sql`v.id AS "problemId", v.root_org_id AS "rootOrgId", v.org_id AS "orgId", v.path, v.name_kk AS "nameKk", v.name_ru AS "nameRu",
  v.type, v.severity, v.text, v.state, v.created_at AS "createdAt", v.ended_at AS "endedAt", v.ending_reason AS "endingReason",
  (SELECT count(*)::int FROM problem_measure l JOIN measure m ON m.id = l.measure_id AND m.removed_at IS NULL WHERE l.problem_id = v.id) AS measures`;

type ProblemRow = Omit<ProblemView, 'since' | 'ended' | 'targets'> & { createdAt: Date; endedAt: Date | null };

async function withTargets(app: App, actor: Actor, rows: ProblemRow[]): Promise<ProblemView[]> {
  const today = dayIn(app.zone, app.now());
  const views = rows.map(({ createdAt, endedAt, ...row }) => ({
    ...row,
    since: dayIn(app.zone, createdAt),
    ended: endedAt && dayIn(app.zone, endedAt),
  }));
  // What was closed is compared in the periods of that day: the plan of a year since is no word on it.
  const targets = await targetsOf(
    app,
    actor,
    views.map(({ problemId, ended }) => ({ problemId, day: ended ?? today })),
  );
  return views.map((view) => ({ ...view, targets: targets.get(view.problemId) ?? [] }));
}

/** A page of problems (all of them with `take` null), the open and gravest first, then the oldest, and how many there are. Three statements. */
export async function problemsPage(
  app: App,
  actor: Actor,
  filter: Filter,
  { skip, take }: { skip: number; take: number | null },
): Promise<{ rows: ProblemView[]; total: number }> {
  const rows = await app.db.$queryRaw<(ProblemRow & { total: number })[]>`
    SELECT ${columns}, (count(*) OVER ())::int AS total FROM ${problems(actor)} v WHERE ${matching(filter)}
    ORDER BY array_position(ARRAY['open', 'closed', 'withdrawn'], v.state), array_position(ARRAY['critical', 'major', 'minor'], v.severity),
      v.created_at, v.id LIMIT ${take}::int OFFSET ${skip}`;
  const views = await withTargets(
    app,
    actor,
    rows.map(({ total: _total, ...row }) => row),
  );
  return { rows: views, total: rows[0]?.total ?? 0 };
}

/** One problem without its measures, if the actor may see it. */
export async function problemFor(app: App, actor: Actor, problemId: number): Promise<ProblemView | null> {
  const rows = await app.db.$queryRaw<ProblemRow[]>`
    SELECT ${columns} FROM ${problems(actor)} v WHERE v.id = ${problemId}`;
  const [view] = await withTargets(app, actor, rows);
  return view && may(actor, 'problems.see', { orgPath: view.path }) ? view : null;
}

/** The same with those of its measures that the actor sees in their roadmaps. */
export async function cardFor(app: App, actor: Actor, problemId: number): Promise<ProblemCard | null> {
  const view = await problemFor(app, actor, problemId);
  return view && { ...view, linked: await roadmapMeasures(app, actor, problemId) };
}

/** What a message tells of a problem, to whoever it is planned for. */
export async function toldProblem(app: App, problemId: number) {
  return app.db.problem.findUnique({
    where: { id: problemId },
    select: { id: true, type: true, text: true, state: true, org: true },
  });
}

/** How many problems each value of a dimension has, within the rest of the filter. */
export type Group = { value: string; nameKk: string; nameRu: string; total: number };

const grouped = {
  severity: Prisma.sql`v.severity`,
  org: Prisma.sql`v.org_id::text`,
  state: Prisma.sql`v.state`,
};

/** The values of a dimension with their counts, the most first. One statement. */
export async function problemGroups(
  app: App,
  actor: Actor,
  filter: Filter,
  by: keyof typeof grouped,
): Promise<Group[]> {
  const [kk, ru] = by === 'org' ? [Prisma.sql`min(v.name_kk)`, Prisma.sql`min(v.name_ru)`] : [grouped[by], grouped[by]];
  return app.db.$queryRaw<Group[]>`
    SELECT ${grouped[by]} AS value, ${kk} AS "nameKk", ${ru} AS "nameRu", count(*)::int AS total
    FROM ${problems(actor)} v WHERE ${matching(filter)} GROUP BY ${grouped[by]} ORDER BY total DESC, 1`;
}

/** Words for a type: topics of the tree's dictionary, and what the problems that the actor sees are called. One statement. */
export async function knownTypes(app: App, actor: Actor, orgId: number): Promise<string[]> {
  const rows = await app.db.$queryRaw<{ name: string }[]>`
    SELECT name FROM (
      SELECT v.type AS name, count(*) AS used FROM ${problems(actor)} v GROUP BY v.type
      UNION ALL SELECT d.name, 0 FROM programme d JOIN organisation o ON d.root_org_id = coalesce(o.root_id, o.id)
      WHERE o.id = ${orgId} AND d.kind = 'topic' AND d.closed_at IS NULL) x
    GROUP BY name ORDER BY sum(used) DESC, name LIMIT 8`;
  return rows.map(({ name }) => name);
}

export type Place = { orgId: number; nameKk: string; nameRu: string; number: string | null };

/** Organisations that the actor may enter problems of, the higher ones first. One statement. */
export async function placesFor(app: App, actor: Actor): Promise<Place[]> {
  const rows = await app.db.organisation.findMany({
    where: { OR: readableScopes(actor).map((path) => ({ path: { startsWith: path } })), closedAt: null },
    select: { id: true, nameKk: true, nameRu: true, number: true, path: true },
    orderBy: { path: 'asc' },
  });
  return rows
    .filter(({ path }) => may(actor, 'problems.keep', { orgPath: path }) !== null)
    .toSorted((a, b) => depth(a) - depth(b))
    .map(({ id, nameKk, nameRu, number }) => ({ orgId: id, nameKk, nameRu, number }));
}

const depth = ({ path }: { path: string }): number => path.split('/').length;
