// npm run torture: kills the bot, its database and both, moves the clock, sleeps a week, and counts what was lost or doubled.
import { parseArgs } from 'node:util';
import { torture, printTable } from './torture.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    bots: { type: 'string', default: '200' },
    servers: { type: 'string', default: '20' },
    both: { type: 'string', default: '20' },
    schools: { type: 'string', default: '20' },
    only: { type: 'string' },
    root: { type: 'string' },
  },
});

const reckonings = await torture({
  seed: Number(values.seed),
  bots: Number(values.bots),
  servers: Number(values.servers),
  both: Number(values.both),
  schools: Number(values.schools),
  ...(values.only && { only: values.only }),
  ...(values.root && { root: values.root }),
  say: console.log,
});
console.log(printTable(reckonings));
process.exit(reckonings.some(({ broken }) => broken.length > 0) ? 1 : 0);
