// The service on an open database: what it leaves to the next start when it is stopped.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTown, type Town } from './support/town.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.close());

it('stops after the update in hand; what was fetched with it is handled once, after the next start', async () => {
  const person = town.tg.person({ firstName: 'Айгүл' });
  town.tg.waits = false;
  await town.service.stop();
  for (const n of [1, 2, 3]) await person.says(`/start ${n}`);
  let stopped: Promise<void> | undefined;
  // The first of the three is held up before it is noted as handled.
  await town.db.$transaction(async (holding) => {
    await holding.$executeRaw`LOCK TABLE seen_update IN SHARE MODE`;
    await town.restart();
    const waiting = () => town.db.$queryRaw`
      SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'seen_update'::regclass`;
    await expect.poll(waiting).toEqual([{ n: 1 }]);
    stopped = town.service.stop();
  });
  await stopped;
  const seen = () => town.db.seenUpdate.count();
  expect(await seen()).toBe(1);
  expect(person.inbox).toHaveLength(1);
  await town.restart();
  await expect.poll(seen).toBe(3);
  expect(person.inbox).toHaveLength(3);
  expect(town.emulator.violations).toEqual([]);
});
