// The table of days off in the database changes the working calendar.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCalendar } from '../src/calendar.ts';
import { dayToDb } from '../src/time.ts';
import { testDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
const createdAt = new Date('2026-11-23T04:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('days of the table beat the rules, each for its week', async () => {
  await database.db.calendarDay.createMany({
    data: [
      { day: dayToDb('2026-12-28'), week: 0, kind: 'off', note: 'decree', createdAt },
      { day: dayToDb('2026-12-19'), week: 5, kind: 'work', note: 'decree', createdAt },
      { day: dayToDb('2026-12-26'), week: 6, kind: 'off', note: 'decree', createdAt },
    ],
  });
  const calendar = await loadCalendar(database);
  expect([5, 6].map((week) => calendar.isWorkingDay('2026-12-28', week as 5 | 6))).toEqual([false, false]);
  expect(calendar.isWorkingDay('2026-12-19', 5)).toBe(true);
  expect(calendar.isWorkingDay('2026-12-26', 6)).toBe(false);
  expect(calendar.addWorkingDays('2026-12-25', 1, 5)).toBe('2026-12-29');
});
