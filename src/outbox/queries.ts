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

export type OutboxDepth = {
  /** Rows by state: what is not finished, and doubts of the last day. */
  rows: Record<string, number>;
  /** Seconds for which the oldest due row has waited; 0 when none is due. */
  oldestDueSeconds: number;
};

/** How full the outbox is. Two statements over partial indexes. */
export async function outboxDepth(app: App): Promise<OutboxDepth> {
  const now = app.now();
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const counted = await app.db.$queryRaw<{ state: string; n: number }[]>`
    SELECT 'planned' AS state, count(*)::int AS n FROM outgoing_message WHERE state = 'planned'
    UNION ALL SELECT state, count(*)::int FROM outgoing_message WHERE state IN ('leased', 'sending') GROUP BY state
    UNION ALL SELECT 'unknown', count(*)::int FROM outgoing_message WHERE created_at > ${dayAgo} AND state = 'unknown'`;
  const [oldest] = await app.db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(ahead.due_at) AS at FROM unnest('{0,1,2,3}'::int2[]) AS lanes (lane) CROSS JOIN LATERAL (
      SELECT due_at FROM outgoing_message WHERE state = 'planned' AND lane = lanes.lane ORDER BY due_at, id LIMIT 1) ahead`;
  const waited = oldest?.at ? (now.getTime() - oldest.at.getTime()) / 1000 : 0;
  const states = ['planned', 'leased', 'sending', 'unknown'];
  const rows = new Map(counted.map(({ state, n }) => [state, n]));
  return {
    rows: Object.fromEntries(states.map((state) => [state, rows.get(state) ?? 0])),
    oldestDueSeconds: Math.max(0, waited),
  };
}
