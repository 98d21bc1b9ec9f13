// Replay: events of the journal -> tasks, shares, extensions and resolutions as they were at any moment. Pure.
import type { ChangeGroup, Values, Watched } from '../journal/change-rules.ts';
import type { JsonObject } from '../journal/rules.ts';

/** What replay needs of an event. */
export type Happened = { at: Date; data: JsonObject };

/** A row as it was: its columns that had a value, and the task it belongs to. Texts stand as digests. */
export type PastRow = Values & { id: number; taskId: number | null };
export type Past = Record<Watched, Map<number, PastRow>>;

/** A change whose `before` is not what the events before it say: an event is missing. */
export type Gap = { at: Date; entity: Watched; id: number; column: string };

/**
 * Applies the events in the order they are given, up to and including the moment `until` (product rules, as-of replay).
 * `gaps` names what does not fit together; a whole journal has none.
 */
export function replay(events: Iterable<Happened>, until?: Date): { past: Past; gaps: Gap[] } {
  const past: Past = { task: new Map(), participation: new Map(), extension: new Map(), resolution: new Map() };
  const gaps: Gap[] = [];
  for (const { at, data } of events) {
    if (until && at > until) continue;
    for (const group of changesOf(data)) {
      for (const [place, id] of group.ids.entries()) gaps.push(...change(past, group, id, place, at));
    }
  }
  return { past, gaps };
}

/** The changes that an event carries; none for one that changed no watched row. */
export function changesOf(data: JsonObject): ChangeGroup[] {
  return Array.isArray(data['changes']) ? (data['changes'] as unknown as ChangeGroup[]) : [];
}

function change(past: Past, group: ChangeGroup, id: number, place: number, at: Date): Gap[] {
  const { entity, before, after } = group;
  const rows = past[entity];
  const known = rows.get(id);
  const gap = (column: string): Gap => ({ at, entity, id, column });
  if (before === null) {
    rows.set(id, { ...whole(after ?? {}), ...postOf(group, place), id, taskId: group.taskId });
    return known ? [gap('id')] : [];
  }
  if (!known) return [gap('id')];
  if (after === null) {
    rows.delete(id);
    return [];
  }
  rows.set(id, { ...whole({ ...known, ...after }), id, taskId: group.taskId });
  return Object.keys(before)
    .filter((column) => (known[column] ?? null) !== (before[column] ?? null))
    .map(gap);
}

function postOf({ postIds }: ChangeGroup, place: number): Values {
  const postId = postIds?.[place];
  return postId === undefined ? {} : { postId };
}

/** Without the columns that have no value. */
function whole(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
