// Journeys in time: where they lead, and where they stop on the way.
import type { Travel } from './protocol.ts';
import { addDays, dayIn, instantOf, weekday } from '../time.ts';

const hour = 3_600_000;

/** The moment of arrival, always later than `now`: 'evening' is the next 18:00, 'morning' tomorrow at 09:00, 'monday' the next Monday at 09:00. */
export function arrival(to: Travel['to'], now: Date, zone: string): Date {
  if (to === 'hour') return new Date(now.getTime() + hour);
  const today = dayIn(zone, now);
  if (to === 'evening') {
    const evening = instantOf(zone, today, '18:00');
    return evening > now ? evening : instantOf(zone, addDays(today, 1), '18:00');
  }
  if (to === 'morning') return instantOf(zone, addDays(today, 1), '09:00');
  const monday = instantOf(zone, addDays(today, (8 - weekday(today)) % 7), '09:00');
  return monday > now ? monday : instantOf(zone, addDays(today, 7), '09:00');
}

/** Full hours of the day, and midnight: at night nobody is written to, so the clockwork has next to nothing to do. */
const stops = ['00:00', ...Array.from({ length: 13 }, (_, index) => `${String(index + 8).padStart(2, '0')}:00`)];

/** The next moment on the way at which the clockwork runs, later than `now`. */
export function nextStop(now: Date, zone: string): Date {
  const today = dayIn(zone, now);
  const ahead = stops.map((time) => instantOf(zone, today, time)).find((moment) => moment > now);
  return ahead ?? instantOf(zone, addDays(today, 1), '00:00');
}
