// The periods that an index is shown for, as short codes of callback data. Pure.
import { addDays, addMonths, type Day, endOfMonth, makeDay, partsOf } from '../time.ts';

export const spanCodes = ['m', 'm1', 'q', 'q1', 'y'] as const;
/** This month and the last one, this quarter and the last one, this year. */
export type SpanCode = (typeof spanCodes)[number];

export function isSpanCode(code: string | undefined): code is SpanCode {
  return spanCodes.some((known) => known === code);
}

/** First and last day of the period around `today`. */
export function spanOf(code: SpanCode, today: Day): { from: Day; to: Day } {
  const { year, month } = partsOf(today);
  const first = (m: number): Day => makeDay(year, m, 1) ?? today;
  const quarter = first(month - ((month - 1) % 3));
  switch (code) {
    case 'm':
      return { from: first(month), to: endOfMonth(today) };
    case 'm1':
      return { from: addMonths(first(month), -1), to: addDays(first(month), -1) };
    case 'q':
      return { from: quarter, to: endOfMonth(addMonths(quarter, 2)) };
    case 'q1':
      return { from: addMonths(quarter, -3), to: addDays(quarter, -1) };
    case 'y':
      return { from: first(1), to: first(12).replace('-01', '-31') };
  }
}
