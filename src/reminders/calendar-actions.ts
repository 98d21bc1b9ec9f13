// Writes of the working calendar: marked days and the yearly confirmation, by administrators.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { canEditCalendar, type Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { dayFromDb, dayIn, dayToDb, isDay, type Day } from '../time.ts';
import { confirmationKey } from './calendar-queries.ts';
import { yearToConfirm } from './rules.ts';

/** A change of the calendar: a day off or a working day, for the week of 5 or 6 days or (0) both. */
export type CalendarChange = { day: Day; week: 0 | 5 | 6; kind: 'off' | 'work'; note: string };

/** Longest note of a calendar day, in characters. */
export const longestNote = 200;

/** Marks a day as off or working, replacing an earlier mark for the same week. Throws UserError without the right or for no real day. */
export async function setCalendarDay(app: App, actor: Actor, change: CalendarChange): Promise<{ id: number }> {
  if (!canEditCalendar(actor)) throw new UserError('telegram-not-allowed');
  const { day, week, kind } = change;
  const note = change.note.trim();
  if (!isDay(day)) throw new UserError('reminders-calendar-no-day');
  if (note === '' || note.length > longestNote)
    throw new UserError('reminders-calendar-note-length', { max: longestNote });
  return transaction(app, async (app) => {
    const where = { day_week: { day: dayToDb(day), week } };
    const before = await app.db.calendarDay.findUnique({ where });
    const { id } = await app.db.calendarDay.upsert({
      where,
      create: { day: dayToDb(day), week, kind, note, createdAt: app.now() },
      update: { kind, note },
    });
    const data = { day, week, before: before?.kind ?? null, after: kind };
    await record(app, { ...calendarEvent(actor), verb: 'calendar.set', entityId: id, data, texts: { note } });
    return { id };
  });
}

/** Takes a mark back; the rules hold again. Throws UserError without the right or when it is gone already. */
export async function removeCalendarDay(app: App, actor: Actor, { id }: { id: number }): Promise<{ day: Day }> {
  if (!canEditCalendar(actor)) throw new UserError('telegram-not-allowed');
  return transaction(app, async (app) => {
    const row = await app.db.calendarDay.findUnique({ where: { id } });
    const { count } = await app.db.calendarDay.deleteMany({ where: { id } });
    if (!row || count === 0) throw new UserError('telegram-someone-first');
    const day = dayFromDb(row.day);
    const data = { day, week: row.week, before: row.kind, after: null };
    await record(app, { ...calendarEvent(actor), verb: 'calendar.removed', entityId: id, data });
    return { day };
  });
}

/** Notes that the days off of a year were compared with the decree; the yearly warning ends. Throws UserError without the right or for another year than the one to confirm. */
export async function confirmCalendarYear(app: App, actor: Actor, { year }: { year: number }): Promise<void> {
  if (!canEditCalendar(actor)) throw new UserError('telegram-not-allowed');
  if (year !== yearToConfirm(dayIn(app.zone, app.now()))) throw new UserError('telegram-stale-button');
  const key = confirmationKey(year);
  await transaction(app, async (app) => {
    await app.db.setting.upsert({ where: { key }, create: { key, value: app.now().toISOString() }, update: {} });
    await record(app, { ...calendarEvent(actor), verb: 'calendar.confirmed', entityId: year, data: { year } });
  });
}

function calendarEvent(actor: Actor) {
  return { entity: 'calendar_day', rootOrgId: null, actor: { personId: actor.personId } };
}

/** Asks administrators to confirm the days off of a year; each is asked once. */
export async function askToConfirmYear(
  app: App,
  year: number,
  admins: { personId: number; chatId: number }[],
  expiresAt: Date,
): Promise<void> {
  await enqueue(
    app,
    admins.map(({ personId, chatId }) => ({
      kind: 'reminders.calendar-warning',
      chatId,
      personId,
      data: { year },
      dedupeKey: `reminders.calendar-warning:${year}:${personId}`,
      expiresAt,
    })),
  );
}
