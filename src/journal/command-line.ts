// `npm run journal -- verify` and `-- export`: is the journal whole, and all of it as lines of JSON; works beside the bot.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, readStorageConfig, type StorageConfig } from '../config.ts';
import { openClient } from '../db.ts';
import { StartError } from '../errors.ts';
import { startEmbedded } from '../postgres/embedded.ts';
import { chainName, eachPage, inspectJournal } from './queries.ts';
import type { Finding } from './rules.ts';

const usage = `Usage:
  npm run -s journal -- verify     checks every chain of the journal; ends with 0 (whole), 1 (broken) or 2 (could not check)
  npm run -s journal -- export     writes every event as a line of JSON, chain by chain`;

/** The supervisor of the embedded server has nothing to tell here: its faults are thrown. */
const quiet = { info: () => undefined, warn: () => undefined };

async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2);
  if (command === '--help' || command === 'help') return write(`${usage}\n`);
  if (rest.length > 0 || (command !== 'verify' && command !== 'export')) throw new StartError(usage);
  const { url, close } = await openSource(readStorageConfig());
  const client = openClient(url);
  try {
    await (command === 'verify' ? verify(client) : exportAll(client));
  } finally {
    await client.close();
    await close();
  }
}

/** The embedded database of DATA_DIR, as a guest of the bot's server, or that of DATABASE_URL. Throws StartError when there is none. */
async function openSource({
  databaseUrl,
  dataDir,
}: StorageConfig): Promise<{ url: string; close: () => Promise<void> }> {
  if (databaseUrl) return { url: databaseUrl, close: () => Promise.resolve() };
  const there = await stat(join(dataDir, 'postgres')).catch(() => null);
  if (!there) throw new StartError(`There is no journal: DATA_DIR ${dataDir} holds no database.`);
  const { url, stop } = await startEmbedded({ dataDir, log: quiet, asGuest: true });
  return { url, close: stop };
}

type Client = ReturnType<typeof openClient>;

async function verify(client: Client): Promise<void> {
  const began = performance.now();
  const { chains, events, finding } = await inspectJournal(client);
  const seconds = (performance.now() - began) / 1000;
  if (finding) {
    process.exitCode = 1;
    return write(`${inWords(finding, await chainName(client, finding.chainId))}\n`);
  }
  await write(`The journal is whole: ${events} events in ${chains} chains, checked in ${seconds.toFixed(1)} s.\n`);
}

function inWords({ chainId, seq, at, fault, upTo = seq }: Finding, name: string): string {
  const where = `chain ${chainId} (${name}), event ${seq}`;
  const time = at?.toISOString() ?? 'unknown';
  const range = upTo > seq ? `events ${seq} to ${upTo} are` : `event ${seq} is`;
  const what = {
    changed: `The content of this event of ${time} was changed after it was written.`,
    missing: `${range} missing; the next one is of ${time}.`,
    foreign: `This event of ${time} was linked to another event than the one that stands before it: one of the two was replaced.`,
    cut: `${range} missing at the end, the head of the chain knows of them; the last one left is of ${time}.`,
    added: `${range} not known to the head of the chain: written past the bot, or the head was set back; the last one is of ${time}.`,
    replaced: `This last event, of ${time}, is not the one that the head of the chain remembers.`,
    headless: `The head of the chain is missing; the last event is of ${time}.`,
  }[fault];
  return `The journal is BROKEN at ${where}.\n${what.charAt(0).toUpperCase()}${what.slice(1)}\nEverything before it in this chain is whole.`;
}

async function exportAll(client: Client): Promise<void> {
  await eachPage(client, (events) => write(events.map((event) => `${JSON.stringify(event)}\n`).join('')));
}

/** Waits until the reader of the pipe has taken it. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function explain(error: unknown): string {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'P2021' || code === 'P2022') return 'This database has no journal yet: start the bot with it once.';
  if (code === 'P1001' || code === 'P1000' || code === 'ECONNREFUSED')
    return `The database cannot be reached: ${message ?? code}`;
  return String((error as Error)?.stack ?? error);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 2;
});
