// Who may see a task, and what the permission table is told of it. Pure.
import { foreignTo, isForeign } from '../org/rights-posts.ts';
import { type Actor, canSeeTask, type ControlledTask, isWithin, readableScopes, scopeOf } from '../org/rules.ts';
import { openParts } from './hold-rules.ts';
import type { PostView } from './post-queries.ts';
import { isPromise } from './promise-rules.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { isClosable, liveTaskStates } from './rules.ts';

/** What the permission table needs to know of a task; with a share, of that share. */
export function controlledTask(task: TaskView, share?: ParticipationView): ControlledTask {
  const responsible = task.participations.filter(
    ({ role, state }) => role === 'responsible' && state !== 'withdrawn' && !task.fanOut,
  );
  return {
    ...issuerOf(task),
    // Nobody decides about what they took upon themselves (product rules, four eyes).
    ...(isPromise(task) && { issuerPostId: task.controller?.postId ?? null }),
    specialControl: task.specialControl,
    ...(share && { executorPostId: share.post.postId, executorOrgPaths: [share.post.org.path] }),
    ...(share?.role === 'co_executor' && { responsiblePostIds: responsible.map((part) => part.post.postId) }),
  };
}

/** The same with the states, for actions on one share. */
export function shareSubject(task: TaskView, share: ParticipationView): ControlledTask {
  return { ...controlledTask(task, share), taskState: task.state, shareState: share.state };
}

function issuerOf({ issuer, controller }: Pick<TaskView, 'issuer' | 'controller'>) {
  const path = issuer?.org.path ?? null;
  return {
    issuerPostId: issuer?.postId ?? null,
    controllerPostId: controller?.postId ?? null,
    issuerOrgPath: path,
    issuerBody: issuer && scopeOf({ orgType: issuer.org.type, orgPath: issuer.org.path }),
  };
}

/** True while a share lets its executor look at the task: one that was taken away does not, unless the task is over and not confidential. */
function takesPart({ state, confidential }: TaskView, share: ParticipationView): boolean {
  return share.state !== 'withdrawn' || (!confidential && !liveTaskStates.includes(state));
}

/** Whether the actor may look at the task; a confidential one is shown to those who take part and to the heads of the body, a draft to its author only. */
export function maySee(actor: Actor, task: TaskView): boolean {
  if (task.state === 'draft') return task.draftedById === actor.personId;
  const taking = task.participations.filter((part) => takesPart(task, part));
  return canSeeTask(actor, {
    ...issuerOf(task),
    confidential: task.confidential,
    executorPostIds: taking.map((part) => part.post.postId),
    executorOrgPaths: taking.map((part) => part.post.org.path),
  });
}

/**
 * The shares that the actor may look at one by one: where everybody has a copy of their own, the others' are for those who decide
 * or stand above; where several work together they see each other, but never across two regions.
 */
export function visibleShares(actor: Actor, task: TaskView): ParticipationView[] {
  const reads = readsShares(actor, task);
  const taking = actor.posts.filter(({ postId }) =>
    task.participations.some((part) => part.post.postId === postId && takesPart(task, part)),
  );
  return task.participations.filter(
    ({ post }) => reads(post) || (!task.fanOut && taking.some((held) => !isForeign(held, post.org.path))),
  );
}

/** The shares that the actor may know of, if only as a number: never those of another region. */
export function knownShares<S extends { post: PostView }>(
  actor: Actor,
  { participations }: { participations: S[] },
): S[] {
  const foreign = foreignTo(actor);
  return participations.filter(({ post }) => !foreign.some((top) => isWithin(post.org.path, top)));
}

/** Whether the actor reads the shares of an executor as who decides, stands above (of a confidential task: heads it), or holds the post. */
export function readsShares(
  actor: Actor,
  task: Pick<TaskView, 'issuer' | 'controller' | 'confidential'>,
): (executor: PostView) => boolean {
  const mine = actor.posts.map((post) => post.postId);
  const decides = [task.issuer, task.controller].some((post) => post && mine.includes(post.postId));
  const scopes = task.confidential ? topScopes(actor, task) : readableScopes(actor);
  return ({ postId, org }) => decides || mine.includes(postId) || scopes.some((scope) => isWithin(org.path, scope));
}

/** Whoever sees a confidential task without taking part in it: the akim and the secretary of its body. */
function topScopes(actor: Actor, task: Pick<TaskView, 'issuer' | 'controller'>): string[] {
  const { issuerOrgPath, issuerBody } = issuerOf(task);
  const heads = actor.posts.filter((post) =>
    canSeeTask({ ...actor, posts: [post] }, { ...none, issuerOrgPath, issuerBody }),
  );
  return heads.map(scopeOf);
}

const none = {
  issuerPostId: null,
  controllerPostId: null,
  executorPostIds: [],
  executorOrgPaths: [],
  confidential: true,
};

/** True when nothing binding is left to accept beside this share and no part is on control, whichever shares were read one by one. */
export function isLastOpen(task: TaskView, participationId: number): boolean {
  const others = task.participations.filter((part) => part.participationId !== participationId);
  return task.beside.blocking === 0 && openParts(task) === 0 && isClosable(others);
}
