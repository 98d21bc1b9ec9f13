// School numbers: 'школе № 12 и школе № 45', 'школам №12, 45', '№ 12 мектепке', 'сш 12', 'гимназия № 8', 'school 12'.
import { caseOfEnding } from '../dates/kazakh-endings.ts';
import { lexOf } from '../dates/lexicon.ts';
import { beginsWith, dashes, isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

export type SchoolKind = 'school' | 'gymnasium' | 'lyceum' | 'boarding';

/** Numbers of schools named together. `strong`: the words stand in the case of somebody addressed. */
export type NumberGroup = {
  from: number;
  to: number;
  kind: SchoolKind;
  strong: boolean;
  numbers: { number: number; from: number; to: number }[];
};

const kinds: [SchoolKind, Set<string>][] = [
  ['boarding', vocabulary('интернат')],
  ['gymnasium', vocabulary('гимнази gymnasium')],
  ['lyceum', vocabulary('лице lyceum')],
  ['school', vocabulary('школ мектеп мектеб school')],
];
const abbreviations = vocabulary('сш сош оош нош шк шг кгу');
const russianDatives = vocabulary('школе школам гимназии гимназиям лицею лицеям интернату интернатам');
const russianNominatives = vocabulary(
  'школа школы школ гимназия гимназий лицей лицея лицеи лицеев интернат интерната интернаты интернатов',
);
const heads = vocabulary(
  'директор директору директора директорам директоров директоры руководителю руководителям руководитель завуч завучу завучам',
);
const englishHeads = vocabulary('head');
const kazakhHeads = vocabulary('директор басшы');
const numberSigns = '№#';
const numberWords = vocabulary('n no номер номера нөмір нөмірі');
const conjunctions = vocabulary('и және мен пен бен and');
const adjectives = vocabulary(
  'орта жалпы білім беретін бастауыш негізгі қалалық мамандандырылған города средней общеобразовательной',
);
const ordinals = vocabulary('ші шы інші ншы нші ыншы й я ой ей го му');
const mayFollow = vocabulary(
  'до к ко в во на не с со по срок и және мен имени им города атындағы by to until before and please',
);
const elsewhere = vocabulary('в во на из с со от около при за о об у для по in at from near');
const to = vocabulary('to');
const of = vocabulary('of');
const verb = /(?:ть|ти|чь|ться|тись|йте|ите)$/;
const longestRange = 60;

/** The school numbers that begin at this token, or null. */
export function numberGroupAt(tokens: Token[], at: number): NumberGroup | null {
  return schoolFirst(tokens, at) ?? numberFirst(tokens, at);
}

/** '№ 12, № 45' without the word school: an address only at the beginning of a text. */
export function bareNumbersAt(tokens: Token[], at: number): NumberGroup | null {
  if (!isNumberSign(tokens, at)) return null;
  const list = numberList(tokens, at, true);
  // '№ 12 мектепте' is a place, not an address.
  if (list && (isWord(tokens[list.to], adjectives) || schoolKindOf(tokens[list.to]))) return null;
  return list && { from: at, to: list.to, kind: 'school', strong: false, numbers: list.numbers };
}

/** What kind of school the word names, or null for another word. */
export function schoolKindOf(token: Token | undefined): SchoolKind | null {
  if (isWord(token, abbreviations)) return 'school';
  return kinds.find(([, stems]) => beginsWith(token, stems))?.[0] ?? null;
}

function schoolFirst(tokens: Token[], at: number): NumberGroup | null {
  let kind = schoolKindOf(tokens[at]);
  if (!kind) return null;
  let place = at + 1;
  // 'школе-гимназии № 8', 'КГУ СОШ № 12'
  for (;;) {
    const next = isSign(tokens[place], '-') ? place + 1 : place;
    const more = schoolKindOf(tokens[next]);
    if (!more) break;
    kind = more;
    place = next + 1;
  }
  if (isWord(tokens[place], adjectives)) place += 1;
  const list = numberList(tokens, place, false);
  const form = list && russianForm(tokens, at);
  return form ? { from: form.from, to: list.to, kind, strong: form.strong, numbers: list.numbers } : null;
}

/** Where the addressed words begin and whether they stand in the dative; null when they are no address ('в школе', 'школу'). */
function russianForm(tokens: Token[], at: number): { from: number; strong: boolean } | null {
  const head =
    isWord(tokens[at - 1], heads) || (isWord(tokens[at - 1], of) && beginsWith(tokens[at - 2], englishHeads));
  const from = head ? (isWord(tokens[at - 1], of) ? at - 2 : at - 1) : at;
  if (isWord(tokens[from - 1], elsewhere)) return null;
  const word = tokens[at];
  if (isWord(word, abbreviations) || head) return { from, strong: true };
  if (isWord(word, russianDatives)) return { from, strong: true };
  if (isWord(word, russianNominatives)) return { from, strong: false };
  if (/^[a-z]/.test(word?.folded ?? ''))
    return { from: isWord(tokens[at - 1], to) ? at - 1 : at, strong: isWord(tokens[at - 1], to) };
  const found = kazakhForm(tokens, at);
  return found && { from, strong: found.strong };
}

function numberFirst(tokens: Token[], at: number): NumberGroup | null {
  const list = numberList(tokens, at, true) ?? ordinalList(tokens, at);
  if (!list) return null;
  let place = list.to;
  while (isWord(tokens[place], adjectives)) place += 1;
  if (isSign(tokens[place], '-')) place += 1;
  const kind = schoolKindOf(tokens[place]);
  if (!kind) return null;
  while (isSign(tokens[place + 1], '-') && schoolKindOf(tokens[place + 2])) place += 2;
  const form =
    kazakhForm(tokens, place) ?? (isWord(tokens[place], russianDatives) ? { to: place + 1, strong: true } : null);
  if (!form || isWord(tokens[at - 1], elsewhere)) return null;
  return { from: at, to: form.to, kind, strong: form.strong, numbers: list.numbers };
}

/** 'мектепке' and 'мектеп директорына' are addressed, 'мектеп' may be, 'мектепте' is not. */
function kazakhForm(tokens: Token[], at: number): { to: number; strong: boolean } | null {
  const ending = /^(?:мекте[пб]|гимназия|лице[йи]|интернат)(?:тер|лар|дар|лер)?(.*)$/.exec(
    tokens[at]?.folded ?? '',
  )?.[1];
  const found = ending === undefined ? null : caseOfEnding(ending);
  if (!found) return null;
  const next = tokens[at + 1];
  if (beginsWith(next, kazakhHeads) && (found === 'none' || found === 'genitive')) {
    return { to: at + 2, strong: /(?:на|не|га|ге|ка|ке|а|е)$/.test(next?.folded ?? '') };
  }
  if (found !== 'none' && found !== 'dative') return null;
  return { to: at + 1, strong: found === 'dative' };
}

type NumberList = { to: number; numbers: NumberGroup['numbers'] };

function numberList(tokens: Token[], at: number, needsSign: boolean): NumberList | null {
  const numbers: NumberGroup['numbers'] = [];
  let to = at;
  for (let place = at; ;) {
    const signed = isNumberSign(tokens, place);
    const start = signed ? place + 1 + (isSign(tokens[place + 1], '.') ? 1 : 0) : place;
    const number = wholeNumber(tokens[start]);
    const first = numbers.length === 0;
    if (number === null || (first && needsSign && !signed) || (!signed && !endsWell(tokens, start + 1))) break;
    numbers.push({ number, from: place, to: start + 1 });
    to = skipOrdinal(tokens, start + 1);
    const last = rangeEnd(tokens, to, number);
    if (last) {
      for (let n = number + 1; n <= last.number; n += 1) numbers.push({ number: n, from: place, to: last.to });
      to = last.to;
    }
    const separator = separatorEnd(tokens, to);
    if (separator === null) break;
    place = separator;
  }
  return numbers.length > 0 ? { to, numbers } : null;
}

/** '12-ші мектеп', '12-й школе'. */
function ordinalList(tokens: Token[], at: number): NumberList | null {
  const number = wholeNumber(tokens[at]);
  if (number === null || !isSign(tokens[at + 1], '-')) return null;
  const to = skipOrdinal(tokens, at + 1);
  const glued = schoolKindOf(tokens[at + 2]) !== null;
  return to > at + 1 || glued ? { to: Math.max(to, at + 1), numbers: [{ number, from: at, to: at + 1 }] } : null;
}

/** After a number without '№' something must follow that cannot be counted: 'школе 12 компьютеров' names no school 12. */
function endsWell(tokens: Token[], at: number): boolean {
  const next = tokens[at];
  if (!next || isWord(next, mayFollow) || schoolKindOf(next)) return true;
  if ((next && lexOf(next)?.month !== undefined) || isSign(next, '%')) return false;
  if (next.kind === 'sign')
    return !(isSign(next, '-') && next.end === tokens[at + 1]?.start && !isWord(tokens[at + 1], ordinals));
  return next.kind === 'word' && (verb.test(next.folded) || /^[a-z]/.test(next.folded));
}

function rangeEnd(tokens: Token[], at: number, first: number): { number: number; to: number } | null {
  if (!isSign(tokens[at], dashes)) return null;
  const signed = isNumberSign(tokens, at + 1);
  const place = signed ? at + 2 : at + 1;
  const last = wholeNumber(tokens[place]);
  const glued = tokens[at]?.start === tokens[at - 1]?.end && tokens[at]?.end === tokens[at + 1]?.start;
  if (
    last === null ||
    last <= first ||
    last - first > longestRange ||
    !(signed || glued) ||
    !endsWell(tokens, place + 1)
  )
    return null;
  return { number: last, to: place + 1 };
}

function separatorEnd(tokens: Token[], at: number): number | null {
  if (isSign(tokens[at], ',')) return isWord(tokens[at + 1], conjunctions) ? at + 2 : at + 1;
  return isWord(tokens[at], conjunctions) || isSign(tokens[at], '&/') ? at + 1 : null;
}

function skipOrdinal(tokens: Token[], at: number): number {
  return isSign(tokens[at], '-') && isWord(tokens[at + 1], ordinals) ? at + 2 : at;
}

function isNumberSign(tokens: Token[], at: number): boolean {
  return (
    isSign(tokens[at], numberSigns) ||
    (isWord(tokens[at], numberWords) && (wholeNumber(tokens[at + 1]) ?? wholeNumber(tokens[at + 2])) !== null)
  );
}
