// One drawing of any kind -> its scene.
import { drawGantt, type GanttPicture } from './gantt.ts';
import type { Theme } from './palette.ts';
import { Pen } from './pen.ts';
import type { Measure, Scene } from './scene.ts';
import { drawSchools, type SchoolsPicture } from './schools.ts';
import { drawTrend, type TrendPicture } from './trend.ts';
import { drawUnits, type UnitsPicture } from './units.ts';
import { drawWeek, type WeekPicture } from './week.ts';

/** Everything a picture shows, words included: it knows no language and no database. */
export type Picture = UnitsPicture | TrendPicture | SchoolsPicture | GanttPicture | WeekPicture;

/** Composes a picture; pure. */
export function compose(picture: Picture, theme: Theme, measure: Measure): Scene {
  const pen = new Pen(theme, measure);
  switch (picture.kind) {
    case 'units':
      drawUnits(pen, picture);
      break;
    case 'trend':
      drawTrend(pen, picture);
      break;
    case 'schools':
      drawSchools(pen, picture);
      break;
    case 'gantt':
      drawGantt(pen, picture);
      break;
    case 'week':
      drawWeek(pen, picture);
      break;
  }
  return pen.scene();
}
