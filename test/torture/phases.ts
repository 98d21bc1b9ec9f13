// The ways to die: the bot, PostgreSQL, both at once, at random moments under load.
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { Limits } from '../../src/outbox/limits.ts';
import type { Bot } from './bot.ts';
import type { Load } from './load.ts';
import { mark, reckon, type Reckoning } from './reckon.ts';
import type { Site } from './site.ts';

/** So many sendings the bot has under way at most; a row is in doubt only while it is one of them. */
export const mostInFlight = new Limits(readConfig({ BOT_TOKEN: '1:none' })).pace.inFlight;

/** How a long phase speaks, and whether it is to end early. */
export type Talk = { say: (line: string) => void; hurry: () => boolean };

/** Runs `blows` while people act and the line is bad, waits until all is quiet and reckons. */
export async function underLoad(
  site: Site,
  load: Load,
  phase: string,
  blows: () => Promise<{ times: number; inFlight: number; broken?: string[] }>,
): Promise<Reckoning> {
  load.phase = phase;
  const from = await mark(site);
  const ending = new AbortController();
  site.line.stormy = true;
  const going = load.go(ending.signal);
  const dealt = await Promise.race([blows(), going.then(() => Promise.reject(new Error('the load ended')))]).finally(
    () => ending.abort(),
  );
  await going;
  site.line.stormy = false;
  await load.finish();
  const found = await reckon(site, load, from, dealt);
  return { ...found, broken: [...found.broken, ...(dealt.broken ?? [])] };
}

/** kill -9 of the bot: a quarter of the times while it starts, else at some moment of its work. */
export function killBots(site: Site, load: Load, most: number, { say, hurry }: Talk): Promise<Reckoning> {
  return underLoad(site, load, 'kill -9 of the bot', async () => {
    const sending = new Set<string>();
    const broken: string[] = [];
    let times = 0;
    let usual = 1_000;
    for (; times < most && !hurry(); times++) {
      await load.fill();
      const early = site.chance() < 0.25;
      if (!early && !site.bot.alive) usual = await site.start();
      if (!site.bot.alive) site.spawn();
      // On a slow machine work is slow as well: long enough that something is under way.
      await sleep(site.chance() * (early ? usual : 1_000 + usual / 2));
      if (!site.bot.alive) broken.push(`it ended by itself:\n${site.bot.output.slice(-2000)}`);
      await site.bot.kill();
      const now = await inDoubt(site);
      if (now.length > mostInFlight) broken.push(`${now.length} were being sent at once`);
      for (const row of now) sending.add(row);
      if (times % 20 === 19) say(`${times + 1} kills, ${sending.size} in flight, a start took ${Math.round(usual)} ms`);
    }
    if (!site.bot.alive) await site.start();
    return { times, inFlight: sending.size, broken };
  });
}

/** kill -9 of PostgreSQL, mostly of its first process, sometimes of one that works for the bot; the bot revives it. */
export function killServers(site: Site, load: Load, most: number, { say, hurry }: Talk): Promise<Reckoning> {
  return underLoad(site, load, 'kill -9 of PostgreSQL', async () => {
    const broken: string[] = [];
    let times = 0;
    for (; times < most && !hurry(); times++) {
      await load.fill();
      await sleep(300 + site.chance() * 1_500);
      const server = await living(site);
      const victim = site.chance() < 0.25 ? await backend(site, server.pid) : server.pid;
      process.kill(victim, 'SIGKILL');
      await sleep(200);
      await working(site);
      if (!site.bot.alive) {
        broken.push(`the bot died with its database:\n${site.bot.output.slice(-2000)}`);
        await site.start();
      }
      if (times % 5 === 4) say(`${times + 1} kills of the server`);
    }
    return { times, inFlight: times * mostInFlight, broken };
  });
}

/** kill -9 of both; the next start adopts what is left or recovers it, and tells the server nothing of the token. */
export function killBoth(site: Site, load: Load, most: number, { say, hurry }: Talk): Promise<Reckoning> {
  return underLoad(site, load, 'kill -9 of both', async () => {
    const broken: string[] = [];
    let times = 0;
    for (; times < most && !hurry(); times++) {
      await sleep(site.chance() * 1_500);
      await load.fill();
      const server = await living(site);
      const [first, second] = site.chance() < 0.5 ? [server.pid, site.bot] : [site.bot, server.pid];
      end(first);
      await sleep(site.chance() * 60);
      end(second);
      await site.bot.ended;
      await site.start();
      broken.push(...(await spied(site)));
      if (times % 5 === 4) say(`${times + 1} kills of both`);
    }
    return { times, inFlight: times * mostInFlight, broken };
  });
}

function end(victim: number | Bot): void {
  if (typeof victim === 'number') process.kill(victim, 'SIGKILL');
  else victim.process.kill('SIGKILL');
}

/** The rows that a kill left in doubt; a lease counts once, however often the bot dies before it can clear up. */
export async function inDoubt(site: Site): Promise<string[]> {
  const db = await site.db();
  const rows = await db.outgoingMessage.findMany({
    where: { state: 'sending' },
    select: { id: true, leaseEpoch: true },
  });
  return rows.map(({ id, leaseEpoch }) => `${id}/${leaseEpoch}`);
}

async function living(site: Site): Promise<{ pid: number; url: string }> {
  for (;;) {
    const server = await site.server();
    if (server) return server;
    await sleep(20);
  }
}

/** A process of the server that works for the bot; its first process, when none does. */
async function backend(site: Site, server: number): Promise<number> {
  const db = await site.db();
  const rows = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE application_name = 'orynda' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1`;
  return rows[0]?.pid ?? server;
}

/** Waits until the server answers again. */
async function working(site: Site): Promise<void> {
  for (const end = performance.now() + 60_000; ; await sleep(50)) {
    try {
      await (
        await site.db()
      ).$queryRaw`SELECT 1`;
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

/** Read by the server itself: root in a container may not look into the processes of others. */
async function spied(site: Site): Promise<string[]> {
  const [{ pid }, db] = [await living(site), await site.db()];
  const file = `/proc/${pid}/environ`;
  const [row] = await db.$queryRaw<{ bytes: Uint8Array }[]>`SELECT pg_read_binary_file(${file}) AS bytes`;
  const environment = Buffer.from(row?.bytes ?? []).toString();
  if (!environment.includes('LC_ALL=C')) return ['the environment of the server could not be read'];
  return environment.includes(site.emulator.token) ? ['the server has the token of the bot in its environment'] : [];
}
