// Questions of rights by name, each one an action of the permission table (rights.ts); force of a share; what a menu shows. Pure.
import type { Ownership, Role, Subordination, TaskKind } from '../generated/prisma/client.ts';
import { may } from './rights.ts';
import {
  type Actor,
  canChair,
  canExecute,
  drafters,
  type ExecutorPost,
  isWithin,
  leaders,
  type PostHeld,
  readers,
  scopeOf,
} from './rights-posts.ts';
import type { Subject } from './rights-relations.ts';

export { canChair, canExecute, isWithin, scopeOf };
export type { Actor, ExecutorPost, PostHeld };

/** What the rules need to know of a task under control; `executor…` name whose report or share is judged. */
export type ControlledTask = Subject & {
  issuerPostId: number | null;
  controllerPostId: number | null;
  specialControl: boolean;
};

export type VisibleTask = Subject & {
  issuerPostId: number | null;
  controllerPostId: number | null;
  executorPostIds: number[];
  executorOrgPaths: string[];
  issuerOrgPath: string | null;
};

/** The actor's post that may give this executor a task, the chosen one first, an own one before an acting one; null when none may. */
export function issuingPost(actor: Actor, executor: ExecutorPost): PostHeld | null {
  return issuingPostForAll(actor, [executor]);
}

/** The one post that may issue to every executor named, `wanted` first where it may; null when there is none, or nobody is named. */
export function issuingPostForAll(actor: Actor, executors: ExecutorPost[], wanted?: number | null): PostHeld | null {
  return may(wanted ? { ...actor, actsAs: wanted } : actor, 'tasks.issue', { executors });
}

/** Every post of the actor that may issue to all of them, for a choice. */
export function issuingPosts(actor: Actor, executors: ExecutorPost[]): PostHeld[] {
  return actor.posts.filter((post) => may({ ...actor, posts: [post] }, 'tasks.issue', { executors }) !== null);
}

/** The actor's own post that takes this task upon itself: a commitment of it alone (source documents, S19); null for any other task. */
export function promisingPost(actor: Actor, kind: TaskKind, executorPostIds: number[]): PostHeld | null {
  return may(actor, 'tasks.promise', { kind, executorPostIds });
}

/** The post with which the actor accepts or returns this report; nobody judges a report of their own, special control is the akim's. */
export function canReview(actor: Actor, task: ControlledTask): PostHeld | null {
  return may(actor, 'reports.accept', task);
}

/** The post with which the actor takes the task off control. */
export function canClose(actor: Actor, task: ControlledTask): PostHeld | null {
  return may(actor, 'tasks.close', task);
}

/** The post with which the actor cancels the task, or withdraws a share of it: the issuer's or the akim's. */
export function canCancelTask(actor: Actor, task: ControlledTask): PostHeld | null {
  return may(actor, 'tasks.cancel', task);
}

/** The post with which the actor puts an issued task right: only the level that set it. */
export function canCorrect(actor: Actor, task: ControlledTask): PostHeld | null {
  return may(actor, 'tasks.correct', task);
}

/** True for those who take part in the task, and for leaders, controllers, secretaries and observers of a subtree it touches. Never for an administrator as such. */
export function canSeeTask(actor: Actor, task: VisibleTask): boolean {
  return may(actor, 'tasks.see', task) !== null;
}

/** The subtrees in which the actor reads everything; empty for staff and for administrators. */
export function readableScopes(actor: Pick<Actor, 'posts'>): string[] {
  return [...new Set(actor.posts.filter((post) => readers.includes(post.role)).map(scopeOf))];
}

/** The post with which the actor may write a resolution of the body at `orgPath`; null when none. */
export function canDraftResolution(actor: Actor, orgPath: string): PostHeld | null {
  return may(actor, 'resolutions.draft', { orgPath });
}

/** The post with which the actor teaches what an organisation is called: of whoever drafts its resolutions, or keeps its roster; null when none. */
export function canTeachAlias(actor: Actor, orgPath: string): PostHeld | { postId: null } | null {
  const by = may(actor, 'resolutions.teach', { orgPath });
  return by === 'admin' ? { postId: null } : by;
}

/** The post with which the actor adopts what it chairs. */
export function canAdopt(actor: Actor, meeting: { chairPostId: number }): PostHeld | null {
  return may(actor, 'resolutions.adopt', meeting);
}

/** The subtrees whose people the actor looks after: all (null) for an administrator, those of a secretary's bodies. */
export function managedScopes(actor: Actor): string[] | null {
  if (actor.systemAdmin) return null;
  return actor.posts.filter(({ role }) => role === 'secretary' || role === 'admin').map(scopeOf);
}

/** True for an administrator, and for a secretary (of the part of the tree at `orgPath`, where it is given). */
export function canManageRoster(actor: Actor, orgPath?: string): boolean {
  return may(actor, 'org.keep-people', orgPath === undefined ? {} : { orgPath }) !== null;
}

/** True for administrators: the calendar is one for all. */
export function canEditCalendar(actor: Actor): boolean {
  return may(actor, 'calendar.edit') !== null;
}

/** Who binds a group to the organisation at `orgPath`: 'admin', or the post of a secretary or leader of that part of the tree. */
export function canBindGroup(actor: Actor, orgPath: string): PostHeld | 'admin' | null {
  return actor.systemAdmin ? 'admin' : may(actor, 'groups.bind', { orgPath });
}

/** The force of a task for one executor: who does not report to the akim, or is private, is bound by nothing (product rules, force). */
export function forceOf(kind: TaskKind, executor: { ownership: Ownership; subordination: Subordination }): TaskKind {
  const free = executor.ownership === 'private' || executor.subordination === 'republican';
  return free && isBinding(kind) ? 'recommendation' : kind;
}

/** True for what counts in discipline. */
export function isBinding(force: TaskKind): boolean {
  return force === 'assignment' || force === 'commitment';
}

/** What somebody can do with the bot at all: decides the menu and the help, never a permission. */
export type Ability =
  | 'issue'
  | 'report'
  | 'review'
  | 'resolve'
  | 'read'
  | 'groups'
  | 'reminders'
  | 'calendar'
  | 'roster'
  | 'unreached'
  | 'print'
  | 'several-posts';

/** The abilities of a person by all posts together. */
export function abilitiesOf(actor: Actor): Set<Ability> {
  const has = (roles: Role[]): boolean => actor.posts.some((post) => roles.includes(post.role));
  const found: [Ability, boolean][] = [
    ['issue', has(leaders)],
    ['review', has([...leaders, 'controller'])],
    ['report', actor.posts.some((post) => canExecute(post) && post.role !== 'akim')],
    ['resolve', has(drafters)],
    ['read', has(readers)],
    ['print', has([...leaders, 'secretary', 'controller'])],
    ['groups', actor.systemAdmin || has([...leaders, 'secretary', 'admin'])],
    ['reminders', has([...leaders, 'secretary'])],
    ['calendar', canEditCalendar(actor)],
    ['roster', actor.systemAdmin],
    ['unreached', canManageRoster(actor)],
    ['several-posts', actor.posts.length > 1],
  ];
  return new Set(found.filter(([, able]) => able).map(([ability]) => ability));
}
