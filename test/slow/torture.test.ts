// The torture in short (npm run torture is the long one): whatever befalls the bot, nothing is lost and nothing doubled.
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { printTable, torture } from '../torture/torture.ts';

const root = new URL('../..', import.meta.url).pathname;
const counts = { bots: 5, servers: 2, both: 2, rivals: 1, outage: 3, clock: 2, schools: 5 };
const say = process.env['TORTURE_SAYS'] ? (words: string) => void process.stdout.write(`${words}\n`) : () => undefined;

beforeAll(() => {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', '--noCheck'];
  execFileSync(process.execPath, tsc, { cwd: root });
}, 120_000);

it('kills, a second process, a Telegram out of order, a clock set back and a week of downtime lose and double nothing', async () => {
  const found = await torture({ seed: 20_261_122, ...counts, say, hurry: () => false });
  expect(
    found.flatMap(({ phase, broken }) => broken.map((words) => `${phase}: ${words}`)),
    printTable(found),
  ).toEqual([]);
  expect(found.map(({ phase, times }) => `${phase} ${times}`)).toEqual([
    'kill -9 of the bot 5',
    'kill -9 of PostgreSQL 2',
    'kill -9 of both 2',
    'a second process 2',
    expect.stringMatching(/^a deadly update [56]$/),
    'Telegram out of order 1',
    'clock set back 2',
    'a week of downtime 1',
  ]);
  // Where nothing was on its way, nothing was proved.
  for (const { phase, rows } of found) expect(rows, `${phase}\n${printTable(found)}`).toBeGreaterThan(10);
});
