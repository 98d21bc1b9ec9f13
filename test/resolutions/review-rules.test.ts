// Rules of the review: numbers of items, doubts that a change settles, parting and joining, free-text fixes.
import { describe, expect, it } from 'vitest';
import { isStanding, isUndated, readFix } from '../../src/resolutions/fix-rules.ts';
import { numbersOf } from '../../src/resolutions/number-rules.ts';
import { doubtsAfter, fieldOf, isIdle, joined, nextDoubtful, partsOf } from '../../src/resolutions/review-rules.ts';

const own = (...numbers: (string | null)[]) => numbers.map((number, index) => ({ number, position: index + 1 }));

describe('numbers of items', () => {
  it.each([
    [own(null, null, null), ['1', '2', '3']],
    [own('1.1', '1.2', '2'), ['1.1', '1.2', '2']],
    [own('2', '3', null), ['2', '3', '3-1']],
    [own('2.1', '2.1', '2.1', '2.2'), ['2.1', '2.1-1', '2.1-2', '2.2']],
    [own(null, '1', '1-1'), ['1-2', '1', '1-1']],
  ])('of %j are %j', (items, numbers) => {
    expect(numbersOf(items)).toEqual(numbers);
  });
});

const doubt = (key: string) => ({ key, words: 'слова', candidates: [] });

describe('doubts', () => {
  it('about executors and dates are settled when these are set, the others stay', () => {
    const doubts = ['reading-doubt-unknown-executor', 'reading-doubt-next-year', 'reading-doubt-quoted'].map(doubt);
    expect(doubts.map(fieldOf)).toEqual(['executors', 'due', 'text']);
    expect(doubtsAfter(doubts, ['executors', 'due']).map(({ key }) => key)).toEqual(['reading-doubt-quoted']);
  });

  it('lead from one item to the next and around the end', () => {
    const item = (taskId: number, n: number, state = 'draft') => ({
      taskId,
      state,
      doubts: Array.from({ length: n }, () => doubt('x')),
    });
    const items = [item(1, 1), item(2, 0), item(3, 2), item(4, 1, 'issued')];
    expect(nextDoubtful(items, null)?.taskId).toBe(1);
    expect(nextDoubtful(items, 1)?.taskId).toBe(3);
    expect(nextDoubtful(items, 3)?.taskId).toBe(1);
    expect(nextDoubtful([item(2, 0)], 2)).toBeNull();
  });
});

describe('a text', () => {
  it.each([
    ['Провести ремонт; закупить парты; отчитаться.', ['Провести ремонт', 'закупить парты', 'отчитаться.']],
    ['1) Провести ремонт\n2) Закупить парты', ['Провести ремонт', 'Закупить парты']],
    ['Провести ремонт. Закупить парты.', ['Провести ремонт.', 'Закупить парты.']],
    ['Ремонт в г. Алматы провести', ['Ремонт в г. Алматы провести']],
  ])('%j is parted into %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it('is joined with the next one', () => {
    expect(joined('Провести ремонт.', 'Закупить парты')).toBe('Провести ремонт; Закупить парты');
  });
});

describe('an answer to the card of an item', () => {
  it.each([
    ['срок 15 января', { field: 'due', words: '15 января' }],
    ['Срок: до 25.12.2026', { field: 'due', words: 'до 25.12.2026' }],
    ['мерзімі 15 қаңтар', { field: 'due', words: '15 қаңтар' }],
    ['ответственный школа 12', { field: 'executors', words: 'школа 12' }],
    ['Исполнители — УО, № 3', { field: 'executors', words: 'УО, № 3' }],
    ['жауапты 12 мектеп', { field: 'executors', words: '12 мектеп' }],
    ['жауапты орындаушы: Білім басқармасы', { field: 'executors', words: 'Білім басқармасы' }],
    ['текст Отремонтировать пандус', { field: 'text', words: 'Отремонтировать пандус' }],
    ['Мәтіні: Пандусты жөндеу', { field: 'text', words: 'Пандусты жөндеу' }],
    ['форма завершения сводный отчёт', { field: 'form', words: 'сводный отчёт' }],
    ['аяқтау нысаны: есеп', { field: 'form', words: 'есеп' }],
    ['вид рекомендация', { field: 'kind', kind: 'recommendation' }],
    ['түрі: тапсырма', { field: 'kind', kind: 'assignment' }],
    ['удалить', { field: 'drop' }],
    ['Алып тастау', { field: 'drop' }],
    ['до 15 января', { field: null, words: 'до 15 января' }],
    ['срок', { field: null, words: 'срок' }],
    ['сроки согласовать с УО', { field: null, words: 'сроки согласовать с УО' }],
    ['вид сверху', { field: null, words: 'вид сверху' }],
  ])('%j is read as %j', (text, fix) => {
    expect(readFix(text)).toEqual(fix);
  });

  it('knows words for no date', () => {
    expect(isStanding('постоянно') && isStanding('Тұрақты бақылау')).toBe(true);
    expect(isUndated('без срока') && isUndated('Мерзімсіз')).toBe(true);
    expect(isStanding('15 января') || isUndated('15 января')).toBe(false);
  });
});

it('a review may be taken over when nobody has touched it for an hour', () => {
  const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);
  expect(isIdle({ touchedAt: at('09:00:00') }, at('09:59:59'))).toBe(false);
  expect(isIdle({ touchedAt: at('09:00:00') }, at('10:00:00'))).toBe(true);
});
