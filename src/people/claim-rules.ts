// "This is me": who may claim a post, how a long list of posts is turned over, and the link that opens it. Pure.
import { createHmac } from 'node:crypto';
import type { InviteKey } from '../org/invite-rules.ts';

/** How many claims of one Telegram account may be open at once. */
export const maxOpenClaims = 3;
/** Posts on one page of the list, and ranges on one page of its index. */
export const leafSize = 20;
export const indexSize = 20;

const payload = /^claim-([\w-]{1,40})$/;
const sealedPlace = /^(\d{1,9})-[\w-]{10}$/;

/** '12-Ab3…': a place with a short keyed digest, so that nobody finds the lists of other groups by counting. */
export function sealPlace({ botToken, secret }: InviteKey, placeId: number): string {
  const digest = createHmac('sha256', botToken).update(`claim:${secret}:${placeId}`).digest('base64url');
  return `${placeId}-${digest.slice(0, 10)}`;
}

/** The place under a seal; null when the seal is not ours. */
export function unsealPlace(key: InviteKey, sealed: string): number | null {
  const id = sealedPlace.exec(sealed)?.[1];
  return id !== undefined && sealPlace(key, Number(id)) === sealed ? Number(id) : null;
}

/** The sealed place that the parameter of a link names, not yet looked at; null for any other parameter. */
export function claimedPlace(parameter: string): string | null {
  return payload.exec(parameter)?.[1] ?? null;
}

/** The address that opens the list of posts of a sealed place in the private chat. */
export function claimLink(botUsername: string, sealed: string): string {
  return `https://t.me/${botUsername}?start=claim-${sealed}`;
}

/** What stands for or against a claim at this moment. */
export type ClaimSituation = {
  /** Post or organisation closed, or not one that can be claimed. */
  gone: boolean;
  /** The claimant holds this very post. */
  ownPost: boolean;
  /** Somebody who has started the bot holds it. */
  held: boolean;
  /** An open claim of this account for this post stands already. */
  waiting: boolean;
  /** Open claims of this account, for whatever post. */
  open: number;
};

/** The text that says why the post cannot be claimed; null when it can. */
export function claimFault({ gone, ownPost, held, waiting, open }: ClaimSituation): string | null {
  if (gone) return 'people-claim-gone';
  if (ownPost) return 'people-claim-own';
  if (held) return 'people-claim-held';
  if (waiting) return 'people-claim-waiting';
  return open >= maxOpenClaims ? 'people-claim-too-many' : null;
}

/** Surname and given name as far as a Telegram profile shows them: of several words the first is the surname. */
export function namesOf(displayName: string): { surname: string; given: string } {
  const [first = '', ...rest] = displayName.trim().split(/\s+/);
  return rest.length === 0 ? { surname: '', given: first } : { surname: first, given: rest.join(' ') };
}

type Sorted = { number: string | null; orgNameRu: string; nameRu: string };
const collator = new Intl.Collator('ru', { numeric: true });

/** Order in which posts are listed: bodies without a number first, then by number, then by name. */
export function byOrganisation(a: Sorted, b: Sorted): number {
  const number = (one: Sorted): number => (one.number === null ? -1 : Number(one.number) || 0);
  return number(a) - number(b) || collator.compare(a.orgNameRu, b.orgNameRu) || collator.compare(a.nameRu, b.nameRu);
}

/** The part of a list with this number, from 0; a number too large gives the last part. */
export function partOf<Row>(rows: Row[], size: number, wanted: number): { rows: Row[]; at: number; count: number } {
  const count = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(wanted, count - 1);
  return { rows: rows.slice(at * size, (at + 1) * size), at, count };
}
