// A roadmap at the end of a past day: the version in force then, and where its measures stood by the journal.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { ParticipationState, TaskState } from '../generated/prisma/client.ts';
import { pastItem, type PastItem } from '../history/as-of-rules.ts';
import { eventsOf, type PastEvent } from '../history/queries.ts';
import { replay, type Past } from '../history/replay-rules.ts';
import type { Actor } from '../org/rules.ts';
import { addDays, type Day, dayIn, instantOf } from '../time.ts';
import { measuresOf, type MeasureContent, type RoadmapContent } from './content-rules.ts';
import { versionsOf } from './list-queries.ts';
import type { RoadmapView } from './queries.ts';
import { type MeasureFacts, owedDay } from './rules.ts';
import { roadmapFor } from './seen-queries.ts';

export type PastMeasure = MeasureFacts & { measure: MeasureContent; due: Day | null };
export type PastRoadmap = {
  view: RoadmapView;
  day: Day;
  version: number;
  /** What the version said, with the dates and indicators that stood that day. */
  content: RoadmapContent;
  sections: { name: string; measures: PastMeasure[] }[];
  /** The moment looked at: the end of the day, or now. */
  at: Date;
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
  const events = await eventsOf(app, { taskIds: all.map(({ taskId }) => taskId) });
  const { past } = replay(events, until);
  const waived = waivedBy(events, until);
  const linked = await linkedBy(app, roadmapId, until);
  const reached = await reachedBy(app, roadmapId, until);
  const moment = { zone: app.zone, at: until < app.now() ? until : app.now() };
  const sections = content.sections.map(({ name, measures }) => ({
    name,
    measures: measures
      .filter(({ taskId }) => seen.has(taskId))
      .map((measure) => {
        const item = pastItem(past, measure.taskId, moment, { mayShow: () => true, mayCount: () => true });
        const marked = measure.milestones.map(({ milestoneId }) => ({ done: reached.has(milestoneId) }));
        const named = { ...measure, indicatorIds: linked.get(measure.measureId) ?? measure.indicatorIds };
        return {
          measure: named,
          ...factsOf(item, past, waived),
          due: owedDay(measure.due, item?.shares ?? []),
          milestones: marked,
        };
      }),
  }));
  const kept = sections.map(({ name, measures }) => ({ name, measures: measures.map(contentThen) }));
  return { view, day, version: version.version, content: { ...content, sections: kept }, sections, at: moment.at };
}

/** The measure with the date that stood then. */
function contentThen({ measure, due }: PastMeasure): MeasureContent {
  return { ...measure, due };
}

/** Shares that were given up by then: with the task when it was closed, or one by one. Why is no column of the replay, the act is an event. */
function waivedBy(events: PastEvent[], until: Date): Set<number> {
  return new Set(
    events
      .filter(({ at }) => at <= until)
      .flatMap(({ verb, entityId, data }) => {
        if (verb === 'participations.waived') return [entityId];
        return verb === 'tasks.closed' && Array.isArray(data['waived']) ? data['waived'].map(Number) : [];
      }),
  );
}

/** Indicators by measure as they were linked by then; a link is no change of a version. One statement. */
async function linkedBy(app: App, roadmapId: number, until: Date): Promise<Map<number, number[]>> {
  const rows = await app.db.$queryRaw<{ measureId: number; indicatorId: number; all: number[] | null }[]>`
    SELECT DISTINCT ON (e.data ->> 'measureId') (e.data ->> 'measureId')::int AS "measureId", (e.data ->> 'indicatorId')::int AS "indicatorId",
      e.data -> 'indicators' AS "all"
    FROM journal_event e WHERE e.entity = 'roadmap' AND e.entity_id = ${roadmapId} AND e.at <= ${until}
      AND e.verb IN ('roadmaps.indicator-linked', 'roadmaps.indicator-unlinked') ORDER BY e.data ->> 'measureId', e.id DESC`;
  // Events of the time when a measure had one indicator at most name that one alone.
  return new Map(rows.map(({ measureId, indicatorId, all }) => [measureId, all ?? [indicatorId]]));
}

/** The milestones that were reached by then, by the journal: a mark that was taken back later stood on that day. One statement. */
async function reachedBy(app: App, roadmapId: number, until: Date): Promise<Set<number | null>> {
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT id FROM (SELECT DISTINCT ON (e.data ->> 'milestoneId') (e.data ->> 'milestoneId')::int AS id, e.verb FROM journal_event e
      WHERE e.entity = 'roadmap' AND e.entity_id = ${roadmapId} AND e.at <= ${until}
        AND e.verb IN ('roadmaps.milestone-reached', 'roadmaps.milestone-reopened')
      ORDER BY e.data ->> 'milestoneId', e.id DESC) last WHERE last.verb = 'roadmaps.milestone-reached'`;
  return new Set(rows.map(({ id }) => id));
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

function factsOf(item: PastItem | null, past: Past, waived: Set<number>): Omit<MeasureFacts, 'milestones'> {
  if (!item) return { state: 'draft', shares: [] };
  const shares = item.shares.map(({ participationId, state, binding, inTime, overdue }) => {
    const row = past.participation.get(participationId);
    return {
      state: state as ParticipationState,
      binding,
      inTime,
      overdue: overdue && ['issued', 'in_progress'].includes(item.state),
      progress: typeof row?.['progress'] === 'number' ? row['progress'] : null,
      // A share that was given out anew since owes again.
      waived: state === 'withdrawn' && waived.has(participationId),
    };
  });
  return { state: item.state as TaskState, shares };
}
