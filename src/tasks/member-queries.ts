// Drafts for a working group: who its members are today, beside those the draft was written for.
import type { App } from '../app.ts';
import { type Actor, issuingPostForAll } from '../org/rules.ts';
import { executorOf, type MembersNow, membersOf } from './member-rules.ts';
import { type PostView, postViews } from './post-queries.ts';
import type { TaskView } from './queries.ts';

type GroupRow = {
  taskId: number;
  nameKk: string;
  nameRu: string;
  headPostId: number;
  postIds: number[];
  leftIds: number[];
};
type Draft = Pick<TaskView, 'taskId' | 'participations' | 'fanOut' | 'issuer' | 'groupIds'>;

/** The open working groups of these drafts, as they were named. One statement. */
async function groupDrafts(app: App, taskIds: number[]): Promise<GroupRow[]> {
  return app.db.$queryRaw<GroupRow[]>`
    SELECT t.id AS "taskId", g.name_kk AS "nameKk", g.name_ru AS "nameRu", g.head_post_id AS "headPostId",
      coalesce(array_agg(s.post_id ORDER BY s.id) FILTER (WHERE s.ended_at IS NULL AND p.id IS NOT NULL), '{}') AS "postIds",
      coalesce(array_agg(s.post_id ORDER BY s.id) FILTER (WHERE s.post_id IS NOT NULL
        AND s.ended_at >= t.groups_named_at), '{}') AS "leftIds"
    FROM task t JOIN working_group g ON g.id = ANY (t.group_ids) AND g.closed_at IS NULL
    LEFT JOIN group_seat s ON s.group_id = g.id LEFT JOIN post p ON p.id = s.post_id AND p.closed_at IS NULL
    WHERE t.id = ANY (${taskIds}::int[]) AND t.state = 'draft' GROUP BY t.id, g.id ORDER BY t.id, array_position(t.group_ids, g.id)`;
}

/** What becomes of the executors of each draft that is for a working group, were it issued now; `mayGet`: the issuer's rights. Two statements at most. */
export async function membersNow(
  app: App,
  drafts: Draft[],
  mayGet: (draft: Draft, post: PostView) => boolean,
): Promise<Map<number, MembersNow>> {
  const ids = drafts.filter(({ groupIds = [] }) => groupIds.length > 0).map(({ taskId }) => taskId);
  const rows = ids.length > 0 ? await groupDrafts(app, ids) : [];
  if (rows.length === 0) return new Map();
  const posts = await postViews(app, [...new Set(rows.flatMap((row) => [row.headPostId, ...row.postIds]))]);
  return new Map(
    drafts.flatMap((draft) => {
      const groups = rows.filter(({ taskId }) => taskId === draft.taskId);
      return groups.length > 0
        ? [[draft.taskId, membersOf(groups, draft, posts, (post) => mayGet(draft, post))] as const]
        : [];
    }),
  );
}

/** Whether the author of a stand-alone draft may give it to one more. */
export function mayGetFrom(actor: Actor): (draft: Draft, post: PostView) => boolean {
  const own = new Set(actor.posts.map(({ postId }) => postId));
  return ({ participations, issuer }, post) =>
    !own.has(post.postId) &&
    issuingPostForAll(
      actor,
      [...participations.map((share) => executorOf(share.post)), executorOf(post)],
      issuer?.postId,
    ) !== null;
}
