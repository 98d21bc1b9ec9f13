// Deadlines that name a feast, days off or school breaks, counted from one day.
import { expect, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { findTerms, readDeadline } from '../../../src/reading/dates/terms.ts';
import { phrasesOf, written } from './written-term.ts';

/** A Sunday. */
const context = { today: '2026-11-22', calendar: createCalendar(), week: 5 as const };

const table = `
  2027-03-21 = до Наурыза | к Наурызу | до праздника Наурыз | Наурыз мейрамына дейін | Наурыз мерекесіне қарай
  2027-03-01 ?period-start = Наурызға дейін
  2027-03-08 = к 8 марта
  2027-10-25 ?next-year = до Дня Республики | ко Дню Республики Казахстан | Республика күніне дейін
  2027-10-25 = ко Дню Республики 2027 года
  2026-12-16 = не позднее Дня Независимости | Тәуелсіздік күніне дейін | тауелсиздик кунине дейин
  2027-05-01 = ко Дню единства народа Казахстана | Халық бірлігі күніне дейін
  2027-05-07 = до Дня защитника Отечества | Отан қорғаушы күніне дейін
  2027-05-09 = ко Дню Победы | к 9 мая | Жеңіс күніне дейін | Жеңіс күніне қарай
  2027-07-06 = до Дня столицы | Астана күніне дейін
  2027-09-01 = к Дню знаний | Білім күніне дейін | 1 қыркүйекке дейін
  2026-12-31 = до Нового года | жаңа жылға дейін
  2026-11-27 ?period-start = до выходных | демалыс күндеріне дейін | демалысқа дейін
  none ?event = до каникул | до зимних каникул | до начала каникул | к каникулам | каникулға дейін
`;

test.for(phrasesOf(table))('reads «%s» as %s', ([phrase, meaning]) => {
  expect(written(readDeadline(phrase, context))).toBe(meaning);
});

test.for([
  'концерт, посвящённый Дню Республики',
  'Тәуелсіздік күніне арналған жиын',
  'Мұғалімдер күніне дейін',
  'до Дня учителя',
])('finds no date in «%s»', (phrase) => {
  expect(findTerms(phrase, context).map(({ deadline }) => deadline)).toEqual([]);
});

test('leaves the number of things before a date', () => {
  const text = 'открыть классов 11 до 25 декабря';
  const [term] = findTerms(text, context);
  expect(term && text.slice(...term.span)).toBe('до 25 декабря');
});
