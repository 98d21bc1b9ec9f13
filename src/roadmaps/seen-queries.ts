// What of a roadmap somebody sees: the whole of it, or the measures that concern them with the shares they may look at.
import type { App } from '../app.ts';
import { may } from '../org/rights.ts';
import { foreignTo } from '../org/rights-posts.ts';
import { type Actor, isWithin, readableScopes } from '../org/rules.ts';
import { seenTask } from '../tasks/visible-queries.ts';
import { loadRoadmaps, type MeasureShare, type MeasureView, type RoadmapView } from './queries.ts';
import { owedDay } from './rules.ts';

/** One roadmap as this person may see it: whole for who reads the body, else the measures that concern them; null for nothing of it. */
export async function roadmapFor(app: App, actor: Actor, roadmapId: number): Promise<RoadmapView | null> {
  const [view] = await seenBy(app, actor, await loadRoadmaps(app, [roadmapId]));
  return view ?? null;
}

/** What this person may see of them; a roadmap of which they see nothing is left out. One statement. */
export async function seenBy(app: App, actor: Actor, views: RoadmapView[]): Promise<RoadmapView[]> {
  const ids = views.map(({ roadmapId }) => roadmapId);
  const rows = await app.db.$queryRaw<{ id: number; seen: boolean; confidential: boolean }[]>`
    SELECT t.id, ${seenTask(actor)} AND t.state <> 'draft' AS seen, t.confidential FROM roadmap_section s
    JOIN measure m ON m.section_id = s.id JOIN task t ON t.id = m.task_id WHERE s.roadmap_id = ANY (${ids}::int[])`;
  const known = new Map(rows.map((row) => [row.id, row]));
  return views.flatMap((view) => {
    const whole = seesWhole(actor, view);
    const visible = ({ taskId }: MeasureView): boolean => {
      const row = known.get(taskId);
      return row !== undefined && (row.seen || (whole && !row.confidential));
    };
    const sections = view.sections
      .map((section) => ({
        ...section,
        measures: section.measures.filter(visible).map((measure) => ownPart(actor, measure, whole)),
      }))
      .filter(({ measures }) => whole || measures.length > 0);
    return whole || sections.length > 0 ? [{ ...view, sections, whole }] : [];
  });
}

/**
 * The measure with the shares that the actor may look at: never those of another region; where everybody has a copy of their own, those of
 * others only for who reads the whole, controls it or stands above.
 */
function ownPart(actor: Actor, measure: MeasureView, whole: boolean): MeasureView {
  const foreign = foreignTo(actor);
  const scopes = readableScopes(actor);
  const mine = actor.posts.map(({ postId }) => postId);
  const decides = whole || mine.includes(measure.controllerPostId ?? 0);
  const near = ({ postId, path }: MeasureShare): boolean =>
    !foreign.some((top) => isWithin(path, top)) &&
    (decides || !measure.fanOut || mine.includes(postId) || scopes.some((scope) => isWithin(path, scope)));
  const shares = measure.shares.filter(near);
  const due = measure.state === 'draft' ? measure.planDue : owedDay(measure.planDue, shares);
  if (whole) return { ...measure, due, shares };
  const seen = new Set(shares.map(({ postId }) => postId));
  return { ...measure, due, shares, executors: measure.executors.filter((postId) => seen.has(postId)) };
}

/** A draft is seen by who writes it, as long as they serve its body, and who is to approve it; one in force by who reads its body. */
export function seesWhole(actor: Actor, view: Pick<RoadmapView, 'state' | 'draftedById' | 'org' | 'issuer'>): boolean {
  const { state, draftedById, org, issuer } = view;
  if (actor.posts.some(({ postId }) => postId === issuer.postId)) return true;
  if (state === 'draft')
    return draftedById === actor.personId && may(actor, 'roadmaps.draft', { orgPath: org.path }) !== null;
  return may(actor, 'roadmaps.see', { orgPath: org.path }) !== null;
}
