// Who may see a task, and what the permission table is told of it. Pure.
import { type Actor, canSeeTask, type ControlledTask, isWithin, readableScopes } from '../org/rules.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { isClosable } from './rules.ts';

/** What the permission table needs to know of a task; with a share, of that share. */
export function controlledTask(task: TaskView, share?: ParticipationView): ControlledTask {
  const responsible = task.participations.filter((part) => part.role === 'responsible' && !task.fanOut);
  return {
    issuerPostId: task.issuer?.postId ?? null,
    controllerPostId: task.controller?.postId ?? null,
    specialControl: task.specialControl,
    ...(task.issuer && { issuerOrgPath: task.issuer.org.path }),
    ...(share && { executorPostId: share.post.postId }),
    ...(share?.role === 'co_executor' && { responsiblePostIds: responsible.map((part) => part.post.postId) }),
  };
}

/** Whether the actor may look at the task; a confidential one is shown to those who take part, a draft to its author only. */
export function maySee(actor: Actor, task: TaskView): boolean {
  if (task.state === 'draft') return task.draftedById === actor.personId;
  return canSeeTask(actor, {
    issuerPostId: task.issuer?.postId ?? null,
    controllerPostId: task.controller?.postId ?? null,
    executorPostIds: task.participations.map((part) => part.post.postId),
    executorOrgPaths: task.confidential ? [] : task.participations.map((part) => part.post.org.path),
    issuerOrgPath: task.confidential ? null : (task.issuer?.org.path ?? null),
  });
}

/** The shares that the actor may look at one by one: where everybody has a copy of their own, the others' are for those who decide or stand above. */
export function visibleShares(actor: Actor, task: TaskView): ParticipationView[] {
  const mine = actor.posts.map((post) => post.postId);
  const decides = [task.issuer, task.controller].some((post) => post && mine.includes(post.postId));
  if (decides || !task.fanOut) return task.participations;
  const scopes = task.confidential ? [] : readableScopes(actor);
  return task.participations.filter(
    ({ post }) => mine.includes(post.postId) || scopes.some((scope) => isWithin(post.org.path, scope)),
  );
}

/** True when nothing binding is left to accept beside this share, whichever shares were read one by one. */
export function isLastOpen(task: TaskView, participationId: number): boolean {
  const others = task.participations.filter((part) => part.participationId !== participationId);
  return task.beside.blocking === 0 && isClosable(others);
}
