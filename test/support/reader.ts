// Short ways to read a text in tests of the reader: a fixed day, no roster.
import { createCalendar } from '../../src/calendar.ts';
import type { Draft } from '../../src/reading/drafts.ts';
import { readDrafts } from '../../src/reading/items/read-drafts.ts';

/** A Wednesday. */
export const readingDay = '2026-10-14';

export function drafts(text: string, referenceDate = readingDay): Draft[] {
  return readDrafts(text, { referenceDate, calendar: createCalendar(), roster: [] });
}

/** 'text | addressee; co-executor | date, rule or kind' of each draft. */
export function lines(text: string, referenceDate = readingDay): string[] {
  return drafts(text, referenceDate).map(
    (draft) => `${draft.text} | ${draft.addressees.map(({ words }) => words).join('; ')} | ${due(draft)}`,
  );
}

function due({ deadline }: Draft): string {
  if (deadline.kind === 'date') return [...(deadline.interim ?? []), deadline.date].join(' ');
  return deadline.kind === 'recurring' ? deadline.rule : deadline.kind;
}
