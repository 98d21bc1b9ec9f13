// Reads of chats: which chat this is, what it is bound to, which group is home for some organisations.
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { canBindGroup, type Actor } from '../org/rules.ts';
import { fold } from '../reading/words.ts';
import { isLocale } from '../texts.ts';
import { commonOrganisations, type PlaceSettings } from './rules.ts';

/** A group or topic bound to an organisation. */
export type PlaceInfo = PlaceSettings & {
  placeId: number;
  /** Our id of the chat. */
  chatId: number;
  telegramChatId: number;
  /** Forum topic; null for the group itself. */
  threadId: number | null;
  orgId: number;
  orgPath: string;
  rootId: number;
  orgNameKk: string;
  orgNameRu: string;
  /** Title of the Telegram group. */
  title: string;
  /** The working group whose own chat it is: names above are the group's, and nothing else of the organisation is told here. */
  groupId: number | null;
};

export type ChatInfo = {
  chatId: number;
  telegramChatId: number;
  type: string;
  title: string | null;
  active: boolean;
  botAdmin: boolean;
};

/** An organisation that somebody may bind a group to. */
export type BindableOrg = { orgId: number; nameKk: string; nameRu: string; path: string };

const withOrg = { chat: true, org: true, group: true } satisfies Prisma.PlaceInclude;
type PlaceRow = Prisma.PlaceGetPayload<{ include: typeof withOrg }>;

/** The chat with this Telegram id; null if the bot has never met it. */
export async function findChat(app: App, telegramChatId: number): Promise<ChatInfo | null> {
  const row = await app.db.chat.findUnique({ where: { telegramId: BigInt(telegramChatId) } });
  if (!row) return null;
  const { id, type, title, active, botAdmin } = row;
  return { chatId: id, telegramChatId: Number(row.telegramId), type, title, active, botAdmin };
}

/** What the topic is bound to, else what the whole group is bound to; null when neither is. */
export async function findPlace(app: App, telegramChatId: number, threadId: number | null): Promise<PlaceInfo | null> {
  const own = await placeAt(app, telegramChatId, threadId);
  return own ?? (threadId === null ? null : placeAt(app, telegramChatId, null));
}

/** What exactly this topic (or, with null, the group itself) is bound to: the first of its organisations. */
export async function placeAt(app: App, telegramChatId: number, threadId: number | null): Promise<PlaceInfo | null> {
  return (await placesAt(app, telegramChatId, threadId))[0] ?? null;
}

