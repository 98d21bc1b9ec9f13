// What waits for a person's review: found and counted as ids, so that a queue of hundreds costs as little as one of ten.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { matchesShare } from '../tasks/find-queries.ts';
import type { Find } from '../tasks/find-rules.ts';
import { awaitsReviewOf } from '../tasks/waiting-queries.ts';
import { mayJudge, type ReviewItem, reviewItems } from './queries.ts';

/** A report that waits; one on special control is decided by itself. */
export type Waiting = { reportId: number; special: boolean };

/**
 * Final reports that wait for this person's decision, special control first, then the oldest; not those that may still be taken back. An issuer who left
 * the review to a control section is not asked for each report; those of named executors, where they control themselves, are. One statement.
 */
export async function waitingReports(app: App, actor: Actor, find: Find | null = null): Promise<Waiting[]> {
  const sought = find ? Prisma.sql`AND ${matchesShare(find)}` : Prisma.empty;
  // One value: hundreds of rows of their own cost the driver more than the query costs the database.
  const [row] = await app.db.$queryRaw<{ waiting: Waiting[] }[]>`
    SELECT coalesce(json_agg(json_build_object('reportId', r.id, 'special', t.special_control) ORDER BY t.special_control DESC, r.submitted_at, r.id), '[]') AS waiting
    FROM participation p JOIN task t ON t.id = p.task_id
    JOIN report r ON r.participation_id = p.id AND r.state = 'submitted' AND r.final
    WHERE ${awaitsReviewOf(app, actor)} AND (r.undo_until IS NULL OR r.undo_until <= ${app.now()}) AND r.by_person_id <> ${actor.personId} ${sought}`;
  return row?.waiting ?? [];
}

/** These reports with everything around them, in the order of the ids; those that the actor may not judge are left out. */
export async function itemsToJudge(
  app: App,
  actor: Actor,
  reportIds: number[],
  reading: { counted?: boolean } = {},
): Promise<ReviewItem[]> {
  const items = await reviewItems(app, reportIds, reading);
  return items
    .filter((item) => mayJudge(actor, item))
    .toSorted((a, b) => reportIds.indexOf(a.report.reportId) - reportIds.indexOf(b.report.reportId));
}

/** The whole queue with everything around it: for few. */
export async function reviewQueue(app: App, actor: Actor): Promise<ReviewItem[]> {
  const waiting = await waitingReports(app, actor);
  return itemsToJudge(
    app,
    actor,
    waiting.map(({ reportId }) => reportId),
  );
}
