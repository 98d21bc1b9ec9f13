// madeApart: bytes that are made in a thread of its own, with bounded memory and time, so that nobody waits for them.
import { Worker } from 'node:worker_threads';

const patienceMs = 120_000;
const heapMb = 1024;

/** Files are made one after another: two big ones at once would need twice the memory. */
let line: Promise<unknown> = Promise.resolve();

/** What the thread of this built file ('files/workbook-worker.js') makes of `data`. Throws when it is too much for memory or time. */
export async function madeApart(file: string, data: unknown): Promise<Uint8Array> {
  const turn = line.then(() => make(file, data));
  line = turn.catch(() => {});
  return turn;
}

async function make(file: string, data: unknown): Promise<Uint8Array> {
  // The built file also when the sources run: a thread of Node 20 cannot load TypeScript.
  const worker = new Worker(new URL(`../../dist/${file}`, import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    env: {},
    stdout: true,
    stderr: true,
  });
  return bytesOf(worker).finally(() => worker.terminate());
}

function bytesOf(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => refuse(new Error('a file took too long to make')), patienceMs);
    worker.once('message', (bytes: Uint8Array) => {
      clearTimeout(timer);
      resolve(bytes);
    });
    worker.once('error', refuse);
    worker.once('exit', (code) => refuse(new Error(`the writing thread ended with ${code}`)));
  });
}
