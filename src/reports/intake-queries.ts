// What an incoming message may report on: the shares behind the message it answers, else what the person owes.
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';
import type { Actor } from '../org/rules.ts';
import { findSent, type SentMessage } from '../outbox/queries.ts';
import { openParticipationsOf, type ShareRow, sharesOf } from '../tasks/list-queries.ts';
import { owes } from '../tasks/rules.ts';
import { reportOfRequest } from './queries.ts';

/** What a message of ours is about: shares or a task; null when it is about neither. */
export type Target = { participationIds: number[] } | { taskId: number };

/** What the answered message is about, by what the sender noted of it. */
export async function targetOf(app: App, telegramChatId: number, messageId: number): Promise<Target | null> {
  const chat = await findChat(app, telegramChatId);
  const sent = chat && (await findSent(app, chat.chatId, messageId));
  return sent && targetIn(sent);
}

/** What a message of the outbox is about. */
export function targetIn({ data }: Pick<SentMessage, 'data'>): Target | null {
  const { participationIds, taskId } = data;
  if (Array.isArray(participationIds))
    return { participationIds: participationIds.filter((id) => typeof id === 'number') };
  return typeof taskId === 'number' ? { taskId } : null;
}

/** The actor's shares that a message may be about; `closed` when all of those it names are finished. */
export type Candidates = { open: ShareRow[]; closed: number[] };

/** Shares of the actor that this target names. */
export async function candidatesOf(app: App, actor: Actor, target: Target): Promise<Candidates> {
  const named = await sharesOf(app, actor, target);
  const wanted = new Set(named.filter((share) => share.open).map((share) => share.participationId));
  const open = wanted.size > 0 ? await openParticipationsOf(app, actor) : [];
  return {
    open: open.filter((row) => wanted.has(row.participationId)),
    closed: named.filter((share) => !share.open).map((share) => share.participationId),
  };
}

/** What the actor owes; where nothing is owed, what waits for review and may still be corrected. */
export async function owedBy(app: App, actor: Actor): Promise<ShareRow[]> {
  const rows = await openParticipationsOf(app, actor);
  const owed = rows.filter((row) => owes(row.state));
  return owed.length > 0 ? owed : rows;
}

/** The kept file of a message, with the request of the report it went to; null when none is kept. */
export async function pieceOfMessage(
  app: App,
  chatId: number,
  messageId: number,
): Promise<{ reportId: number | null; requestKey: string | null } | null> {
  const piece = await app.db.attachment.findFirst({
    where: { chatId, messageId: BigInt(messageId) },
    select: { reportId: true, report: { select: { requestKey: true } } },
  });
  return piece && { reportId: piece.reportId, requestKey: piece.report?.requestKey ?? null };
}

/** True when another item of this album came before, filed or not. The same item delivered again after a crash is no other. */
export async function albumSeen(
  app: App,
  item: { chatId: number; mediaGroupId: string; messageId: number },
  requestKey: string,
): Promise<boolean> {
  const { chatId, mediaGroupId, messageId } = item;
  const piece = await app.db.attachment.findFirst({
    where: { chatId, mediaGroupId, messageId: { not: BigInt(messageId) } },
    select: { id: true },
  });
  return piece !== null || (await reportOfRequest(app, requestKey)) !== null;
}
