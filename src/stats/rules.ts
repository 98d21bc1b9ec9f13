// Rules of statistics, pure: which organisations are the units of a part of the tree, which eight weeks are compared, where a school stands.
import { addDays, weekOf, type Day } from '../time.ts';

/** Binding shares of one organisation: done in a period, and open now. */
export type OrgCounts = { path: string; inTime: number; late: number; work: number; overdue: number };
/** The same of a unit with everything under it; `alone`: of the body above the others, without what is below it. */
export type UnitCounts = { orgId: number; alone?: true } & Omit<OrgCounts, 'path'>;

/** Seven days, both included. */
export type Week = { from: Day; to: Day };

export const weeksCompared = 8;

/** Eight weeks in their order, of which the last ends on this day. */
export function weeksUntil(to: Day): Week[] {
  return Array.from({ length: weeksCompared }, (_, index) => {
    const end = addDays(to, -7 * (weeksCompared - 1 - index));
    return { from: addDays(end, -6), to: end };
  });
}

/** Eight calendar weeks, of which the last holds this day. */
export function weeksOf(day: Day): Week[] {
  return weeksUntil(weekOf(day).sunday);
}

/**
 * Counts of the units: the organisations next below these parts of the tree with everything under them; where all counts lie in one of
 * them, the units below that one. The most overdue first, then the most to do.
 */
export function unitsOf(orgs: OrgCounts[], tops: string[]): UnitCounts[] {
  const units = new Map<number, UnitCounts>();
  for (const top of tops) {
    const mine = orgs.filter(({ path }) => path.startsWith(top));
    const narrowed = narrow(mine, top);
    const body = Number(narrowed.split('/').filter(Boolean).at(-1));
    const isAlone = new Set(mine.map(({ path }) => unitOf(path, narrowed))).size > 1;
    for (const { path, ...counts } of mine) {
      const orgId = unitOf(path, narrowed);
      const alone = isAlone && orgId === body ? { alone: true as const } : {};
      const unit = units.get(orgId) ?? { orgId, ...alone, inTime: 0, late: 0, work: 0, overdue: 0 };
      units.set(orgId, add(unit, counts));
    }
  }
  return [...units.values()].sort(
    (a, b) => b.overdue - a.overdue || b.work - a.work || b.inTime + b.late - a.inTime - a.late || a.orgId - b.orgId,
  );
}

function add(unit: UnitCounts, more: Omit<OrgCounts, 'path'>): UnitCounts {
  return {
    ...unit,
    inTime: unit.inTime + more.inTime,
    late: unit.late + more.late,
    work: unit.work + more.work,
    overdue: unit.overdue + more.overdue,
  };
}

/** The moment a whole number of weeks before this one, in whole seconds: a button has no room for more. */
export function momentBack(now: Date, weeks: number): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000 - weeks * 7 * 86_400_000);
}

/** The lowest part of the tree below which more than one unit counts something. */
export function narrow(orgs: { path: string }[], top: string): string {
  const below = new Set(orgs.map(({ path }) => unitOf(path, top)));
  const [only] = below;
  const next = orgs.find(({ path }) => path !== top && unitOf(path, top) === only);
  if (below.size !== 1 || !next) return top;
  return narrow(orgs, `${top}${only}/`);
}

/** The organisation next below `top` on the way to this one; `top` itself for its own. */
export function unitOf(path: string, top: string): number {
  const ids = path.slice(top.length).split('/').filter(Boolean);
  return Number(ids[0] ?? top.split('/').filter(Boolean).at(-1));
}

/** What the shares of a school amount to. */
export type SchoolCounts = { inTime: number; late: number; review: number; work: number; overdue: number };

/** Where a school stands: what is overdue comes first, then what is not done, then what was done late. */
export function statusOf(counts: SchoolCounts): keyof SchoolCounts {
  for (const status of ['overdue', 'work', 'review', 'late'] as const) if (counts[status] > 0) return status;
  return 'inTime';
}
