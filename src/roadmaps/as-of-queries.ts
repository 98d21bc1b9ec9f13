// A roadmap at the end of a past day: the version in force then, and where its measures stood by the journal.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { ParticipationState, TaskState } from '../generated/prisma/client.ts';
import { pastItem, type PastItem } from '../history/as-of-rules.ts';
import { eventsOf } from '../history/queries.ts';
import { replay, type Past } from '../history/replay-rules.ts';
import type { Actor } from '../org/rules.ts';
import { addDays, type Day, dayIn, instantOf } from '../time.ts';
import { measuresOf, type MeasureContent, type RoadmapContent } from './content-rules.ts';
import { versionsOf } from './list-queries.ts';
import type { RoadmapView } from './queries.ts';
import type { MeasureFacts } from './rules.ts';
import { roadmapFor } from './seen-queries.ts';

export type PastMeasure = MeasureFacts & { measure: MeasureContent; due: Day | null };
export type PastRoadmap = {
  view: RoadmapView;
  day: Day;
  version: number;
  content: RoadmapContent;
  sections: { name: string; measures: PastMeasure[] }[];
};

/**
 * The roadmap as it stood at the end of that day (product rules, as-of replay): a constant number of statements. Throws UserError for a
 * day before it was approved or to come, and for who does not see the whole of it.
 */
export async function roadmapAsOf(app: App, actor: Actor, roadmapId: number, day: Day): Promise<PastRoadmap> {
  const view = await roadmapFor(app, actor, roadmapId);
  if (!view?.whole || !view.approvedDay) throw new UserError('telegram-not-allowed');
  if (day > dayIn(app.zone, app.now())) throw new UserError('history-day-future');
  const until = new Date(instantOf(app.zone, addDays(day, 1), '00:00').getTime() - 1);
  const version = (await versionsOf(app, roadmapId)).find(({ at }) => at <= until);
  if (!version) throw new UserError('roadmaps-not-yet');
  const { content } = version;
  const seen = await seenTasks(app, view);
  const all = measuresOf(content).filter(({ taskId }) => seen.has(taskId));
  const { past } = replay(await eventsOf(app, { taskIds: all.map(({ taskId }) => taskId) }), until);
  const milestones = await app.db.milestone.findMany({
    where: { measureId: { in: all.map(({ measureId }) => measureId) } },
    select: { measureId: true, name: true, doneAt: true },
  });
  const reached = (measureId: number, name: string): boolean =>
    milestones.some(
      (row) => row.measureId === measureId && row.name === name && row.doneAt !== null && row.doneAt <= until,
    );
  const moment = { zone: app.zone, at: until < app.now() ? until : app.now() };
  const sections = content.sections.map(({ name, measures }) => ({
    name,
    measures: measures
      .filter(({ taskId }) => seen.has(taskId))
      .map((measure) => {
        const item = pastItem(past, measure.taskId, moment, { mayShow: () => true, mayCount: () => true });
        const marked = measure.milestones.map(({ name }) => ({ done: reached(measure.measureId, name) }));
        return { measure, ...factsOf(item, past), due: dueThen(item) ?? measure.due, milestones: marked };
      }),
  }));
  return { view, day, version: version.version, content, sections };
}

/** Tasks of the roadmap that may be shown: those of today's view, and those taken out since that are nobody's secret. One statement. */
export async function seenTasks(app: App, view: RoadmapView): Promise<Set<number>> {
  const removed = await app.db.measure.findMany({
    where: { section: { roadmapId: view.roadmapId }, removedAt: { not: null }, task: { confidential: false } },
    select: { taskId: true },
  });
  const now = view.sections.flatMap(({ measures }) => measures);
  return new Set([...now, ...removed].map(({ taskId }) => taskId));
}

function factsOf(item: PastItem | null, past: Past): Omit<MeasureFacts, 'milestones'> {
  if (!item) return { state: 'draft', shares: [] };
  const shares = item.shares.map(({ participationId, state, binding, inTime, overdue }) => {
    const row = past.participation.get(participationId);
    return {
      state: state as ParticipationState,
      binding,
      inTime,
      overdue: overdue && ['issued', 'in_progress'].includes(item.state),
      progress: typeof row?.['progress'] === 'number' ? row['progress'] : null,
      waived: false,
    };
  });
  return { state: item.state as TaskState, shares };
}

function dueThen(item: PastItem | null): Day | null {
  return item?.shares.find(({ role, state }) => role === 'responsible' && state !== 'withdrawn')?.due ?? null;
}
