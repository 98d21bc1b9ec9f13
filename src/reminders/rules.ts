// Reminder rules, pure: which steps of a share have come, which of them are said now and which were missed.
import type { Calendar, Week } from '../calendar.ts';
import type { ParticipationState, TaskKind } from '../generated/prisma/client.ts';
import { isBinding } from '../org/rules.ts';
import { partsOf, type Clock, type Day } from '../time.ts';
import { chainOf, expectedSteps } from './expected-rules.ts';
import { type Policy, usualPolicy } from './policy-rules.ts';

/** A moment on the wall clock of the city. */
export type Moment = { day: Day; time: Clock };

/** Whom a step is said to: the executor, or one of the rungs above. */
export type Rung = 'executor' | 'responsible' | 'controller' | 'issuer';

/** A step whose moment has come. `due` is the day under which its notice is remembered: a moved date makes new steps. */
export type Step = { name: string; rung: Rung; at: Moment; due: Day };

/** What the rules need to know of a share and its task. */
export type Share = {
  state: ParticipationState;
  force: TaskKind;
  due: Day | null;
  dueTime: Clock | null;
  issued: Moment;
  /** Working days in a week of the executor's organisation. */
  week: Week;
  /** By when news is expected, and how often; null: none is. */
  nextUpdate?: Day | null;
  updateRule?: string | null;
  /** Control dates before the date, and the day of the latest report. */
  interimDues?: Day[];
  lastReportDay?: Day | null;
  /** The day it reached the executor, and whether any report of it stands. */
  start?: Day;
  reported?: boolean;
  /** When its executor is reminded: by the task, else the executor's organisation; left out: as usual. */
  plan?: Plan;
};

/** The part of a policy that the steps of a share follow. */
export type Plan = Pick<Policy, 'daysBefore' | 'repeats' | 'from' | 'to'>;

/** The steps of a day have come when the day begins; the hours of whoever is told decide when they are said. */
export const dayBegins: Clock = '00:00';

const weeks: Week[] = [5, 6];
const dailyOverdue = 3;
/** Working days after the date on which each rung hears of it (product rules, ladder); the executor is reminded anyway. */
const ladder: [Rung, number][] = [
  ['responsible', 1],
  ['controller', 3],
  ['issuer', 5],
];
/** A share due on the day it was issued: the reminder comes this long before its time, and never later than this. */
const sameDay = { minutesBefore: 120, latest: '16:00' };
/** States in which something is still expected of the executor. */
const owing: ParticipationState[] = ['assigned', 'acknowledged', 'returned'];
/** Of what does not bind, people are reminded politely: these steps only, no chase and no ladder. */
const politeKinds: TaskKind[] = ['recommendation', 'proposal'];
const politeSteps = ['before-3', 'on-day', 'same-day'];

/**
 * Every step of the share that has come by `now`, oldest first; of the weekly ones only the latest.
 * Counted in working days of the executor's organisation, as its plan says: usually 7, 3 and 1 before and on the day (a date on a day
 * off: on the working day before it), 1, 2, 3 after it, then weekly; the ladder +1, +3, +5; unacknowledged after 1. A step that had
 * come before the share was issued is none: its card has just been delivered.
 */
export function reachedSteps(share: Share, now: Moment, calendar: Calendar): Step[] {
  if (!owing.includes(share.state)) return [];
  const binding = isBinding(share.force);
  if (!binding && !politeKinds.includes(share.force)) return [];
  const steps = share.due === null ? [] : datedSteps(share, share.due, now, calendar);
  if (share.state === 'assigned') steps.push(unacknowledged(share, calendar));
  steps.push(...expectedSteps(share, now, calendar, dayBegins));
  return steps
    .filter((step) => compare(step.at, now) <= 0 && isAfter(step, share.issued))
    .filter(({ name }) => binding || politeSteps.includes(name))
    .sort((a, b) => compare(a.at, b.at));
}

