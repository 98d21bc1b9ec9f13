// What else befalls a bot: a clock set back, a second process, a Telegram that answers nothing but faults, a week of downtime.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from './bot.ts';
import type { Load } from './load.ts';
import { inDoubt, mostInFlight, underLoad } from './phases.ts';
import { mark, reckon, type Reckoning } from './reckon.ts';
import type { Site } from './site.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** How long a bot under a changed clock may take for what is due, in milliseconds. */
const prompt = 120_000;

/** The clock goes back by an hour and by a day, between a kill and the next start and under the living bot; `most` of these changes. */
export function setClockBack(site: Site, load: Load, most: number): Promise<Reckoning> {
  return underLoad(site, load, 'clock set back', async () => {
    const broken: string[] = [];
    const sending = new Set<string>();
    // In working hours, and late enough that everybody is in office on all of these days.
    site.setClock('2026-11-27', '14:00');
    const changes = [
      { by: hour, alive: false },
      { by: day, alive: true },
      { by: day, alive: false },
      { by: hour, alive: true },
    ].slice(0, most);
    for (const { by, alive } of changes) {
      await load.fill();
      await sleep(300 + site.chance() * 700);
      if (!alive) {
        await site.bot.kill();
        for (const row of await inDoubt(site)) sending.add(row);
      }
      const runs = alive ? await jobRuns(site) : 0;
      site.moveClock(-by);
      if (!alive) await site.start();
      await load.plant(5);
      const left = await load.unsettled(prompt);
      if (left > 0) broken.push(`${left} messages wait for a clock that went back by ${by / hour} h`);
      if (alive && by === day && !(await until(60_000, async () => (await jobRuns(site)) > runs)))
        broken.push('the jobs wait for a clock that went back by a day');
    }
    return { times: changes.length, inFlight: sending.size, broken };
  });
}

/** A second process on the same data folder beside the living bot, and two at the same moment after a kill. */
export function startTwice(site: Site, load: Load, times: number): Promise<Reckoning> {
  return underLoad(site, load, 'a second process', async () => {
    const broken: string[] = [];
    const sending = new Set<string>();
    for (let n = 0; n < times; n++) {
      await load.fill();
      broken.push(...(await refused(site.rival())));
      if (!site.bot.alive) broken.push('the first process ended when a second one came');
      await site.bot.kill();
      for (const row of await inDoubt(site)) sending.add(row);
      const [one, other] = [site.rival(), site.rival()];
      const loser = await Promise.race([one.ended.then(() => one), other.ended.then(() => other)]);
      broken.push(...(await refused(loser)));
      await site.adopt(loser === one ? other : one);
    }
    return { times: times * 2, inFlight: sending.size, broken };
  });
}

/** Telegram answers every message with a fault for so many seconds. */
export function breakTelegram(site: Site, load: Load, seconds: number): Promise<Reckoning> {
  return underLoad(site, load, 'Telegram out of order', async () => {
    await load.fill();
    await sleep(1_000);
    site.line.broken = true;
    await sleep(seconds * 1000);
    site.line.broken = false;
    return { times: 1, inFlight: 0 };
  });
}

/** Killed while it reminds, the bot sleeps for a week and then says everything once, in one message for each. */
export async function sleepAWeek(site: Site, load: Load): Promise<Reckoning> {
  load.phase = 'a week of downtime';
  const broken: string[] = [];
  await load.prepare(2, '27.11.2026');
  const from = await mark(site);
  await load.plant(10);
  await site.bot.kill();
  const sending = new Set(await inDoubt(site));
  site.setClock('2026-11-26', '10:00');
  site.line.stormy = true;
  site.spawn();
  if (!(await until(60_000, async () => (await reminders(site, site.now())).length > 0)))
    broken.push('nobody was reminded before the week');
  await site.bot.kill();
  for (const row of await inDoubt(site)) sending.add(row);
  const before = site.now();
  site.setClock('2026-12-03', '10:00');
  site.line.stormy = false;
  await site.start();
  const back = new Date(site.now().getTime() - day);
  await until(60_000, async () => (await reminders(site, back)).length > 0);
  await site.quiet();
  const said = (await reminders(site, back)).filter(({ state }) => state === 'sent');
  const chats = said.map(({ chatId }) => chatId);
  if (chats.length !== new Set(chats).size) broken.push('somebody was reminded more than once after the week');
  const late = await lateHeads(site);
  const unreminded = late.filter((chat) => !chats.includes(chat)).length;
  if (late.length === 0 || unreminded > 0)
    broken.push(`${late.length} heads are late, ${unreminded} were not reminded`);
  const stale = await (
    await site.db()
  ).outgoingMessage.count({
    where: { kind: { startsWith: 'reminders.' }, createdAt: { lte: before }, sentAt: { gte: back } },
  });
  if (stale > 0) broken.push(`${stale} reminders of last week were sent`);
  const found = await reckon(site, load, from, { times: 1, inFlight: Math.max(sending.size, mostInFlight) });
  return { ...found, broken: [...found.broken, ...broken] };
}

/** Private chats of the school heads who owe something binding past its date: a private school is only asked. */
async function lateHeads(site: Site): Promise<number[]> {
  const heads = [...site.city.heads.values()].map(({ id }) => String(id));
  const db = await site.db();
  const rows = await db.$queryRaw<{ chatId: number }[]>`
    SELECT DISTINCT pe.chat_id AS "chatId" FROM participation p JOIN appointment a ON a.post_id = p.post_id
    JOIN person pe ON pe.id = a.person_id JOIN chat c ON c.id = pe.chat_id
    WHERE p.force = 'assignment' AND p.due < ${site.now()} AND c.telegram_id = ANY (${heads}::int8[])`;
  return rows.map(({ chatId }) => chatId);
}

async function reminders(site: Site, since: Date): Promise<{ chatId: number; state: string }[]> {
  const createdAt = { gte: new Date(since.getTime() - 60_000) };
  const db = await site.db();
  return db.outgoingMessage.findMany({ where: { kind: { startsWith: 'reminders.' }, createdAt } });
}

/** Waits for it so many milliseconds; false when it did not come to pass. */
async function until(milliseconds: number, come: () => Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; await sleep(20))
    if (await come().catch(() => false)) return true;
  return false;
}

/** How often the jobs that run every minute have run. */
async function jobRuns(site: Site): Promise<number> {
  const port = /"port":(\d+)/.exec(site.bot.output)?.[1] ?? '';
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const counts = text.matchAll(/^orynda_job_seconds_count\{[^}]*"reports\.tell-reviewers"[^}]*\} (\d+)/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** What is wrong with the end of a process that came second. */
async function refused(bot: Bot): Promise<string[]> {
  const code = await bot.ended;
  const clear =
    bot.output.includes('Another bot already works with the database in') && !bot.output.includes('    at ');
  return code === 1 && clear ? [] : [`a second process ended with ${code}:\n${bot.output.slice(-1500)}`];
}
