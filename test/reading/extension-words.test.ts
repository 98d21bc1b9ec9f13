// Telling requests for more time from reports, plans and chatter; Monday, 23 November 2026.
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { readExtension } from '../../src/reading/extension-words.ts';

const context = { today: '2026-11-23', calendar: createCalendar(), week: 5 as const };
const read = (text: string) => readExtension(text, context);

describe('a request with a date', () => {
  test.each([
    ['перенесите на 15 января', '2027-01-15'],
    ['Перенесите, пожалуйста, срок на 15.01.2027', '2027-01-15'],
    ['Прошу продлить до 15 января', '2027-01-15'],
    ['просим продлить срок исполнения до 30 декабря', '2026-12-30'],
    ['15 қаңтарға ауыстырыңыз', '2027-01-15'],
    ['15 кантарга ауыстырыныз', '2027-01-15'],
    ['Мерзімді 15 қаңтарға дейін ұзартуды сұраймыз', '2027-01-15'],
    ['мерзимди 15 кантарга дейин узартыныз', '2027-01-15'],
    ['Нужна отсрочка до 10 декабря', '2026-12-10'],
    ['Не успеваем, можно до 10 декабря?', '2026-12-10'],
    ['Можно до 10 декабря?', '2026-12-10'],
    ['10 желтоқсанға дейін болады ма?', '2026-12-10'],
    ['Please extend the deadline until 15 January', '2027-01-15'],
    ['сдвиньте срок на 11.12.2026', '2026-12-11'],
  ])('«%s»', (text, day) => expect(read(text)).toMatchObject({ day, impossible: false }));

  test.each([
    ['продлите на 10 дней', { days: 10 }],
    ['Прошу продлить срок на неделю', { days: 7 }],
    ['продлите на две недели', { days: 14 }],
    ['мерзімді бір аптаға ұзартыңыз', { days: 7 }],
    ['10 күнге ұзартуды сұраймын', { days: 10 }],
    ['перенесите срок на месяц', { months: 1 }],
  ])('«%s» counts from the present date', (text, add) => expect(read(text)).toMatchObject({ day: null, add }));

  test.each(['перенесите на 31 февраля', '31 ақпанға ауыстырыңыз'])('«%s» names a day that no calendar has', (text) =>
    expect(read(text)).toMatchObject({ impossible: true, day: null }),
  );

  test.each([
    'Прошу продлить срок',
    'Нужно больше времени',
    'Не успеваем к сроку',
    'үлгере алмаймыз',
    'тағы уақыт керек',
  ])('«%s» names none', (text) =>
    expect(read(text)).toEqual({ day: null, add: null, impossible: false, reasoned: expect.any(Boolean) }),
  );
});

describe('the words beside the request', () => {
  test.each([
    'Перенесите на 15 января: подрядчик задерживает поставку',
    '15 қаңтарға ауыстырыңыз, мердігер материалды әкелмеді',
  ])('«%s» can serve as its reason', (text) => expect(read(text)?.reasoned).toBe(true));

  test.each(['Прошу перенести срок на 15 января', 'Мерзімді 15 қаңтарға ауыстыруды сұраймыз', 'продлите на 10 дней'])(
    '«%s» gives none',
    (text) => expect(read(text)?.reasoned).toBe(false),
  );
});

describe('what is no request', () => {
  test.each([
    'Выполнено, пандус установлен',
    'Срок перенесли по вашему решению, работа идёт',
    'Не переносите срок, мы успеем',
    'Перенос не нужен',
    'ұзарту керек емес',
    'Терезелерді ауыстырдық',
    'Мебель перенесли в кабинет 12',
    'Готово на 60 %, ждём материалы',
    'Какая форма?',
    'Будет готово 15 января',
    'Машина приехала во вторник',
    'Спасибо',
    '',
    'Успеваем к 15 января',
  ])('«%s»', (text) => expect(read(text)).toBeNull());
});
