// A share as a reminder tells it: with how many working days are left or passed. Pure.
import type { App } from '../app.ts';
import type { Calendar } from '../calendar.ts';
import { isOverdue } from '../tasks/rules.ts';
import { dayIn } from '../time.ts';
import type { Line } from './messages.ts';
import type { ShareRow } from './queries.ts';

/** The share as it stands today. */
export function toLine(app: App, share: ShareRow, calendar: Calendar): Line {
  const today = dayIn(app.zone, app.now());
  const overdue = isOverdue(app.zone, share, app.now());
  const days = share.due === null ? 0 : Math.abs(calendar.workingDaysBetween(today, share.due, share.week));
  return { ...share, overdue, days };
}
