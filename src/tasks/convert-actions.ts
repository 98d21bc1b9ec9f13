// A proposal, appeal or commitment becomes an assignment: a draft with its words, measures and executors, tied to it for ever.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { type Actor, issuingPost } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import { maySee } from './access-rules.ts';
import { chairOf, kinOf, partakers } from './convert-queries.ts';
import { convertible, mayConvert } from './convert-rules.ts';
import { createDraft } from './draft-actions.ts';
import { postViews } from './post-queries.ts';
import { taskViewFor, textIn } from './queries.ts';

/**
 * Writes the draft of an assignment made of this task, for those of its executors to whom the actor may issue; nothing is issued, and the
 * task itself goes on. Pressed again it is the same draft. Throws UserError where it is no such task, was converted already, the actor
 * may issue to nobody of it, or somebody else chaired the sitting that it comes from.
 */
export async function convertTask(app: App, actor: Actor, { taskId }: { taskId: number }): Promise<{ taskId: number }> {
  const task = await taskViewFor(app, actor, taskId);
  if (!task || task.state === 'draft' || !maySee(actor, task)) throw new UserError('tasks-not-visible');
  if (!convertible.includes(task.kind)) throw new UserError('tasks-convert-kind');
  return transaction(app, async (app) => {
    const [locked] = await app.db.$queryRaw<{ topic: string | null }[]>`
      SELECT topic FROM task WHERE id = ${taskId} FOR UPDATE`;
    const [made] = (await kinOf(app, taskId)).to;
    if (made) throw new UserError('tasks-converted-already', { number: made.number });
    const all = await postViews(app, await partakers(app, taskId));
    const posts = all.filter(
      ({ role, org }) => issuingPost(actor, { role, orgPath: org.path, orgType: org.type }) !== null,
    );
    if (posts.length === 0) throw new UserError('tasks-may-not-issue-to-these');
    if (!mayConvert(actor, await chairOf(app, taskId), all)) throw new UserError('tasks-convert-chair');
    const locale = task.textRu !== null && (actor.locale !== 'kk' || task.textKk === null) ? 'ru' : 'kk';
    const coming = task.due !== null && task.due >= dayIn(app.zone, app.now());
    const { taskId: draftId } = await createDraft(app, actor, {
      ...{ text: textIn(task, locale), locale, kind: 'assignment' as const },
      executorPostIds: posts.map(({ postId }) => postId),
      ...{ fanOut: task.fanOut, confidential: task.confidential, homePlaceId: task.homePlaceId },
      ...{ completionForm: task.completionForm, indicators: task.indicators },
      ...{ programmes: task.programmes, topic: locked?.topic ?? null },
      ...(coming && { due: task.due, dueTime: task.dueTime, term: 'dated' as const }),
      requestKey: `convert:${taskId}:${actor.personId}`,
    });
    const { count } = await app.db.task.updateMany({
      where: { id: draftId, convertedFromId: null },
      data: { convertedFromId: taskId },
    });
    if (count > 0) {
      const about = { rootOrgId: task.rootOrgId, actor: { personId: actor.personId } };
      // An event of each, so that both tell of it.
      for (const [id, data] of [
        [taskId, { toId: draftId }],
        [draftId, { fromId: taskId }],
      ] as const)
        await record(app, { verb: 'tasks.converted', entity: 'task', entityId: id, ...about, data });
    }
    return { taskId: draftId };
  });
}
