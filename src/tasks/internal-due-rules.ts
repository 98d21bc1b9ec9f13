// The date by which a co-executor gives its part to the responsible executor. Pure.
import type { Calendar, Week } from '../calendar.ts';
import type { Clock, Day } from '../time.ts';
import type { ParticipationView, TaskView } from './queries.ts';

/** Working days before the task's date by which parts are handed to whoever collates (product rules, co-execution). */
export const internalDays = 3;

export type Dated = { due: Day | null; dueTime: Clock | null };

/**
 * The internal date of a co-executor: `internalDays` working days of its own week before the date of the task, never before the
 * working day after `heard`, the day on which it hears of it, and never after the task's date. A date that is earlier than the
 * task's has no time of day.
 */
export function internalDue(calendar: Calendar, { due, dueTime }: Dated, week: Week, heard: Day): Dated {
  if (due === null) return { due: null, dueTime: null };
  const wanted = calendar.addWorkingDays(due, -internalDays, week);
  const soonest = calendar.nextWorkingDay(heard, week);
  const day = wanted < soonest ? soonest : wanted;
  return day < due ? { due: day, dueTime: null } : { due, dueTime };
}

/** The share is a part that goes to whoever collates the task. */
export function isPart(task: Pick<TaskView, 'fanOut'>, { role }: Pick<ParticipationView, 'role'>): boolean {
  return role === 'co_executor' && !task.fanOut;
}

/** The date of the share is an internal one: a part that is wanted before the date of the task. */
export function isInternal(
  task: Pick<TaskView, 'fanOut' | 'due'>,
  share: Pick<ParticipationView, 'role' | 'due'>,
): boolean {
  return isPart(task, share) && share.due !== null && task.due !== null && share.due < task.due;
}
