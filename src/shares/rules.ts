// Rules of shares after issuing, pure: why an act on a share is refused.
import type { ParticipationState } from '../generated/prisma/client.ts';
import type { ParticipationView, TaskView } from '../tasks/queries.ts';
import { openStates } from '../tasks/rules.ts';

export { taskNumbers } from '../tasks/find-rules.ts';

/** Longest reason of an act on a share, in characters. */
export const maxReason = 1000;

/** Reasons offered for "not ours", keys of texts `shares-notours-reason-<key>`. */
export const disownReasons = ['competence', 'address', 'double', 'absent'] as const;

/** Text key of why "not ours" cannot be said in this state; null when it can. */
export function refusalToDisown(state: ParticipationState, decidedBefore: boolean): string | null {
  if (state === 'misaddressed') return 'shares-notours-already';
  if (state === 'withdrawn') return 'tasks-withdrawn';
  if (state !== 'assigned' && state !== 'acknowledged') return 'shares-notours-state';
  return decidedBefore ? 'shares-notours-once' : null;
}

/** Text key of why the issuer can no longer take a share in this state away; null when they can. */
export function refusalToTake(state: ParticipationState): string | null {
  if (state === 'withdrawn') return 'shares-withdrawn-already';
  return state === 'accepted' ? 'shares-accepted-already' : null;
}

/** True for the responsible executor of others who still work: without one nobody would collate (product rules, the first-named executor). */
export function leavesNobodyResponsible(
  task: Pick<TaskView, 'participations' | 'fanOut'>,
  share: Pick<ParticipationView, 'participationId' | 'role'>,
): boolean {
  if (task.fanOut || share.role !== 'responsible') return false;
  const others = task.participations.filter((part) => part.participationId !== share.participationId);
  const left = others.filter(({ state }) => state !== 'withdrawn');
  return left.some(({ state }) => openStates.includes(state)) && !left.some(({ role }) => role === 'responsible');
}
