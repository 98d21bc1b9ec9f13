// One update of which the process dies whenever it is answered, under load: found out, given up, told; everybody else is served.
import { setTimeout as sleep } from 'node:timers/promises';
import { maxAttempts } from '../../src/telegram/kept-updates.ts';
import type { Load } from './load.ts';
import { inDoubt, underLoad } from './phases.ts';
import type { Reckoning } from './reckon.ts';
import type { Site } from './site.ts';

/** Once before it is written down, once beside others, then alone. */
const mostDeaths = maxAttempts + 1;
/** How long a bot may take to die, or to be done with it, in milliseconds. */
const patience = 60_000;

/** The head of the department says what the bot dies of. */
export function poison(site: Site, load: Load): Promise<Reckoning> {
  return underLoad(site, load, 'a deadly update', async () => {
    const broken: string[] = [];
    const sending = new Set<string>();
    const { department } = site.city;
    await load.fill();
    site.line.trap = (words) => {
      if (!words.includes('Такой команды нет')) return false;
      site.bot.process.kill('SIGKILL');
      return true;
    };
    await department.says(site.deadly);
    let times = 0;
    for (; times <= mostDeaths && !(await survives(site)); times++) {
      for (const row of await inDoubt(site)) sending.add(row);
      await site.start();
    }
    site.line.trap = undefined;
    if (times > mostDeaths) broken.push(`it is still tried after ${times} deaths`);
    if (times === 0) broken.push('nobody died of it');
    const told = (): boolean => department.inbox.some(({ text }) => text.includes(`в боте: «${site.deadly}»`));
    for (const end = performance.now() + patience; !told() && performance.now() < end;) await sleep(100);
    if (!told()) broken.push('its author was not told');
    return { times, inFlight: sending.size, broken };
  });
}

/** True once the update is given up, false when the bot died before. */
async function survives(site: Site): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(50)) {
    if (!site.bot.alive) return false;
    const db = await site.db();
    const given = await db.incomingUpdate.count({ where: { givenUpAt: { not: null } } }).catch(() => 0);
    if (given > 0) return true;
  }
  throw new Error(`the bot neither died nor gave up:\n${site.bot.output.slice(-2000)}`);
}
