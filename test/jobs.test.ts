// The table of jobs: one fault stops nothing else, a stop waits for what is running, the clock really ticks.
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { PrismaClient } from '../src/generated/prisma/client.ts';
import { type Job, jobs, runJobs, startJobs } from '../src/jobs.ts';
import { validate } from 'node-cron';

function appWithLog(): { app: App; lines: { level: number; job?: string; msg: string }[] } {
  const lines: { level: number; job?: string; msg: string }[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line) as never) });
  const app = createApp({ db: {} as PrismaClient, config: readConfig({ BOT_TOKEN: '1:test' }), log });
  return { app, lines };
}
const job = (name: string, run: () => Promise<void>, cron = '0 0 1 1 *'): Job => ({ name, cron, run });

describe('jobs', () => {
  it('go on after the fault of one, which is logged', async () => {
    const { app, lines } = appWithLog();
    const ran: string[] = [];
    const gone = Object.assign(new Error("Can't reach database server"), { code: 'P1001' });
    await runJobs(app, [
      job('a.fails', () => Promise.reject(new Error('no'))),
      job('b.database', () => Promise.reject(gone)),
      job('c.runs', async () => void ran.push('c')),
    ]);
    expect(ran).toEqual(['c']);
    expect(lines.map(({ level, job, msg }) => [level, job, msg])).toEqual([
      [50, 'a.fails', 'jobs.failed'],
      [40, 'b.database', 'jobs.database-gone'],
    ]);
  });

  it('run at the start, tick by the clock, and a stop waits for what is running', async () => {
    const { app } = appWithLog();
    let [started, finished] = [0, 0];
    const slow = job(
      'a.slow',
      async () => {
        started++;
        await new Promise((done) => setTimeout(done, 300));
        finished++;
      },
      '* * * * * *',
    );
    const running = startJobs(app, [slow]);
    expect(started).toBe(1);
    await new Promise((done) => setTimeout(done, 2_300));
    expect(started).toBeGreaterThanOrEqual(3);
    await running.stop();
    expect(finished).toBe(started);
    const before = started;
    await new Promise((done) => setTimeout(done, 1_200));
    expect(started).toBe(before);
  });

  it('run again when somebody sets the clock, on or back, and not because time passes', async () => {
    const { app, lines } = appWithLog();
    let [runs, set] = [0, 0];
    app.now = () => new Date(Date.now() + set);
    const running = startJobs(app, [job('a.yearly', async () => void runs++)], { every: 20, tolerance: 5_000 });
    const after = (by: number) => {
      set += by;
      return new Promise((done) => setTimeout(done, 150));
    };
    const seen: number[] = [];
    for (const by of [0, -86_400_000, 1_000, 3_600_000]) {
      await after(by);
      seen.push(runs);
    }
    await running.stop();
    await after(-86_400_000);
    expect([...seen, runs]).toEqual([1, 2, 2, 3, 3]);
    expect(lines.filter(({ msg }) => msg === 'jobs.clock-was-set')).toHaveLength(2);
  });

  it('never run twice at once in one process, and one that goes on too long is late in the measures', async () => {
    const { app } = appWithLog();
    const lag = async () => (await app.metrics.jobLag.get()).values[0]?.value ?? -1;
    let [now, most] = [0, 0];
    const slow = job(
      'a.slow',
      async () => {
        most = Math.max(most, ++now);
        await new Promise((done) => setTimeout(done, 2_100));
        now--;
      },
      '* * * * * *',
    );
    const running = startJobs(app, [slow]);
    expect(await lag()).toBeLessThan(0.5);
    // Two ticks fall into the run; the later one finds that it ought to have begun a second ago.
    await new Promise((done) => setTimeout(done, 2_050));
    expect(await lag()).toBeGreaterThan(0.7);
    await running.stop();
    expect(most).toBe(1);
  });

  it('have valid times and names of their own', () => {
    expect(jobs.filter(({ cron }) => !validate(cron))).toEqual([]);
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
    expect(jobs.length).toBeGreaterThanOrEqual(4);
  });
});
