// The head of a meeting as documents write it, in Russian and Kazakh; what only looks like it is left alone.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { chairIn, readHead } from '../../src/intake/head-rules.ts';

const context = { today: '2026-11-23', calendar: createCalendar([]) };
const head = (...lines: string[]) => readHead(lines.join('\n'), context);

describe('the head of a document', () => {
  it('gives number, day, theme and chair of a Russian protocol', () => {
    expect(
      head(
        'ПРОТОКОЛ № 14',
        'совещания при заместителе акима города Үлгі',
        '20 ноября 2026 года',
        'О подготовке школ к зиме',
        'Председательствовал: Мысалов А.Ү.',
        '1. Управлению образования подготовить отчёт до 25.12.2026.',
      ),
    ).toEqual({
      number: '14',
      day: '2026-11-20',
      theme: 'О подготовке школ к зиме',
      chairWords: 'Председательствовал: Мысалов А.Ү.',
    });
  });

  it('gives the same of a Kazakh one', () => {
    expect(
      head(
        '2026 жылғы 20 қараша № 14-қ хаттама',
        'Мектептерді қысқа дайындау туралы',
        'Төрағалық етуші: А. Мысалов',
        '1. Білім басқармасына есеп дайындау тапсырылсын.',
      ),
    ).toEqual({
      number: '14-қ',
      day: '2026-11-20',
      theme: 'Мектептерді қысқа дайындау туралы',
      chairWords: 'Төрағалық етуші: А. Мысалов',
    });
  });

  it.each([
    ['Протокол от 20.11.2026 № 7/3', '7/3', '2026-11-20'],
    ['«20» ноября 2026 г. № 5', '5', '2026-11-20'],
    ['№ 21 ХАТТАМА, 2026 жылғы «3» қараша', '21', '2026-11-03'],
    ['Хаттама 20 қараша 2026 ж.', null, '2026-11-20'],
  ])('reads %j', (line, number, day) => {
    expect(head(line)).toMatchObject({ number, day });
  });

  it.each([
    'О ремонте школы № 12',
    'Школе № 12 и № 45 отремонтировать пандус до 25 декабря 2026 года',
    '№ 7 мектепке пандус орнату мерзімі 25.12.2026',
    'Коллеги, добрый день!',
  ])('finds neither number nor day in %j', (line) => {
    expect(head(line)).toMatchObject({ number: null, day: null });
  });

  it('ends at the first item', () => {
    expect(head('1. Поручить школам ремонт', 'Протокол № 3 от 01.02.2026')).toEqual({
      number: null,
      day: null,
      theme: null,
      chairWords: null,
    });
  });
});

describe('the chair', () => {
  const holders = [
    { postId: 1, surnames: ['Мысалов'] },
    { postId: 2, surnames: ['Пробаева'] },
  ];
  it('is the one whose surname is said, in any case', () => {
    expect(chairIn('Вёл совещание Мысалов А.', holders)).toBe(1);
    expect(chairIn('под председательством Мысалова', holders)).toBe(1);
    expect(chairIn('Төрағалық еткен: Д. Пробаева', holders)).toBe(2);
  });
  it('is nobody when two are said, or none', () => {
    expect(chairIn('Мысалов, Пробаева', holders)).toBeNull();
    expect(chairIn('Председатель: Иной И.', holders)).toBeNull();
  });
});
