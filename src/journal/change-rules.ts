// What an event changed in the tables: the lines PostgreSQL gathered during the transaction -> groups of equal changes.
import type { JsonObject, JsonValue } from './rules.ts';

/** Tables whose rows the journal can replay. */
export type Watched = 'task' | 'participation' | 'extension' | 'resolution';
export type Values = { [column: string]: JsonValue | undefined };

/** The same change of one or many rows. `before` null: they came into being (a task when it is issued); `after` null: they are gone. */
export type ChangeGroup = {
  entity: Watched;
  ids: number[];
  /** Task they belong to; null for a resolution. */
  taskId: number | null;
  /** Posts of shares that came into being, in the order of `ids`. */
  postIds?: number[];
  /** Columns that changed only; null and absent mean the same. */
  before: Values | null;
  after: Values | null;
};

type Row = { entity: Watched; id: number; taskId: number | null; was: Values | null; now: Values | null };
type Line = { entity: Watched; rows: [id: number, taskId: number | null, was: Values | null, now: Values | null][] };

/** Columns that hold words of people: `digest` takes their place in the journal. */
const texts = ['textKk', 'textRu'];

/**
 * Merges the lines of a transaction into groups; a row changed back and forth is left out. `digest` hides free text.
 * Throws on what is no list of changes.
 */
export function changeGroups(lines: string, digest: (text: string) => string): ChangeGroup[] {
  return grouped(mergedRows(lines).values(), digest);
}

/** The same for several events of one transaction: each takes what became of its own row, the last one everything else. */
export function changesByEvent(
  lines: string,
  events: { entity: string; entityId: number }[],
  digest: (text: string) => string,
): ChangeGroup[][] {
  const rows = mergedRows(lines);
  const last = events.length - 1;
  return events.map(({ entity, entityId }, n) => {
    const key = `${entity}:${entityId}`;
    const own = n === last ? [...rows.values()] : [rows.get(key)].filter((row) => row !== undefined);
    rows.delete(key);
    return grouped(own, digest);
  });
}

function grouped(rows: Iterable<Row>, digest: (text: string) => string): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const row of rows) {
    const change = difference(row);
    if (!change) continue;
    const { entity, id, taskId } = row;
    const postId = entity === 'participation' && change.before === null ? change.after?.['postId'] : undefined;
    if (postId !== undefined) delete change.after?.['postId'];
    hide(change.before, digest);
    hide(change.after, digest);
    const key = JSON.stringify([entity, entity === 'task' ? id : taskId, change]);
    const group = groups.get(key) ?? { entity, ids: [], taskId, ...change };
    group.ids.push(id);
    if (typeof postId === 'number') group.postIds = [...(group.postIds ?? []), postId];
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One row for each that was touched: as it was before the first statement, and after the last one. */
function mergedRows(lines: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const line of lines.split('\n').filter(Boolean)) {
    const { entity, rows: changed } = JSON.parse(line) as Line;
    for (const [id, taskId, was, now] of changed) {
      const key = `${entity}:${id}`;
      const known = rows.get(key);
      rows.set(key, known ? { ...known, now } : { entity, id, taskId, was, now });
    }
  }
  return rows;
}

function difference({ was, now }: Row): { before: Values | null; after: Values | null } | null {
  if (!was && !now) return null;
  if (!was) return { before: null, after: { ...now } };
  if (!now) return { before: {}, after: null };
  const columns = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((name) => was[name] !== now[name]);
  if (columns.length === 0) return null;
  const pick = (from: Values): Values => Object.fromEntries(columns.map((name) => [name, from[name] ?? null]));
  return { before: pick(was), after: pick(now) };
}

function hide(values: Values | null, digest: (text: string) => string): void {
  if (!values) return;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    // A number read from a document could be anything; those people give ("2.1", "Т-148/3") have no spaces.
    const open = name === 'number' ? /^[^\s]{1,24}$/.test(value) : !texts.includes(name);
    if (!open) values[name] = digest(value);
  }
}

/** What an event says of rows: the groups, and the tasks by which the event is found again. */
export function touchedBy(
  groups: ChangeGroup[],
  { entity, entityId, data }: { entity: string; entityId: number; data?: JsonObject | undefined },
): JsonObject {
  const named = [entity === 'task' ? entityId : null, data?.['taskId'], ...groups.map(({ taskId }) => taskId)];
  const touched = [...new Set(named.filter((id) => typeof id === 'number'))].toSorted((a, b) => a - b);
  return { ...(touched.length > 0 && { touched }), ...(groups.length > 0 && { changes: groups as JsonValue[] }) };
}
