// What surrounds a draft on screen: its home, who will control it, on whose behalf it is issued, whom its doubts may mean.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { findPlaceById, type PlaceInfo } from '../chats/queries.ts';
import { superiorPostIds } from '../org/superior-queries.ts';
import { foreignTo } from '../org/rights-posts.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { mayGetFrom, membersNow } from './member-queries.ts';
import { executorOf, type MembersNow } from './member-rules.ts';
import { controlSection, controlSectionId, postViews, type PostView } from './post-queries.ts';
import { isPromise, issuerFor, issuersFor } from './promise-rules.ts';
import type { TaskView } from './queries.ts';

/** Everything around a draft that is shown with it. */
export type DraftSurroundings = {
  /** Group where the card will stand; null: no group. */
  home: PlaceInfo | null;
  /** Who will control it, by default or by choice. */
  controller: PostView | null;
  /** Posts named as candidates of an ambiguous mention. */
  candidates: Map<number, PostView>;
  /** On whose behalf it will be issued, and on whose else it could be; only for an author with several posts. */
  issuer: PostHeld | null;
  otherIssuers: PostHeld[];
  /** The working group that it is for, with who joins and who leaves it at issue. */
  members: MembersNow | null;
};

/** What is shown with a draft: its home group, its controller by choice or default, the candidates of its doubts. */
export async function draftSurroundings(app: App, actor: Actor, draft: TaskView): Promise<DraftSurroundings> {
  const home = draft.homePlaceId === null ? null : await findPlaceById(app, draft.homePlaceId);
  const executors = draft.participations.map(({ post }) => post);
  const issuer = issuerFor(actor, draft.kind, executors, draft.issuer?.postId);
  const possible = executors.length > 0 ? issuersFor(actor, draft.kind, executors) : [];
  const section = draft.fanOut && issuer ? await controlSection(app, issuer) : null;
  const wanted = draft.doubts.flatMap((doubt) => doubt.candidates);
  const posts = await postViews(app, [...wanted, ...(issuer ? [issuer.postId] : [])]);
  const own = posts.find((post) => post.postId === issuer?.postId) ?? null;
  const controller = isPromise(draft)
    ? await promiseController(app, actor, draft)
    : (draft.controller ?? section ?? own);
  return {
    home,
    controller,
    candidates: new Map(posts.filter(({ postId }) => wanted.includes(postId)).map((post) => [post.postId, post])),
    issuer: actor.posts.length > 1 ? issuer : null,
    otherIssuers: possible.filter(({ postId }) => postId !== issuer?.postId),
    members: (await membersNow(app, [draft], mayGetFrom(actor))).get(draft.taskId) ?? null,
  };
}

/** Posts that may control a draft: the author's own, and control sections within the same root; of a commitment of one's own the superiors. */
export async function possibleControllers(
  app: App,
  actor: Actor,
  draft: Pick<TaskView, 'kind' | 'issuer' | 'participations' | 'rootOrgId'>,
): Promise<PostView[]> {
  if (isPromise(draft)) return (await superiorsOf(app, actor, draft)).slice(0, 8);
  const { rootOrgId } = draft;
  const rows = await app.db.post.findMany({
    where: {
      role: 'controller',
      closedAt: null,
      org: { rootId: rootOrgId, closedAt: null, NOT: foreignTo(actor).map((path) => ({ path: { startsWith: path } })) },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 8,
  });
  const own = actor.posts.filter((post) => post.rootId === rootOrgId).map((post) => post.postId);
  return postViews(app, [...own, ...rows.map((row) => row.id)]);
}

/**
 * Post that will control the draft once issued: who was chosen, else the control section for a task of many, else the issuer; of a
 * commitment of one's own a superior. Throws UserError where nobody stands above it.
 */
export async function controllerFor(app: App, actor: Actor, draft: TaskView, issuer: PostHeld): Promise<number> {
  if (isPromise({ ...draft, issuer })) {
    const superior = await promiseController(app, actor, draft);
    if (!superior) throw new UserError('tasks-promise-nobody-above');
    return superior.postId;
  }
  const section = draft.fanOut ? await controlSectionId(app, issuer) : null;
  return draft.controller?.postId ?? section ?? issuer.postId;
}

/** Who controls a commitment of one's own: the superior who was chosen, else the nearest one; null for who has none. */
async function promiseController(
  app: App,
  actor: Actor,
  draft: Pick<TaskView, 'controller' | 'participations'>,
): Promise<PostView | null> {
  const superiors = await superiorsOf(app, actor, draft);
  return superiors.find(({ postId }) => postId === draft.controller?.postId) ?? superiors[0] ?? null;
}

/** Whoever may give tasks to the executor, the nearest first, without the actor's own posts. */
async function superiorsOf(
  app: App,
  actor: Actor,
  { participations }: Pick<TaskView, 'participations'>,
): Promise<PostView[]> {
  const [share] = participations;
  if (!share) return [];
  const own = new Set(actor.posts.map(({ postId }) => postId));
  const all = await superiorPostIds(app, executorOf(share.post));
  return postViews(
    app,
    all.filter((postId) => !own.has(postId)),
  );
}
