// The bars of the units: what is done in time, done late, going on and past its date, the worst first.
import type { Palette, Status } from './palette.ts';
import type { Pen, Tile, Title } from './pen.ts';
import { margin, width } from './scene.ts';
import { wrapNames } from './wrapping.ts';

/** Shares of a unit; all that is open is either going on or overdue. */
export type UnitRow = { name: string; inTime: number; late: number; work: number; overdue: number };

export type UnitsPicture = Title & {
  kind: 'units';
  /** Totals of the parts, in the order of the bars. */
  tiles: { value: string; label: string; status: Exclude<Status, 'review'> }[];
  units: UnitRow[];
  /** 'Other units: 5'; empty when all are shown. */
  rest: string;
};

const parts = ['inTime', 'late', 'work', 'overdue'] as const;
const gap = 1.5;

/** Draws the picture of the units. */
export function drawUnits(pen: Pen, picture: UnitsPicture): void {
  pen.title(picture);
  pen.tiles(picture.tiles.map((tile) => tileOf(tile, pen.palette)));
  unitBars(pen, picture.units);
  if (picture.rest) pen.lines([picture.rest], { fill: pen.palette.soft });
}

function tileOf({ value, label, status }: UnitsPicture['tiles'][number], palette: Palette): Tile {
  return { value, label, colour: palette[status], alarm: status === 'overdue' && value !== '0' };
}

/** Each unit: its name over the whole width, so that long ones stay whole, and its bar below. */
export function unitBars(pen: Pen, units: UnitRow[]): void {
  // One share alone is no full bar.
  const most = Math.max(5, ...units.map(totalOf));
  // All names end where the widest warning begins.
  const badge = Math.max(
    0,
    ...units.map(({ overdue }) => (overdue > 0 ? 30 + pen.measure(String(overdue), 18, 700) : 0)),
  );
  const names = wrapNames(
    units.map(({ name }) => name),
    pen.hand(16, 600, 2, pen.inner - badge),
  );
  units.forEach((unit, index) => {
    const top = pen.y;
    pen.lines(names[index] ?? [], { size: 16, weight: 600 });
    if (unit.overdue > 0) overdueBadge(pen, top, unit.overdue);
    pen.y += 3;
    bar(pen, unit, most);
    pen.y += 24 + 13;
  });
}

function totalOf(unit: UnitRow): number {
  return parts.reduce((sum, part) => sum + unit[part], 0);
}

function overdueBadge(pen: Pen, top: number, n: number): void {
  const { alarm } = pen.palette;
  const text = String(n);
  const right = width - margin;
  pen.words(right, top + 14, text, { size: 18, weight: 700, fill: alarm, align: 'right' });
  pen.triangle(right - pen.measure(text, 18, 700) - 19, top + 1.5, 14, alarm);
}

function bar(pen: Pen, unit: UnitRow, most: number): void {
  let x = margin;
  pen.rect(margin, pen.y, pen.inner, 24, pen.palette.tile, 4);
  for (const part of parts) {
    if (unit[part] === 0) continue;
    // The smallest part is still to be seen.
    const w = Math.max(4, (unit[part] / most) * (pen.inner - 12));
    pen.rect(x, pen.y, w - gap, 24, pen.palette[part], 3);
    pen.within(x, pen.y, w - gap, 24, String(unit[part]), pen.palette[part]);
    x += w;
  }
}
