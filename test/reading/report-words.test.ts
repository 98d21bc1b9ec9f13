// Telling reports from questions and chatter.
import { describe, expect, test } from 'vitest';
import { isThanks, readReport } from '../../src/reading/report-words.ts';

describe('a final report', () => {
  test.each([
    'Выполнено, пандус установлен',
    'выполнено',
    'Готово',
    'Пандус готов.',
    'Поручение исполнено в срок, замечаний нет',
    'Всё сделали, фото прилагаю',
    'Замечания устранены',
    'Орындалды',
    'орындалды, фотосы қоса беріледі',
    'Пандус дайын',
    'Жумыс аякталды',
    'Done',
    'The ramp is completed, photos attached',
    'Выполнено. Охват питанием 95 %',
  ])('«%s»', (text) => expect(readReport(text)).toEqual({ kind: 'final' }));

  test.each(['Выполнено на 100 %', '100%', 'Готовность 100 процентов', '100 пайыз орындалды', 'Сделано 5 из 5'])(
    '«%s» names a hundred per cent',
    (text) => expect(readReport(text)).toEqual({ kind: 'final', progress: 100 }),
  );
});

describe('an interim report', () => {
  test.each([
    ['Готово на 60 %, ждём материалы', 60],
    ['60%', 60],
    ['Выполнено 80 процентов работ', 80],
    ['Готовность 45%', 45],
    ['60 пайызы орындалды', 60],
    ['70% done', 70],
    ['Сделано 3 из 5 кабинетов', 60],
    ['Выполнено на 0 %', 0],
  ])('«%s» names its progress', (text, progress) => expect(readReport(text)).toEqual({ kind: 'interim', progress }));

  test.each([
    'Частично выполнено',
    'Почти готово',
    'Ждём материалы',
    'Работы ведутся',
    'Ішінара орындалды',
    'Орындалуда',
    'Work in progress',
    'Жұмыс басталды',
    'Жартысы бітті',
    'Половина готова',
    'Орындай алмаймыз: мердігерді күтіп отырмыз',
  ])('«%s»', (text) => expect(readReport(text)).toEqual({ kind: 'interim' }));
});

describe('a question', () => {
  test.each([
    'Какая форма?',
    'какая форма',
    'Готово?',
    'Можно до пятницы?',
    'Нысаны қандай?',
    'қандай нысан',
    'What form?',
    'when is it due',
  ])('«%s»', (text) => expect(readReport(text)).toEqual({ kind: 'question' }));
});

describe('unclear words are asked about', () => {
  test.each([
    'Отчёт кому направить',
    'не выполнено',
    'Пока не готово',
    'Ещё не всё сделано',
    'Не все выполнено',
    'орындалмады',
    'Әлі дайын емес',
    'not done',
    'Будет выполнено завтра',
    'Если будет готово, сообщим',
    'Готовы провести собрание',
    'Принято к исполнению',
    'Добрый день',
    'Спасибо',
    '+',
    '👍',
    '',
    'Охват питанием 60 %',
    'Готово на 160 %',
    'Первый корпус готов на 40 %, второй выполнен на 90 %',
    '5 сыныптың 3-еуі дайын',
    'Готово, ждём приёмку',
    'Орындалады',
    'Выполнено. А какую форму приложить к нему?',
  ])('«%s»', (text) => expect(readReport(text).kind).toBe('unclear'));
});

describe('thanks', () => {
  test.each(['Спасибо', 'Спасибо большое!', 'рахмет', 'Көп рақмет сізге', 'ок, спасибо', 'Thank you very much'])(
    '«%s» need no answer',
    (text) => expect(isThanks(text)).toBe(true),
  );
  test.each(['Спасибо, выполнено', 'ок', 'Благодарственное письмо вручено', 'рахмет айтылды', ''])(
    '«%s» are not thanks alone',
    (text) => expect(isThanks(text)).toBe(false),
  );
});
