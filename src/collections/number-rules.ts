// How a number is read out of an answer, and out of the words that say which numbers are meant. Pure.
import { toNumber } from '../indicators/rules.ts';
import { findSensitive } from '../reading/guard/find-sensitive.ts';
import { fold } from '../reading/words.ts';
import type { AskedField } from '../tasks/asked-rules.ts';

export type NumberField = Pick<AskedField, 'label' | 'unit' | 'min' | 'max' | 'whole'>;

/**
 * Why words are no number of this field: none in them (`words`), about so many (`vague`), one number among words that say something else
 * (`confirm`), several (`unclear`), or outside of what was asked for.
 */
export type NumberFault =
  { fault: 'words' | 'unclear' } | { fault: 'vague' | 'confirm' | 'negative' | 'fraction' | 'range'; value: number };
/** `loose`: words around it were left out, which is said to the person. */
export type NumberRead = { value: number; loose: boolean } | NumberFault;

/** Beyond this a number is a slip of the finger, and would not fit its column. */
const largest = 1e12;
const written = /[-−–]?\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,4})?|[-−–]?\d+(?:[.,]\d+)?/gu;

const vagueWords =
  words(`около примерно приблизительно почти более менее больше меньше свыше порядка максимум минимум где-то до от
  шамамен жуық кем артық көп аз кемінде about approximately around almost over under`);
const denials = words('нет не ни жоқ емес no not none');
const plainWords =
  words(`всего итого у нас в во на по из них и нашей нашем наших школе школы школа есть имеется ответ шт штук штуки штука дана
  ед единиц единица единицы количество число числом кол-во составляет составило равно это наш наша бар барлығы барлығында біздің бізде
  мектепте мектебімізде мектеп мектебі саны жауап жалпы құрайды қазір сейчас на сегодня is are total we have the our answer in of`);

/** Reads one number as people answer: '1 006', '12,5', '85 %', '34 школы' where the word belongs to the question. */
export function readNumberAnswer(text: string, field: NumberField): NumberRead {
  // The number of a person counts nothing; in a total nobody would find it again.
  if (findSensitive(text).some(({ kind }) => kind === 'iin')) return { fault: 'unclear' };
  const bare = text
    .trim()
    .replace(/[.!;]+$/u, '')
    .replace(/^[=:]\s*/u, '');
  const exact = toNumber(bare);
  if (exact !== null) return checked(exact, false, field);
  const found = bare.match(written) ?? [];
  if (found.length === 0) return { fault: 'words' };
  const [only] = found;
  const value = found.length === 1 && only !== undefined ? toNumber(only) : null;
  if (value === null) return { fault: 'unclear' };
  const rest = bare.replace(only ?? '', ' ');
  if (/[~≈<>≤≥±]/u.test(rest)) return { fault: 'vague', value };
  const others = tokens(rest);
  if (others.some((word) => vagueWords.has(word))) return { fault: 'vague', value };
  if (others.some((word) => denials.has(word))) return { fault: 'unclear' };
  const fits = checked(value, true, field);
  if ('fault' in fits) return fits;
  return others.every((word) => belongs(word, field)) ? fits : { fault: 'confirm', value };
}

/** Whether a number may stand in the field; the fault says why not. A field without bounds takes nothing below zero. */
export function checked(value: number, loose: boolean, { min, max, whole }: NumberField): NumberRead {
  if (value < 0 && (min === null || min >= 0)) return { fault: 'negative', value };
  if (whole && !Number.isInteger(value)) return { fault: 'fraction', value };
  if ((min !== null && value < min) || (max !== null && value > max) || Math.abs(value) > largest)
    return { fault: 'range', value };
  return { value, loose };
}

/** A word that says what is counted, or nothing at all: it stands in the unit or the label, by its beginning, or is of the plain ones. */
function belongs(word: string, { label, unit }: NumberField): boolean {
  if (plainWords.has(word)) return true;
  const said = [...tokens(unit ?? ''), ...tokens(label)];
  return said.some((other) => {
    const length = Math.min(word.length, other.length, 5);
    return length >= Math.min(3, other.length) && word.slice(0, length) === other.slice(0, length);
  });
}

export type NumberSpec = Pick<AskedField, 'unit' | 'min' | 'max' | 'whole'>;

const n = String.raw`[-−]?\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?!\d)|[-−]?\d+(?:[.,]\d+)?`;
const between = new RegExp(
  String.raw`(?:(?:от|from)\s*)?(${n})\s*(?:[-–—…]|\.{2,3}|до|to)\s*(${n})|(${n})-?(?:ден|дан|тен|тан|нен|нан)\s+(${n})-?(?:ге|ға|ке|қа)(?:\s+дейін)?`,
  'u',
);
const least = new RegExp(
  String.raw`(?:от|не менее|не меньше|минимум|кемінде|from|at least|min|≥|>=)\s*(${n})|(${n})-?(?:ден|дан|тен|тан|нен|нан)\s+(?:бастап|кем емес)`,
  'u',
);
const most = new RegExp(
  String.raw`(?:до|не более|не больше|максимум|up to|at most|max|≤|<=)\s*(${n})|(${n})-?(?:ге|ға|ке|қа)\s+дейін|(${n})-?(?:ден|дан|тен|тан|нен|нан)\s+аспай\p{L}*`,
  'u',
);
const wholeWords = /(?<!\p{L})(?:цел\p{L}+|бүтін|whole|integer)(?:\s+(?:числ\p{L}+|сан|numbers?))?/u;
const decimalWords =
  /(?<!\p{L})(?:дробн\p{L}+|десятичн\p{L}+|ондық|бөлшек|decimals?|fraction\p{L}*)(?:\s+(?:числ\p{L}+|сан|numbers?))?/u;

/** Longest unit, in characters. */
export const longestUnit = 40;

/** Reads 'чел., 0–500' or '%, 0-ден 100-ге дейін, ондық'; null where the bounds contradict each other or the unit is too long. */
export function readNumberSpec(text: string): NumberSpec | null {
  let rest = ` ${text.trim().toLowerCase()} `;
  const take = (pattern: RegExp): string[] => {
    const match = pattern.exec(rest);
    if (!match) return [];
    rest = `${rest.slice(0, match.index)}, ${rest.slice(match.index + match[0].length)}`;
    return match.slice(1).filter((part): part is string => part !== undefined);
  };
  const saysWhole = wholeWords.test(rest);
  const saysDecimal = decimalWords.test(rest);
  take(wholeWords);
  take(decimalWords);
  const range = take(between);
  const [low] = range.length > 0 ? range : take(least);
  const [high] = range.length > 0 ? range.slice(1) : take(most);
  const [min, max] = [low, high].map((bound) => (bound === undefined ? null : toNumber(bound)));
  if (min === undefined || max === undefined || (min !== null && max !== null && min >= max)) return null;
  const unit = unitIn(text, rest);
  if (unit !== null && unit.length > longestUnit) return null;
  const fraction = [min, max].some((bound) => bound !== null && !Number.isInteger(bound));
  return { unit, min, max, whole: saysWhole || !(saysDecimal || fraction || unit === '%') };
}

/** What is left is the unit, in the letters it was typed with. */
function unitIn(text: string, rest: string): string | null {
  const left = rest
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ');
  if (left === '') return null;
  const at = text.toLowerCase().indexOf(left);
  return at < 0 ? left : text.slice(at, at + left.length);
}

function tokens(text: string): string[] {
  return (fold(text).match(/[\p{L}%№][\p{L}\p{N}%-]*/gu) ?? []).filter((word) => word !== '№');
}

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).map((word) => fold(word)));
}
