// The state of a resolution on a past day, out of the replay: each item with its executors as they stood. Pure.
import type { ParticipationState, TaskKind, TaskState, TaskTerm } from '../generated/prisma/client.ts';
import { isBinding } from '../org/rules.ts';
import { isOverdue } from '../tasks/rules.ts';
import type { Clock, Day } from '../time.ts';
import type { Past, PastRow } from './replay-rules.ts';

export type PastShare = {
  participationId: number;
  postId: number;
  state: ParticipationState;
  role: string;
  force: TaskKind;
  /** False for what only recommends: it has a column of its own (product rules). */
  binding: boolean;
  due: Day | null;
  dueTime: Clock | null;
  firstDue: Day | null;
  extensions: number;
  inTime: boolean | null;
  overdue: boolean;
};
export type PastItem = {
  taskId: number;
  number: string;
  state: TaskState;
  kind: TaskKind;
  term: TaskTerm;
  /** It was on special control. */
  special: boolean;
  due: Day | null;
  /** Shares that the reader may see; `all` counts those too that may only be known of. */
  shares: PastShare[];
  all: number;
};

/** The moment looked at, in the zone of the installation. */
export type PastMoment = { zone: string; at: Date };

/** The task as it was at that moment; null when it was not issued yet. `mayShow` and `mayCount` tell which shares the reader sees, and may know of. */
export function pastItem(
  past: Past,
  taskId: number,
  moment: PastMoment,
  { mayShow, mayCount }: Record<'mayShow' | 'mayCount', (participationId: number) => boolean>,
): PastItem | null {
  const task = past.task.get(taskId);
  if (!task) return null;
  const rows = [...past.participation.values()].filter((row) => row.taskId === taskId);
  const shares = rows.filter(({ id }) => mayShow(id)).map((row) => pastShare(row, moment));
  const order = (share: PastShare): number => (share.role === 'responsible' ? 0 : 1);
  return {
    taskId,
    number: String(task['number'] ?? ''),
    state: task['state'] as TaskState,
    kind: task['kind'] as TaskKind,
    term: task['term'] as TaskTerm,
    special: task['specialControl'] === true,
    due: (task['due'] as Day | undefined) ?? null,
    shares: shares.toSorted((a, b) => order(a) - order(b) || a.participationId - b.participationId),
    all: rows.filter(({ id }) => mayShow(id) || mayCount(id)).length,
  };
}

/** How many shares were on control that day, of them accepted and overdue; recommendations apart. What was withdrawn does not count. */
export function shareTotals(items: Pick<PastItem, 'shares'>[]): {
  all: number;
  accepted: number;
  overdue: number;
  advisory: number;
} {
  const shares = items.flatMap((item) => item.shares).filter(({ state }) => state !== 'withdrawn');
  const binding = shares.filter((share) => share.binding);
  const accepted = binding.filter(({ state }) => state === 'accepted').length;
  const overdue = binding.filter((share) => share.overdue).length;
  return { all: binding.length, accepted, overdue, advisory: shares.length - binding.length };
}

function pastShare(row: PastRow, { zone, at }: PastMoment): PastShare {
  const due = (row['due'] as Day | undefined) ?? null;
  const dueTime = (row['dueTime'] as Clock | undefined) ?? null;
  const state = row['state'] as ParticipationState;
  const force = row['force'] as TaskKind;
  return {
    participationId: row.id,
    postId: Number(row['postId']),
    state,
    role: String(row['role']),
    force,
    binding: isBinding(force),
    due,
    dueTime,
    firstDue: (row['firstDue'] as Day | undefined) ?? null,
    extensions: Number(row['extensionCount'] ?? 0),
    inTime: (row['inTime'] as boolean | undefined) ?? null,
    overdue: isOverdue(zone, { state, force, due, dueTime }, at),
  };
}