function datedSteps(share: Share, due: Day, now: Moment, calendar: Calendar): Step[] {
  const { week, plan = usualPolicy } = share;
  const step = (name: string, day: Day, rung: Rung = 'executor', time: Clock = dayBegins): Step => {
    return { name, rung, at: { day, time }, due };
  };
  const lastDay = calendar.isWorkingDay(due, week) ? due : calendar.previousWorkingDay(due, week);
  if (now.day < calendar.addWorkingDays(due, -Math.max(...plan.daysBefore), week)) return [];
  const before = plan.daysBefore.filter((n) => n > 0);
  const steps = before.map((n) => step(`before-${n}`, calendar.addWorkingDays(due, -n, week)));
  if (lastDay === share.issued.day) steps.push(step('same-day', lastDay, 'executor', sameDayTime(share, lastDay)));
  else if (plan.daysBefore.includes(0)) steps.push(step('on-day', lastDay));
  if (now.day <= due) return steps;
  if (!isBinding(share.force)) return [];
  for (const [name, n] of repeatSteps(plan.repeats, calendar.workingDaysBetween(due, now.day, week), week))
    steps.push(step(name, calendar.addWorkingDays(due, n, week)));
  for (const [rung, n] of ladder) steps.push(step(`ladder-${rung}`, calendar.addWorkingDays(due, n, week), rung));
  return steps;
}

/** Reminders after the date, `late` working days past it, and on which of them each comes; of what repeats without end the latest only. */
function repeatSteps(repeats: Plan['repeats'], late: number, week: Week): [string, number][] {
  if (repeats === 'none') return [];
  const daily = repeats === 'weekly' ? 1 : dailyOverdue;
  const steps: [string, number][] = Array.from({ length: daily }, (_, at) => [`overdue-${at + 1}`, at + 1]);
  if (repeats === 'daily') return late > daily ? [...steps, [`overdue-d${late}`, late]] : steps;
  const weeks = Math.floor((late - daily) / week);
  return weeks > 0 ? [...steps, [`overdue-w${weeks}`, daily + weeks * week]] : steps;
}

/** Two hours before its time, at 16:00 or an hour before the hours end at the latest, and never before they begin. */
function sameDayTime({ due, dueTime, plan = usualPolicy }: Share, lastDay: Day): Clock {
  const end = clockOf(minutesOf(plan.to) - 60);
  const latest = end < sameDay.latest ? end : sameDay.latest;
  if (dueTime === null || due !== lastDay) return latest;
  const early = clockOf(minutesOf(dueTime) - sameDay.minutesBefore);
  return early < plan.from ? plan.from : early > latest ? latest : early;
}

