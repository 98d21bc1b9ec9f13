// A section with its measures, and one measure with its milestones and executors.
import type { App } from '../app.ts';
import { clip, postTitle, nameIn } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { fitted } from '../tasks/messages.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, printDay, printDayShort } from '../time.ts';
import { figureLines } from './figure-messages.ts';
import type { Figure } from './figures-queries.ts';
import { bar, perCent, type Screen, sectionLabel, tallyLine, turns } from './messages.ts';
import { numberButtons, numbersOf } from './number-messages.ts';
import type { MeasureShare, MeasureView, RoadmapView, SectionView } from './queries.ts';
import { measureProgress, measureStatus, type MeasureStatus, tallyOf } from './rules.ts';

export const measuresLength = 8;
const longestText = 160;
const mostShares = 12;
const mostMilestones = 30;
const mostDoubts = 6;
const longestMeasure = 1500;

export const marks: Record<MeasureStatus, string> = {
  done: '✅',
  late: '☑️',
  overdue: '🔴',
  work: '🔵',
  planned: '⚪️',
  draft: '✏️',
  cancelled: '✖️',
};

export type SectionAt = { view: RoadmapView; section: SectionView; page: number; mayChange: boolean };

/** A section: its measures, a page of them, as buttons by number. */
export function sectionMessage(app: App, locale: Locale, { page: wanted, ...at }: SectionAt): Screen {
  const { view, section } = at;
  const last = Math.max(0, Math.ceil(section.measures.length / measuresLength) - 1);
  const page = Math.min(wanted, last);
  const shown = section.measures.slice(page * measuresLength, (page + 1) * measuresLength);
  const blocks = shown.map((measure) => measureLine(app, locale, view, measure));
  const empty = blocks.length === 0 ? [app.t(locale, 'roadmaps-section-empty')] : [];
  const numbers = shown.map((measure) => button(measure.number, 'roadmaps.measure', measure.measureId));
  return {
    html: [...sectionHead(app, locale, view, section), ...blocks, ...empty].join('\n\n'),
    keyboard: [
      ...chunks(numbers, 4),
      ...turns('roadmaps.section', [view.roadmapId, section.sectionId], page, last),
      ...sectionButtons(app, locale, at),
    ],
  };
}

/** Its name with how far it is and, once approved, what the marks mean. HTML. */
function sectionHead(app: App, locale: Locale, view: RoadmapView, section: SectionView): string[] {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const tally = tallyOf(section.measures);
  const name = `<b>${escapeHtml(clip(sectionLabel(t, section), 200))}</b>`;
  if (view.state === 'draft') return [`${name}\n${t('roadmaps-measures', { n: tally.total })}`];
  const legend = [...new Set(section.measures.map(measureStatus))].map(
    (status) => `${marks[status]} ${t(`roadmaps-status-${status}`)}`,
  );
  return [[name, bar(locale, tally.progress), tallyLine(t, tally)].join('\n'), legend.join(' · ')];
}

function sectionButtons(app: App, locale: Locale, { view, section, mayChange }: Omit<SectionAt, 'page'>): Keyboard {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const { roadmapId } = view;
  const { sectionId, measures } = section;
  const draws = view.state !== 'draft' && view.sections.length > 1;
  return [
    ...numberButtons(t, tallyOf(measures), numbersOf(view).slice(1), { roadmapId, sectionId }),
    ...(draws ? [[button(t('roadmaps-button-gantt-section'), 'roadmaps.gantt', roadmapId, sectionId)]] : []),
    ...(mayChange
      ? [
          [
            button(t('roadmaps-button-add'), 'roadmaps.add', sectionId),
            button(t('roadmaps-button-rename-section'), 'roadmaps.rename-section', sectionId),
          ],
        ]
      : []),
    [button(t('roadmaps-button-back'), 'roadmaps.show', roadmapId, 0)],
  ];
}

/** One measure in a list: mark, number, words, date, who, how far; HTML. */
export function measureLine(app: App, locale: Locale, view: RoadmapView, measure: MeasureView): string {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const draft = view.state === 'draft';
  const mark = draft ? (measure.doubts.length > 0 ? '⚠️ ' : '') : `${marks[measureStatus(measure)]} `;
  const [first] = measure.shares.filter(({ state }) => state !== 'withdrawn');
  const facts = [
    dueWords(app, locale, measure),
    ...(first ? [escapeHtml(clip(nameIn(first.post.org, locale), 60))] : []),
    ...(draft ? [] : [perCent(locale, measureProgress(measure))]),
  ];
  return `${mark}<b>${measure.number}</b> ${escapeHtml(clip(measure.text, longestText))}\n${facts.join(' · ')}${draft ? '' : milestoneWords(t, measure)}`;
}

function milestoneWords(t: (key: string, args?: object) => string, { milestones }: MeasureView): string {
  if (milestones.length === 0) return '';
  const done = milestones.filter((each) => each.done).length;
  return ` · ◆ ${done}/${milestones.length}`;
}

function dueWords(app: App, locale: Locale, { due, term }: Pick<MeasureView, 'due' | 'term'>): string {
  return due ? printDayShort(due) : app.t(locale, `roadmaps-term-${term === 'standing' ? 'standing' : 'none'}`);
}

export type MeasureScreen = {
  view: RoadmapView;
  section: SectionView;
  measure: MeasureView;
  /** Its indicators with their numbers of now. */
  figures: Figure[];
  mayMark: boolean;
  mayChange: boolean;
  today: Day;
};

