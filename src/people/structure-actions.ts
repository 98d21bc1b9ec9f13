// Posts and organisations: new, renamed, closed.
import { type App, transaction } from '../app.ts';
import { unbindOrganisation } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import type { OrgType, Ownership, Role } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { closePosts } from '../org/close-actions.ts';
import { openTasksOf } from '../org/close-queries.ts';
import { appointFault, managingPost, personFault } from '../org/manage-rules.ts';
import { isSchool, numberInName, postNames } from '../org/roster-cell-rules.ts';
import { takeIds } from '../org/roster-write-actions.ts';
import type { Actor } from '../org/rules.ts';
import { type OrgView, orgView, personView, postView } from './queries.ts';
import { closeFault, type FullName } from './rules.ts';

type Names = { nameKk: string; nameRu: string };
type Where = { path: string; rootId: number };

/** Adds a post; a closed one of the same role and name opens again. Throws UserError when it is there already. */
export async function addPost(
  app: App,
  actor: Actor,
  options: { orgId: number; role: Role } & Names,
): Promise<{ postId: number }> {
  const { orgId, role, nameKk, nameRu } = options;
  return transaction(app, async (app) => {
    await lockStructure(app);
    const org = await openOrg(app, actor, orgId);
    const fault = appointFault(actor, { orgPath: org.path, role });
    if (fault) throw new UserError(fault);
    const known = await app.db.post.findFirst({ where: { orgId, role, nameRu } });
    if (known && known.closedAt === null) throw new UserError('people-post-there');
    const { id: postId } = known
      ? await app.db.post.update({ where: { id: known.id }, data: { closedAt: null, nameKk } })
      : await app.db.post.create({ data: { orgId, role, nameKk, nameRu, createdAt: app.now() } });
    await note(app, actor, org, 'people.post-added', 'post', postId, { orgId, role });
    return { postId };
  });
}

export type NewOrganisation = Names & { parentId: number; type: OrgType; ownership: Ownership };

/** Adds an organisation below another one; a school comes with the post of its head. Throws UserError when the actor may not, or one of this name is there already. */
export async function addOrganisation(app: App, actor: Actor, options: NewOrganisation): Promise<{ orgId: number }> {
  const { parentId, type, ownership, nameKk, nameRu } = options;
  return transaction(app, async (app) => {
    await lockStructure(app);
    const parent = await openOrg(app, actor, parentId);
    if ((await app.db.organisation.count({ where: { parentId, nameRu, closedAt: null } })) > 0)
      throw new UserError('people-org-there');
    const [orgId = 0] = await takeIds(app, 'organisation', 1);
    const path = `${parent.path}${orgId}/`;
    await app.db.organisation.create({
      data: {
        id: orgId,
        code: `org-${orgId}`,
        nameKk,
        nameRu,
        type,
        ownership,
        subordination: type === 'republican' ? 'republican' : 'local',
        number: isSchool(type) ? numberInName(nameRu, nameKk) : null,
        parentId,
        path,
        rootId: parent.rootId,
        createdAt: app.now(),
      },
    });
    await note(app, actor, { path, rootId: parent.rootId }, 'people.org-added', 'organisation', orgId, {
      parentId,
      type,
      ownership,
    });
    if (isSchool(type)) await addPost(app, actor, { orgId, role: 'school_head', ...postNames.school_head });
    return { orgId };
  });
}

/** New names of a post. Throws UserError when another post of the organisation is called so. */
export async function renamePost(
  app: App,
  actor: Actor,
  { postId, nameKk, nameRu }: { postId: number } & Names,
): Promise<void> {
  await transaction(app, async (app) => {
    const post = await postView(app, actor, postId);
    if (!post || post.closed) throw new UserError(post ? 'people-closed-already' : 'people-not-yours');
    const same = { orgId: post.orgId, role: post.role, nameRu, id: { not: postId } };
    if (await app.db.post.findFirst({ where: same })) throw new UserError('people-post-there');
    await app.db.post.update({ where: { id: postId }, data: { nameKk, nameRu } });
    await note(
      app,
      actor,
      { path: post.orgPath, rootId: post.rootId },
      'people.post-renamed',
      'post',
      postId,
      {},
      { nameKk, nameRu },
    );
  });
}

