// A measure of a roadmap in force is changed in the roadmap, which keeps a version of each change. Pure.
import { UserError } from '../errors.ts';
import type { TaskView } from './queries.ts';

/** Throws UserError for a measure of a roadmap in force, unless the roadmap itself is `amending` it. */
export function refuseMeasure({ measure }: Pick<TaskView, 'measure'>, amending = false): void {
  if (measure && !amending) throw new UserError('roadmaps-amend-only');
}
