// Numbers as they stand in a text: '10', '10 (десяти)', '25-го', 'двадцать пятого', 'жиырма бесіне', 'IV'.
import { fold } from '../words.ts';
import { caseOfEnding, type KazakhCase } from './kazakh-endings.ts';
import { isGlued, isSignAt, wordAt, type Line } from './line.ts';

export type Numeral = {
  value: number;
  to: number;
  ordinal: boolean;
  digits: boolean;
  language?: 'ru' | 'kk' | 'en';
  case?: KazakhCase;
  possessive?: boolean;
};

const russianOrdinal = new Set('го ого его е ое ый ой ий я ая му ому м ом ую ю й'.split(' ').map(fold));
const russianCardinal = new Set('ти х ми и ух ех'.split(' ').map(fold));
const englishOrdinal = new Set(['th', 'st', 'nd', 'rd']);
const kazakhOrdinal = /^(?:[иы]н)?ш[иы]/;
const maxValue = 9999;

/** The number at a place, or null. */
export function numeralAt(line: Line, at: number): Numeral | null {
  const known = line.numerals[at];
  if (known !== undefined) return known;
  const found = readNumeral(line, at);
  line.numerals[at] = found;
  return found;
}

function readNumeral(line: Line, at: number): Numeral | null {
  const token = line.tokens[at];
  if (token?.kind === 'number') return digitsAt(line, at);
  const word = line.words[at];
  if (word?.number === undefined) return null;
  // 'оны жұмаға дейін жіберіңіз': 'оны' is 'it' unless a month stands before it.
  if (wordAt(line, at) === 'оны' && line.words[at - 1]?.case !== 'genitive') return null;
  return word.role === 'twice' ? null : spelledAt(line, at);
}

function digitsAt(line: Line, at: number): Numeral | null {
  const text = line.tokens[at]?.text ?? '';
  if (!/^\d{1,4}$/.test(text) || Number(text) > maxValue) return null;
  const plain: Numeral = { value: Number(text), to: at + 1, ordinal: false, digits: true };
  const dashed = isSignAt(line, at + 1, '-–') && isGlued(line, at) && isGlued(line, at + 1);
  const suffix = wordAt(line, dashed ? at + 2 : at + 1);
  const to = dashed ? at + 3 : at + 2;
  if (englishOrdinal.has(suffix)) return { ...plain, to, ordinal: true, language: 'en' };
  if (dashed && suffix) return withSuffix(plain, suffix, to, line.tokens[at + 2]?.text.toLowerCase() === 'і');
  if (!dashed && isGlued(line, at) && (russianOrdinal.has(suffix) || russianCardinal.has(suffix)))
    return withSuffix(plain, suffix, to);
  // '25іне' without its dash; '10га' is an area.
  if (!dashed && isGlued(line, at) && /^с?[иы]н[аеды]/.test(suffix)) return withSuffix(plain, suffix, to);
  return withBrackets(line, plain);
}

function withSuffix(plain: Numeral, suffix: string, to: number, isKazakhI = false): Numeral {
  if (russianOrdinal.has(suffix)) return { ...plain, to, ordinal: true, language: 'ru' };
  // '1-і' is Kazakh, '5-и' Russian, though both fold to the same.
  if (russianCardinal.has(suffix) && !isKazakhI) return { ...plain, to, language: 'ru' };
  const ordinal = kazakhOrdinal.exec(suffix);
  if (ordinal) {
    const found = caseOfEnding(suffix.slice(ordinal[0].length));
    return found ? { ...plain, to, ordinal: true, language: 'kk', case: found } : plain;
  }
  // '1-не' is possessive without its vowel.
  const found = /^н[ае]$/.test(suffix) ? 'dative' : caseOfEnding(suffix);
  const possessive = isKazakhI || (/^с?[иы]?н?[ае]/.test(suffix) && /н/.test(suffix));
  return found && (found !== 'none' || isKazakhI) ? { ...plain, to, language: 'kk', case: found, possessive } : plain;
}

/** '10 (десяти)': the same number again in words. */
function withBrackets(line: Line, plain: Numeral): Numeral {
  if (!isSignAt(line, plain.to, '(') || line.words[plain.to + 1]?.number === undefined) return plain;
  const again = spelledAt(line, plain.to + 1);
  return again?.value === plain.value && isSignAt(line, again.to, ')') ? { ...plain, to: again.to + 1 } : plain;
}

function spelledAt(line: Line, at: number): Numeral | null {
  const first = line.words[at];
  if (first?.number === undefined) return null;
  const { language } = first;
  let value = first.number;
  let to = at + 1;
  let last = first;
  // Hundreds, tens, units: each smaller than the place of the one before.
  while (!last.ordinal && [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].includes(value % 1000 === 100 ? 100 : value)) {
    const next = line.words[to];
    const isTens = language === 'kk' || value !== 10;
    if (!isTens || next?.number === undefined || next.language !== language || next.role === 'twice') break;
    if (next.number >= Math.min(value, 100) || (value < 100 && next.number > 9)) break;
    value += next.number;
    last = next;
    to += 1;
  }
  // 'тоқсан' is a quarter more often than ninety; only the rules of lengths may take it for a number.
  return {
    value,
    to,
    ordinal: last.ordinal === true,
    digits: false,
    ...(language ? { language } : {}),
    ...(last.case ? { case: last.case } : {}),
    ...(last.possessive ? { possessive: true } : {}),
  };
}

const romans = new Map<string, number>();
for (const one of ['i', 'и', 'l']) {
  for (let n = 1; n <= 3; n += 1) romans.set(one.repeat(n), n);
  for (const five of ['v', 'у']) romans.set(one + five, 4);
}

/** 'I' to 'IV', in Latin letters, in the Kazakh or Russian ones that look like them, or as a plain digit. */
export function romanAt(line: Line, at: number): number | null {
  const word = wordAt(line, at);
  return word.length > 3 ? null : (romans.get(word) ?? null);
}
