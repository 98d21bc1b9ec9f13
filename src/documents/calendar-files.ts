// Open due dates as a calendar file (RFC 5545): each date keeps its identity, so that a later file moves it rather than doubling it.
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { paperText } from '../files/paper-text.ts';
import type { ShareRow } from '../tasks/list-queries.ts';
import { dayToDb, instantOf } from '../time.ts';

export type CalendarWords = {
  name: string;
  /** '№ 2.1: what is to be done' */
  title: (row: ShareRow) => string;
  description: (row: ShareRow) => string;
};

/** The file; `domain` makes the identities ours, `now` stamps them. Dates without a time are whole days. */
export function writeCalendar(
  rows: ShareRow[],
  words: CalendarWords,
  { zone, domain, now }: { zone: string; domain: string; now: Date },
): Uint8Array {
  const calendar = ical({
    name: words.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Orynda', product: 'Orynda' },
    x: [{ key: 'X-WR-TIMEZONE', value: zone }],
  });
  for (const row of rows) {
    const { participationId, due, dueTime, extensions } = row;
    if (due === null) continue;
    calendar.createEvent({
      id: `share-${participationId}@${domain}`,
      sequence: extensions,
      stamp: now,
      summary: paperText(words.title(row)),
      description: paperText(words.description(row)),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(dueTime === null
        ? { start: dayToDb(due), allDay: true }
        : { start: instantOf(zone, due, dueTime), end: instantOf(zone, due, dueTime) }),
    });
  }
  return new TextEncoder().encode(calendar.toString());
}
