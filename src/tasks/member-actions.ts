// Members of a working group are taken when a draft for it is issued, not when it was written.
import { type App, transaction } from '../app.ts';
import { record } from '../journal/actions.ts';
import { shares } from './draft-rows.ts';
import { membersNow } from './member-queries.ts';
import type { MembersNow } from './member-rules.ts';
import type { TaskView } from './queries.ts';
import { insertShares } from './share-actions.ts';

/** Puts the members of today, if any are left, in the place of those these drafts were written for. True when any changed. Joins the transaction it is called in. */
export async function takeMembers(
  app: App,
  actor: { personId: number },
  drafts: TaskView[],
  mayGet: Parameters<typeof membersNow>[2],
): Promise<boolean> {
  const now = await membersNow(app, drafts, mayGet);
  const changed = drafts.flatMap((draft) => {
    const members = now.get(draft.taskId);
    const differ = members && members.posts.length > 0 && members.joining.length + members.leaving.length > 0;
    return differ ? [{ draft, members }] : [];
  });
  if (changed.length === 0) return false;
  await transaction(app, async (app) => {
    for (const { draft, members } of changed) await replace(app, actor, draft, members);
  });
  return true;
}

async function replace(
  app: App,
  { personId }: { personId: number },
  { taskId, kind, rootOrgId }: TaskView,
  { posts, fanOut, joining, leaving }: MembersNow,
): Promise<void> {
  await app.db.participation.deleteMany({ where: { taskId } });
  await insertShares(app, taskId, shares(posts, kind, { fanOut }));
  await app.db.task.update({ where: { id: taskId }, data: { fanOut } });
  await record(app, {
    verb: 'tasks.redrafted',
    entity: 'task',
    entityId: taskId,
    rootOrgId,
    actor: { personId },
    data: { joined: joining.map(({ postId }) => postId), left: leaving.map(({ postId }) => postId) },
  });
}
