// The bars of the units: what is done in time, done late, going on and past its date, the worst first.
import type { Palette, Status } from './palette.ts';
import type { Pen, Rest, Tile, Title } from './pen.ts';
import { margin, smallest, width } from './scene.ts';
import { wrapNames } from './wrapping.ts';

/** Shares of a unit; all that is open is either going on or overdue. */
export type UnitRow = { name: string; inTime: number; late: number; work: number; overdue: number };

export type UnitsPicture = Title & {
  kind: 'units';
  /** Totals of the parts, in the order of the bars. */
  tiles: { value: string; label: string; status: Exclude<Status, 'review'> }[];
  /** The worst first: as many as there is room for are drawn. */
  units: UnitRow[];
  /** What stands beside the bars: 'done / all'. */
  beside: string;
  rest: Rest;
};

const parts = ['inTime', 'late', 'work', 'overdue'] as const;
const gap = 1.5;

/** Draws the picture of the units. */
export function drawUnits(pen: Pen, picture: UnitsPicture): void {
  pen.title(picture);
  pen.tiles(picture.tiles.map((tile) => tileOf(tile, pen.palette)));
  const { words, n } = picture.rest;
  const drawn = unitBars(pen, picture, 2 * smallest);
  pen.rest({ words, n: n + picture.units.length - drawn });
}

function tileOf({ value, label, status }: UnitsPicture['tiles'][number], palette: Palette): Tile {
  return { value, label, colour: palette[status], alarm: status === 'overdue' && value !== '0' };
}

/** Each unit: its name over the whole width, so that long ones stay whole, and its bar below; how many found room, with so much kept free below. */
export function unitBars(pen: Pen, { units, beside }: Pick<UnitsPicture, 'units' | 'beside'>, below = 0): number {
  // One share alone is no full bar.
  const most = Math.max(5, ...units.map(totalOf));
  // All names end where the widest warning begins, all bars where the widest count does.
  const badge = Math.max(0, ...units.map(({ overdue }) => (overdue > 0 ? pen.overdueWidth(overdue) + 11 : 0)));
  const room = pen.inner - Math.max(0, ...units.map((unit) => pen.measure(countOf(unit), 16, 600))) - 10;
  const names = wrapNames(
    units.map(({ name }) => name),
    pen.hand(16, 600, 2, pen.inner - badge),
  );
  pen.words(width - margin, pen.y + 8, beside, { fill: pen.palette.soft, align: 'right' });
  pen.y += 18;
  const full = units.findIndex(
    (unit, index) => !pen.fits(() => row(pen, unit, names[index] ?? [], { most, room }), below),
  );
  return full === -1 ? units.length : full;
}

function totalOf(unit: UnitRow): number {
  return parts.reduce((sum, part) => sum + unit[part], 0);
}

function countOf(unit: UnitRow): string {
  return `${unit.inTime + unit.late} / ${totalOf(unit)}`;
}

function row(pen: Pen, unit: UnitRow, name: string[], { most, room }: Record<'most' | 'room', number>): void {
  pen.overdueCount(width - margin, pen.y + 14, unit.overdue);
  pen.lines(name.length > 0 ? name : [''], { size: 16, weight: 600 });
  pen.y += 3;
  bar(pen, unit, most, room);
  pen.words(width - margin, pen.y + 17.5, countOf(unit), { size: 16, weight: 600, align: 'right' });
  pen.y += 24 + 12;
}

function bar(pen: Pen, unit: UnitRow, most: number, room: number): void {
  let x = margin;
  pen.rect(margin, pen.y, room, 24, pen.palette.tile, 4);
  for (const part of parts) {
    if (unit[part] === 0) continue;
    // The smallest part is still to be seen.
    const w = Math.max(4, (unit[part] / most) * (room - 12));
    pen.rect(x, pen.y, w - gap, 24, pen.palette[part], 3);
    pen.within(x, pen.y, w - gap, 24, String(unit[part]), pen.palette[part]);
    x += w;
  }
}
