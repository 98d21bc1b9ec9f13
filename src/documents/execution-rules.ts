// How an item of a resolution stands in its execution table, and the totals. Pure.
import { isBinding } from '../org/rules.ts';
import type { ParticipationView, TaskView } from '../tasks/queries.ts';
import { isOverdue } from '../tasks/rules.ts';
import type { Day } from '../time.ts';

/** Each item stands in exactly one of these. */
export const standings = ['inTime', 'late', 'open', 'overdue', 'cancelled'] as const;
export type Standing = (typeof standings)[number];

export type Totals = Record<Standing, number> & { total: number };

type Share = Pick<ParticipationView, 'state' | 'force' | 'inTime' | 'due' | 'dueTime'>;
type Item = Pick<TaskView, 'state' | 'kind' | 'term'> & { participations: Share[] };

/** True for an item that binds nobody: it stands in the block of recommendations (product rules, force). */
export function isAdvisory({
  kind,
  participations,
}: Pick<TaskView, 'kind'> & { participations: Pick<Share, 'state' | 'force'>[] }): boolean {
  const live = participations.filter(({ state }) => state !== 'withdrawn');
  const shares = live.length > 0 ? live : participations;
  return shares.length > 0 ? !shares.some(({ force }) => isBinding(force)) : !isBinding(kind);
}

/** The shares an item is judged by: the binding ones, of an advisory item all. */
function judged(item: Item): Share[] {
  return isAdvisory(item) ? item.participations : item.participations.filter(({ force }) => isBinding(force));
}

/**
 * Where the item stands at that moment. Done is what every executor was accepted in, or what was closed by decision; late if one of them was.
 * An item that was cancelled, or closed without anybody being accepted, is cancelled.
 */
export function standingOf(zone: string, item: Item, now: Date): Standing {
  if (item.state === 'cancelled') return 'cancelled';
  const live = judged(item).filter(({ state }) => state !== 'withdrawn');
  const accepted = live.filter(({ state }) => state === 'accepted');
  const late = accepted.some(({ inTime }) => inTime === false);
  if (item.state === 'closed') return closedAs(item, accepted.length, late);
  if (item.state === 'draft') return 'open';
  if (live.length > 0 && accepted.length === live.length) return late ? 'late' : 'inTime';
  return live.some((share) => isOverdue(zone, share, now)) ? 'overdue' : 'open';
}

function closedAs(item: Item, accepted: number, late: boolean): Standing {
  if (accepted > 0) return late ? 'late' : 'inTime';
  // Nobody was accepted: a standing task ends by decision, anything else was taken off without being done.
  return item.term === 'standing' ? 'inTime' : 'cancelled';
}

/** How many items stand where; their sum is the total. */
export function totalsOf(list: Standing[]): Totals {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const standing of list) counts[standing] += 1;
  return { ...counts, total: list.length };
}

/** The dates of an item: of its responsible executor; of a task for many the earliest first one and the latest current one. */
export function datesOf(item: Pick<TaskView, 'participations' | 'fanOut' | 'due'>): {
  first: Day | null;
  current: Day | null;
  extensions: number;
} {
  const live = item.participations.filter(({ state }) => state !== 'withdrawn');
  const shares = live.length > 0 ? live : item.participations;
  const own = item.fanOut ? shares : shares.filter(({ role }) => role === 'responsible').slice(0, 1);
  const firsts = own.flatMap(({ firstDue }) => firstDue ?? []).toSorted();
  const currents = own.flatMap(({ due }) => due ?? []).toSorted();
  return {
    first: firsts[0] ?? item.due,
    current: currents.at(-1) ?? item.due,
    extensions: Math.max(0, ...own.map(({ extensionCount }) => extensionCount)),
  };
}

/** Of a task for many: how many of the live shares were accepted. */
export function progressOf({ participations }: Pick<TaskView, 'participations'>): { done: number; of: number } {
  const live = participations.filter(({ state }) => state !== 'withdrawn');
  return { done: live.filter(({ state }) => state === 'accepted').length, of: live.length };
}
