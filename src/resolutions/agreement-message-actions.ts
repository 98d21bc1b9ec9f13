// Which messages agreeing causes: the question to each post that was asked, edited when it is answered or no longer stands.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { enqueue } from '../outbox/actions.ts';
import { reachable, type Reached } from '../tasks/message-actions.ts';
import type { AgreementView } from './agreement-queries.ts';
import { resolutionView, type ResolutionView } from './queries.ts';

/** Puts the question before every holder of these posts; `unreached` counts posts where nobody can be written to. */
export async function tellAgreements(
  app: App,
  view: ResolutionView,
  rows: AgreementView[],
): Promise<{ unreached: number }> {
  const holders = await holdersOf(
    app,
    rows.map(({ post }) => post.postId),
  );
  const reached = rows.map((row) => ({ row, people: reachable(holders.get(row.post.postId)) }));
  await enqueue(
    app,
    reached.flatMap(({ row, people }) => people.map((person) => questionTo(view, row, person, 'asked'))),
  );
  return { unreached: reached.filter(({ people }) => people.length === 0).length };
}

/** The questions that stand show the present state: answered, or no longer asked. All of them, or those of these posts. */
export async function refreshAgreements(app: App, { resolutionId }: ResolutionView, postIds?: number[]): Promise<void> {
  const view = await resolutionView(app, resolutionId);
  const rows = view?.agreements.filter(({ post }) => postIds === undefined || postIds.includes(post.postId)) ?? [];
  if (!view || rows.length === 0) return;
  const holders = await holdersOf(
    app,
    rows.map(({ post }) => post.postId),
  );
  await enqueue(
    app,
    rows.flatMap((row) =>
      reachable(holders.get(row.post.postId)).map((person) => questionTo(view, row, person, randomUUID())),
    ),
  );
}

function questionTo({ resolutionId }: ResolutionView, row: AgreementView, holder: Reached, cause: string) {
  // A question asked anew is a new message: the edit of an old one would go unnoticed.
  const key = `resolutions.to-agree:${resolutionId}:${row.post.postId}:${row.askedAt.getTime()}:${holder.personId}`;
  return {
    kind: 'resolutions.to-agree',
    chatId: holder.chatId,
    personId: holder.personId,
    lane: 0 as const,
    subjectId: resolutionId,
    data: { postId: row.post.postId, askedAt: row.askedAt.getTime() },
    livingKey: key,
    dedupeKey: `${key}:${cause}`,
  };
}
