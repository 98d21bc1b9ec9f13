// Pictures as people get them: milliseconds from the order to the PNG in a warm thread, the first one of a cold thread, and memory.
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { samples } from '../pictures/samples.ts';
import type { Row } from './row.ts';

// The built painter, as in the running bot: it takes its thread from beside it.
const { paintPicture, stopPainting } = (await import(
  join(import.meta.dirname, '../../dist/pictures/painter.js')
)) as typeof import('../../src/pictures/painter.ts');

const goal = 150;
const rounds = 15;
const megabytes = (): number => process.memoryUsage().rss / 1e6;

async function milliseconds(name: string): Promise<number> {
  const picture = samples[name];
  if (!picture) throw new Error(`no sample ${name}`);
  const start = performance.now();
  await paintPicture(picture, 'light');
  return performance.now() - start;
}

function row(name: string, unit: string, value: number, most: number): Row {
  const pass = value <= most;
  return { group: 'pictures', name, value, reference: most, ratio: value / most, goal: `<= ${most}`, unit, pass };
}

/** The rows of the group `pictures`: goals are 150 ms for each picture and 200 MB for the thread at its highest. */
export async function pictures(): Promise<Row[]> {
  const before = megabytes();
  const cold = await milliseconds('digest');
  const times = new Map(Object.keys(samples).map((name) => [name, [] as number[]]));
  let peak = megabytes();
  for (let round = 0; round < rounds; round += 1) {
    // In turn, so that a busy moment of the machine falls on all of them.
    for (const [name, list] of times) {
      list.push(await milliseconds(name));
      peak = Math.max(peak, megabytes());
    }
  }
  await stopPainting();
  await sleep(500);
  const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return [
    ...[...times].map(([name, list]) => row(`${name}, warm thread`, 'ms', median(list), goal)),
    row('first picture of a new thread', 'ms', cold, 1000),
    row(`memory above the start, highest of ${rounds * times.size} pictures`, 'MB', peak - before, 200),
    row('memory above the start, thread ended', 'MB', megabytes() - before, 100),
  ];
}
