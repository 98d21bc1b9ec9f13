// The choice among several posts, as a message.
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale, T } from '../texts.ts';
import { clip, postTitle } from './messages.ts';
import type { Actor, PostHeld } from './rules.ts';

const longestLabel = 60;

/** 'Директор школы, Школа № 12 (и. о.)'; plain text. */
export function heldTitle(t: T, post: PostHeld, locale: Locale): string {
  const title = postTitle({ ...post, org: { nameKk: post.orgNameKk, nameRu: post.orgNameRu } }, locale);
  return post.acting ? t(locale, 'org-as-acting', { post: title }) : title;
}

/** Which post the person acts as now, and a button for each other one. HTML. */
export function actAsMessage(t: T, actor: Actor): { text: string; keyboard: Keyboard } {
  const { locale, posts, actsAs } = actor;
  const [only] = posts;
  if (!only) return { text: t(locale, 'org-as-none'), keyboard: [] };
  if (posts.length === 1) return { text: t(locale, 'org-as-one', { post: heldTitle(t, only, locale) }), keyboard: [] };
  const chosen = posts.find(({ postId }) => postId === actsAs);
  const now = chosen ? t(locale, 'org-as-now', { post: heldTitle(t, chosen, locale) }) : t(locale, 'org-as-free');
  const others = posts
    .filter((post) => post !== chosen)
    .map((post) => [button(clip(heldTitle(t, post, locale), longestLabel), 'org.as', post.postId)]);
  const auto = chosen ? [[button(t(locale, 'org-as-auto'), 'org.as', 0)]] : [];
  return { text: [t(locale, 'org-as'), now].join('\n\n'), keyboard: [...others, ...auto] };
}
