// Rules of extensions, pure: which date may be asked for, what is late, by how much a date slipped, who has an opinion.
import type { Calendar, Week } from '../calendar.ts';
import type { DayOffPolicy, ParticipationState } from '../generated/prisma/client.ts';
import { addDays, addMonths, type Day } from '../time.ts';

/** Longest reason of a request or of a refusal, in characters. */
export const maxReason = 1000;
/** No date farther than so many months from today is asked for. */
export const farthestMonths = 24;
/** A request is late when it comes later than so many working days before the date (product rules, machine of an extension). */
export const timelyDays = 2;

/** Reasons offered for a request, keys of texts `extensions-reason-<key>`. */
export const askReasons = ['materials', 'money', 'contractor', 'papers', 'people'] as const;
/** Reasons offered for a refusal, keys of texts `extensions-refusal-<key>`. */
export const refusalReasons = ['grounds', 'strict', 'enough', 'again'] as const;

/** The key, if it is one of those offered; null otherwise: data of buttons are forgeable. */
export function offeredKey<K extends string>(keys: readonly K[], value: string | undefined): K | null {
  return keys.find((key) => key === value) ?? null;
}

/** Text key of why no extension can be asked for a share in this state; null when it can. */
export function refusalToAsk(state: ParticipationState, due: Day | null): string | null {
  if (state === 'submitted') return 'extensions-under-review';
  if (state === 'accepted' || state === 'withdrawn') return 'extensions-finished';
  if (state === 'misaddressed') return 'extensions-misaddressed';
  return due === null ? 'extensions-no-date' : null;
}

/** True when the request comes later than two working days before the date, by the calendar of the executor's organisation. */
export function isLate(calendar: Calendar, week: Week, due: Day, today: Day): boolean {
  return today > calendar.addWorkingDays(due, -timelyDays, week);
}

export type Bounds = {
  today: Day;
  /** The date that stands. */
  due: Day;
  /** The date of the share that the task hands down; null for a task of its own. */
  parentDue: Day | null;
  /** For a co-executor the date of the responsible executor, who collates its part; null for others. */
  collatedDue: Day | null;
};

/**
 * Text key of what is wrong with a new date; null when nothing is. A sub-task never goes beyond its parent's date, nor a part beyond
 * the date of whoever collates it (product rules, rights).
 */
export function dateFault(day: Day, { today, due, parentDue, collatedDue }: Bounds): string | null {
  if (day < today) return 'extensions-past';
  if (day <= due) return 'extensions-not-later';
  if (parentDue !== null && day > parentDue) return 'extensions-beyond-parent';
  if (collatedDue !== null && day > collatedDue) return 'extensions-beyond-responsible';
  return day > addMonths(today, farthestMonths) ? 'extensions-far' : null;
}

/** A date on a day off: kept, or moved by the organisation's setting (product rules, machines). */
export function settleDay(calendar: Calendar, week: Week, policy: DayOffPolicy, day: Day): Day {
  if (policy === 'keep' || calendar.isWorkingDay(day, week)) return day;
  return policy === 'next' ? calendar.nextWorkingDay(day, week) : calendar.previousWorkingDay(day, week);
}

/** The date that is asked for by so many days or months more than stands. */
export function datePlus(due: Day, add: { days: number } | { months: number }): Day {
  return 'days' in add ? addDays(due, add.days) : addMonths(due, add.months);
}

export type Asked = { extensionId: number; proposedDue: Day };

/** The date that most of these requests ask for, when at least two do, with their ids: what one press may approve. */
export function commonDate(requests: Asked[]): { day: Day; ids: number[] } | null {
  const byDay = new Map<Day, number[]>();
  for (const { extensionId, proposedDue } of requests)
    byDay.set(proposedDue, [...(byDay.get(proposedDue) ?? []), extensionId]);
  const [most] = [...byDay].toSorted((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  return most && most[1].length >= 2 ? { day: most[0], ids: most[1] } : null;
}
