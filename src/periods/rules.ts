// Periods of a periodic task, pure: what each executor handed in for each of them, and where there are gaps.
import type { ParticipationState, TaskState } from '../generated/prisma/client.ts';
import type { Day } from '../time.ts';

/** How a period stands for one executor; `gap`: its date passed without a report, or it was never opened. */
export type Mark = 'done' | 'late' | 'returned' | 'ahead' | 'gap' | 'none';

/** A share of a period. */
export type PeriodShare = {
  postId: number;
  period: string;
  state: ParticipationState;
  inTime: boolean | null;
  overdue: boolean;
};
/** A period that was opened. */
export type PeriodRow = {
  taskId: number;
  period: string;
  number: string;
  due: Day | null;
  state: TaskState;
  total: number;
  reported: number;
  missed: number;
};

/** The mark of a share. */
export function markOf({ state, inTime, overdue }: Pick<PeriodShare, 'state' | 'inTime' | 'overdue'>): Mark {
  if (state === 'withdrawn') return 'none';
  if (state === 'accepted') return inTime === false ? 'late' : 'done';
  if (state === 'submitted') return 'done';
  if (overdue) return 'gap';
  return state === 'returned' ? 'returned' : 'ahead';
}

/** One executor's row: a mark for every period, in order. A period that nobody opened is a gap for all. */
export function rowOf(
  postId: number,
  periods: { period: string; opened: boolean }[],
  shares: readonly PeriodShare[],
): Mark[] {
  const own = new Map(shares.filter((share) => share.postId === postId).map((share) => [share.period, share]));
  return periods.map(({ period, opened }) => {
    if (!opened) return 'gap';
    const share = own.get(period);
    return share ? markOf(share) : 'none';
  });
}

/**
 * The periods to show, the latest `most`: every one that was opened, and those of the rule between the first and the last opened one
 * that were not, since nothing ran then. `all` are the names by the rule, in order.
 */
export function shownPeriods(
  all: readonly string[],
  opened: readonly string[],
  most: number,
): { period: string; opened: boolean }[] {
  const known = new Set(opened);
  const last = all.findLastIndex((period) => known.has(period));
  const ofRule = all.slice(0, last + 1);
  // A term that was moved since has another name now: what was opened is shown all the same.
  const moved = opened.filter((period) => !ofRule.includes(period));
  const periods = [...moved, ...ofRule].map((period) => ({ period, opened: known.has(period) }));
  return periods.slice(-most);
}
