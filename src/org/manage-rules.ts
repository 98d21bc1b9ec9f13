// The permission table, second part: who appoints, moves and unbinds people, and decides claims. Pure.
import type { Role } from '../generated/prisma/client.ts';
import { type Actor, canManageRoster, isWithin, scopeOf } from './rules.ts';

/** The post with which the actor looks after the people at `orgPath`; `postId` is null for an administrator, the whole null when the actor may not. */
export function managingPost(actor: Actor, orgPath: string): { postId: number | null } | null {
  if (!canManageRoster(actor, orgPath)) return null;
  const post = actor.posts.find(
    (held) => (held.role === 'secretary' || held.role === 'admin') && isWithin(orgPath, scopeOf(held)),
  );
  return { postId: post?.postId ?? null };
}

/** A post to be filled or decided about, and the person it is about, where there is one. */
export type Appointing = { orgPath: string; role: Role; personId?: number | null };

/** The text that says why the actor may not fill this post with this person; null when they may. Nobody appoints themselves (product rules, no surprise). */
export function appointFault(actor: Actor, { orgPath, role, personId }: Appointing): string | null {
  if (!canManageRoster(actor, orgPath)) return 'people-not-yours';
  if (personId !== undefined && personId === actor.personId) return 'people-not-yourself';
  return role === 'admin' && !actor.systemAdmin ? 'people-admin-only' : null;
}

/** A person to be unbound, renamed or given a new link; `orgPaths` are those of all posts held today. */
export type ManagedPerson = { personId: number; systemAdmin: boolean; orgPaths: string[] };

/** The text that says why the actor may not change this person's access; null when they may. Who has a post elsewhere, or none, is the administrator's. */
export function personFault(actor: Actor, person: ManagedPerson): string | null {
  if (person.personId === actor.personId) return 'people-not-yourself';
  if (actor.systemAdmin) return null;
  if (person.systemAdmin || person.orgPaths.length === 0) return 'people-admin-only';
  if (!person.orgPaths.some((path) => canManageRoster(actor, path))) return 'people-not-yours';
  return person.orgPaths.every((path) => canManageRoster(actor, path)) ? null : 'people-posts-elsewhere';
}
