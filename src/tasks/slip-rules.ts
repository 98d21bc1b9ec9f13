// How a date that moved is written: '25.12 → 15.01'. Pure.
import type { Locale } from '../texts.ts';
import { type Clock, type Day, daysBetween, printDay } from '../time.ts';

export type Moment = { day: Day; time: Clock | null };

/** '25.12 → 15.01', with the years where the dates are a year or more apart. */
export function span(from: Day, to: Day): string {
  const long = Math.abs(daysBetween(from, to)) >= 365;
  const short = (day: Day): string => `${day.slice(8)}.${day.slice(5, 7)}${long ? `.${day.slice(0, 4)}` : ''}`;
  return `${short(from)} → ${short(to)}`;
}

/** 'Пт, 25.12.2026 → Пн, 15.01.2027, 18:00', as a changed date is asked about once more; the new one alone where there was none. */
export function movedText(locale: Locale, from: Moment | null, to: Moment): string {
  const print = ({ day, time }: Moment): string => printDay(locale, day) + (time ? `, ${time}` : '');
  return from === null || print(from) === print(to) ? print(to) : `${print(from)} → ${print(to)}`;
}
