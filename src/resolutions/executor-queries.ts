// Who is meant by typed executors of an item: posts of the roster of its body, and members of its working groups.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { loadRoster } from '../org/queries.ts';
import type { Locale } from '../texts.ts';
import { membersNow } from '../tasks/member-queries.ts';
import { executorOf, type MembersNow } from '../tasks/member-rules.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { groupsFor } from '../tasks/working-group-queries.ts';
import { membersSaid } from '../tasks/working-group-rules.ts';
import { type ExecutorsTyped, readTyped } from './executor-rules.ts';
import { type ItemView, postHeld, type ResolutionView } from './queries.ts';
import { mayIssueTo } from './rules.ts';

/** Whether the chair may give an item of the resolution to one more. */
export function mayGetFromChair({ chair, rootOrgId }: ResolutionView): (item: unknown, post: PostView) => boolean {
  const held = postHeld(chair, rootOrgId);
  return (_item, post) => post.postId !== chair.postId && mayIssueTo(held, [executorOf(post)]);
}

/** The working group that an item is for, with who joins and who leaves it at the adoption; null for others. */
export async function membersOfItem(app: App, view: ResolutionView, item: ItemView): Promise<MembersNow | null> {
  return (await membersNow(app, [item], mayGetFromChair(view))).get(item.taskId) ?? null;
}

/** Reads them; the chair's own post is left out of a group. Throws UserError where words fit several working groups. */
export async function typedExecutors(
  app: App,
  locale: Locale,
  view: ResolutionView,
  text: string,
): Promise<ExecutorsTyped> {
  const within = { orgPath: view.org.path };
  const roster = await loadRoster(app, within);
  const group = membersSaid(await groupsFor(app, within, text), text, { locale, typed: true });
  if (!group) return readTyped(text, roster);
  if (group.groupIds.length === 0)
    throw new UserError('resolutions-fix-several', { words: text, names: group.doubts[0]?.words ?? '' });
  const typed = readTyped(group.rest, roster);
  const members = group.postIds.filter((postId) => postId !== view.chair.postId);
  // Without its head nobody collates: every member answers for a copy of their own.
  const headless = members.length > 1 && members.length < group.postIds.length && typed.postIds.length === 0;
  const postIds = [...new Set([...members, ...typed.postIds])];
  return { ...typed, groupIds: group.groupIds, fanOut: typed.fanOut || headless, postIds };
}
