// npm run torture: kills the bot, its database and both, moves the clock, sleeps a week, and counts what was lost or doubled.
import { parseArgs } from 'node:util';
import { torture, printTable } from './torture.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    bots: { type: 'string', default: '200' },
    servers: { type: 'string', default: '20' },
    both: { type: 'string', default: '20' },
    rivals: { type: 'string', default: '5' },
    outage: { type: 'string', default: '40' },
    clock: { type: 'string', default: '4' },
    schools: { type: 'string', default: '20' },
    only: { type: 'string' },
    root: { type: 'string' },
  },
});

// Ends the phase under way; what was done so far is reckoned as ever.
let hurried = false;
process.on('SIGTERM', () => (hurried = true));
const hurry = (): boolean => {
  if (!hurried) return false;
  hurried = false;
  return true;
};

const reckonings = await torture({
  seed: Number(values.seed),
  bots: Number(values.bots),
  servers: Number(values.servers),
  both: Number(values.both),
  rivals: Number(values.rivals),
  outage: Number(values.outage),
  clock: Number(values.clock),
  schools: Number(values.schools),
  ...(values.only && { only: values.only }),
  ...(values.root && { root: values.root }),
  say: console.log,
  hurry,
});
console.log(printTable(reckonings));
process.exit(reckonings.some(({ broken }) => broken.length > 0) ? 1 : 0);
