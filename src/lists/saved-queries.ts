// Saved lists of a person. They hold a question, never an answer: what they show is looked up, with the rights of that moment.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { type Filter, filterFrom } from './filter-rules.ts';

/** `filter` null: kept by a version that knew other filters. */
export type SavedList = { id: number; name: string; filter: Filter | null };

/** The actor's saved lists by name. One statement. */
export async function savedLists(app: App, { personId }: Pick<Actor, 'personId'>): Promise<SavedList[]> {
  const rows = await app.db.savedFilter.findMany({ where: { personId }, orderBy: { name: 'asc' } });
  return rows.map(({ id, name, filter }) => ({ id, name, filter: filterKept(filter) }));
}

/** One of the actor's own. Throws UserError for somebody else's, or one that is gone. */
export async function savedList(app: App, { personId }: Pick<Actor, 'personId'>, id: number): Promise<SavedList> {
  const row = await app.db.savedFilter.findFirst({ where: { id, personId } });
  if (!row) throw new UserError('lists-saved-gone');
  return { id: row.id, name: row.name, filter: filterKept(row.filter) };
}

function filterKept(kept: unknown): Filter | null {
  const { code, words } = (kept ?? {}) as { code?: unknown; words?: unknown };
  if (typeof code !== 'string') return null;
  return filterFrom(code, typeof words === 'string' ? words : null);
}
