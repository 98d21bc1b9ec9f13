// What the final report of a responsible executor waits for: parts of co-executors, sub-tasks handed down from its share. Pure.
import type { ParticipationView, TaskView } from './queries.ts';
import { blocksClosing } from './rules.ts';

export type Awaited = {
  /** Co-executors whose part is neither accepted nor given up with a reason. */
  coExecutors: ParticipationView[];
  /** Sub-tasks of this share that are still on control. */
  subTasks: number;
};

type Waiting = Pick<TaskView, 'participations' | 'fanOut' | 'parts'> & {
  specialControl?: boolean;
  term?: TaskView['term'];
};

/** What is still missing before this share can be handed in (product rules, co-execution and hand-down). Recommendations hold nobody up. */
export function awaitedParts(task: Waiting, share: Pick<ParticipationView, 'participationId' | 'role'>): Awaited {
  // Under special control the responsible executor decides about nobody's part: the akim alone does.
  const collates = share.role === 'responsible' && !task.fanOut && !task.specialControl;
  const others = task.participations.filter((part) => part.role === 'co_executor' && blocksClosing(part));
  const open = task.parts?.openShareIds ?? [];
  return {
    coExecutors: collates ? others : [],
    subTasks: open.filter((id) => id === share.participationId).length,
  };
}

/** True while a final report of this share is kept as an interim one. */
export function isHeld(task: Waiting, share: Pick<ParticipationView, 'participationId' | 'role'>): boolean {
  // What stands for good has no final report at all.
  if (task.term === 'standing') return false;
  const { coExecutors, subTasks } = awaitedParts(task, share);
  return coExecutors.length > 0 || subTasks > 0;
}

/** Parts still on control that were handed down from any share of this task. */
export function openParts(task: Pick<TaskView, 'parts'>): number {
  return task.parts?.openShareIds.length ?? 0;
}
