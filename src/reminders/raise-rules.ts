// Who hears the same working day of what is urgent, tells of an incident or is under special control: the deputy akim of the body it was issued in. Pure.
import type { OrgType, Role } from '../generated/prisma/client.ts';
import { isWithin, scopeOf } from '../org/rules.ts';

/** A post of an akim or deputy akim, who may be told. */
export type Official = { postId: number; role: Role; orgType: OrgType; orgPath: string };

export type GraveTask = {
  issuerPostId: number | null;
  issuerOrgPath: string;
  confidential: boolean;
  /** Set by the akim, so that a deputy who issued it does not know of it yet. */
  specialControl: boolean;
  /** The chair of the sitting that gave it; null for a task outside of any. */
  chairPostId: number | null;
};

/** `passed`: those before them whom nobody can reach, which is written down. */
export type Raised = { told: number[]; passed: number[] };

/**
 * The posts that are told (source documents, S22): the deputy who chaired, else the deputies of the nearest body above the issuer, else its akim;
 * whoever stands on no post of `reachable` is passed over, and where nobody can be reached it stays with the first of them.
 * Where a deputy issued it, nobody, except that one of special control; of a confidential task of somebody else the akim alone may know.
 */
export function raisedTo(task: GraveTask, officials: readonly Official[], reachable: ReadonlySet<number>): Raised {
  const steps = stepsFor(task, officials).filter((step) => step.length > 0);
  const at = steps.findIndex((step) => step.some((postId) => reachable.has(postId)));
  if (at < 0) return { told: steps[0] ?? [], passed: [] };
  return { told: steps[at] ?? [], passed: steps.slice(0, at).flat() };
}

/** Who is told, each step in place of the one before. */
function stepsFor(task: GraveTask, officials: readonly Official[]): number[][] {
  const above = officials.filter((post) => isWithin(task.issuerOrgPath, scopeOf(post)));
  const issuer = above.find(({ postId }) => postId === task.issuerPostId);
  if (issuer?.role === 'deputy' && !task.specialControl) return [];
  const deputies = task.confidential ? [] : nearest(above.filter(({ role }) => role === 'deputy'));
  const akims = nearest(above.filter(({ role, postId }) => role === 'akim' && postId !== task.issuerPostId));
  const first = issuer?.role === 'deputy' ? issuer.postId : task.chairPostId;
  const called = [...(issuer?.role === 'deputy' ? [issuer] : []), ...(deputies.length > 0 ? deputies : akims)];
  const chair = called.filter(({ postId }) => postId === first);
  const steps = [chair, deputies.filter(({ postId }) => postId !== first), akims];
  return steps.map((step) => [...new Set(step.map(({ postId }) => postId))]);
}

function nearest(posts: Official[]): Official[] {
  const deepest = Math.max(0, ...posts.map((post) => scopeOf(post).length));
  return posts.filter((post) => scopeOf(post).length === deepest);
}
