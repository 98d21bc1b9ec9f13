// The part of a tick's plan that concerns groups, pure: one message for each group or topic, however many organisations it serves.
import { byMoment, type NewNotice, type Said, type ToldOf, write } from './notice-rules.ts';
import type { Situation } from './plan.ts';
import { isSpeakingDay, isSpeakingTime, type Voice } from './policy-rules.ts';
import type { PlaceRow } from './group-queries.ts';
import type { ShareRow } from './queries.ts';
import { isForGroup, isListed, chooseSteps, type Step } from './rules.ts';

/** Steps of which nobody on the post could be told in private: the post is named in its group. */
export type Missed = { share: ShareRow; postId: number; orgPath: string; steps: Step[] };

/** What would be said in one group or topic, before looking whether today's message has gone already. */
export type ToldSpot = {
  key: string;
  chatId: number;
  threadId: number | null;
  /** What of each organisation is listed. */
  parts: { placeId: number; participationIds: number[] }[];
  /** Posts that are named because nobody on them can be written to. */
  unreached: { placeId: number; postId: number }[];
  say: (Said & { placeId: number })[];
  silent: NewNotice[];
  voices: Voice[];
};

type Scoped = Situation['shares'];

/** Everything there is to say in groups at this moment. */
export function draftSpots(situation: Situation, missed: Missed[], toldOf: ToldOf): ToldSpot[] {
  const { now, calendar, places } = situation;
  const ownChats = new Set(places.filter(({ groupId }) => groupId).map(({ id }) => id));
  const scopes = scopesOf(situation.shares, ownChats);
  const absent = byPlace(places, missed);
  const spots = new Map<string, ToldSpot>();
  for (const place of places) {
    if (!isSpeakingDay(now.day, place.voice, calendar)) continue;
    const { chatId, threadId } = place;
    const key = `reminders.group:${chatId}:${threadId ?? 0}:${now.day}`;
    const spot = spots.get(key) ?? { key, chatId, threadId, parts: [], unreached: [], say: [], silent: [], voices: [] };
    const below = place.groupId ? [] : (scopes.get(String(place.orgId)) ?? []);
    const scope = new Set([...below, ...(scopes.get(`place:${place.id}`) ?? [])]);
    const before = spot.say.length;
    listShares(spot, situation, place, [...scope], toldOf);
    nameUnreached(spot, place, absent.get(place.id) ?? [], toldOf);
    if (spot.say.length > before) spot.voices.push(place.voice);
    spots.set(key, spot);
  }
  return [...spots.values()].filter(({ say, voices }) => say.length > 0 && isSpeakingTime(now.time, voices));
}

/**
 * Shares by the organisations that contain their executors ("5"), and by the place that is the home of their card ("place:3").
 * What is at home in the own chat of a working group is said there alone.
 */
function scopesOf(shares: Scoped, ownChats: ReadonlySet<number>): Map<string, Scoped> {
  const scopes = new Map<string, Scoped>();
  for (const entry of shares) {
    const { homePlaceId } = entry.share;
    const own = homePlaceId !== null && ownChats.has(homePlaceId);
    const orgs = own ? [] : entry.share.orgPath.split('/').filter(Boolean);
    const home = homePlaceId === null ? [] : [`place:${homePlaceId}`];
    for (const key of [...orgs, ...home]) {
      const scope = scopes.get(key);
      if (scope) scope.push(entry);
      else scopes.set(key, [entry]);
    }
  }
  return scopes;
}

function listShares(
  spot: ToldSpot,
  { now, calendar }: Situation,
  place: PlaceRow,
  scope: Scoped,
  toldOf: ToldOf,
): void {
  const recipient = `place:${place.id}`;
  const listed = scope.filter(({ share }) => isListed(share, now.day, calendar)).map(({ share }) => share.id);
  spot.parts.push({ placeId: place.id, participationIds: listed });
  for (const { share, reached } of scope) {
    const { say, late } = chooseSteps(reached.filter(isForGroup), toldOf(share, recipient));
    spot.silent.push(...write(share, late, recipient, 'late'));
    spot.say.push(...say.map((step) => said(share, step, step.name, place)));
  }
}

/** A post is named for each thing that could not be said to it in private, once; of several only the latest is remembered as said. */
function nameUnreached(spot: ToldSpot, place: PlaceRow, missed: Missed[], toldOf: ToldOf): void {
  const recipient = `place:${place.id}`;
  for (const { share, postId, steps } of missed) {
    const told = toldOf(share, recipient);
    const open = steps.filter(({ name }) => !told.has(named(name))).toSorted(byMoment);
    const last = open.at(-1);
    if (!last) continue;
    spot.unreached.push({ placeId: place.id, postId });
    spot.say.push(said(share, last, named(last.name), place));
    const earlier = open.slice(0, -1).map((step) => ({ ...step, name: named(step.name) }));
    spot.silent.push(...write(share, earlier, recipient, 'late'));
  }
}

/** How the memory of a place calls a step for which it named somebody. */
function named(step: string): string {
  return `named/${step}`;
}

function said(share: ShareRow, step: Step, name: string, place: PlaceRow): Said & { placeId: number } {
  return { item: { id: share.id, step: name, rung: step.rung }, step, placeId: place.id };
}

/** What was missed, by the group of the nearest organisation above the post; a confidential task names nobody. */
function byPlace(places: PlaceRow[], missed: Missed[]): Map<number, Missed[]> {
  const first = new Map<number, PlaceRow>();
  for (const place of places) {
    if (place.groupId) continue;
    const known = first.get(place.orgId);
    if (!known || (known.threadId !== null && place.threadId === null)) first.set(place.orgId, place);
  }
  const found = new Map<number, Missed[]>();
  for (const one of missed) {
    if (one.share.confidential) continue;
    const orgIds = one.orgPath.split('/').filter(Boolean).map(Number);
    const nearest = orgIds.findLast((id) => first.has(id));
    const place = nearest === undefined ? undefined : first.get(nearest);
    if (place) found.set(place.id, [...(found.get(place.id) ?? []), one]);
  }
  return found;
}
