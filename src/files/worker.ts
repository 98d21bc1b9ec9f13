// The thread in which files of strangers are read: it may run out of memory or time without harm to the bot.
import { parentPort, workerData } from 'node:worker_threads';
import { convert, type SourceText } from './convert.ts';
import { readTable, type Table } from './sheets.ts';
import { FileRefusal } from './refusal.ts';

export type WorkerAnswer =
  { ok: true; source: SourceText; table?: Table } | { ok: false; key: string; args: Record<string, string | number> };

const { bytes, name, table } = workerData as { bytes: Uint8Array; name: string; table?: boolean };

async function read(): Promise<WorkerAnswer> {
  if (!table) return { ok: true, source: await convert(bytes, name) };
  return { ok: true, source: { text: '' }, table: await readTable(bytes) };
}

const answer: WorkerAnswer = await read().catch((error: unknown) => {
  if (!(error instanceof FileRefusal)) throw error;
  return { ok: false, key: error.key, args: error.args };
});
parentPort?.postMessage(answer);
