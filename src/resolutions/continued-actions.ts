// An item that takes over an unfinished one of an earlier sitting: once it is issued the earlier one ends, and its first date stays known.
import { transaction, type App } from '../app.ts';
import { record } from '../journal/actions.ts';
import { type Actor, canCancelTask } from '../org/rules.ts';
import { cancelTask } from '../tasks/actions.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { taskView } from '../tasks/queries.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { type ItemView, postHeld, type ResolutionView } from './queries.ts';

/**
 * Ends the items that these ones continue, in the name of the chair who adopted them: each executor goes on with the first date it had
 * and one more extension, so that nothing looks new that is late. Joins the transaction of the caller.
 */
export async function endContinued(app: App, actor: Actor, view: ResolutionView, items: ItemView[]): Promise<void> {
  await transaction(app, async (app) => {
    const rows = await app.db.task.findMany({
      where: { id: { in: items.map(({ taskId }) => taskId) }, parentId: { not: null }, parentShareId: null },
      select: { id: true, parentId: true },
    });
    const chair = { ...actor, posts: [postHeld(view.chair, view.rootOrgId)] };
    for (const { id, parentId } of rows) {
      const earlier = await taskView(app, parentId ?? 0);
      if (!earlier || !liveTaskStates.includes(earlier.state) || !canCancelTask(chair, controlledTask(earlier)))
        continue;
      await app.db.$executeRaw`
        UPDATE participation n SET first_due = o.first_due, extension_count = o.extension_count + 1
        FROM participation o WHERE n.task_id = ${id} AND o.task_id = ${earlier.taskId} AND o.post_id = n.post_id
          AND o.first_due IS NOT NULL`;
      // Before the earlier item ends: the first date belongs to this event.
      await record(app, {
        verb: 'resolutions.item-continued',
        entity: 'resolution',
        entityId: view.resolutionId,
        rootOrgId: view.rootOrgId,
        actor: { personId: actor.personId, postId: view.chair.postId },
        data: { taskId: id, earlierTaskId: earlier.taskId },
      });
      const number = items.find(({ taskId }) => taskId === id)?.number ?? '';
      const said = { number, protocol: view.number ?? '—' };
      // Both languages: it is read by every executor.
      const reason = [app.t('kk', 'resolutions-continued', said), app.t('ru', 'resolutions-continued', said)].join(
        ' / ',
      );
      await cancelTask(app, chair, { taskId: earlier.taskId, reason });
    }
  });
}
