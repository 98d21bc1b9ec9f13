// Reads of amendments: the versions of a resolution with who made them.
import type { App } from '../app.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import type { AmendAct, Wording } from './amendment-rules.ts';

export type AmendmentView = {
  version: number;
  taskId: number | null;
  act: AmendAct;
  reason: string;
  before: Wording;
  after: Wording;
  by: PostView | null;
  at: Date;
};

/** The amendments of a resolution, the newest first, and the posts that they name. Two statements. */
export async function amendmentsOf(
  app: App,
  resolutionId: number,
): Promise<{ amendments: AmendmentView[]; posts: Map<number, PostView> }> {
  const rows = await app.db.amendment.findMany({ where: { resolutionId }, orderBy: { version: 'desc' } });
  const named = rows.flatMap(({ byPostId, before, after }) => [
    byPostId,
    ...((before as Wording).executors ?? []),
    ...((after as Wording).executors ?? []),
  ]);
  const posts = new Map((await postViews(app, [...new Set(named)])).map((post) => [post.postId, post]));
  const amendments = rows.map(({ version, taskId, act, reason, before, after, byPostId, at }) => ({
    version,
    taskId,
    act: act as AmendAct,
    reason,
    before: before as Wording,
    after: after as Wording,
    by: posts.get(byPostId) ?? null,
    at,
  }));
  return { amendments, posts };
}
