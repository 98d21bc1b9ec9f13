// Reads of invitations: what a link is for, and whether it can still be opened.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { inviteFault, tokenHash } from './invite-rules.ts';

const shape = { person: true, post: { include: { org: true } } } satisfies Prisma.InviteInclude;
export type InviteWithPost = Prisma.InviteGetPayload<{ include: typeof shape }>;

/**
 * The invitation behind a token, if this Telegram account may open it.
 * Throws UserError when the link is unknown, revoked, used, expired, belongs to somebody who joined with another account,
 * or was made by the very person who opens it: nobody appoints themselves (product rules, no surprise), administrators excepted.
 */
export async function loadInvite(app: App, token: string, telegramId: number): Promise<InviteWithPost> {
  const invite = await app.db.invite.findUnique({ where: { tokenHash: tokenHash(token) }, include: shape });
  if (!invite) throw new UserError('org-invite-unknown');
  const own = BigInt(telegramId);
  if (invite.usedAt && invite.usedTelegramId === own) throw new UserError('org-invite-used-by-you');
  const fault = inviteFault(invite, app.now());
  if (fault) throw new UserError(fault);
  if (invite.person?.telegramId && invite.person.telegramId !== own) throw new UserError('org-invite-foreign');
  if (await isOwnWork(app, invite.createdById, own)) throw new UserError('org-invite-own');
  if (invite.post?.closedAt || invite.post?.org.closedAt) throw new UserError('org-invite-revoked');
  return invite;
}

async function isOwnWork(app: App, createdById: number | null, telegramId: bigint): Promise<boolean> {
  if (createdById === null) return false;
  const where = { id: createdById, telegramId, systemAdmin: false };
  return (await app.db.person.count({ where })) > 0;
}
