// Into the ledger of delivery: executors who should have been told of a share and cannot be written to.
import type { App } from '../app.ts';
import type { Holder } from '../org/queries.ts';
import { noteUndelivered } from '../outbox/undelivered-actions.ts';
import type { ShareView } from './queries.ts';

/** Notes that a message of this kind about these shares reaches nobody, once for each `cause`; `holders` by post. */
export async function noteMissed(
  app: App,
  kind: string,
  missed: ShareView[],
  holders: Map<number, Holder[]>,
  cause: string | ((missed: ShareView) => string),
): Promise<void> {
  const rows = missed.map(({ task, share }) => ({
    kind,
    postId: share.post.postId,
    subjectId: share.participationId,
    data: { taskId: task.taskId },
    dedupeKey: `${kind}:${share.participationId}:${typeof cause === 'string' ? cause : cause({ task, share })}`,
    holders: holders.get(share.post.postId) ?? [],
  }));
  await noteUndelivered(app, rows);
}
