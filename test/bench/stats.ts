// Group `stats`: what /stats shows, counted and painted, of 1,000 organisations and 100,000 shares beside 10 and 1,000.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDb } from '../../src/db.ts';
import { showView, type View, views } from '../../src/stats/view-queries.ts';
import { countStatements } from '../support/statements.ts';
import { token } from './processes.ts';
import type { Row } from './row.ts';
import { type Built, buildYear } from './year.ts';

// The built painter, as in the running bot: it takes its thread from beside it.
const { paintPicture, stopPainting } = (await import(
  join(import.meta.dirname, '../../dist/pictures/painter.js')
)) as typeof import('../../src/pictures/painter.ts');

const rounds = 15;

/** A row for the time of each view, and one for its statements. */
export async function stats(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const config = readConfig({ BOT_TOKEN: token, DATA_DIR: dataDir });
  const { db, close } = await openDb({ config, log: pino({ level: 'error' }) });
  try {
    const app = createApp({ db, config, log: pino({ level: 'error' }) });
    const small = await buildYear(app, { schools: 10, tasks: 100, live: 5, code: 'a', from: 100_000 });
    const large = await buildYear(app, { schools: 1000, tasks: 100, live: 5, code: 'b', from: 200_000 });
    await db.$executeRawUnsafe('VACUUM ANALYZE');
    const rows: Row[] = [];
    for (const view of views) rows.push(...(await compared(view, large, small)));
    return rows;
  } finally {
    await stopPainting();
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function compared(view: View, large: Built, small: Built): Promise<Row[]> {
  const show = async ({ app, deputy }: Built): Promise<number> => {
    const began = performance.now();
    const { picture } = await showView(app, deputy, 'ru', view);
    await paintPicture(picture, 'light');
    return performance.now() - began;
  };
  const times = { large: [] as number[], small: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [many, few] = [await show(large), await show(small)];
    // The first round warms up.
    if (round > 0) times.large.push(many);
    if (round > 0) times.small.push(few);
  }
  const [most, least] = [await countStatements(() => show(large)), await countStatements(() => show(small))];
  return [
    row(`/stats ${view}`, 'ms', median(times.large), median(times.small), 3),
    row(`/stats ${view}, statements`, '', most.statements, least.statements, 1),
  ];
}

function row(name: string, unit: string, value: number, reference: number, most: number): Row {
  const ratio = value / reference;
  return { group: 'stats', name, value, reference, ratio, goal: `<= ${most}`, unit, pass: ratio <= most };
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