/** One measure with everything about it; long words are cut so that all of it fits. */
export function measureMessage(app: App, locale: Locale, screen: MeasureScreen): Screen {
  const html = fitted((max) => measureHtml(app, locale, screen, max), longestMeasure, 40);
  return { html, keyboard: measureRows((key, args) => app.t(locale, key, { ...args }), screen) };
}

function measureHtml(app: App, locale: Locale, screen: MeasureScreen, max: number): string {
  const { view, section, measure, figures, today } = screen;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const draft = view.state === 'draft';
  const status = measureStatus(measure);
  const number = measure.taskNumber && measure.taskNumber !== measure.number ? ` · ${measure.taskNumber}` : '';
  const short = (words: string, most: number): string => clip(words, Math.min(most, max));
  const label = (key: string, value: string): string[] =>
    value === '' ? [] : [t(`roadmaps-label-${key}`, { value: short(value, 500) })];
  const due = measure.due ? printDay(locale, measure.due) : dueWords(app, locale, measure);
  const lines = [
    `<b>${measure.number}</b>${number}${draft ? '' : ` · ${marks[status]} ${t(`roadmaps-status-${status}`)}`}`,
    escapeHtml(short(measure.text, longestMeasure)),
    '',
    ...label('section', section.name),
    ...label('due', due),
    ...label('form', measure.form ?? ''),
    ...label('note', measure.note ?? ''),
    ...(draft ? [] : [bar(locale, measureProgress(measure))]),
    ...(figures.length > 0 ? ['', t('roadmaps-indicators', { n: figures.length })] : []),
    ...figureLines(app, locale, figures, Math.min(120, max)),
    '',
    t('roadmaps-executors'),
    ...shareLines(app, locale, measure, { draft, max }),
    ...(measure.milestones.length > 0 ? ['', t('roadmaps-milestones')] : []),
    ...measure.milestones.slice(0, mostMilestones).map(({ name, due, done }) => {
      const mark = done ? '✅' : !draft && due < today ? '🔴' : '◇';
      return `${mark} ${printDayShort(due)} ${escapeHtml(short(name, 120))}`;
    }),
    ...(measure.doubts.length > 0 ? ['', ...doubtLines(t, measure, short)] : []),
  ];
  return lines.join('\n');
}

type Short = (words: string, most: number) => string;

function doubtLines(t: (key: string, args?: object) => string, { doubts }: MeasureView, short: Short): string[] {
  return doubts.slice(0, mostDoubts).map(({ key, words }) => `⚠️ ${t(key, { words: short(words, 200) })}`);
}

function shareLines(
  app: App,
  locale: Locale,
  { shares, fanOut }: MeasureView,
  { draft, max }: { draft: boolean; max: number },
): string[] {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const there = shares.filter(({ state, waived }) => state !== 'withdrawn' || waived);
  const lines = there.slice(0, mostShares).map((share) => {
    const role = share.role === 'co_executor' && !fanOut ? ` (${t('roadmaps-co-executor')})` : '';
    const state = draft ? '' : ` · ${stateWords(t, locale, share)}`;
    return `• ${escapeHtml(clip(postTitle(share.post, locale), Math.min(120, max)))}${role}${state}`;
  });
  const rest = there.length - lines.length;
  return rest > 0 ? [...lines, t('roadmaps-more', { n: rest })] : lines;
}

function stateWords(t: (key: string, args?: object) => string, locale: Locale, share: MeasureShare): string {
  const moved =
    share.due && share.firstDue && share.due !== share.firstDue
      ? `, ${printDayShort(share.firstDue)} → ${printDayShort(share.due)}`
      : '';
  const said = share.overdue
    ? 'overdue'
    : share.waived
      ? 'waived'
      : share.state === 'accepted' && share.inTime === false
        ? 'late'
        : share.state;
  const progress = share.progress !== null && share.state !== 'accepted' ? `, ${perCent(locale, share.progress)}` : '';
  return `${t(`roadmaps-share-${said.replace('_', '-')}`)}${progress}${moved}`;
}

function measureRows(t: (key: string, args?: object) => string, screen: MeasureScreen): Keyboard {
  const { view, section, measure, mayMark, mayChange } = screen;
  const { measureId } = measure;
  const change = (act: string): Keyboard[number][number] =>
    button(t(`roadmaps-button-${act}`), 'roadmaps.change', measureId, act);
  const several = measure.shares.filter(({ state }) => state !== 'withdrawn').length > 1;
  const n = measure.indicatorIds.length;
  const indicators =
    n === 0
      ? button(t('roadmaps-button-indicator'), 'roadmaps.indicator', measureId)
      : button(t('roadmaps-button-indicators', { n }), 'roadmaps.indicators', measureId);
  return [
    ...(mayMark
      ? measure.milestones
          .slice(0, mostMilestones)
          .map(({ milestoneId, name, done }) => [
            button(clip(`${done ? '↩️' : '✅'} ${name}`, 60), 'roadmaps.milestone', milestoneId, done ? 0 : 1),
          ])
      : []),
    ...(view.state === 'draft' || measure.state === 'draft'
      ? []
      : [[button(t('roadmaps-button-task'), 'tasks.open', measure.taskId)]]),
    ...(mayChange
      ? [
          [change('text'), change('due')],
          [change('executor')],
          [change('add-executor'), ...(several ? [change('drop-executor')] : [])],
          [change('milestone'), ...(measure.milestones.length > 0 ? [change('edit-milestone')] : [])],
          [change('form'), change('note')],
          [indicators, change('remove')],
        ]
      : []),
    [button(t('roadmaps-button-back'), 'roadmaps.section', view.roadmapId, section.sectionId, 0)],
  ];
}

function chunks<R>(items: R[], size: number): R[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
