// Telling what hinders the work from good news and from waiting that is in the order of things.
import { describe, expect, test } from 'vitest';
import { speaksOfHindrance } from '../../src/reading/hindrance-words.ts';

describe('a hindrance', () => {
  test.each([
    'Готово на 60 %, ждём материалы',
    'ждем поставку бетона',
    'Нет финансирования',
    'нет материалов, стоим',
    'Работе мешает непогода',
    'Не хватает людей',
    'Подрядчик задерживает поставку',
    'Есть препятствие: нет доступа в подвал',
    'Работы приостановлены',
    'деньги не выделили',
    'материал жоқ',
    'Материал жок',
    'Қаржы бөлінбеді',
    'қаражат жоқ, күтудеміз',
    'Кедергі бар',
    'жұмыс тоқтап тұр',
    'Материалдарды күтудеміз',
    'Адам жетіспейді',
    'We are blocked',
    'Waiting for materials',
    'no funding yet',
  ])('«%s»', (text) => expect(speaksOfHindrance(text)).toBe(true));
});

describe('no hindrance', () => {
  test.each([
    'Готово на 60 %',
    'Препятствий нет',
    'Ничего не мешает',
    'Без задержек, 80 %',
    'Кедергі жоқ',
    'Кедергілер жоқ',
    'Ждём приёмку',
    'Ждём вас на открытии',
    'Замечаний нет',
    'Нет вопросов',
    'Работы ведутся',
    'Материалы завезены',
    'Ішінара орындалды',
    'Қаржы бөлінді',
    '60 пайыз',
    '',
  ])('«%s»', (text) => expect(speaksOfHindrance(text)).toBe(false));
});
