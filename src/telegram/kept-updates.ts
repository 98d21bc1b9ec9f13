// Updates that were taken from Telegram and are not yet handled, as rows: they outlive the process.
import type { Update } from 'grammy/types';
import type { App } from '../app.ts';
import { laneOf } from './lanes.ts';

/**
 * An update whose process died so often while it was being handled is given up: the others of its chat go on. Not fewer: the one that is
 * at fault cannot be told from those beside it, and a process that is killed again and again must not lose what somebody said.
 */
export const maxAttempts = 20;

/** Keeps updates to be handled in their turn; those that were handled or wait already are passed over. One statement. */
export async function keepUpdates(app: App, updates: Update[]): Promise<void> {
  const rows = updates.map((body) => ({ id: String(body.update_id), lane: String(laneOf(body)), body }));
  await app.db.$executeRaw`
    INSERT INTO incoming_update (update_id, lane, body, received_at)
    SELECT v.id, v.lane, v.body, ${app.now()} FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id int8, lane int8, body jsonb)
    WHERE NOT EXISTS (SELECT 1 FROM seen_update WHERE update_id = v.id)
    ON CONFLICT DO NOTHING`;
}

/** What an earlier process left, oldest first. */
export async function keptUpdates(app: App): Promise<Update[]> {
  const rows = await app.db.incomingUpdate.findMany({ orderBy: { updateId: 'asc' }, select: { body: true } });
  return rows.map(({ body }) => body as unknown as Update);
}

/** Notes that a kept update is begun; false for one that ended its process too often, or that is kept no more. */
export async function beginKept(app: App, { update_id: updateId }: Update): Promise<boolean> {
  const rows = await app.db.$queryRaw<{ attempts: number }[]>`
    UPDATE incoming_update SET attempts = attempts + 1 WHERE update_id = ${BigInt(updateId)} RETURNING attempts`;
  const attempts = rows[0]?.attempts;
  if (attempts !== undefined && attempts > maxAttempts) app.log.fatal({ update: updateId }, 'telegram.update-given-up');
  return attempts !== undefined && attempts <= maxAttempts;
}

/** The update is handled, or given up. */
export async function forgetKept(app: App, { update_id: updateId }: Update): Promise<void> {
  await app.db.incomingUpdate.deleteMany({ where: { updateId: BigInt(updateId) } });
}
