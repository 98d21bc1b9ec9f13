// The thread in which a big workbook is written; then it ends and gives its memory back.
import { parentPort, workerData } from 'node:worker_threads';
import { type Sheet, writeWorkbookHere } from './workbook.ts';

parentPort?.postMessage(await writeWorkbookHere(workerData as Sheet[]));
