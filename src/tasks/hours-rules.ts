// When people may be written to without having asked: the working hours of a working day. Pure.
import type { Calendar, Week } from '../calendar.ts';
import { type Clock, dayIn, instantOf, timeIn } from '../time.ts';

/** People are written to between these times (product rules, quiet rule). */
const working: { from: Clock; to: Clock } = { from: '09:00', to: '18:00' };

/** True between 09:00 and 18:00 of a day on which organisations of so many days a week work. */
export function isWorkingTime(zone: string, now: Date, calendar: Calendar, week: Week = 5): boolean {
  const time = timeIn(zone, now);
  return time >= working.from && time < working.to && calendar.isWorkingDay(dayIn(zone, now), week);
}

/** Now, where that is working time, else the next 09:00 that is. */
export function nextWorkingTime(zone: string, now: Date, calendar: Calendar, week: Week = 5): Date {
  if (isWorkingTime(zone, now, calendar, week)) return now;
  const today = dayIn(zone, now);
  const early = timeIn(zone, now) < working.from && calendar.isWorkingDay(today, week);
  return instantOf(zone, early ? today : calendar.nextWorkingDay(today, week), working.from);
}
