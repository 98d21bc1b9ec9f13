// Reads an update that was given up: its row, and who sent it.
import type { Update } from 'grammy/types';
import type { App } from '../app.ts';

export type GivenUp = { update: Update; attempts: number; receivedAt: Date };

/** The kept row of an update; null once it is forgotten. */
export async function findGivenUp(app: App, updateId: string): Promise<GivenUp | null> {
  const row = await app.db.incomingUpdate.findUnique({ where: { updateId: BigInt(updateId) } });
  return row && { ...row, update: row.body as unknown as Update };
}

/** The person behind an account of Telegram; null for strangers. */
export async function findSender(
  app: App,
  telegramId: number | null,
): Promise<{ id: number; surname: string; given: string; chatId: number | null; blockedAt: Date | null } | null> {
  if (telegramId === null) return null;
  const select = { id: true, surname: true, given: true, chatId: true, blockedAt: true } as const;
  return app.db.person.findUnique({ where: { telegramId: BigInt(telegramId) }, select });
}