function minutesOf(time: Clock): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clockOf(minutes: number): Clock {
  const two = (n: number): string => String(n).padStart(2, '0');
  return minutes < 0 ? '00:00' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** One working day after the share was issued; what came outside working hours counts from the next working morning. */
function unacknowledged({ issued, week, plan = usualPolicy }: Share, calendar: Calendar): Step {
  const working = calendar.isWorkingDay(issued.day, week);
  const start: Moment =
    !working || issued.time >= plan.to
      ? { day: calendar.nextWorkingDay(issued.day, week), time: plan.from }
      : { day: issued.day, time: issued.time < plan.from ? plan.from : issued.time };
  const at = { day: calendar.addWorkingDays(start.day, 1, week), time: start.time };
  return { name: 'unack', rung: 'executor', at, due: issued.day };
}

/** What one recipient is told now, and what is only written down. */
export type Choice = {
  say: Step[];
  /** Missed by downtime: a later step says it all. */
  late: Step[];
  /** A rung that this recipient has heard of on a lower one. */
  merged: Step[];
};

/** How the told steps name a rung whose message never arrived: it does not come again, but a higher one does. */
export function unheard(rung: string): string {
  return `${rung}?`;
}

/**
 * Of the steps that have come, what this recipient is told now; `told` are the names of steps they were told before.
 * Of several missed ones only those of the latest day are said. Each rung once; who stands on several hears it once.
 */
export function chooseSteps(reached: Step[], told: ReadonlySet<string>): Choice {
  const open = reached.filter(({ name }) => !told.has(name) && !told.has(unheard(name)));
  const chains = ['dated', 'interim', 'update', 'half'].map((chain) => {
    const of = ({ rung, name }: Step): boolean => rung === 'executor' && chainOf(name) === chain;
    return { steps: open.filter(of), lastDay: reached.findLast(of)?.at.day };
  });
  const rungs = open.filter(({ name }) => isLadder(name));
  const heard = ladder.some(([rung]) => told.has(`ladder-${rung}`));
  const top = heard ? undefined : rungs.at(-1);
  return {
    say: [
      ...chains.flatMap(({ steps, lastDay }) => steps.filter(({ at }) => at.day === lastDay)),
      ...open.filter(({ name }) => name === 'unack' || name === 'half-control'),
      ...(top ? [top] : []),
    ],
    late: chains.flatMap(({ steps, lastDay }) => steps.filter(({ at }) => at.day !== lastDay)),
    merged: rungs.filter((step) => step !== top),
  };
}

/** True for a rung of the ladder. */
export function isLadder(name: string): boolean {
  return name.startsWith('ladder-');
}

/** The steps due now for one recipient on these rungs: what has come and was not told before. */
export function dueSteps(
  { share, rungs, told }: { share: Share; rungs: Rung[]; told: ReadonlySet<string> },
  now: Moment,
  calendar: Calendar,
): Choice {
  const reached = reachedSteps(share, now, calendar).filter(({ rung }) => rungs.includes(rung));
  return chooseSteps(reached, told);
}

/** A group hears of a date so many working days before at the earliest. */
const groupDays = 3;

/** True for a step that a group hears of: none that is far, whatever the policy sets, not the chase and not the rungs. */
export function isForGroup({ name, rung }: Pick<Step, 'name' | 'rung'>): boolean {
  const far = name.startsWith('before-') && Number(name.slice('before-'.length)) > groupDays;
  return rung === 'executor' && chainOf(name) === 'dated' && name !== 'same-day' && !far;
}

/** True when a group's combined reminder lists the share: overdue, or due within three working days; only what binds can be late. */
export function isListed(share: Share, today: Day, calendar: Calendar): boolean {
  if (share.due === null || !owing.includes(share.state)) return false;
  if (share.due < today) return isBinding(share.force);
  if (!isBinding(share.force) && !politeKinds.includes(share.force)) return false;
  return calendar.workingDaysBetween(today, share.due, share.week) <= groupDays;
}

/** From 1 December on the days off of the next year ought to be confirmed: that year, else null. */
export function yearToConfirm(today: Day): number | null {
  const { year, month } = partsOf(today);
  return month === 12 ? year + 1 : null;
}

function compare(a: Moment, b: Moment): number {
  return `${a.day}T${a.time}`.localeCompare(`${b.day}T${b.time}`);
}

/** The steps of a day begin at 09:00; whoever got the card on that day needs none of them but the same-day one. */
function isAfter({ name, at }: Step, issued: Moment): boolean {
  return name === 'same-day' || name === 'unack' ? compare(at, issued) > 0 : at.day > issued.day;
}

/** The last date of which anything can be said on `today`: the first reminder comes `mostDays` working days before it. */
export function horizon(today: Day, calendar: Calendar, mostDays: number): Day {
  const [five = today, six = today] = weeks.map((week) => calendar.addWorkingDays(today, mostDays, week));
  return five > six ? five : six;
}

/** The same calendar with a memory: thousands of shares have few different dates. */
export function rememberDays(calendar: Calendar): Calendar {
  const memory = new Map<string, unknown>();
  const memo = <A extends (string | number)[], V>(name: string, make: (...args: A) => V) => {
    return (...args: A): V => {
      const key = `${name}/${args.join('/')}`;
      if (!memory.has(key)) memory.set(key, make(...args));
      return memory.get(key) as V;
    };
  };
  return {
    isWorkingDay: memo('is', calendar.isWorkingDay),
    addWorkingDays: memo('add', calendar.addWorkingDays),
    workingDaysBetween: memo('between', calendar.workingDaysBetween),
    nextWorkingDay: memo('next', calendar.nextWorkingDay),
    previousWorkingDay: memo('previous', calendar.previousWorkingDay),
  };
}
