// The living message "For review" of those who judge reports.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { enqueue } from '../outbox/actions.ts';
import { dayIn } from '../time.ts';
import { reachable } from './message-actions.ts';
import type { ParticipationView, TaskView } from './queries.ts';

/**
 * Refreshes the living message "For review" of those who judge these shares: the controller, or the issuer where nobody controls
 * or special control is set; for co-executors the responsible one.
 */
export async function refreshReviewers(
  app: App,
  shares: { task: TaskView; share: ParticipationView }[],
): Promise<void> {
  const holders = await holdersOf(
    app,
    shares.flatMap(({ task, share }) => reviewerPosts(task, share)),
  );
  const people = new Map([...holders.values()].flat().map((holder) => [holder.personId, holder]));
  // One message a person and day: an edit alone would not be noticed, a message for each report would be noise.
  const day = dayIn(app.zone, app.now());
  await enqueue(
    app,
    reachable([...people.values()]).map((holder) => ({
      kind: 'reports.review',
      chatId: holder.chatId,
      personId: holder.personId,
      livingKey: `review:person:${holder.personId}:${day}`,
      dedupeKey: `review:${holder.personId}:${randomUUID()}`,
    })),
  );
}

function reviewerPosts(task: TaskView, share: ParticipationView): number[] {
  const own = share.post.postId;
  const controller = task.specialControl || task.controller?.postId === own ? null : task.controller;
  const judge = controller ?? task.issuer;
  const live = task.participations.filter((part) => part.role === 'responsible' && part.state !== 'withdrawn');
  // Parts go to whoever collates them; those above hear of the whole.
  if (share.role === 'co_executor' && live.length > 0 && !task.specialControl)
    return live.map((part) => part.post.postId);
  return judge ? [judge.postId] : [];
}
