// Which measures of a roadmap find room in a picture: all of them with long names, else with short ones, else the overdue and the next due.
import type { GanttMeasure, GanttPicture } from './gantt.ts';
import type { Pen } from './pen.ts';
import { wrapNames } from './wrapping.ts';

export const nameStep = 19;
export const titleStep = 21;
export const barStep = 31;
/** Above the first row, and below the last one, where the word of today stands. */
export const above = 6;
export const below = 18;

export type GanttRow = { measure: GanttMeasure; name: string[] };
export type GanttRows = { sections: { title: string[]; rows: GanttRow[] }[]; height: number; left: number };
type Sections = GanttPicture['sections'];

/** More than this find no room, however short they are. */
const mostRows = 24;

/** The measures to be drawn in `room` units, in their order; `rest`: what is kept free where some are left out. */
export function rowsThatFit(pen: Pen, sections: Sections, { room, rest }: Record<'room' | 'rest', number>): GanttRows {
  const all = sections.flatMap(({ measures }) => measures);
  const first = all.toSorted((a, b) => urgency(a).localeCompare(urgency(b))).slice(0, mostRows);
  for (const lines of [2, 1]) {
    const whole = laid(pen, sections, first, lines);
    if (first.length === all.length && whole.height <= room) return whole;
  }
  for (let n = first.length; ; n -= 1) {
    const some = laid(pen, sections, first.slice(0, n), 1);
    if (some.height <= room - rest || n <= 1) return { ...some, left: all.length - Math.min(n, first.length) };
  }
}

/** Sorts the overdue first, the longest overdue at the top; then what is due next; then what is done, the latest first. */
function urgency({ status, to }: GanttMeasure): string {
  if (status === 'overdue') return `0 ${to}`;
  return status === 'done' ? `2 ${99_999_999 - Number(to.replaceAll('-', ''))}` : `1 ${to}`;
}

function laid(pen: Pen, sections: Sections, chosen: GanttMeasure[], lines: number): GanttRows {
  const wanted = new Set(chosen);
  const names = wrapNames(
    chosen.map(({ name }) => name),
    // The sign of the overdue stands at the end of the line.
    pen.hand(15, 400, lines, pen.inner - 22),
  );
  const rowOf = (measure: GanttMeasure): GanttRow => ({ measure, name: names[chosen.indexOf(measure)] ?? [] });
  const rows = sections
    .map(({ name, measures }) => ({
      title: name ? (wrapNames([name], pen.hand(16, 700, lines))[0] ?? []) : [],
      rows: measures.filter((measure) => wanted.has(measure)).map(rowOf),
    }))
    .filter((section) => section.rows.length > 0);
  return { sections: rows, height: above + heightOf(rows) + below, left: 0 };
}

function heightOf(sections: GanttRows['sections']): number {
  return sections.reduce(
    (sum, { title, rows }) =>
      sum +
      (title.length > 0 ? title.length * titleStep + 7 : 0) +
      rows.reduce((height, { name }) => height + Math.max(1, name.length) * nameStep + barStep, 0),
    0,
  );
}
