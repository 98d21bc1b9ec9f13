// How a date that moved is written: '25.12 → 15.01'. Pure.
import { type Day, daysBetween } from '../time.ts';

/** '25.12 → 15.01', with the years where the dates are a year or more apart. */
export function span(from: Day, to: Day): string {
  const long = Math.abs(daysBetween(from, to)) >= 365;
  const short = (day: Day): string => `${day.slice(8)}.${day.slice(5, 7)}${long ? `.${day.slice(0, 4)}` : ''}`;
  return `${short(from)} → ${short(to)}`;
}
