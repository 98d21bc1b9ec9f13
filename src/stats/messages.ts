// Counts -> pictures with their words, and the caption that says the same to who cannot see them.
import type { App } from '../app.ts';
import { clip, nameIn, type Named } from '../org/messages.ts';
import type { SchoolsPicture } from '../pictures/schools.ts';
import type { TrendPicture } from '../pictures/trend.ts';
import type { UnitRow, UnitsPicture } from '../pictures/units.ts';
import type { WeekPicture } from '../pictures/week.ts';
import type { Picture } from '../pictures/compose.ts';
import { escapeHtml, type Locale, type TextArgs } from '../texts.ts';
import { type Day, printDate, printDayRange, printDayShort } from '../time.ts';
import type { Numbered } from './number-messages.ts';
import type { WeekCounts } from './queries.ts';
import { statusOf, type UnitCounts } from './rules.ts';
import type { SchoolRow, SchoolsTask } from './school-queries.ts';
import type { WeekFacts } from './week-queries.ts';

/** A picture and its caption: HTML, short enough for a photo; and the numbers that open as lists at once. */
export type Shown = { picture: Picture; caption: string; numbers?: Numbered[] };
type Say = (key: string, args?: TextArgs) => string;

/** Telegram's limit of a caption, after the markup is taken off. */
export const longestCaption = 1024;
/** More find no room in a picture, however short their names are. */
const mostUnits = 12;
const mostNamed = 3;
const parts = ['inTime', 'late', 'work', 'overdue'] as const;

const sayIn =
  ({ t }: App, locale: Locale): Say =>
  (key, args) =>
    // Pictures know no markup.
    t(locale, key, args).replace(/&(lt|gt|quot|amp);/g, (_, name: string) => signs[name] ?? '');
