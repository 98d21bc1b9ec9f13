// When the periods of a periodic task open, which ones were missed, and whether it is over. Pure.
import { addDays, type Day } from '../time.ts';
import {
  horizon,
  type Occurrence,
  occurrencesOf,
  partsOfRule,
  type Series,
  type Times,
  untilOf,
} from './recurrence-rules.ts';

/** Working days before its date at which a period opens at the latest; it never opens while the one before it is running. */
export const openingDays = 20;

export type Opening = {
  /** The period to open now; null when none is due. */
  open: (Occurrence & { at: number }) | null;
  /** Periods that were missed while nothing ran: they stay gaps. */
  skipped: string[];
  /** Nothing is left to come. */
  over: boolean;
};

/**
 * What has to be opened on `today` of a series whose periods `opened` are there already. The first opens at once, a later one on the day
 * after the date before it, but not earlier than `openingDays` working days before its own. Of several missed ones only the latest opens.
 * A part opens none beyond the date of what it is a part of (product rules, hand-down).
 */
export function openingOf(series: Series, opened: readonly string[], today: Day, times: Times): Opening {
  const { latest = null } = series;
  const found = occurrencesOf(series, today, times);
  const all = found.filter(({ day }) => latest === null || day <= latest);
  const last = all.findLastIndex(({ period }) => opened.includes(period));
  const due = all.flatMap((occurrence, at) => {
    const from = openingDay(all[at - 1]?.day ?? null, occurrence.day, times);
    return at > last && ((at === 0 && opened.length === 0) || from <= today) ? [{ ...occurrence, at }] : [];
  });
  const open = due.at(-1) ?? null;
  const skipped = due.slice(0, -1).map(({ period }) => period);
  const over = open === null && found.length > 0 && last === all.length - 1 && hasEnd(series, found.length, today);
  return { open, skipped, over };
}

/** True when nothing can come after the dates that were found; a rule of three years has none in sight and still goes on. */
function hasEnd({ rule, first, latest = null }: Series, found: number, today: Day): boolean {
  const parts = partsOfRule(rule);
  const ends = [latest, untilOf(parts)].flatMap((day) => day ?? []);
  return ends.some((day) => day <= horizon(first, today)) || found >= Number(parts.get('COUNT') ?? Infinity);
}

/** The day on which the period of `day` opens; `before` is the date of the period before it. */
export function openingDay(before: Day | null, day: Day, { calendar, week }: Times): Day {
  const early = calendar.addWorkingDays(day, -openingDays, week);
  return before !== null && addDays(before, 1) > early ? addDays(before, 1) : early;
}
