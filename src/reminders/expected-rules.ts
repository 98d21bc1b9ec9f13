// Reminders of what is expected before the date: reports on control dates, and news at the rate the issuer set. Pure.
import type { Calendar } from '../calendar.ts';
import { halfTerm, isAtRisk } from '../tasks/half-term-rules.ts';
import { openStage } from '../tasks/interim-rules.ts';
import { lastMissed, updateRateOf } from '../tasks/update-rules.ts';
import type { Clock, Day } from '../time.ts';
import type { Moment, Share, Step } from './rules.ts';

/** What an executor's step is about: the date, a control date, news that did not come, half of the time without a report, or reading the task at all. */
export function chainOf(name: string): 'dated' | 'interim' | 'update' | 'unack' | 'half' {
  if (name === 'unack') return 'unack';
  if (name === 'half' || name === 'half-control') return 'half';
  if (name.startsWith('interim-')) return 'interim';
  return name.startsWith('update/') ? 'update' : 'dated';
}

/** The steps of control dates and of missing news; `time` is when a day's reminders are said. */
export function expectedSteps(share: Share, now: Moment, calendar: Calendar, time: Clock): Step[] {
  return [
    ...interimSteps(share, now, calendar, time),
    ...updateSteps(share, now, calendar, time),
    ...halfSteps(share, now, calendar, time),
  ];
}

/** A word about half of the term that could not be said for so many working days is stale: the cards show it. */
const freshDays = 3;

/** Half of the term passed without any report (product rules, at risk): once to the executor and once to who controls, on the working day after. */
function halfSteps(share: Share, now: Moment, calendar: Calendar, time: Clock): Step[] {
  const { due, start = null, reported = true, week } = share;
  if (due === null || start === null || !isAtRisk({ ...share, start, reported }, now.day)) return [];
  const half = halfTerm(start, due);
  if (half === null) return [];
  const at = { day: calendar.nextWorkingDay(half, week), time };
  if (calendar.workingDaysBetween(at.day, now.day, week) > freshDays) return [];
  return [
    { name: 'half', rung: 'executor', at, due: start },
    { name: 'half-control', rung: 'controller', at, due: start },
  ];
}

/** The next control date that no report has answered: 3 and 1 working days before and on the day, like a date. Afterwards the card shows it. */
function interimSteps(
  { interimDues = [], lastReportDay = null, week }: Share,
  now: Moment,
  calendar: Calendar,
  time: Clock,
): Step[] {
  const day = openStage(interimDues, lastReportDay, now.day);
  if (day === null || day < now.day) return [];
  const onDay = calendar.isWorkingDay(day, week) ? day : calendar.previousWorkingDay(day, week);
  const steps: [number, Day][] = [
    [3, calendar.addWorkingDays(day, -3, week)],
    [1, calendar.addWorkingDays(day, -1, week)],
    [0, onDay],
  ];
  return steps.map(([n, at]) => ({
    name: `interim-${n}/${day}`,
    rung: 'executor',
    at: { day: at, time },
    due: day,
  }));
}

/** Of the updates that did not come the latest one, on the working day after it: once for each. */
function updateSteps(
  { nextUpdate = null, updateRule = null, week }: Share,
  now: Moment,
  calendar: Calendar,
  time: Clock,
): Step[] {
  const rate = updateRateOf(updateRule);
  const missed = rate && nextUpdate !== null ? lastMissed(rate, nextUpdate, now.day) : null;
  if (missed === null) return [];
  const at = { day: calendar.nextWorkingDay(missed, week), time };
  return [{ name: `update/${missed}`, rung: 'executor', at, due: missed }];
}
