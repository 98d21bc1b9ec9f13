// What is said of an act that cannot be brought in, in the reader's language.
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { planMessage } from '../../src/findings/import-messages.ts';
import { type RowFault } from '../../src/findings/import-rules.ts';
import { loadTexts, type Locale } from '../../src/texts.ts';

const app = { t: loadTexts() } as unknown as App;
const refused = (locale: Locale, ...faults: RowFault[]): string =>
  planMessage(app, locale, {
    head: { body: null, actNumber: null, actDay: null },
    entries: [],
    faults,
    rows: 2,
    totals: [],
  });

describe('a category that nobody knows', () => {
  const fault = { fault: 'category', words: 'огонь' } as const;

  it.each([
    [
      'kk',
      'Санаттар: Санитариялық нормалар, Өрт қауіпсіздігі, Оқу процесі, Тәрбие жұмысы, Қаржы, Бала құқықтары, Басқа',
    ],
    [
      'ru',
      'Категории: Санитарные нормы, Пожарная безопасность, Учебный процесс, Воспитательная работа, Финансы, Права детей, Прочее',
    ],
    ['en', 'Categories: Sanitary rules, Fire safety, Teaching, Upbringing, Finance, Rights of children, Other'],
  ] as const)('is refused with those that are known, in %s', (locale, known) => {
    expect(
      refused(locale, { line: 3, ...fault })
        .split('\n')
        .at(-1),
    ).toBe(known);
  });

  it('names them once, however many rows are at fault, and not where none is', () => {
    const twice = refused('ru', { line: 3, ...fault }, { line: 4, ...fault });
    expect(twice.match(/Категории:/g)).toHaveLength(1);
    expect(refused('ru', { line: 3, fault: 'no-org' })).not.toContain('Категории:');
  });
});
