// Names that were learned: what a person may forget.
import type { App } from '../app.ts';
import { type Actor, canTeachAlias } from './rules.ts';

export type LearnedAlias = {
  aliasId: number;
  words: string;
  post: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } };
};

/** The living learned names that the actor may forget, newest first; at most `take`. */
export async function learnedAliases(app: App, actor: Actor, take = 50): Promise<LearnedAlias[]> {
  const roots = [...new Set(actor.posts.map(({ rootId }) => rootId))];
  const rows = await app.db.alias.findMany({
    where: { forgottenAt: null, post: { org: actor.systemAdmin ? {} : { rootId: { in: roots } } } },
    include: { post: { include: { org: true } } },
    orderBy: { id: 'desc' },
  });
  return rows
    .filter(({ post }) => canTeachAlias(actor, post.org.path))
    .slice(0, take)
    .map(({ id, words, post }) => ({ aliasId: id, words, post }));
}
