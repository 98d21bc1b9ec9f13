// Who hears of an appeal: the level that gave the task, under special control the akim.
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { akimsOver } from '../org/region-queries.ts';
import { enqueue } from '../outbox/actions.ts';
import { reachable } from '../tasks/message-actions.ts';
import { isPromise } from '../tasks/promise-rules.ts';
import type { ShareView } from '../tasks/queries.ts';

type Appeal = { appealId: number; madeById: number };

/** Tells whoever may decide, never who appealed: the issuing post (of a commitment of one's own its controller), else the akims over it. Joins the transaction of the caller. */
export async function tellDeciders(app: App, found: ShareView, { appealId, madeById }: Appeal): Promise<void> {
  const { task, share } = found;
  const { issuer } = task;
  if (!issuer) return;
  const decider = isPromise(task) ? task.controller : issuer;
  const among = async (posts: number[]) => {
    const wanted = posts.filter((postId) => postId !== share.post.postId);
    const all = [...(await holdersOf(app, wanted)).values()].flat();
    return new Map(all.filter(({ personId }) => personId !== madeById).map((holder) => [holder.personId, holder]));
  };
  const first = await among(task.specialControl || !decider ? [] : [decider.postId]);
  const people = first.size > 0 ? first : await among(await akimsOver(app, issuer.org.path));
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
