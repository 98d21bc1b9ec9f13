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

/** Those of the living messages of which an edition has been sent. */
export async function standing(app: App, livingKeys: string[]): Promise<Set<string>> {
  const where = { livingKey: { in: livingKeys }, state: 'sent' as const, messageId: { not: null } };
  const rows = await app.db.outgoingMessage.findMany({ where, select: { livingKey: true }, distinct: ['livingKey'] });
  return new Set(rows.flatMap(({ livingKey }) => livingKey ?? []));
}
