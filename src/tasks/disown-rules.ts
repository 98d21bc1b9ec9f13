// "Not ours": until when an executor may say so. Pure.
import type { Calendar } from '../calendar.ts';
import { addDays, dayIn, instantOf } from '../time.ts';
import type { ParticipationView, TaskView } from './queries.ts';

type Reached = Pick<ParticipationView, 'assignedAt' | 'post'>;

/** The end of the working day after the one on which the share reached its executor, in the executor's week (product rules: within one working day). Null when nobody knows when that was. */
export function disownUntil(
  zone: string,
  calendar: Calendar,
  { assignedAt, post }: Reached,
  { issuedAt, undoUntil }: Pick<TaskView, 'issuedAt' | 'undoUntil'>,
): Date | null {
  const reached = assignedAt ?? undoUntil ?? issuedAt;
  if (!reached) return null;
  const last = calendar.nextWorkingDay(dayIn(zone, reached), post.org.week);
  return instantOf(zone, addDays(last, 1), '00:00');
}

/** True for the executor's own commitment: nobody else gave it, so it can be nobody else's. */
export function tookUpon(
  { kind, issuer }: Pick<TaskView, 'kind' | 'issuer'>,
  { post }: Pick<Reached, 'post'>,
): boolean {
  return kind === 'commitment' && post.postId === issuer?.postId;
}

/** True while the button is offered: once, before it was ever decided, and in time. */
export function mayDisown(
  zone: string,
  calendar: Calendar,
  share: Reached & Pick<ParticipationView, 'state' | 'misaddressedAt'>,
  task: Pick<TaskView, 'kind' | 'issuer' | 'issuedAt' | 'undoUntil'>,
  now: Date,
): boolean {
  if (tookUpon(task, share) || share.misaddressedAt || (share.state !== 'assigned' && share.state !== 'acknowledged'))
    return false;
  const until = disownUntil(zone, calendar, share, task);
  return until !== null && now < until;
}
