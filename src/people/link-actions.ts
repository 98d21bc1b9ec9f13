// Personal links given out anew, and an account that turned out to be somebody else's.
import { randomUUID } from 'node:crypto';
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { inviteKey } from '../org/invite-actions.ts';
import { inviteToken } from '../org/invite-rules.ts';
import { appointFault, managingPost, personFault } from '../org/manage-rules.ts';
import { insertInvites } from '../org/roster-write-actions.ts';
import type { Actor } from '../org/rules.ts';
import { cancelPlanned, enqueue } from '../outbox/actions.ts';
import { neverStarted } from './find-queries.ts';
import { personView, postView } from './queries.ts';
import { newLink } from './seat-actions.ts';

/** A new link for who has not joined; unused older ones are revoked. Throws UserError when the person has joined or holds the post no more. */
export async function reissueLink(
  app: App,
  actor: Actor,
  options: { postId: number; personId: number },
): Promise<{ token: string }> {
  const { postId, personId } = options;
  return transaction(app, async (app) => {
    const post = await postView(app, actor, postId);
    if (!post || post.closed) throw new UserError(post ? 'people-closed-already' : 'people-not-yours');
    const fault = appointFault(actor, { orgPath: post.orgPath, role: post.role, personId });
    if (fault) throw new UserError(fault);
    const seat = post.seats.find((one) => one.personId === personId);
    if (!seat) throw new UserError('telegram-someone-first');
    if (seat.state !== 'new') throw new UserError('people-joined-already');
    const token = await newLink(app, actor, { personId, postId });
    const who = { personId: actor.personId, postId: managingPost(actor, post.orgPath)?.postId ?? null };
    const event = { verb: 'people.links-issued', entity: 'post', entityId: postId, rootOrgId: post.rootId, actor: who };
    await record(app, { ...event, chatId: actor.chatId, data: { personIds: [personId] } });
    return { token };
  });
}

/** One row of the file of links. */
export type LinkRow = {
  post: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } };
  name: string;
  token: string;
};

/** New links for everybody in the actor's part of the tree who never started the bot; all their unused older ones are revoked. In bulk: a few statements, however many. */
export async function reissueMissing(app: App, actor: Actor): Promise<LinkRow[]> {
  return transaction(app, async (app) => {
    await app.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('people.links'))`;
    const missing = await neverStarted(app, actor);
    if (missing.length === 0) return [];
    const personIds = missing.map(({ personId }) => personId);
    await app.db.invite.updateMany({
      where: { personId: { in: personIds }, usedAt: null, revokedAt: null },
      data: { revokedAt: app.now() },
    });
    const ids = await insertInvites(
      app,
      missing.map(({ personId, postId }) => ({ personId, postId })),
      actor.personId,
    );
    const key = await inviteKey(app);
    const rootOf = ({ post }: (typeof missing)[number]): number => post.org.rootId ?? post.org.id;
    for (const rootOrgId of new Set(missing.map(rootOf))) {
      const seats = missing.filter((seat) => rootOf(seat) === rootOrgId);
      const event = { verb: 'people.links-issued', entity: 'organisation', entityId: rootOrgId, rootOrgId };
      const data = { personIds: seats.map(({ personId }) => personId) };
      await record(app, { ...event, actor: { personId: actor.personId }, chatId: actor.chatId, data });
    }
    return missing.map(({ person, post }, index) => {
      const name = [person.surname, person.given, person.patronymic].filter(Boolean).join(' ');
      return { post, name, token: inviteToken(key, ids[index] ?? 0) };
    });
  });
}

/**
 * "Not this person": takes the Telegram account from a person whom somebody else joined as. Access ends at once, posts and history stay,
 * a new link can be given out. Throws UserError when the actor may not, or no account is bound.
 */
export async function unbindPerson(app: App, actor: Actor, { personId }: { personId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const person = await personView(app, personId);
    if (!person) throw new UserError('telegram-stale-button');
    const fault = personFault(actor, { ...person, orgPaths: person.posts.map(({ orgPath }) => orgPath) });
    if (fault) throw new UserError(fault);
    const { count } = await app.db.person.updateMany({
      where: { id: personId, telegramId: { not: null } },
      data: { telegramId: null, chatId: null, consentAt: null, consentVersion: null, blockedAt: null },
    });
    if (count === 0) throw new UserError('people-unbound-already');
    await cancelPlanned(app, { personId }, 'unbound');
    await app.db.dialogState.deleteMany({ where: { key: { endsWith: `:${person.telegramId}` } } });
    const [post] = person.posts;
    const who = { personId: actor.personId, postId: (post && managingPost(actor, post.orgPath)?.postId) ?? null };
    const event = { verb: 'people.unbound', entity: 'person', entityId: personId, rootOrgId: post?.rootId ?? null };
    await record(app, {
      ...event,
      actor: who,
      chatId: actor.chatId,
      data: { posts: person.posts.map(({ postId }) => postId) },
    });
    if (person.chatId === null) return;
    const told = {
      kind: 'people.unbound',
      chatId: person.chatId,
      data: { locale: person.locale },
      subjectId: personId,
    };
    await enqueue(app, [{ ...told, dedupeKey: `unbound:${personId}:${randomUUID()}` }]);
  });
}
