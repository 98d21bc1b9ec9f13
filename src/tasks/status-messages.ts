// Where a task or one share of it stands, in words: on control, for review, done, late, at risk.
import { dayIn } from '../time.ts';
import type { CardContext } from './messages.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { isOverdue, liveTaskStates } from './rules.ts';
import { addTallies, isShareAtRisk, isUnmanned, tally, type Tally } from './tally-rules.ts';

/** One executor's dates may differ from the task's: the card shows those of the share it is about. A draft has only the task's. */
export function shownShare(task: TaskView, share?: ParticipationView): ParticipationView | undefined {
  if (share || task.state === 'draft') return share;
  return task.fanOut ? undefined : task.participations.find((part) => part.role === 'responsible');
}

/** Where it stands: of one share, or counted over all. HTML. */
export function statusLine(context: CardContext, task: TaskView, share?: ParticipationView): string {
  const { app, locale } = context;
  if (task.state === 'cancelled') return app.t(locale, 'tasks-status-cancelled');
  if (task.state === 'closed') return closedLine(context, task);
  if (!share && isUnmanned(task)) return '';
  const count = countOf(context, task);
  const [only] = task.participations.filter((part) => part.state !== 'withdrawn');
  const single = share ?? (count.total === 1 ? only : undefined);
  if (single) return shareStatus(context, single);
  const marks = (['accepted', 'submitted', 'returned', 'overdue'] as const)
    .filter((state) => count[state] > 0)
    .map((state) => app.t(locale, `tasks-count-${state}`, { n: count[state] }));
  const reported = app.t(locale, task.asks ? 'collections-count' : 'tasks-count', {
    done: count.accepted + count.submitted,
    total: count.total,
  });
  return [reported, ...marks].join(' · ');
}

/** All shares of the task, those at hand and those counted by the database. */
function countOf({ app }: CardContext, task: TaskView): Tally {
  return addTallies(tally(app.zone, task.participations, app.now()), task.beside);
}

/** Half of the time passed without any report: of the share the card is about; a card of many counts them. */
export function riskLine(context: CardContext, task: TaskView, share?: ParticipationView): string[] {
  const { app, locale } = context;
  if (!liveTaskStates.includes(task.state)) return [];
  const shown = shownShare(task, share);
  if (shown) return isShareAtRisk(app.zone, shown, app.now()) ? [`🟡 ${app.t(locale, 'tasks-risk')}`] : [];
  const n = countOf(context, task).atRisk;
  return n > 0 ? [`🟡 ${app.t(locale, 'tasks-count-risk', { n })}`] : [];
}

function closedLine(context: CardContext, task: TaskView): string {
  const { app, locale } = context;
  const { bindingAccepted, late } = countOf(context, task);
  if (bindingAccepted === 0) return app.t(locale, 'tasks-status-closed');
  return app.t(locale, late > 0 ? 'tasks-status-closed-late' : 'tasks-status-closed-in-time');
}

/** State of one share with the working days left or passed. HTML. */
export function shareStatus({ app, calendar, locale }: CardContext, share: ParticipationView): string {
  if (share.state === 'submitted') return app.t(locale, 'tasks-status-review');
  if (share.state === 'accepted')
    return app.t(locale, share.inTime === false ? 'tasks-status-accepted-late' : 'tasks-status-accepted');
  if (share.state === 'withdrawn')
    return app.t(locale, share.waivedReason ? 'tasks-status-waived' : 'tasks-status-withdrawn');
  if (share.state === 'misaddressed') return app.t(locale, 'tasks-status-misaddressed');
  const word = app.t(locale, share.state === 'returned' ? 'tasks-status-returned' : 'tasks-status-work');
  const kept = share.held ? ` · ${app.t(locale, 'tasks-held')}` : '';
  const progress = share.progress === null ? '' : ` · ${app.t(locale, 'tasks-progress', { n: share.progress })}`;
  const state = `${word}${kept || progress}`;
  if (share.due === null) return state;
  const today = dayIn(app.zone, app.now());
  const { week } = share.post.org;
  if (isOverdue(app.zone, share, app.now())) {
    const n = calendar.workingDaysBetween(share.due, today, week);
    return `⚠️ ${app.t(locale, 'tasks-status-overdue', { n })}${kept}`;
  }
  if (share.due < today) return state;
  if (share.due === today) return `${state} · ${app.t(locale, 'tasks-due-today')}`;
  return `${state} · ${app.t(locale, 'tasks-days-left', { n: calendar.workingDaysBetween(today, share.due, week) })}`;
}
