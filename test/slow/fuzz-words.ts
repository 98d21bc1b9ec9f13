// What people, clients and forgers put where words are expected: honest reports, odd unicode, huge texts, names of files.

/** Numbers by chance that come again with the same seed (mulberry32). */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let x = this.#state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  /** True once in n. */
  once(n: number): boolean {
    return this.next() < 1 / n;
  }
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const odd = [
  '\u200f\u202eמשימה‏',
  '\u202eтырги\u202c',
  'a\u200bb\u200cc\u200dd\ufeff',
  '\u0000',
  'до\u0000после',
  '\ud83d',
  '\ude00 одинокая половина',
  'хвост \ud800',
  '👩‍👩‍👧‍👦🏳️‍🌈👨🏿‍🚀',
  '🇰🇿🇰',
  'Z̷̧̛̭a̶̢͙l̸̫͝g̵̘̈ơ̸͓',
  '\u0300\u0301\u0302',
  '١٢٣٤٥',
  '𝟛𝟘.𝟙𝟚.𝟚𝟘𝟚𝟞',
  'ﷺﷺﷺ',
  '\u2028\u2029\u0085',
  '\r\n\t\v\f',
  '\u00a0\u3000',
  'İıſK',
  '\ufffe\uffff',
  '\u{10ffff}',
  '𠮷野家',
  '<b>жирно</b>',
  '</b><a href="tg://user?id=1">x</a>',
  '&amp;&lt;&#x0;&nbsp;',
  '{ $name } { "x" } -term',
  '%s %d %n ${7*7} {{7*7}}',
  "'; DROP TABLE task; --",
  '../../etc/passwd',
  'constructor',
  '__proto__',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e309',
  '9007199254740993',
  '2147483648',
  '99999999999999999999',
  '\\',
  '"',
  '`',
  '/',
  '@',
  '№',
];

const honest = [
  'Выполнено, пандус установлен',
  'Готово на 60 %, ждём материалы',
  'Орындалды',
  'Жартысы дайын, материал күтеміз',
  'Done, photos attached',
  'какая форма?',
  'Школе № 1 и № 2 — отремонтировать пандус до 25 декабря',
  '№ 1 мектепке 25 желтоқсанға дейін есеп тапсыру',
  'Всем школам сдать списки до 30.12.2026',
  'Школе № 1 до 31.02.2027 сделать',
  'до пятницы',
  '31.12.9999',
  '29.02.2027',
  '00.00.0000',
  'прошу продлить до 15 января',
  'не относится к нашей школе',
  'нам мешает отсутствие кабеля',
  '48',
  '1. Школе № 1 сдать отчёт до 25.12.2026\n2. Школе № 2 сдать акт до 26.12.2026\n3. УО принять меры',
  'ПРОТОКОЛ № 7 от 23.11.2026\n1. Школе № 1 обеспечить (срок: 25.12.2026)\n1.1. акт',
  'спасибо',
  '+',
  'ок',
];

/** A text as somebody might send it: honest words, odd signs, both, or far too much of them. */
export function words(dice: Dice, longest = 4096): string {
  const kind = dice.below(20);
  if (kind === 0)
    return dice
      .one([...odd, ...honest])
      .repeat(400)
      .slice(0, longest);
  if (kind === 1)
    return Array.from({ length: 300 }, (_, n) => `${n}. ${dice.one(honest)}`)
      .join('\n')
      .slice(0, longest);
  const parts = Array.from({ length: 1 + dice.below(4) }, () => dice.one(kind < 10 ? honest : [...odd, ...honest]));
  return parts.join(dice.one([' ', '', '\n'])).slice(0, longest);
}

/** One odd piece. */
export function oddPiece(dice: Dice): string {
  return dice.one(odd);
}

/** What stands behind a command. */
export function behindCommand(dice: Dice): string {
  return dice.one([
    '',
    '',
    ' 1',
    ' 7001',
    ' 999999999999',
    ' Т-1',
    ' 2.1',
    ` ${words(dice, 500)}`,
    ` ${oddPiece(dice)}`,
  ]);
}

export const fileNames = [
  'протокол.docx',
  'roster.csv',
  'список.xlsx',
  'план.pdf',
  'фото.jpg',
  'архив.zip',
  'без расширения',
  '.docx',
  `${'я'.repeat(300)}.docx`,
  '../../../x.csv',
  'a\u202excod.exe',
  'null\u0000.csv',
  'половина\ud800.docx',
];
