// Plan and fact of the indicators that problems are to be solved by: two statements however many problems there are.
import type { App } from '../app.ts';
import { loadSchoolYears } from '../calendar.ts';
import { periodAt, type PeriodKind, periodKinds } from '../indicators/period-rules.ts';
import type { IndicatorView } from '../indicators/queries.ts';
import { required, type Row } from '../indicators/rules.ts';
import type { Named } from '../org/messages.ts';
import type { Actor } from '../org/rules.ts';
import { seenTask } from '../tasks/visible-queries.ts';
import type { Day } from '../time.ts';
import { type Target, targetOf } from './rules.ts';

export type TargetView = Target & {
  indicatorId: number;
  names: Named;
  unit: Named;
  periodKind: PeriodKind;
  /** The latest one that has a plan; null where none was ever set. */
  period: string | null;
  /** False where all its measures here are confidential tasks of others: it counts, but is not named. */
  seen: boolean;
};

/**
 * The indicators of the linked measures, each once, compared within the organisation of the problem and all below it, in the latest period
 * with a plan up to the day asked for: what was planned for a year to come is no target yet.
 */
export async function targetsOf(
  app: App,
  actor: Actor,
  asked: { problemId: number; day: Day }[],
): Promise<Map<number, TargetView[]>> {
  const targets = new Map<number, TargetView[]>(asked.map(({ problemId }) => [problemId, []]));
  if (asked.length === 0) return targets;
  const terms = await loadSchoolYears(app);
  const present = asked.flatMap(({ problemId, day }) =>
    periodKinds.map((kind) => ({ problem: problemId, kind, period: periodAt(kind, day, terms) })),
  );
  const rows = await app.db.$queryRaw<ValueRow[]>`
    WITH linked AS (
      SELECT p.id AS problem, o.path, i.id, coalesce(i.norm_of_id, i.id) AS base, pr.period AS present,
        bool_or(NOT t.confidential OR ${seenTask(actor)}) AS seen
      FROM jsonb_to_recordset(${JSON.stringify(present)}::jsonb) AS pr (problem int, kind text, period text)
      JOIN problem p ON p.id = pr.problem JOIN organisation o ON o.id = p.org_id JOIN problem_measure l ON l.problem_id = p.id
      JOIN measure m ON m.id = l.measure_id AND m.removed_at IS NULL JOIN task t ON t.id = m.task_id
      JOIN measure_indicator mi ON mi.measure_id = m.id JOIN indicator i ON i.id = mi.indicator_id AND i.period_kind = pr.kind
      GROUP BY p.id, o.path, i.id, pr.period),
    chosen AS (
      SELECT l.*, (SELECT max(v.period COLLATE "C") FROM indicator_value v JOIN organisation vo ON vo.id = v.org_id AND starts_with(vo.path, l.path)
        WHERE v.superseded_at IS NULL AND v.period COLLATE "C" <= l.present AND ((v.indicator_id = l.id AND v.kind = 'plan')
          OR (l.base <> l.id AND v.indicator_id = l.base AND v.kind = 'fact'))) AS period
      FROM linked l)
    SELECT c.problem, c.period, c.seen, i.id, i.name_kk AS "nameKk", i.name_ru AS "nameRu", i.unit_kk AS "unitKk", i.unit_ru AS "unitRu", i.kind,
      i.period_kind AS "periodKind", i.lower_is_better AS "lowerIsBetter", i.whole_numbers AS "wholeNumbers", i.norm_per AS "normPer",
      v.org_id AS "orgId", (max(v.value) FILTER (WHERE v.kind = 'plan' AND v.indicator_id = c.id))::float8 AS plan,
      (max(v.value) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = c.id))::float8 AS fact,
      max(v.words) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = c.id) AS words,
      (max(v.value) FILTER (WHERE v.kind = 'fact' AND v.indicator_id = c.base AND c.base <> c.id))::float8 AS amount
    FROM chosen c JOIN indicator i ON i.id = c.id
    LEFT JOIN (indicator_value v JOIN organisation vo ON vo.id = v.org_id) ON v.indicator_id IN (c.id, c.base) AND v.period = c.period
      AND v.superseded_at IS NULL AND starts_with(vo.path, c.path)
    GROUP BY c.problem, c.period, c.seen, i.id, v.org_id ORDER BY i.name_ru, i.id, v.org_id`;
  const groups = new Map<string, ValueRow[]>();
  for (const row of rows) {
    const key = `${row.problem}/${row.id}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first) targets.get(first.problem)?.push(viewOf(first, group));
  }
  return targets;
}

type ValueRow = Omit<IndicatorView, 'indicatorId' | 'rootOrgId' | 'orgId' | 'path' | 'normOfId' | 'closed'> & {
  problem: number;
  period: string | null;
  seen: boolean;
  id: number;
  /** Null: no number of that period. */
  orgId: number | null;
  plan: number | null;
  fact: number | null;
  words: string | null;
  amount: number | null;
};

/** A ratio's plan follows from its norm. */
function viewOf(indicator: ValueRow, group: ValueRow[]): TargetView {
  const { normPer } = indicator;
  const rows = group
    .filter(({ orgId }) => orgId !== null)
    .map(({ amount, plan, fact, words }): Row => {
      const owed = amount !== null && normPer !== null ? required(amount, normPer) : plan;
      return { plan: owed, fact, words, baseline: null, before: null };
    });
  return {
    indicatorId: indicator.id,
    names: { nameKk: indicator.nameKk, nameRu: indicator.nameRu },
    unit: { nameKk: indicator.unitKk, nameRu: indicator.unitRu },
    periodKind: indicator.periodKind,
    period: indicator.period,
    seen: indicator.seen,
    ...targetOf(indicator, rows),
  };
}
