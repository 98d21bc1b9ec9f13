// What somebody looks for, as people type it.
import { describe, expect, it } from 'vitest';
import { readFind, tsQuery } from '../../src/tasks/find-rules.ts';

describe('a number', () => {
  it.each([
    ['Т-148', ['Т-148']],
    ['т-148', ['Т-148']],
    ['т148', ['Т-148']],
    ['T148', ['Т-148']],
    ['№ T 148', ['Т-148']],
    ['No. 148.', ['Т-148', '148']],
    ['Т-148/3', ['Т-148/3']],
    ['148', ['Т-148', '148']],
    ['2.1', ['Т-2.1', '2.1']],
    ['№2.1', ['Т-2.1', '2.1']],
    ['2.1-1', ['Т-2.1-1', '2.1-1']],
  ])('%s', (words, numbers) => {
    expect(readFind(words)).toEqual({ numbers, schools: [], stems: [] });
  });
});

describe('a school', () => {
  it.each(['школа 12', 'Школе №12', 'школа № 12', '12 мектеп', '№ 12 мектепке', 'сош 12', 'гимназия 12', 'school 12'])(
    '%s',
    (words) => {
      expect(readFind(words)).toEqual({ numbers: null, schools: ['12'], stems: [] });
    },
  );

  it('several, with words besides', () => {
    expect(readFind('пандус школы №12 и №45')).toMatchObject({ schools: ['12', '45'] });
    expect(readFind('пандус школы №12 и №45')?.stems).toContain('панду');
  });
});

describe('words', () => {
  it.each([
    ['ремонт', ['ремон']],
    ['Ремонта', ['ремон']],
    ['ПАНДУСТАР', ['пандус']],
    ['есеп', ['есеп']],
    ['есебі', ['есеб']],
    ['Қысқа', ['кыск']],
    ['ёлка', ['елка']],
    ['күнә 2026', ['куна', '2026']],
  ])('%s', (words, stems) => {
    expect(readFind(words)).toEqual({ numbers: null, schools: [], stems });
  });

  it.each([
    'особый контроль',
    'На особом контроле',
    'ОСОБОГО КОНТРОЛЯ',
    'ерекше бақылау',
    'ерекше бақылаудағы',
    'Ерекше бакылауда',
    'special control',
    'under special control',
  ])('the name of the mark: %s', (words) => {
    expect(readFind(words)).toMatchObject({ numbers: null, schools: [], stems: [], special: expect.any(Array) });
  });

  it('the name of the mark with words and a school besides', () => {
    expect(readFind('пандус особый контроль школа 12')).toMatchObject({
      schools: ['12'],
      stems: ['панду'],
      special: ['особ', 'контрол'],
    });
    expect(readFind('ерекше балалар бақылау')?.special).toBeUndefined();
    expect(readFind('контроль')?.special).toBeUndefined();
  });

  it.each(['', '   ', '«»', '—', '!!!'])('nothing to look for: "%s"', (words) => {
    expect(readFind(words)).toBeNull();
  });

  it('signs of the query language are only words', () => {
    expect(tsQuery(["a'b", 'c:*', '!d', '\\'])).toBe("'ab':* & 'c:*':* & '!d':* & '':*");
    expect(tsQuery(['есеп', 'тогай'])).toBe("('есеп':* | 'есеб':*) & 'тогай':*");
    expect(readFind("a:* | !b & 'c' \\")?.stems).toEqual(['a', 'b', 'c']);
  });
});
