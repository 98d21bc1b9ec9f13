// writePaper, writeAct: the bytes of a printed form, written in a thread of its own with bounded memory and time.
import { UserError } from '../errors.ts';
import { madeApart } from '../files/made-apart.ts';
import type { ActPage } from './hand-over-rules.ts';
import type { Format, Paper } from './paper-rules.ts';

/** The file. Throws UserError, with the cause, when it is too much for memory or time. */
export function writePaper(paper: Paper, format: Format): Promise<Uint8Array> {
  return written('documents/paper-worker.js', { paper, format });
}

/** The act of a hand-over as a Word file. Throws UserError, with the cause, when it is too much for memory or time. */
export function writeAct(pages: ActPage[]): Promise<Uint8Array> {
  return written('documents/hand-over-worker.js', { pages });
}

async function written(worker: string, data: unknown): Promise<Uint8Array> {
  try {
    return await madeApart(worker, data);
  } catch (cause) {
    const refusal = new UserError('print-too-much');
    refusal.cause = cause;
    throw refusal;
  }
}
