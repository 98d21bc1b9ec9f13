// Writes of reminders: notices with the messages that say them, in one transaction; days off of the calendar.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { canEditCalendar, type Actor } from '../org/rules.ts';
import { enqueue, type NewMessage } from '../outbox/actions.ts';
import { dayFromDb, dayToDb, instantOf, isDay, partsOf, type Day } from '../time.ts';
import type { Item, NewNotice, Plan } from './plan.ts';
import { speaking } from './rules.ts';

/** Number of the advisory lock that lets one process at a time plan reminders. */
const planningLock = 4_101_703;

/** Takes the lock of planning until the transaction ends; false when another process plans at this moment. */
export async function lockPlanning(app: App): Promise<boolean> {
  const [row] = await app.db.$queryRaw<
    { locked: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${planningLock}) AS locked`;
  return row?.locked ?? false;
}

/**
 * Writes the notices of a plan and the messages that say them. A notice that exists already is left out of its message:
 * nothing is said twice, whoever else plans. Returns how many messages were planned. Four statements at most.
 */
export async function saveReminders(app: App, { notices, privates, groups }: Plan, today: Day): Promise<number> {
  if (notices.length === 0) return 0;
  return transaction(app, async (app) => {
    const written = await insertNotices(app, notices);
    const fresh = (recipient: string, items: Item[]): Item[] =>
      items.filter(({ id, step }) => written.has(`${id}/${step}/${recipient}`));
    const expiresAt = instantOf(app.zone, today, speaking.to);
    const messages: NewMessage[] = [];
    for (const { key, personId, chatId, items } of privates) {
      const said = fresh(`person:${personId}`, items);
      if (said.length === 0) continue;
      const data = privateData(said);
      messages.push({ kind: 'reminders.private', chatId, personId, lane: 2, dedupeKey: key, expiresAt, data });
    }
    for (const { key, place, participationIds, items } of groups) {
      if (fresh(`place:${place.id}`, items).length === 0) continue;
      const { chatId, threadId, id } = place;
      const data = { placeId: id, participationIds };
      messages.push({
        kind: 'reminders.group',
        chatId,
        threadId,
        lane: 2,
        subjectId: id,
        dedupeKey: key,
        expiresAt,
        data,
      });
    }
    await enqueue(app, messages);
    await linkNotices(
      app,
      notices.filter(({ messageKey }) => messageKey !== null),
    );
    return messages.length;
  });
}

/** What a private reminder is about; `participationIds` are the shares that a reply to it may report on. */
function privateData(items: Item[]) {
  const ids = (wanted: (item: Item) => boolean): number[] => [...new Set(items.filter(wanted).map(({ id }) => id))];
  return {
    participationIds: ids(({ rung }) => rung === 'executor'),
    dated: ids(({ rung, step }) => rung === 'executor' && step !== 'unack'),
    unacknowledged: ids(({ step }) => step === 'unack'),
    ladder: ids(({ rung }) => rung !== 'executor'),
    steps: items.map(({ id, step }) => `${id}:${step}`),
  };
}

async function insertNotices(app: App, notices: NewNotice[]): Promise<Set<string>> {
  const rows = await app.db.$queryRaw<{ participation_id: number; step: string; recipient: string }[]>`
    INSERT INTO notice (participation_id, step, due, recipient, outcome, created_at)
    SELECT v."participationId", v.step, v.due, v.recipient, v.outcome, ${app.now()}
    FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      AS v ("participationId" int4, step text, due date, recipient text, outcome text)
    ON CONFLICT DO NOTHING
    RETURNING participation_id, step, recipient`;
  return new Set(rows.map(({ participation_id, step, recipient }) => `${participation_id}/${step}/${recipient}`));
}

async function linkNotices(app: App, notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await app.db.$executeRaw`
    UPDATE notice n SET message_id = m.id
    FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      AS v ("participationId" int4, step text, due date, recipient text, "messageKey" text)
    JOIN outgoing_message m ON m.dedupe_key = v."messageKey"
    WHERE n.participation_id = v."participationId" AND n.step = v.step AND n.due = v.due AND n.recipient = v.recipient
      AND n.message_id IS NULL`;
}

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

/** Notes that the days off of a year were compared with the decree; the yearly warning ends. Throws UserError without the right. */
export async function confirmCalendarYear(app: App, actor: Actor, { year }: { year: number }): Promise<void> {
  if (!canEditCalendar(actor)) throw new UserError('telegram-not-allowed');
  const key = `calendar.confirmed.${year}`;
  const today = app.now().toISOString();
  await transaction(app, async (app) => {
    await app.db.setting.upsert({ where: { key }, create: { key, value: today }, update: {} });
    await record(app, { ...calendarEvent(actor), verb: 'calendar.confirmed', entityId: year, data: { year } });
  });
}

function calendarEvent(actor: Actor) {
  return { entity: 'calendar_day', rootOrgId: null, actor: { personId: actor.personId } };
}

/** The year of a day, as a number. */
export function yearOf(day: Day): number {
  return partsOf(day).year;
}
