// The outbox in raw SQL: claim, mark, give back. Prisma would miss the partial indexes here.
import type { Db } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { JsonObject, Lane } from './rules.ts';
import { rowsOf, type Statements } from './statements.ts';

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
  lane: Lane;
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
  /** Telegram's ids of chats that may not get anything now. */
  except: number[];
  /** Telegram's ids of the only chats that may; absent: all others. */
  only?: number[] | undefined;
};

/** How long a row is taken for, in milliseconds. */
export const leaseMs = 60_000;
/** So many first rows at least are looked at to find the first row of different chats. */
const lookahead = 200;

/** Our ids of these chats of Telegram; found once for a statement. */
export function ours(telegramIds: number[]): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT id FROM chat WHERE telegram_id = ANY(${telegramIds.map(String)}::int8[]))`;
}

/** Each lane is an index scan of its own, so that neither the rows to come nor the finished ones cost anything. */
const lanes = Prisma.sql`unnest('{0,1,2,3}'::int2[]) AS lanes (lane)`;

/**
 * Leases the first due row of each chat: lower lane first, then the older. One row a chat at a time keeps the order;
 * a row locked by a change that is being made is passed over together with its chat. Not waited for until it is on the disk:
 * a lease that a power cut undoes leaves the row planned, and the call is told only by `startSending`, which does wait.
 */
export async function claimRows(
  sql: Statements,
  { owner, now, limit, except, only }: ClaimOptions,
): Promise<ClaimedRow[]> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  const seen = Math.max(lookahead, limit * 2);
  const allowed = only ? Prisma.sql`= ANY (${ours(only)})` : Prisma.sql`<> ALL (${ours(except)})`;
  const claim = Prisma.sql`
    WITH due AS MATERIALIZED (
      SELECT ahead.* FROM ${lanes} CROSS JOIN LATERAL (
        SELECT id, chat_id, lane, due_at FROM outgoing_message
        WHERE state = 'planned' AND lane = lanes.lane AND due_at <= ${now} AND chat_id ${allowed}
        ORDER BY due_at, id LIMIT ${seen}
      ) ahead ORDER BY lane, due_at, id LIMIT ${seen}
    ), first AS (
      SELECT DISTINCT ON (chat_id) id, lane, due_at FROM due ORDER BY chat_id, lane, due_at, id
    ), picked AS (
      SELECT id FROM outgoing_message WHERE id = ANY (ARRAY(SELECT id FROM first)) AND state = 'planned'
      ORDER BY lane, due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE outgoing_message m
      SET state = 'leased', lease_owner = ${owner}, lease_epoch = lease_epoch + 1, lease_until = ${leaseUntil}
      FROM set_config('synchronous_commit', 'off', true) WHERE m.id = ANY (ARRAY(SELECT id FROM picked)) RETURNING m.*
    )
    SELECT m.id, m.kind, m.chat_id AS "chatId", m.thread_id AS "threadId", coalesce(m.person_id, p.id) AS "personId",
      m.subject_id AS "subjectId", m.data, m.living_key AS "livingKey", m.expires_at AS "expiresAt", m.attempts,
      m.lease_epoch AS epoch, c.telegram_id AS "telegramId", c.type = 'private' AS private, m.silent, m.lane, m.resend,
      p.locale, place.languages
    FROM claimed m JOIN chat c ON c.id = m.chat_id
    LEFT JOIN LATERAL (
      SELECT id, locale FROM person WHERE c.type = 'private' AND id = m.person_id
      UNION ALL SELECT id, locale FROM person WHERE c.type = 'private' AND m.person_id IS NULL AND chat_id = m.chat_id
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT languages FROM place WHERE c.type <> 'private' AND place.chat_id = m.chat_id AND unbound_at IS NULL
      ORDER BY thread_id IS NOT DISTINCT FROM m.thread_id DESC, thread_id IS NULL DESC, id LIMIT 1
    ) place ON true
    ORDER BY m.lane, m.due_at, m.id`;
  const rows = await rowsOf<Omit<ClaimedRow, 'owner'>>(sql, claim);
  return rows.map((row) => ({ ...row, owner }));
}

/**
 * Says of each row, all of one sender, that its call comes now, so that a crash leaves a doubt about these rows only. False: cancelled
 * or taken over meanwhile, do not send. One statement.
 */
export async function startSending(sql: Statements, rows: ClaimedRow[], now: Date): Promise<boolean[]> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  const started = await rowsOf<{ id: bigint }>(
    sql,
    Prisma.sql`
    UPDATE outgoing_message m SET state = 'sending', attempts = attempts + 1, lease_until = ${leaseUntil}
    FROM unnest(${rows.map(({ id }) => id)}::int8[], ${rows.map(({ epoch }) => epoch)}::int4[]) AS v (id, epoch)
    WHERE m.id = ANY (${rows.map(({ id }) => id)}::int8[]) AND m.id = v.id AND state = 'leased' AND lease_owner = ${rows[0]?.owner} AND lease_epoch = v.epoch RETURNING m.id`,
  );
  const ids = new Set(started.map(({ id }) => id));
  return rows.map(({ id }) => ids.has(id));
}

type Sent = { state: 'sent'; messageId: bigint; contentHash: string; sentAt: Date; outcome?: string };
/** `sentAt`: the message may have arrived then. */
type Doubt = { state: 'unknown'; outcome: string; sentAt: Date };
export type Ending = Sent | Doubt | { state: 'dead' | 'cancelled'; outcome: string };

export type EndedRow = { row: ClaimedRow; ending: Ending };

/**
 * Ends rows of one sender that are still its own; a sender that was declared dead may still tell that its message did arrive. One
 * statement, for `rowsOf` or a transaction.
 */
export function ending(ended: EndedRow[]): Prisma.Sql {
  const each = <T>(read: (ending: Ending) => T) => ended.map(({ ending }) => read(ending));
  const ifSent = <K extends keyof Sent>(key: K) => each((ending) => (ending.state === 'sent' ? ending[key] : null));
  const called = each((ending) => ('sentAt' in ending ? ending.sentAt : null));
  // What Telegram says may hold anything, and PostgreSQL takes no zero character.
  const outcomes = each(({ outcome }) => outcome?.replaceAll('\0', '') ?? null);
  return Prisma.sql`
    UPDATE outgoing_message m SET state = v.state, outcome = v.outcome, lease_until = NULL,
      message_id = coalesce(v.message_id, m.message_id), content_hash = coalesce(v.content_hash, m.content_hash),
      sent_at = coalesce(v.sent_at, m.sent_at)
    FROM unnest(${ended.map(({ row }) => row.id)}::int8[], ${ended.map(({ row }) => row.epoch)}::int4[],
      ${each(({ state }) => state)}::text[], ${outcomes}::text[], ${ifSent('messageId')}::int8[],
      ${ifSent('contentHash')}::text[], ${called}::timestamptz[])
      AS v (id, epoch, state, outcome, message_id, content_hash, sent_at)
    WHERE m.id = ANY (${ended.map(({ row }) => row.id)}::int8[]) AND m.id = v.id AND m.lease_owner = ${ended[0]?.row.owner} AND m.lease_epoch = v.epoch
      AND m.state IN ('leased', 'sending', 'unknown')`;
}

export type GiveBackOptions = {
  /** The attempts it has now. */
  attempts: number;
  /** It may have arrived already, at this moment. */
  calledAt?: Date;
  /** Its text will say that it is sent again. */
  repeat?: boolean;
  /** Until then Telegram wants nothing for its chat, or nothing at all: noted for a sender that starts meanwhile. */
  held?: { until: Date; all: boolean };
};

/** Puts a row that is still ours back to planned, at its old place in the order. A newer planned row of the same living message replaces it. */
export async function giveBack(db: Db, row: ClaimedRow, options: GiveBackOptions): Promise<void> {
  const { attempts, calledAt = null, repeat = false, held } = options;
  const mark = JSON.stringify({ ...(repeat && { repeat: true }), ...(held && { heldAll: held.all }) });
  const update = () => db.$executeRaw`
    UPDATE outgoing_message m SET lease_until = ${held?.until ?? null}, attempts = ${attempts}, data = data || ${mark}::jsonb,
      sent_at = coalesce(${calledAt}, sent_at),
      state = CASE WHEN replaced.yes THEN 'cancelled' ELSE 'planned' END,
      outcome = CASE WHEN replaced.yes THEN 'replaced' END
    FROM (SELECT EXISTS (SELECT 1 FROM outgoing_message WHERE living_key = ${row.livingKey} AND state = 'planned') AS yes) replaced
    WHERE id = ${row.id} AND lease_owner = ${row.owner} AND lease_epoch = ${row.epoch} AND state IN ('leased', 'sending')`;
  // A planned row of the same living message may be committed between the look and the update; the second look sees it.
  await update().catch(update);
}

export type LastEdition = { messageId: bigint; contentHash: string | null };

/** The message in the chat that rows of this living key edit; 'doubtful' when nobody knows whether there is one, undefined before the first. */
export async function lastEdition(
  db: Db,
  chatId: number,
  livingKey: string,
): Promise<LastEdition | 'doubtful' | undefined> {
  const [last] = await db.$queryRaw<{ messageId: bigint | null; contentHash: string | null }[]>`
    SELECT message_id AS "messageId", content_hash AS "contentHash" FROM outgoing_message
    WHERE living_key = ${livingKey} AND chat_id = ${chatId} AND (state = 'sent' OR sent_at IS NOT NULL)
    ORDER BY state = 'sent' AND message_id IS NOT NULL DESC, id DESC LIMIT 1`;
  if (!last) return undefined;
  return last.messageId === null ? 'doubtful' : { ...last, messageId: last.messageId };
}

export type NextRow = {
  /** Telegram's id of a chat set apart; null: any other chat. */ chat: bigint | null;
  dueAt: Date;
};

/** When the next planned row is due: for each of the chats set apart (Telegram's ids), and for all others together. */
export async function nextRows(sql: Statements, apart: number[]): Promise<NextRow[]> {
  return rowsOf<NextRow>(
    sql,
    Prisma.sql`
    SELECT chat, "dueAt" FROM (
      SELECT c.telegram_id AS chat, (SELECT min(due_at) FROM outgoing_message WHERE state = 'planned' AND chat_id = c.id) AS "dueAt"
      FROM chat c WHERE c.telegram_id = ANY(${apart.map(String)}::int8[])
      UNION ALL
      SELECT NULL, min(ahead.due_at) FROM ${lanes} CROSS JOIN LATERAL (
        SELECT due_at FROM outgoing_message
        WHERE state = 'planned' AND lane = lanes.lane AND chat_id <> ALL (${ours(apart)})
        ORDER BY due_at, id LIMIT 1
      ) ahead
    ) next WHERE "dueAt" IS NOT NULL`,
  );
}
