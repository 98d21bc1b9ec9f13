// Days of 800, written in many forms, reads back as itself.
import { describe, expect, it, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { readDue } from '../../../src/reading/dates/dates.ts';
import { fold } from '../../../src/reading/words.ts';
import { addDays, isDay, partsOf, printDay, printDayShort, weekday } from '../../../src/time.ts';

const calendar = createCalendar();

function read(text: string, today = '2026-10-14') {
  return readDue(text, { today, calendar, week: 5 });
}

function dayOf(text: string, today?: string): string | null {
  const due = read(text, today);
  return due && !due.impossible ? due.day : null;
}

describe('every day of 800', () => {
  const days = Array.from({ length: 800 }, (_, n) => addDays('2026-01-01', n)).filter(
    (day, n) => n % 5 === 0 || partsOf(day).dayOfMonth >= 28 || partsOf(day).dayOfMonth === 1,
  );
  const ru = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
  const kk = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
  const dative =
    'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға'.split(
      ' ',
    );
  const ablative =
    'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан'.split(
      ' ',
    );
  const en = 'January February March April May June July August September October November December'.split(' ');
  const two = (n: number) => String(n).padStart(2, '0');
  type Parts = { year: number; m: number; d: number; day: string };
  const withYear: ((parts: Parts) => string)[] = [
    ({ year, m, d }) => `до ${d} ${ru[m]} ${year} г.`,
    ({ year, m, d }) => `Подготовить отчёт не позднее ${d} ${ru[m]} ${year} года и разместить на сайте`,
    ({ day }) => `к ${printDayShort(day)}`,
    ({ year, m, d }) => `${two(d)}.${two(m + 1)}.${String(year).slice(2)}`,
    ({ year, m, d }) => `${year} жылғы ${d} ${dative[m]} дейін`,
    ({ year, m, d }) => `${year} жылғы ${d} ${ablative[m]} кешіктірмей`,
    ({ year, m, d }) => `Есепті ${year} жылдың ${d} ${kk[m]} күніне дейін тапсыру`,
    ({ year, m, d }) => fold(`${year} жылғы ${d} ${dative[m]} дейін`),
    ({ year, m, d }) => `${d} ${kk[m]} ${year} ж.`,
    ({ year, m, d }) => `Send the report by ${d} ${en[m]} ${year}`,
    ({ year, m, d }) => `by ${en[m]} ${d}, ${year}`,
    ({ day }) => printDay('ru', day),
    ({ day }) => printDay('kk', day),
    ({ day }) => printDay('en', day),
  ];
  const withoutYear: ((parts: Parts) => string)[] = [
    ({ m, d }) => `до ${d} ${ru[m]}`,
    ({ m, d }) => `${two(d)}.${two(m + 1)}`,
    ({ m, d }) => `${d} ${dative[m]} дейін`,
    ({ m, d }) => `by ${d} ${en[m]}`,
  ];

  function partsFor(day: string): Parts {
    const { year, month, dayOfMonth } = partsOf(day);
    return { year, m: month - 1, d: dayOfMonth, day };
  }

  test.each(withYear.map((form) => [form(partsFor('2026-12-25')), form] as const))(
    'reads back from the form «%s»',
    (_, form) => {
      const wrong = days.filter((day) => {
        const due = read(form(partsFor(day)));
        return !due || due.impossible || due.day !== day || due.doubt !== undefined;
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each(withoutYear.map((form) => [form(partsFor('2026-12-25')), form] as const))(
    'reads back within a year from «%s»',
    (_, form) => {
      for (const now of ['2026-10-14', '2026-12-31', '2028-02-28']) {
        const year = Array.from({ length: 365 }, (_, n) => addDays(now, n));
        expect(year.filter((day) => dayOf(form(partsFor(day)), now) !== day)).toEqual([]);
      }
    },
  );

  it('reads a weekday as the first such day after today, at most a week ahead', () => {
    const names = ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'];
    for (const now of days.slice(0, 60)) {
      for (const [index, name] of names.entries()) {
        const day = dayOf(`до ${name}`, now) ?? '';
        expect(isDay(day) && weekday(day) === index + 1 && day > now && day <= addDays(now, 7)).toBe(true);
      }
    }
  });
});
