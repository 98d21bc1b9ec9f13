// Words of a report for readers of another language than its author's.
import { expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { reportWords } from '../../src/reports/words-messages.ts';
import { loadTexts } from '../../src/texts.ts';

const app = { t: loadTexts() } as unknown as App;

it.each([
  ['kk', 'Готово\nБез подтверждения: Передано на бумаге', 'Готово\nРастаусыз: Қағаз түрінде тапсырылды'],
  ['ru', 'Дайын\nРастаусыз: Қағаз түрінде тапсырылды', 'Дайын\nБез подтверждения: Передано на бумаге'],
  ['kk', 'Готово\nБез подтверждения: Камеры <нет> & всё', 'Готово\nРастаусыз: Камеры <нет> & всё'],
  ['ru', 'Готово\nБез подтверждения: Камеры нет', 'Готово\nБез подтверждения: Камеры нет'],
  ['ru', 'Растаусыз: Камера жоқ', 'Без подтверждения: Камера жоқ'],
] as const)('say in %s why there is no evidence: %j', (locale, text, told) => {
  expect(reportWords(app, locale, text)).toBe(told);
});

it('of the author are left as they are, in the middle too', () => {
  const text = 'Без подтверждения: никак\nРаботы окончены';
  expect(reportWords(app, 'kk', text)).toBe(text);
  expect(reportWords(app, 'kk', null)).toBe('');
});
