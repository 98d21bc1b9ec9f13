// Second thoughts of an executor: a report taken back in its first minutes, and telling those who judge once they are over.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { settleTask } from '../tasks/actions.ts';
import { refreshReviewers } from '../tasks/reviewer-actions.ts';
import { refreshFlags } from './flag-actions.ts';
import { newestVersion, type ReviewItem, reviewItems } from './queries.ts';
import { stateAfterUndo } from './rules.ts';
import { tellFiled } from './telling-actions.ts';

/**
 * Takes back the person's own report while nobody was told of it (product rules, J3): the version before it counts again, the share
 * is owed as before. Its words can be filed anew. Throws UserError later than that, and for somebody else's report.
 */
export async function undoReport(
  app: App,
  actor: Actor,
  { reportId }: { reportId: number },
): Promise<{ number: string }> {
  return transaction(app, async (app) => {
    // The button stands under the first version; an edit of the message may have made a newer one.
    const item = await newestVersion(app, reportId);
    if (!item) throw new UserError('telegram-stale-button');
    if (item.report.byPersonId !== actor.personId) throw new UserError('reports-not-your-message');
    const { report, share, task } = item;
    const number = task.number ?? '';
    const [locked] = await app.db.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM participation WHERE id = ${share.participationId} FOR UPDATE`;
    // Withdrawn, waived or cancelled meanwhile: nothing comes back to life.
    if (report.final && report.state === 'submitted' && locked?.state !== 'submitted')
      throw new UserError('reports-undo-late', { number });
    const { count } = await app.db.report.updateMany({
      where: { id: report.reportId, state: 'submitted', undoUntil: { gt: app.now() } },
      data: { state: 'undone', undoUntil: null, requestKey: null },
    });
    if (count === 0)
      throw new UserError(report.state === 'undone' ? 'reports-undone-already' : 'reports-undo-late', { number });
    await dropEarlierEdits(app, item);
    const state = await restore(app, item);
    await refreshFlags(app, share.participationId);
    // Items of an album can make a report anew, and join no other one: nobody's pieces are taken up by their album only.
    await app.db.attachment.updateMany({
      where: { reportId: report.reportId, mediaGroupId: { not: null } },
      data: { reportId: null, personId: null },
    });
    await recordUndo(app, actor, item, state);
    await settleTask(app, task.taskId);
    return { number };
  });
}

/** Tells those who judge about reports that can no longer be taken back. Idempotent: each report is told once. */
export async function tellReviewers(app: App): Promise<void> {
  await transaction(app, async (app) => {
    const ended = await app.db.$queryRaw<{ id: number; state: string; final: boolean; blocked: boolean }[]>(Prisma.sql`
      UPDATE report SET undo_until = NULL WHERE undo_until <= ${app.now()} RETURNING id, state::text AS state, final, blocked`);
    const waiting = ended.filter(({ state, final, blocked }) => (final || blocked) && state === 'submitted');
    const items = await reviewItems(
      app,
      waiting.map(({ id }) => id),
    );
    await tellFiled(
      app,
      items.map(({ report, ...found }) => ({ ...found, ...report })),
    );
  });
}

async function dropEarlierEdits(app: App, { report }: ReviewItem): Promise<void> {
  if (report.messageId === null) return;
  const { participationId, messageId, version } = report;
  await app.db.report.updateMany({
    where: { participationId, messageId: BigInt(messageId), version: { lt: version }, state: 'superseded' },
    data: { state: 'undone', undoUntil: null, requestKey: null },
  });
}

/** What this report replaced counts again, and is told where nobody was told of it yet. Returns the state of the share. */
async function restore(app: App, item: ReviewItem): Promise<ReviewItem['share']['state']> {
  const { report, share } = item;
  const { participationId, version, final } = report;
  const others = { participationId, version: { lt: version }, state: { not: 'undone' as const } };
  const newest = await app.db.report.findFirst({ where: others, orderBy: { version: 'desc' } });
  const before = final
    ? await app.db.report.findFirst({ where: { ...others, final }, orderBy: { version: 'desc' } })
    : newest;
  const replaced = [newest, before].flatMap((row) => (row?.state === 'superseded' ? [row.id] : []));
  await app.db.report.updateMany({ where: { id: { in: replaced } }, data: { state: 'submitted' } });
  if (!final) return share.state;
  const state = stateAfterUndo(before?.state ?? null);
  const submittedAt = state === 'submitted' ? (before?.submittedAt ?? null) : null;
  await app.db.participation.update({ where: { id: participationId }, data: { state, submittedAt } });
  // Its own ten minutes passed while it was replaced.
  if (state === 'submitted' && before?.undoUntil === null) await refreshReviewers(app, [item]);
  return state;
}

async function recordUndo(app: App, actor: Actor, { report, share, task }: ReviewItem, state: string): Promise<void> {
  await record(app, {
    verb: 'reports.undone',
    entity: 'report',
    entityId: report.reportId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: share.post.postId },
    data: {
      taskId: task.taskId,
      participationId: share.participationId,
      version: report.version,
      before: share.state,
      after: state,
    },
  });
}
