// Whose turn it is to review a share, as one condition for all who count or list what waits.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { may, type Subject } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { liveSql } from './list-queries.ts';
import { leadsIt, ownPosts } from './visible-queries.ts';

/**
 * SQL: the share `p` of task `t` was handed in and waits for the actor: as controller, as issuer where nobody else controls, as
 * responsible for co-executors; under special control for the akim of the tree alone. Never the actor's own.
 */
export function awaitsReviewOf(app: App, actor: Actor): Prisma.Sql {
  const mine = ownPosts(actor);
  const { issuers, controllers } = judgingPosts(actor);
  return Prisma.sql`(p.state = 'submitted' AND ${liveSql(app)} AND NOT p.post_id = ${mine}
    AND (CASE WHEN t.special_control THEN ${leadsIt(actor)}
        WHEN t.controller_post_id IS NULL OR t.controller_post_id = p.post_id THEN t.issuer_post_id = ANY (${issuers}::int[])
        ELSE t.controller_post_id = ANY (${controllers}::int[]) END
      OR (p.role = 'co_executor' AND NOT t.special_control AND EXISTS (SELECT 1 FROM participation c
        WHERE c.task_id = t.id AND c.role = 'responsible' AND c.state <> 'withdrawn' AND c.post_id = ${mine}))))`;
}

/** Those of the actor's posts with which the permission table lets them judge: as issuer, as controller. */
function judgingPosts(actor: Actor): { issuers: number[]; controllers: number[] } {
  const judging = (subject: (postId: number) => Subject): number[] =>
    actor.posts.map(({ postId }) => postId).filter((postId) => may(actor, 'reports.accept', subject(postId)) !== null);
  return {
    issuers: judging((issuerPostId) => ({ issuerPostId })),
    controllers: judging((controllerPostId) => ({ controllerPostId })),
  };
}

/** How many shares with a final report, no longer to be taken back, wait for the actor's review. */
export async function waitingForReview(app: App, actor: Actor): Promise<number> {
  const [row] = await app.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM participation p JOIN task t ON t.id = p.task_id
    WHERE ${awaitsReviewOf(app, actor)} AND NOT EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id
      AND r.state = 'submitted' AND r.final AND r.undo_until > ${app.now()})`;
  return row?.n ?? 0;
}
