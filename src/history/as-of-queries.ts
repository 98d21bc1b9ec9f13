// The state of a resolution at the end of a past day, computed from the journal alone.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { resolutionView, type ResolutionView } from '../resolutions/queries.ts';
import { readsWhole, type SeenItem, seenItems } from '../resolutions/sight-rules.ts';
import { knownShares } from '../tasks/access-rules.ts';
import { addDays, type Day, dayIn, instantOf, printDayShort } from '../time.ts';
import { type PastItem, pastItem, type PastShare } from './as-of-rules.ts';
import { eventsOf, type NamedPost, postNames } from './queries.ts';
import { replay } from './replay-rules.ts';

/** A resolution in force that the actor may look at, and since which day there is something to see. */
export type Readable = { view: ResolutionView; from: Day; today: Day };

/** `now`: the item as it is seen today. `counted`: the shares that tell where it stood, of a discreet item all of them, to be shown nowhere. */
export type PastSeen = PastItem & { discreet: boolean; now: SeenItem; counted: PastShare[] };

export type AsOf = {
  view: ResolutionView;
  day: Day;
  /** The moment looked at: the end of the day, or now. */
  at: Date;
  /** State of the resolution then; null when the journal does not know. */
  state: string | null;
  items: PastSeen[];
  /** Items of today that were not issued yet, or that the journal knows nothing of. */
  later: number;
  posts: Map<number, NamedPost>;
};

/** Throws UserError for a resolution of others, and for one that was never adopted. */
export async function readableResolution(app: App, actor: Actor, resolutionId: number): Promise<Readable> {
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  const seen = seenItems(actor, view, view.items, view.rootOrgId);
  if (!readsWhole(actor, view) && seen.length === 0) throw new UserError('telegram-not-allowed');
  if (!view.adoptedAt) throw new UserError('history-not-adopted');
  return { view, from: dayIn(app.zone, view.adoptedAt), today: dayIn(app.zone, app.now()) };
}

/**
 * The items and their executors as they stood at the end of that day (product rules, as-of replay). Throws UserError for a day
 * before the adoption or to come, and for a resolution that the actor may not see.
 */
export async function resolutionAsOf(app: App, actor: Actor, resolutionId: number, day: Day): Promise<AsOf> {
  const { view, from, today } = await readableResolution(app, actor, resolutionId);
  if (day > today) throw new UserError('history-day-future');
  if (day < from) throw new UserError('history-day-before', { day: printDayShort(from) });
  const seen = seenItems(actor, view, view.items, view.rootOrgId);
  const taskIds = seen.map(({ taskId }) => taskId);
  const events = await eventsOf(app, { taskIds, resolutionId });
  const until = new Date(instantOf(app.zone, addDays(day, 1), '00:00').getTime() - 1);
  const { past } = replay(events, until);
  const moment = { zone: app.zone, at: until < app.now() ? until : app.now() };
  const whole = readsWhole(actor, view);
  const items = seen.flatMap((item) => {
    const shown = new Set(item.participations.map(({ participationId }) => participationId));
    const mayShow = (id: number): boolean => !item.discreet && (whole || shown.has(id));
    const full = view.items.find(({ taskId }) => taskId === item.taskId) ?? item;
    const known = new Set(knownShares(actor, full).map(({ participationId }) => participationId));
    const sight = { mayShow, mayCount: (id: number): boolean => whole || known.has(id) };
    const found = pastItem(past, item.taskId, moment, sight);
    if (!found) return [];
    const all = item.discreet ? pastItem(past, item.taskId, moment, { ...sight, mayShow: () => true }) : found;
    return [{ ...found, number: item.number, discreet: item.discreet, now: item, counted: all?.shares ?? [] }];
  });
  const posts = await postNames(
    app,
    items.flatMap(({ shares }) => shares.map(({ postId }) => postId)),
  );
  const state = past.resolution.get(resolutionId)?.['state'];
  const later = seen.length - items.length;
  return { view, day, at: moment.at, state: state ? String(state) : null, items, later, posts };
}

export type ResolutionChoice = { resolutionId: number; theme: string; day: Day; number: string | null };

/** Resolutions in force or closed that the actor chairs, drafted, or reads; the newest first. */
export async function choicesFor(app: App, actor: Actor): Promise<ResolutionChoice[]> {
  const chaired = { chairPostId: { in: actor.posts.map(({ postId }) => postId) } };
  // As wide as the rules below may allow, so that the bodies of others do not push the own ones out of the newest.
  const read = readableScopes(actor).map((path) => ({ org: { path: { startsWith: path } } }));
  const rows = await app.db.resolution.findMany({
    where: { adoptedAt: { not: null }, OR: [{ draftedById: actor.personId }, { meeting: { OR: [chaired, ...read] } }] },
    include: { meeting: { include: { org: true } } },
    orderBy: { id: 'desc' },
    take: 60,
  });
  const mine = rows.filter(({ meeting, draftedById, state }) => {
    const chair = { postId: meeting.chairPostId } as ResolutionView['chair'];
    const org = { orgId: meeting.org.id, nameKk: '', nameRu: '', path: meeting.org.path };
    return readsWhole(actor, { org, chair, draftedById, state });
  });
  return mine.slice(0, 10).map(({ id, meeting }) => ({
    resolutionId: id,
    theme: meeting.theme,
    day: meeting.day.toISOString().slice(0, 10),
    number: meeting.number,
  }));
}
