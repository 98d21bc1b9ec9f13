// Which of several posts a person acts as: kept until it is changed, or the post is theirs no longer.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from './rights.ts';
import type { Actor, PostHeld } from './rules.ts';

/** Chooses the post, or null to let the bot choose. Repeating it changes nothing. Throws UserError for a post that the actor does not hold today. */
export async function actAs(app: App, actor: Actor, { postId }: { postId: number | null }): Promise<PostHeld | null> {
  const post = actor.posts.find((held) => held.postId === postId) ?? null;
  const by = may(actor, 'org.act-as');
  if (!by || (postId !== null && !post)) throw new UserError('org-as-gone');
  await transaction(app, async (app) => {
    const before = (await app.db.person.findUnique({ where: { id: actor.personId }, select: { actsAsPostId: true } }))
      ?.actsAsPostId;
    if (before === postId) return;
    await app.db.person.update({ where: { id: actor.personId }, data: { actsAsPostId: postId } });
    await record(app, {
      verb: 'org.acts-as',
      entity: 'person',
      entityId: actor.personId,
      rootOrgId: (post ?? by).rootId,
      actor: { personId: actor.personId, postId: (post ?? by).postId },
      chatId: actor.chatId,
      data: { before: before ?? null, after: postId },
    });
  });
  return post;
}
