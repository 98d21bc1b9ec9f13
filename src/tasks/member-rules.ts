// Members of a working group at issue: who joins and who leaves the executors of a draft. Pure.
import type { ExecutorPost } from '../org/rules.ts';
import type { PostView } from './post-queries.ts';
import type { TaskView } from './queries.ts';

export type MembersNow = {
  /** Of the group, or of each of several. */
  nameKk: string;
  nameRu: string;
  /** The executors were it issued now, and the way they answer. */
  posts: PostView[];
  fanOut: boolean;
  joining: PostView[];
  leaving: PostView[];
};

type Group = { nameKk: string; nameRu: string; headPostId: number; postIds: number[]; leftIds: number[] };

/**
 * Who sits there now joins, who has left since the groups were named leaves; whoever was named beside the group stays. Of several
 * without the head, where one was alone, each answers for a copy of their own.
 */
export function membersOf(
  groups: Group[],
  draft: Pick<TaskView, 'participations' | 'fanOut'>,
  known: PostView[],
  mayGet: (post: PostView) => boolean,
): MembersNow {
  const had = draft.participations.map(({ post }) => post);
  const today = [...new Set(groups.flatMap(({ headPostId, postIds }) => [headPostId, ...postIds]))];
  const leftIds = groups.flatMap((group) => group.leftIds);
  const heads = groups.map(({ headPostId }) => headPostId);
  const leaving = had.filter(({ postId }) => leftIds.includes(postId) && !today.includes(postId));
  const joining = today
    .filter((id) => !had.some(({ postId }) => postId === id))
    .flatMap((id) => known.filter((post) => post.postId === id && mayGet(post)));
  const posts = [...had.filter((post) => !leaving.includes(post)), ...joining];
  const headless = had.length < 2 && posts.length > 1 && !posts.some(({ postId }) => heads.includes(postId));
  const [nameKk, nameRu] = [
    groups.map((group) => group.nameKk).join('; '),
    groups.map((group) => group.nameRu).join('; '),
  ];
  return { nameKk, nameRu, posts, fanOut: draft.fanOut || headless, joining, leaving };
}

/** A post as rights see an executor. */
export function executorOf({ role, org }: PostView): ExecutorPost {
  return { role, orgPath: org.path, orgType: org.type };
}
