// Each update is handled once: Telegram delivers again after a crash or a lost confirmation.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareFn } from 'grammy';
import type { App } from '../app.ts';
import { Together } from '../together.ts';
import type { Ctx } from './context.ts';
import { forgetGivenUp } from './kept-updates.ts';

/** How long an update waits for a database that is gone, in milliseconds. */
const databasePatience = 30_000;
/** Telegram keeps updates for a day; older rows serve nobody. */
const keepHours = 48;

/**
 * Skips an update that was handled before. The row is written after handling: a crash in between repeats the update,
 * and the actions' own keys make the repetition harmless, whereas writing first would lose it.
 * Updates of one moment are looked up and noted together.
 */
export function seenUpdates(): MiddlewareFn<Ctx> {
  let batches: { looks: Together<bigint, boolean>; notes: Together<bigint, undefined> } | undefined;
  return async (ctx, next) => {
    const { app } = ctx;
    batches ??= { looks: new Together((ids) => seenOf(app, ids)), notes: new Together((ids) => note(app, ids)) };
    const { looks, notes } = batches;
    const updateId = BigInt(ctx.update.update_id);
    if (await patiently(app, () => looks.add(updateId))) {
      app.log.info({ update: ctx.update.update_id }, 'telegram.update-repeated');
      return;
    }
    await next();
    await patiently(app, () => notes.add(updateId));
  };
}

async function seenOf(app: App, ids: bigint[]): Promise<boolean[]> {
  const rows = await app.db.$queryRaw<{ id: bigint }[]>`
    /* prepared */ SELECT update_id AS id FROM seen_update WHERE update_id = ANY (${ids.map(String)}::int8[])`;
  const seen = new Set(rows.map(({ id }) => id));
  return ids.map((id) => seen.has(id));
}

/** Without waiting for the disk: a server that crashes now forgets a moment's notes, and a repeated update is harmless. */
async function note(app: App, ids: bigint[]): Promise<undefined[]> {
  await app.db.$executeRaw`
    /* prepared */ INSERT INTO seen_update (update_id, at)
    SELECT unnest(${ids.map(String)}::int8[]), ${app.now()} FROM set_config('synchronous_commit', 'off', true)
    ON CONFLICT DO NOTHING`;
  return ids.map(() => undefined);
}

/** Forgets updates older than two days, and what was given up long ago. */
export async function forgetSeenUpdates(app: App): Promise<void> {
  const before = new Date(app.now().getTime() - keepHours * 3_600_000);
  await app.db.seenUpdate.deleteMany({ where: { at: { lt: before } } });
  await forgetGivenUp(app);
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