/** Every organisation that exactly this topic (or, with null, the group itself) is bound to, the first bound first. */
export async function placesAt(app: App, telegramChatId: number, threadId: number | null): Promise<PlaceInfo[]> {
  const rows = await app.db.place.findMany({
    where: { unboundAt: null, threadId, chat: { telegramId: BigInt(telegramChatId) } },
    include: withOrg,
    orderBy: [{ boundAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(placeInfo);
}

/** What stands bound in this chat (our id): the topic, or with null everything; with whom it was bound by. */
export async function placesOfChat(
  app: App,
  chatId: number,
  threadId: number | null,
): Promise<{ placeId: number; boundBy: { personId: number; chatId: number | null } }[]> {
  const rows = await app.db.place.findMany({
    where: { chatId, unboundAt: null, ...(threadId !== null && { threadId }) },
    include: { boundBy: true },
  });
  return rows.map(({ id, boundBy }) => ({
    placeId: id,
    boundBy: { personId: boundBy.id, chatId: boundBy.blockedAt === null ? boundBy.chatId : null },
  }));
}

/** One binding that still stands; null once it is undone. */
export async function findPlaceById(app: App, placeId: number): Promise<PlaceInfo | null> {
  const row = await app.db.place.findFirst({ where: { id: placeId, unboundAt: null }, include: withOrg });
  return row && placeInfo(row);
}

/** The group of the nearest organisation that contains all these paths (product rules, home of a card); null when there is none. */
export async function homePlaceFor(app: App, orgPaths: string[]): Promise<PlaceInfo | null> {
  const [nearest] = await homePlacesFor(app, orgPaths);
  return nearest ?? null;
}

/** All groups that could be home for these organisations, the nearest first. Groups the bot was removed from are left out. */
export async function homePlacesFor(app: App, orgPaths: string[]): Promise<PlaceInfo[]> {
  const orgIds = commonOrganisations(orgPaths);
  if (orgIds.length === 0) return [];
  const rows = await app.db.place.findMany({
    where: { orgId: { in: orgIds }, groupId: null, unboundAt: null, chat: { active: true } },
    include: withOrg,
    orderBy: [{ id: 'asc' }],
  });
  const order = (row: PlaceRow): number => orgIds.indexOf(row.orgId) * 2 + (row.threadId === null ? 0 : 1);
  return rows.toSorted((a, b) => order(a) - order(b)).map(placeInfo);
}

/** All groups bound inside a subtree ('/1/5/'), where the bot still is; whole groups before their topics. */
export async function placesWithin(app: App, path: string): Promise<PlaceInfo[]> {
  const rows = await app.db.place.findMany({
    where: { unboundAt: null, chat: { active: true }, org: { path: { startsWith: path } } },
    include: withOrg,
    orderBy: [{ org: { path: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(placeInfo);
}

/** Every group and topic bound to exactly this organisation. */
export async function placesOfOrganisation(app: App, orgId: number): Promise<PlaceInfo[]> {
  const where = { orgId, unboundAt: null };
  return (await app.db.place.findMany({ where, include: withOrg, orderBy: { id: 'asc' } })).map(placeInfo);
}

/**
 * The organisations that the actor may bind a group to, nearest to the root first.
 * With `search` only those whose number, code, alias or name fits.
 */
export async function bindableOrganisations(app: App, actor: Actor, search = ''): Promise<BindableOrg[]> {
  const rows = await app.db.organisation.findMany({
    where: { closedAt: null, ...(actor.systemAdmin ? {} : { rootId: { in: rootsOf(actor) } }) },
    select: { id: true, nameKk: true, nameRu: true, path: true, number: true, code: true, aliases: true },
  });
  const depth = (path: string): number => path.split('/').length;
  return rows
    .filter((row) => canBindGroup(actor, row.path) !== null && fits(row, fold(search.trim())))
    .sort((a, b) => depth(a.path) - depth(b.path) || a.nameRu.localeCompare(b.nameRu, 'ru', { numeric: true }))
    .map(({ id, nameKk, nameRu, path }) => ({ orgId: id, nameKk, nameRu, path }));
}

/** The organisation, if it is open and the actor may bind a group to it; null otherwise. */
export async function bindableOrganisation(app: App, actor: Actor, orgId: number): Promise<BindableOrg | null> {
  const row = await app.db.organisation.findFirst({ where: { id: orgId, closedAt: null } });
  if (!row || canBindGroup(actor, row.path) === null) return null;
  return { orgId: row.id, nameKk: row.nameKk, nameRu: row.nameRu, path: row.path };
}

function rootsOf(actor: Actor): number[] {
  return [...new Set(actor.posts.map((post) => post.rootId))];
}

type Searched = { nameKk: string; nameRu: string; number: string | null; code: string; aliases: string[] };

function fits({ nameKk, nameRu, number, code, aliases }: Searched, wanted: string): boolean {
  if (wanted === '') return true;
  const numberOnly = /^(?:№|#|n)?\s*(\d+)$/.exec(wanted)?.[1];
  if (numberOnly && number === numberOnly) return true;
  if (fold(code) === wanted || aliases.some((alias) => fold(alias) === wanted)) return true;
  return !numberOnly && [nameKk, nameRu].some((name) => fold(name).includes(wanted));
}

function placeInfo({ id, chat, org, group, threadId, languages, policy, naming }: PlaceRow): PlaceInfo {
  return {
    placeId: id,
    chatId: chat.id,
    telegramChatId: Number(chat.telegramId),
    threadId,
    orgId: org.id,
    orgPath: org.path,
    rootId: org.rootId ?? org.id,
    orgNameKk: group?.nameKk ?? org.nameKk,
    orgNameRu: group?.nameRu ?? org.nameRu,
    title: chat.title ?? '',
    groupId: group?.id ?? null,
    languages: languages.filter(isLocale),
    policy,
    naming,
  };
}
