// How many shares of a task stand in which state: counted here, or by the database in the same way. Pure.
import type { TaskKind, TaskState } from '../generated/prisma/client.ts';
import { isBinding } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import { isAtRisk } from './half-term-rules.ts';
import { blocksClosing, isOverdue, type Share } from './rules.ts';

/** How many shares stand in each state that people are told about; each share counts once, overdue before its state. */
export type Tally = {
  total: number;
  accepted: number;
  submitted: number;
  returned: number;
  acknowledged: number;
  assigned: number;
  overdue: number;
  /** Of those owed: without any report though half of the time has passed. */
  atRisk: number;
  /** Not binding: recommendations and the like. */
  advisory: number;
  /** Of the binding ones: what keeps the task from being closed, what was accepted, and what of that was late. */
  blocking: number;
  bindingAccepted: number;
  late: number;
};

/** A count of no shares. */
export const emptyTally: Tally = {
  total: 0,
  accepted: 0,
  submitted: 0,
  returned: 0,
  acknowledged: 0,
  assigned: 0,
  overdue: 0,
  atRisk: 0,
  advisory: 0,
  blocking: 0,
  bindingAccepted: 0,
  late: 0,
};

type Counted = Share & { inTime?: boolean | null; assignedAt?: Date | null; reported?: boolean };

/** Counts shares for the card of a task with many executors; withdrawn ones are left out. */
export function tally(zone: string, shares: Counted[], now: Date): Tally {
  const counted = shares.filter(({ state }) => state !== 'withdrawn');
  const result = { ...emptyTally, total: counted.length };
  for (const share of counted) {
    const binding = isBinding(share.force);
    result[tallyOf(zone, share, now)] += 1;
    result.atRisk += isShareAtRisk(zone, share, now) ? 1 : 0;
    result.advisory += binding ? 0 : 1;
    result.blocking += blocksClosing(share) ? 1 : 0;
    if (!binding || share.state !== 'accepted') continue;
    result.bindingAccepted += 1;
    result.late += share.inTime === false ? 1 : 0;
  }
  return result;
}

/** Both counts together: of the shares at hand, and of those counted by the database. */
export function addTallies(one: Tally, other: Tally): Tally {
  const keys = Object.keys(emptyTally) as (keyof Tally)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as Tally;
}

/** Half of the time of the share has passed without any report (product rules, at risk). */
export function isShareAtRisk(zone: string, share: Counted, now: Date): boolean {
  const { assignedAt = null, reported = true } = share;
  const start = assignedAt && dayIn(zone, assignedAt);
  return isAtRisk({ ...share, start, reported }, dayIn(zone, now));
}

type State = 'accepted' | 'submitted' | 'returned' | 'acknowledged' | 'assigned' | 'overdue';

function tallyOf(zone: string, share: Share, now: Date): State {
  if (isOverdue(zone, share, now)) return 'overdue';
  if (share.state === 'misaddressed' || share.state === 'withdrawn') return 'assigned';
  return share.state;
}

/** A task on control whose executors were all taken away: the issuer has yet to name another. */
export function isUnmanned({ state, participations, beside }: Unmanned): boolean {
  const live = state === 'issued' || state === 'in_progress';
  return live && beside.total === 0 && participations.every((share) => share.state === 'withdrawn');
}

type Unmanned = { state: TaskState; participations: Pick<Share, 'state'>[]; beside: Pick<Tally, 'total'> };

type Whole = {
  state: TaskState;
  kind: TaskKind;
  beside: Tally;
  participations: { state: Share['state']; force: TaskKind }[];
};

/** The force that all shares of an issued task have in common, counted ones included; null where they differ or there are none. */
export function commonForce({ state, kind, beside, participations }: Whole): TaskKind | null {
  if (state === 'draft') return null;
  const live = participations.filter((share) => share.state !== 'withdrawn');
  const forces = new Set((live.length > 0 ? live : participations).map(({ force }) => force));
  const { advisory, total } = beside;
  if (isBinding(kind) && advisory > 0 && advisory < total) return null;
  if (total > 0) forces.add(isBinding(kind) && advisory > 0 ? 'recommendation' : kind);
  const [only = null] = forces;
  return forces.size === 1 ? only : null;
}
