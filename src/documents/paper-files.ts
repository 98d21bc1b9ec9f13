// writePaper: the bytes of a printed form, written in a thread of its own with bounded memory and time.
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { Format, Paper } from './paper-rules.ts';

const patienceMs = 120_000;
const heapMb = 1024;

/** Forms are written one after another: two big ones at once would need twice the memory. */
let line: Promise<unknown> = Promise.resolve();

/** The file. Throws UserError, with the cause, when it is too much for memory or time. */
export async function writePaper(paper: Paper, format: Format): Promise<Uint8Array> {
  const turn = line.then(() => writeApart(paper, format));
  line = turn.catch(() => {});
  return turn;
}

async function writeApart(paper: Paper, format: Format): Promise<Uint8Array> {
  // The built file also when the sources run: a thread of Node 20 cannot load TypeScript.
  const worker = new Worker(new URL('../../dist/documents/paper-worker.js', import.meta.url), {
    workerData: { paper, format },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    env: {},
    stdout: true,
    stderr: true,
  });
  return bytesOf(worker).finally(() => worker.terminate());
}

function bytesOf(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown): void => {
      const refusal = new UserError('print-too-much');
      refusal.cause = cause;
      clearTimeout(timer);
      reject(refusal);
    };
    const timer = setTimeout(() => refuse(new Error('a printed form took too long')), patienceMs);
    worker.once('message', (bytes: Uint8Array) => {
      clearTimeout(timer);
      resolve(bytes);
    });
    worker.once('error', refuse);
    worker.once('exit', (code) => refuse(new Error(`the writing thread ended with ${code}`)));
  });
}
