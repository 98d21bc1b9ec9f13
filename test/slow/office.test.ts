// Printed forms as offices open them: LibreOffice takes every file without a fault, and finds the same words and pages in it.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePaper } from '../../src/documents/paper-files.ts';
import { formats } from '../../src/documents/paper-rules.ts';
import { forms } from '../../src/documents/print-rules.ts';
import { convert } from '../../src/files/convert.ts';
import { converted, soffice, withoutOffice } from '../support/libre-office.ts';
import { buildPrintTown, choiceOf, paperOf, wordsOf, type PrintTown } from '../support/papers.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let print: PrintTown;
let folder: string;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  print = await buildPrintTown(town, 40);
  folder = await mkdtemp(join(tmpdir(), 'orynda-office-'));
  for (const locale of ['kk', 'ru'] as const)
    for (const form of forms)
      for (const format of formats) {
        const { paper } = await paperOf(town, print.regions.chair, choiceOf(print, form, locale), format);
        await writeFile(join(folder, `${form}-${locale}.${format}`), await writePaper(paper, format));
      }
}, 300_000);
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true, force: true });
});

const textOf = async (path: string): Promise<string> =>
  (await convert(new Uint8Array(await readFile(path)), path)).text;

it('is there under CI', () => expect(soffice !== null || process.env['CI'] === undefined).toBe(true));

it('says the same in DOCX, PDF and XLSX, of every form in both languages', async () => {
  for (const form of forms)
    for (const locale of ['kk', 'ru']) {
      const read = async (format: string): Promise<Set<string>> => {
        const name = `${form}-${locale}.${format}`;
        return new Set(await wordsOf(new Uint8Array(await readFile(join(folder, name))), name));
      };
      const [docx, pdf, xlsx] = [await read('docx'), await read('pdf'), await read('xlsx')];
      // A word that is longer than its column is cut in a PDF: its numbers are not.
      const numbers = (words: Set<string>): string[] => [...words].filter((word) => /^[\d.,:№Т%-]+$/.test(word));
      const missing = numbers(docx).filter((word) => !pdf.has(word));
      expect(missing, `${form}-${locale}`).toEqual([]);
      // A workbook keeps numbers as numbers: read back, their fractions have a point.
      const inBook = new Set([...xlsx].map((word) => word.replace(/^(\d+)\.(\d+)$/, '$1,$2')).concat([...xlsx]));
      expect(
        numbers(docx).filter((word) => !inBook.has(word)),
        `${form}-${locale}.xlsx`,
      ).toEqual([]);
    }
}, 120_000);

describe.skipIf(soffice === null)(soffice === null ? withoutOffice : 'LibreOffice', () => {
  beforeAll(async () => {
    for (const format of ['docx', 'xlsx']) {
      const files = (await readdir(folder)).filter((name) => name.endsWith(`.${format}`));
      await converted(folder, files, 'pdf', `from-${format}`);
    }
  }, 400_000);

  it.each(['docx', 'xlsx'])('opens every %s and finds its title in it', async (format) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith(`.${format}`));
    const made = await readdir(join(folder, `from-${format}`));
    expect(made.toSorted()).toEqual(names.map((name) => name.replace(/\w+$/, 'pdf')).toSorted());
    for (const name of names) {
      const own = await textOf(join(folder, name));
      const theirs = await textOf(join(folder, `from-${format}`, name.replace(/\w+$/, 'pdf')));
      const title = own.split(/[\n\t]/)[0]?.split(' ')[0] ?? '-';
      // Kazakh letters come from another font of the machine, where LibreOffice sets them one by one.
      if (name.includes('-ru.')) expect(theirs, name).toContain(title);
      expect(theirs, name).toContain('26.11.2026');
    }
  });

  it.each(['docx', 'xlsx'])('finds the items of the execution table and their executors in its %s', async (format) => {
    const text = (await textOf(join(folder, `from-${format}`, 'execution-ru.pdf'))).replace(/\s+/g, '');
    for (const words of ['-@SUM(1+1)', 'Рекомендуется обсудить', 'исполнили: 2 из 4', 'Школа № 2 региона Б'])
      expect(text).toContain(words.replace(/\s+/g, ''));
  });

  it('shows a formula in a text as the text it is', async () => {
    const text = await textOf(join(folder, 'from-xlsx', 'dues-ru.pdf'));
    expect(text.replace(/\s+/g, '')).toContain('=HYPERLINK("http://зло.example","нажми")');
  });
});
