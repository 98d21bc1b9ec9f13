// Numbers in words: every number is read back from Russian in four cases and from Kazakh.
import { describe, expect, it } from 'vitest';
import { spelledNumberAt } from '../../../src/reading/figures/number-words.ts';
import { tokenise } from '../../../src/reading/words.ts';

type RussianCase = 0 | 1 | 2 | 3;
const cases: [name: string, place: RussianCase][] = [
  ['nominative', 0],
  ['genitive', 1],
  ['dative', 2],
  ['instrumental', 3],
];
const units = [
  '',
  'один одного одному одним',
  'два двух двум двумя',
  'три трёх трём тремя',
  'четыре четырёх четырём четырьмя',
  'пять пяти пяти пятью',
  'шесть шести шести шестью',
  'семь семи семи семью',
  'восемь восьми восьми восьмью',
  'девять девяти девяти девятью',
].map((forms) => forms.split(' '));
const teens = [
  'десять',
  ...['один', 'две', 'три', 'четыр', 'пят', 'шест', 'сем', 'восем', 'девят'].map((stem) => `${stem}надцать`),
];
const tens = [
  '',
  '',
  'двадцать двадцати двадцати двадцатью',
  'тридцать тридцати тридцати тридцатью',
  'сорок сорока сорока сорока',
  'пятьдесят пятидесяти пятидесяти пятьюдесятью',
  'шестьдесят шестидесяти шестидесяти шестьюдесятью',
  'семьдесят семидесяти семидесяти семьюдесятью',
  'восемьдесят восьмидесяти восьмидесяти восьмьюдесятью',
  'девяносто девяноста девяноста девяноста',
].map((forms) => forms.split(' '));
const hundreds = [
  '',
  'сто ста ста ста',
  'двести двухсот двумстам двумястами',
  'триста трёхсот трёмстам тремястами',
  'четыреста четырёхсот четырёмстам четырьмястами',
  'пятьсот пятисот пятистам пятьюстами',
  'шестьсот шестисот шестистам шестьюстами',
  'семьсот семисот семистам семьюстами',
  'восемьсот восьмисот восьмистам восьмьюстами',
  'девятьсот девятисот девятистам девятьюстами',
].map((forms) => forms.split(' '));

function belowThousand(n: number, place: RussianCase): string[] {
  const words = [hundreds[Math.floor(n / 100)]?.[place] ?? ''];
  const rest = n % 100;
  if (rest >= 10 && rest < 20) {
    const teen = teens[rest - 10] ?? '';
    words.push(place === 0 ? teen : teen.replace(/ь$/, place === 3 ? 'ью' : 'и'));
  } else words.push(tens[Math.floor(rest / 10)]?.[place] ?? '', units[rest % 10]?.[place] ?? '');
  return words;
}

function russian(n: number, place: RussianCase): string {
  if (n === 0) return 'ноль';
  const thousands = Math.floor(n / 1000);
  const said =
    thousands === 0
      ? []
      : [
          ...(thousands === 1 ? [] : [units[thousands]?.[place] ?? '']),
          ['тысяч', 'тысяч', 'тысячам', 'тысячами'][place] ?? '',
        ];
  return [...said, ...belowThousand(n % 1000, place)].filter(Boolean).join(' ');
}

const kazakhUnits = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'];
const kazakhTens = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'];

function kazakh(n: number): string {
  const [thousands, hundred] = [Math.floor(n / 1000), Math.floor((n % 1000) / 100)];
  return [
    thousands > 0 ? `${thousands > 1 ? kazakhUnits[thousands] : ''} мың` : '',
    hundred > 0 ? `${hundred > 1 ? kazakhUnits[hundred] : ''} жүз` : '',
    kazakhTens[Math.floor((n % 100) / 10)],
    kazakhUnits[n % 10],
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function read(text: string): number | null {
  const tokens = tokenise(`${text} .`);
  const found = spelledNumberAt(tokens, 0);
  return found?.to === tokens.length - 1 ? found.value : null;
}

describe('numbers in words', () => {
  it.each(cases)('from 0 to 9999 read back from the Russian %s', (_name, place) => {
    const wrong = Array.from({ length: 10_000 }, (_, n) => n).filter((n) => read(russian(n, place)) !== n);
    expect(wrong.map((n) => russian(n, place)).slice(0, 5)).toEqual([]);
  });

  it('from 1 to 9999 read back from Kazakh', () => {
    const wrong = Array.from({ length: 9_999 }, (_, n) => n + 1).filter((n) => read(kazakh(n)) !== n);
    expect(wrong.map(kazakh).slice(0, 5)).toEqual([]);
  });

  it.each([
    ['двенадцать тысяч триста', 12_300],
    ['сто двадцать тысяч', 120_000],
    ['два миллиона триста тысяч', 2_300_000],
    ['полторы тысячи', 1_500],
    ['он екі мың', 12_000],
    ['екі миллион', 2_000_000],
    ['отыз үшке', 33],
    ['тысяча', 1_000],
  ])('«%s» is %i', (text, value) => expect(read(text)).toBe(value));

  it.each(['школа', 'первый', 'оннан кейін', 'стол', 'бірлесіп', 'үшін', 'жетекші'])('«%s» is none', (text) =>
    expect(read(text)).toBeNull(),
  );

  it('two numbers side by side stay two', () => {
    expect(spelledNumberAt(tokenise('двадцать пять шесть'), 0)).toEqual({ value: 25, to: 2 });
    expect(spelledNumberAt(tokenise('үш жиырма'), 0)).toEqual({ value: 3, to: 1 });
  });
});
