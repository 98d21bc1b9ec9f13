// Tables of numbers as they are sent: any order of columns, and every fault with the number of its row; a faulty table gives nothing.
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readTable } from '../../src/files/read-source.ts';
import { planImport } from '../../src/indicators/import-rules.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';

const measure = { kind: 'count' as const, wholeNumbers: true, lowerIsBetter: false };
const candidates = [
  { orgId: 1, code: 's1', nameKk: '№ 1 мектеп', nameRu: 'Школа № 1', number: '1' },
  { orgId: 2, code: 's2', nameKk: '№ 2 мектеп', nameRu: 'Школа № 2', number: '2' },
  { orgId: 3, code: 'x2', nameKk: '№ 2 лицей', nameRu: 'Лицей № 2', number: '2' },
];
const rows = (...table: string[][]) => table.map((cells, index) => ({ line: index + 1, cells }));

describe('a table of numbers', () => {
  it('is read below its title, with columns in any order, in Kazakh or Russian', () => {
    const plan = planImport(
      rows(
        ['Показатель за 2026 год', ''],
        ['Нақты', 'Ескертпе', 'Ұйым', 'Жоспар'],
        ['34', '', '№ 1 мектеп', '33'],
        ['1 006', 'бұйрық', 'S2', ''],
        ['аналогичная работа', '', 'лицей № 2', '5'],
        ['1 040', '', 'Барлығы', '38'],
      ),
      candidates,
      measure,
    );
    expect(plan).toEqual({
      rows: 3,
      totals: [6],
      faults: [],
      entries: [
        { orgId: 1, kind: 'plan', value: 33, words: null },
        { orgId: 1, kind: 'fact', value: 34, words: null },
        { orgId: 2, kind: 'fact', value: 1006, words: null },
        { orgId: 3, kind: 'plan', value: 5, words: null },
        { orgId: 3, kind: 'fact', value: null, words: 'аналогичная работа' },
      ],
    });
  });

  it('says of every faulty row which one it is and what is wrong', () => {
    const plan = planImport(
      rows(
        ['Организация', 'План', 'Факт'],
        ['Школа № 1', '33', '34 школы'],
        ['Школа № 9', '1', '1'],
        ['2', '1', '1'],
        ['Школа № 1', '33', '34'],
        ['Школа № 2', '-1', '1,5'],
        ['Лицей № 2', '', ''],
      ),
      candidates,
      measure,
    );
    expect(plan).toMatchObject({
      faults: [
        { line: 2, fault: 'number', words: '34 школы', why: 'words' },
        { line: 3, fault: 'unknown', words: 'Школа № 9' },
        { line: 4, fault: 'ambiguous', words: '2' },
        { line: 5, fault: 'repeated', first: 2 },
        { line: 6, fault: 'number', words: '-1', why: 'negative' },
        { line: 6, fault: 'number', words: '1,5', why: 'fraction' },
        { line: 7, fault: 'nothing' },
      ],
    });
  });

  it('takes no formula and no error for an answer in words, a dash for nothing, and what was reckoned to four decimals', () => {
    const share = { kind: 'percent' as const, wholeNumbers: false, lowerIsBetter: false };
    const table = rows(
      ['Школа', 'Факт', 'План'],
      ['1', '=SUM(A:B)', ''],
      ['s2', '#ДЕЛ/0!', ''],
      ['x2', '72.66666666666667', '-'],
    );
    expect(planImport(table, candidates, share)).toMatchObject({
      faults: [
        { line: 2, fault: 'formula' },
        { line: 3, fault: 'formula' },
      ],
      entries: [{ orgId: 3, kind: 'fact', value: 72.6667, words: null }],
    });
  });

  it('without a header that names organisations and numbers is none', () => {
    expect(planImport(rows(['Школа № 1', '34']), candidates, measure)).toEqual({ missing: 'header' });
    expect(planImport(rows(['Организация', 'Примечание'], ['Школа № 1', '34']), candidates, measure)).toEqual({
      missing: 'header',
    });
  });
});

describe('a spreadsheet', () => {
  const text = (value: string) => ({ value, type: String });
  const book = async (data: (ReturnType<typeof text> | { value: number; type: typeof Number } | null)[][]) =>
    new Uint8Array(await writeExcelFile([{ data, sheet: 'A' }]).toBuffer());

  it('keeps the numbers of its rows over empty ones, and merged cells stay empty', async () => {
    const merged = { value: 'Итоги', type: String, span: 2 };
    const bytes = await book([
      [merged, null],
      [null, null],
      [text('Организация'), text('Факт')],
      [null, null],
      [text('Школа № 1'), { value: 34, type: Number }],
    ]);
    expect(await readTable(bytes)).toEqual([
      { line: 1, cells: ['Итоги', ''] },
      { line: 3, cells: ['Организация', 'Факт'] },
      { line: 5, cells: ['Школа № 1', '34'] },
    ]);
  });

  it('gives what it has computed; an error, and a formula without its value, are faults of their rows', async () => {
    const bytes = storedWorkbook({
      name: 'Лист1',
      rows: [
        ['Организация', 'План', 'Факт'],
        ['Школа № 1', { formula: 'SUM(A1:A9)' }, 5],
        ['', '', ''],
        ['Школа № 2', { formula: '1+2', value: 3 }, { error: '#DIV/0!' }],
        [
          { formula: 'CONCATENATE(A1)', value: 'Лицей № 2' },
          { formula: '3+4', value: 7 },
          { formula: 'A1', value: '' },
        ],
        ['Школа № 1', 4, '', { error: '#N/A' }],
      ],
    });
    expect((await readTable(bytes)).map(({ line, cells }) => `${line} ${cells.join('|')}`)).toEqual([
      '1 Организация|План|Факт',
      '2 Школа № 1|=SUM(A1:A9)|5',
      '4 Школа № 2|3|#DIV/0!',
      '5 Лицей № 2|7|',
      '6 Школа № 1|4||#N/A',
    ]);
    expect(planImport((await readTable(bytes)).slice(0, 4), candidates, measure)).toMatchObject({
      faults: [
        { line: 2, fault: 'formula' },
        { line: 4, fault: 'formula' },
      ],
      entries: [{ orgId: 3, kind: 'plan', value: 7 }],
    });
  });

  it('gives cells whose formula is shared, of another file or beyond the last value, and skips a chart before the table', async () => {
    const bytes = storedWorkbook(
      { name: 'Диаграмма', rows: [], chart: true },
      { name: 'A', rows: [['Организация'], [{ formula: '' }], [{ formula: '[1]Лист1!A1' }], [{ error: 'Err:502' }]] },
    );
    expect((await readTable(bytes)).map(({ cells }) => cells.join())).toEqual([
      'Организация',
      '=…',
      '=[1]Лист1!A1',
      '#VALUE!',
    ]);
  });

  it('of 50,000 rows, a picture and a broken archive are refused kindly', async () => {
    const many = Array.from({ length: 50_000 }, (_, n) => `Школа № ${n};1`).join('\n');
    await expect(readTable(Buffer.from(many))).rejects.toMatchObject({ key: 'files-too-many-rows' });
    await expect(readTable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).rejects.toMatchObject({
      key: 'files-no-table',
    });
    const bytes = await book([[text('Организация'), text('Факт')]]);
    await expect(readTable(bytes.slice(0, bytes.length / 2))).rejects.toMatchObject({
      key: expect.stringMatching(/^files-/),
    });
  });
});
