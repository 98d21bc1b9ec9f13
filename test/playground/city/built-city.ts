// A demo city for a test: the emulator, the bot on a database of its own, and hands for the tour.
import { pino } from 'pino';
import { createApp, type App } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { openClient } from '../../../src/db.ts';
import { runJobs } from '../../../src/jobs.ts';
import { buildDemoCity } from '../../../src/playground/city/city.ts';
import { MovingClock } from '../../../src/playground/clock.ts';
import { startEmulator, type Emulator } from '../../../src/playground/emulator/emulator.ts';
import { addGroups } from '../../../src/playground/groups.ts';
import { addPersonas } from '../../../src/playground/personas.ts';
import type { Travel } from '../../../src/playground/protocol.ts';
import { arrival, nextStop } from '../../../src/playground/travel.ts';
import type { TourHands } from '../../../src/playground/tour-hands.ts';
import { startService } from '../../../src/service.ts';
import { testDatabase } from '../../support/database.ts';

export const zone = 'Asia/Almaty';

export type BuiltCity = {
  app: App;
  emulator: Emulator;
  clock: MovingClock;
  hands: TourHands;
  /** What the building told of its progress, from 0 to 1. */
  progress: number[];
  close: () => Promise<void>;
};

/** Builds the demo city in the week of 26 November 2026; `joined` school heads have started the bot. */
export async function builtCity(joined?: number): Promise<BuiltCity> {
  const clock = new MovingClock(new Date('2026-11-24T05:00:00Z'));
  const emulator = await startEmulator({ now: clock.now, limits: 'off' });
  addPersonas(emulator.world);
  addGroups(emulator.world);
  const database = await testDatabase();
  const client = openClient(database.url);
  const undo = { ISSUE_UNDO_SECONDS: '5', REPORT_UNDO_SECONDS: '0' };
  const env = { BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.url, TIME_ZONE: zone, ...undo };
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const app = createApp({ db: client.db, config: readConfig(env), log, now: clock.now });
  const service = await startService(app, { clockwork: false, sql: client.sql });
  const close = async (): Promise<void> => {
    await service.stop();
    await client.close();
    await emulator.close();
    await database.close();
  };
  const settle = async (): Promise<void> => {
    for (;;) {
      const { nextAt } = await service.sender.drain();
      if (!nextAt || nextAt.getTime() - clock.now().getTime() > 90_000) return;
      if (nextAt > clock.now()) clock.set(nextAt);
    }
  };
  const travel = async (to: Travel['to']): Promise<void> => {
    const end = arrival(to, clock.now(), zone);
    while (clock.now() < end) {
      const stop = nextStop(clock.now(), zone);
      clock.set(stop < end ? stop : end);
      await runJobs(app);
      await settle();
    }
  };
  const hands = { app, world: emulator.world, idle: () => emulator.idle(60_000), settle, travel };
  const progress: number[] = [];
  const tell = (done: number, total: number): void => void progress.push(done / total);
  try {
    await buildDemoCity({ app, service, emulator, clock, progress: tell, ...(joined !== undefined && { joined }) });
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return { app, emulator, clock, hands, progress, close };
}
