// Writes of saved lists: kept under a name, renamed, deleted; each person's own.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { codeOf, type Filter } from './filter-rules.ts';
import { savedList } from './saved-queries.ts';

export const longestName = 40;
export const mostSaved = 20;

/** Keeps the filter under a name. Throws UserError for a name that is taken or too long, and beyond the most a person can keep. */
export async function saveList(
  app: App,
  actor: Actor,
  { filter, name }: { filter: Filter; name: string },
): Promise<string> {
  const kept = checkedName(name);
  return transaction(app, async (app) => {
    // Two presses at once wait for each other, so that the count holds.
    await app.db.$queryRaw`SELECT id FROM person WHERE id = ${actor.personId} FOR UPDATE`;
    const names = await app.db.savedFilter.findMany({ where: { personId: actor.personId }, select: { name: true } });
    if (names.length >= mostSaved) throw new UserError('lists-too-many', { most: mostSaved });
    if (names.some((each) => each.name === kept)) throw new UserError('lists-name-taken', { name: kept });
    const { personId } = actor;
    const data = { personId, name: kept, filter: { code: codeOf(filter), words: filter.words }, createdAt: app.now() };
    const { id } = await app.db.savedFilter.create({ data });
    await note(app, actor, 'lists.saved', id, kept);
    return kept;
  });
}

/** Gives one of the actor's lists another name. Throws UserError for somebody else's, and for a name that is taken or too long. */
export async function renameList(app: App, actor: Actor, { id, name }: { id: number; name: string }): Promise<string> {
  const kept = checkedName(name);
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM person WHERE id = ${actor.personId} FOR UPDATE`;
    const list = await savedList(app, actor, id);
    if (list.name === kept) return kept;
    const { personId } = actor;
    const taken = await app.db.savedFilter.findFirst({ where: { personId, name: kept } });
    if (taken) throw new UserError('lists-name-taken', { name: kept });
    const { count } = await app.db.savedFilter.updateMany({ where: { id, personId }, data: { name: kept } });
    if (count === 0) throw new UserError('lists-saved-gone');
    await note(app, actor, 'lists.renamed', id, kept);
    return kept;
  });
}

/** Deletes one of the actor's lists. Throws UserError for somebody else's, or one that is gone. */
export async function deleteList(app: App, actor: Actor, { id }: { id: number }): Promise<void> {
  await transaction(app, async (app) => {
    const { count } = await app.db.savedFilter.deleteMany({ where: { id, personId: actor.personId } });
    if (count === 0) throw new UserError('lists-saved-gone');
    await note(app, actor, 'lists.deleted', id);
  });
}

function checkedName(name: string): string {
  const kept = name.replace(/\s+/g, ' ').trim();
  if (kept === '' || kept.length > longestName) throw new UserError('lists-name-length', { most: longestName });
  return kept;
}

async function note(app: App, actor: Actor, verb: string, entityId: number, name?: string): Promise<void> {
  await record(app, {
    verb,
    entity: 'saved_filter',
    entityId,
    rootOrgId: actor.posts[0]?.rootId ?? null,
    actor: { personId: actor.personId },
    ...(name !== undefined && { texts: { name } }),
  });
}
