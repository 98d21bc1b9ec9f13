// readSource: the text of a document that somebody sent, read in a thread of its own with bounded memory and time.
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { SourceText } from './convert.ts';
import type { Table } from './sheets.ts';
import type { WorkerAnswer } from './worker.ts';

export type { SourceText } from './convert.ts';
export type { Sheets } from './sheets.ts';

/** What a bot can download from Telegram, in bytes. */
export const maxSource = 20 * 1024 * 1024;
const patienceMs = 60_000;
const heapMb = 768;

/** Files are read one after another: two big ones at once would need twice the memory. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Reads DOCX, PDF with text, XLSX, CSV and TXT (UTF-8, UTF-16, Windows-1251): at most 20 MB, 300 pages, 2,000 rows.
 * Throws UserError that says why a file cannot be read; whatever it is, the bot itself is not harmed.
 */
export async function readSource(file: Job): Promise<SourceText> {
  return (await inTurn(file)).source;
}

/**
 * The filled rows of a spreadsheet (its first sheet, the others by their names) or of CSV, numbered as the program that made it does: at
 * most 20 MB and 2,000 rows.
 * Throws UserError like `readSource`.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  return (await inTurn({ bytes, name: '', table: true })).table ?? { rows: [], sheet: '', others: [] };
}

type Job = { bytes: Uint8Array; name: string; table?: boolean };
type Read = Extract<WorkerAnswer, { ok: true }>;

async function inTurn(file: Job): Promise<Read> {
  if (file.bytes.length === 0) throw new UserError('files-empty');
  if (file.bytes.length > maxSource) throw new UserError('files-too-big', { max: maxSource / 1024 / 1024 });
  const turn = line.then(() => readApart(file));
  line = turn.catch(() => {});
  return turn;
}

async function readApart(file: Job): Promise<Read> {
  // The built file also when the sources run: a thread of Node 20 cannot load TypeScript.
  const worker = new Worker(new URL('../../dist/files/worker.js', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    env: {},
    stdout: true,
    stderr: true,
  });
  const answer = await answerOf(worker).finally(() => worker.terminate());
  if (answer.ok) return answer;
  const refusal = new UserError(answer.key, answer.args);
  // What broke the thread is for the log; the person reads that the file could not be read.
  if (answer.cause !== undefined) refusal.cause = answer.cause;
  throw refusal;
}

/** A thread that ends without an answer met a file it could not bear. */
function answerOf(worker: Worker): Promise<WorkerAnswer & { cause?: unknown }> {
  const broken = (cause: unknown) => ({ ok: false, key: 'files-broken', args: {}, cause }) as const;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, key: 'files-too-slow', args: {} }), patienceMs);
    const end = (answer: Awaited<ReturnType<typeof answerOf>>): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.once('message', end);
    worker.once('error', (error) => end(broken(error)));
    worker.once('exit', (code) => end(broken(new Error(`the reading thread ended with ${code}`))));
  });
}
