// Words of urgency: what they say, and which date they propose where none is named. Pure.
import type { Calendar, Week } from '../calendar.ts';
import type { Clock, Day } from '../time.ts';

export type Urgency = 'urgent' | 'at-once';

/** Working days that 'срочно' and 'незамедлительно' leave (rules of office work: "urgent", "very urgent"). */
const urgentDays: Record<Urgency, number> = { urgent: 3, 'at-once': 1 };
/** Until then 'незамедлительно' still means today. */
const latestToday: Clock = '15:00';

const atOnce =
  /(?<![\p{L}])(?:незамедлительно|немедленно|безотлагательно|дереу|кідіріссіз|кешіктірместен|тез\s*арада|immediately|at once)(?![\p{L}])/iu;
const urgent = /(?<![\p{L}])(?:срочно|в\s+срочном\s+порядке|шұғыл|жедел\s+түрде|urgent(?:ly)?)(?![\p{L}])/iu;

/** How urgent a message is by its words; null: not said. */
export function urgencyIn(words: string): Urgency | null {
  if (atOnce.test(words)) return 'at-once';
  return urgent.test(words) ? 'urgent' : null;
}

/** The word that names a past day where it ends a message ('отчитаться вчера'): inside a sentence it tells of something else. Null: none. */
export function dayPast(words: string): string | null {
  return /(?<![\p{L}-])(?:позавчера|вчера|алдыңғы\s+күні|кеше|yesterday)(?=[\s.!]*$)/iu.exec(words)?.[0] ?? null;
}

/** True when a date was read from a word of urgency alone. */
export function isOnlyUrgent(dueText: string | null | undefined): boolean {
  const rest = (dueText ?? '')
    .replace(atOnce, '')
    .replace(urgent, '')
    .replace(/[\s,.!]+/g, '');
  return dueText !== null && dueText !== undefined && urgencyIn(dueText) !== null && rest === '';
}

/** The day that urgency proposes: at once is today while there is time for it, else the next working day; urgent is three working days. */
export function urgentDay(urgency: Urgency, now: { day: Day; time: Clock }, calendar: Calendar, week: Week): Day {
  const today = calendar.isWorkingDay(now.day, week) && now.time < latestToday;
  if (urgency === 'at-once' && today) return now.day;
  return calendar.addWorkingDays(now.day, urgentDays[urgency], week);
}
