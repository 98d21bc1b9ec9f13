// The numbers of a picture as buttons: each opens the list of what it counts. A picture has no room for so many.
import type { App } from '../app.ts';
import { codeOf, filterOf, type Filter } from '../lists/filter-rules.ts';
import { clip, nameIn, type Named } from '../org/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { WeekCounts } from './queries.ts';
import { momentBack, statusOf, type UnitCounts, type Week } from './rules.ts';
import type { SchoolRow } from './school-queries.ts';

export type Screen = { text: string; keyboard: Keyboard };
/** A number with the filter of its list. */
export type Numbered = { label: string; filter: Partial<Filter> };

const rowsOnPage = 8;
const unitParts = ['inTime', 'late', 'work', 'overdue'] as const;

/** The totals of the units, in the order of their tiles. */
export function totalNumbers(app: App, locale: Locale, units: UnitCounts[], within: Week): Numbered[] {
  return unitParts
    .map((part) => ({ part, n: units.reduce((sum, unit) => sum + unit[part], 0) }))
    .filter(({ n }) => n > 0)
    .map(({ part, n }) => ({
      label: `${app.t(locale, `pictures-part-${part}`)}: ${n}`,
      filter: { place: 'read', state: part, ...(part === 'inTime' || part === 'late' ? { within } : {}) },
    }));
}

/** Buttons that open lists, two in a row. */
export function numberButtons(numbers: Numbered[]): Keyboard {
  const buttons = numbers.map(({ label, filter }) => button(label, 'lists.open', codeOf(filterOf(filter))));
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}

/** `about`: what else the numbers are narrowed to. */
type UnitNumbers = { units: UnitCounts[]; names: Map<number, Named>; within: Week; about?: Partial<Filter> };

/** The units with their four numbers; each opens the choice of its lists. */
export function unitNumbers(app: App, locale: Locale, { page, ...parts }: UnitNumbers & { page: number }): Screen {
  const text = `${app.t(locale, 'pictures-numbers-units', { n: parts.units.length })}\n${unitLegend(app, locale)}`;
  return { text, keyboard: paged(unitButtons(locale, parts), 'units', [], page) };
}

/** A button for each unit. */
export function unitButtons(locale: Locale, { units, names, within, about }: UnitNumbers): Keyboard {
  return units.map(({ orgId, alone, ...counts }) => {
    const name = names.get(orgId);
    const said = unitParts.map((part) => `${marks[part]}${counts[part]}`).join(' ');
    const place = { orgId, alone: alone === true };
    const label = `${name ? clip(nameIn(name, locale), 40) : '…'}  ${said}`;
    return [button(label, 'lists.pick', codeOf(filterOf({ ...about, place, within })), 's', 0)];
  });
}

/** What the marks on the buttons of units mean. */
export function unitLegend(app: App, locale: Locale): string {
  return unitParts.map((part) => `${marks[part]} ${app.t(locale, `pictures-part-${part}`)}`).join(' · ');
}

const marks = { inTime: '✅', late: '🕓', work: '▶️', overdue: '⚠️' } as const;

/** The weeks: what was done in each, what was overdue at its end. */
export function weekNumbers(app: App, locale: Locale, weeks: WeekCounts[]): Screen {
  const keyboard = weekButtons(app, weeks, { place: 'read' });
  const [first, last] = [weeks[0]?.week.from, weeks.at(-1)?.week.to];
  const done = weeks.reduce((sum, { inTime, late }) => sum + inTime + late, 0);
  // The caption of the picture says what the weeks come to.
  const all = { place: 'read', state: 'done', within: { from: first ?? '', to: last ?? '' } } as const;
  const total = done > 0 ? [[openButton(`${app.t(locale, 'pictures-week-done-none')}: ${done}`, all)]] : [];
  return { text: app.t(locale, 'pictures-numbers-weeks'), keyboard: [...keyboard, ...total] };
}

/** Two buttons for each week. */
export function weekButtons(app: App, weeks: WeekCounts[], about: Partial<Filter>): Keyboard {
  return weeks.map(({ week, inTime, late, overdue }, index) => {
    const back = weeks.length - 1 - index;
    const past: Partial<Filter> =
      back === 0 ? { state: 'overdue' } : { state: 'past', at: momentBack(app.now(), back) };
    const day = printDayShort(week.from).slice(0, 5);
    return [
      openButton(`${day} ✅ ${inTime + late}`, { ...about, state: 'done', within: week }),
      openButton(`${day} ⚠️ ${overdue}`, { ...about, ...past }),
    ];
  });
}

