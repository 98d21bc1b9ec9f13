// Who hears the same working day of what is urgent or under special control: the deputy akim of the body it was issued in. Pure.
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

/**
 * The posts that are told (source documents, S22): the deputy who chaired, else the deputies of the nearest body above the issuer, else its akim.
 * Where a deputy issued it, nobody, except that one of special control; of a confidential task of somebody else the akim alone may know.
 */
export function raisedTo(task: GraveTask, officials: readonly Official[]): number[] {
  const above = officials.filter((post) => isWithin(task.issuerOrgPath, scopeOf(post)));
  const issuer = above.find(({ postId }) => postId === task.issuerPostId);
  if (issuer?.role === 'deputy') return task.specialControl ? [issuer.postId] : [];
  const deputies = task.confidential ? [] : nearest(above.filter(({ role }) => role === 'deputy'));
  const told = deputies.length > 0 ? deputies : nearest(above.filter(({ role }) => role === 'akim'));
  const chair = told.filter(({ postId }) => postId === task.chairPostId);
  return (chair.length > 0 ? chair : told).map(({ postId }) => postId);
}

function nearest(posts: Official[]): Official[] {
  const deepest = Math.max(0, ...posts.map((post) => scopeOf(post).length));
  return posts.filter((post) => scopeOf(post).length === deepest);
}
