// findTerms: the deadlines of a running text, with their places; and what is none.
import { describe, expect, it, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { findTerms, proposeDay, readDeadline } from '../../../src/reading/dates/terms.ts';

const calendar = createCalendar();
/** A Wednesday. */
const context = { today: '2027-03-10', calendar, week: 5 as const };

function found(text: string): string[] {
  return findTerms(text, context).map(({ span }) => text.slice(...span));
}

/** The words that say of themselves that they are a limit. */
function limits(text: string): string[] {
  return findTerms(text, context)
    .filter(({ limit }) => limit)
    .map(({ span }) => text.slice(...span));
}

describe('the deadlines of a text', () => {
  test.each<[string, string[]]>([
    [
      'Отделу до 20 мая подготовить план, а школам в течение 10 рабочих дней – списки.',
      ['до 20 мая', 'в течение 10 рабочих дней'],
    ],
    ['Бөлім 20 мамырға дейін жоспар, мектептер екі апта ішінде тізім берсін.', ['20 мамырға дейін', 'екі апта ішінде']],
    ['Отчёт направлять ежемесячно до 5 числа.', ['ежемесячно до 5 числа']],
    ['План – до 20 мая, отчёт – до 25 июня.', ['до 20 мая', 'до 25 июня']],
    ['Тізім (до 20 мая) и акт (до 21 мая) сдать', ['до 20 мая', 'до 21 мая']],
    ['записывай до пятнадцатого апреля закупить двадцать парт и завтра доложить', ['до пятнадцатого апреля', 'завтра']],
    ['до среды… нет, лучше до пятницы собрать подписи', ['до среды… нет, лучше до пятницы']],
    ['скиньте до пятницы до 15:00', ['до пятницы до 15:00']],
  ])('«%s»', (text, terms) => expect(found(text)).toEqual(terms));

  it('stand in order and do not overlap', () => {
    const text = 'до 20 мая, ежедневно, жұмаға дейін; в течение года, 5-іне дейін, к 9 утра, тоқсан сайын. '.repeat(20);
    const terms = findTerms(text, context);
    expect(terms.length).toBeGreaterThan(30);
    expect(terms.every(({ span }, n) => n === 0 || span[0] >= (terms[n - 1]?.span[1] ?? 0))).toBe(true);
  });

  it('are told apart: a limit, and a bare date that is one only where it is expected', () => {
    expect(findTerms('до 20 мая', context)).toMatchObject([{ limit: true, weak: false }]);
    expect(findTerms('20 мамырға', context)).toMatchObject([{ limit: true, weak: false }]);
    expect(findTerms('20 мая', context)).toMatchObject([{ limit: false, weak: true }]);
    expect(findTerms('ежемесячно', context)).toMatchObject([{ weak: false }]);
  });

  it('carry the hour', () => {
    expect(findTerms('завтра до 18:00', context)).toMatchObject([{ deadline: { date: '2027-03-11', time: '18:00' } }]);
    expect(findTerms('жұмаға сағат 10:00-ге дейін', context)).toMatchObject([
      { deadline: { date: '2027-03-12', time: '10:00' } },
    ]);
  });

  it('on a day off are kept and marked', () => {
    expect(findTerms('до 21 марта', context)).toMatchObject([{ deadline: { date: '2027-03-21', dayOff: true } }]);
    expect(findTerms('до 13 марта', { ...context, week: 6 })[0]?.deadline).toEqual({
      kind: 'date',
      date: '2027-03-13',
    });
  });
});

describe('no deadline', () => {
  test.each([
    'довести охват до 90%',
    'увеличить с 40% до 60%',
    'дети от 3 до 5 лет',
    'довести число психологов до нормы',
    '8,7 мыңнан 5,9 мыңға дейін',
    'до сих пор не сдано',
    'до устранения аварии',
    'по приказу от 3 мая 2022 года № 158',
    '2026 жылғы 4 тамыздағы № 9 хаттама',
    'после 25 декабря',
    '25 желтоқсаннан кейін',
    'бюджет на 2028 год',
    'отчёт за 2026 год',
    'за I квартал',
    'план работы на IV квартал',
    '2028 жылға арналған бюджет',
    '[10.03.2027, 09:15] Секретарь: принято',
    'пункт 3.10',
    'школа № 12.10',
    'до 12 человек',
    'приём с 9:00 до 18:00',
    'в среде подростков',
    'среди учеников',
    'в прошлом году',
    'годом ранее',
    'три дня назад',
    'екі күн бұрын',
    'не ранее 1 июня',
    'подготовка к учебному году',
    'жаңа оқу жылына дайындық туралы',
    'Наурыз мейрамы',
    'на 3 дня',
    'ол онда жұмыс істейді',
    'он сказал',
    '33 школы и 5 садов',
    '1200 анкет до единой',
  ])('in «%s» limits anything', (text) => expect(limits(text)).toEqual([]));
});

describe('a line that is known to be a deadline', () => {
  it('without words has none', () => {
    expect(readDeadline('–', context)?.deadline).toEqual({ kind: 'none' });
    expect(readDeadline('', context)).toBeNull();
    expect(readDeadline('см. приложение', context)).toBeNull();
  });

  it('may be a bare period, term or weekday', () => {
    const dates = ['май', 'II квартал', 'двухнедельный', '3 дня', 'пятница', '2028 год'].map(
      (text) => readDeadline(text, context)?.deadline,
    );
    expect(dates.map((deadline) => (deadline?.kind === 'date' ? deadline.date : null))).toEqual([
      '2027-05-31',
      '2027-06-30',
      '2027-03-24',
      '2027-03-13',
      '2027-03-12',
      '2028-12-31',
    ]);
  });

  it('in the past is kept and doubted', () => {
    expect(readDeadline('до 2 февраля 2027 года', context)).toMatchObject({
      deadline: { date: '2027-02-02' },
      doubt: 'reading-doubt-past-date',
    });
  });
});

describe('a date on a day off', () => {
  it('is proposed again by the policy of the organisation', () => {
    const week = { calendar, week: 5 as const };
    expect(proposeDay('2027-03-21', 'keep', week)).toBe('2027-03-21');
    expect(proposeDay('2027-03-21', 'previous', week)).toBe('2027-03-19');
    expect(proposeDay('2027-03-21', 'next', week)).toBe('2027-03-25');
    expect(proposeDay('2027-03-19', 'next', week)).toBe('2027-03-19');
  });
});
