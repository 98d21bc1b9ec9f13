// The thread in which a printed form is written: one form, one format, then it ends and gives its memory back.
import { parentPort, workerData } from 'node:worker_threads';
import type { Format, Paper } from './paper-rules.ts';

const { paper, format } = workerData as { paper: Paper; format: Format };

/** Only the writer that is wanted is loaded. */
const writers: Record<Format, () => Promise<Uint8Array>> = {
  docx: async () => (await import('./paper-docx-files.ts')).writePaperDocx(paper),
  pdf: async () => (await import('./paper-pdf-files.ts')).writePaperPdf(paper),
  xlsx: async () => (await import('./paper-xlsx-files.ts')).writePaperXlsx(paper),
};

parentPort?.postMessage(await writers[format]());
