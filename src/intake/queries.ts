// Reads of intake: whether a document was read before, what its head proposes, what its text says.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { loadRoster } from '../org/queries.ts';
import { type Actor, canAdopt, canChair, scopeOf } from '../org/rules.ts';
import { bodyOf, draftableBodies, possibleChairs } from '../resolutions/body-queries.ts';
import { postHeld } from '../resolutions/queries.ts';
import { readDrafts } from '../reading/items/read-drafts.ts';
import type { HeadField } from '../resolutions/actions.ts';
import type { ReadItem } from '../resolutions/item-actions.ts';
import { mayIssueTo } from '../resolutions/rules.ts';
import type { Locale } from '../texts.ts';
import { type Day, dayIn } from '../time.ts';
import { postViews } from '../tasks/post-queries.ts';
import { groupsFor } from '../tasks/working-group-queries.ts';
import { chairIn, readHead } from './head-rules.ts';
import { itemOf } from './item-rules.ts';

/** Telegram cuts a text at 4096 characters; its parts come within seconds. In characters and milliseconds. */
export const cutFrom = 3_500;
const cutWithin = 60_000;

export type SourceView = {
  sourceId: number;
  rootOrgId: number;
  resolutionId: number | null;
  attachmentId: number;
  name: string;
  text: string;
  sentById: number;
};

/** A source by its id, or by its digest within a tree; null when there is none. */
export async function findSource(
  app: App,
  by: { sourceId: number } | { rootOrgId: number; sha256: string },
): Promise<SourceView | null> {
  const where = 'sourceId' in by ? { id: by.sourceId } : { rootOrgId_sha256: by };
  const row = await app.db.source.findUnique({ where, include: { attachment: true } });
  if (!row) return null;
  const { id: sourceId, rootOrgId, resolutionId, attachmentId, text, sentById } = row;
  return { sourceId, rootOrgId, resolutionId, attachmentId, text, sentById, name: row.attachment.name ?? '' };
}

