// Each update is handled once: Telegram delivers again after a crash or a lost confirmation.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareFn } from 'grammy';
import type { App } from '../app.ts';
import type { Ctx } from './context.ts';

/** How long an update waits for a database that is gone, in milliseconds. */
const databasePatience = 30_000;
/** Telegram keeps updates for a day; older rows serve nobody. */
const keepHours = 48;

/**
 * Skips an update that was handled before. The row is written after handling: a crash in between repeats the update,
 * and the actions' own keys make the repetition harmless, whereas writing first would lose it.
 */
export function seenUpdates(): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const { app } = ctx;
    // A query changes nothing; every few letters typed are one.
    if (ctx.inlineQuery) return next();
    const updateId = BigInt(ctx.update.update_id);
    const seen = await patiently(app, () => app.db.seenUpdate.findUnique({ where: { updateId } }));
    if (seen) {
      app.log.info({ update: ctx.update.update_id }, 'telegram.update-repeated');
      return;
    }
    await next();
    await patiently(app, () =>
      app.db.seenUpdate.createMany({ data: [{ updateId, at: app.now() }], skipDuplicates: true }),
    );
  };
}

/** Forgets updates older than two days. */
export async function forgetSeenUpdates(app: App): Promise<void> {
  const before = new Date(app.now().getTime() - keepHours * 3_600_000);
  await app.db.seenUpdate.deleteMany({ where: { at: { lt: before } } });
}

/** Waits for the database rather than losing what a person said while it was away. */
async function patiently<R>(app: App, query: () => Promise<R>): Promise<R> {
  const deadline = performance.now() + databasePatience;
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      app.log.warn({ err: error }, 'telegram.waiting-for-database');
      await sleep(500);
    }
  }
}
