// The thread in which the act of a hand-over is written: then it ends and gives its memory back.
import { parentPort, workerData } from 'node:worker_threads';
import { writeActDocx } from './hand-over-files.ts';
import type { ActPage } from './hand-over-rules.ts';

const { pages } = workerData as { pages: ActPage[] };

parentPort?.postMessage(await writeActDocx(pages));