const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** '1 234' with a narrow gap that does not break. */
export function figure(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

type UnitsParts = { name: string; today: Day; units: UnitCounts[]; names: Map<number, Named> };

/** The units of a part of the tree: totals, and a bar for each. */
export function unitsShown(app: App, locale: Locale, { name, today, units, names }: UnitsParts): Shown {
  const say = sayIn(app, locale);
  const total = (part: (typeof parts)[number]): number => units.reduce((sum, unit) => sum + unit[part], 0);
  const picture: UnitsPicture = {
    kind: 'units',
    title: say('pictures-units'),
    under: [name, say('pictures-eight-weeks', { day: printDate(locale, today) })],
    tiles: parts.map((status) => ({ status, value: figure(total(status)), label: say(`pictures-part-${status}`) })),
    units: unitRows(units.slice(0, mostUnits), names, locale),
    beside: say('pictures-beside'),
    rest: { words: say('pictures-rest', { n: '#' }), n: Math.max(0, units.length - mostUnits) },
  };
  const late = picture.units.filter(({ overdue }) => overdue > 0).slice(0, mostNamed);
  return {
    picture,
    caption: caption(picture, [
      parts.map((part) => `${say(`pictures-part-${part}`)}: ${total(part)}`).join(' · '),
      ...(late.length > 0
        ? [say('pictures-worst', { units: late.map((unit) => `${clip(unit.name, 120)} — ${unit.overdue}`).join(', ') })]
        : []),
    ]),
  };
}

/** Units with their names, as the bars show them. */
export function unitRows(units: UnitCounts[], names: Map<number, Named>, locale: Locale): UnitRow[] {
  return units.map(({ orgId, inTime, late, work, overdue }) => {
    const name = names.get(orgId);
    return { name: name ? nameIn(name, locale) : '…', inTime, late, work, overdue };
  });
}

/** Eight weeks: what was done, what was overdue. */
export function trendShown(app: App, locale: Locale, { name, weeks }: { name: string; weeks: WeekCounts[] }): Shown {
  const say = sayIn(app, locale);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const range = first && last ? printDayRange(locale, first.week.from, last.week.to) : '';
  const picture: TrendPicture = {
    kind: 'trend',
    title: say('pictures-trend'),
    under: [name, range],
    ...trendOf(say, weeks),
  };
  const done = weeks.reduce((sum, { inTime, late }) => sum + inTime + late, 0);
  return {
    picture,
    caption: caption(picture, [
      say('pictures-trend-done', { n: done, last: last ? last.inTime + last.late : 0 }),
      say('pictures-trend-overdue', { first: first?.overdue ?? 0, last: last?.overdue ?? 0 }),
    ]),
  };
}

function trendOf(say: Say, weeks: WeekCounts[]): Pick<TrendPicture, 'weeks' | 'words'> {
  return {
    weeks: weeks.map(({ week, ...figures }) => ({
      ...figures,
      label: `${week.from.slice(8)}.${week.from.slice(5, 7)}`,
    })),
    words: {
      done: say('pictures-week-done'),
      overdue: say('pictures-week-overdue'),
      inTime: say('pictures-part-inTime'),
      late: say('pictures-part-late'),
    },
  };
}

type SchoolsParts = { name: string; today: Day; rows: SchoolRow[]; task: SchoolsTask | null };
const schoolParts = ['inTime', 'late', 'review', 'work', 'overdue'] as const;

/** Schools by district: of one task, or of all that the reader may see. */
export function schoolsShown(app: App, locale: Locale, { name, today, rows, task }: SchoolsParts): Shown {
  const say = sayIn(app, locale);
  const marks = rows.map((row) => ({ row, status: statusOf(row) }));
  const districts = byDistrict(marks).map((mine) => {
    const late = mine.filter(({ status }) => status === 'overdue').map(({ row }) => row);
    return {
      name: districtName(mine[0]?.row, locale),
      schools: mine.map(({ row, status }) => ({ number: row.number ?? '·', status })),
      missing: late.length > 0 ? say('pictures-missing', { n: late.length, schools: schoolNames(late, locale) }) : '',
    };
  });
  const day = printDate(locale, today);
  const picture: SchoolsPicture = {
    kind: 'schools',
    title: task ? clip(task.headline, 120) : say('pictures-schools'),
    under: [task ? taskLine(say, task) : name, task ? day : say('pictures-eight-weeks', { day })],
    districts,
    legend: schoolParts
      .filter((part) => marks.some(({ status }) => status === part))
      .map((status) => ({ status, label: say(`pictures-part-${status}`) })),
    beside: say('pictures-beside-schools'),
    rest: { words: say('pictures-districts-rest', { n: '#' }), n: 0 },
  };
  return { picture, caption: caption(picture, schoolLines(say, districts)) };
}

function taskLine(say: Say, { number, due }: SchoolsTask): string {
  return due ? say('pictures-task-due', { number, due: printDayShort(due) }) : say('pictures-task', { number });
}

function byDistrict<Mark extends { row: SchoolRow }>(marks: Mark[]): Mark[][] {
  const districts = new Map<number | null, Mark[]>();
  for (const mark of marks) {
    const mine = districts.get(mark.row.districtId);
    if (mine) mine.push(mark);
    else districts.set(mark.row.districtId, [mark]);
  }
  return [...districts.values()];
}

/** Nobody reads a longer list of numbers below a picture: a button opens it. */
const longestList = 160;

/** A short line for each district, the most overdue first; then which schools are late, district by district, if there is room. */
function schoolLines(say: Say, districts: SchoolsPicture['districts']): string[] {
  const counted = districts
    .map((district) => ({ ...district, ...countsOf(district) }))
    .toSorted((a, b) => b.overdue - a.overdue);
  const lines = counted.map(({ name, schools, done, overdue }) => {
    const args = { name: clip(name, 60), done, of: schools.length };
    return overdue > 0 ? say('pictures-district-late', { ...args, overdue }) : say('pictures-district', args);
  });
  const late = counted.filter(({ missing }) => missing !== '');
  const short = late.filter(({ missing }) => missing.length <= longestList);
  return [...lines, ...short.map(({ name, missing }) => (late.length > 1 ? `${clip(name, 60)}: ${missing}` : missing))];
}

function countsOf({ schools }: SchoolsPicture['districts'][number]): Record<'done' | 'overdue', number> {
  const of = (...wanted: string[]): number => schools.filter(({ status }) => wanted.includes(status)).length;
  return { done: of('inTime', 'late'), overdue: of('overdue') };
}

function districtName(row: SchoolRow | undefined, locale: Locale): string {
  return row?.districtKk && row.districtRu ? nameIn({ nameKk: row.districtKk, nameRu: row.districtRu }, locale) : '';
}

/** '№ 3, 17, 45', and by name what has no number. */
function schoolNames(rows: SchoolRow[], locale: Locale): string {
  const numbers = rows.flatMap(({ number }) => number ?? []);
  const others = rows.filter(({ number }) => number === null).map((row) => clip(nameIn(row, locale), 40));
  return [...(numbers.length > 0 ? [`№\u00a0${numbers.join(', ')}`] : []), ...others].join(', ');
}

export type WeekParts = {
  name: string;
  period: { from: Day; to: Day };
  figures: { control: number; done: number; inTime: number; overdue: number; overdueBefore: number };
  facts: WeekFacts;
  names: Map<number, Named>;
};

/** The picture of a weekly digest; its words are the digest's own. */
export function weekPicture(app: App, locale: Locale, parts: WeekParts): WeekPicture {
  const say = sayIn(app, locale);
  const { figures, period } = parts;
  const { control, done, inTime, overdue } = figures;
  const change = overdue - figures.overdueBefore;
  const { units, more, weeks } = parts.facts;
  return {
    kind: 'week',
    title: say('pictures-week'),
    under: [parts.name, printDayRange(locale, period.from, period.to)],
    control: { value: figure(control), label: say('pictures-week-control') },
    done: {
      value: figure(done),
      label:
        done > 0
          ? say('pictures-week-in-time', { percent: Math.round((inTime * 100) / done) })
          : say('pictures-week-done-none'),
    },
    overdue: {
      value: figure(overdue),
      n: overdue,
      label: say('pictures-week-change', { change: change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0' }),
    },
    units: unitRows(units, parts.names, locale),
    legend: {
      inTime: say('pictures-part-inTime'),
      late: say('pictures-part-late'),
      work: say('pictures-part-work'),
      overdue: say('pictures-part-overdue'),
    },
    beside: say('pictures-beside'),
    rest: { words: say('pictures-rest', { n: '#' }), n: more },
    trend: trendOf(say, weeks),
  };
}

/** Title, scope and lines as far as they fit. */
function caption({ title, under }: { title: string; under: string[] }, lines: string[]): string {
  const head = `<b>${escapeHtml(title)}</b>\n${under.filter(Boolean).map(escapeHtml).join(' · ')}`;
  let room = longestCaption - title.length - under.join(' · ').length - 4;
  const kept: string[] = [];
  for (const line of lines) {
    if (room <= 20) break;
    const written = clip(line, 300);
    // A line cut by the end of the caption would end within a number.
    if (written.length > room) break;
    kept.push(escapeHtml(written));
    room -= written.length + 1;
  }
  return [head, ...kept].join('\n');
}
