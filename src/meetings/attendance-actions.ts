// Who was there: all at once, then the exceptions; and the end of the sitting.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { type Clock, type Day, dayIn, dayToDb, isClock, isDay } from '../time.ts';
import { openSitting, recordMeeting } from './access-actions.ts';
import { carryDeferred } from './agenda-actions.ts';
import { isAttendance, nextAttendance } from './rules.ts';

/** Turns one name on: present, absent, excused, substitute. `from` is what the presser saw, so that two presses at once count once. */
export async function turnAttendance(
  app: App,
  actor: Actor,
  { meetingId, postId, from }: { meetingId: number; postId: number; from: string },
): Promise<void> {
  await transaction(app, async (app) => {
    if (!isAttendance(from)) throw new UserError('telegram-stale-button');
    const { view, by } = await openSitting(app, actor, meetingId);
    const to = nextAttendance(from);
    const { count } = await app.db.attendance.updateMany({
      where: { meetingId, postId, state: from },
      data: { state: to },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await recordMeeting(app, by, 'meetings.attendance', view, { postId, before: from, after: to });
  });
}

/** Marks everybody present who was not marked yet. */
export async function allPresent(app: App, actor: Actor, { meetingId }: { meetingId: number }): Promise<{ n: number }> {
  return transaction(app, async (app) => {
    const { view, by } = await openSitting(app, actor, meetingId);
    const rows = await app.db.attendance.findMany({ where: { meetingId, state: 'invited' }, select: { postId: true } });
    const posts = rows.map(({ postId }) => postId);
    if (posts.length === 0) throw new UserError('meetings-so-already');
    await app.db.attendance.updateMany({ where: { meetingId, state: 'invited' }, data: { state: 'present' } });
    await recordMeeting(app, by, 'meetings.attendance', view, { posts, before: 'invited', after: 'present' });
    return { n: posts.length };
  });
}

/** Another day, time or place, before it was held. */
export async function moveSitting(
  app: App,
  actor: Actor,
  { meetingId, day, time }: { meetingId: number; day: Day; time: Clock | null },
): Promise<void> {
  await transaction(app, async (app) => {
    const { view, by } = await openSitting(app, actor, meetingId);
    if (!isDay(day) || (time !== null && !isClock(time))) throw new UserError('telegram-day-impossible');
    if (day < dayIn(app.zone, app.now())) throw new UserError('meetings-day-past');
    if (day === view.day && (time ?? view.time) === view.time) throw new UserError('meetings-so-already');
    const twin = await app.db.meeting.findFirst({
      where: { seriesId: view.seriesId ?? 0, day: dayToDb(day), id: { not: meetingId } },
    });
    if (twin) throw new UserError('meetings-day-taken');
    const data = { day: dayToDb(day), ...(time !== null && { time }) };
    await app.db.meeting.update({ where: { id: meetingId }, data });
    const [before, after] = [
      { day: view.day, time: view.time },
      { day, time: time ?? view.time },
    ];
    await recordMeeting(app, by, 'meetings.moved', view, { before, after });
  });
}

/** The sitting took place: attendance and agenda are final; questions that nobody came to were not heard. */
export async function holdSitting(app: App, actor: Actor, { meetingId }: { meetingId: number }): Promise<void> {
  await transaction(app, async (app) => {
    // The series first: no sitting opens between the look for a later one and the end of this one.
    await app.db.$queryRaw`
      SELECT s.id FROM meeting_series s JOIN meeting m ON m.series_id = s.id WHERE m.id = ${meetingId} FOR UPDATE OF s`;
    const { view, by } = await openSitting(app, actor, meetingId);
    if (view.day > dayIn(app.zone, app.now())) throw new UserError('meetings-not-yet');
    const { count } = await app.db.meeting.updateMany({
      where: { id: meetingId, heldAt: null },
      data: { heldAt: app.now() },
    });
    if (count === 0) throw new UserError('meetings-held');
    await app.db.agendaItem.updateMany({
      where: { meetingId, state: 'planned', taskId: null },
      data: { state: 'not_heard' },
    });
    await recordMeeting(app, by, 'meetings.held', view, { day: view.day });
    await carryDeferred(app, by, view);
  });
}
