// The outbox in raw SQL: claim, mark, give back, recover. Prisma would miss the partial indexes here.
import type { Db } from '../app.ts';
import type { JsonObject } from './rules.ts';

/** A row taken to be sent, with all that is needed for it. */
export type ClaimedRow = {
  id: bigint;
  kind: string;
  chatId: number;
  threadId: number | null;
  personId: number | null;
  subjectId: number | null;
  data: JsonObject;
  livingKey: string | null;
  expiresAt: Date | null;
  attempts: number;
  owner: string;
  epoch: number;
  telegramId: bigint;
  private: boolean;
  silent: boolean;
  /** Better said twice than never. */
  resend: boolean;
  /** Language of the person of a private chat. */
  locale: string | null;
  /** Languages of the bound group or topic. */
  languages: string[] | null;
};

export type ClaimOptions = {
  owner: string;
  now: Date;
  /** How many rows at most. */
  limit: number;
  /** Our ids of chats that may not get anything now. */
  except: number[];
};

const leaseMs = 60_000;
/** So many first rows are looked at to find the first row of different chats. */
const lookahead = 200;

/**
 * Leases the first due row of each chat: lower lane first, then the older. One row a chat at a time keeps the order;
 * a row locked by a change that is being made is passed over together with its chat.
 */
export async function claimRows(db: Db, { owner, now, limit, except }: ClaimOptions): Promise<ClaimedRow[]> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  return db.$queryRaw<ClaimedRow[]>`
    WITH due AS MATERIALIZED (
      SELECT id, chat_id, lane, due_at FROM outgoing_message
      WHERE state = 'planned' AND due_at <= ${now} AND NOT (chat_id = ANY(${except}::int4[]))
      ORDER BY lane, due_at, id LIMIT ${lookahead}
    ), first AS (
      SELECT DISTINCT ON (chat_id) id FROM due ORDER BY chat_id, lane, due_at, id
    ), picked AS (
      SELECT id FROM outgoing_message WHERE id IN (SELECT id FROM first) AND state = 'planned'
      ORDER BY lane, due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE outgoing_message m
      SET state = 'leased', lease_owner = ${owner}, lease_epoch = lease_epoch + 1, lease_until = ${leaseUntil}
      FROM picked WHERE m.id = picked.id RETURNING m.*
    )
    SELECT m.id, m.kind, m.chat_id AS "chatId", m.thread_id AS "threadId", coalesce(m.person_id, p.id) AS "personId",
      m.subject_id AS "subjectId", m.data, m.living_key AS "livingKey", m.expires_at AS "expiresAt", m.attempts,
      m.lease_owner AS owner, m.lease_epoch AS epoch, c.telegram_id AS "telegramId", c.type = 'private' AS private, m.silent, m.resend,
      p.locale, place.languages
    FROM claimed m JOIN chat c ON c.id = m.chat_id
    LEFT JOIN person p ON c.type = 'private' AND (p.id = m.person_id OR (m.person_id IS NULL AND p.chat_id = m.chat_id))
    LEFT JOIN LATERAL (
      SELECT languages FROM place WHERE place.chat_id = m.chat_id AND unbound_at IS NULL
      ORDER BY thread_id IS NOT DISTINCT FROM m.thread_id DESC, thread_id IS NULL DESC, id LIMIT 1
    ) place ON true
    ORDER BY m.lane, m.due_at, m.id`;
}

/** Says that the call comes now, so that a crash leaves a doubt about this row only. False: cancelled or taken over meanwhile, do not send. */
export async function startSending(db: Db, row: ClaimedRow, now: Date): Promise<boolean> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  const count = await db.$executeRaw`
    UPDATE outgoing_message SET state = 'sending', attempts = attempts + 1, lease_until = ${leaseUntil}
    WHERE id = ${row.id} AND state = 'leased' AND lease_owner = ${row.owner} AND lease_epoch = ${row.epoch}`;
  return count === 1;
}

export type Ending =
  | { state: 'sent'; messageId: bigint; contentHash: string; sentAt: Date; outcome?: string }
  | { state: 'unknown' | 'dead' | 'cancelled'; outcome: string };

/** Ends a row that is still ours; a sender that was declared dead may still tell that its message did arrive. */
export async function endRow(db: Db, row: ClaimedRow, ending: Ending): Promise<void> {
  const sent = ending.state === 'sent' ? ending : null;
  await db.$executeRaw`
    UPDATE outgoing_message SET state = ${ending.state}, outcome = ${ending.outcome ?? null}, lease_until = NULL,
      message_id = coalesce(${sent?.messageId ?? null}, message_id), content_hash = coalesce(${sent?.contentHash ?? null}, content_hash),
      sent_at = coalesce(${sent?.sentAt ?? null}, sent_at)
    WHERE id = ${row.id} AND lease_owner = ${row.owner} AND lease_epoch = ${row.epoch} AND state IN ('leased', 'sending', 'unknown')`;
}

export type GiveBackOptions = {
  /** The attempts it has now. */
  attempts: number;
  /** It may have arrived already: its text will say so. */
  repeat?: boolean;
};

