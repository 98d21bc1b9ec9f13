// The whole torture: one city, phase after phase, and the table of what came of it.
import { Load } from './load.ts';
import { breakTelegram, setClockBack, sleepAWeek, startTwice } from './hardships.ts';
import { poison } from './poison.ts';
import { killBoth, killBots, killServers, type Talk } from './phases.ts';
import type { Reckoning } from './reckon.ts';
import { Site } from './site.ts';

export type TortureOptions = {
  /** Where chance begins; the moments of a kill depend on the machine as well. */
  seed: number;
  /** How often each is killed. */
  bots: number;
  servers: number;
  both: number;
  /** How often a second process comes. */
  rivals: number;
  /** For how many seconds Telegram is out of order. */
  outage: number;
  /** How often the clock is set back, four times at most. */
  clock: number;
  schools: number;
  /** One phase alone. */
  only?: string;
  /** Folder that holds `dist`; this project unless told. */
  root?: string;
} & Talk;

type Phase = (site: Site, load: Load) => Promise<Reckoning>;

/** Runs the phases on one city, one after another. Throws only when the torture itself cannot go on. */
export async function torture(options: TortureOptions): Promise<Reckoning[]> {
  const { bots, servers, both, say } = options;
  const phases: Record<string, Phase> = {
    bots: (site, load) => killBots(site, load, bots, options),
    servers: (site, load) => killServers(site, load, servers, options),
    both: (site, load) => killBoth(site, load, both, options),
    rivals: (site, load) => startTwice(site, load, options.rivals),
    poison,
    outage: (site, load) => breakTelegram(site, load, options.outage),
    clock: (site, load) => setClockBack(site, load, options.clock),
    week: sleepAWeek,
  };
  const site = await Site.open(options);
  try {
    const load = new Load(site);
    await load.prepare(8);
    const reckonings: Reckoning[] = [];
    for (const [name, run] of Object.entries(phases)) {
      if (options.only && options.only !== name) continue;
      say(`${name} ...`);
      const found = await run(site, load);
      for (const words of found.broken.slice(0, 20)) say(`  BROKEN ${words}`);
      reckonings.push(found);
      say(printTable([found]));
    }
    return reckonings;
  } finally {
    await site.close();
    for (const [words, n] of site.complaints) say(`  the bot complained ${n} times: ${words}`);
    if (site.forgotten.size > 0) say(`  ${site.forgotten.size} presses waited too long: Telegram threw them away`);
  }
}

const columns: [string, (row: Reckoning) => string | number][] = [
  ['phase', (row) => row.phase],
  ['times', (row) => row.times],
  ['seconds', (row) => Math.round(row.seconds)],
  ['rows', (row) => row.rows],
  ['sent', (row) => row.sent],
  ['repeats', (row) => row.repeats],
  ['in flight', (row) => row.inFlight],
  ['answers lost', (row) => row.doubts],
  ['unknown', (row) => row.unknown],
  ['arrived', (row) => row.arrived],
  ['stuck', (row) => row.stuck],
  ['lost', (row) => row.lostBefore + row.resendLost],
  ['twice', (row) => row.droppedTwice],
  ['holds', (row) => (row.broken.length === 0 ? 'yes' : 'NO')],
];

/** The reckonings as a table of plain text. */
export function printTable(reckonings: Reckoning[]): string {
  const cells = [columns.map(([title]) => title), ...reckonings.map((row) => columns.map(([, of]) => String(of(row))))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}
