// Writing to the outbox: enqueue messages in the transaction of the change that causes them, or take them back.
import { transaction, type App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { JsonObject, Lane } from './rules.ts';

export type NewMessage = {
  /** Which renderer makes the text, for example `tasks.card`. */
  kind: string;
  /** Our id of the chat. */
  chatId: number;
  /** Forum topic; absent in private chats and in General. */
  threadId?: number | null;
  /** The recipient in a private chat. */
  personId?: number | null;
  /** Default 1: notices and cards. */
  lane?: Lane;
  /** The row the message is about. */
  subjectId?: number | null;
  data?: JsonObject;
  /** Rows with the same key edit one message in the chat. */
  livingKey?: string | null;
  /** The same cause never makes two rows. */
  dedupeKey: string;
  /** Default: now. */
  dueAt?: Date;
  /** After this moment it is not sent any more. */
  expiresAt?: Date | null;
  /** Arrives without a sound. */
  silent?: boolean;
  /** Better said twice than never (overdue, escalation, issuing): sent again, marked as a repeat, when nobody knows whether it arrived. */
  resend?: boolean;
};

/**
 * Adds messages to send. A known `dedupeKey` does nothing. A planned row with the same `livingKey` takes over the new cause
 * and keeps the earlier moment. Joins the transaction it is called in.
 */
export async function enqueue(app: App, messages: NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => toRow(app, message));
  if (rows.every((row) => row.living_key === undefined)) {
    // One statement is a transaction by itself; asked for no keys it costs little more than the table alone.
    await app.db.$executeRaw(insertion(rows));
    app.wake();
    return;
  }
  await transaction(app, async (app) => {
    let rest = mergeLiving(rows);
    // Twice in theory: another transaction may plan the same living message, or the sender take it, between the two statements.
    for (let round = 0; rest.length > 0; round++) {
      if (round === 10) throw new Error(`outbox: ${rest[0]?.living_key} could not be planned`);
      const inserted = new Set(await insertRows(app, rest));
      const held = rest.filter((row) => row.living_key !== undefined && !inserted.has(row.dedupe_key));
      const merged = new Set(await mergeIntoPlanned(app, held));
      rest = await unplanned(
        app,
        held.filter((row) => !merged.has(row.dedupe_key)),
      );
    }
    app.wake();
  });
}

export type PlannedFilter = {
  kind?: string;
  subjectId?: number;
  dedupePrefix?: string;
  personId?: number;
  chatId?: number;
};

/** Cancels messages that were not sent yet; `reason` is kept on the row. Returns how many. Throws without any filter. */
export async function cancelPlanned(app: App, filter: PlannedFilter, reason: string): Promise<number> {
  const { dedupePrefix, ...equal } = filter;
  const given = Object.values(filter).filter((value) => value !== undefined);
  if (given.length === 0) throw new Error('outbox: cancelPlanned needs a filter');
  // A leased row is safe to cancel as well: the sender looks again just before sending.
  const { count } = await app.db.outgoingMessage.updateMany({
    where: {
      ...equal,
      ...(dedupePrefix && { dedupeKey: { startsWith: dedupePrefix } }),
      state: { in: ['planned', 'leased'] },
    },
    data: { state: 'cancelled', outcome: reason },
  });
  return count;
}

/**
 * Messages that were due at once, or after the time to undo, when they were planned by a clock that has been set back since:
 * they do not wait until it has caught up. What was planned for a later moment keeps that moment. One statement.
 */
export async function heedClock(app: App): Promise<void> {
  const now = app.now();
  await app.db.$executeRaw`
    UPDATE outgoing_message SET due_at = ${now}::timestamptz + greatest(due_at - created_at, interval '0')
    WHERE state = 'planned' AND due_at > ${now} AND created_at > ${now}
      AND due_at <= created_at + make_interval(secs => ${app.config.issueUndoSeconds}::int)`;
}

type Row = ReturnType<typeof toRow>;

/** What is usual stays away: a thousand rows are read by the database as one text. */
function toRow(app: App, message: NewMessage) {
  return {
    dedupe_key: message.dedupeKey,
    lane: message.lane,
    kind: message.kind,
    chat_id: message.chatId,
    thread_id: message.threadId ?? undefined,
    person_id: message.personId ?? undefined,
    subject_id: message.subjectId ?? undefined,
    data: message.data,
    living_key: message.livingKey ?? undefined,
    due_at: (message.dueAt ?? app.now()).toISOString(),
    expires_at: message.expiresAt?.toISOString(),
    created_at: app.now().toISOString(),
    silent: message.silent,
    resend: message.resend,
  };
}

/** The rows as a table `v`, in their order. */
function table(rows: Row[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT dedupe_key, coalesce(lane, 1) AS lane, kind, chat_id, thread_id, person_id, subject_id, coalesce(data, '{}') AS data, living_key,
      due_at, expires_at, created_at, coalesce(silent, false) AS silent, coalesce(resend, false) AS resend
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given (dedupe_key text, lane int2, kind text, chat_id int4, thread_id int4,
      person_id int4, subject_id int4, data jsonb, living_key text, due_at timestamptz, expires_at timestamptz, created_at timestamptz,
      silent bool, resend bool)) v`;
}

function insertion(rows: Row[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO outgoing_message
      (dedupe_key, lane, kind, chat_id, thread_id, person_id, subject_id, data, living_key, due_at, expires_at, created_at, silent, resend)
    SELECT * FROM ${table(rows)} ON CONFLICT DO NOTHING`;
}

// Of several rows of one call for one living message the last one stays, at the earliest moment.
function mergeLiving(rows: Row[]): Row[] {
  const byKey = new Map<string, Row>();
  for (const [n, row] of rows.entries()) {
    const key = row.living_key === undefined ? `once:${n}` : `living:${row.living_key}`;
    const earlier = byKey.get(key);
    byKey.set(key, earlier && earlier.due_at < row.due_at ? { ...row, due_at: earlier.due_at } : row);
  }
  return [...byKey.values()];
}

async function mergeIntoPlanned(app: App, rows: Row[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const merged = await app.db.$queryRaw<{ dedupe_key: string }[]>`
    UPDATE outgoing_message planned
    SET kind = v.kind, lane = least(planned.lane, v.lane), chat_id = v.chat_id, thread_id = v.thread_id, person_id = v.person_id,
      subject_id = v.subject_id, data = v.data, due_at = least(planned.due_at, v.due_at), expires_at = v.expires_at, silent = v.silent,
      resend = v.resend
    FROM ${table(rows)}
    WHERE planned.living_key = v.living_key AND planned.state = 'planned'
      AND NOT EXISTS (SELECT 1 FROM outgoing_message known WHERE known.dedupe_key = v.dedupe_key AND known.id <> planned.id)
    RETURNING v.dedupe_key`;
  return merged.map((row) => row.dedupe_key);
}

async function insertRows(app: App, rows: Row[]): Promise<string[]> {
  const inserted = await app.db.$queryRaw<{ dedupe_key: string }[]>`${insertion(rows)} RETURNING dedupe_key`;
  return inserted.map((row) => row.dedupe_key);
}

// Rows that are still neither known by their key nor merged: their living message was planned by somebody else meanwhile.
async function unplanned(app: App, rows: Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const known = await app.db.outgoingMessage.findMany({
    where: { dedupeKey: { in: rows.map((row) => row.dedupe_key) } },
    select: { dedupeKey: true },
  });
  const keys = new Set(known.map((row) => row.dedupeKey));
  return rows.filter((row) => !keys.has(row.dedupe_key));
}
