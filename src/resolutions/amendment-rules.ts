// Rules of amendments, pure: what a change says before and after, and the place and number of an item that is added.
import { UserError } from '../errors.ts';
import type { Clock, Day } from '../time.ts';
import type { ItemView } from './queries.ts';

/** Longest reason, in characters. */
export const maxAmendReason = 1000;

export type AmendAct = 'changed' | 'added' | 'cancelled' | 'head';

/** What one version says of an item or of the head; only what changed, but the number always. */
export type Wording = {
  number?: string | null;
  text?: string;
  due?: Day | null;
  dueTime?: Clock | null;
  executors?: number[];
  theme?: string;
  day?: Day;
};

export type ItemChange = {
  text?: string;
  due?: Day;
  dueTime?: Clock | null;
  executorPostIds?: number[];
};

/** As it stands, in the language it was written in. */
const textOf = ({ textKk, textRu }: ItemView): string => textKk ?? textRu ?? '';

/** Before and after of an item. Throws UserError when nothing changes. */
export function itemWordings(item: ItemView, change: ItemChange): { before: Wording; after: Wording } {
  const { number } = item;
  const before: Wording = {};
  const after: Wording = {};
  const text = change.text?.trim();
  if (change.due !== undefined && (change.due !== item.due || (change.dueTime ?? null) !== item.dueTime)) {
    Object.assign(before, { due: item.due, dueTime: item.dueTime });
    Object.assign(after, { due: change.due, dueTime: change.dueTime ?? null });
  }
  const now = liveExecutors(item);
  const wanted = change.executorPostIds && [...new Set(change.executorPostIds)];
  if (wanted && wanted.join() !== now.join()) {
    before.executors = now;
    after.executors = wanted;
  }
  if (text !== undefined && text !== textOf(item)) {
    before.text = textOf(item);
    after.text = text;
  }
  if (Object.keys(after).length === 0) throw new UserError('resolutions-amend-nothing');
  return { before: { number, ...before }, after: { number, ...after } };
}

/** Posts that take part, in their order. */
export function liveExecutors({ participations }: Pick<ItemView, 'participations'>): number[] {
  return participations.filter(({ state }) => state !== 'withdrawn').map(({ post }) => post.postId);
}

/** What was said before these amendments, the newest first: of each thing that changed the words that the oldest of them replaced. */
export function wordingThen(since: { before: Wording }[]): Wording {
  return Object.assign({}, ...since.map(({ before }) => before)) as Wording;
}

export type Head = { theme: string; number: string | null; day: Day };

/** Before and after of the head. Throws UserError when nothing changes. */
export function headWordings(head: Head, change: Partial<Head>): { before: Wording; after: Wording } {
  const names = (['theme', 'number', 'day'] as const).filter(
    (name) => change[name] !== undefined && change[name] !== head[name],
  );
  if (names.length === 0) throw new UserError('resolutions-amend-nothing');
  const pick = (from: Partial<Head>): Wording => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(head), after: pick(change) };
}

/** Where an added item stands: behind the one named, with its number and a hyphen to come ('2.1' -> '2.1-1'); else at the end, counted on. */
export function placeOfAdded(
  items: { taskId: number; number: string; position: number }[],
  afterTaskId: number | null,
): { position: number; number: string | null; moves: boolean } {
  const last = Math.max(0, ...items.map(({ position }) => position));
  if (afterTaskId === null) return { position: last + 1, number: null, moves: false };
  const before = items.find(({ taskId }) => taskId === afterTaskId);
  if (!before) throw new UserError('telegram-stale-button');
  // Items added behind the same one before stand in their order.
  const base = before.number;
  const added = items.filter(({ number }) => number === base || number.startsWith(`${base}-`));
  const position = Math.max(...added.map((item) => item.position)) + 1;
  return { position, number: base, moves: position <= last };
}
