// The own chat of a working group: bound where the group talks, or chosen among chats of its body; its tasks stand and are reminded of there.
import { type App, transaction } from '../app.ts';
import { type ChatSeen, ensureChat } from '../chats/actions.ts';
import { defaultSettings } from '../chats/rules.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { kept, recordGroup } from './actions.ts';

/**
 * Makes the chat where this is said the group's own: no organisation need be bound there, and none of its other tasks is told there.
 * Throws UserError without the right, and where something else is bound already. Again it changes nothing.
 */
export async function bindGroupChat(
  app: App,
  actor: Actor,
  { groupId, chat, threadId }: { groupId: number; chat: ChatSeen; threadId: number | null },
): Promise<{ changed: boolean }> {
  return transaction(app, async (app) => {
    const { group, by } = await kept(app, actor, groupId);
    const chatId = await ensureChat(app, chat);
    // Two groups may be bound at once: the second waits here and then sees the first.
    await app.db.$queryRaw`SELECT id FROM chat WHERE id = ${chatId} FOR UPDATE`;
    const [standing] = await app.db.place.findMany({ where: { chatId, threadId, unboundAt: null } });
    if (standing && standing.groupId === groupId && standing.id === group.placeId) return { changed: false };
    if (standing) throw new UserError('groups-chat-taken');
    await leaveChat(app, groupId);
    const { id } = await app.db.place.create({
      data: {
        ...{ chatId, threadId, orgId: group.orgId, groupId, ...defaultSettings },
        ...{ boundById: actor.personId, boundAt: app.now() },
      },
    });
    await app.db.workingGroup.updateMany({ where: { id: groupId }, data: { placeId: id } });
    await recordGroup(app, actor, by, 'groups.chat-set', group, { before: group.placeId, after: id, own: true });
    return { changed: true };
  });
}

/** Gives the group a chat that is bound within its body, or none. Throws UserError without the right. */
export async function setGroupChat(
  app: App,
  actor: Actor,
  { groupId, placeId }: { groupId: number; placeId: number | null },
): Promise<void> {
  await transaction(app, async (app) => {
    const { group, by } = await kept(app, actor, groupId);
    if (placeId !== null && placeId === group.placeId) return;
    const within = { org: { path: { startsWith: group.path } }, groupId: null };
    const place =
      placeId === null ? null : await app.db.place.findFirst({ where: { id: placeId, unboundAt: null, ...within } });
    if (placeId !== null && !place) throw new UserError('telegram-stale-button');
    await leaveChat(app, groupId);
    await app.db.workingGroup.updateMany({ where: { id: groupId }, data: { placeId } });
    await recordGroup(app, actor, by, 'groups.chat-set', group, { before: group.placeId, after: placeId });
  });
}

/** Undoes the binding of the own chat. Joins the transaction of the caller, who records it. */
async function leaveChat(app: App, groupId: number): Promise<void> {
  await app.db.place.updateMany({
    where: { groupId, unboundAt: null },
    data: { unboundAt: app.now(), groupId: null },
  });
}
