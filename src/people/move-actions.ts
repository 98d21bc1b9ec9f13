// moveOrganisation: an organisation with everything below it goes under another one of the same tree.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { followClasses } from '../org/class-actions.ts';
import { managingPost } from '../org/manage-rules.ts';
import { type Actor, isWithin } from '../org/rules.ts';
import { orgView } from './queries.ts';

export type Moving = { orgId: number; parentId: number };

/**
 * Moves the organisation; posts, people and tasks stay with it. Waits for an import of the roster, which moves organisations too.
 * Throws UserError when the actor does not manage both, when the tree would close in a circle, or it is there already.
 */
export async function moveOrganisation(app: App, actor: Actor, { orgId, parentId }: Moving): Promise<void> {
  await transaction(app, async (app) => {
    await app.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('org.roster'))`;
    const org = await orgView(app, actor, orgId);
    const parent = await orgView(app, actor, parentId);
    if (!org || !parent) throw new UserError('people-not-yours');
    if (org.closed || parent.closed) throw new UserError('people-closed-already');
    if (org.path === `/${orgId}/` || org.rootId !== parent.rootId) throw new UserError('people-move-other-tree');
    if (isWithin(parent.path, org.path)) throw new UserError('people-move-circle');
    const path = `${parent.path}${orgId}/`;
    if (path === org.path) throw new UserError('people-move-there');
    await app.db.$executeRaw`
      UPDATE organisation SET path = ${path} || substr(path, ${org.path.length + 1}::int) WHERE starts_with(path, ${org.path})`;
    await app.db.organisation.update({ where: { id: orgId }, data: { parentId } });
    await followClasses(app);
    const who = { personId: actor.personId, postId: managingPost(actor, parent.path)?.postId ?? null };
    const event = {
      verb: 'people.org-moved',
      entity: 'organisation',
      entityId: orgId,
      rootOrgId: org.rootId,
      actor: who,
    };
    await record(app, { ...event, chatId: actor.chatId, data: { before: org.path, after: path } });
  });
}