/** New names of an organisation; the number of a school follows its name. */
export async function renameOrganisation(
  app: App,
  actor: Actor,
  { orgId, nameKk, nameRu }: { orgId: number } & Names,
): Promise<void> {
  await transaction(app, async (app) => {
    const org = await openOrg(app, actor, orgId);
    const number = isSchool(org.type) ? numberInName(nameRu, nameKk) : null;
    await app.db.organisation.update({ where: { id: orgId }, data: { nameKk, nameRu, number } });
    await note(app, actor, org, 'people.org-renamed', 'organisation', orgId, {}, { nameKk, nameRu });
  });
}

/** The right name of a person. Throws UserError when the person is not the actor's. */
export async function renamePerson(
  app: App,
  actor: Actor,
  { personId, name }: { personId: number; name: FullName },
): Promise<void> {
  await transaction(app, async (app) => {
    const person = await personView(app, personId);
    if (!person) throw new UserError('telegram-stale-button');
    const fault = personFault(actor, { ...person, orgPaths: person.posts.map(({ orgPath }) => orgPath) });
    if (fault) throw new UserError(fault);
    await app.db.person.update({ where: { id: personId }, data: name });
    const [post] = person.posts;
    const where = { path: post?.orgPath ?? '', rootId: post?.rootId ?? null };
    await note(
      app,
      actor,
      where,
      'people.person-renamed',
      'person',
      personId,
      {},
      { name: Object.values(name).join(' ') },
    );
  });
}

/** Closes a post: who holds it loses it, its links and claims end. Throws UserError while open tasks hang on it. */
export async function closePost(app: App, actor: Actor, { postId }: { postId: number }): Promise<{ orgId: number }> {
  return transaction(app, async (app) => {
    const post = await postView(app, actor, postId);
    if (!post) throw new UserError('people-not-yours');
    const fault = appointFault(actor, { orgPath: post.orgPath, role: post.role });
    if (fault) throw new UserError(fault);
    if (actor.posts.some((held) => held.postId === postId)) throw new UserError('people-not-yourself');
    await shut(app, actor, [postId]);
    await note(app, actor, { path: post.orgPath, rootId: post.rootId }, 'people.post-closed', 'post', postId, {
      orgId: post.orgId,
    });
    return { orgId: post.orgId };
  });
}

/** Closes an organisation with its posts; groups bound to it are unbound. Throws UserError while open tasks or other organisations hang on it. */
export async function closeOrganisation(
  app: App,
  actor: Actor,
  { orgId }: { orgId: number },
): Promise<{ parentId: number | null }> {
  return transaction(app, async (app) => {
    const org = await openOrg(app, actor, orgId);
    const postIds = org.posts.map(({ postId }) => postId);
    if (actor.posts.some((held) => held.orgId === orgId)) throw new UserError('people-not-yourself');
    await shut(app, actor, postIds, org.children);
    const { count } = await app.db.organisation.updateMany({
      where: { id: orgId, closedAt: null },
      data: { closedAt: app.now() },
    });
    if (count === 0) throw new UserError('people-closed-already');
    await unbindOrganisation(app, actor, orgId);
    await note(app, actor, org, 'people.org-closed', 'organisation', orgId, { posts: postIds });
    return { parentId: org.parent?.orgId ?? null };
  });
}

/** Throws UserError while something hangs on the posts. Joins the transaction it is called in; the caller records it. */
async function shut(app: App, actor: Actor, postIds: number[], children = 0): Promise<void> {
  await app.db.$executeRaw`SELECT id FROM post WHERE id = ANY(${postIds}::int[]) ORDER BY id FOR UPDATE`;
  const tasks = await openTasksOf(app, postIds);
  const fault = closeFault({ tasks, children });
  if (fault) throw new UserError(fault, { tasks, children });
  if ((await closePosts(app, actor, postIds)) < postIds.length) throw new UserError('people-closed-already');
}

/** An import of the roster, or the same press once more after a stop, waits and then sees what was added. */
async function lockStructure(app: App): Promise<void> {
  await app.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('org.roster'))`;
}

async function openOrg(app: App, actor: Actor, orgId: number): Promise<OrgView> {
  const org = await orgView(app, actor, orgId);
  if (!org) throw new UserError('people-not-yours');
  if (org.closed) throw new UserError('people-closed-already');
  return org;
}

async function note(
  app: App,
  actor: Actor,
  { path, rootId }: Omit<Where, 'rootId'> & { rootId: number | null },
  verb: string,
  entity: string,
  entityId: number,
  data: JsonObject,
  texts: Record<string, string> = {},
): Promise<void> {
  const who = { personId: actor.personId, postId: managingPost(actor, path)?.postId ?? null };
  await record(app, { verb, entity, entityId, rootOrgId: rootId, actor: who, chatId: actor.chatId, data, texts });
}
