// Reminders in groups at the moment of sending: only what is still owed, whom the group may name, and who cannot be reached by then.
import type { App } from '../app.ts';
import { loadCalendar, type Calendar } from '../calendar.ts';
import type { Naming } from '../chats/rules.ts';
import { inviteKey } from '../org/invite-actions.ts';
import type { MessageRow, Rendered } from '../outbox/rules.ts';
import { claimLink, sealPlace } from '../people/claim-rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { noteSaid } from './actions.ts';
import { chainOf } from './expected-rules.ts';
import { groupMessage, type GroupPart } from './group-messages.ts';
import { findPlacesToRemind, type PlaceRow, type UnreachedPost, unreachedPosts } from './group-queries.ts';
import type { Line } from './messages.ts';
import { owedShares } from './owed-queries.ts';
import { noticesOf, type NoticeRow, type ShareRow } from './queries.ts';
import { isListed, rememberDays } from './rules.ts';
import { toLine } from './line-rules.ts';

type Data = {
  parts?: { placeId: number; participationIds: number[] }[];
  unreached?: { placeId: number; postId: number }[];
};

/** The combined reminder of a group or topic, of each organisation it serves; a share that concerns several stands with the lowest of them. */
export async function renderGroup(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const { parts = [], unreached = [] } = row.data as Data;
  const places = await findPlacesToRemind(
    app,
    parts.map(({ placeId }) => placeId),
  );
  const owed = await owedShares(app, [...new Set(parts.flatMap(({ participationIds }) => participationIds))]);
  const calendar = rememberDays(await loadCalendar(app));
  const today = dayIn(app.zone, app.now());
  const listed = owed.filter((share) => isListed(share, today, calendar));
  const posts = [...listed.map(({ postId }) => postId), ...unreached.map(({ postId }) => postId)];
  const silent = new Map((await unreachedPosts(app, [...new Set(posts)])).map((post) => [post.postId, post]));
  const reminded = await remindedBefore(app, listed, calendar);
  const shown = new Set<number>();
  const blocks = places.map((place) => {
    const ids = new Set(parts.find(({ placeId }) => placeId === place.id)?.participationIds);
    const shares = listed.filter(({ id }) => ids.has(id) && !shown.has(id));
    for (const { id } of shares) shown.add(id);
    const lines = shares.map((share) => toLine(app, share, calendar));
    const named = unreached.filter(({ placeId }) => placeId === place.id).map(({ postId }) => postId);
    return partOf(place, lines, { named, silent, reminded });
  });
  if (row.id !== undefined) await noteSaid(app, row.id, { shares: [...shown] });
  return groupMessage(app, locales, blocks, await startLink(app, blocks, places));
}

type Known = { named: number[]; silent: ReadonlyMap<number, UnreachedPost>; reminded: ReadonlySet<number> };

function partOf(place: PlaceRow, lines: Line[], { named, silent, reminded }: Known): GroupPart {
  const { policy, orgId, orgNameKk, orgNameRu, naming, voice } = place;
  const listed = lines.filter(({ confidential }) => !confidential).map(({ postId }) => postId);
  const unreached = [...new Set([...listed, ...named])].flatMap((postId) => silent.get(postId) ?? []);
  return {
    policy,
    orgId,
    orgNameKk,
    orgNameRu,
    until: voice.to,
    overdue: lines.filter(({ overdue }) => overdue),
    soon: lines.filter(({ overdue }) => !overdue),
    mayName: new Set(lines.filter((line) => isNamed(line, naming, reminded)).map(({ id }) => id)),
    unreached,
    nameUnreached: naming !== 'never',
  };
}

/** What the issuer set for the task comes first; a group that names nobody names nobody. */
function isNamed({ id, taskNaming }: Line, naming: Naming, reminded: ReadonlySet<number>): boolean {
  const rule = naming === 'never' ? naming : (taskNaming ?? naming);
  return rule === 'always' || (rule === 'after_private' && reminded.has(id));
}

/** Shares of which somebody was reminded in private about the date, at least one working day ago. */
async function remindedBefore(app: App, shares: ShareRow[], calendar: Calendar): Promise<Set<number>> {
  const notices = await noticesOf(
    app,
    shares.map(({ id }) => id),
  );
  const told = new Map<number, NoticeRow[]>(shares.map(({ id }) => [id, []]));
  for (const notice of notices) told.get(notice.participationId)?.push(notice);
  const today = dayIn(app.zone, app.now());
  const before = shares.filter((share) => wasRemindedBefore(share, told.get(share.id) ?? [], today, calendar));
  return new Set(before.map(({ id }) => id));
}

/** Who never started the bot finds the own post in a list; who blocked it only has to start it again. */
async function startLink(app: App, parts: GroupPart[], places: PlaceRow[]): Promise<string | null> {
  const at = parts.findIndex(({ unreached }) => unreached.some(({ blocked }) => blocked.length === 0));
  const place = places[at];
  if (app.botUsername === '') return null;
  if (!place) return `https://t.me/${app.botUsername}?start`;
  return claimLink(app.botUsername, sealPlace(await inviteKey(app), place.id));
}

/** One of these notices of the share was a private reminder about the date, and arrived at least one working day ago. */
function wasRemindedBefore(share: ShareRow, notices: NoticeRow[], today: string, calendar: Calendar): boolean {
  return notices.some(
    ({ recipient, step, sent, day }) =>
      sent &&
      recipient.startsWith('person:') &&
      chainOf(step) === 'dated' &&
      !step.startsWith('ladder-') &&
      calendar.workingDaysBetween(day, today, share.week) >= 1,
  );
}
