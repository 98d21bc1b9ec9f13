// The rule of feasts: 'до Наурыза', 'к Дню Республики', 'Тәуелсіздік күніне дейін' are dates of the calendar.
import { remember } from '../remember.ts';
import { fold } from '../words.ts';
import { wordAt, type Line, type Rule } from './line.ts';
import { yearAfter } from './years.ts';

type Feast = { month: number; dayOfMonth: number; stems: string[] };

/** The law on holidays of 13.12.2001, No 267; feasts that move are left out, their date is not in the words. */
const names: [month: number, dayOfMonth: number, russian: string[], kazakh: string[]][] = [
  [1, 7, ['рождеств'], ['рождество мейрам']],
  [
    3,
    21,
    ['наурыза', 'наурызу', 'наурызом', 'праздник наурыз'],
    ['наурыз мейрам', 'наурыз мереке', 'ұлыстың ұлы күні'],
  ],
  [5, 1, ['дн единств'], ['халық бірлігі күні', 'бірлік күні']],
  [5, 7, ['дн защитник отечеств'], ['отан қорғаушы күні', 'отан қорғаушылар күні']],
  [5, 9, ['дн побед'], ['жеңіс күні']],
  [7, 6, ['дн столиц'], ['астана күні', 'елорда күні']],
  [9, 1, ['дн знани'], ['білім күні']],
  [10, 25, ['дн республик'], ['республика күні']],
  [12, 16, ['дн независимост'], ['тәуелсіздік күні']],
];

const byBeginning = new Map<string, Feast[]>();
for (const [month, dayOfMonth, russian, kazakh] of names)
  for (const name of [...russian, ...kazakh]) {
    const stems = name.split(' ').map(fold);
    const key = beginningOf(stems[0] ?? '');
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), { month, dayOfMonth, stems }]);
  }

function beginningOf(word: string): string {
  return word.slice(0, 2);
}

/** True for words with which the name of a feast may begin. */
export const mayBeginFeast = remember((word): boolean =>
  (byBeginning.get(beginningOf(word)) ?? []).some(
    ({ stems: [first] }) => first !== undefined && word.startsWith(first),
  ),
);

/** The date of a feast; only with a preposition or ending, for its name alone is what is celebrated. */
export const feast: Rule = (line, at) => {
  const candidates = byBeginning.get(beginningOf(wordAt(line, at))) ?? [];
  const found = candidates.find(({ stems }) => stems.every((stem, step) => wordAt(line, at + step).startsWith(stem)));
  if (!found) return null;
  const { month, dayOfMonth, stems } = found;
  const year = yearAfter(line, at + stems.length);
  const value = { kind: 'date', month, dayOfMonth, year: year?.year ?? null } as const;
  return { to: year?.to ?? behindName(line, at + stems.length), value, needsRole: true, feast: true };
};

/** 'Дня единства народа Казахстана': the rest of the name. */
function behindName(line: Line, at: number): number {
  let to = at;
  while (/^(?:народ|казахстан|казакстан|респуб)/.test(wordAt(line, to)) && to < at + 3) to += 1;
  return to;
}
