// A roadmap over time: its measures one below the other with how far they are, milestones and the line of today.
import { scaleUtc } from 'd3-scale';
import type { Day } from '../time.ts';
import type { Pen, Title } from './pen.ts';
import {
  above,
  barStep,
  below,
  type GanttRow,
  type GanttRows,
  nameStep,
  rowsThatFit,
  titleStep,
} from './gantt-rows.ts';
import { margin, smallest, tallest, width } from './scene.ts';

export type GanttMeasure = {
  name: string;
  from: Day;
  to: Day;
  /** Done, in per cent. */
  progress: number;
  status: 'done' | 'work' | 'overdue' | 'planned';
  milestones: { day: Day; done: boolean }[];
};

export type GanttPicture = Title & {
  kind: 'gantt';
  from: Day;
  to: Day;
  today: Day;
  /** Names of the months from the first to the last, short: 'қар'. */
  months: { first: Day; label: string }[];
  /** Of more measures than there is room for, the overdue and the next due are drawn. */
  sections: { name: string; measures: GanttMeasure[] }[];
  /** Words of: done, going on, past its date, ahead, milestone, today. */
  words: Record<'done' | 'work' | 'overdue' | 'planned' | 'milestone' | 'today', string>;
  /** '#' stands for how many measures found no room: 'Көрсетілмегені: #'. */
  rest: string;
};

type Across = (day: Day) => number;

/** Draws the roadmap. */
export function drawGantt(pen: Pen, picture: GanttPicture): void {
  pen.title(picture);
  legend(pen, picture);
  const scale = scaleUtc([at(picture.from), at(picture.to)], [margin, width - margin]).clamp(true);
  const across: Across = (day) => scale(at(day));
  months(pen, picture, across);
  const room = tallest - margin / 2 - pen.y;
  const rows = rowsThatFit(pen, picture.sections, { room, rest: 2 * nameStep + 5 });
  // Lines first: bars and words lie over them.
  gridLines(pen, picture, across, { top: pen.y, bottom: pen.y + rows.height - below });
  body(pen, picture, rows, across);
  pen.y += 5;
  pen.rest({ words: picture.rest, n: rows.left });
}

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);

function legend(pen: Pen, { sections, words }: GanttPicture): void {
  const { palette } = pen;
  const measures = sections.flatMap((section) => section.measures);
  const marks = (['done', 'work', 'overdue', 'planned'] as const)
    .filter((status) => measures.some((measure) => measure.status === status))
    .map((status) => ({
      label: words[status],
      mark: (x: number, y: number) =>
        status === 'overdue'
          ? pen.triangle(x, y + 0.5, 15, palette.overdue)
          : strip(pen, [x, y + 1, 16, 13], { status, progress: status === 'work' ? 55 : 0 }),
    }));
  const milestones = measures.some((measure) => measure.milestones.length > 0);
  pen.legend([
    ...marks,
    ...(milestones
      ? [{ label: words.milestone, mark: (x: number, y: number) => diamond(pen, x + 8, y + 7.5, palette.ink, true) }]
      : []),
  ]);
}

function months(pen: Pen, picture: GanttPicture, across: Across): void {
  let free = 0;
  for (const { first, label } of picture.months) {
    const x = Math.max(margin, across(first));
    const w = pen.measure(label, smallest, 400);
    if (x < free || x + w > width - margin) continue;
    pen.words(x, pen.y + 12, label, { fill: pen.palette.soft });
    free = x + w + 8;
  }
  pen.y += 20;
}

function gridLines(pen: Pen, picture: GanttPicture, across: Across, { top, bottom }: Record<'top' | 'bottom', number>) {
  for (const { first } of picture.months) {
    if (first <= picture.from) continue;
    const x = across(first);
    pen.line(
      [
        [x, top],
        [x, bottom],
      ],
      pen.palette.grid,
    );
  }
}

function body(
  pen: Pen,
  { today, from, to, words }: GanttPicture,
  { sections, height }: GanttRows,
  across: Across,
): void {
  const top = pen.y;
  if (today >= from && today <= to) todayLine(pen, across(today), top, height, words.today);
  pen.y = top + above;
  for (const { title, rows } of sections) {
    section(pen, title);
    for (const each of rows) row(pen, each, across, today);
  }
  pen.y = top + height;
}

function todayLine(pen: Pen, x: number, top: number, height: number, label: string): void {
  const { ink } = pen.palette;
  const w = pen.measure(label, smallest, 600);
  pen.line(
    [
      [x, top],
      [x, top + height - below],
    ],
    ink,
    1.5,
    [4, 3],
  );
  const centre = Math.min(Math.max(x, margin + w / 2), width - margin - w / 2);
  pen.words(centre, top + height - 5, label, { weight: 600, align: 'center' });
}

function section(pen: Pen, lines: string[]): void {
  if (lines.length === 0) return;
  plate(pen, lines, 16, 700);
  pen.lines(lines, { size: 16, weight: 700, step: titleStep });
  pen.y += 7;
}

/** Words lie over the lines of the months on paper of their own. */
function plate(pen: Pen, lines: string[], size: number, weight: 400 | 700): void {
  lines.forEach((line, index) => {
    const h = Math.round(size * 1.28);
    pen.rect(margin - 2, pen.y + index * h - 1, pen.measure(line, size, weight) + 6, h, pen.palette.paper);
  });
}

function row(pen: Pen, { measure, name }: GanttRow, across: Across, today: Day): void {
  const top = pen.y;
  plate(pen, name, 15, 400);
  pen.lines(name, { size: 15, step: nameStep });
  const [x, end] = [across(measure.from), across(measure.to)];
  if (measure.status === 'overdue') {
    alarmSign(pen, width - margin - 15, top + 1.5);
    // From its date to today: how late it is.
    pen.rect(end - 4, pen.y + 6, across(today) - end + 4, 6, pen.palette.overdue);
  }
  strip(pen, [x, pen.y, Math.max(6, end - x), 18], measure);
  for (const { day, done } of measure.milestones) diamond(pen, across(day), pen.y + 9, pen.palette.ink, done);
  pen.y += barStep;
}

type Box = [x: number, y: number, w: number, h: number];

/** Ahead: a frame; going on: pale with the done part full; past its date: in the colour of warning. */
function strip(pen: Pen, [x, y, w, h]: Box, { status, progress }: Pick<GanttMeasure, 'status' | 'progress'>): void {
  const { inTime, late, overdue, paper, work } = pen.palette;
  if (status === 'planned') return pen.rect(x + 1, y + 1, w - 2, h - 2, paper, 4, work);
  if (status === 'done') return pen.rect(x, y, w, h, inTime, 4);
  const [ground, part] = status === 'overdue' ? [overdue, inTime] : [late, inTime];
  pen.rect(x, y, w, h, ground, 4);
  if (progress > 0) pen.rect(x, y, Math.max(4, (w * Math.min(100, progress)) / 100), h, part, 4);
}

/** The triangle on paper of its own, so that no line goes through it. */
function alarmSign(pen: Pen, x: number, y: number): void {
  pen.rect(x - 2, y - 2, 19, 18, pen.palette.paper);
  pen.triangle(x, y, 15, pen.palette.overdue);
}

function diamond(pen: Pen, x: number, y: number, colour: string, full: boolean): void {
  const around = (r: number): [number, number][] => [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ];
  pen.polygon(around(9), pen.palette.paper);
  pen.polygon(around(7.5), colour);
  if (!full) pen.polygon(around(4), pen.palette.paper);
}
