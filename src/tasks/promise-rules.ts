// Commitments that a post takes upon itself (source documents, S19): who issues them, and whose they are. Pure.
import type { TaskKind } from '../generated/prisma/client.ts';
import { fold } from '../reading/words.ts';
import { type Actor, issuingPostForAll, issuingPosts, type PostHeld, promisingPost } from '../org/rules.ts';
import { isVague } from './gate-rules.ts';
import { executorOf } from './member-rules.ts';
import type { PostView } from './post-queries.ts';
import type { TaskView } from './queries.ts';

/** The actor's post that would give this task to all of these: the own one for its commitment, else a superior of all, `wanted` first; null when none may. */
export function issuerFor(actor: Actor, kind: TaskKind, posts: PostView[], wanted?: number | null): PostHeld | null {
  return promiserOf(actor, kind, posts) ?? issuingPostForAll(actor, posts.map(executorOf), wanted);
}

/** Every post of the actor that may give it, for a choice. */
export function issuersFor(actor: Actor, kind: TaskKind, posts: PostView[]): PostHeld[] {
  const own = promiserOf(actor, kind, posts);
  return own ? [own] : issuingPosts(actor, posts.map(executorOf));
}

function promiserOf(actor: Actor, kind: TaskKind, posts: PostView[]): PostHeld | null {
  const postIds = posts.map(({ postId }) => postId);
  return promisingPost(actor, kind, postIds);
}

/** True for a commitment whose executor issued it: whoever controls it decides about it, never its author. */
export function isPromise({
  kind,
  issuer,
  participations,
  ownPromise = false,
}: Pick<TaskView, 'kind' | 'participations' | 'ownPromise'> & { issuer: { postId: number } | null }): boolean {
  if (ownPromise) return true;
  return kind === 'commitment' && participations.some(({ post }) => post.postId === issuer?.postId);
}

/** 'Обязуемся', 'міндеттенеміз': whoever writes speaks of the own organisation. */
const ownWords = /(?<!\p{L})(?:обязу(?:юсь|емся)|миндеттенем(?:ин|из))(?!\p{L})/u;

/** The post that takes upon itself what is said in the first person without naming anybody; null where nobody is meant so. */
export function promiserIn(actor: Actor, kind: TaskKind, words: string): PostHeld | null {
  if (!ownWords.test(fold(words))) return null;
  return actor.posts.find(({ postId }) => promisingPost(actor, kind, [postId])) ?? null;
}

/** Whether its author is asked first how the commitment will be measured (S19): a vague verb, and nothing that could be counted or shown. */
export function asksMeasure(draft: TaskView): boolean {
  return draft.kind === 'commitment' && isVague(draft);
}
