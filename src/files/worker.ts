// The thread in which files of strangers are read: it may run out of memory or time without harm to the bot.
import { parentPort, workerData } from 'node:worker_threads';
import { convert, type SourceText } from './convert.ts';
import { FileRefusal } from './refusal.ts';

export type WorkerAnswer =
  { ok: true; source: SourceText } | { ok: false; key: string; args: Record<string, string | number> };

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };

const answer: WorkerAnswer = await convert(bytes, name).then(
  (source) => ({ ok: true, source }),
  (error: unknown) => {
    if (!(error instanceof FileRefusal)) throw error;
    return { ok: false, key: error.key, args: error.args };
  },
);
parentPort?.postMessage(answer);
