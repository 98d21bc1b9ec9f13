// Which kinds of tasks an assignment can be made of, and by whom. Pure.
import type { TaskKind } from '../generated/prisma/client.ts';
import { type Actor, issuingPost } from '../org/rules.ts';
import { may } from '../org/rights.ts';
import type { PostView } from './post-queries.ts';

/** Kinds that an assignment can be made of (product rules: nothing of them binds, or the speaker said it, not the chair). */
export const convertible: TaskKind[] = ['proposal', 'appeal', 'commitment'];

/**
 * Whether the actor decides on it: of what was said at a sitting the chair, who stands in for the chair, or a superior of the chair; of
 * any other task whoever may give one to one of its executors.
 */
export function mayConvert(actor: Actor, chair: PostView | null, executors: PostView[]): boolean {
  const asExecutor = ({ role, org }: PostView) => ({ role, orgPath: org.path, orgType: org.type });
  if (!executors.some((post) => issuingPost(actor, asExecutor(post)) !== null)) return false;
  if (!chair) return true;
  return may(actor, 'tasks.convert', { chairPostId: chair.postId, executors: [asExecutor(chair)] }) !== null;
}
