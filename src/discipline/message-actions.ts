// Who hears of an appeal: the level that gave the task, under special control the akim.
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { akimsOver } from '../org/region-queries.ts';
import { enqueue } from '../outbox/actions.ts';
import { reachable } from '../tasks/message-actions.ts';
import type { ShareView } from '../tasks/queries.ts';

/** Tells whoever may decide; joins the transaction of the caller. */
export async function tellDeciders(app: App, { task, share }: ShareView, appealId: number): Promise<void> {
  const { issuer } = task;
  if (!issuer) return;
  const own = issuer.postId === share.post.postId;
  const posts = task.specialControl || own ? await akimsOver(app, issuer.org.path) : [issuer.postId];
  const holders = await holdersOf(
    app,
    posts.filter((postId) => postId !== share.post.postId),
  );
  const people = new Map([...holders.values()].flat().map((holder) => [holder.personId, holder]));
  await enqueue(
    app,
    reachable([...people.values()]).map((holder) => ({
      kind: 'discipline.appeal',
      chatId: holder.chatId,
      personId: holder.personId,
      subjectId: appealId,
      data: { appealId, taskId: task.taskId },
      dedupeKey: `appeal:${appealId}:${holder.personId}`,
    })),
  );
}
