// A roadmap as officials keep it: number, measure, completion form, date, who answers, note; sections are rows across the table.
import type { App } from '../app.ts';
import { type Cell, dayCell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn, postTitle } from '../org/messages.ts';
import type { Locale } from '../texts.ts';
import { measuresOf, numberedName, type MeasureContent, type RoadmapContent } from './content-rules.ts';
import type { PostNames } from './queries.ts';
import { printDayShort } from '../time.ts';

export type Written = {
  content: RoadmapContent;
  posts: Map<number, PostNames>;
  /** Names of indicators by id; several stand in one cell, as executors do. */
  indicators: Map<number, string>;
  /** Below the title: body, version, day. */
  under: string;
};

/** The workbook; columns of milestones and indicators only where there are any. The table can be read back by the import. */
export async function writeRoadmap(app: App, locale: Locale, written: Written): Promise<Uint8Array> {
  const { content, under } = written;
  const t = (key: string): string => app.t(locale, key);
  const all = measuresOf(content);
  const columns = [
    ...(['number', 'text', 'form', 'due', 'responsible'] as const),
    ...(all.some(({ milestones }) => milestones.length > 0) ? (['milestones'] as const) : []),
    ...(all.some(({ indicatorIds }) => indicatorIds.length > 0) ? (['indicator'] as const) : []),
    'note' as const,
  ];
  const widths = { number: 7, text: 52, form: 26, due: 16, responsible: 40, milestones: 34, indicator: 28, note: 26 };
  const across = (value: string, look = {}): Cell[] => [
    textCell(value, { bold: true, wrap: true, span: columns.length, ...look }),
    ...columns.slice(1).map(() => null),
  ];
  const box = { boxed: true, wrap: true, top: true };
  const head = columns.map((column) =>
    textCell(t(`roadmaps-column-${column}`), { ...box, bold: true, align: 'center' as const, fill: '#e8eef5' }),
  );
  const body = content.sections.flatMap(({ name, measures }, index) => [
    ...(name === '' ? [] : [across(numberedName(name, index + 1), { boxed: true, fill: '#f3f3f3' })]),
    ...measures.map((measure) => columns.map((column) => cellOf(app, locale, written, measure, column, box))),
  ]);
  const rows = [
    across(content.name, { align: 'center', height: 32 }),
    across(under, { bold: false, align: 'center' }),
    head,
    ...body,
  ];
  return writeWorkbook([
    {
      name: t('roadmaps-sheet'),
      rows,
      widths: columns.map((column) => widths[column]),
      landscape: true,
      printed: { headRow: 3 },
    },
  ]);
}

type Box = { boxed: boolean; wrap: boolean; top: boolean };

function cellOf(
  app: App,
  locale: Locale,
  { posts, indicators }: Written,
  measure: MeasureContent,
  column: 'number' | 'text' | 'form' | 'due' | 'responsible' | 'milestones' | 'indicator' | 'note',
  box: Box,
): Cell {
  switch (column) {
    case 'number':
      return textCell(measure.number, { ...box, align: 'center' });
    case 'due':
      return measure.due
        ? dayCell(measure.due, { ...box, align: 'center' })
        : textCell(app.t(locale, `roadmaps-term-${measure.term === 'standing' ? 'standing' : 'none'}`), box);
    case 'responsible':
      return textCell(executorsOf(locale, posts, measure), box);
    case 'milestones':
      return textCell(measure.milestones.map(({ name, due }) => `${name} – ${printDayShort(due)}`).join(';\n'), box);
    case 'indicator':
      return textCell(measure.indicatorIds.flatMap((id) => indicators.get(id) ?? []).join(';\n'), box);
    default:
      return textCell(measure[column] ?? '', box);
  }
}

function executorsOf(locale: Locale, posts: Map<number, PostNames>, { executors }: MeasureContent): string {
  const named = executors.flatMap((id) => posts.get(id) ?? []);
  // The organisation is what offices write; two posts of one are told apart.
  const orgs = named.map((post) => nameIn(post.org, locale));
  return named
    .map((post, index) =>
      orgs.indexOf(orgs[index] ?? '') === orgs.lastIndexOf(orgs[index] ?? '')
        ? (orgs[index] ?? '')
        : postTitle(post, locale),
    )
    .join(';\n');
}
