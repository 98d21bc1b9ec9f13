// Indicators that a person may see, and their table by organisation: a constant number of statements.
import type { App } from '../app.ts';
import { loadSchoolYears } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { isOfSchool } from '../org/rights-posts.ts';
import { may } from '../org/rights.ts';
import { type Actor, isWithin, readableScopes } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import { periodAt, type PeriodKind, shiftPeriod } from './period-rules.ts';
import type { Candidate } from './import-rules.ts';
import { type IndicatorKind, required, type Row, type ValueKind } from './rules.ts';

export type IndicatorView = {
  indicatorId: number;
  rootOrgId: number;
  orgId: number;
  path: string;
  nameKk: string;
  nameRu: string;
  unitKk: string;
  unitRu: string;
  kind: IndicatorKind;
  periodKind: PeriodKind;
  lowerIsBetter: boolean;
  wholeNumbers: boolean;
  normPer: number | null;
  normOfId: number | null;
  closed: boolean;
};

/** Where the numbers of a row come from, as far as somebody said; see `collectionSource`. */
export type Sources = Partial<Record<ValueKind, string>>;
export type TableRow = Row & { orgId: number; nameKk: string; nameRu: string; sources: Sources };

/** Subtrees whose numbers the actor reads, and organisations whose own numbers alone; an administrator has no right to content. */
function reachOf(actor: Actor): { below: string[]; own: string[] } {
  const others = actor.posts.filter((post) => post.role !== 'admin' && readableScopes({ posts: [post] }).length === 0);
  return { below: readableScopes(actor), own: [...new Set(others.map(({ orgPath }) => orgPath))] };
}

/**
 * Open indicators kept by a body that the actor reads or that stands above, by name; a school is shown its own, and those of bodies
 * above that have a number of it. One statement.
 */
export async function indicatorsFor(app: App, actor: Actor): Promise<IndicatorView[]> {
  const { below, own } = reachOf({ ...actor, posts: actor.posts.filter((post) => !isOfSchool(post)) });
  const schools = schoolsOf(actor);
  const rows = await app.db.$queryRaw<IndicatorView[]>`
    SELECT ${columns} FROM indicator i JOIN organisation o ON o.id = i.org_id
    WHERE i.closed_at IS NULL AND (EXISTS (SELECT 1 FROM unnest(${below}::text[]) AS s(path) WHERE starts_with(o.path, s.path))
      OR EXISTS (SELECT 1 FROM unnest(${[...below, ...own]}::text[]) AS s(path) WHERE starts_with(s.path, o.path))
      OR EXISTS (SELECT 1 FROM unnest(${schools}::text[]) AS s(path) WHERE starts_with(o.path, s.path)) OR ${hasNumberOf(schools)})
    ORDER BY i.name_ru, i.id`;
  return rows;
}

function schoolsOf({ posts }: Pick<Actor, 'posts'>): string[] {
  return [...new Set(posts.filter((post) => isOfSchool(post) && post.role !== 'admin').map(({ orgPath }) => orgPath))];
}

