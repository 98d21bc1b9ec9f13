// Measures of roadmaps that work on a problem, or could: only those that the actor sees in their roadmaps.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { loadRoadmaps, type MeasureView } from '../roadmaps/queries.ts';
import { measureProgress, measureStatus, type MeasureStatus } from '../roadmaps/rules.ts';
import { seenBy } from '../roadmaps/seen-queries.ts';
import { seenTask } from '../tasks/visible-queries.ts';
import type { Day } from '../time.ts';

export type SeenMeasure = {
  measureId: number;
  number: string;
  text: string;
  roadmap: string;
  due: Day | null;
  status: MeasureStatus;
  progress: number;
};

/** The measures of the problem that the actor sees, in the order in which they were linked. A constant number of statements. */
export async function roadmapMeasures(app: App, actor: Actor, problemId: number): Promise<SeenMeasure[]> {
  const links = await app.db.problemMeasure.findMany({
    where: { problemId, measure: { removedAt: null } },
    select: { measureId: true, measure: { select: { section: { select: { roadmapId: true } } } } },
    orderBy: [{ linkedAt: 'asc' }, { measureId: 'asc' }],
  });
  const ids = [...new Set(links.map(({ measure }) => measure.section.roadmapId))];
  const views = await seenBy(app, actor, await loadRoadmaps(app, ids));
  const seen = new Map(
    views.flatMap(({ name, sections }) =>
      sections.flatMap(({ measures }) =>
        measures.map((measure) => [measure.measureId, viewOf(measure, name)] as const),
      ),
    ),
  );
  return links.flatMap(({ measureId }) => seen.get(measureId) ?? []);
}

function viewOf(measure: MeasureView, roadmap: string): SeenMeasure {
  const { measureId, number, text, due } = measure;
  return {
    ...{ measureId, number, text, roadmap, due },
    status: measureStatus(measure),
    progress: measureProgress(measure),
  };
}

export type Linkable = { measureId: number; number: string; text: string; roadmap: string };
const offered = 9;

/** Measures in force that could work on the problem, by a few letters, of the latest roadmap first. One statement. */
export async function linkableMeasures(
  app: App,
  actor: Actor,
  { problemId, words = '', measureId = null }: { problemId: number; words?: string; measureId?: number | null },
): Promise<Linkable[]> {
  const said = words.trim().toLowerCase();
  const label = Prisma.sql`lower(concat_ws(' ', s.position || '.' || m.position, t.text_kk, t.text_ru, r.name))`;
  return app.db.$queryRaw<Linkable[]>`
    SELECT m.id AS "measureId", s.position || '.' || m.position AS number, coalesce(t.text_kk, t.text_ru, '') AS text, r.name AS roadmap
    FROM problem p JOIN roadmap r ON r.root_org_id = p.root_org_id AND r.state IN ('approved', 'closed') JOIN organisation o ON o.id = r.org_id
    JOIN roadmap_section s ON s.roadmap_id = r.id JOIN measure m ON m.section_id = s.id AND m.removed_at IS NULL
    JOIN task t ON t.id = m.task_id AND t.state NOT IN ('draft', 'cancelled')
    WHERE p.id = ${problemId} AND (${measureId}::int IS NULL OR m.id = ${measureId})
      AND NOT EXISTS (SELECT 1 FROM problem_measure l WHERE l.problem_id = p.id AND l.measure_id = m.id)
      AND (${seenTask(actor)} OR (NOT t.confidential
        AND EXISTS (SELECT 1 FROM unnest(${readableScopes(actor)}::text[]) AS c(path) WHERE starts_with(o.path, c.path))))
      AND (${said} = '' OR position(${said} IN ${label}) > 0)
    ORDER BY r.id DESC, s.position, m.position LIMIT ${offered}`;
}
