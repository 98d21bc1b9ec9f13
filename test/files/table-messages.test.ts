// What is said of the parts of a table that were left out, in the reader's language.
import { describe, expect, it } from 'vitest';
import { leftOutLines, sheetLines } from '../../src/files/table-messages.ts';
import { loadTexts, type Locale } from '../../src/texts.ts';

const app = { t: loadTexts() };
const told = (locale: Locale, totals: number[]): string[] => leftOutLines(app, locale, { totals });

describe('the rows left out as totals', () => {
  it.each([
    ['kk', 'Жол № 14: жиынтық ретінде алынбады', 'Жолдар № 14, 25: жиынтық ретінде алынбады'],
    ['ru', 'Строка 14 пропущена как итог', 'Строки 14, 25 пропущены как итоги'],
    ['en', 'Row 14: left out as a total', 'Rows 14, 25: left out as totals'],
  ] as const)('are named in %s', (locale, one, two) => {
    expect(told(locale, [14])).toEqual([one]);
    expect(told(locale, [14, 25])).toEqual([two]);
    expect(told(locale, [])).toEqual([]);
  });

  it('are named by their first twenty numbers', () => {
    const lines = Array.from({ length: 30 }, (_, index) => index + 1);
    expect(told('ru', lines)).toEqual([`Строки ${lines.slice(0, 20).join(', ')}, … пропущены как итоги`]);
  });
});

describe('the sheets that are not read', () => {
  it.each([
    ['kk', 'Тек «1» парағы оқылды. Оқылмаған парақтар: «2», «&lt;3&gt;»'],
    ['ru', 'Прочитан только лист «1». Не прочитаны: «2», «&lt;3&gt;»'],
    ['en', 'Only the sheet “1” is read. Not read: «2», «&lt;3&gt;»'],
  ] as const)('are named in %s', (locale, line) => {
    expect(sheetLines(app, locale, { sheet: '1', others: ['2', '<3>'] })).toEqual([line]);
    expect(sheetLines(app, locale, { sheet: '1', others: [] })).toEqual([]);
  });
});
