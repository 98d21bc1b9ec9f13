// The half of a term without any report: an early warning, computed and never noted (product rules, at risk). Pure.
import type { ParticipationState, TaskKind } from '../generated/prisma/client.ts';
import { isBinding } from '../org/rules.ts';
import { addDays, daysBetween, type Day } from '../time.ts';
import { owes } from './rules.ts';

/** Of a term shorter than this, in calendar days, half is no time to report anything. */
export const shortestTerm = 6;

/** The day in the middle between the day a share began and its date; null for a term too short. */
export function halfTerm(start: Day, due: Day): Day | null {
  const days = daysBetween(start, due);
  return days < shortestTerm ? null : addDays(start, Math.floor(days / 2));
}

/** What decides whether a share is at risk. */
export type Term = {
  state: ParticipationState;
  force: TaskKind;
  due: Day | null;
  /** The day it reached its executor; null: not known. */
  start: Day | null;
  /** Any report of it stands, interim or final. */
  reported: boolean;
};

/** True for a binding share that is owed, not past its date, and without any report though half of its time has passed. */
export function isAtRisk({ state, force, due, start, reported }: Term, today: Day): boolean {
  if (!owes(state) || !isBinding(force) || due === null || start === null || reported || due < today) return false;
  const half = halfTerm(start, due);
  return half !== null && half < today;
}
