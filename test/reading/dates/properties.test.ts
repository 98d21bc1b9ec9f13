// Any day, written in any way people write days, reads back as that day; any term counts as a plain count does.
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { readDeadline } from '../../../src/reading/dates/terms.ts';
import { fold } from '../../../src/reading/words.ts';
import { addDays, addMonths, endOfMonth, partsOf, weekday } from '../../../src/time.ts';
import { kk, ru, type Speech } from './spoken-days.ts';

const calendar = createCalendar();

function read(text: string, today: string) {
  return readDeadline(text, { today, calendar, week: 5 })?.deadline ?? null;
}

function dateOf(text: string, today: string): string | null {
  const deadline = read(text, today);
  return deadline?.kind === 'date' ? deadline.date : null;
}

/** The same numbers on every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Of four years, a leap year among them: the turns of all months, and every ninth day, so that all weekdays come. */
const days = Array.from({ length: 1461 }, (_, n) => addDays('2026-01-01', n)).filter(
  (day, n) => n % 9 === 0 || partsOf(day).dayOfMonth >= 28 || partsOf(day).dayOfMonth === 1,
);

const asWritten = (text: string): string => text;
const shouted = (text: string): string => text.toUpperCase();
const inClause = (text: string): string => `Представить сводный отчёт ${text}; ответственный – отдел кадров`;
const inKazakhClause = (text: string): string => `Мектептер ${text} тізімді толықтырып, бөлімге берсін`;
/** As on a keyboard without Kazakh letters. */
const plain = (text: string): string => fold(text);

function check(speech: Speech, dress: (text: string) => string, next: (below: number) => number): string[] {
  return days.flatMap((day) => {
    const today = addDays(day, -next(300));
    const text = dress(speech(partsOf(day)));
    const found = dateOf(text, today);
    return found === day ? [] : [`${text} (${today}): ${found ?? 'nothing'}`];
  });
}

describe('the days of four years', () => {
  test.each(Object.entries(ru))('read back in Russian as %s', (name, speech) => {
    const next = random(name.length);
    for (const dress of [asWritten, shouted, inClause]) expect(check(speech, dress, next)).toEqual([]);
  });

  test.each(Object.entries(kk))('read back in Kazakh as %s', (name, speech) => {
    const next = random(name.length + 7);
    for (const dress of [asWritten, plain, inKazakhClause]) expect(check(speech, dress, next)).toEqual([]);
  });
});

describe('from any day of four years', () => {
  const every = (texts: string[], expected: (today: string) => string) =>
    texts.flatMap((text) =>
      days.filter((today) => dateOf(text, today) !== expected(today)).map((today) => `${text} ${today}`),
    );

  test('a number of days is that many days later', () => {
    const words: [string, number][] = [
      ['двух', 2],
      ['десяти', 10],
      ['двадцати пяти', 25],
      ['сорока', 40],
    ];
    for (const [word, n] of words) {
      expect(every([`в течение ${word} дней`, `в течение ${n} дней`, `через ${n} дней`], (t) => addDays(t, n))).toEqual(
        [],
      );
    }
    const kazakh: [string, number][] = [
      ['екі', 2],
      ['он', 10],
      ['жиырма бес', 25],
      ['қырық', 40],
    ];
    for (const [word, n] of kazakh) {
      const texts = [`${word} күн ішінде`, `${n} күнтізбелік күн ішінде`, `${word} күн мерзімде`, `${n} күннен кейін`];
      expect(every([...texts, ...texts.map(plain)], (t) => addDays(t, n))).toEqual([]);
    }
  });

  test('working days are counted one by one', () => {
    const counted = (today: string, n: number): string => {
      let [day, left] = [today, n];
      while (left > 0) {
        day = addDays(day, 1);
        if (calendar.isWorkingDay(day, 5)) left -= 1;
      }
      return day;
    };
    const texts = [
      'в течение пяти рабочих дней',
      '5 жұмыс күні ішінде',
      'бес жұмыс күнінен кешіктірмей',
      '5 рабочих дней',
    ];
    expect(every(texts, (today) => counted(today, 5))).toEqual([]);
  });

  test('weeks and months go to the same day, or to the end of a shorter month', () => {
    expect(every(['в недельный срок', 'бір апта ішінде'], (t) => addDays(t, 7))).toEqual([]);
    expect(every(['в двухнедельный срок', 'екі аптадан кейін'], (t) => addDays(t, 14))).toEqual([]);
    expect(every(['в месячный срок', 'бір ай мерзімде', 'через месяц'], (t) => addMonths(t, 1))).toEqual([]);
    expect(every(['в течение трёх месяцев', 'үш ай ішінде'], (t) => addMonths(t, 3))).toEqual([]);
  });

  test('the end of a month, quarter, half-year and year is its last day', () => {
    const endAfter = (t: string, length: number): string => {
      const { year, month } = partsOf(t);
      const last = Math.ceil(month / length) * length;
      return endOfMonth(`${year}-${String(last).padStart(2, '0')}-01`);
    };
    expect(every(['до конца месяца', 'ай соңына дейін', 'айдың аяғына дейін'], (t) => endAfter(t, 1))).toEqual([]);
    expect(every(['до конца квартала', 'тоқсан соңына дейін'], (t) => endAfter(t, 3))).toEqual([]);
    expect(every(['до конца полугодия', 'жартыжылдықтың соңына дейін'], (t) => endAfter(t, 6))).toEqual([]);
    expect(every(['до конца текущего года', 'жыл соңына дейін', 'до Нового года'], (t) => endAfter(t, 12))).toEqual([]);
  });

  test('a weekday is the first such day after today, of the next week that of the week from Monday', () => {
    const russian = ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'];
    const kazakh = ['дүйсенбіге', 'сейсенбіге', 'сәрсенбіге', 'бейсенбіге', 'жұмаға', 'сенбіге', 'жексенбіге'];
    for (const [index, name] of russian.entries()) {
      const coming = (t: string) => addDays(t, ((index + 1 - weekday(t) + 6) % 7) + 1);
      expect(every([`до ${name}`, `${kazakh[index]} дейін`], coming)).toEqual([]);
      const following = (t: string) => addDays(t, 8 - weekday(t) + index);
      expect(every([`до ${name} следующей недели`, `келесі ${kazakh[index]} дейін`], following)).toEqual([]);
    }
  });
});
