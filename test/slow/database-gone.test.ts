// The database is gone for ten seconds under the running service: bot, sender and jobs wait, and nothing is lost or doubled.
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openClient } from '../../src/db.ts';
import { type Jobs, jobs, startJobs } from '../../src/jobs.ts';
import { type Service, startService } from '../../src/service.ts';
import { buildCity, type City } from '../support/city.ts';
import { DatabaseLine } from '../support/database-line.ts';
import { withDatabase } from '../support/postgres.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

const awayMs = 10_000;
let town: Town;
let city: City;
let head: Person;
let line: DatabaseLine;
let client: ReturnType<typeof openClient>;
let service: Service;
/** Every job of the table, every second. */
let ticking: Jobs;
const log: { level: number; msg: string }[] = [];

const logged = (event: string): number => log.filter(({ msg }) => msg === event).length;
const told = (person: Person | undefined, words: string): number =>
  (person?.inbox ?? []).filter(({ text }) => text.includes(words)).length;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 4 });
  head = city.heads.get(2) as Person;
  await city.deputy.says('/task Школе № 2 починить крыльцо до 25.12.2026');
  await city.deputy.presses('Выдать');
  await town.settle();
  await town.service.stop();
  // The same city, as in production: sender and jobs run by themselves.
  const [row] = await town.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  line = await DatabaseLine.open(withDatabase(inject('postgresUrl'), row?.name ?? ''));
  client = openClient(line.url);
  const stream = { write: (text: string) => void log.push(JSON.parse(text) as (typeof log)[number]) };
  const { config } = town.app;
  const app = createApp({ db: client.db, config, log: pino({ level: 'info' }, stream), now: town.clock.now });
  service = await startService(app, { sql: client.sql });
  ticking = startJobs(
    app,
    jobs.map((job) => ({ ...job, cron: '* * * * * *' })),
  );
}, 120_000);

afterAll(async () => {
  await ticking.stop();
  await service.stop();
  await client.close();
  await line.cut();
  await town.close();
});

describe('a database that is gone for ten seconds', { timeout: 60_000 }, () => {
  it('holds up what people say, and it is handled once when it is back', async () => {
    await line.cut();
    const said = head.says('Выполнено, крыльцо починено');
    await sleep(awayMs);
    expect(logged('telegram.waiting-for-database')).toBeGreaterThan(0);
    expect(told(head, 'принят на рассмотрение')).toBe(0);
    await line.mend();
    await said;
    expect(told(head, 'принят на рассмотрение')).toBe(1);
    expect(await town.db.report.count()).toBe(1);
  });

  it('is waited for by the jobs, which take it for no fault of theirs', async () => {
    expect(logged('jobs.database-gone')).toBeGreaterThan(0);
    expect(logged('jobs.failed')).toBe(0);
    const before = logged('jobs.database-gone');
    await sleep(2_500);
    expect(logged('jobs.database-gone')).toBe(before);
  });

  it('is waited for by the sender, which then sends what was planned, once', async () => {
    const waiting = () => told(city.deputy, 'На рассмотрении: 1');
    await expect.poll(waiting).toBe(1);
    await city.deputy.says('/task Школам № 2 и № 4 очистить крыши до 25.12.2026');
    await city.deputy.presses('Выдать');
    const roofs = () => [head, city.heads.get(4)].map((person) => told(person, 'крыши'));
    await expect.poll(roofs).toEqual([1, 1]);
    const states = await town.db.outgoingMessage.groupBy({ by: ['state'] });
    expect(states.map(({ state }) => state)).not.toContain('unknown');
    expectNoViolations(town.emulator);
  });
});
