// The torture in short (npm run torture is the long one): nothing lost, nothing doubled, whatever dies.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { printTable, torture } from '../torture/torture.ts';

const root = new URL('../..', import.meta.url).pathname;

it('kills of bot and database, a clock set back, a second process, an outage and a week of downtime lose and double nothing', async () => {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', '--noCheck'];
  execFileSync(process.execPath, tsc, { cwd: root });
  const counts = { bots: 12, servers: 2, both: 2, rivals: 1, outage: 4, schools: 5 };
  const found = await torture({ seed: 20261122, ...counts, say: () => undefined, hurry: () => false });
  expect(found.flatMap(({ phase, broken }) => broken.map((words) => `${phase}: ${words}`))).toEqual([]);
  expect(found.map(({ times }) => times)).toEqual([12, 2, 2, 2, 1, 4, 1]);
  const sum = (of: 'rows' | 'inFlight' | 'repeats'): number => found.reduce((total, row) => total + row[of], 0);
  // Where nothing was hit, nothing was proved.
  expect(sum('rows'), printTable(found)).toBeGreaterThan(300);
  expect(sum('inFlight') * sum('repeats'), printTable(found)).toBeGreaterThan(0);
}, 600_000);
