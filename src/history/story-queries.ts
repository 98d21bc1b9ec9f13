// The story of a task as one person may read it.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { canClose, type Actor } from '../org/rules.ts';
import { controlledTask, knownShares, maySee, visibleShares } from '../tasks/access-rules.ts';
import { taskView, type TaskView } from '../tasks/queries.ts';
import { eventsOf, type NamedPost, peopleNames, postNames } from './queries.ts';
import { reasonsFor } from './reason-queries.ts';
import { type StoryEvent, storyOf } from './story-rules.ts';

/** An event with the reason that was given for it, where the tables still hold it. */
export type ToldEvent = StoryEvent & { reason?: string | null };

export type Story = {
  task: TaskView;
  /** Newest first. */
  events: ToldEvent[];
  posts: Map<number, NamedPost>;
  /** Names of those who acted; empty for readers who see posts only, without people who were erased. */
  people: Map<number, { surname: string; given: string }>;
  /** Posts of the shares that may be seen. */
  executors: Map<number, number>;
};

/**
 * Everything that happened to the task, of what the actor may see. Throws UserError for a task of others and for a draft.
 * Names of people are for those who decide about the task; other readers see posts.
 */
export async function storyFor(app: App, actor: Actor, taskId: number): Promise<Story> {
  const task = await taskView(app, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  if (!maySee(actor, task)) throw new UserError('telegram-not-allowed');
  const seen = visibleShares(actor, task);
  const ids = (shares: typeof seen): Set<number> => new Set(shares.map(({ participationId }) => participationId));
  const sight = { visible: ids(seen), known: ids([...seen, ...knownShares(actor, task)]) };
  const past = await eventsOf(app, { taskIds: [taskId] });
  const reasonOf = await reasonsFor(app, task, past);
  const told = past.flatMap((one) =>
    storyOf([one], taskId, sight).map((event) => ({ ...event, reason: reasonOf(one) })),
  );
  const events = told.toReversed();
  const executors = new Map(seen.map(({ participationId, post }) => [participationId, post.postId]));
  const postIds = [...executors.values(), ...events.flatMap(({ postId }) => postId ?? [])];
  const decides = canClose(actor, controlledTask(task)) !== null;
  const named = events.flatMap(({ personId }) =>
    personId !== null && (decides || personId === actor.personId) ? [personId] : [],
  );
  return { task, events, posts: await postNames(app, postIds), people: await peopleNames(app, named), executors };
}
