// Digest rules, pure: when a subscription is due, which week it tells of, which units stand out.
import type { Calendar, Week } from '../calendar.ts';
import { type Filter, filterOf } from '../lists/filter-rules.ts';
import { narrow, unitOf } from '../stats/rules.ts';
import { addDays, weekOf, type Clock, type Day } from '../time.ts';

export type Moment = { day: Day; time: Clock };

/** When a subscriber wants the digest: weekday 1 Monday to 7 Sunday, hour of the day in the bot's zone. */
export type Slot = { weekday: number; hour: number };

/** One issue of a digest: the day it was wanted on, and the seven days before it that it tells of. */
export type Issue = { wanted: Day; period: Period };

/** Seven days, both included; the seven after `to` are the next week. */
export type Period = { from: Day; to: Day };

/** A digest that was missed comes later in the day, but not at night. */
export const latestTime: Clock = '20:00';

/** '09:00' */
export function timeOf(hour: number): Clock {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** The last day at or before this moment on which an issue was wanted, by the clock alone. */
export function lastWanted({ weekday, hour }: Slot, now: Moment): Day {
  const wanted = addDays(weekOf(now.day).monday, weekday - 1);
  const reached = `${wanted}T${timeOf(hour)}` <= `${now.day}T${now.time}`;
  return reached ? wanted : addDays(wanted, -7);
}

/** The first day after this moment on which an issue is wanted. */
export function nextWanted(slot: Slot, now: Moment): Day {
  return addDays(lastWanted(slot, now), 7);
}

/**
 * The issue to send at this moment, or null: the latest one only, on a working day of the subscriber's week, at the chosen hour or later.
 * So what falls on a day off, or is missed by downtime of whatever length, comes once, on the next working day (product rules).
 * Whether it was sent already is the caller's question.
 */
export function dueIssue(
  slot: Slot,
  now: Moment,
  { calendar, week }: { calendar: Calendar; week: Week },
): Issue | null {
  if (now.time < timeOf(slot.hour) || now.time >= latestTime || !calendar.isWorkingDay(now.day, week)) return null;
  const wanted = lastWanted(slot, now);
  return { wanted, period: periodBefore(wanted) };
}

/** The seven days before `day`. */
export function periodBefore(day: Day): Period {
  return { from: addDays(day, -7), to: addDays(day, -1) };
}

/** Overdue shares of one organisation, now and a week ago; those that have become so since, and are so no more. */
export type OrgOverdue = Overdue & { path: string; open: number };
type Overdue = { overdue: number; overdueBefore: number; fresh: number; gone: number };
/** A unit below the scope and how many overdue shares it has, or how many fewer; `alone`: the body itself without what is below it. */
export type UnitFigure = { orgId: number; n: number; alone?: true };
/** How many fewer, and what that comes to: so many are overdue no more, so many have become overdue. */
export type Improved = UnitFigure & { fresh?: number; gone?: number };

/**
 * The units with the most overdue shares (three at most) and the most improved (two). Units are the organisations next below the scope
 * with everything under them; where all shares lie in one of them, the units below that one.
 */
export function standings(orgs: OrgOverdue[], scopePath: string): { worst: UnitFigure[]; best: Improved[] } {
  const units = new Map<number, Overdue>();
  const top = narrow(orgs, scopePath);
  const body = Number(top.split('/').filter(Boolean).at(-1));
  for (const org of orgs) {
    const id = unitOf(org.path, top);
    const unit = units.get(id) ?? { overdue: 0, overdueBefore: 0, fresh: 0, gone: 0 };
    const sum = (part: keyof Overdue): number => unit[part] + org[part];
    units.set(id, {
      overdue: sum('overdue'),
      overdueBefore: sum('overdueBefore'),
      fresh: sum('fresh'),
      gone: sum('gone'),
    });
  }
  // One unit alone has nobody to be compared with.
  if (units.size < 2) return { worst: [], best: [] };
  const first = (figure: (unit: Overdue) => number, most: number): UnitFigure[] =>
    [...units]
      .map(([orgId, unit]) => ({ orgId, n: figure(unit), ...(orgId === body && { alone: true as const }) }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || a.orgId - b.orgId)
      .slice(0, most);
  const best = first((unit) => unit.overdueBefore - unit.overdue, 2).map((figure) => {
    const { fresh = 0, gone = 0 } = units.get(figure.orgId) ?? {};
    return { ...figure, fresh, gone };
  });
  return { worst: first(({ overdue }) => overdue, 3), best };
}

/** The lists behind the figures, by the letter in callback data. */
export const lists = {
  c: 'control',
  k: 'tasks',
  o: 'overdue',
  r: 'review',
  t: 'returned',
  n: 'next',
  d: 'done',
  i: 'in-time',
  v: 'advisory',
  s: 'special',
} as const;
export type ListLetter = keyof typeof lists;

export function isListLetter(letter: string | undefined): letter is ListLetter {
  return letter !== undefined && Object.hasOwn(lists, letter);
}

const listed: Record<ListLetter, (period: Period) => Partial<Filter>> = {
  c: () => ({ state: 'control' }),
  k: () => ({ state: 'control', view: 'tasks' }),
  o: () => ({ state: 'overdue' }),
  r: () => ({ state: 'review' }),
  t: () => ({ state: 'returned' }),
  n: ({ to }) => ({ state: 'control', due: { from: addDays(to, 1), to: addDays(to, 7) } }),
  d: (within) => ({ state: 'done', within }),
  i: (within) => ({ state: 'inTime', within }),
  v: () => ({ state: 'advisory' }),
  s: () => ({ state: 'special' }),
};
const unitList = /^([ua])(\d{1,9})$/;
/** What changed since a moment, in all of the scope or in a unit: 'f1a2b3c', 'g1a2b3c.u7'. */
const changeList = /^([fg])([0-9a-z]{1,7})(?:\.([ua])(\d{1,9}))?$/;
const changes = { f: 'fresh', g: 'gone' } as const;

/** The name of the list of what has become overdue ('f'), or is so no more ('g'), since this moment. */
export function changeName(letter: keyof typeof changes, since: string, unit?: UnitFigure): string {
  const seconds = Math.floor(Date.parse(since) / 1000).toString(36);
  return `${letter}${seconds}${unit ? `.${unit.alone ? 'a' : 'u'}${unit.orgId}` : ''}`;
}

/** What a list of a digest is about: a scope, and the body at its top. */
export type ListScope = { path: string; resolutionId: number | null; topic: string | null };

/** The filter behind a figure, by its letter ('u7', 'a7': the overdue of a unit, of a body alone) or `changeName`; null for what no digest has. */
export function digestFilter({ path, resolutionId, topic }: ListScope, period: Period, name: string): Filter | null {
  const about = { resolutionId, words: topic };
  const unit = unitList.exec(name);
  if (unit) {
    const place = { orgId: Number(unit[2]), alone: unit[1] === 'a' };
    return filterOf({ ...about, state: 'overdue', place });
  }
  const top = { orgId: Number(path.split('/').filter(Boolean).at(-1)), alone: false };
  const [, letter, seconds = '', kind, orgId] = changeList.exec(name) ?? [];
  if (letter === 'f' || letter === 'g') {
    const place = orgId === undefined ? top : { orgId: Number(orgId), alone: kind === 'a' };
    return filterOf({ ...about, state: changes[letter], at: new Date(parseInt(seconds, 36) * 1000), place });
  }
  return isListLetter(name) ? filterOf({ ...about, place: top, ...listed[name](period) }) : null;
}

/** Hours offered for the digest. */
export const hours = [8, 9, 10, 11, 12, 14, 16, 18];
