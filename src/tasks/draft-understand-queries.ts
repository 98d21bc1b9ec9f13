// What a message says about time beside a plain date: urgency without a date, the end of a school term.
import type { App } from '../app.ts';
import type { Calendar, Week } from '../calendar.ts';
import { dayIn, printDayShort, timeIn } from '../time.ts';
import { termEnd } from './draft-time-queries.ts';
import { dayPast, isOnlyUrgent, type Urgency, urgencyIn, urgentDay } from './draft-urgency-rules.ts';
import type { Order } from './order-rules.ts';
import type { Doubt } from './rules.ts';

export type ReadTime = { dated: Order['dated']; urgency: Urgency | null; doubts: Doubt[] };

/** The date as it was read, or the one that urgency or the school calendar proposes, with a doubt that says so. One statement at most. */
export async function understandTime(
  app: App,
  words: string,
  { dated, doubts, calendar, week }: Pick<Order, 'dated' | 'doubts'> & { calendar: Calendar; week: Week },
): Promise<ReadTime> {
  const urgency = urgencyIn(words);
  if (urgency && (!dated || isOnlyUrgent(dated.dueText))) {
    const now = { day: dayIn(app.zone, app.now()), time: timeIn(app.zone, app.now()) };
    const due = urgentDay(urgency, now, calendar, week);
    const doubt = { key: 'periods-doubt-urgent', words: printDayShort(due), candidates: [] };
    return {
      dated: { due, dueTime: null, term: 'dated', dueText: dated?.dueText ?? null },
      urgency,
      doubts: [...doubts, doubt],
    };
  }
  const term = doubts.find(({ key }) => key === 'reading-doubt-school-term');
  const due = term && !dated?.due ? await termEnd(app, term.words) : null;
  const past = dated ? null : dayPast(words.trim());
  const over = past === null ? [] : [{ key: 'reading-doubt-past-date', words: past, candidates: [] }];
  if (!term || !due) return { dated, urgency, doubts: [...doubts, ...over] };
  const doubt = { key: 'periods-doubt-term', words: `${term.words} → ${printDayShort(due)}`, candidates: [] };
  return {
    dated: { due, dueTime: null, term: 'dated', dueText: term.words },
    urgency,
    doubts: [...doubts.filter((other) => other !== term), doubt],
  };
}
