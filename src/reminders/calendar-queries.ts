// Reads of the working calendar: the marked days of a year, and whether somebody compared it with the decree.
import type { App } from '../app.ts';
import type { CalendarOverride } from '../calendar.ts';
import { dayFromDb, dayIn, dayToDb } from '../time.ts';

export type MarkedDay = CalendarOverride & { id: number };

/** The days of a year that differ from the rules, in order. */
export async function markedDays(app: App, year: number): Promise<MarkedDay[]> {
  const rows = await app.db.calendarDay.findMany({
    where: { day: { gte: dayToDb(`${year}-01-01`), lte: dayToDb(`${year}-12-31`) } },
    orderBy: [{ day: 'asc' }, { week: 'asc' }],
  });
  return rows.map(({ id, day, week, kind, note }) => ({
    id,
    day: dayFromDb(day),
    week: week === 5 || week === 6 ? week : null,
    kind: kind === 'work' ? 'work' : 'off',
    note,
  }));
}

/** True once an administrator confirmed the year or marked any day of it. */
export async function isYearConfirmed(app: App, year: number): Promise<boolean> {
  const confirmed = await app.db.setting.findUnique({ where: { key: confirmationKey(year) } });
  return confirmed !== null || (await markedDays(app, year)).length > 0;
}

/** Name of the setting that remembers the confirmation of a year. */
export function confirmationKey(year: number): string {
  return `calendar.confirmed.${year}`;
}

/** Administrators who can be written to. */
export async function reachableAdmins(app: App): Promise<{ personId: number; chatId: number }[]> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const held = {
    fromDay: { lte: today },
    OR: [{ toDay: null }, { toDay: { gte: today } }],
    post: { role: 'admin' as const },
  };
  const rows = await app.db.person.findMany({
    where: { chatId: { not: null }, blockedAt: null, OR: [{ systemAdmin: true }, { appointments: { some: held } }] },
    select: { id: true, chatId: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ id, chatId }) => (chatId === null ? [] : [{ personId: id, chatId }]));
}
