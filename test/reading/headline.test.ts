// The short name of a task.
import { expect, it, test } from 'vitest';
import { headline, headlineLength } from '../../src/reading/headline.ts';

test.each([
  ['Отремонтировать пандус', 'Отремонтировать пандус'],
  ['Отремонтировать пандус. Фото приложить.', 'Отремонтировать пандус'],
  ['Пандусты жөндеу;\nфотосын жіберу', 'Пандусты жөндеу'],
  ['Провести совещание в г. Алматы у А. Б. Серикова', 'Провести совещание в г. Алматы у А. Б. Серикова'],
  ['Исполнить пункт 2.1 плана. Отчитаться', 'Исполнить пункт 2.1 плана'],
  ['  Составить   список  ', 'Составить список'],
  ['', ''],
])('«%s» is called «%s»', (text, name) => expect(headline(text)).toBe(name));

it('a long clause is cut at a word and marked', () => {
  const text = 'Обеспечить завершение капитального ремонта спортивных залов и столовых во всех школах Северного района';
  const name = headline(text);
  expect(name).toBe('Обеспечить завершение капитального ремонта спортивных залов и столовых во всех…');
  expect(name.length).toBeLessThanOrEqual(headlineLength);
});

it('a single endless word is cut hard, between characters', () => {
  const name = headline('🏫'.repeat(200));
  expect(Array.from(name)).toHaveLength(headlineLength);
  expect(name.endsWith('🏫…')).toBe(true);
});
