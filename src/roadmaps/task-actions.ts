// The task that a roadmap is made for: asked when its dialog opens, and again when the roadmap is written.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { maySee } from '../tasks/access-rules.ts';
import { liveNumber } from '../tasks/actions.ts';
import { ownDraft } from '../tasks/draft-actions.ts';
import { withRoadmap } from '../tasks/gate-queries.ts';
import { taskViewFor } from '../tasks/queries.ts';
import { mayPlan } from '../tasks/roadmap-queries.ts';

/**
 * Throws UserError unless the task is a draft of the actor's own or one on control that the actor may plan, and once it has a roadmap.
 */
export async function checkPlanned(app: App, actor: Actor, taskId: number): Promise<void> {
  const task = await taskViewFor(app, actor, taskId);
  if (!task) throw new UserError('telegram-stale-button');
  if (task.state === 'draft') await ownDraft(app, actor, taskId);
  else if (!maySee(actor, task)) throw new UserError('telegram-stale-button');
  if ((await withRoadmap(app, [taskId])).has(taskId)) throw new UserError('roadmaps-task-has-one');
  if (task.state === 'draft') return;
  liveNumber(task);
  if (!(await mayPlan(app, actor, task))) throw new UserError('telegram-not-allowed');
}
