// Whether an issued task still asks for a roadmap, and of whom.
import type { App } from '../app.ts';
import { may } from '../org/rights.ts';
import { type Actor, scopeOf } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import { withRoadmap } from './gate-queries.ts';
import { isLongAndShared } from './gate-rules.ts';
import type { TaskView } from './queries.ts';
import { isSeries } from './recurrence-messages.ts';
import { liveTaskStates } from './rules.ts';

/**
 * True for who leads or serves the body that issued the task, while it has no roadmap: it was given to several bodies for more than half
 * a year (product rules, roadmaps). One statement for such a task, none for others.
 */
export async function mayPlan(app: App, actor: Actor, task: TaskView): Promise<boolean> {
  const { issuer, issuedAt, state, kind, measure } = task;
  if (!issuer || !issuedAt || measure || isSeries(task) || !liveTaskStates.includes(state)) return false;
  if (['note', 'appeal'].includes(kind) || !isLongAndShared(task, { today: dayIn(app.zone, issuedAt) })) return false;
  const orgPath = scopeOf({ orgType: issuer.org.type, orgPath: issuer.org.path });
  const own = actor.posts.filter((post) => scopeOf(post) === orgPath);
  if (!may({ ...actor, posts: own }, 'roadmaps.draft', { orgPath })) return false;
  return !(await withRoadmap(app, [task.taskId])).has(task.taskId);
}
