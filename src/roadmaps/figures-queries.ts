// Plan and fact of the indicators that a roadmap names, in their period of now or of a past day: two statements for all of them.
import type { App } from '../app.ts';
import { loadSchoolYears } from '../calendar.ts';
import type { Indicator } from '../generated/prisma/client.ts';
import { periodAt, type PeriodKind } from '../indicators/period-rules.ts';
import { compare, type IndicatorKind, required, totalOf } from '../indicators/rules.ts';
import type { Named } from '../org/messages.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import type { MeasureContent } from './content-rules.ts';

export type Figure = {
  indicatorId: number;
  names: Named;
  unit: Named;
  periodKind: PeriodKind;
  period: string;
  /** Numbers of the measures that name it. */
  measures: string[];
  plan: number | null;
  fact: number | null;
  deviation: number | null;
  percent: number | null;
  /** Organisations that answered in words only (seed row S15). */
  withoutNumber: number;
};

/** Each indicator once, in the order of the measures, summed over the organisations whose numbers the actor reads; the numbers and the period of the moment `at`. */
export async function figuresOf(
  app: App,
  actor: Actor,
  view: { sections: { measures: Pick<MeasureContent, 'number' | 'indicatorIds'>[] }[] },
  at = app.now(),
): Promise<Figure[]> {
  const measures = view.sections.flatMap(({ measures }) => measures);
  const ids = [...new Set(measures.flatMap(({ indicatorIds }) => indicatorIds))];
  if (ids.length === 0) return [];
  const found = await app.db.indicator.findMany({ where: { id: { in: ids } } });
  const indicators = ids.flatMap((id) => found.find((each) => each.id === id) ?? []);
  const terms = await loadSchoolYears(app);
  const periodOf = (kind: string): string => periodAt(kind as PeriodKind, dayIn(app.zone, at), terms);
  const wanted = indicators.map(({ id, normOfId, periodKind }) => ({
    id,
    of: normOfId ?? id,
    period: periodOf(periodKind),
  }));
  const own = readableScopes(actor);
  const scopes = (own.length > 0 ? own : actor.posts.map(({ orgPath }) => orgPath)).map((path) => `${path}%`);
  const rows = await app.db.$queryRaw<ValueRow[]>`
    SELECT w.id, o.id AS "orgId", (max(v.value) FILTER (WHERE v.kind = 'plan' AND v.indicator_id = w.id))::float8 AS plan,
      (max(v.value) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = w.id))::float8 AS fact,
      (max(v.value) FILTER (WHERE v.kind = 'baseline' AND v.indicator_id = w.id))::float8 AS baseline,
      max(v.words) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = w.id) AS words,
      (max(v.value) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = w.of AND w.of <> w.id))::float8 AS amount
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (id int, "of" int, period text)
    JOIN indicator_value v ON v.indicator_id IN (w.id, w.of) AND v.period = w.period AND v.at <= ${at} AND (v.superseded_at IS NULL OR v.superseded_at > ${at})
    JOIN organisation o ON o.id = v.org_id AND o.path LIKE ANY (${scopes}::text[])
    GROUP BY w.id, o.id`;
  return indicators.map((indicator) => {
    const named = measures
      .filter(({ indicatorIds }) => indicatorIds.includes(indicator.id))
      .map(({ number }) => number);
    const own = rows.filter((row) => row.id === indicator.id);
    return { ...figureOf(indicator, own, periodOf(indicator.periodKind)), measures: named };
  });
}

type ValueRow = {
  id: number;
  orgId: number;
  plan: number | null;
  fact: number | null;
  baseline: number | null;
  words: string | null;
  amount: number | null;
};

/** A ratio's plan follows from its norm. */
function figureOf(indicator: Indicator, rows: ValueRow[], period: string): Omit<Figure, 'measures'> {
  const { id, normPer, lowerIsBetter, wholeNumbers } = indicator;
  const kind = indicator.kind as IndicatorKind;
  const periodKind = indicator.periodKind as PeriodKind;
  const mine = rows.map(({ amount, plan, ...row }) => ({
    ...row,
    before: null,
    plan: amount !== null && normPer !== null ? required(amount, normPer) : plan,
  }));
  const measure = { kind, lowerIsBetter, wholeNumbers };
  const { plan, fact, withoutNumber } = totalOf(measure, mine);
  const { deviation, percent } = compare(measure, plan, fact);
  return {
    indicatorId: id,
    names: { nameKk: indicator.nameKk, nameRu: indicator.nameRu },
    unit: { nameKk: indicator.unitKk, nameRu: indicator.unitRu },
    periodKind,
    period,
    ...{ plan, fact, deviation, percent, withoutNumber },
  };
}

/** Names of indicators by id. One statement. */
export async function indicatorNames(app: App, ids: number[]): Promise<Map<number, Named>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await app.db.indicator.findMany({
    where: { id: { in: wanted } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
