// Journal rules: canonical JSON, the digest of a text, the hash that links an event to the one before it.
import { createHash, createHmac } from 'node:crypto';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue | undefined };
/** A plain object that survives jsonb unchanged: no dates, no bigints. */
export type JsonObject = { [key: string]: JsonValue | undefined };

/** Everything an event says; the hash covers all of it. */
export type EventContent = {
  chainId: number;
  seq: number;
  at: Date;
  verb: string;
  entity: string;
  entityId: number;
  actorPersonId: number | null;
  actorPostId: number | null;
  chatId: number | null;
  data: JsonObject;
};

export type StoredEvent = EventContent & { prevHash: string; hash: string };

/** JSON with sorted keys and without spaces, so that the same value has one spelling; undefined members are left out. Throws on numbers that JSON cannot say. */
export function canonicalJson(value: JsonValue | undefined): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} has no place in JSON`);
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The link: SHA-256 in hex over the canonical content and the hash of the event before it ('' for the first). */
export function eventHash(prevHash: string, event: EventContent): string {
  const { chainId, seq, at, verb, entity, entityId, actorPersonId, actorPostId, chatId, data } = event;
  const who = { actorPersonId, actorPostId, chatId };
  const content = canonicalJson({ prevHash, chainId, seq, at: at.toISOString(), verb, entity, entityId, ...who, data });
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** Digest of a free text, made with the secret of its chain: proves that a text was this one without keeping it. */
export function textDigest(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text, 'utf8').digest('hex');
}

/**
 * Refuses what must not stand in an append-only journal: free text and names of people.
 * Codes, states, dates, numbers and ids are printable ASCII without spaces; anything else belongs into `texts`.
 */
export function assertPlainData(value: JsonValue | undefined, path = 'data'): void {
  if (typeof value === 'string' && !/^[\x21-\x7e]{0,128}$/.test(value)) {
    throw new Error(`journal: ${path} looks like free text; pass it in texts`);
  }
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) assertPlainData(member, `${path}.${key}`);
}

export type Fault =
  /** The content is not what its hash was made of. */
  | 'changed'
  /** Events before this one are gone. */
  | 'missing'
  /** It was linked to another event than the one before it. */
  | 'foreign'
  /** The head knows of events after the last one. */
  | 'cut'
  /** There are events after the one that the head knows as the last. */
  | 'added'
  /** The last event is not the one that the head remembers. */
  | 'replaced'
  /** The head itself is gone. */
  | 'headless';

/** What is wrong with a chain: the first event concerned, and the time of the last event known to be good or of that one. */
export type Finding = { chainId: number; seq: number; at: Date | null; fault: Fault; upTo?: number };

/** What is wrong with an event that follows `before`, or null. */
export function faultOf(event: StoredEvent, before: { seq: number; hash: string }): Finding | null {
  const { chainId, seq, at } = event;
  if (seq !== before.seq + 1) return { chainId, seq: before.seq + 1, at, fault: 'missing', upTo: seq - 1 };
  // The content first: a changed one is more often met than a chain spliced together.
  if (event.hash !== eventHash(event.prevHash, event)) return { chainId, seq, at, fault: 'changed' };
  return event.prevHash === before.hash ? null : { chainId, seq, at, fault: 'foreign' };
}

/** What is wrong with the end of a chain: `last` is its last event (seq 0: it has none), `head` what it should be. */
export function tailFault(
  chainId: number,
  last: { seq: number; hash: string; at: Date | null },
  head: { lastSeq: number; lastHash: string } | null,
): Finding | null {
  const { seq, at } = last;
  if (!head) return seq === 0 ? null : { chainId, seq: seq + 1, at, fault: 'headless' };
  if (head.lastSeq > seq) return { chainId, seq: seq + 1, at, fault: 'cut', upTo: head.lastSeq };
  if (head.lastSeq < seq) return { chainId, seq: head.lastSeq + 1, at, fault: 'added', upTo: seq };
  return head.lastHash === last.hash ? null : { chainId, seq, at, fault: 'replaced' };
}
