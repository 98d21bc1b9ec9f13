// Categories and severities as people write them; the filter in a button survives the way there and back.
import { describe, expect, it } from 'vitest';
import {
  categories,
  cleanActNumber,
  everything,
  filterCode,
  filterStates,
  readCategory,
  readFilter,
  readSeverity,
  severities,
} from '../../src/findings/rules.ts';
import { loadTexts, locales } from '../../src/texts.ts';

describe('words of a table', () => {
  it('are read as the bot itself writes them, in every language', () => {
    const t = loadTexts();
    for (const locale of locales) {
      for (const category of categories)
        expect(readCategory(t(locale, `findings-category-${category}`)), `${locale} ${category}`).toBe(category);
      for (const severity of severities)
        for (const form of ['', 'one-'])
          expect(readSeverity(t(locale, `findings-severity-${form}${severity}`)), `${locale} ${severity}`).toBe(
            severity,
          );
    }
  });

  it('are never guessed', () => {
    expect([
      readCategory(''),
      readCategory('огонь'),
      readCategory('орташа'),
      readSeverity('5'),
      readSeverity(''),
    ]).toEqual([null, null, null, null, null]);
  });

  it('name an act without the mark before its number', () => {
    expect(['№ 15-Ф', 'Акт № 7', 'N 12/а', ' 15 ', 'Н-15', 'Ng-4'].map(cleanActNumber)).toEqual([
      '15-Ф',
      '7',
      '12/а',
      '15',
      'Н-15',
      'Ng-4',
    ]);
  });
});

describe('a filter', () => {
  it('is the same after its button, whatever is chosen', () => {
    for (const category of [null, ...categories])
      for (const severity of [null, ...severities])
        for (const state of filterStates) {
          const filter = { ...everything, category, severity, state, inspectionId: 12, orgId: 345 };
          expect(readFilter(filterCode(filter))).toEqual(filter);
        }
    expect(readFilter(filterCode(everything))).toEqual(everything);
  });

  it('fits into a button with the longest ids', () => {
    const long = {
      ...everything,
      category: 'other',
      severity: 'minor',
      inspectionId: 999999999,
      orgId: 999999999,
    } as const;
    expect(`findings.show:999999999:${filterCode(long)}:9999`.length).toBeLessThanOrEqual(64);
  });

  it('is refused when it was made up', () => {
    for (const code of ['', 't9', 'c9t0', 's9t0', 'a1', 'o-1t0', 't0 ', 't0;drop', undefined])
      expect(readFilter(code)).toBeNull();
  });
});
