// `npm run -s intake`: text on the standard input becomes drafts on the standard output, without a database.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createCalendar } from '../calendar.ts';
import { readDrafts } from '../reading/items/read-drafts.ts';
import { isDay } from '../time.ts';
import { corpusItems } from './corpus-lines.ts';

const usage = `Usage:
  npm run -s intake -- --date 2026-11-22 < text      the drafts of one document, as JSON; the date is that of the meeting
  npm run -s intake -- --jsonl < lines               {"id","text","referenceDate"} a line -> {"id","items"} a line`;

/** What the caller did wrong: said in one line, without a stack. */
class UsageError extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

const calendar = createCalendar();

async function main(): Promise<void> {
  const { date, jsonl, help } = readArguments();
  if (help) return write(`${usage}\n`);
  if (jsonl) return convertLines();
  if (date === undefined) throw new UsageError(`--date is missing.\n${usage}`, 2);
  if (!isDay(date)) throw new UsageError(`--date is no day of the form 2026-11-22: ${date}`, 2);
  const drafts = readDrafts(await readInput(), { referenceDate: date, calendar, roster: [] });
  await write(`${JSON.stringify(drafts, null, 2)}\n`);
}

function readArguments(): { date?: string; jsonl?: boolean; help?: boolean } {
  try {
    const options = { date: { type: 'string' }, jsonl: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`, 2);
  }
}

/** UTF-8, or Windows-1251 where the bytes are no UTF-8. */
async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

async function convertLines(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, referenceDate } = readLine(line, number);
    const items = corpusItems(readDrafts(text, { referenceDate, calendar, roster: [] }));
    await write(`${JSON.stringify({ id, items })}\n`);
  }
}

function readLine(line: string, number: number): { id: string | number; text: string; referenceDate: string } {
  const value = parse(line, number);
  const { id, text, referenceDate } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new UsageError(`Line ${number}: "id" is missing.`, 1);
  if (typeof text !== 'string') throw new UsageError(`Line ${number}: "text" is missing.`, 1);
  if (typeof referenceDate !== 'string' || !isDay(referenceDate))
    throw new UsageError(`Line ${number}: "referenceDate" is no day of the form 2026-11-22.`, 1);
  return { id, text, referenceDate };
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(`Line ${number}: no JSON.`, 1);
  }
}

/** Waits until the reader of the pipe has taken it. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exitCode = error instanceof UsageError ? error.code : 1;
});
