// The day of a meeting as a secretary types it some days later.
import { expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { readMeetingDay } from '../../src/resolutions/meeting-day.ts';

const read = (text: string, today = '2026-11-23') =>
  readMeetingDay(text, { today, calendar: createCalendar(), week: 5 });

it.each([
  ['20 қараша', '2026-11-20'],
  ['20 ноября', '2026-11-20'],
  ['20.11', '2026-11-20'],
  ['вчера', '2026-11-22'],
  ['Кеше', '2026-11-22'],
  ['сегодня', '2026-11-23'],
])('of %j is the one that has just been', (text, day) => {
  expect(read(text)).toMatchObject({ day });
});

it.each([
  ['25 декабря', '2026-12-25'],
  ['20 ноября 2027 года', '2027-11-20'],
  ['завтра', '2026-11-24'],
])('of %j may lie ahead', (text, day) => {
  expect(read(text)).toMatchObject({ day });
});

it('around the turn of the year takes the nearest year', () => {
  expect(read('29 декабря', '2027-01-11')).toMatchObject({ day: '2026-12-29' });
  expect(read('12 января', '2026-12-28')).toMatchObject({ day: '2027-01-12' });
});

it('that cannot be, or is none, stays so', () => {
  expect(read('31 ақпан')).toEqual(expect.objectContaining({ impossible: true }));
  expect(read('бірдеңе')).toBeNull();
});
