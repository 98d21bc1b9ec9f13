// The words of reminders about control dates and missing news.
import type { Calendar } from '../calendar.ts';
import { openStage } from '../tasks/interim-rules.ts';
import { signed } from '../tasks/mark-messages.ts';
import { lastMissed, updateRateOf } from '../tasks/update-rules.ts';
import { escapeHtml, type TextArgs } from '../texts.ts';
import { printDayShort, type Day } from '../time.ts';
import type { ShareRow } from './queries.ts';

/** A control date ahead (`days` working days left), or news that was expected by then. */
export type Expected = {
  id: number;
  number: string;
  headline: string;
  special?: boolean | undefined;
  kind: 'interim' | 'update';
  day: Day;
  days: number;
};

/** What is still expected of these shares at this moment: a report made since has answered it. */
export function expectedLines(
  interim: readonly ShareRow[],
  updates: readonly ShareRow[],
  today: Day,
  calendar: Calendar,
): Expected[] {
  const stages = interim.flatMap(({ id, number, headline, special, week, interimDues = [], lastReportDay = null }) => {
    const day = openStage(interimDues, lastReportDay, today);
    if (day === null || day < today) return [];
    const days = calendar.workingDaysBetween(today, day, week);
    return [{ id, number, headline, special, kind: 'interim' as const, day, days }];
  });
  const missing = updates.flatMap(({ id, number, headline, special, nextUpdate, updateRule }) => {
    const rate = updateRateOf(updateRule ?? null);
    const day = rate && nextUpdate ? lastMissed(rate, nextUpdate, today) : null;
    return day === null ? [] : [{ id, number, headline, special, kind: 'update' as const, day, days: 0 }];
  });
  return [...stages, ...missing].toSorted((a, b) => Number(b.special ?? false) - Number(a.special ?? false));
}

/** One block a line, HTML. */
export function expectedBlocks(say: (key: string, args?: TextArgs) => string, lines: readonly Expected[]): string[] {
  return lines.map(({ number, headline, special, kind, day, days }) => {
    const key = kind === 'update' ? 'reminders-update' : days > 0 ? 'reminders-interim' : 'reminders-interim-today';
    return `${signed(special, say(key, { number, day: printDayShort(day), n: days }))}\n<i>${escapeHtml(headline)}</i>`;
  });
}
