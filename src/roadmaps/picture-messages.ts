// The words of a Gantt picture for whoever cannot see it: the term, how far it is, what is overdue and what is due next, by number.
import type { App } from '../app.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDayRange, printDayShort } from '../time.ts';
import { perCent, tallyLine } from './messages.ts';
import type { MeasureView, RoadmapView, SectionView } from './queries.ts';
import { measureStatus, tallyOf, termOf } from './rules.ts';

const mostNumbers = 20;
const nextDue = 3;

/** The caption of the picture of these sections: HTML, well below the 1,024 letters of a caption. */
export function ganttCaption(app: App, locale: Locale, view: RoadmapView, sections: SectionView[]): string {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const measures = sections.flatMap((section) => section.measures).filter(({ state }) => state !== 'cancelled');
  const tally = tallyOf(measures);
  const name = escapeHtml(view.name.slice(0, 300));
  const { from, to } = termOf(view, {
    start: view.approvedDay ?? view.createdDay,
    dues: measures.flatMap(({ due, milestones }) => [due, ...milestones.map((each) => each.due)]),
  });
  const [only] = sections;
  return [
    `<b>${name}</b>`,
    ...(sections.length === 1 && view.sections.length > 1 && only?.name ? [escapeHtml(only.name.slice(0, 150))] : []),
    to > from ? printDayRange(locale, from, to) : '',
    view.state === 'draft'
      ? t('roadmaps-measures', { n: tally.total })
      : `${perCent(locale, tally.progress)} · ${tallyLine(t, tally)}`,
    ...(view.state === 'draft' ? [] : standing(t, measures)),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Which measures are overdue, and which are due next. */
function standing(t: (key: string, args?: object) => string, measures: MeasureView[]): string[] {
  const byDue = measures.filter(({ due }) => due !== null).toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  const overdue = byDue.filter((measure) => measureStatus(measure) === 'overdue').map(({ number }) => number);
  const next = byDue
    .filter((measure) => ['work', 'planned'].includes(measureStatus(measure)))
    .slice(0, nextDue)
    .map(({ number, due }) => `${number} (${due ? printDayShort(due) : ''})`);
  const many = overdue.length > mostNumbers ? ', …' : '';
  return [
    ...(overdue.length > 0
      ? [t('pictures-gantt-late', { numbers: `${overdue.slice(0, mostNumbers).join(', ')}${many}` })]
      : []),
    ...(next.length > 0 ? [t('pictures-gantt-next', { numbers: next.join(', ') })] : []),
  ];
}
