// The torture in short (npm run torture is the long one): whatever is killed, nothing is lost and nothing doubled.
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { printTable, torture } from '../torture/torture.ts';

const root = new URL('../..', import.meta.url).pathname;
const counts = { bots: 8, servers: 2, both: 2, rivals: 1, outage: 4, schools: 5 };
const say = process.env['TORTURE_SAYS'] ? (words: string) => void process.stdout.write(`${words}\n`) : () => undefined;

beforeAll(() => {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', '--noCheck'];
  execFileSync(process.execPath, tsc, { cwd: root });
}, 120_000);

it.each([
  ['bots', 8],
  ['servers', 2],
  ['both', 2],
])('kills of %s, %i of them, lose and double nothing', async (only, times) => {
  const [found, ...others] = await torture({ seed: 20_261_122, ...counts, only, say, hurry: () => false });
  expect(others).toEqual([]);
  expect(found?.broken, found && printTable([found])).toEqual([]);
  expect(found?.times).toBe(times);
  // Where nothing was on its way, nothing was proved.
  expect(found?.rows, found && printTable([found])).toBeGreaterThan(50);
});
