// Numbers of items: sections with gaps, places, added ones, and a number typed before the words.
import { describe, expect, it } from 'vitest';
import { numbersOf, splitNumber } from '../../src/resolutions/number-rules.ts';

const numbered = (...numbers: (string | null)[]): string[] =>
  numbersOf(numbers.map((number, index) => ({ number, position: index + 1 })));

describe('the numbers of items', () => {
  it('keep the sections of the document with their gaps', () => {
    expect(numbered('1.1', '1.3', '2.1', '2.5', '10.2')).toEqual(['1.1', '1.3', '2.1', '2.5', '10.2']);
  });

  it('give one that is taken a hyphen and the next free digit', () => {
    expect(numbered('2.1', '2.1', '2.1', '2.1-1')).toEqual(['2.1', '2.1-2', '2.1-3', '2.1-1']);
  });

  it('count the others by place, around numbers that are taken', () => {
    expect(numbered(null, '1', null)).toEqual(['1-1', '1', '3']);
  });
});

describe('a number typed before the words', () => {
  it.each([
    ['2.1. Построить пандус', '2.1', 'Построить пандус'],
    ['1.2 Мектепте жөндеу', '1.2', 'Мектепте жөндеу'],
    ['№ 3.4) «Таза мектеп»', '3.4', '«Таза мектеп»'],
    ['2.1-1 Добавить', '2.1-1', 'Добавить'],
    ['1.2.3 Подпункт', '1.2.3', 'Подпункт'],
  ])('%s', (text, number, words) => expect(splitNumber(text)).toEqual({ number, text: words }));

  it.each(['Построить 2.1 пандуса', '2. Построить', '2.1', '25.12.2026 сдать отчёт', '2.5 % бюджета', ''])(
    'is none in "%s"',
    (text) => expect(splitNumber(text)).toBeNull(),
  );
});
