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
import { sittingView, type SittingView } from './queries.ts';

const briefAt = '09:00';
const shortlyBefore = 30 * 60_000;
const aTick = 10 * 60_000;

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

/**
 * The brief for chair and secretary: on the working day before, and for the chair again half an hour before it begins (product rules,
 * J12), where a time is set; once for each moment the sitting stands on. Run by a job.
 */
export async function planBrief(app: App, meetingId: number): Promise<void> {
  const view = await sittingView(app, meetingId);
  if (!view || view.heldAt !== null) return;
  const calendar = await loadCalendar(app);
  const { day, time, chair, secretaryPostId } = view;
  const secretaries = secretaryPostId === null ? [] : [secretaryPostId];
  const before = instantOf(app.zone, calendar.previousWorkingDay(day, 5), briefAt);
  const end = instantOf(app.zone, day, '23:59');
  await brief(app, view, { posts: [chair.postId, ...secretaries], dueAt: before, expiresAt: end, cause: day });
  if (time === null) return;
  const start = instantOf(app.zone, day, time);
  const soon = new Date(start.getTime() - shortlyBefore);
  await brief(app, view, { posts: [chair.postId], dueAt: soon, expiresAt: start, cause: `${day}T${time}` });
}

type Brief = { posts: number[]; dueAt: Date; expiresAt: Date; cause: string };

/** Where the sitting was moved meanwhile, the renderer finds that `cause` no longer stands. */
async function brief(app: App, { meetingId }: SittingView, { posts, dueAt, expiresAt, cause }: Brief): Promise<void> {
  const now = app.now();
  // Planned a tick ahead, so that it comes to the minute.
  if (now.getTime() < dueAt.getTime() - aTick || now > expiresAt) return;
  const holders = reachable([...(await holdersOf(app, posts)).values()].flat());
  await enqueue(
    app,
    holders.map(({ chatId, personId }) => ({
      kind: 'meetings.brief',
      chatId,
      personId,
      subjectId: meetingId,
      data: { cause },
      dueAt,
      expiresAt,
      dedupeKey: `meetings.brief:${meetingId}:${cause}:${personId}`,
    })),
  );
}
