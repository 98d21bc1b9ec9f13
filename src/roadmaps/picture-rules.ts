// A roadmap as a Gantt picture: which measures, from when to when, in which state. Pure but for its words.
import type { App } from '../app.ts';
import { nameIn } from '../org/messages.ts';
import type { GanttPicture } from '../pictures/gantt.ts';
import type { Locale } from '../texts.ts';
import { addMonths, type Day, partsOf, printDayRange, printMonth } from '../time.ts';
import type { MeasureView, RoadmapView, SectionView } from './queries.ts';
import { measureProgress, measureStatus, termOf } from './rules.ts';

/** The picture of a roadmap or of one of its sections; null when there is nothing to show. */
export function ganttOf(
  app: App,
  locale: Locale,
  view: RoadmapView,
  { sections, today }: { sections: SectionView[]; today: Day },
): GanttPicture | null {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const all = sections.flatMap(({ measures }) => measures).filter(({ state }) => state !== 'cancelled');
  if (all.length === 0) return null;
  const start = view.approvedDay ?? view.createdDay;
  const milestones = all.flatMap((measure) => measure.milestones.map(({ due }) => due));
  const { from, to } = termOf(view, { start, dues: [...all.map(({ due }) => due), ...milestones] });
  const last = to > from ? to : addMonths(from, 1);
  const shown = sections.map(({ name, measures }, index) => ({
    name: sections.length > 1 && name !== '' ? name : index === 0 && view.sections.length > 1 ? name : '',
    measures: measures.filter(({ state }) => state !== 'cancelled').map((measure) => barOf(measure, { from, last })),
  }));
  return {
    kind: 'gantt',
    title: view.name,
    under: [nameIn(view.org, locale), printDayRange(locale, from, last)],
    from,
    to: last,
    today,
    months: monthsOf(locale, from, last),
    sections: shown.filter(({ measures }) => measures.length > 0),
    words: wordsOf(t),
    rest: t(sections.length > 1 ? 'roadmaps-gantt-rest' : 'pictures-gantt-rest', { n: '#' }),
  };
}

type Bar = GanttPicture['sections'][number]['measures'][number];

/**
 * A measure has no first day of its own, so its bar begins where its executors began to owe it: on the day it was given out, or with
 * the term of the roadmap if that begins later.
 */
function barOf(measure: MeasureView, { from, last }: { from: Day; last: Day }): Bar {
  const { number, text, due, milestones, issuedDay } = measure;
  const to = due ?? last;
  const first = issuedDay !== null && issuedDay > from ? issuedDay : from;
  const status = measureStatus(measure);
  const shown = status === 'late' ? 'done' : status;
  return {
    name: `${number} ${text}`,
    from: first < to ? first : from,
    to,
    progress: measureProgress(measure),
    status: shown === 'done' || shown === 'overdue' || shown === 'work' ? shown : 'planned',
    milestones: milestones.map(({ due, done }) => ({ day: due, done })),
  };
}

function wordsOf(t: (key: string) => string): GanttPicture['words'] {
  const keys = ['done', 'work', 'overdue', 'planned', 'milestone', 'today'] as const;
  return Object.fromEntries(keys.map((key) => [key, t(`roadmaps-gantt-${key}`)])) as GanttPicture['words'];
}

function monthsOf(locale: Locale, from: Day, to: Day): { first: Day; label: string }[] {
  const months: { first: Day; label: string }[] = [];
  for (let first: Day = `${from.slice(0, 7)}-01`; first <= to; first = addMonths(first, 1))
    months.push({ first, label: printMonth(locale, partsOf(first).month).slice(0, 3) });
  // The few days of a first month would take the place of the next one's name.
  return months.length > 3 && partsOf(from).dayOfMonth > 15 ? months.slice(1) : months;
}
