// On whose behalf a draft is to be issued: one of the author's posts that may give it.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { ownDraft } from './draft-actions.ts';
import { issuersFor } from './promise-rules.ts';

/** Chooses the issuer of the actor's own draft. Throws UserError for a post that is not the actor's, or may not give it. */
export async function chooseIssuer(
  app: App,
  actor: Actor,
  { taskId, postId }: { taskId: number; postId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const draft = await ownDraft(app, actor, taskId);
    const executors = draft.participations.map(({ post }) => post);
    if (!issuersFor(actor, draft.kind, executors).some((post) => post.postId === postId))
      throw new UserError('tasks-as-may-not');
    const { count } = await app.db.task.updateMany({
      where: { id: taskId, state: 'draft' },
      data: { issuerPostId: postId },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await record(app, {
      verb: 'tasks.redrafted',
      entity: 'task',
      entityId: taskId,
      rootOrgId: draft.rootOrgId,
      actor: { personId: actor.personId, postId },
      data: { before: { issuerPostId: draft.issuer?.postId ?? null }, after: { issuerPostId: postId } },
    });
  });
}
