// Who may register signed papers for a chair, and who could be let to.
import type { App } from '../app.ts';
import { may } from '../org/rights.ts';
import { type Actor, canDraftResolution, type PostHeld } from '../org/rules.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import { postHeld, type ResolutionView } from './queries.ts';
import { registerPaper } from './rules.ts';

/** The actor's post to which the chair of this resolution has given the right; null when there is none. */
export function registeringPost(actor: Actor, { paperPostIds, org }: ResolutionView): PostHeld | null {
  return may(actor, 'resolutions.register-paper', { delegatePostIds: paperPostIds, orgPath: org.path });
}

export type Delegate = { post: PostView; holders: string[]; given: boolean };
export type Delegations = { chair: PostView; delegates: Delegate[] };

/** For every post with which the actor may chair: the secretaries of that part of the tree, and who of them has the right. */
export async function delegationsOf(app: App, actor: Actor): Promise<Delegations[]> {
  const chairs = actor.posts.filter((post) => may({ ...actor, posts: [post] }, 'resolutions.delegate'));
  const found: Delegations[] = [];
  for (const chair of chairs) found.push(await delegationsFor(app, chair));
  return found;
}

async function delegationsFor(app: App, chair: PostHeld): Promise<Delegations> {
  const rows = await app.db.post.findMany({
    where: { role: 'secretary', closedAt: null, org: { closedAt: null, rootId: chair.rootId } },
    include: { appointments: { where: { toDay: null }, include: { person: true } } },
    orderBy: { id: 'asc' },
  });
  const given = await app.db.delegation.findMany({
    where: { fromPostId: chair.postId, right: registerPaper, endedAt: null },
  });
  const views = await postViews(app, [chair.postId, ...rows.map(({ id }) => id)]);
  const view = new Map(views.map((post) => [post.postId, post]));
  const delegates = rows.flatMap((row) => {
    const post = view.get(row.id);
    if (!post || !serves(post, chair)) return [];
    const holders = row.appointments.map(({ person }) => `${person.given} ${person.surname}`.trim());
    return [{ post, holders, given: given.some(({ toPostId }) => toPostId === row.id) }];
  });
  return { chair: view.get(chair.postId) as PostView, delegates };
}

function serves(secretary: PostView, chair: PostHeld): boolean {
  const holder = { posts: [postHeld(secretary, chair.rootId)] } as Pick<Actor, 'posts'> as Actor;
  return canDraftResolution(holder, chair.orgPath) !== null;
}
