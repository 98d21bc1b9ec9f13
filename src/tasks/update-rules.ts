// When news of a task is expected: the rate its issuer set, the next day, how many did not come. Pure.
import type { Calendar, Week } from '../calendar.ts';
import { addDays, addMonths, type Day } from '../time.ts';

/** How often news of a task may be expected. */
export const updateRules = {
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
} as const;
export type UpdateRate = keyof typeof updateRules;

/** The rate a stored rule means; null for none. */
export function updateRateOf(rule: string | null): UpdateRate | null {
  const found = Object.entries(updateRules).find(([, known]) => known === rule);
  return found ? (found[0] as UpdateRate) : null;
}

/** The day by which news is expected next, counted from the last one (or the issue); on a day off the next working day. */
export function nextUpdate(rate: UpdateRate, from: Day, { calendar, week }: { calendar: Calendar; week: Week }): Day {
  const day = after(rate, from, 1);
  return calendar.isWorkingDay(day, week) ? day : calendar.nextWorkingDay(day, week);
}

/** How many updates expected since `expected` did not come by the end of yesterday. */
export function missedSince(rate: UpdateRate, expected: Day, today: Day): number {
  let missed = 0;
  while (after(rate, expected, missed) < today) missed += 1;
  return missed;
}

/** The latest day on which news was expected and did not come by the end of it; null when none is missing. */
export function lastMissed(rate: UpdateRate, expected: Day, today: Day): Day | null {
  const missed = missedSince(rate, expected, today);
  return missed === 0 ? null : after(rate, expected, missed - 1);
}

function after(rate: UpdateRate, from: Day, times: number): Day {
  if (rate === 'weekly') return addDays(from, 7 * times);
  if (rate === 'fortnightly') return addDays(from, 14 * times);
  return addMonths(from, (rate === 'monthly' ? 1 : 3) * times);
}
