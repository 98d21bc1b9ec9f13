// Who may do what to what: `may` and `whyNot`, the one answer that every action and every query asks for. Pure.
import { type Actor, best, type PostHeld } from './rights-posts.ts';
import { isOwn, stands, type Subject } from './rights-relations.ts';
import { type Action, type AdminAction, type Right, rights } from './rights-table.ts';

export type { Subject } from './rights-relations.ts';
export type { Action, AdminAction } from './rights-table.ts';

/** Why not: it is one's own report; the state forbids it for everybody; only the akim may; or one has no right at all. */
export type Refusal = 'own' | 'state' | 'special-control' | 'no-right';

type Allowed<A extends Action> = A extends AdminAction ? PostHeld | 'admin' : PostHeld;

/**
 * The post with which the actor may do this (product rules, rights), the one chosen by "acting as" first; 'admin' for an
 * administrator without a post, where the installation's own matters are concerned; null when they may not.
 */
export function may<A extends Action>(actor: Actor, action: A, subject: Subject = {}): Allowed<A> | null {
  const right = rights[action];
  if (!inState(right, subject)) return null;
  if (right.notOwn && isOwn(actor, subject)) return null;
  const post = postFor(actor, right, subject);
  if (post) return post as Allowed<A>;
  return right.admin && actor.systemAdmin ? ('admin' as Allowed<A>) : null;
}

/** Why `may` says no; null when it says yes. */
export function whyNot(actor: Actor, action: Action, subject: Subject = {}): Refusal | null {
  if (may(actor, action, subject)) return null;
  const right = rights[action];
  if (right.notOwn && isOwn(actor, subject)) return 'own';
  if (!postFor(actor, { ...right, special: undefined }, subject)) return 'no-right';
  return subject.specialControl && right.special && !postFor(actor, right, subject) ? 'special-control' : 'state';
}

function postFor(actor: Actor, right: Right, subject: Subject): PostHeld | null {
  const relations = (subject.specialControl && right.special) || right.by;
  const fit = actor.posts.filter((post) => (right.and ?? []).every((relation) => stands(post, relation, subject)));
  const groups = relations.map((relation) => fit.filter((post) => stands(post, relation, subject)));
  const chosen = groups.flat().find((post) => post.postId === actor.actsAs);
  return chosen ?? best(actor, groups.find((group) => group.length > 0) ?? []);
}

function inState(right: Right, subject: Subject): boolean {
  return (
    has(right.task, subject.taskState) &&
    has(right.share, subject.shareState) &&
    has(right.extension, subject.extensionState) &&
    has(right.resolution, subject.resolutionState)
  );
}

function has<S>(possible: S[] | undefined, state: S | undefined): boolean {
  return !possible || state === undefined || possible.includes(state);
}
