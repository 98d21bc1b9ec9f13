// npm run bench: ratios of one run. `-- --json` prints one JSON object a line, `-- --only <group>,<group>` runs these.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { city } from './city.ts';
import { delivery, parts } from './delivery/all.ts';
import { median } from './delivery/ground.ts';
import { backup } from './backup.ts';
import { pictures } from './pictures.ts';
import { playground } from './playground.ts';
import { print as printedForms } from './print.ts';
import { residentMegabytes, startBareBot, startBot, stopProcess } from './processes.ts';
import { reading } from './reading.ts';
import { start } from './start.ts';
import { stats } from './stats.ts';
import { pressUpdate, Stub, textUpdate } from './stub.ts';
import { seed } from './town.ts';
import type { Row } from './row.ts';

const warmUp = 50;
const presses = 150;
const rounds = 3;

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const groups: Record<string, () => Promise<Row[]>> = {
  press,
  memory,
  start,
  playground,
  reading,
  city,
  backup,
  pictures,
  stats,
  delivery,
  print: printedForms,
};
/** Parts of a group, measured by themselves: `--only delivery.drain`. */
const alone: typeof groups = Object.fromEntries(
  Object.entries(parts).map(([name, part]) => [`delivery.${name}`, part]),
);

/** A press that reads, writes, journals and commits durably, one in flight, against a bot that only answers. */
async function press(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const participations = await seed(dataDir, warmUp + presses * rounds);
  const [ours, bare] = [await new Stub().listen(), await new Stub().listen()];
  const bot = startBot(ours.url, dataDir);
  const bareBot = startBareBot(bare.url);
  const answer = /^answerCallbackQuery$/;
  const next = (): string => `tasks.ack:${participations.shift()}`;
  for (let i = 0; i < warmUp; i++) {
    await ours.deliver(pressUpdate(next()), answer);
    await bare.deliver(pressUpdate('x:1'), answer);
  }
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < presses; i++) times.ours.push(await ours.deliver(pressUpdate(next()), answer));
    for (let i = 0; i < presses; i++) times.bare.push(await bare.deliver(pressUpdate('x:1'), answer));
  }
  await Promise.all([stopProcess(bot), stopProcess(bareBot)]);
  await Promise.all([ours.close(), bare.close()]);
  rmSync(dataDir, { recursive: true, force: true });
  const [value, reference] = [1000 / median(times.ours), 1000 / median(times.bare)];
  const ratio = value / reference;
  return [
    {
      group: 'press',
      name: 'durable press / bare grammY press',
      value,
      reference,
      ratio,
      goal: '>= 0.10',
      unit: 'presses/s',
      pass: ratio >= 0.1,
    },
  ];
}

/**
 * Resident memory of the idle compiled bot without the database, beside that of the bare bot. Idle is a bot that has had
 * nothing to do for minutes: the engine gives back what the start took only then.
 */
async function memory(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const [ours, bare] = [await new Stub().listen(), await new Stub().listen()];
  const bot = startBot(ours.url, dataDir);
  const bareBot = startBareBot(bare.url);
  await Promise.all([
    ours.deliver(textUpdate('/start'), /^sendMessage$/),
    bare.deliver(textUpdate('hi'), /^sendMessage$/),
  ]);
  await sleep(240_000);
  const [value, reference] = [residentMegabytes(bot), residentMegabytes(bareBot)];
  await Promise.all([stopProcess(bot), stopProcess(bareBot)]);
  await Promise.all([ours.close(), bare.close()]);
  rmSync(dataDir, { recursive: true, force: true });
  return [
    {
      group: 'memory',
      name: 'idle bot / idle bare grammY',
      value,
      reference,
      ratio: value / reference,
      goal: 'value <= 180',
      unit: 'MB',
      pass: value <= 180,
    },
  ];
}

function print(row: Row): void {
  if (options.json) {
    console.log(JSON.stringify(row));
    return;
  }
  const figures = `${row.value.toFixed(1)} / ${row.reference.toFixed(1)} ${row.unit}`;
  console.log(
    `${row.group.padEnd(8)} ${row.name.padEnd(42)} ${figures.padEnd(28)} ratio ${row.ratio.toFixed(2)}  goal ${row.goal}  ${row.pass ? 'met' : 'missed'}`,
  );
}

const chosen = options.only ? options.only.split(',') : Object.keys(groups);
for (const group of chosen) {
  const measure = groups[group] ?? alone[group];
  if (!measure)
    throw new Error(`no such group: ${group}; there are ${[...Object.keys(groups), ...Object.keys(alone)].join(', ')}`);
  for (const row of await measure()) print(row);
}
