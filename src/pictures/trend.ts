// Eight weeks side by side: what was done each week, and what was overdue at its end; two panels, no second axis.
import { scaleBand, scaleLinear } from 'd3-scale';
import type { Pen, Title } from './pen.ts';
import { margin, smallest, width } from './scene.ts';

export type WeekFigures = {
  /** First day as it is written below the column: '05.10'. */
  label: string;
  inTime: number;
  late: number;
  overdue: number;
};

export type TrendPicture = Title & {
  kind: 'trend';
  weeks: WeekFigures[];
  /** Words above the two panels, and of the two colours of the upper one. */
  words: { done: string; overdue: string; inTime: string; late: string };
};

/** Draws the picture of the weeks. */
export function drawTrend(pen: Pen, picture: TrendPicture): void {
  pen.title(picture);
  const { inTime, late } = pen.palette;
  heading(pen, picture.words.done);
  pen.legend([
    { label: picture.words.inTime, mark: (x, y) => pen.rect(x, y, 15, 15, inTime, 3) },
    { label: picture.words.late, mark: (x, y) => pen.rect(x, y, 15, 15, late, 3) },
  ]);
  columns(pen, picture.weeks, 132, ['inTime', 'late']);
  pen.y += 16;
  overduePanel(pen, picture, 110);
}

/** The lower panel alone: columns of what was overdue. */
export function overduePanel(pen: Pen, picture: Pick<TrendPicture, 'weeks' | 'words'>, height: number): void {
  heading(pen, picture.words.overdue, true);
  columns(pen, picture.weeks, height, ['overdue']);
}

function heading(pen: Pen, text: string, alarm = false): void {
  if (alarm) pen.triangle(margin, pen.y + 1, 14, pen.palette.overdue);
  pen.lines([text], { x: alarm ? margin + 22 : margin, size: 17, weight: 600 });
  pen.y += 5;
}

type Part = 'inTime' | 'late' | 'overdue';

function columns(pen: Pen, weeks: WeekFigures[], tallest: number, parts: Part[]): void {
  const total = (week: WeekFigures): number => parts.reduce((sum, part) => sum + week[part], 0);
  const across = scaleBand<number>(weeks.keys(), [margin, width - margin])
    .paddingInner(0.22)
    .paddingOuter(0.04);
  const most = Math.max(1, ...weeks.map(total));
  // Nothing needs no room.
  const height = weeks.some((week) => total(week) > 0) ? tallest : 28;
  const up = scaleLinear([0, most], [0, height - 22]);
  const ground = pen.y + height;
  const { grid, ink, soft } = pen.palette;
  weeks.forEach((week, index) => {
    const [x, w] = [across(index) ?? 0, across.bandwidth()];
    const last = index === weeks.length - 1;
    let y = ground;
    for (const part of parts) {
      if (week[part] === 0) continue;
      const h = Math.max(3, up(week[part]));
      y -= h;
      pen.rect(x, y + 0.75, w, h - 1.5, pen.palette[part], 3);
    }
    const style = { size: 16, weight: 600, fill: ink, align: 'center' } as const;
    pen.words(x + w / 2, y - 6, String(total(week)), { ...style, weight: last ? 700 : 600 });
    pen.words(x + w / 2, ground + 18, week.label, { size: smallest, fill: last ? ink : soft, align: 'center' });
  });
  pen.line(
    [
      [margin, ground],
      [width - margin, ground],
    ],
    grid,
    1.5,
  );
  pen.y = ground + 28;
}
