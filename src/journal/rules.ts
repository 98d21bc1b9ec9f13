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

/** The first event of a chain that does not fit to the one before it, or null; `before` is where the list starts. */
export function firstBroken(events: StoredEvent[], before: { seq: number; hash: string }): StoredEvent | null {
  let { seq, hash } = before;
  for (const event of events) {
    if (event.seq !== seq + 1 || event.prevHash !== hash || event.hash !== eventHash(hash, event)) return event;
    seq = event.seq;
    hash = event.hash;
  }
  return null;
}
