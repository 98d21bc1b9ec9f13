// Speed of the compiled reader once warm: megabytes of UTF-8 a second of processor time, and twice the text for twice the time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCalendar } from '../../src/calendar.ts';
import { growth, growthRow, processorSeconds } from './growth.ts';
import type { Row } from './row.ts';

const context = { referenceDate: '2026-11-22', calendar: createCalendar(), roster: [] };
const folder = join(import.meta.dirname, '../reading/corpus');

// What people run: tsx, which runs the bench, wraps every inner function to keep its name, and costs a fifth.
const compiled = join(import.meta.dirname, '../../dist/reading');
const { readDrafts } = (await import(
  join(compiled, 'items/read-drafts.js')
)) as typeof import('../../src/reading/items/read-drafts.ts');
const { tokenise } = (await import(join(compiled, 'words.js'))) as typeof import('../../src/reading/words.ts');

const read = (text: string): unknown => readDrafts(text, context);

const seconds = (texts: string[], work: (text: string) => unknown = read): number =>
  processorSeconds(() => texts.forEach(work));

/** Millions of bytes of UTF-8: a Cyrillic letter is two. */
function megabytes(texts: string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** Beside the speed of splitting the same text into words, which tells how busy the machine is. */
function speedRow(name: string, texts: string[]): Row {
  const value = megabytes(texts) / seconds(texts);
  const reference = megabytes(texts) / seconds(texts, tokenise);
  const ratio = value / reference;
  return { group: 'reading', name, value, reference, ratio, goal: 'value >= 1', unit: 'MB/s', pass: value >= 1 };
}

/** One protocol with all the numbered points of the documents. */
function longRecord(documents: string[]): string {
  const points = documents.flatMap((text) => text.split('\n').filter((line) => /^\d+\.\s/.test(line)));
  const size = points.reduce((sum, point) => sum + Buffer.byteLength(point), 0);
  return `РЕШИЛИ:\n${Array.from({ length: Math.ceil(1e6 / size) }, () => points.join('\n')).join('\n')}`;
}

/** Speed on documents one by one and on long texts, growth on hostile ones. */
export function reading(): Promise<Row[]> {
  const documents = readdirSync(folder).map(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text,
  );
  // The compiler of the engine needs a while; what is measured is the steady state.
  for (let round = 0; round < 20; round++) seconds(documents);
  const record = longRecord(documents);
  const rows = [
    speedRow('documents one by one', Array.from({ length: 5 }, () => documents).flat()),
    speedRow('one record of 1 MB', [record]),
    growthRow('a 2 MB line of "до"', (length) => read('до '.repeat(length / 3)), 1_200_000),
    growthRow('a 2 MB line of "провести и"', (length) => read('провести и '.repeat(length / 11)), 1_100_000),
    growthRow('a 2 MB line of open brackets', (length) => read('( '.repeat(length / 2)), 2_000_000),
    ...growth(),
  ];
  return Promise.resolve(rows);
}