/** The source that a message of this chat (our id) brought; null when it brought none. */
export async function sourceOfMessage(app: App, chatId: number, messageId: number): Promise<number | null> {
  const row = await app.db.source.findFirst({
    where: { attachment: { chatId, messageId: BigInt(messageId) } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** What a resolution was read from, for whoever drafted or chairs it. Throws UserError for anybody else. */
export async function sourcesFor(
  app: App,
  actor: Actor,
  resolutionId: number,
): Promise<{ name: string; sha256: string }[]> {
  const resolution = await app.db.resolution.findUnique({
    where: { id: resolutionId },
    include: { meeting: true, sources: { include: { attachment: true }, orderBy: { id: 'asc' } } },
  });
  if (!resolution) throw new UserError('telegram-stale-button');
  const { draftedById, meeting, sources } = resolution;
  if (draftedById !== actor.personId && !canAdopt(actor, meeting)) throw new UserError('resolutions-not-yours');
  return sources.map(({ sha256, attachment }) => ({ sha256, name: attachment.name ?? '' }));
}

/** What the head of a resolution would be; null is to be asked for. `guessed` was taken from the document, or assumed. */
export type ProposedHead = {
  orgId: number | null;
  theme: string;
  day: Day;
  number: string | null;
  chairPostId: number | null;
  guessed: HeadField[];
};

/** Proposes the head: the body from the actor's posts, the rest from the first lines. Throws nothing: what is not found is null or today. */
export async function proposeHead(
  app: App,
  actor: Actor,
  { text, name }: { text: string; name: string },
  chosen: { orgId?: number; chairPostId?: number } = {},
): Promise<ProposedHead> {
  const today = dayIn(app.zone, app.now());
  const head = readHead(text, { today, calendar: await loadCalendar(app) });
  const orgId = chosen.orgId ?? (await ownBody(app, actor));
  const found = orgId === null ? null : await chairOf(app, actor, orgId, head.chairWords);
  const chairPostId = chosen.chairPostId ?? found;
  const theme = head.theme ?? (name.replace(/\.[a-z]{3,4}$/i, '').trim() || app.t(actor.locale, 'intake-theme'));
  const guessed: HeadField[] = ['theme', 'day'];
  if (head.number !== null) guessed.push('number');
  if (chosen.chairPostId === undefined && chairPostId !== null) guessed.push('chair');
  return { orgId, theme, day: head.day ?? today, number: head.number, chairPostId, guessed };
}

async function ownBody(app: App, actor: Actor): Promise<number | null> {
  const bodies = await draftableBodies(app, actor);
  const scopes = actor.posts.map(scopeOf);
  const own = bodies.filter(({ path }) => scopes.includes(path));
  const [only] = own.length > 0 ? own : bodies;
  return (own.length === 1 || bodies.length === 1) && only ? only.orgId : null;
}

/** Who chaired: the one named, else whoever brings the document if they chair themselves, else the only one there is. */
async function chairOf(app: App, actor: Actor, orgId: number, words: string | null): Promise<number | null> {
  const org = await bodyOf(app, orgId);
  if (!org) return null;
  const chairs = await possibleChairs(app, org);
  const roster = await loadRoster(app, { orgPath: org.path });
  const surnames = (postId: number): string[] =>
    roster
      .filter((entry) => entry.postId === postId)
      .flatMap(({ personNames }) => personNames.map((name) => name.split(' ')[0] ?? ''));
  const named =
    words === null
      ? null
      : chairIn(
          words,
          chairs.map(({ postId }) => ({ postId, surnames: surnames(postId) })),
        );
  if (named !== null) return named;
  const own = actor.posts.find((post) => canChair(post) && chairs.some(({ postId }) => postId === post.postId));
  if (own) return own.postId;
  const [only] = chairs;
  return chairs.length === 1 && only ? only.postId : null;
}

/** The items of a text for a resolution of this body, chaired by this post. */
export async function itemsOf(
  app: App,
  {
    text,
    day,
    rootOrgId,
    chairPostId,
    locale,
  }: { text: string; day: Day; rootOrgId: number; chairPostId: number; locale: Locale },
): Promise<ReadItem[]> {
  const [chair] = await postViews(app, [chairPostId]);
  const orgPath = chair?.org.path ?? `/${rootOrgId}/`;
  const [roster, calendar] = await Promise.all([loadRoster(app, { orgPath }), loadCalendar(app)]);
  const drafts = readDrafts(text, { referenceDate: day, calendar, week: 5, roster });
  const scope = chair ? scopeOf({ orgType: chair.org.type, orgPath }) : orgPath;
  const groups = await groupsFor(app, { orgPath: scope }, text);
  const members = groups.flatMap(({ headPostId, postIds }) => [headPostId, ...postIds]);
  const named = drafts.flatMap(({ addressees }) => addressees.flatMap(({ postIds }) => postIds));
  const ids = [...new Set([...named, ...members])];
  const everybody = drafts.some(({ fanOut }) => fanOut !== null) ? roster.map(({ postId }) => postId) : [];
  const posts = await postViews(app, [...new Set([...ids, ...everybody])]);
  const allowed = new Set(
    posts
      .filter(
        ({ role, org }) =>
          chair && mayIssueTo(postHeld(chair, rootOrgId), [{ role, orgPath: org.path, orgType: org.type }]),
      )
      .map(({ postId }) => postId),
  );
  const ground = { text, day, roster, groups, locale, mayGet: (postId: number) => allowed.has(postId) };
  return drafts.map((draft) => itemOf(draft, ground));
}

/** How many tasks a text holds, without writing anything. */
export async function countDrafts(app: App, actor: Actor, text: string): Promise<number> {
  const [roster, calendar] = await Promise.all([loadRoster(app, actor), loadCalendar(app)]);
  return readDrafts(text, { referenceDate: dayIn(app.zone, app.now()), calendar, week: 5, roster }).length;
}

/** The resolution made of a source, unless its draft was thrown away. */
export async function aliveReview(app: App, { resolutionId }: SourceView): Promise<number | null> {
  if (resolutionId === null) return null;
  const row = await app.db.resolution.findUnique({ where: { id: resolutionId }, select: { state: true } });
  return row && row.state !== 'cancelled' ? resolutionId : null;
}

/** The text that this person pasted just before, if it was so long that Telegram may have cut it, and nobody has worked on it since. */
export async function cutPart(app: App, actor: Actor, chatId: number): Promise<SourceView | null> {
  const row = await app.db.source.findFirst({
    where: {
      sentById: actor.personId,
      createdAt: { gte: new Date(app.now().getTime() - cutWithin) },
      attachment: { chatId, telegramFileId: null },
    },
    include: { resolution: true },
    orderBy: { id: 'desc' },
  });
  if (!row || row.text.length < cutFrom) return null;
  const { resolution } = row;
  const touched = resolution !== null && resolution.touchedAt?.getTime() !== resolution.createdAt.getTime();
  return touched || (resolution && resolution.state !== 'draft') ? null : findSource(app, { sourceId: row.id });
}
