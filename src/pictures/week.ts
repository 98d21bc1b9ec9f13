// The picture of the weekly digest: three large numbers, the units that need a look, eight weeks of what was overdue.
import type { Pen, Rest, Title } from './pen.ts';
import { overduePanel, type TrendPicture } from './trend.ts';
import { unitBars, type UnitRow } from './units.ts';

export type WeekPicture = Title & {
  kind: 'week';
  control: { value: string; label: string };
  done: { value: string; label: string };
  overdue: { value: string; label: string; n: number };
  units: UnitRow[];
  /** Words of the parts of the bars. */
  legend: Record<'inTime' | 'late' | 'work' | 'overdue', string>;
  beside: string;
  rest: Rest;
  trend: Pick<TrendPicture, 'weeks' | 'words'> | null;
};

/** Kept free for the weeks below the units. */
const trendHeight = 190;

/** Draws the picture of the week. */
export function drawWeek(pen: Pen, picture: WeekPicture): void {
  const { palette } = pen;
  pen.title(picture);
  pen.tiles([
    { ...picture.control, colour: palette.work },
    { ...picture.done, colour: palette.inTime },
    { ...picture.overdue, colour: palette.overdue, alarm: picture.overdue.n > 0 },
  ]);
  if (picture.units.length > 0) {
    const parts = (['inTime', 'late', 'work', 'overdue'] as const).filter((part) =>
      picture.units.some((unit) => unit[part] > 0),
    );
    pen.legend(
      parts.map((part) => ({
        label: picture.legend[part],
        mark: (x, y) => pen.rect(x, y, 15, 15, palette[part], 3),
      })),
    );
    const drawn = unitBars(pen, picture, trendHeight);
    pen.rest({ ...picture.rest, n: picture.rest.n + picture.units.length - drawn });
    pen.y += 12;
  }
  if (picture.trend) overduePanel(pen, picture.trend, 92);
}
