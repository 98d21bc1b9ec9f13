// Learning what people call a post, and forgetting it.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { aliasOf, foldAlias } from './alias-rules.ts';
import { type Actor, canTeachAlias } from './rules.ts';

/** Remembers that these words mean the post. Null when they are no name, are known already, or the actor may not teach names there: a correction never fails for that. */
export async function learnAlias(
  app: App,
  actor: Actor,
  { postId, words }: { postId: number; words: string },
): Promise<{ aliasId: number; words: string } | null> {
  const clean = aliasOf(words);
  if (clean === null) return null;
  return transaction(app, async (app) => {
    const post = await app.db.post.findUnique({ where: { id: postId }, include: { org: true } });
    if (!post || !canTeachAlias(actor, post.org.path)) return null;
    const folded = foldAlias(clean);
    if ([...post.aliases, ...post.org.aliases].some((known) => foldAlias(known) === folded)) return null;
    const learned = { words: clean, learnedById: actor.personId, learnedAt: app.now() };
    const { id: aliasId } = await app.db.alias.upsert({
      where: { postId_folded: { postId, folded } },
      create: { postId, folded, ...learned },
      update: { ...learned, forgottenAt: null, forgottenById: null },
    });
    await recordAlias(app, actor, 'org.alias-learned', { aliasId, post, words: clean });
    return { aliasId, words: clean };
  });
}

/** Forgets a learned name. Throws UserError when it is forgotten already, or not the actor's to forget. */
export async function forgetAlias(
  app: App,
  actor: Actor,
  { aliasId }: { aliasId: number },
): Promise<{ words: string }> {
  return transaction(app, async (app) => {
    const alias = await app.db.alias.findUnique({
      where: { id: aliasId },
      include: { post: { include: { org: true } } },
    });
    if (!alias) throw new UserError('telegram-stale-button');
    if (!canTeachAlias(actor, alias.post.org.path)) throw new UserError('org-alias-not-yours');
    const { count } = await app.db.alias.updateMany({
      where: { id: aliasId, forgottenAt: null },
      data: { forgottenAt: app.now(), forgottenById: actor.personId },
    });
    if (count === 0) throw new UserError('org-alias-forgotten-already');
    await recordAlias(app, actor, 'org.alias-forgotten', { aliasId, post: alias.post, words: alias.words });
    return { words: alias.words };
  });
}

type Known = {
  aliasId: number;
  words: string;
  post: { id: number; org: { id: number; rootId: number | null; path: string } };
};

async function recordAlias(app: App, actor: Actor, verb: string, { aliasId, post, words }: Known): Promise<void> {
  await record(app, {
    verb,
    entity: 'alias',
    entityId: aliasId,
    rootOrgId: post.org.rootId ?? post.org.id,
    actor: { personId: actor.personId, postId: canTeachAlias(actor, post.org.path)?.postId ?? null },
    data: { postId: post.id },
    texts: { words },
  });
}
