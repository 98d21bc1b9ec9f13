// A milestone of a measure is reached, or was not after all: said by whoever executes or controls it.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { recordRoadmap } from './draft-actions.ts';
import { type MeasureView, roadmapView, type RoadmapView } from './queries.ts';

/** Marks a milestone, or takes the mark back. Throws UserError for others than executor, controller and issuer, and once the measure is over. */
export async function markMilestone(
  app: App,
  actor: Actor,
  { milestoneId, done }: { milestoneId: number; done: boolean },
): Promise<{ measureId: number; roadmapId: number }> {
  return transaction(app, async (app) => {
    const row = await app.db.milestone.findFirst({
      where: { id: milestoneId, measure: { removedAt: null } },
      include: { measure: { include: { section: true } } },
    });
    const view = row && (await roadmapView(app, row.measure.section.roadmapId));
    const measure = view?.sections
      .flatMap(({ measures }) => measures)
      .find(({ measureId }) => measureId === row?.measureId);
    if (!view || !measure) throw new UserError('telegram-stale-button');
    const by = may(actor, 'roadmaps.mark-milestone', subjectOf(view, measure));
    if (!by || view.state !== 'approved') throw new UserError('roadmaps-milestone-others');
    const { count } = await app.db.milestone.updateMany({
      where: { id: milestoneId, doneAt: done ? null : { not: null } },
      data: { doneAt: done ? app.now() : null, doneByPostId: done ? by.postId : null },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    const verb = done ? 'roadmaps.milestone-reached' : 'roadmaps.milestone-reopened';
    const { measureId, taskId } = measure;
    await recordRoadmap(
      app,
      view,
      verb,
      { personId: actor.personId, postId: by.postId },
      { measureId, milestoneId, taskId },
    );
    return { measureId, roadmapId: view.roadmapId };
  });
}

/** Whether this person may mark milestones of the measure. */
export function mayMark(actor: Actor, view: RoadmapView, measure: MeasureView): boolean {
  return view.state === 'approved' && may(actor, 'roadmaps.mark-milestone', subjectOf(view, measure)) !== null;
}

function subjectOf({ issuer }: RoadmapView, { shares, controllerPostId, state }: MeasureView) {
  return {
    executorPostIds: shares.filter((share) => share.state !== 'withdrawn').map(({ postId }) => postId),
    issuerPostId: issuer.postId,
    issuerOrgPath: issuer.path,
    controllerPostId,
    taskState: state,
  };
}
