// What is decided at a sitting: a report accepted or returned there, by who may; the secretary puts it before the chair.
import { randomUUID } from 'node:crypto';
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { holdersOf } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { reviewItem } from '../reports/queries.ts';
import { acceptReport, returnReport } from '../reports/review-actions.ts';
import { reachable } from '../tasks/message-actions.ts';
import { writtenReason } from '../tasks/reason-rules.ts';
import { dayIn, printDayShort } from '../time.ts';
import { openQuestion, recordMeeting } from './access-actions.ts';
import type { SittingView } from './queries.ts';

export type Decision = { agendaId: number; reportId: number; reason?: string };

/**
 * Accepts a report of the item that is looked at, or returns it where a reason is given; recorded as decided at this sitting. The rights
 * are those of a review: keeping the record gives none. Throws UserError before the day, after the end, and for another item's report.
 */
export async function decideAtSitting(
  app: App,
  actor: Actor,
  { agendaId, reportId, reason }: Decision,
): Promise<{ number: string }> {
  return transaction(app, async (app) => {
    const { view, by, question } = await openQuestion(app, actor, agendaId);
    checkSits(app, view);
    const item = await reviewItem(app, reportId);
    if (!item || item.task.taskId !== question.taskId) throw new UserError('telegram-stale-button');
    const { number } =
      reason === undefined
        ? await acceptReport(app, actor, { reportId })
        : await returnReport(app, actor, { reportId, reason: sittingReason(app, actor, view, reason) });
    await app.db.report.update({ where: { id: reportId }, data: { decidedMeetingId: view.meetingId } });
    if (question.state === 'planned')
      await app.db.agendaItem.updateMany({ where: { id: agendaId, state: 'planned' }, data: { state: 'heard' } });
    const taskId = item.task.taskId;
    const after = reason === undefined ? 'accepted' : 'returned';
    await recordMeeting(app, by, 'meetings.report-decided', view, { agendaId, reportId, taskId, after });
    return { number };
  });
}

/** The reason as the executor reads it: where it was said. */
function sittingReason(app: App, { locale }: Actor, view: SittingView, reason: string): string {
  const words = writtenReason(reason);
  return `${app.t(locale, 'meetings-at', { day: printDayShort(view.day) })}: ${words}`;
}

/** Throws UserError before the day of the sitting. */
export function checkSits(app: App, view: SittingView): void {
  if (view.day > dayIn(app.zone, app.now())) throw new UserError('meetings-not-yet');
}

/** The secretary puts an item before the chair, who decides with a press; nothing is decided by asking. */
export async function putBeforeChair(
  app: App,
  actor: Actor,
  { agendaId }: { agendaId: number },
): Promise<{ reached: boolean }> {
  return transaction(app, async (app) => {
    const { view, by, question } = await openQuestion(app, actor, agendaId);
    if (question.taskId === null) throw new UserError('telegram-stale-button');
    checkSits(app, view);
    const holders = reachable((await holdersOf(app, [view.chair.postId])).get(view.chair.postId));
    await enqueue(
      app,
      holders.map(({ chatId, personId }) => ({
        kind: 'meetings.item',
        chatId,
        personId,
        lane: 0 as const,
        subjectId: agendaId,
        livingKey: `meetings.item:${agendaId}:${personId}`,
        dedupeKey: `meetings.item:${agendaId}:${personId}:${randomUUID()}`,
      })),
    );
    await recordMeeting(app, by, 'meetings.put-before-chair', view, { agendaId, taskId: question.taskId });
    return { reached: holders.length > 0 };
  });
}
