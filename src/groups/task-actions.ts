// A task for a whole working group: whom the actor may give it, and its draft.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { type Actor, issuingPost } from '../org/rules.ts';
import { createDraft } from '../tasks/draft-actions.ts';
import { understandTask } from '../tasks/draft-queries.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { recordGroup } from './actions.ts';
import { groupView, type GroupView, subjectOf } from './queries.ts';

/** Whom of the group the actor may give a task: the head first, who then collates. `left`: members outside of the actor's rights, and vacant seats. */
export function addressees(actor: Actor, group: GroupView): { posts: PostView[]; withHead: boolean; left: number } {
  const may = (post: PostView): boolean =>
    issuingPost(actor, { role: post.role, orgPath: post.org.path, orgType: post.org.type }) !== null;
  const members = group.seats.flatMap(({ post }) => post ?? []);
  const posts = [group.head, ...members].filter(may);
  const withHead = posts.some(({ postId }) => postId === group.head.postId);
  return { posts, withHead, left: group.seats.length - posts.length + (withHead ? 1 : 0) };
}

/**
 * Writes the draft of a task for all members: the head is responsible; where the head gives it, each member is. Nothing is issued.
 * The same `requestKey` gives the same draft. Throws UserError where the actor may issue to none of them.
 */
export async function draftForGroup(
  app: App,
  actor: Actor,
  { groupId, words, requestKey }: { groupId: number; words: string; requestKey: string },
): Promise<{ taskId: number }> {
  const group = await groupView(app, groupId);
  if (!group || group.closed || !may(actor, 'groups.see', subjectOf(group)))
    throw new UserError('telegram-not-allowed');
  const { posts, withHead } = addressees(actor, group);
  if (posts.length === 0) throw new UserError('groups-nobody-to-task');
  const said = await understandTask(app, actor, { words }, null);
  return transaction(app, async (app) => {
    const { taskId } = await createDraft(app, actor, {
      ...said,
      text: (said.executorPostIds.length > 0 ? words : said.text || words).slice(0, maxTaskText),
      doubts: [],
      executorPostIds: posts.map(({ postId }) => postId),
      fanOut: !withHead && posts.length > 1,
      ...(group.placeId !== null && { homePlaceId: group.placeId }),
      groupIds: [groupId],
      requestKey,
    });
    await recordGroup(app, actor, { postId: actor.posts[0]?.postId ?? 0 }, 'groups.task-drafted', group, { taskId });
    return { taskId };
  });
}
