// The measures that a number of a roadmap counts, a page of them.
import type { App } from '../app.ts';
import { clip } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, printDay } from '../time.ts';
import type { PastRoadmap } from './as-of-queries.ts';
import { measureLine, measuresLength } from './measure-messages.ts';
import { type Screen, sectionLabel, turns } from './messages.ts';
import { pastLine } from './past-messages.ts';
import type { RoadmapView, SectionView } from './queries.ts';
import { type MeasureKind, measuresOfKind } from './rules.ts';

type T = (key: string, args?: Record<string, string | number>) => string;
type Asked = { view: RoadmapView; kind: MeasureKind; page: number };

/** The measures that a number counts, a page of them, as they stand now. */
export function measuresMessage(
  app: App,
  locale: Locale,
  { view, section, kind, page }: Asked & { section: SectionView | null },
): Screen {
  const t: T = (key, args = {}) => app.t(locale, key, args);
  const all = (section ? [section] : view.sections).flatMap(({ measures }) => measures);
  const found = measuresOfKind(all, kind);
  const lines = found.map((measure) => measureLine(app, locale, view, measure));
  const head = section ? [escapeHtml(clip(sectionLabel(t, section), 200))] : [];
  const back = section
    ? button(t('roadmaps-button-back'), 'roadmaps.section', view.roadmapId, section.sectionId, 0)
    : button(t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0);
  const args = [view.roadmapId, section?.sectionId ?? 0, kind];
  return listed(t, { name: view.name, head, kind, found, lines, page, args, back: [back] });
}

/** The same on a past day; measures that were taken out since open no more. */
export function pastMeasuresMessage(
  app: App,
  locale: Locale,
  { past, kind, page }: Omit<Asked, 'view'> & { past: PastRoadmap },
): Screen {
  const t: T = (key, args = {}) => app.t(locale, key, args);
  const { view, day, version, content, sections } = past;
  const found = measuresOfKind(
    sections.flatMap(({ measures }) => measures),
    kind,
  );
  const there = new Set(view.sections.flatMap(({ measures }) => measures.map(({ measureId }) => measureId)));
  const head = [t('roadmaps-asof-head', { day: printDay(locale, day), version })];
  const rows = found.map(({ measure }) => (there.has(measure.measureId) ? measure : null));
  const lines = found.map((each) => pastLine(locale, each));
  const args = [view.roadmapId, 0, kind];
  const back = [
    button(t('roadmaps-button-asof'), 'roadmaps.asof', view.roadmapId),
    button(t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0),
  ];
  return listed(t, { name: content.name, head, kind, found: rows, lines, page, args, after: [day], back });
}

type Listed = {
  name: string;
  head: string[];
  kind: MeasureKind;
  found: ({ measureId: number; number: string } | null)[];
  lines: string[];
  page: number;
  args: (string | number)[];
  after?: Day[];
  back: Keyboard[number];
};

function listed(t: T, { name, head, kind, found, lines, page: wanted, args, after = [], back }: Listed): Screen {
  const last = Math.max(0, Math.ceil(found.length / measuresLength) - 1);
  const page = Math.min(wanted, last);
  const [from, to] = [page * measuresLength, (page + 1) * measuresLength];
  const title = [`<b>${escapeHtml(clip(name, 200))}</b>`, ...head, t(`roadmaps-number-${kind}`, { n: found.length })];
  const blocks = lines.length > 0 ? lines.slice(from, to) : [t('roadmaps-number-none')];
  const numbers = found
    .slice(from, to)
    .flatMap((measure) => (measure ? [button(measure.number, 'roadmaps.measure', measure.measureId)] : []));
  const keyboard = [
    ...[numbers.slice(0, 4), numbers.slice(4)].filter((row) => row.length > 0),
    ...turns('roadmaps.measures', args, page, last, after),
    back,
  ];
  return { html: [title.join('\n'), ...blocks].join('\n\n'), keyboard };
}