function openButton(label: string, filter: Partial<Filter>) {
  return button(label, 'lists.open', codeOf(filterOf(filter)));
}

/** Which schools of a district: all, those that are done, those that are late. */
export const schoolKinds = ['a', 'd', 'o'] as const;
export type SchoolKind = (typeof schoolKinds)[number];

/** The schools of this kind. */
export function schoolsOfKind(rows: SchoolRow[], kind: SchoolKind): SchoolRow[] {
  return rows.filter((row) => {
    const status = statusOf(row);
    return kind === 'a' || (kind === 'o' ? status === 'overdue' : status === 'inTime' || status === 'late');
  });
}

type DistrictNumbers = { rows: SchoolRow[]; taskId: number | null; page: number };

/** The districts, each with its three numbers. */
export function districtNumbers(app: App, locale: Locale, { rows, taskId, page }: DistrictNumbers): Screen {
  const districts = [...new Set(rows.map(({ districtId }) => districtId))];
  const keyboard = districts.flatMap((id) => {
    const mine = rows.filter(({ districtId }) => districtId === id);
    const list = (kind: SchoolKind, label: string) =>
      button(label, 'stats.schools', id ?? 0, kind, 0, ...(taskId === null ? [] : [taskId]));
    const n = (kind: SchoolKind): number => schoolsOfKind(mine, kind).length;
    return [
      [list('a', `${clip(districtName(mine[0], locale), 44)}: ${mine.length}`)],
      [
        list('d', app.t(locale, 'pictures-numbers-done', { n: n('d') })),
        list('o', app.t(locale, 'pictures-numbers-late', { n: n('o') })),
      ],
    ];
  });
  const text = app.t(locale, 'pictures-numbers-schools', { n: rows.length });
  return { text, keyboard: paged(keyboard, 'schools', taskId === null ? [] : [taskId], page) };
}

function districtName(row: SchoolRow | undefined, locale: Locale): string {
  return row?.districtKk && row.districtRu ? nameIn({ nameKk: row.districtKk, nameRu: row.districtRu }, locale) : '…';
}

type SchoolList = {
  rows: SchoolRow[];
  kind: SchoolKind;
  page: number;
  districtId: number;
  taskId: number | null;
  within: Week;
};

/** Schools of a district one by one; each opens the choice of its lists, or its share of the one task. */
export function schoolListMessage(app: App, locale: Locale, list: SchoolList): Screen {
  const { rows: all, kind, page, districtId, taskId, within } = list;
  const rows = schoolsOfKind(all, kind).map((row) => {
    const place = { orgId: row.orgId, alone: false };
    const label = `${signs[statusOf(row)]} ${clip(nameIn(row, locale), 52)}`;
    if (taskId !== null) return [openButton(label, { place, taskId })];
    return [button(label, 'lists.pick', codeOf(filterOf({ place, within })), 's', 0)];
  });
  const last = Math.max(0, Math.ceil(rows.length / rowsOnPage) - 1);
  const at = Math.min(page, last);
  const args = [districtId, kind];
  const name = escapeHtml(districtName(all[0], locale));
  return {
    text: `${name}\n${app.t(locale, `pictures-schools-${kind}`, { n: rows.length })}`,
    keyboard: [...rows.slice(at * rowsOnPage, (at + 1) * rowsOnPage), ...schoolTurns(args, at, last, taskId)],
  };
}

const signs = { ...marks, review: '🔎' } as const;

/** The page stands before the task in these buttons. */
function schoolTurns(args: (string | number)[], at: number, last: number, taskId: number | null): Keyboard {
  const rest = taskId === null ? [] : [taskId];
  const row = [
    ...(at > 0 ? [button(`‹ ${at}`, 'stats.schools', ...args, at - 1, ...rest)] : []),
    ...(at < last ? [button(`${at + 2} ›`, 'stats.schools', ...args, at + 1, ...rest)] : []),
  ];
  return row.length > 0 ? [row] : [];
}

function paged(rows: Keyboard, view: string, args: number[], wanted: number): Keyboard {
  const last = Math.max(0, Math.ceil(rows.length / rowsOnPage) - 1);
  const page = Math.min(wanted, last);
  const shown = rows.slice(page * rowsOnPage, (page + 1) * rowsOnPage);
  return [...shown, ...turns('stats.lists', [view, args[0] ?? 0], page, last)];
}
