// Digest rules, pure: when a subscription is due, which week it tells of, which units stand out.
import type { Calendar } from '../calendar.ts';
import { narrow, unitOf } from '../stats/rules.ts';
import { addDays, isoWeek, weekOf, type Clock, type Day } from '../time.ts';

export type Moment = { day: Day; time: Clock };

/** When a subscriber wants the digest: weekday 1 Monday to 7 Sunday, hour of the day in the bot's zone. */
export type Slot = { weekday: number; hour: number; created: Moment };

/** One issue of a digest: the week of its key, and the seven days it tells of. */
export type Issue = { week: string; period: Period };

/** Seven days, both included; the seven after `to` are the next week. */
export type Period = { from: Day; to: Day };

/** Days during which an issue missed by downtime is still sent. */
const lateDays = 2;

/**
 * The issue that is due at this moment, or null. A day off moves it to the next working day of a five-day week at the same hour
 * (product rules); missed by downtime it comes within two days, at the chosen hour or later, never on a day off.
 * Whether it was sent already is the caller's question: its key is the subscription and the week.
 */
export function dueIssue({ weekday, hour, created }: Slot, now: Moment, calendar: Calendar): Issue | null {
  const time = `${String(hour).padStart(2, '0')}:00`;
  if (now.time < time || !calendar.isWorkingDay(now.day, 5)) return null;
  // A move over the new year can lead far into the next week.
  for (const monday of [weekOf(now.day).monday, weekOf(addDays(now.day, -7)).monday]) {
    const wanted = addDays(monday, weekday - 1);
    const day = calendar.isWorkingDay(wanted, 5) ? wanted : calendar.nextWorkingDay(wanted, 5);
    const late = now.day > addDays(day, lateDays);
    const before = `${created.day}T${created.time}` <= `${day}T${time}`;
    if (now.day >= day && !late && before) return { week: isoWeek(wanted), period: periodBefore(wanted) };
  }
  return null;
}

/** The seven days before `day`. */
export function periodBefore(day: Day): Period {
  return { from: addDays(day, -7), to: addDays(day, -1) };
}

/** Overdue shares of one organisation, now and a week ago. */
export type OrgOverdue = { path: string; overdue: number; overdueBefore: number; open: number };
/** A unit below the scope and how many overdue shares it has, or how many fewer. */
export type UnitFigure = { orgId: number; n: number };

/**
 * The units with the most overdue shares (three at most) and the most improved (two). Units are the organisations next below the scope
 * with everything under them; where all shares lie in one of them, the units below that one.
 */
export function standings(orgs: OrgOverdue[], scopePath: string): { worst: UnitFigure[]; best: UnitFigure[] } {
  const units = new Map<number, { overdue: number; overdueBefore: number }>();
  const top = narrow(orgs, scopePath);
  for (const { path, overdue, overdueBefore } of orgs) {
    const id = unitOf(path, top);
    const unit = units.get(id) ?? { overdue: 0, overdueBefore: 0 };
    units.set(id, { overdue: unit.overdue + overdue, overdueBefore: unit.overdueBefore + overdueBefore });
  }
  // One unit alone has nobody to be compared with.
  if (units.size < 2) return { worst: [], best: [] };
  const first = (figure: (unit: { overdue: number; overdueBefore: number }) => number, most: number): UnitFigure[] =>
    [...units]
      .map(([orgId, unit]) => ({ orgId, n: figure(unit) }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || a.orgId - b.orgId)
      .slice(0, most);
  return { worst: first(({ overdue }) => overdue, 3), best: first((unit) => unit.overdueBefore - unit.overdue, 2) };
}

/** The lists behind the figures, by the letter in callback data. */
export const lists = {
  c: 'control',
  o: 'overdue',
  r: 'review',
  t: 'returned',
  n: 'next',
  d: 'done',
} as const;
export type ListLetter = keyof typeof lists;
export type ListName = (typeof lists)[ListLetter];

export function isListLetter(letter: string | undefined): letter is ListLetter {
  return letter !== undefined && Object.hasOwn(lists, letter);
}

/** Hours offered for the digest. */
export const hours = [8, 9, 10, 11, 12, 14, 16, 18];
