// The Gantt picture of a roadmap: where bars begin, and what its caption says.
import { expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { ganttCaption } from '../../src/roadmaps/picture-messages.ts';
import { ganttOf } from '../../src/roadmaps/picture-rules.ts';
import type { MeasureView, RoadmapView } from '../../src/roadmaps/queries.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { loadTexts } from '../../src/texts.ts';

const app = { t: loadTexts() } as unknown as App;
const share = { state: 'assigned', binding: true, progress: null, inTime: null, waived: false, overdue: false };

function measure(number: string, due: string, issuedDay: string | null, overdue = false): MeasureView {
  const state = issuedDay === null ? 'draft' : 'issued';
  const shares = [{ ...share, overdue }];
  return { number, text: 'Іс-шара', due, issuedDay, state, shares, milestones: [] } as unknown as MeasureView;
}

function roadmap(measures: MeasureView[], said: Partial<RoadmapView> = {}): RoadmapView {
  return {
    name: 'Жол картасы',
    org: { nameKk: 'Әкімдік', nameRu: 'Акимат' },
    ...{ state: 'approved', from: null, to: null, createdDay: '2026-09-01', approvedDay: '2026-09-10' },
    sections: [{ name: '', measures }],
    ...said,
  } as unknown as RoadmapView;
}

const bars = (view: RoadmapView) =>
  ganttOf(app, 'kk', view, { sections: view.sections, today: '2026-11-20' })?.sections.flatMap((each) =>
    each.measures.map(({ from, to }) => [from, to]),
  );

it('begins a bar where the measure was given out, one added later where it was added', () => {
  const view = roadmap([measure('1.1', '2026-12-01', '2026-09-10'), measure('1.2', '2026-12-20', '2026-11-02')]);
  expect(bars(view)).toEqual([
    ['2026-09-10', '2026-12-01'],
    ['2026-11-02', '2026-12-20'],
  ]);
});

it('begins a bar with the term of the roadmap where that is later, or nothing was given out yet', () => {
  const term = { from: '2026-10-01', to: '2027-03-01' };
  const all = [measure('1.1', '2026-12-01', '2026-09-10'), measure('1.2', '2026-12-01', null)];
  expect(bars(roadmap(all, term))).toEqual(all.map(() => ['2026-10-01', '2026-12-01']));
});

it('says in the caption the term, how far it is, which measures are overdue and which are due next', () => {
  const view = roadmap([
    measure('1.1', '2026-11-10', '2026-09-10', true),
    measure('1.2', '2027-01-15', '2026-09-10'),
    measure('1.3', '2026-12-01', '2026-09-10'),
    measure('1.4', '2026-10-10', '2026-09-10', true),
  ]);
  const lines = plain(ganttCaption(app, 'ru', view, view.sections)).split('\n');
  expect(lines[1]).toBe('10 сентября 2026 г. – 15 января 2027 г.');
  expect(lines.slice(2).join('\n')).toContain('просрочено: 2');
  expect(lines.slice(-2)).toEqual(['Просрочены: № 1.4, 1.1', 'Ближайшие сроки: № 1.3 (01.12.2026), 1.2 (15.01.2027)']);
});
