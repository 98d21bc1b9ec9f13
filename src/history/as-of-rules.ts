// The state of a resolution on a past day, out of the replay: each item with its executors as they stood. Pure.
import type { Day } from '../time.ts';
import type { Past, PastRow } from './replay-rules.ts';

export type PastShare = {
  participationId: number;
  postId: number;
  state: string;
  role: string;
  due: Day | null;
  firstDue: Day | null;
  extensions: number;
  inTime: boolean | null;
  overdue: boolean;
};
export type PastItem = {
  taskId: number;
  number: string;
  state: string;
  /** Shares that the reader may see; `all` counts every one. */
  shares: PastShare[];
  all: number;
};

/** A share owed past its date; under review it is never late (product rules). */
function isLate(state: string, due: Day | null, day: Day): boolean {
  return due !== null && due < day && ['assigned', 'acknowledged', 'returned', 'misaddressed'].includes(state);
}

/** The task as it was at the end of the day; null when it was not issued yet. `mayShow` tells which shares the reader sees. */
export function pastItem(
  past: Past,
  taskId: number,
  day: Day,
  mayShow: (participationId: number) => boolean,
): PastItem | null {
  const task = past.task.get(taskId);
  if (!task) return null;
  const rows = [...past.participation.values()].filter((row) => row.taskId === taskId);
  const shares = rows.filter(({ id }) => mayShow(id)).map((row) => pastShare(row, day));
  const order = (share: PastShare): number => (share.role === 'responsible' ? 0 : 1);
  return {
    taskId,
    number: String(task['number'] ?? ''),
    state: String(task['state']),
    shares: shares.toSorted((a, b) => order(a) - order(b) || a.participationId - b.participationId),
    all: rows.length,
  };
}

function pastShare(row: PastRow, day: Day): PastShare {
  const due = (row['due'] as Day | undefined) ?? null;
  const state = String(row['state']);
  return {
    participationId: row.id,
    postId: Number(row['postId']),
    state,
    role: String(row['role']),
    due,
    firstDue: (row['firstDue'] as Day | undefined) ?? null,
    extensions: Number(row['extensionCount'] ?? 0),
    inTime: (row['inTime'] as boolean | undefined) ?? null,
    overdue: isLate(state, due, day),
  };
}
