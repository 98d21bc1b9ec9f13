// Invitation links: their tokens, how long they live and what stands against opening one. Pure.
import { createHash, createHmac } from 'node:crypto';
import { fold } from '../reading/words.ts';

/** Days a link can be opened. */
export const inviteDays = 14;
/** Version of the text about personal data that people agree to; raise it with any change of its meaning. */
export const consentVersion = 1;

/** What the tokens of an installation follow from: the bot's own token and a secret kept in the database. */
export type InviteKey = { botToken: string; secret: string };

/**
 * The token of an invitation, 32 characters of a link. It follows from the key, so the same link can be shown again while
 * the database holds only its digest; with another bot token, or in a database made anew, all links are new.
 */
export function inviteToken({ botToken, secret }: InviteKey, inviteId: number): string {
  return createHmac('sha256', botToken).update(`invite:${secret}:${inviteId}`).digest('base64url').slice(0, 32);
}

/** The digest under which a token is stored. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The address that opens the bot with this token. */
export function inviteLink(botUsername: string, token: string): string {
  return `https://t.me/${botUsername}?start=${token}`;
}

/** When a link made now ends. */
export function inviteExpiry(now: Date): Date {
  return new Date(now.getTime() + inviteDays * 86_400_000);
}

export type InviteState = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** The text that says why this link cannot be opened any more; null when it can. */
export function inviteFault(invite: InviteState, now: Date): string | null {
  if (invite.revokedAt) return 'org-invite-revoked';
  if (invite.usedAt) return 'org-invite-used';
  return invite.expiresAt <= now ? 'org-invite-expired' : null;
}

export type FullName = { surname: string; given: string; patronymic: string | null };

/** True when two records can be one person: equal names, and patronymics where both are known. */
export function canBeOnePerson(a: FullName, b: FullName): boolean {
  const patronymics = !a.patronymic || !b.patronymic || fold(a.patronymic) === fold(b.patronymic);
  return fold(a.surname) === fold(b.surname) && fold(a.given) === fold(b.given) && patronymics;
}
