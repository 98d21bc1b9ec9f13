// Roadmaps on screen: the list, one roadmap by its sections, the question to whoever puts it in force.
import type { App } from '../app.ts';
import { clip, nameIn, postTitle } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, printDayRange, printDayShort } from '../time.ts';
import { numberedName, stampOf } from './content-rules.ts';
import type { Listed } from './list-queries.ts';
import { numberButtons, numbersOf } from './number-messages.ts';
import { contentOf, type RoadmapView, type SectionView } from './queries.ts';
import { tallyOf, type Tally, termOf } from './rules.ts';

export type Screen = { html: string; keyboard: Keyboard };

export const listLength = 8;
export const sectionsLength = 8;
const longestLabel = 60;
const longestName = 200;
const shownBlocks = 40;
const longestHtml = 3800;

/** '▓▓▓▓░░░░░░ 42 %'. */
export function bar(locale: Locale, percent: number): string {
  const full = Math.floor(percent / 10);
  return `${'▓'.repeat(full)}${'░'.repeat(10 - full)} ${perCent(locale, percent)}`;
}

/** '42 %' in Russian, '42%' in Kazakh and English. */
export function perCent(locale: Locale, percent: number): string {
  return `${percent}${locale === 'ru' ? '\u00a0' : ''}%`;
}

/** The roadmaps that somebody sees, a page of them. */
export function listMessage(
  app: App,
  locale: Locale,
  { rows, total, page, mayCreate }: { rows: Listed[]; total: number; page: number; mayCreate: boolean },
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const blocks = rows.map((row, index) => {
    const n = page * listLength + index + 1;
    const state = t(`roadmaps-state-${row.state}`);
    const head = `${n}. <b>${escapeHtml(clip(row.name, longestName))}</b>\n${state}`;
    if (row.state === 'draft') return `${head} · ${t('roadmaps-measures', { n: row.tally.total })}`;
    return `${head}\n${bar(locale, row.tally.progress)}${lateMark(t, row.tally)}`;
  });
  const last = Math.max(0, Math.ceil(total / listLength) - 1);
  const keyboard = [
    ...rows.map(({ roadmapId, name }, index) => [
      button(clip(`${page * listLength + index + 1}. ${name}`, longestLabel), 'roadmaps.show', roadmapId, 0),
    ]),
    ...turns('roadmaps.list', [], page, last),
    ...(mayCreate ? [[button(t('roadmaps-button-import'), 'roadmaps.import')]] : []),
  ];
  const html =
    total === 0
      ? t(mayCreate ? 'roadmaps-none-yet' : 'roadmaps-none')
      : [t('roadmaps-list', { total }), ...blocks].join('\n\n');
  return { html, keyboard };
}

type T = (key: string, args?: Record<string, string | number>) => string;

function lateMark(t: T, { overdue }: Tally): string {
  return overdue > 0 ? ` · 🔴 ${t('roadmaps-overdue', { n: overdue })}` : '';
}

export type RoadmapScreen = {
  view: RoadmapView;
  page: number;
  /** May change it; may press it into force. */
  mayChange: boolean;
  mayApprove: boolean;
  indicators: boolean;
};

/** One roadmap: what it is, how far it is, its sections. */
export function roadmapMessage(app: App, locale: Locale, screen: RoadmapScreen): Screen {
  const { view } = screen;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(view.sections.length / sectionsLength) - 1);
  const page = Math.min(screen.page, last);
  const shown = view.sections.slice(page * sectionsLength, (page + 1) * sectionsLength);
  const lines = [...headLines(app, locale, view), '', ...sectionLines(app, locale, view, shown)];
  if (!view.whole) lines.push('', t('roadmaps-own-part'));
  const rows = shown.map((section) => [
    button(clip(sectionLabel(t, section), longestLabel), 'roadmaps.section', view.roadmapId, section.sectionId, 0),
  ]);
  const tally = tallyOf(view.sections.flatMap(({ measures }) => measures));
  const keyboard = [
    ...numberButtons(t, tally, numbersOf(view), { roadmapId: view.roadmapId, sectionId: 0 }),
    ...rows,
    ...turns('roadmaps.show', [view.roadmapId], page, last),
    ...(view.state === 'draft' ? draftRows(t, screen) : forceRows(t, screen)),
    [button(t('roadmaps-button-list'), 'roadmaps.list', 0)],
  ];
  return { html: lines.join('\n'), keyboard };
}

/** Name, body, term, state, version and progress. */
export function headLines(app: App, locale: Locale, view: RoadmapView): string[] {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const tally = tallyOf(view.sections.flatMap(({ measures }) => measures));
  const { from, to } = datesOf(view);
  const state = t(`roadmaps-state-${view.state}`);
  return [
    `<b>${escapeHtml(clip(view.name, longestName))}</b>`,
    escapeHtml(nameIn(view.org, locale)),
    t('roadmaps-term', {
      term: view.state === 'draft' ? printDayShort(to) : printDayRange(locale, from, to),
      draft: view.state === 'draft' ? 'yes' : 'no',
    }),
    view.state === 'draft'
      ? t('roadmaps-draft-state', { post: postTitle(view.issuer, locale) })
      : t('roadmaps-in-force', { state, version: view.version }),
    ...(view.task?.number ? [t('roadmaps-of-task', { number: view.task.number })] : []),
    ...(view.state === 'draft' ? draftLines(app, locale, view) : [bar(locale, tally.progress), tallyLine(t, tally)]),
  ];
}

