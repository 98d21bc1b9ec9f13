// Indicators by which a measure is judged are named and taken off; no change of what was approved, so no version.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { indicatorFor } from '../indicators/queries.ts';
import type { Actor } from '../org/rules.ts';
import { changing, measureIn } from './amend-actions.ts';
import { lockedRoadmap, recordRoadmap } from './draft-actions.ts';
import { maxIndicators } from './import-indicator-rules.ts';
import { roadmapOfMeasure } from './list-queries.ts';
import type { MeasureView, RoadmapView } from './queries.ts';

type Link = { measureId: number; indicatorId: number };
type Opened = { view: RoadmapView; measure: MeasureView; by: { personId: number; postId?: number } };

/** Names one more indicator of a measure; one that is named already changes nothing. Throws UserError without the right, and past the limit. */
export async function linkIndicator(app: App, actor: Actor, { measureId, indicatorId }: Link): Promise<void> {
  await transaction(app, async (app) => {
    const { view, measure, by } = await opened(app, actor, measureId);
    if (!(await indicatorFor(app, actor, indicatorId))) throw new UserError('telegram-not-allowed');
    const { indicatorIds } = measure;
    if (indicatorIds.includes(indicatorId)) return;
    if (indicatorIds.length >= maxIndicators) throw new UserError('roadmaps-indicators-full', { max: maxIndicators });
    const last = await app.db.measureIndicator.aggregate({ where: { measureId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    await app.db.measureIndicator.create({ data: { measureId, indicatorId, position } });
    const indicators = [...indicatorIds, indicatorId];
    await recordRoadmap(app, view, 'roadmaps.indicator-linked', by, { measureId, indicatorId, indicators });
  });
}

/** Takes an indicator off a measure; its numbers stay. Throws UserError without the right, and when it was taken off before. */
export async function unlinkIndicator(app: App, actor: Actor, { measureId, indicatorId }: Link): Promise<void> {
  await transaction(app, async (app) => {
    const { view, measure, by } = await opened(app, actor, measureId);
    const { count } = await app.db.measureIndicator.deleteMany({ where: { measureId, indicatorId } });
    if (count === 0) throw new UserError('telegram-stale-button');
    const indicators = measure.indicatorIds.filter((id) => id !== indicatorId);
    await recordRoadmap(app, view, 'roadmaps.indicator-unlinked', by, { measureId, indicatorId, indicators });
  });
}

async function opened(app: App, actor: Actor, measureId: number): Promise<Opened> {
  const view = await lockedRoadmap(app, await roadmapOfMeasure(app, measureId));
  const postId = changing(actor, view);
  return {
    view,
    measure: measureIn(view, measureId),
    by: { personId: actor.personId, ...(postId !== null && { postId }) },
  };
}
