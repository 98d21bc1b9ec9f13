// How reminders are said: the policy of an organisation, inherited from the nearest one above that sets it, and of a task. Pure.
import type { Calendar, Week } from '../calendar.ts';
import { type Naming, usualNaming } from '../chats/rules.ts';
import type { Clock, Day } from '../time.ts';

/** After the date: 1, 2, 3 working days and then weekly; every working day; weekly from the first day on; not at all. */
export const repeatings = ['usual', 'daily', 'weekly', 'none'] as const;
export type Repeats = (typeof repeatings)[number];

export type Policy = {
  /** Working days before the date on which an executor is reminded; 0: on the day itself. */
  daysBefore: number[];
  repeats: Repeats;
  /** People are written to between these times, on their working days. */
  from: Clock;
  to: Clock;
  /** No reminders before this day. */
  quietUntil: Day | null;
  /** The organisation's own days off. */
  quietDays: Day[];
  naming: Naming;
};

/** What an organisation or a task sets itself; the rest is inherited. */
export type OwnPolicy = Partial<Policy>;

/** Where nobody has set anything (product rules, reminders). */
export const usualPolicy: Policy = {
  daysBefore: [7, 3, 1, 0],
  repeats: 'usual',
  from: '09:00',
  to: '18:00',
  quietUntil: null,
  quietDays: [],
  naming: usualNaming,
};

/** The policy at `orgPath` ('/1/5/12/'): each value of the nearest organisation that sets it. */
export function policyAt(own: ReadonlyMap<number, OwnPolicy>, orgPath: string): Policy {
  const orgIds = orgPath.split('/').filter(Boolean).map(Number);
  return orgIds.reduce((policy, id) => ({ ...policy, ...own.get(id) }), usualPolicy);
}

/** The organisation on the way up from `orgPath` that sets this value; null: nobody does. */
export function setterOf(own: ReadonlyMap<number, OwnPolicy>, orgPath: string, value: keyof Policy): number | null {
  const orgIds = orgPath.split('/').filter(Boolean).map(Number);
  return orgIds.findLast((id) => own.get(id)?.[value] !== undefined) ?? null;
}

/** When the people of an organisation may be written to. */
export type Voice = Pick<Policy, 'from' | 'to' | 'quietUntil' | 'quietDays'> & { week: Week };

/** When people may be written to by this policy, with so many working days in a week. */
export function voiceOf({ from, to, quietUntil, quietDays }: Policy, week: number): Voice {
  return { from, to, quietUntil, quietDays, week: week === 6 ? 6 : 5 };
}

/** True on a working day of the organisation that it does not keep quiet. */
export function isSpeakingDay(day: Day, voice: Voice, calendar: Calendar): boolean {
  const quiet = (voice.quietUntil !== null && day < voice.quietUntil) || voice.quietDays.includes(day);
  return !quiet && calendar.isWorkingDay(day, voice.week);
}

/** True within the hours that these organisations have in common: one message speaks for all of them. Where they have none, those of the later ones. */
export function isSpeakingTime(time: Clock, voices: readonly Voice[]): boolean {
  if (voices.length === 0) return false;
  const from = voices.map((voice) => voice.from).reduce((a, b) => (a > b ? a : b));
  return time >= from && time < endOf(voices);
}

/** When the hours end that these organisations have in common. */
export function endOf(voices: readonly Voice[]): Clock {
  const from = voices.map((voice) => voice.from).reduce((a, b) => (a > b ? a : b));
  const ends = voices.map((voice) => voice.to).toSorted();
  return ends.find((to) => to > from) ?? ends.at(-1) ?? usualPolicy.to;
}

/** Days before the date that can be chosen, and the sets that are offered. */
export const longestBefore = 14;
export const dayChoices: readonly number[][] = [
  [7, 3, 1, 0],
  [3, 1, 0],
  [1, 0],
  [0],
  [10, 5, 3, 1, 0],
  [14, 7, 3, 1, 0],
];

/** The hours that are offered. */
export const hourChoices: readonly [Clock, Clock][] = [
  ['09:00', '18:00'],
  ['08:00', '17:00'],
  ['08:30', '17:30'],
  ['10:00', '19:00'],
  ['09:00', '13:00'],
];

/** No organisation keeps quiet for longer than this, in calendar days; nor does the issuer pause a task for longer. */
export const longestQuiet = 92;
/** Most own days off that are kept at once. */
export const mostQuietDays = 100;
