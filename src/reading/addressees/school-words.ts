// Numbers of schools said in words: 'сорок первой школе', 'школа сорок один', 'он екінші мектеп' -> with digits.
import { spelledNumberAt } from '../figures/number-words.ts';
import { tokenise, type Token } from '../words.ts';

const russianOrdinals: [RegExp, number][] = [
  [/^перв(?:ый|ая|ой|ую|ого|ому|ым)$/, 1],
  [/^втор(?:ой|ая|ую|ого|ому|ым)$/, 2],
  [/^трет(?:ий|ья|ьей|ью|ьего|ьему)$/, 3],
  [/^четверт(?:ый|ая|ой|ую|ого|ому)$/, 4],
  [/^пят(?:ый|ая|ой|ую|ого|ому)$/, 5],
  [/^шест(?:ой|ая|ую|ого|ому)$/, 6],
  [/^седьм(?:ой|ая|ую|ого|ому)$/, 7],
  [/^восьм(?:ой|ая|ую|ого|ому)$/, 8],
  [/^девят(?:ый|ая|ой|ую|ого|ому)$/, 9],
  [/^десят(?:ый|ая|ой|ую|ого|ому)$/, 10],
  [/^двадцат(?:ый|ая|ой|ую|ого|ому)$/, 20],
  [/^тридцат(?:ый|ая|ой|ую|ого|ому)$/, 30],
  [/^сороков(?:ой|ая|ую|ого|ому)$/, 40],
];
const kazakhOrdinal = /(?:[ыи]н|н)?ш[ыи]$/;
// The words are known to be an address, whatever case they stand in: 'школой 12', '№ 12 мектептен'.
const addressed: [RegExp, string][] = [
  [/школ(?:ой|у|ы|а)(?=\s*(?:№\s*)?\d)/iu, 'школе'],
  [/школами(?=\s*(?:№\s*)?\d)/iu, 'школам'],
  [/гимнази(?:ей|ю|я)(?=\s*(?:№\s*)?\d)/iu, 'гимназии'],
  [/лице(?:ем|я|й)(?=\s*(?:№\s*)?\d)/iu, 'лицею'],
  [/мектеп(?:пен|тен|тің|ті|тин|ти)(?!\p{L})(?!\s+(?:директор|басшы))/iu, 'мектепке'],
];
const school = /^(?:школ|гимнази|лице|интернат|сш$|мекте)/;

/** The words with the number of a school in digits; other words stay as they are. */
export function withDigits(said: string): string {
  const words = addressed.reduce((text, [form, dative]) => text.replace(form, dative), said);
  const tokens = tokenise(words);
  for (let at = 0; at < tokens.length; at += 1) {
    const found = ordinalAt(tokens, at);
    const [first, last] = [tokens[at], tokens[(found?.to ?? at) - 1]];
    const beside = school.test(tokens[at - 1]?.folded ?? '') || school.test(tokens[found?.to ?? at]?.folded ?? '');
    if (!found || !beside || !first || !last) continue;
    return `${words.slice(0, first.start)}№ ${found.value}${words.slice(last.end)}`;
  }
  return words;
}

function ordinalAt(tokens: Token[], at: number): { value: number; to: number } | null {
  const spelled = spelledNumberAt(tokens, at);
  const to = spelled?.to ?? at;
  const folded = tokens[to]?.folded ?? '';
  const russian = russianOrdinals.find(([form]) => form.test(folded))?.[1];
  if (russian !== undefined) return { value: (spelled?.value ?? 0) + russian, to: to + 1 };
  const stem = folded.replace(kazakhOrdinal, '');
  const bare = stem === folded || stem === '' ? null : kazakhStem(stem);
  if (bare !== null) return { value: (spelled?.value ?? 0) + bare, to: to + 1 };
  return spelled;
}

function kazakhStem(stem: string): number | null {
  // 'екінші' loses its vowel to the ending, 'жетінші' too.
  for (const ending of ['', 'и', 'ы', 'а']) {
    const tokens = tokenise(stem + ending);
    const found = spelledNumberAt(tokens, 0);
    if (found && found.to === tokens.length) return found.value;
  }
  return null;
}