/** Puts a row that is still ours back to planned, at its old place in the order. A newer planned row of the same living message replaces it. */
export async function giveBack(db: Db, row: ClaimedRow, { attempts, repeat = false }: GiveBackOptions): Promise<void> {
  const mark = JSON.stringify(repeat ? { repeat: true } : {});
  const update = () => db.$executeRaw`
    UPDATE outgoing_message m SET lease_until = NULL, attempts = ${attempts}, data = data || ${mark}::jsonb,
      state = CASE WHEN replaced.yes THEN 'cancelled' ELSE 'planned' END,
      outcome = CASE WHEN replaced.yes THEN 'replaced' END
    FROM (SELECT EXISTS (SELECT 1 FROM outgoing_message WHERE living_key = ${row.livingKey} AND state = 'planned') AS yes) replaced
    WHERE id = ${row.id} AND lease_owner = ${row.owner} AND lease_epoch = ${row.epoch} AND state IN ('leased', 'sending')`;
  // A planned row of the same living message may be committed between the look and the update; the second look sees it.
  await update().catch(update);
}

export type LastEdition = { messageId: bigint; contentHash: string | null };

/** The message in the chat that rows of this living key edit; undefined before the first. */
export async function lastEdition(db: Db, chatId: number, livingKey: string): Promise<LastEdition | undefined> {
  const rows = await db.$queryRaw<LastEdition[]>`
    SELECT message_id AS "messageId", content_hash AS "contentHash" FROM outgoing_message
    WHERE living_key = ${livingKey} AND chat_id = ${chatId} AND state = 'sent' AND message_id IS NOT NULL
    ORDER BY id DESC LIMIT 1`;
  return rows[0];
}

export type RecoverOptions = {
  /** Only rows whose lease ended before; null: all, when this sender has just become the only one. */
  before: Date | null;
  maxAttempts: number;
};

/**
 * Clears up after a sender that died: leased rows are planned again, a row that was being sent is unknown. It is sent again
 * only if that cannot hurt (an edit) or it is better said twice than never, and not without end.
 */
export async function recoverRows(db: Db, { before, maxAttempts }: RecoverOptions): Promise<void> {
  await db.$executeRaw`
    UPDATE outgoing_message m SET state = 'unknown', outcome = 'the sender died', lease_until = NULL
    WHERE state = 'sending' AND (${before}::timestamptz IS NULL OR lease_until < ${before})
      AND (attempts >= ${maxAttempts} OR NOT (resend OR EXISTS (
        SELECT 1 FROM outgoing_message o WHERE o.living_key = m.living_key AND o.chat_id = m.chat_id AND o.state = 'sent')))`;
  await db.$executeRaw`
    UPDATE outgoing_message m SET state = 'cancelled', outcome = 'replaced', lease_until = NULL
    WHERE state IN ('leased', 'sending') AND (${before}::timestamptz IS NULL OR lease_until < ${before}) AND EXISTS (
      SELECT 1 FROM outgoing_message o WHERE o.living_key = m.living_key
        AND (o.state = 'planned' OR (o.state IN ('leased', 'sending') AND o.id > m.id)))`;
  await db.$executeRaw`
    UPDATE outgoing_message SET state = 'planned', lease_until = NULL,
      data = CASE WHEN state = 'sending' AND resend THEN data || '{"repeat": true}' ELSE data END
    WHERE state IN ('leased', 'sending') AND (${before}::timestamptz IS NULL OR lease_until < ${before})`;
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

export type PastCall = { chatId: number; group: boolean; sentAt: Date };

/** The calls since then, oldest first, for the windows of a sender that starts. */
export async function recentCalls(db: Db, since: Date): Promise<PastCall[]> {
  return db.$queryRaw<PastCall[]>`
    SELECT m.chat_id AS "chatId", c.type <> 'private' AS "group", m.sent_at AS "sentAt"
    FROM outgoing_message m JOIN chat c ON c.id = m.chat_id
    WHERE m.sent_at IS NOT NULL AND m.sent_at > ${since} ORDER BY m.sent_at, m.id`;
}

export type NextRow = { /** Null: any chat but the held ones. */ chatId: number | null; dueAt: Date };

/** When the next planned row is due: for each of the held chats, and for all others together; chats in `except` do not count. */
export async function nextRows(db: Db, held: number[], except: number[]): Promise<NextRow[]> {
  return db.$queryRaw<NextRow[]>`
    SELECT chat_id AS "chatId", min(due_at) AS "dueAt" FROM outgoing_message
    WHERE state = 'planned' AND chat_id = ANY(${held}::int4[]) AND NOT (chat_id = ANY(${except}::int4[])) GROUP BY chat_id
    UNION ALL
    SELECT NULL, due_at FROM (
      SELECT due_at FROM outgoing_message
      WHERE state = 'planned' AND NOT (chat_id = ANY(${held}::int4[])) AND NOT (chat_id = ANY(${except}::int4[]))
      ORDER BY due_at, id LIMIT 1
    ) other`;
}