/** SQL: indicator `i` has a number of any period for one of these organisations. */
function hasNumberOf(paths: string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM indicator_value v JOIN organisation vo ON vo.id = v.org_id
    WHERE v.indicator_id = i.id AND v.superseded_at IS NULL AND vo.path = ANY (${paths}::text[]))`;
}

/** Whether the actor is asked for numbers of it: who fills the own organisation's, a school where it has been given any. One statement. */
export async function fills(app: App, actor: Actor, indicator: IndicatorView): Promise<boolean> {
  if (indicator.closed) return false;
  const filling = actor.posts.filter((post) => may({ ...actor, posts: [post] }, 'indicators.fill', post) !== null);
  const schools = schoolsOf({ posts: filling });
  if (filling.some((post) => !isOfSchool(post)) || schools.some((path) => isWithin(indicator.path, path))) return true;
  const rows = await app.db.$queryRaw<unknown[]>`
    SELECT 1 FROM indicator i WHERE i.id = ${indicator.indicatorId} AND ${hasNumberOf(schools)}`;
  return rows.length > 0;
}

const columns = Prisma.sql`i.id AS "indicatorId", i.root_org_id AS "rootOrgId", i.org_id AS "orgId", o.path, i.name_kk AS "nameKk",
  i.name_ru AS "nameRu", i.unit_kk AS "unitKk", i.unit_ru AS "unitRu", i.kind, i.period_kind AS "periodKind", i.lower_is_better AS "lowerIsBetter",
  i.whole_numbers AS "wholeNumbers", i.norm_per AS "normPer", i.norm_of_id AS "normOfId", i.closed_at IS NOT NULL AS closed`;

/** One indicator, if the actor may see anything of it. */
export async function indicatorFor(app: App, actor: Actor, indicatorId: number): Promise<IndicatorView | null> {
  const [row] = await app.db.$queryRaw<IndicatorView[]>`
    SELECT ${columns} FROM indicator i JOIN organisation o ON o.id = i.org_id WHERE i.id = ${indicatorId}`;
  if (!row) return null;
  const { below, own } = reachOf(actor);
  const seen =
    below.some((path) => isWithin(row.path, path)) || [...below, ...own].some((path) => isWithin(path, row.path));
  return seen ? row : null;
}

/** The period of today, a school year by the terms that were entered. */
export async function presentPeriod(app: App, kind: PeriodKind): Promise<string> {
  const terms = kind === 'school_year' ? await loadSchoolYears(app) : undefined;
  return periodAt(kind, dayIn(app.zone, app.now()), terms);
}

/** Whether the actor keeps the indicator: sets plans and enters numbers for everybody. */
export function keeps(actor: Actor, { path }: { path: string }): boolean {
  return may(actor, 'indicators.keep', { orgPath: path }) !== null;
}

type ValueRow = {
  orgId: number;
  nameKk: string;
  nameRu: string;
  plan: number | null;
  fact: number | null;
  baseline: number | null;
  before: number | null;
} & {
  words: string | null;
  amount: number | null;
  sources: Sources | null;
};

/** The numbers of a period by organisation, of those the actor reads, with the fact of the period before; of a ratio the plan follows from the norm. One statement. */
export async function tableOf(app: App, actor: Actor, indicator: IndicatorView, period: string): Promise<TableRow[]> {
  const { indicatorId, normOfId, normPer, periodKind } = indicator;
  const earlier = shiftPeriod(periodKind, period, -1);
  const value = (kind: string, { of = indicatorId, when = period } = {}): Prisma.Sql =>
    Prisma.sql`(max(v.value) FILTER (WHERE v.kind = ${kind} AND v.indicator_id = ${of} AND v.period = ${when}))::float8`;
  const { below, own } = reachOf(actor);
  const rows = await app.db.$queryRaw<ValueRow[]>`
    SELECT o.id AS "orgId", o.name_kk AS "nameKk", o.name_ru AS "nameRu", ${value('plan')} AS plan, ${value('fact')} AS fact,
      ${value('baseline')} AS baseline, ${normOfId === null ? Prisma.sql`NULL::float8` : value('fact', { of: normOfId })} AS amount,
      ${value('fact', { when: earlier })} AS before,
      max(v.words) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = ${indicatorId} AND v.period = ${period}) AS words,
      json_object_agg(v.kind, v.source) FILTER (WHERE v.source <> '' AND v.indicator_id = ${indicatorId} AND v.period = ${period}) AS sources
    FROM indicator_value v JOIN organisation o ON o.id = v.org_id
    WHERE v.indicator_id = ANY (${[indicatorId, normOfId ?? indicatorId]}::int[]) AND v.period = ANY (${[period, earlier]}::text[]) AND v.superseded_at IS NULL
      AND (o.path LIKE ANY (${below.map((path) => `${path}%`)}::text[]) OR o.path = ANY (${own}::text[]))
    GROUP BY o.id HAVING bool_or(v.period = ${period}) ORDER BY o.path`;
  return rows.map(({ amount, plan, sources, ...row }) => {
    const normed = amount !== null && normPer !== null;
    const { plan: ofPlan, ...others } = sources ?? {};
    return {
      ...row,
      plan: normed ? required(amount, normPer) : plan,
      sources: { ...others, ...(!normed && ofPlan !== undefined && { plan: ofPlan }) },
    };
  });
}

/** Organisations below the indicator's body (itself too) for which the actor may enter a number, the higher ones first. One statement. */
export async function fillable(app: App, actor: Actor, indicator: IndicatorView): Promise<Candidate[]> {
  const rows = await app.db.organisation.findMany({
    where: { path: { startsWith: indicator.path }, closedAt: null },
    select: { id: true, code: true, nameKk: true, nameRu: true, number: true, path: true },
    orderBy: { path: 'asc' },
  });
  const whole = keeps(actor, indicator);
  return rows
    .filter(({ path }) => whole || may(actor, 'indicators.fill', { orgPath: path }) !== null)
    .toSorted((a, b) => depth(a) - depth(b))
    .map(({ id, path: _path, ...row }) => ({ orgId: id, ...row }));
}

const depth = ({ path }: { path: string }): number => path.split('/').length;
