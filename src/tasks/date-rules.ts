// The date that a task shows: that of its shares, for the task's own is only the default of new ones (product rules). Pure.
import type { ParticipationState } from '../generated/prisma/client.ts';
import type { Day } from '../time.ts';

/** From the earliest to the latest; the same day twice where nobody has another date. Null: no date at all. */
export type Dates = { from: Day | null; to: Day | null };

export type DatedShare = { role: string; state: ParticipationState; due: Day | null };

/**
 * What a task shows where it is not about one share: the dates that are still owed by, of the responsible executor, or of everybody in a
 * task for many; once nothing is owed, those that were. Without any, the task's own. `tasks/date-queries.ts` says the same in SQL.
 */
export function datesShown(task: { fanOut: boolean; due: Day | null }, shares: DatedShare[]): Dates {
  const live = shares.filter(({ state }) => state !== 'withdrawn');
  const leading = live.filter(({ role }) => task.fanOut || role === 'responsible');
  const counted = leading.length > 0 ? leading : live;
  const owed = daysOf(counted.filter(({ state }) => state !== 'accepted'));
  const days = owed.length > 0 ? owed : daysOf(counted);
  return { from: days[0] ?? task.due, to: days.at(-1) ?? task.due };
}

function daysOf(shares: DatedShare[]): Day[] {
  return shares.flatMap(({ due }) => due ?? []).toSorted();
}
