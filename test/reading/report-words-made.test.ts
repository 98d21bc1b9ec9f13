// Kinds of report in made-up sentences: every done-word, greeting, ending and per cent in ru and kk, also typed without Kazakh letters.
import { describe, expect, it, test } from 'vitest';
import { readReport } from '../../src/reading/report-words.ts';

const kazakh: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };
const typed = (text: string): string =>
  text.replace(/[әғқңөұүһі]/gi, (letter) => kazakh[letter.toLowerCase()] ?? letter);
/** As people type: as it is, in capitals, and without Kazakh letters. */
const ways = (text: string): string[] => [...new Set([text, text.toUpperCase(), typed(text)])];
const product = (...lists: string[][]): string[] =>
  lists.reduce<string[]>((made, list) => made.flatMap((head) => list.map((tail) => head + tail)), ['']);

const doneRu = ['выполнено', 'исполнено', 'готово', 'сделано', 'завершено', 'выполнили', 'устранено'];
const doneKk = ['орындалды', 'орындадық', 'дайын', 'бітті', 'аяқталды', 'жасалды', 'бітірдік'];
const greetRu = ['', 'Добрый день! ', 'Здравствуйте. ', 'Поручение '];
const greetKk = ['', 'Сәлеметсіз бе! ', 'Қайырлы күн. ', 'Тапсырма '];
const endRu = ['', '.', '!', ', фото прилагаю', ' в срок', ' ✅'];
const endKk = ['', '.', '!', ', фотосы қоса беріледі', ' ✅'];

const said = [...product(greetRu, doneRu, endRu), ...product(greetKk, doneKk, endKk)].flatMap(ways);

describe('a word that says "done"', () => {
  it('is a final report with every greeting and ending', () => {
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((text) => readReport(text).kind !== 'final')).toEqual([]);
  });

  it('is never one when it is denied, asked or promised', () => {
    const denied = [
      ...product(['не ', 'ещё не ', 'пока не ', 'не всё '], doneRu.slice(0, 5), ['', '.', ', работаем']),
      ...product(['', 'әлі '], ['дайын', 'орындалған'], [' емес', ' емес, күтіңіз']),
      ...product(['будет ', 'должно быть ', 'если '], doneRu.slice(0, 5), ['', ' завтра']),
    ].flatMap(ways);
    expect(denied.filter((text) => readReport(text).kind === 'final')).toEqual([]);
    const asked = [...product(doneRu, ['?']), ...product(doneKk, ['?', ' ма?'])].flatMap(ways);
    expect(asked.filter((text) => readReport(text).kind !== 'question')).toEqual([]);
  });
});

describe('a per cent', () => {
  const forms: ((n: number) => string)[] = [
    (n) => `${n}%`,
    (n) => `${n} %`,
    (n) => `${n} процентов`,
    (n) => `${n} пайыз`,
    (n) => `готово на ${n} %`,
    (n) => `Готово на ${n}%, ждём материалы`,
    (n) => `готовность ${n}%`,
    (n) => `выполнено на ${n} процентов`,
    (n) => `Работы выполнены на ${n}%`,
    (n) => `сделали ${n} %`,
    (n) => `${n} пайыз орындалды`,
    (n) => `${n}% дайын`,
    (n) => `${n} пайызға дайын`,
    (n) => `${n} пайызы бітті`,
    (n) => `Орындалуы ${n} пайыз`,
    (n) => `дайындығы ${n}%`,
    (n) => `${n}% готово`,
    (n) => `${n} % выполнено, осталось покрасить`,
    (n) => `${n} пайыз орындалды, материал күтудеміз`,
  ];

  test.each(forms.map((form) => [form(60), form]))(
    '«%s» is interim with its number, and final at a hundred',
    (_sample, form) => {
      const wrong = Array.from({ length: 99 }, (_, at) => at + 1).flatMap((n) =>
        ways(form(n)).filter((text) => {
          const { kind, progress } = readReport(text);
          return kind !== 'interim' || progress !== n;
        }),
      );
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(readReport(form(100)).progress).toBe(100);
      expect(readReport(form(101)).kind).toBe('unclear');
    },
  );

  it('of something else is no progress', () => {
    for (const n of [5, 60, 95])
      for (const text of [
        `Охват питанием ${n} %`,
        `Скидка ${n}%, берём?`,
        `Посещаемость ${n} процентов`,
        `Қатысу ${n} пайыз`,
      ])
        expect(readReport(text).progress, text).toBeUndefined();
  });
});

describe('anything at all', () => {
  it('is read without a fault, and twice the same', () => {
    let state = 42;
    const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
    const bits = [
      'готово',
      'не',
      '60',
      '%',
      '?',
      'дайын',
      'емес',
      ',',
      '101',
      'процентов',
      'из',
      '5',
      '\n',
      '🙂',
      'ждём',
      '',
      '-',
      'пайыз',
      'х'.repeat(50),
    ];
    for (let round = 0; round < 500; round += 1) {
      const text = Array.from({ length: next() % 9 }, () => bits[next() % bits.length]).join(' ');
      const reading = readReport(text);
      expect(readReport(text)).toEqual(reading);
      if (reading.progress !== undefined) expect(reading.progress >= 0 && reading.progress <= 100).toBe(true);
      if (reading.kind === 'final') expect(reading.progress ?? 100).toBe(100);
    }
  });
});
