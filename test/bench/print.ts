// Printed forms as they are ordered: milliseconds from the model to the bytes, a thread started for each, and memory at its highest.
import { join } from 'node:path';
import type { Format, Paper } from '../../src/documents/paper-rules.ts';
import type { Row } from './row.ts';

// The built writer, as in the running bot: it takes its thread from beside it.
const { writePaper } = (await import(
  join(import.meta.dirname, '../../dist/documents/paper-files.js')
)) as typeof import('../../src/documents/paper-files.ts');

const text =
  'Қаланың барлық мектебінде «Таза мектеп — әділетті қоғам» бастамасын енгізу және нәтижелері туралы ақпарат беру';

/** Control of due dates with so many rows. */
function paperOf(rows: number): Paper {
  const widths = {
    number: 17,
    text: 76,
    issuer: 36,
    executor: 43,
    first: 24,
    due: 24,
    extensions: 20,
    state: 28,
    days: 21,
  };
  return {
    ...{ locale: 'kk', title: 'ТАПСЫРМАЛАРДЫ ОРЫНДАУ МЕРЗІМДЕРІН БАҚЫЛАУ', under: ['Үлгі қаласы'], landscape: true },
    ...{ made: 'Жасалды: 26.11.2026', madeAt: '2026-11-26T05:00:00Z' },
    blocks: [
      {
        is: 'table',
        columns: Object.entries(widths).map(([title, width]) => ({ title, width })),
        rows: Array.from({ length: rows }, (_, n) => ({
          cells: [
            `Т-${n}`,
            `${text} ${n}`,
            'Әкімнің орынбасары',
            `№ ${n} мектеп`,
            { day: '2026-12-25' },
            { day: '2027-01-15' },
            n % 3,
            'орындалуда',
            null,
          ],
        })),
      },
    ],
  };
}

type Figures = { ms: number; peak: number; bytes: Uint8Array };

async function write(rows: number, format: Format): Promise<Figures> {
  const paper = paperOf(rows);
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20);
  const start = performance.now();
  const bytes = await writePaper(paper, format);
  const ms = performance.now() - start;
  clearInterval(watch);
  return { ms, peak: (highest - before) / 1e6, bytes };
}

function rowsFor(name: string, { ms, peak }: Figures, most: { ms: number; mb: number }): Row[] {
  const row = (unit: string, value: number, goal: number): Row => ({
    ...{ group: 'print', name: unit === 'ms' ? name : `${name}, memory above the start`, unit, value, reference: goal },
    ...{ ratio: value / goal, goal: `<= ${goal}`, pass: value <= goal },
  });
  return [row('ms', ms, most.ms), row('MB', peak, most.mb)];
}

/** The rows of the group `print`: a workbook of 1,000 rows, and about 200 pages as PDF and as DOCX. */
export async function print(): Promise<Row[]> {
  const xlsx = await write(1_000, 'xlsx');
  const many = 2_650;
  const pdf = await write(many, 'pdf');
  const pages =
    Buffer.from(pdf.bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  const docx = await write(many, 'docx');
  return [
    ...rowsFor('1,000-row XLSX', xlsx, { ms: 2_000, mb: 200 }),
    ...rowsFor(`PDF of ${pages} pages`, pdf, { ms: 15_000, mb: 500 }),
    ...rowsFor(`the same as DOCX`, docx, { ms: 20_000, mb: 700 }),
  ];
}
