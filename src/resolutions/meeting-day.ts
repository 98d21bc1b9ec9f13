// readMeetingDay: the day of a meeting as people type it: most meetings have been, so a date without a year is the nearest one.
import { type DateContext, type DueReading, readDue } from '../reading/dates/dates.ts';
import { addDays, addMonths, type Day } from '../time.ts';

const yesterday = /^(?:вчера|кеше|yesterday)$/i;

/** The day of a meeting: '20 ноября' in December is last month's, not next year's; 'вчера' counts too. Null when no date was found. */
export function readMeetingDay(text: string, context: DateContext): DueReading | null {
  const { today } = context;
  if (yesterday.test(text.trim())) {
    return { day: addDays(today, -1), span: [0, text.length], several: false };
  }
  const ahead = readDue(text, context);
  if (ahead === null || ahead.impossible || ahead.day <= today) return ahead;
  const nearest = readDue(text, { ...context, today: addMonths(today, -6) });
  // Only a year that was guessed may change: 'пятница' and a written year keep their day.
  const guessed = nearest !== null && !nearest.impossible && monthAndDay(nearest.day) === monthAndDay(ahead.day);
  return guessed ? nearest : ahead;
}

function monthAndDay(day: Day): string {
  return day.slice(4);
}
