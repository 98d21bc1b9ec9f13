// Who is told of a sitting: members get their agenda, chair and secretary a brief before it.
import { randomUUID } from 'node:crypto';
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { holdersOf } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { reachable } from '../tasks/message-actions.ts';
import { instantOf } from '../time.ts';
import { openSitting, recordMeeting } from './access-actions.ts';
import { sittingView } from './queries.ts';

const briefAt = '09:00';

/** Sends every member the agenda as they may see it; sent again it is edited where it stands. */
export async function sendAgenda(
  app: App,
  actor: Actor,
  { meetingId }: { meetingId: number },
): Promise<{ told: number; unreached: number }> {
  return transaction(app, async (app) => {
    const { view, by } = await openSitting(app, actor, meetingId);
    const posts = view.attendance.map(({ post }) => post.postId);
    if (posts.length === 0) throw new UserError('meetings-nobody');
    const holders = await holdersOf(app, posts);
    const reached = posts.map((postId) => reachable(holders.get(postId)));
    const people = new Map(reached.flat().map((holder) => [holder.personId, holder]));
    await enqueue(
      app,
      [...people.values()].map(({ chatId, personId }) => ({
        kind: 'meetings.agenda',
        chatId,
        personId,
        subjectId: meetingId,
        livingKey: `meetings.agenda:${meetingId}:${personId}`,
        dedupeKey: `meetings.agenda:${meetingId}:${personId}:${randomUUID()}`,
      })),
    );
    await recordMeeting(app, by, 'meetings.agenda-sent', view, { posts });
    return { told: people.size, unreached: reached.filter(({ length }) => length === 0).length };
  });
}

/** The brief for chair and secretary, on the working day before; once for each day the sitting stands on. Run by a job. */
export async function planBrief(app: App, meetingId: number): Promise<void> {
  const view = await sittingView(app, meetingId);
  if (!view || view.heldAt !== null) return;
  const calendar = await loadCalendar(app);
  const dueAt = instantOf(app.zone, calendar.previousWorkingDay(view.day, 5), briefAt);
  const expiresAt = instantOf(app.zone, view.day, '23:59');
  if (app.now() < dueAt || app.now() > expiresAt) return;
  const posts = [view.chair.postId, ...(view.secretaryPostId === null ? [] : [view.secretaryPostId])];
  const holders = reachable([...(await holdersOf(app, posts)).values()].flat());
  await enqueue(
    app,
    holders.map(({ chatId, personId }) => ({
      kind: 'meetings.brief',
      chatId,
      personId,
      subjectId: meetingId,
      expiresAt,
      dedupeKey: `meetings.brief:${meetingId}:${view.day}:${personId}`,
    })),
  );
}
