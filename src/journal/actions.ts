// record: one more event at the end of a hash chain, in the transaction of the change it tells of.
import { randomBytes } from 'node:crypto';
import type { App } from '../app.ts';
import { changesByEvent, touchedBy } from './change-rules.ts';
import { assertPlainData, eventHash, textDigest, type EventContent, type JsonObject } from './rules.ts';

export type NewEvent = {
  /** Vocabulary `slice.verb`, for example `tasks.issued`. */
  verb: string;
  /** Table and row that changed. */
  entity: string;
  entityId: number;
  /** Root organisation whose chain it enters; null for the installation itself. */
  rootOrgId: number | null;
  /** Who did it, acting for which post; absent when the bot did. */
  actor?: { personId: number; postId?: number | null } | null;
  /** Our id of the chat where it was done. */
  chatId?: number | null;
  /** Ids and codes that explain the event; what it changed in tasks, shares, extensions and resolutions is added by itself. */
  data?: JsonObject;
  /** Free texts; only their salted digests are stored. */
  texts?: Record<string, string>;
};

type Head = { last_seq: number; last_hash: string; salt: string; changes: string | null };

/**
 * Appends an event to the chain of its root organisation. The chain's head stays locked until the transaction ends,
 * so concurrent changes queue up behind each other. Call it after the writes it tells of: it takes along what the transaction changed
 * since the event before (`changes`, by which the journal is replayed). Throws outside a transaction and on free text in `data`.
 */
export async function record(app: App, event: NewEvent): Promise<void> {
  await recordAll(app, [event]);
}

/**
 * Appends events of one chain at once, by two statements however many there are. Each takes along what became of the
 * row it tells of, the last one everything else. Throws as `record` does.
 */
export async function recordAll(app: App, events: NewEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  if ('$connect' in app.db)
    throw new Error(`journal: ${first.verb} must be recorded inside the transaction of the change`);
  for (const { data } of events) assertPlainData(data);
  const chainId = first.rootOrgId ?? 0;
  const head = (await lockHead(app, chainId)) ?? (await openChain(app, chainId));
  const at = app.now();
  const contents = wholeData(head, events).map(({ data, event }, n): EventContent => {
    if ((event.rootOrgId ?? 0) !== chainId) throw new Error(`journal: ${event.verb} is of another chain`);
    const { verb, entity, entityId, actor, chatId = null } = event;
    const [actorPersonId, actorPostId] = [actor?.personId ?? null, actor?.postId ?? null];
    const place = { chainId, seq: head.last_seq + 1 + n, at, chatId };
    return { ...place, verb, entity, entityId, actorPersonId, actorPostId, data };
  });
  await append(app, contents, head.last_hash);
}

function wholeData({ salt, changes }: Head, events: NewEvent[]): { event: NewEvent; data: JsonObject }[] {
  const digest = (text: string): string => textDigest(salt, text);
  const changed = changesByEvent(changes ?? '', events, digest);
  return events.map((event, n) => {
    const texts = Object.entries(event.texts ?? {});
    const digests = Object.fromEntries(texts.map(([name, text]) => [name, digest(text)]));
    const touched = touchedBy(changed[n] ?? [], event);
    return { event, data: { ...event.data, ...(texts.length > 0 && { digests }), ...touched } };
  });
}

async function lockHead(app: App, chainId: number): Promise<Head | undefined> {
  const heads = await app.db.$queryRaw<
    Head[]
  >`/* prepared */ SELECT last_seq, last_hash, salt, current_setting('orynda.changes', true) AS changes FROM journal_chain WHERE id = ${chainId} FOR UPDATE`;
  return heads[0];
}

async function openChain(app: App, chainId: number): Promise<Head> {
  const salt = randomBytes(32).toString('hex');
  await app.db
    .$executeRaw`INSERT INTO journal_chain (id, salt) VALUES (${chainId}, ${salt}) ON CONFLICT (id) DO NOTHING`;
  const head = await lockHead(app, chainId);
  if (!head) throw new Error(`journal: chain ${chainId} could not be opened`);
  return head;
}

async function append(app: App, events: EventContent[], lastHash: string): Promise<void> {
  let hash = lastHash;
  const rows = events.map((event) => {
    const before = hash;
    hash = eventHash(before, event);
    return { ...event, prevHash: before, hash };
  });
  const last = events.at(-1);
  await app.db.$executeRaw`
    /* prepared */ WITH event AS (
      INSERT INTO journal_event (chain_id, seq, at, verb, entity, entity_id, actor_person_id, actor_post_id, chat_id, data, prev_hash, hash)
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given ("chainId" int4, seq int4, at timestamptz, verb text, entity text,
        "entityId" int4, "actorPersonId" int4, "actorPostId" int4, "chatId" int4, data jsonb, "prevHash" text, hash text)
    )
    UPDATE journal_chain SET last_seq = ${last?.seq}, last_hash = ${hash} WHERE id = ${last?.chainId}
    RETURNING set_config('orynda.changes', '', true)`;
}
