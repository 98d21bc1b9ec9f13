// Who sees what of a resolution, and who amends it: whole, only the own items, or of a confidential one number and date. Pure.
import { may } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { maySee, visibleShares } from '../tasks/access-rules.ts';
import { concernOf } from './agreement-rules.ts';
import type { ItemView, ResolutionView } from './queries.ts';
import { openStates } from './rules.ts';

export type Body = Pick<ResolutionView, 'org' | 'chair' | 'draftedById' | 'state'>;

/** An item with the executors that may be looked at; of a discreet one only number and date are shown. */
export type SeenItem = ItemView & { discreet: boolean };

/** The post with which the actor amends it: the chair's, or the akim's of that tree; null when none (product rules, rights). */
export function amendingPost(actor: Actor, { chair, org }: Pick<Body, 'chair' | 'org'>): PostHeld | null {
  const chaired = may(actor, 'resolutions.amend', { chairPostId: chair.postId });
  return chaired ?? may(actor, 'tasks.correct', { issuerOrgPath: org.path, specialControl: true });
}

/** True for the chair, and for whoever drafts or reads for the whole body. */
export function readsWhole(actor: Actor, { org, chair, draftedById }: Body): boolean {
  if (draftedById === actor.personId) return true;
  return may(actor, 'resolutions.see', { orgPath: org.path, chairPostId: chair.postId }) !== null;
}

/**
 * The items that the actor may see, each with the executors that may be seen: of a meeting for two regions each region only its own
 * (product rules, rights). A confidential item shows its number and date to those who read around it, and nothing to others.
 */
export function seenItems(actor: Actor, view: Body, items: ItemView[], rootId: number): SeenItem[] {
  const whole = readsWhole(actor, view);
  const open = openStates.includes(view.state);
  const writes =
    open && (view.draftedById === actor.personId || actor.posts.some(({ postId }) => postId === view.chair.postId));
  return items.flatMap((item): SeenItem[] => {
    if (writes) return [{ ...item, discreet: false }];
    const seen = item.state === 'draft' ? whole && !item.confidential : maySee(actor, item);
    if (seen)
      return [{ ...item, discreet: false, participations: whole ? item.participations : visibleShares(actor, item) }];
    const around = whole || touches(actor, item, rootId);
    return item.confidential && around ? [{ ...item, discreet: true, participations: [] }] : [];
  });
}

/** True when an executor stands in the part of the tree that the actor reads. */
function touches(actor: Actor, item: ItemView, rootId: number): boolean {
  if (item.state === 'draft') return false;
  return actor.posts.some((post) => {
    const { postId, role, orgPath: path, orgType: type } = post;
    return concernOf([{ ...item, confidential: false }], { postId, role, org: { path, type } }, rootId).length > 0;
  });
}
