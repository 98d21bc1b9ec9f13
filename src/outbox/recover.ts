// The outbox in raw SQL after a sender ended: what becomes of its rows, and what it knew of Telegram's limits.
import type { Db } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { leaseMs, ours } from './claim.ts';

export type RecoverOptions = {
  /** Only rows whose lease ended before; null: all, when this sender has just become the only one. */
  before: Date | null;
  maxAttempts: number;
  /** The same for rows that are better said twice than never. */
  maxResends: number;
  /** Who clears up: what it had taken itself, before its database left, is nobody's death. */
  owner?: string;
  /** Telegram's ids of chats with a delivery of this sender under way. */
  except?: number[];
};

/** A row that was only taken when so many senders died is taken by itself from then on, to know whether it was at fault. */
const suspicious = 3;
/**
 * How long a sender must have led before it takes a row of which three, four, five died, in milliseconds. One that is killed again
 * and again from outside does not come so far, so no row is taken for the cause; and meanwhile the others go.
 */
const waits = [2_000, 5_000, 10_000];
/** It is given up after so many deaths, the others beside it live on. */
export const maxDeaths = suspicious + waits.length;

/** When the call of a row that is being sent began. */
const startedAt = Prisma.sql`(lease_until - make_interval(secs => ${leaseMs / 1000}::int))`;

/** The senders that died, a list in the row's data: one that lives after all strikes itself out. */
const deaths = Prisma.sql`CASE jsonb_typeof(data->'deaths') WHEN 'array' THEN data->'deaths' ELSE '[]' END`;

/**
 * Clears up after a sender that died: leased rows are planned again, a row that was being sent is unknown. It is sent again
 * only if that cannot hurt (an edit) or it is better said twice than never, and not without end; nor is a row taken without end
 * whose text ends the process that makes it.
 */
export async function recoverRows(db: Db, options: RecoverOptions): Promise<void> {
  const { before, maxAttempts, maxResends, owner = '', except = [] } = options;
  // A lease that ends later than any lease given now is of a clock that was set back.
  const latest = before && new Date(before.getTime() + leaseMs);
  const left = Prisma.sql`(${before}::timestamptz IS NULL
    OR ((lease_until < ${before} OR lease_until > ${latest}) AND chat_id <> ALL (${ours(except)})))`;
  const died = Prisma.sql`(${before === null} AND lease_owner <> ${owner})`;
  const called = Prisma.sql`sent_at = CASE WHEN state = 'sending' THEN ${startedAt} ELSE sent_at END`;
  await db.$executeRaw`
    UPDATE outgoing_message m SET lease_until = NULL, ${called}, state = CASE WHEN state = 'leased' THEN 'dead' ELSE 'unknown' END,
      outcome = CASE WHEN state = 'leased' THEN 'the sender died too often' ELSE 'the sender died' END
    WHERE state IN ('leased', 'sending') AND ${left} AND CASE WHEN state = 'leased' THEN ${died} AND jsonb_array_length(${deaths}) >= ${maxDeaths - 1}
      ELSE attempts >= CASE WHEN resend THEN ${maxResends}::int ELSE ${maxAttempts}::int END OR NOT (resend OR EXISTS (
        SELECT 1 FROM outgoing_message o WHERE o.living_key = m.living_key AND o.chat_id = m.chat_id AND o.state = 'sent')) END`;
  await db.$executeRaw`
    UPDATE outgoing_message m SET state = 'cancelled', outcome = 'replaced', lease_until = NULL, ${called}
    WHERE state IN ('leased', 'sending') AND ${left} AND EXISTS (
      SELECT 1 FROM outgoing_message o WHERE o.living_key = m.living_key
        AND (o.state = 'planned' OR (o.state IN ('leased', 'sending') AND o.id > m.id)))`;
  await db.$executeRaw`
    UPDATE outgoing_message SET state = 'planned', lease_until = NULL, ${called}, data = CASE
      WHEN state = 'sending' AND resend THEN data || '{"repeat": true}'
      WHEN state = 'leased' AND ${died} THEN data || jsonb_build_object('deaths', ${deaths} || to_jsonb(lease_owner))
      ELSE data END
    WHERE state IN ('leased', 'sending') AND ${left}`;
}

