// The table of an act: columns in any order, every fault by its row, nothing taken over beside a fault.
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-source.ts';
import { type Candidate, planImport, type Plan, readDay } from '../../src/findings/import-rules.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';

const school = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  orgId: n,
  code: `s${n}`,
  nameKk: `№ ${n} мектеп`,
  nameRu: `Школа № ${n}`,
  number: String(n),
  aliases: [],
  headPostId: 100 + n,
  ...more,
});
const schools = [
  school(1),
  school(2, { headPostId: null }),
  school(3),
  school(4, { orgId: 44, number: '3', code: 'x', nameKk: 'Лицей', nameRu: 'Лицей' }),
];
const table = (...rows: string[]) => rows.map((row, index) => ({ line: index + 1, cells: row.split('|') }));
const header = 'Школа|Категория|Тяжесть|Нарушение';
const plan = (...rows: string[]): Plan => {
  const read = planImport(table(...rows), schools);
  if ('missing' in read) throw new Error(`missing: ${read.missing.join()}`);
  return read;
};

describe('the table of an act', () => {
  it('is read by the names of its columns, in any order, below a title, without the total', () => {
    const read = plan(
      'Акт проверки|||',
      'Бұзушылық|Ауырлығы|Ұйым|Санаты|Акт №|Дата акта|Орган',
      'Есік құлыптаулы|өте ауыр|№ 1 мектеп|Өрт қауіпсіздігі|№ 15-Ф|20.11.2026|ДЧС',
      'Нет журнала|незначительная|3 школа|прочее|15-ф||',
      'Итого|2||',
    );
    expect(read.faults).toEqual([{ line: 4, fault: 'ambiguous', words: '3 школа' }]);
    expect(read.head).toEqual({ body: 'ДЧС', actNumber: '15-Ф', actDay: '2026-11-20' });
    expect(read.entries).toEqual([{ orgId: 1, category: 'fire', severity: 'critical', text: 'Есік құлыптаулы' }]);
  });

  it('says which columns it lacks', () => {
    expect(planImport(table('Школа|Нарушение', 'Школа № 1|Нет акта'), schools)).toEqual({
      missing: ['category', 'severity'],
    });
    expect(planImport([], schools)).toEqual({ missing: ['org', 'category', 'severity', 'text'] });
  });

  it.each([
    ['Школа № 9|fire|minor|Нет знака', { fault: 'unknown', words: 'Школа № 9' }],
    ['Школа № 2|fire|minor|Нет знака', { fault: 'no-head', words: 'Школа № 2' }],
    ['|fire|minor|Нет знака', { fault: 'no-org' }],
    ['Школа № 1|огонь|minor|Нет знака', { fault: 'category', words: 'огонь' }],
    ['Школа № 1|пожарная|5|Нет знака', { fault: 'severity', words: '5' }],
    ['Школа № 1|пожарная|грубое|', { fault: 'no-text' }],
    ['Школа № 1|пожарная|грубое|=HYPERLINK("x")', { fault: 'formula' }],
    ['Школа № 1|пожарная|грубое|#ЗНАЧ!', { fault: 'formula' }],
    ['Школа № 1|пожарная|грубое|Нет мыла| нет бумаги', { fault: 'beyond', words: ' нет бумаги' }],
    [`Школа № 1|пожарная|грубое|${'о'.repeat(1501)}`, { fault: 'long', max: 1500, length: 1501 }],
    ['Школа № 1|права детей|грубое|Звонить 8 701 555 44 33', { fault: 'sensitive' }],
  ])('%s is a fault of its row, and nothing of the row is taken', (row, fault) => {
    const read = plan(header, 'Школа № 1|санитарные|существенное|Нет мыла', row);
    expect(read.faults).toEqual([{ line: 3, ...fault }]);
    expect(read.entries).toHaveLength(1);
  });

  it('refuses a name of the body, or a number, that no message could show', () => {
    const read = plan(
      `${header}|Орган|Акт`,
      `Школа № 1|санитарные|minor|Нет мыла|${'о'.repeat(201)}|${'1'.repeat(41)}`,
    );
    expect(read.faults).toEqual([
      { line: 2, fault: 'long-head', max: 200, length: 201 },
      { line: 2, fault: 'long-head', max: 40, length: 41 },
    ]);
    expect(read.head).toMatchObject({ body: null, actNumber: null });
  });

  it('takes a finding that begins like a total, whatever its column, and names the totals it leaves out', () => {
    const read = plan(
      'Нарушение|Категория|Тяжесть|Школа',
      'Всего 2 огнетушителя на 3 этажа|пожарная|грубое|Школа № 1',
      'Барлығы 105 кабинет тексерілмеген|прочее|minor|3',
      'Всего 105 кабинетов без знаков|||Школа № 1',
      'Всего|2|1|',
      'Жиыны: 3|||',
    );
    expect(read.entries.map(({ text }) => text)).toEqual(['Всего 2 огнетушителя на 3 этажа']);
    expect(read.faults).toEqual([
      { line: 3, fault: 'ambiguous', words: '3' },
      { line: 4, fault: 'category', words: '' },
      { line: 4, fault: 'severity', words: '' },
    ]);
    expect(read).toMatchObject({ totals: [5, 6], rows: 3 });
    expect(plan(header, 'Итого|||', 'Итого|fire|minor|Нет знака')).toMatchObject({
      totals: [2],
      faults: [{ line: 3, fault: 'unknown', words: 'Итого' }],
    });
  });

  it('finds the same finding of a school twice, and a table with two acts', () => {
    const twice = plan(header, 'Школа № 1|санитарные|minor|Нет мыла', 's1|санитарные|minor|нет  мыла.');
    expect(twice.faults).toEqual([{ line: 3, fault: 'repeated', first: 2 }]);
    const two = plan(
      `${header}|Акт|Дата акта`,
      'Школа № 1|санитарные|minor|Нет мыла|1|01.11.2026',
      's1|fire|minor|Нет знака|2|31.02.2026',
    );
    expect(two.faults).toEqual([
      { line: 3, fault: 'differs', what: 'actNumber', words: '2' },
      { line: 3, fault: 'day', words: '31.02.2026' },
    ]);
  });
});

describe('a workbook', () => {
  it('with an error, or a formula without its value, is a fault of the row, also in the date of the act', async () => {
    const bytes = storedWorkbook({
      name: 'Акт',
      rows: [
        [...header.split('|'), 'Дата акта'],
        ['Школа № 1', 'fire', 'minor', 'Нет знака', { error: '#VALUE!' }],
        ['Школа № 1', 'fire', { formula: 'VLOOKUP(A1,B:C,2)' }, 'Нет плана', ''],
        ['Школа № 1', 'fire', { formula: 'C1', value: 'minor' }, 'Нет журнала', ''],
      ],
    });
    const read = planImport((await readTable(bytes)).rows, schools);
    expect(read).toMatchObject({ entries: [{ text: 'Нет журнала' }] });
    expect('faults' in read && read.faults.filter(({ fault }) => fault === 'formula')).toEqual([
      { line: 2, fault: 'formula' },
      { line: 3, fault: 'formula' },
    ]);
  });
});

describe('a date of a table', () => {
  it('is a day of the calendar', () => {
    expect(['20.11.2026', '1.2.26', '2026-11-20', '31.02.2026', '20 ноября'].map(readDay)).toEqual([
      '2026-11-20',
      '2026-02-01',
      '2026-11-20',
      null,
      null,
    ]);
  });
});
