// Reads for reminders in groups: the places that hear of them, and the posts on which nobody can be written to.
import type { App } from '../app.ts';
import type { Naming } from '../chats/rules.ts';
import type { GroupPolicy, Prisma } from '../generated/prisma/client.ts';
import { dayIn, dayToDb } from '../time.ts';
import { loadPolicies, type Policies } from './policy-queries.ts';
import { type Voice, voiceOf } from './policy-rules.ts';

/** A group or topic that gets a combined reminder. */
export type PlaceRow = {
  id: number;
  chatId: number;
  threadId: number | null;
  orgId: number;
  orgPath: string;
  orgNameKk: string;
  orgNameRu: string;
  voice: Voice;
  policy: GroupPolicy;
  naming: Naming;
  /** The working group whose own chat it is: it hears only of tasks at home there. */
  groupId?: number | null;
};

/** Every bound place the bot can write to. */
export async function placesToRemind(app: App, policies: Policies): Promise<PlaceRow[]> {
  const rows = await app.db.place.findMany({
    where: { unboundAt: null, chat: { active: true } },
    select: placeColumns,
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => toPlace(row, policies));
}

/** Those of the places that are still bound, the deepest organisation first. */
export async function findPlacesToRemind(app: App, ids: number[]): Promise<PlaceRow[]> {
  const rows = await app.db.place.findMany({ where: { id: { in: ids }, unboundAt: null }, select: placeColumns });
  const policies = await loadPolicies(app);
  return rows.map((row) => toPlace(row, policies)).sort((a, b) => b.orgPath.length - a.orgPath.length || a.id - b.id);
}

const placeColumns = {
  id: true,
  chatId: true,
  threadId: true,
  orgId: true,
  policy: true,
  naming: true,
  groupId: true,
  group: { select: { nameKk: true, nameRu: true } },
  org: { select: { week: true, path: true, nameKk: true, nameRu: true } },
} satisfies Prisma.PlaceSelect;

function toPlace(
  { org, group, naming, ...row }: Prisma.PlaceGetPayload<{ select: typeof placeColumns }>,
  policies: Policies,
): PlaceRow {
  const policy = policies.at(org.path);
  return {
    ...row,
    orgPath: org.path,
    orgNameKk: group?.nameKk ?? org.nameKk,
    orgNameRu: group?.nameRu ?? org.nameRu,
    voice: voiceOf(policy, org.week),
    naming: naming === 'organisation' ? policy.naming : naming,
  };
}

/** A post on which nobody can be written to in private. */
export type UnreachedPost = {
  postId: number;
  nameKk: string;
  nameRu: string;
  org: { nameKk: string; nameRu: string };
  /** Telegram accounts of those who blocked the bot; empty: nobody on the post ever started it. */
  blocked: number[];
};

/** Those of the posts on which nobody can be written to at this moment. */
export async function unreachedPosts(app: App, postIds: number[]): Promise<UnreachedPost[]> {
  if (postIds.length === 0) return [];
  const today = dayToDb(dayIn(app.zone, app.now()));
  const posts = await app.db.post.findMany({
    where: { id: { in: postIds }, closedAt: null },
    select: {
      id: true,
      nameKk: true,
      nameRu: true,
      org: { select: { nameKk: true, nameRu: true } },
      appointments: {
        where: { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
        select: { person: { select: { chatId: true, blockedAt: true, telegramId: true } } },
      },
    },
  });
  return posts.flatMap(({ id: postId, appointments, ...post }) => {
    const people = appointments.map(({ person }) => person);
    if (people.some(({ chatId, blockedAt }) => chatId !== null && blockedAt === null)) return [];
    const blocked = people.filter(({ blockedAt }) => blockedAt !== null).map(({ telegramId }) => Number(telegramId));
    return [{ postId, ...post, blocked }];
  });
}