/** Takes back that this sender died: its database had left, and another one led meanwhile. */
export async function denyDeath(db: Db, owner: string, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE outgoing_message SET data = data || jsonb_build_object('deaths', ${deaths} - ${owner}::text)
    WHERE state = 'planned' AND due_at <= ${now} AND lease_epoch > 0 AND ${deaths} @> to_jsonb(${owner}::text)`;
}

/** A row that may have ended senders. `chat`: Telegram's id. `wait`: milliseconds that a sender leads before it takes it. */
export type Suspect = { id: bigint; chat: number; wait: number };

/** The rows under suspicion, those among them that the senders before did not come to. */
export async function suspectRows(db: Db, now: Date): Promise<Suspect[]> {
  const rows = await db.$queryRaw<{ id: bigint; telegramId: bigint; times: number }[]>`
    SELECT m.id, c.telegram_id AS "telegramId", jsonb_array_length(${deaths}) AS times FROM outgoing_message m JOIN chat c ON c.id = m.chat_id
    WHERE m.state = 'planned' AND m.due_at <= ${now} AND m.lease_epoch >= ${suspicious} AND jsonb_array_length(${deaths}) >= ${suspicious}`;
  const waitOf = (times: number): number => waits[Math.min(times - suspicious, waits.length - 1)] ?? 0;
  return rows.map(({ id, telegramId, times }) => ({ id, chat: Number(telegramId), wait: waitOf(times) }));
}

/** Those of the rows that wait to be taken, each with the chat it is for by now: with a full window nothing was taken although they are due. */
export async function stillDue(db: Db, rows: Suspect[], now: Date): Promise<Suspect[]> {
  const ids = rows.map(({ id }) => String(id));
  const due = await db.$queryRaw<{ id: bigint; telegramId: bigint }[]>`
    SELECT m.id, c.telegram_id AS "telegramId" FROM outgoing_message m JOIN chat c ON c.id = m.chat_id
    WHERE m.id = ANY (${ids}::int8[]) AND m.state = 'planned' AND m.due_at <= ${now}`;
  const chats = new Map(due.map(({ id, telegramId }) => [id, Number(telegramId)]));
  return rows.flatMap((row) => {
    const chat = chats.get(row.id);
    return chat === undefined ? [] : [{ ...row, chat }];
  });
}

/** Puts the rows that this sender took but did not begin to send back to planned, when it stops. */
export async function releaseRows(db: Db, owner: string): Promise<void> {
  await db.$executeRaw`
    UPDATE outgoing_message m SET state = 'cancelled', outcome = 'replaced', lease_until = NULL
    WHERE state = 'leased' AND lease_owner = ${owner}
      AND EXISTS (SELECT 1 FROM outgoing_message o WHERE o.living_key = m.living_key AND o.state = 'planned')`;
  await db.$executeRaw`
    UPDATE outgoing_message SET state = 'planned', lease_until = NULL WHERE state = 'leased' AND lease_owner = ${owner}`;
}

export type PastCall = { telegramId: bigint; group: boolean; at: Date };

/** The calls since then, oldest first, those under way when a sender died among them, for the windows of a sender that starts. */
export async function recentCalls(db: Db, since: Date): Promise<PastCall[]> {
  return db.$queryRaw<PastCall[]>`
    SELECT c.telegram_id AS "telegramId", c.type <> 'private' AS "group", calls.at FROM (
      SELECT chat_id, sent_at AS at FROM outgoing_message WHERE sent_at IS NOT NULL AND sent_at > ${since}
      UNION ALL
      SELECT chat_id, ${startedAt} FROM outgoing_message
      WHERE state IN ('leased', 'sending') AND state = 'sending'
    ) calls JOIN chat c ON c.id = calls.chat_id ORDER BY calls.at`;
}

/** `all`: everything waits, not only this chat. */
export type HeldChat = { telegramId: bigint; until: Date; all: boolean };

/** The chats for which Telegram wants nothing yet, as the sender before was told. */
export async function heldChats(db: Db, now: Date): Promise<HeldChat[]> {
  return db.$queryRaw<HeldChat[]>`
    SELECT c.telegram_id AS "telegramId", max(m.lease_until) AS until, m.data @> '{"heldAll": true}' AS all FROM outgoing_message m JOIN chat c ON c.id = m.chat_id
    WHERE m.state = 'planned' AND m.lease_until > ${now} GROUP BY 1, 3`;
}
