// Tables of numbers as they are sent: any order of columns, and every fault with the number of its row; a faulty table gives nothing.
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readTable } from '../../src/files/read-source.ts';
import { planImport } from '../../src/indicators/import-rules.ts';
import { loadTexts } from '../../src/texts.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';

const texts = loadTexts();
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
      taken: ['Нақты', 'Ұйым', 'Жоспар'],
      left: ['Ескертпе'],
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

  it('split by the comma of its decimals has cells beyond its last column, which is a fault of the row', async () => {
    const share = { kind: 'percent' as const, wholeNumbers: false, lowerIsBetter: false };
    const { rows } = await readTable(Buffer.from('Организация,План,Факт\nШкола № 1,80,72,5\nШкола № 2,90,91'));
    expect(planImport(rows, candidates, share)).toMatchObject({ faults: [{ line: 2, fault: 'beyond', words: '5' }] });
  });

  it.each([
    ['План на 2026 год', 'Факт за 9 месяцев'],
    ['2026 жылға арналған жоспар', 'Нақты, 9 ай'],
    ['Жоспар (жылдық)', 'Нақты 9 айда'],
    ['Plan for 2026', 'Actual, nine months'],
  ])('knows its columns by their beginning: %s, %s', (planned, done) => {
    const heads = ['Организация', planned, done, 'План выполнен', 'Факт к плану, %', 'Плановик', ''];
    const read = planImport(rows(heads, ['Школа № 1', '5', '4', 'нет', '80', 'Асанов', 'x']), candidates, measure);
    expect(read).toMatchObject({ faults: [{ line: 2, fault: 'beyond', words: 'x' }], rows: 1 });
    const entries = 'entries' in read ? read.entries.map(({ kind, value }) => `${kind} ${value}`) : [];
    // A word in the middle names nothing.
    expect(entries).toEqual(planned.startsWith('2026') ? ['fact 4'] : ['plan 5', 'fact 4']);
    expect(read).toMatchObject({
      left: [...(planned.startsWith('2026') ? [planned] : []), 'План выполнен', 'Факт к плану, %', 'Плановик'],
    });
  });

  it('with two columns of one kind is a fault that names both, and nothing of it is read', () => {
    const heads = ['Организация', 'План на 2026 год', 'Факт за 9 месяцев', 'Факт'];
    expect(planImport(rows(heads, ['Школа № 9', '80', '70', '72']), candidates, measure)).toMatchObject({
      faults: [{ line: 1, fault: 'twice', words: '«Факт за 9 месяцев» (C)', other: '«Факт» (D)' }],
      entries: [],
    });
  });

  it('names a filled column without a name by its letter', () => {
    const read = planImport(
      rows(['Организация', '', 'Факт', '', 'Примечание'], ['Школа № 1', '7', '4', '', '']),
      candidates,
      measure,
    );
    expect(read).toMatchObject({ taken: ['Организация', 'Факт'], left: ['B', 'Примечание'], faults: [] });
  });

  it('is read back as the bot itself writes it, whose columns compare plan and fact', () => {
    for (const locale of ['kk', 'ru', 'en'] as const) {
      const names = ['org', 'baseline', 'plan', 'fact', 'deviation', 'percent', 'met', 'since-baseline', 'before'];
      const heads = [...names, 'since-before', 'note', 'source'].map((name) =>
        texts(locale, `indicators-column-${name}`),
      );
      const read = planImport(rows(heads, ['Школа № 1', '3', '5', '4']), candidates, measure);
      expect(read).toMatchObject({ taken: heads.slice(0, 4), faults: [] });
    }
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
    expect(await readTable(bytes)).toEqual({
      rows: [
        { line: 1, cells: ['Итоги', ''] },
        { line: 3, cells: ['Организация', 'Факт'] },
        { line: 5, cells: ['Школа № 1', '34'] },
      ],
      sheet: 'A',
      others: [],
    });
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
    expect((await readTable(bytes)).rows.map(({ line, cells }) => `${line} ${cells.join('|')}`)).toEqual([
      '1 Организация|План|Факт',
      '2 Школа № 1|=SUM(A1:A9)|5',
      '4 Школа № 2|3|#DIV/0!',
      '5 Лицей № 2|7|',
      '6 Школа № 1|4||#N/A',
    ]);
    expect(planImport((await readTable(bytes)).rows, candidates, measure)).toMatchObject({
      faults: [
        { line: 2, fault: 'formula' },
        { line: 4, fault: 'formula' },
        { line: 6, fault: 'beyond', words: '#N/A' },
        { line: 6, fault: 'repeated', first: 2 },
      ],
    });
  });

  it('names the other sheets that are not empty', async () => {
    const bytes = storedWorkbook(
      { name: 'Свод', rows: [['Организация', 'Факт']] },
      { name: 'Пусто', rows: [] },
      { name: '2 бөлім', rows: [['Ұйым']] },
      { name: 'График', rows: [], chart: true },
      { name: 'Формулы', rows: [[{ formula: 'A1' }]] },
    );
    expect(await readTable(bytes)).toMatchObject({ sheet: 'Свод', others: ['2 бөлім', 'Формулы'] });
    expect(await readTable(Buffer.from('Организация;Факт'))).toMatchObject({ sheet: '', others: [] });
  });

  it('gives cells whose formula is shared, of another file or beyond the last value, and skips a chart before the table', async () => {
    const bytes = storedWorkbook(
      { name: 'Диаграмма', rows: [], chart: true },
      { name: 'A', rows: [['Организация'], [{ formula: '' }], [{ formula: '[1]Лист1!A1' }], [{ error: 'Err:502' }]] },
    );
    expect((await readTable(bytes)).rows.map(({ cells }) => cells.join())).toEqual([
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