function draftLines(app: App, locale: Locale, view: RoadmapView): string[] {
  const measures = view.sections.flatMap(({ measures }) => measures);
  const { total, doubtful } = tallyOf(measures);
  const of = app.t(locale, 'roadmaps-measures', { n: total });
  return [doubtful > 0 ? `${of} · ⚠️ ${app.t(locale, 'roadmaps-doubtful', { n: doubtful })}` : of];
}

/** From the first day of a roadmap to its last one. */
export function datesOf(view: RoadmapView): { from: Day; to: Day } {
  const measures = view.sections.flatMap(({ measures }) => measures);
  return termOf(view, { start: view.approvedDay ?? view.createdDay, dues: measures.map(({ due }) => due) });
}

/** 'Мероприятия: 12 · выполнено: 4, в срок: 3 · просрочено: 1'. */
export function tallyLine(t: T, { total, done, inTime, overdue }: Tally): string {
  const words = [t('roadmaps-measures', { n: total }), t('roadmaps-done', { n: done, inTime })];
  return [...words, ...(overdue > 0 ? [`🔴 ${t('roadmaps-overdue', { n: overdue })}`] : [])].join(' · ');
}

/** What each section comes to; an unnamed only one has been said already. */
function sectionLines(app: App, locale: Locale, view: RoadmapView, shown: SectionView[]): string[] {
  const [only] = view.sections;
  if (view.sections.length === 1 && only?.name === '') return [];
  return shown.map((section) => sectionLine(app, locale, view, section));
}

function sectionLine(app: App, locale: Locale, view: RoadmapView, section: SectionView): string {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const tally = tallyOf(section.measures);
  const name = escapeHtml(clip(sectionLabel(t, section), longestName));
  if (view.state === 'draft') return `<b>${name}</b>\n${t('roadmaps-measures', { n: tally.total })}`;
  return `<b>${name}</b>\n${bar(locale, tally.progress)} · ${t('roadmaps-section-tally', { done: tally.done, total: tally.total, inTime: tally.inTime })}${lateMark(t, tally)}`;
}

/** 'II. Кадры'; a roadmap without sections calls its only one "Мероприятия". */
export function sectionLabel(t: T, { name, position }: SectionView): string {
  return name === '' ? t('roadmaps-section-unnamed') : numberedName(name, position);
}

function draftRows(t: T, { view, mayChange, mayApprove }: RoadmapScreen): Keyboard {
  const { roadmapId } = view;
  const stamp = stampOf(contentOf(view));
  if (!mayChange) return [];
  return [
    mayApprove
      ? [button(t('roadmaps-button-approve'), 'roadmaps.approve', roadmapId, stamp)]
      : [button(t('roadmaps-button-send'), 'roadmaps.send', roadmapId)],
    [
      button(t('roadmaps-button-gantt'), 'roadmaps.gantt', roadmapId, 0),
      button(t('roadmaps-button-file'), 'roadmaps.file', roadmapId, 0),
    ],
    [
      button(t('roadmaps-button-rename'), 'roadmaps.rename', roadmapId),
      button(t('roadmaps-button-drop'), 'roadmaps.drop', roadmapId),
    ],
  ];
}

function forceRows(t: T, { view, indicators }: RoadmapScreen): Keyboard {
  const { roadmapId, whole, version } = view;
  return [
    [
      button(t('roadmaps-button-gantt'), 'roadmaps.gantt', roadmapId, 0),
      button(t('roadmaps-button-file'), 'roadmaps.file', roadmapId, 0),
    ],
    ...(whole
      ? [
          [
            ...(indicators ? [button(t('roadmaps-button-figures'), 'roadmaps.figures', roadmapId)] : []),
            button(t('roadmaps-button-asof'), 'roadmaps.asof', roadmapId),
            button(t('roadmaps-button-versions', { n: version }), 'roadmaps.versions', roadmapId),
          ],
        ]
      : []),
  ];
}

/** What the issuing post is asked: the whole draft in short, with the press that puts it in force. */
export function approvalMessage(app: App, locale: Locale, view: RoadmapView): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const { roadmapId } = view;
  const shown = view.sections.slice(0, sectionsLength);
  const html = [
    t('roadmaps-ask'),
    '',
    ...headLines(app, locale, view),
    '',
    ...sectionLines(app, locale, view, shown),
    ...(view.sections.length > shown.length ? ['…'] : []),
  ].join('\n');
  const keyboard = [
    [button(t('roadmaps-button-approve'), 'roadmaps.approve', roadmapId, stampOf(contentOf(view)))],
    [
      button(t('roadmaps-button-open'), 'roadmaps.show', roadmapId, 0),
      button(t('roadmaps-button-return'), 'roadmaps.return', roadmapId),
    ],
  ];
  return { html, keyboard };
}

/** Buttons that turn pages; `after` stands behind the page in them. */
export function turns(
  verb: string,
  args: (string | number)[],
  page: number,
  last: number,
  after: string[] = [],
): Keyboard {
  const row = [
    ...(page > 0 ? [button('‹', verb, ...args, page - 1, ...after)] : []),
    ...(page < last ? [button('›', verb, ...args, page + 1, ...after)] : []),
  ];
  return row.length > 0 ? [row] : [];
}

/** The head and as many blocks as fit a message, then how many do not. */
export function within(head: string[], blocks: string[], more: (n: number) => string): string {
  const kept: string[] = [];
  let length = head.join('\n').length;
  for (const block of blocks.slice(0, shownBlocks)) {
    length += block.length + 1;
    if (length > longestHtml) break;
    kept.push(block);
  }
  const rest = blocks.length - kept.length;
  return [...head, ...kept, ...(rest > 0 ? [more(rest)] : [])].join('\n');
}
