// Updates that were taken from Telegram and are not yet handled, as rows: they outlive the process, and tell which update ends it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { transaction, type App } from '../app.ts';
import { isDatabaseGone } from '../errors.ts';
import { laneOf } from './lanes.ts';

/**
 * How long a process must have lived before it begins with an update of which one, two, three, four died, in milliseconds. A process that
 * is killed again and again from outside does not come so far, so what somebody said is not taken for the cause; and while an update
 * that is the cause waits, others are served.
 */
const waits = [0, 2_000, 5_000, 10_000];

/** An update of which so many processes died, all but the first while it was handled alone (`Company`), is given up: the others of its chat go on. */
export const maxAttempts = waits.length + 1;

/** Who waits for a suspect waits no longer, in milliseconds. */
const longestAlone = 10_000;

/** Milliseconds until a database that left is asked again. */
const askAgain = 500;

/** So long a given up update stays as a row, in days. */
const keepDays = 30;

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
  const rows = await app.db.incomingUpdate.findMany({
    where: { givenUpAt: null },
    orderBy: { updateId: 'asc' },
    select: { body: true },
  });
  return rows.map(({ body }) => body as unknown as Update);
}

/** Updates under way: beside each other, but a suspect alone, so that whoever ends the process is known. */
export class Company {
  /** Kept updates whose death is counted beforehand: how many were counted before, and whether the try has failed already. */
  readonly counted = new Map<bigint, { before: number; failed: boolean }>();
  readonly #atWork = new Set<Promise<unknown>>();
  readonly #began = performance.now();
  readonly #leaving = new AbortController();
  #door: Promise<unknown> | null = null;

  /** Beside others. */
  async together<R>(work: () => Promise<R>): Promise<R> {
    while (this.#door) await this.#door;
    return this.#note(work());
  }

  /** When all others have ended, or after a while. */
  async alone<R>(work: () => Promise<R>): Promise<R> {
    while (this.#door) await this.#door;
    const done = Promise.race([Promise.allSettled(this.#atWork), patience()]).then(() => this.#note(work()));
    const left = done.then(nothing, nothing);
    this.#door = Promise.race([left, patience()]).then(() => void (this.#door = null));
    return done;
  }

  /** Waits until the process has lived so many milliseconds; false when it ends before. */
  async lived(milliseconds: number): Promise<boolean> {
    return this.rest(Math.max(0, this.#began + milliseconds - performance.now()));
  }

  /** Waits so many milliseconds; false when the process ends. */
  async rest(milliseconds: number): Promise<boolean> {
    const { signal } = this.#leaving;
    await sleep(milliseconds, undefined, { signal }).catch(nothing);
    return !signal.aborted;
  }

  /** The process ends: nobody waits any longer. */
  leave(): void {
    this.#leaving.abort();
  }

  #note<R>(work: Promise<R>): Promise<R> {
    const ended: Promise<unknown> = work.then(nothing, nothing).then(() => this.#atWork.delete(ended));
    this.#atWork.add(ended);
    return work;
  }
}

const nothing = (): void => {};
const patience = (): Promise<void> => sleep(longestAlone, undefined, { ref: false });

/**
 * Handles a kept update and takes its row away; one that ended its process too often is given up instead. Throws what `handle` throws:
 * then the row waits for its next turn, and no death is counted.
 */
export async function handleKept(
  app: App,
  company: Company,
  update: Update,
  handle: () => Promise<void>,
): Promise<void> {
  const updateId = BigInt(update.update_id);
  const row = await app.db.incomingUpdate.findUnique({
    where: { updateId },
    select: { attempts: true, givenUpAt: true },
  });
  if (!row || row.givenUpAt) return;
  const { attempts } = row;
  const counted = async (): Promise<void> => {
    try {
      company.counted.set(updateId, { before: attempts, failed: false });
      await app.db.incomingUpdate.updateMany({ where: { updateId }, data: { attempts: { increment: 1 } } });
      await handle();
      await forgetKept(app, update);
      company.counted.delete(updateId);
    } catch (error) {
      await uncount(app, company, updateId, attempts);
      throw error;
    }
  };
  if (attempts >= maxAttempts) await giveUp(app, update);
  else if (attempts === 0) await company.together(counted);
  else if (await company.lived(waits[attempts - 1] ?? 0)) await company.alone(counted);
}

/** The update is handled. */
export async function forgetKept(app: App, { update_id: updateId }: Update): Promise<void> {
  await app.db.incomingUpdate.deleteMany({ where: { updateId: BigInt(updateId) } });
}

/** Nobody died: counts one less than before, as soon as the database answers. What a stop comes before is left to its last word (`denyDeaths`). */
async function uncount(app: App, company: Company, updateId: bigint, attempts: number): Promise<void> {
  company.counted.set(updateId, { before: attempts, failed: true });
  const own = { updateId, attempts: { gt: attempts } };
  for (;;) {
    try {
      await app.db.incomingUpdate.updateMany({ where: own, data: { attempts: { decrement: 1 } } });
      break;
    } catch (error) {
      app.log.warn({ err: error, update: Number(updateId) }, 'telegram.death-not-denied');
      if (!isDatabaseGone(error)) break;
      if (!(await company.rest(askAgain))) return;
    }
  }
  company.counted.delete(updateId);
}

/** The row stays, with the moment; who wrote or pressed and the administrators are told, if that can be done. */
async function giveUp(app: App, update: Update): Promise<void> {
  app.log.fatal({ update: update.update_id }, 'telegram.update-given-up');
  await transaction(app, async (app) => {
    await noteGivenUp(app, update);
    await app.givenUp(app, update);
  }).catch(async (error: unknown) => {
    if (isDatabaseGone(error)) throw error;
    app.log.error({ err: error, update: update.update_id }, 'telegram.given-up-not-told');
    await noteGivenUp(app, update);
  });
  await measureGivenUp(app);
}

async function noteGivenUp(app: App, { update_id: updateId }: Update): Promise<void> {
  await app.db.incomingUpdate.updateMany({ where: { updateId: BigInt(updateId) }, data: { givenUpAt: app.now() } });
}

/** How many updates were given up since then. */
export async function countGivenUp(app: App, since: Date): Promise<number> {
  return app.db.incomingUpdate.count({ where: { givenUpAt: { gte: since } } });
}

/** Counts them for the measures: also when the process starts, else its first count would look like something new. */
export async function measureGivenUp(app: App): Promise<void> {
  app.metrics.updatesGivenUp.set(await countGivenUp(app, new Date(0)));
}

/** Forgets what was given up long ago: it holds words of people. */
export async function forgetGivenUp(app: App): Promise<void> {
  const before = new Date(app.now().getTime() - keepDays * 86_400_000);
  await app.db.incomingUpdate.deleteMany({ where: { givenUpAt: { lt: before } } });
  await measureGivenUp(app);
}
