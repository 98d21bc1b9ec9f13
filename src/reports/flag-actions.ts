// Flags of a share that follow from its reports: how far it is, and what hinders; and telling once who controls it.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { holdersOf } from '../org/queries.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { liveNumber, settleTask } from '../tasks/actions.ts';
import { reachable } from '../tasks/message-actions.ts';
import { type ShareView, shareView, shareViews } from '../tasks/queries.ts';

/**
 * Per cent and hindrance of a share as its reports say that were not taken back: the last per cent named, and what the newest report
 * says hinders; since when is kept while it goes on. Joins the transaction of the caller, who records the change.
 */
export async function refreshFlags(app: App, participationId: number): Promise<void> {
  await app.db.$executeRaw(Prisma.sql`
    UPDATE participation p SET
      progress = (SELECT r.progress FROM report r WHERE r.participation_id = q.id AND r.state <> 'undone' AND r.progress IS NOT NULL
        ORDER BY r.version DESC LIMIT 1),
      blocked_reason = CASE WHEN l.blocked THEN left(coalesce(l.text, '–'), 1000) END,
      blocked_at = CASE WHEN l.blocked THEN coalesce(p.blocked_at, l.submitted_at) END
    FROM participation q LEFT JOIN LATERAL (SELECT r.blocked, r.text, r.submitted_at FROM report r
      WHERE r.participation_id = q.id AND r.state <> 'undone' ORDER BY r.version DESC LIMIT 1) l ON true
    WHERE q.id = ${participationId} AND p.id = q.id`);
}

/** Nothing hinders any more, said by a press. Repeating it changes nothing. Throws UserError for somebody else's share. */
export async function unblockShare(
  app: App,
  actor: Actor,
  { participationId }: { participationId: number },
): Promise<{ number: string; changed: boolean }> {
  return transaction(app, async (app) => {
    const { task, share, number } = await blockable(app, actor, participationId);
    const { count } = await app.db.participation.updateMany({
      where: { id: participationId, blockedAt: { not: null } },
      data: { blockedReason: null, blockedAt: null },
    });
    if (count === 0) return { number, changed: false };
    await app.db.report.updateMany({ where: { participationId, blocked: true }, data: { blocked: false } });
    await record(app, {
      verb: 'reports.unblocked',
      entity: 'participation',
      entityId: participationId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: share.post.postId },
      data: { taskId: task.taskId, participationId, before: { blocked: true }, after: { blocked: false } },
    });
    await settleTask(app, task.taskId, share.post.postId);
    return { number, changed: true };
  });
}

/** The actor's own share, on which a hindrance can be told or ended. Throws UserError for one of somebody else, or one that is over. */
export async function blockable(
  app: App,
  actor: Actor,
  participationId: number,
): Promise<ShareView & { number: string }> {
  const found = await shareView(app, participationId);
  if (!found || found.task.state === 'draft') throw new UserError('telegram-stale-button');
  const { task, share } = found;
  if (!may(actor, 'shares.block', { executorPostId: share.post.postId })) throw new UserError('reports-not-yours');
  const number = liveNumber(task);
  if (!may(actor, 'shares.block', shareSubject(task, share))) throw new UserError('reports-finished', { number });
  return { ...found, number };
}

/** Who controls hears that a share is blocked, once for as long as it goes on. Joins the transaction of the caller. */
export async function tellBlocked(app: App, participationIds: number[]): Promise<void> {
  if (participationIds.length === 0) return;
  const shares = await shareViews(app, participationIds, { counted: false });
  const rows = await app.db.participation.findMany({
    where: { id: { in: participationIds }, blockedAt: { not: null } },
    select: { id: true, blockedAt: true },
  });
  const since = new Map(rows.map(({ id, blockedAt }) => [id, blockedAt?.getTime() ?? 0]));
  const blocked = shares.filter(({ share }) => since.has(share.participationId));
  const holders = await holdersOf(app, blocked.flatMap(judgePostOf));
  await enqueue(
    app,
    blocked.flatMap((found) =>
      judgePostOf(found).flatMap((postId) =>
        reachable(holders.get(postId)).map(({ chatId, personId }) => ({
          kind: 'reports.blocked',
          chatId,
          personId,
          subjectId: found.share.participationId,
          data: { taskId: found.task.taskId },
          dedupeKey: `blocked:${found.share.participationId}:${since.get(found.share.participationId) ?? 0}:${personId}`,
        })),
      ),
    ),
  );
}

/** The post that is asked and told first about a share: the controller, under special control and where there is none the issuer. Never its own. */
export function judgePostOf({ task, share }: ShareView): number[] {
  const controller = task.specialControl ? null : task.controller;
  const posts = [controller, task.issuer].flatMap((post) =>
    post && post.postId !== share.post.postId ? [post.postId] : [],
  );
  return posts.slice(0, 1);
}
