// Reading due dates: tables of phrases, and what must not be read.
import { describe, expect, it, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { readDue } from '../../../src/reading/dates/dates.ts';
import phrases from '../../fixtures/deadline-phrases.json' with { type: 'json' };

const calendar = createCalendar();
/** A Wednesday. */
const today = '2026-10-14';

function read(text: string, from = today) {
  return readDue(text, { today: from, calendar, week: 5 });
}

function dayOf(text: string, from = today): string | null {
  const due = read(text, from);
  if (!due) return null;
  return due.impossible ? 'impossible' : due.day;
}

describe('explicit dates', () => {
  test.each([
    ['до 25 декабря 2026 г.', '2026-12-25'],
    ['к 25 декабря', '2026-12-25'],
    ['не позднее 1 ноября', '2026-11-01'],
    ['25.12.2026', '2026-12-25'],
    ['до 25.12.26', '2026-12-25'],
    ['до 20.11.', '2026-11-20'],
    ['до «25» декабря 2026 года', '2026-12-25'],
    ['срок исполнения: 25 дек. 2026', '2026-12-25'],
    ['до 25 ноября т.г.', '2026-11-25'],
    ['до 5 мая следующего года', '2027-05-05'],
    ['с 10 по 15 ноября', '2026-11-15'],
    ['10-15.11', '2026-11-15'],
    ['2026 жылғы 25 желтоқсанға дейін', '2026-12-25'],
    ['2027 жылғы «5» наурызға дейін', '2027-03-05'],
    ['25 желтоқсаннан кешіктірмей', '2026-12-25'],
    ['25 желтоқсаннан кейін емес', '2026-12-25'],
    ['ағымдағы жылдың 25 қарашасына дейін', '2026-11-25'],
    ['1 қарашаға', '2026-11-01'],
    ['20.11-ге дейін', '2026-11-20'],
    ['25.12.2026 ж. дейін', '2026-12-25'],
    ['10 – 15 қараша', '2026-11-15'],
    ['by 25 December', '2026-12-25'],
    ['on the 25th of December 2026', '2026-12-25'],
    ['no later than December 25, 2026', '2026-12-25'],
    ['25/12/2026', '2026-12-25'],
    ['2026-12-25', '2026-12-25'],
  ])('%s is %s', (text, day) => expect(dayOf(text)).toBe(day));

  it('without a year is the first such date on or after today', () => {
    expect(dayOf('до 14 октября')).toBe('2026-10-14');
    expect(dayOf('до 10 января')).toBe('2027-01-10');
    expect(dayOf('29 февраля')).toBe('2028-02-29');
  });

  it('without a year is doubted when it has only just passed', () => {
    expect(read('до 13 октября')).toMatchObject({ day: '2027-10-13', doubt: 'reading-doubt-next-year' });
    expect(read('до 10 января')).toMatchObject({ day: '2027-01-10', doubt: undefined });
  });

  it('in the past with a year is returned as written', () =>
    expect(dayOf('до 2 февраля 2026 года')).toBe('2026-02-02'));

  test.each([
    'до 31 февраля',
    '31.02.2027',
    'к 31 ноября',
    '45 декабря',
    '31 ақпанға дейін',
    '2027 жылғы 29 ақпан',
    'by 31 June',
    '32.13.2026',
  ])('%s does not exist and is reported so', (text) =>
    expect(read(text)).toEqual({ impossible: true, span: [0, text.length] }),
  );

  it('with a weekday beside it is checked against that weekday', () => {
    expect(read('25 декабря, пятница')).toMatchObject({ day: '2026-12-25', doubt: undefined, span: [0, 19] });
    expect(read('в понедельник, 25 декабря')).toMatchObject({ day: '2026-12-25', doubt: 'reading-doubt-weekday' });
  });
});

describe('relative days', () => {
  test.each([
    ['сегодня', '2026-10-14'],
    ['до завтра', '2026-10-15'],
    ['к завтрашнему дню', '2026-10-15'],
    ['послезавтра', '2026-10-16'],
    ['бүгіннен қалдырмай', '2026-10-14'],
    ['ертеңге дейін', '2026-10-15'],
    ['бүрсігүні', '2026-10-16'],
    ['by tomorrow', '2026-10-15'],
    ['the day after tomorrow', '2026-10-16'],
    ['до пятницы', '2026-10-16'],
    ['к понедельнику', '2026-10-19'],
    ['в четверг', '2026-10-15'],
    ['до пт', '2026-10-16'],
    ['до среды', '2026-10-21'],
    ['к следующей среде', '2026-10-21'],
    ['до следующего вторника', '2026-10-20'],
    ['в пятницу на следующей неделе', '2026-10-23'],
    ['жұмаға дейін', '2026-10-16'],
    ['дүйсенбіде', '2026-10-19'],
    ['сәрсенбіге', '2026-10-21'],
    ['жұма күніне дейін', '2026-10-16'],
    ['келесі аптаның жұмасына дейін', '2026-10-23'],
    ['by Friday', '2026-10-16'],
    ['next Monday', '2026-10-19'],
    ['пятница', '2026-10-16'],
  ])('%s said on a Wednesday is %s', (text, day) => expect(dayOf(text)).toBe(day));

  test.each([
    ['до конца недели', '2026-10-16'],
    ['до конца следующей недели', '2026-10-23'],
    ['к концу месяца', '2026-10-31'],
    ['до конца ноября', '2026-11-30'],
    ['до конца этого года', '2026-12-31'],
    ['до конца 2027 года', '2027-12-31'],
    ['апта соңына дейін', '2026-10-16'],
    ['осы айдың аяғына дейін', '2026-10-31'],
    ['қарашаның соңына дейін', '2026-11-30'],
    ['ағымдағы жылдың соңына дейін', '2026-12-31'],
    ['by the end of the week', '2026-10-16'],
    ['by end of next month', '2026-11-30'],
    ['end of year', '2026-12-31'],
  ])('%s is %s', (text, day) => expect(dayOf(text)).toBe(day));

  it('the end of a week that has ended is the next Friday, with a doubt', () => {
    expect(read('до конца недели', '2026-10-17')).toMatchObject({ day: '2026-10-23', doubt: 'reading-doubt-week' });
  });
});

describe('times', () => {
  test.each([
    ['завтра до 18:00', '2026-10-15', '18:00'],
    ['завтра к 9 утра', '2026-10-15', '09:00'],
    ['до 18:00 25 декабря', '2026-12-25', '18:00'],
    ['до 25 декабря, до 18.00', '2026-12-25', '18:00'],
    ['не позднее 17:00', '2026-10-14', '17:00'],
    ['сегодня до 17 часов', '2026-10-14', '17:00'],
    ['ертең сағат 18:00-ге дейін', '2026-10-15', '18:00'],
    ['сағат 9-ға дейін', '2026-10-14', '09:00'],
    ['2026 жылғы 25 желтоқсан, жұма, сағат 18:00-ге дейін', '2026-12-25', '18:00'],
    ['by Friday 6:30 pm', '2026-10-16', '18:30'],
    ['by 6 pm', '2026-10-14', '18:00'],
  ])('%s is %s at %s', (text, day, time) => expect(read(text)).toMatchObject({ day, time, span: [0, text.length] }));

  it('leave a date beside office hours without a time', () => {
    expect(read('до 25 декабря обеспечить приём с 9:00 до 18:00')).toMatchObject({
      day: '2026-12-25',
      time: undefined,
    });
  });
});

describe('a longer text', () => {
  it('gives the date and the place of its words', () => {
    const text = 'Школе №12 и №45 — отремонтировать пандус до 25 декабря';
    expect(read(text)).toMatchObject({ day: '2026-12-25', span: [text.indexOf('до 25'), text.length], several: false });
  });

  it('prefers the limit to other dates', () => {
    expect(read('по итогам проверки 20.10.2026 представить план не позднее 9 ноября')).toMatchObject({
      day: '2026-11-09',
      several: true,
    });
  });

  it('with two limits keeps the last and doubts', () => {
    expect(read('план до 20 ноября, отчёт до 25 декабря')).toMatchObject({
      day: '2026-12-25',
      doubt: 'reading-doubt-several-dates',
    });
  });

  it('that speaks of repetition is doubted', () => {
    expect(read('ежегодно к 15 августа')).toMatchObject({ day: '2027-08-15', doubt: 'reading-doubt-recurring' });
    expect(read('каждой школе до 15 ноября')).toMatchObject({ day: '2026-11-15', doubt: undefined });
  });

  test.each([
    'по протоколу от 20.11.2026 № 14 представить отчёт',
    '2026 жылғы 4 тамыздағы № 9 хаттама',
    'приказ от 3 мая 2022 года',
    'после 25 декабря',
    '25 желтоқсаннан кейін',
    'довести охват до 90%',
    '8,7 мыңнан 5,9 мыңға дейін',
    'от 3 до 5 лет',
    'исполнить пункт 3.10',
    'обеспечить дежурство с 9:00 до 18:00',
    'каждую пятницу',
    'по понедельникам до 10:00',
    'жұма сайын',
    'создание безбарьерной среды',
    'в среде подростков',
    'Сообщаем, сегодня большое внимание уделяется порядку',
    'бюджет на 2027 год',
    'отремонтировать пандус',
    '',
  ])('«%s» names no date of a known form', (text) => expect(read(text)).toBeNull());
});

describe('deadline phrases', () => {
  const known = phrases.phrases.filter(({ phrase }) => dayOf(phrase, phrases.referenceDate) !== null);

  test.each(phrases.phrases)('$phrase is read rightly or not at all', ({ phrase, due }) => {
    expect([due, null]).toContain(dayOf(phrase, phrases.referenceDate));
  });

  it('of the forms read so far are no fewer than before', () => expect(known.length).toBeGreaterThanOrEqual(32));
});
