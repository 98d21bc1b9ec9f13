// What a change of a task means to those above and beside it: cards that end, hands that handed down, who waits to hand in a collated report.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { enqueue } from '../outbox/actions.ts';
import { tellHolders } from './message-actions.ts';
import { isHeld } from './hold-rules.ts';
import { type ParticipationView, shareViews, type TaskView } from './queries.ts';

export type End = 'cancelled' | 'closed' | 'withdrawn';

/** The private cards of these shares that were sent already are edited to say that nothing is expected any more, and lose their buttons. */
export async function endCards(
  app: App,
  shares: Pick<ParticipationView, 'participationId'>[],
  end: End,
): Promise<void> {
  const rows = await app.db.outgoingMessage.findMany({
    where: { kind: 'tasks.assigned', subjectId: { in: shares.map((share) => share.participationId) }, state: 'sent' },
    select: { chatId: true, personId: true, subjectId: true, livingKey: true, data: true },
    distinct: ['livingKey'],
  });
  const messages = rows.flatMap(({ livingKey, data, ...row }) =>
    livingKey === null
      ? []
      : [
          {
            ...row,
            livingKey,
            kind: 'tasks.ended',
            data: { ...(data as object), end },
            dedupeKey: `ended:${livingKey}:${randomUUID()}`,
          },
        ],
  );
  await enqueue(app, messages);
}

/** Whoever handed down parts of a task that has ended hears of it: the parts go on until they decide. */
export async function tellHandersDown(app: App, task: TaskView): Promise<void> {
  const open = task.parts?.openShareIds ?? [];
  if (open.length === 0) return;
  const views = await shareViews(app, [...new Set(open)]);
  await tellHolders(app, 'shares.parent-ended', views, 'once');
}

/** A share whose final report is held back, with that report. */
export type Held = { id: number; report: number };

/** Who may be waiting for these tasks with a final report held back: who collates one and whoever handed one down. That it was held is remembered by the message that said so. */
export async function heldBack(app: App, taskIds: number[]): Promise<Held[]> {
  const rows = await app.db.$queryRaw<{ id: number; report: number | null }[]>`
    /* prepared */ WITH collating AS (
      SELECT p.id FROM task t JOIN participation p ON p.task_id = t.id AND p.role = 'responsible' WHERE t.id = ANY (${taskIds}::int[]) AND NOT t.fan_out
      UNION SELECT parent_share_id FROM task WHERE id = ANY (${taskIds}::int[]) AND parent_share_id IS NOT NULL
    )
    SELECT p.id, (SELECT max(r.id) FROM report r WHERE r.participation_id = p.id AND r.state = 'submitted' AND NOT r.final) AS report
    FROM collating c JOIN participation p ON p.id = c.id JOIN task t ON t.id = p.task_id
    WHERE t.state IN ('issued', 'in_progress') AND p.state IN ('assigned', 'acknowledged', 'returned')
      AND EXISTS (SELECT 1 FROM outgoing_message m WHERE m.kind = 'shares.missing' AND m.subject_id = p.id)`;
  return rows.flatMap(({ id, report }) => (report === null ? [] : [{ id, report }]));
}

/** Once nothing is awaited any more, whoever has a final report held back hears that it can be handed in. Joins the transaction of the caller. */
export async function tellCollators(app: App, taskId: number): Promise<void> {
  return tellHeld(app, await heldBack(app, [taskId]));
}

/** The same for those who are known already. */
export async function tellHeld(app: App, held: Held[]): Promise<void> {
  if (held.length === 0) return;
  const views = await shareViews(
    app,
    held.map(({ id }) => id),
  );
  for (const view of views) {
    const report = held.find(({ id }) => id === view.share.participationId)?.report ?? 0;
    if (!isHeld(view.task, view.share)) await tellHolders(app, 'shares.all-in', [view], String(report));
  }
}
