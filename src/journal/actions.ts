// record: one more event at the end of a hash chain, in the transaction of the change it tells of.
import { randomBytes } from 'node:crypto';
import type { App } from '../app.ts';
import { changeGroups, touchedBy } from './change-rules.ts';
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
  if ('$connect' in app.db)
    throw new Error(`journal: ${event.verb} must be recorded inside the transaction of the change`);
  assertPlainData(event.data);
  const chainId = event.rootOrgId ?? 0;
  const head = (await lockHead(app, chainId)) ?? (await openChain(app, chainId));
  const content: EventContent = {
    chainId,
    seq: head.last_seq + 1,
    at: app.now(),
    verb: event.verb,
    entity: event.entity,
    entityId: event.entityId,
    actorPersonId: event.actor?.personId ?? null,
    actorPostId: event.actor?.postId ?? null,
    chatId: event.chatId ?? null,
    data: wholeData(head, event),
  };
  await append(app, content, head.last_hash);
}

function wholeData({ salt, changes }: Head, event: NewEvent): JsonObject {
  const texts = Object.entries(event.texts ?? {});
  const digests = Object.fromEntries(texts.map(([name, text]) => [name, textDigest(salt, text)]));
  const groups = changes ? changeGroups(changes, (text) => textDigest(salt, text)) : [];
  return { ...event.data, ...(texts.length > 0 && { digests }), ...touchedBy(groups, event) };
}

async function lockHead(app: App, chainId: number): Promise<Head | undefined> {
  const heads = await app.db.$queryRaw<
    Head[]
  >`SELECT last_seq, last_hash, salt, current_setting('orynda.changes', true) AS changes FROM journal_chain WHERE id = ${chainId} FOR UPDATE`;
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

async function append(app: App, event: EventContent, prevHash: string): Promise<void> {
  const hash = eventHash(prevHash, event);
  const data = JSON.stringify(event.data);
  await app.db.$executeRaw`
    WITH event AS (
      INSERT INTO journal_event (chain_id, seq, at, verb, entity, entity_id, actor_person_id, actor_post_id, chat_id, data, prev_hash, hash)
      VALUES (${event.chainId}, ${event.seq}, ${event.at}, ${event.verb}, ${event.entity}, ${event.entityId}, ${event.actorPersonId},
        ${event.actorPostId}, ${event.chatId}, ${data}::jsonb, ${prevHash}, ${hash})
    )
    UPDATE journal_chain SET last_seq = ${event.seq}, last_hash = ${hash} WHERE id = ${event.chainId}
    RETURNING set_config('orynda.changes', '', true)`;
}
