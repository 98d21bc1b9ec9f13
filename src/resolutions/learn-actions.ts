// A corrected executor teaches what people call it, and mends the other items that use the same words.
import type { App } from '../app.ts';
import { learnAlias } from '../org/alias-actions.ts';
import { foldAlias } from '../org/alias-rules.ts';
import type { Actor } from '../org/rules.ts';
import { updateDraft } from '../tasks/actions.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import type { Doubt } from '../tasks/rules.ts';
import type { ItemView, ResolutionView } from './queries.ts';

export type Learned = {
  aliasId: number;
  words: string;
  post: PostView;
  /** Numbers of the other items where the same words stood. */
  alsoIn: string[];
};

const unknown = 'reading-doubt-unknown-executor';

/** Words that nobody answered to, and exactly one executor put in their place: the words are remembered. Null otherwise. `item` is the one before the change. */
export async function learnFrom(
  app: App,
  actor: Actor,
  view: ResolutionView,
  item: ItemView,
  { executorPostIds = [] }: { executorPostIds?: number[] },
): Promise<Learned | null> {
  const before = item.participations.map(({ post }) => post.postId);
  const [postId, ...others] = executorPostIds.filter((id) => !before.includes(id));
  const [doubt, ...doubts] = item.doubts.filter(({ key }) => key === unknown);
  if (postId === undefined || !doubt || others.length + doubts.length > 0) return null;
  const learned = await learnAlias(app, actor, { postId, words: doubt.words });
  if (!learned) return null;
  const same = view.items.filter((other) => other.taskId !== item.taskId && other.state === 'draft');
  const alsoIn: string[] = [];
  for (const other of same) {
    const at = other.doubts.find(({ key, words }) => key === unknown && foldAlias(words) === foldAlias(doubt.words));
    if (at === undefined || other.fanOut) continue;
    await putExecutor(app, actor, view.resolutionId, other, at, postId);
    alsoIn.push(other.number);
  }
  const [post] = await postViews(app, [postId]);
  return post ? { ...learned, post, alsoIn } : null;
}

/** Puts the post where the doubtful words stood, and settles that doubt. */
export async function putExecutor(
  app: App,
  actor: Actor,
  resolutionId: number,
  { taskId, participations, doubts }: ItemView,
  doubt: Doubt,
  postId: number,
): Promise<void> {
  const others = participations.map(({ post }) => post.postId).filter((id) => id !== postId);
  const executorPostIds = others.toSpliced(doubt.at ?? others.length, 0, postId);
  await updateDraft(app, actor, {
    taskId,
    resolutionId,
    executorPostIds,
    doubts: doubts.filter((known) => known !== doubt),
  });
}
