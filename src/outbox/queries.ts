// Reading the outbox: which message of ours was answered?
import type { App } from '../app.ts';
import type { JsonObject } from './rules.ts';

export type SentMessage = {
  kind: string;
  subjectId: number | null;
  data: JsonObject;
  personId: number | null;
  livingKey: string | null;
};

/** The message of ours that stands in this chat (our id) under this Telegram message id, in its latest edition; null if it is not from the outbox. */
export async function findSent(app: App, chatId: number, telegramMessageId: number): Promise<SentMessage | null> {
  const row = await app.db.outgoingMessage.findFirst({
    where: { chatId, messageId: BigInt(telegramMessageId) },
    orderBy: { id: 'desc' },
    select: { kind: true, subjectId: true, data: true, personId: true, livingKey: true },
  });
  return row && { ...row, data: row.data as JsonObject };
}

/** Whether an edition of this living message has been sent to the chat (our id). */
export async function stands(app: App, chatId: number, livingKey: string): Promise<boolean> {
  const where = { chatId, livingKey, state: 'sent' as const, messageId: { not: null } };
  return (await app.db.outgoingMessage.findFirst({ where, select: { id: true } })) !== null;
}
