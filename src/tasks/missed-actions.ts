// Into the ledger of delivery: executors who should have been told of a share and cannot be written to.
import type { App } from '../app.ts';
import type { Holder } from '../org/queries.ts';
import { noteUndelivered } from '../outbox/undelivered-actions.ts';
import type { ShareView } from './queries.ts';

/** Notes that a message of this kind about these shares reaches nobody; `holders` by post, `cause` makes it unique. */
export async function noteMissed(
  app: App,
  kind: string,
  missed: ShareView[],
  holders: Map<number, Holder[]>,
  cause: string,
): Promise<void> {
  const rows = missed.map(({ task, share }) => ({
    kind,
    postId: share.post.postId,
    subjectId: share.participationId,
    data: { taskId: task.taskId },
    dedupeKey: `${kind}:${share.participationId}:${cause}`,
    holders: holders.get(share.post.postId) ?? [],
  }));
  await noteUndelivered(app, rows);
}
