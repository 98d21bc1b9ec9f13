// Numbers in words, Russian in every case and Kazakh with endings: 'тридцати трёх', 'ста двадцатью', 'отыз үш', 'екі мыңға'.
import { remember, rememberOf } from '../remember.ts';
import { fold, type Token } from '../words.ts';

const russian: [value: number, forms: string][] = [
  [0, 'ноль нуль нуля'],
  [1, 'один одна одно одного одной одному одним одних одну одними'],
  [2, 'два две двух двум двумя двое двоих'],
  [3, 'три трех трем тремя трое троих'],
  [4, 'четыре четырех четырем четырьмя четверо четверых'],
  [5, 'пять пяти пятью пятеро пятерых'],
  [6, 'шесть шести шестью шестеро'],
  [7, 'семь семи семью семеро'],
  [8, 'восемь восьми восьмью восемью'],
  [9, 'девять девяти девятью'],
  [10, 'десять десяти десятью'],
  ...['один', 'две', 'три', 'четыр', 'пят', 'шест', 'сем', 'восем', 'девят'].map((stem, index): [number, string] => [
    index + 11,
    ['ь', 'и', 'ью'].map((ending) => `${stem}надцат${ending}`).join(' '),
  ]),
  [20, 'двадцать двадцати двадцатью'],
  [30, 'тридцать тридцати тридцатью'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти пятьюдесятью'],
  [60, 'шестьдесят шестидесяти шестьюдесятью'],
  [70, 'семьдесят семидесяти семьюдесятью'],
  [80, 'восемьдесят восьмидесяти восьмьюдесятью'],
  [90, 'девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот двумстам двумястами двухстах'],
  [300, 'триста трехсот тремстам тремястами трехстах'],
  [400, 'четыреста четырехсот четыремстам четырьмястами четырехстах'],
  ...['пят', 'шест', 'сем', 'восем', 'девят'].map((stem, index): [number, string] => {
    const oblique = stem === 'восем' ? 'восьм' : stem;
    return [(index + 5) * 100, `${stem}ьсот ${oblique}исот ${oblique}истам ${oblique}ьюстами ${oblique}истах`];
  }),
];
const kazakh: [value: number, word: string][] = [
  [1, 'бір'],
  [2, 'екі'],
  [3, 'үш'],
  [4, 'төрт'],
  [5, 'бес'],
  [6, 'алты'],
  [7, 'жеті'],
  [8, 'сегіз'],
  [9, 'тоғыз'],
  [10, 'он'],
  [20, 'жиырма'],
  [30, 'отыз'],
  [40, 'қырық'],
  [50, 'елу'],
  [60, 'алпыс'],
  [70, 'жетпіс'],
  [80, 'сексен'],
  [90, 'тоқсан'],
  [100, 'жүз'],
];
const scales: [RegExp, number][] = [
  [/^(?:тыс|тысяч\p{L}{0,3})$/u, 1_000],
  [/^мын(?:|нан|га|нын|ды|да|дай)$/, 1_000],
  [/^(?:млн|миллион\p{L}{0,3})$/u, 1_000_000],
  [/^(?:млрд|миллиард\p{L}{0,3})$/u, 1_000_000_000],
];
const kazakhEnding = /^(?:г[ае]|к[ае]|[дтн][ае]н|[дт][ае]|[дтн][ыи]|[дтн][ыи]н|еу\p{L}{0,3})?$/u;

const russianValues = new Map(
  russian.flatMap(([value, forms]) => forms.split(' ').map((form) => [form, value] as const)),
);
const kazakhValues = new Map(kazakh.map(([value, word]) => [fold(word), value] as const));

type Part = { value: number; language: 'ru' | 'kk' };

function partOf(token: Token | undefined): Part | null {
  return token?.kind === 'word' ? partOfWord(token.folded) : null;
}

const partOfWord = remember(findPart);

function findPart(folded: string): Part | null {
  const value = russianValues.get(folded);
  if (value !== undefined) return { value, language: 'ru' };
  for (let length = folded.length; length > 1; length -= 1) {
    const stem = kazakhValues.get(folded.slice(0, length));
    if (stem !== undefined) return kazakhEnding.test(folded.slice(length)) ? { value: stem, language: 'kk' } : null;
  }
  return null;
}

/** 1000 for 'тысяч' and 'мың', 1 000 000 for 'млн'; null for other words. */
export function scaleOf(token: Token | undefined): number | null {
  return token?.kind === 'word' ? scaleOfWord(token.folded) : null;
}

const scaleOfWord = remember((folded) => scales.find(([pattern]) => pattern.test(folded))?.[1] ?? null);

const oneAndHalf = /^полтор[аы]$/;
const bigScale = /^(?:тысяч|мын|миллион|миллиард)/;

/** True for words with which a number may begin; most words of a text are asked only this. */
const isSpelled = rememberOf<Token, boolean>(
  (word) => findPart(word) !== null || oneAndHalf.test(word) || bigScale.test(word),
);

/** True for a word with which a number in words may begin. */
export function isSpelledNumber(token: Token): boolean {
  return token.kind === 'word' && isSpelled(token);
}

/** The number in words that begins at this token: its value and where it ends; null for other words. */
export function spelledNumberAt(tokens: Token[], at: number): { value: number; to: number } | null {
  const first = tokens[at];
  if (first?.kind !== 'word' || !isSpelled(first)) return null;
  if (oneAndHalf.test(first.folded)) {
    const scale = scaleOf(tokens[at + 1]);
    return { value: 1.5 * (scale ?? 1), to: scale === null ? at + 1 : at + 2 };
  }
  let total = 0;
  let group = 0;
  let limit = Infinity;
  let place = at;
  let language: Part['language'] | null = null;
  for (; ; place += 1) {
    const scale = scaleOf(tokens[place]);
    if (scale !== null && (place > at || bigScale.test(tokens[place]?.folded ?? ''))) {
      if (total > 0 && scale >= lastScale(total)) break;
      total += (group || 1) * scale;
      group = 0;
      limit = Infinity;
      continue;
    }
    const part = partOf(tokens[place]);
    if (!part || (language && language !== part.language)) break;
    // 'жүз' multiplies: 'екі жүз'.
    if (part.language === 'kk' && part.value === 100) {
      if (group > 9 || limit <= 100) break;
      group = (group || 1) * 100;
      limit = 100;
    } else {
      if (part.value === 0 ? place > at : part.value >= limit) break;
      group += part.value;
      limit = part.value < 10 || (part.value > 10 && part.value < 20) ? 0 : part.value < 100 ? 10 : 100;
      // One unit may still be followed by 'жүз'.
      if (part.language === 'kk' && part.value < 10 && partOf(tokens[place + 1])?.value === 100 && group < 10)
        limit = Infinity;
    }
    language = part.language;
  }
  return place > at ? { value: total + group, to: place } : null;
}

function lastScale(total: number): number {
  return total % 1_000_000_000 === 0 ? 1_000_000_000 : total % 1_000_000 === 0 ? 1_000_000 : 1_000;
}
