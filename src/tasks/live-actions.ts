// What every act on an issued task asks first: that it goes on, and that it has left.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { TaskView } from './queries.ts';

/** Throws UserError while the task can still be taken back: nobody has heard of it yet. */
export function checkLeft(app: App, { undoUntil }: Pick<TaskView, 'undoUntil'>): void {
  if (undoUntil && undoUntil > app.now()) throw new UserError('tasks-not-left');
}

/** The number of a task on control. Throws UserError for a draft, and for a closed or cancelled one. */
export function liveNumber(task: Pick<TaskView, 'number' | 'state'>): string {
  const number = task.number ?? '';
  if (task.state === 'closed') throw new UserError('tasks-closed-already', { number });
  if (task.state === 'cancelled') throw new UserError('tasks-cancelled-already', { number });
  if (task.state === 'draft') throw new UserError('telegram-stale-button');
  return number;
}
