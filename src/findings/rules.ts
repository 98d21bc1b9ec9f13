// Findings of inspections: their categories and severities as people write them, how far each has come, which of them a screen shows. Pure.
import { fold } from '../reading/words.ts';

export const categories = ['sanitary', 'fire', 'teaching', 'upbringing', 'finance', 'rights', 'other'] as const;
export type Category = (typeof categories)[number];
export const severities = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof severities)[number];

/** How far a finding has come; it follows from its two tasks, only a withdrawal is written down (product journey J11). */
export const stages = [
  'new',
  'asked',
  'explanation-review',
  'explained',
  'remedying',
  'remedy-review',
  'closed',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** Beginnings of words, folded: Kazakh letters as typed on a Russian keyboard. */
const categoryWords: Record<Category, string[]> = {
  sanitary: ['санит', 'санпин', 'сэс', 'гигиен', 'sanit', 'hygien'],
  fire: ['пожар', 'орт ', 'ортке', 'орттен', 'fire'],
  teaching: ['учеб', 'обучен', 'оку', 'teach'],
  upbringing: ['воспит', 'тарбие', 'upbring'],
  finance: ['финанс', 'каржы', 'бюджет', 'закуп', 'financ'],
  rights: ['права', 'защита прав', 'кукык', 'кукыг', 'бала кукы', 'rights'],
  other: ['проч', 'ино', 'друг', 'баска', 'озге', 'other'],
};
const severityWords: Record<Severity, string[]> = {
  critical: ['критич', 'груб', 'оте ауыр', 'аса ауыр', 'сыни', 'critical'],
  major: ['существ', 'значит', 'серьез', 'елеул', 'манызды', 'ауыр', 'major', 'средн', 'орташа'],
  minor: ['незнач', 'несуществ', 'мелк', 'легк', 'болмашы', 'усак', 'елеусиз', 'женил', 'minor'],
};

/** 'Пожарная безопасность', 'өрт', 'fire' -> fire; null for words that name no category. */
export function readCategory(text: string): Category | null {
  return begins(text, categoryWords, categories);
}

/** 'критическая', 'елеулі', 'minor'; null for words that name no severity. */
export function readSeverity(text: string): Severity | null {
  return begins(text, severityWords, ['minor', 'critical', 'major'] as const);
}

function begins<V extends string>(text: string, words: Record<V, string[]>, values: readonly V[]): V | null {
  const folded = `${fold(text).trim()} `;
  return values.find((value) => words[value].some((word) => folded.startsWith(word))) ?? null;
}

/** Which findings a screen shows; null leaves a part open. */
export type Filter = {
  category: Category | null;
  severity: Severity | null;
  inspectionId: number | null;
  orgId: number | null;
  state: FilterState;
};
/** open: neither closed nor withdrawn. */
export const filterStates = ['open', 'overdue', 'review', 'closed', 'withdrawn', 'all'] as const;
export type FilterState = (typeof filterStates)[number];

export const everything: Filter = { category: null, severity: null, inspectionId: null, orgId: null, state: 'open' };

/** The filter as a part of callback data: 'c1s0a12o345t0', only what is set. */
export function filterCode({ category, severity, inspectionId, orgId, state }: Filter): string {
  return [
    category === null ? '' : `c${categories.indexOf(category)}`,
    severity === null ? '' : `s${severities.indexOf(severity)}`,
    inspectionId === null ? '' : `a${inspectionId}`,
    orgId === null ? '' : `o${orgId}`,
    `t${filterStates.indexOf(state)}`,
  ].join('');
}

/** Reads what `filterCode` wrote; null for anything else: such data never came from us. */
export function readFilter(code: string | undefined): Filter | null {
  const match = /^(?:c(\d))?(?:s(\d))?(?:a(\d{1,9}))?(?:o(\d{1,9}))?t(\d)$/.exec(code ?? '');
  const state = match && filterStates[Number(match[5])];
  if (!match || !state) return null;
  const category = match[1] === undefined ? null : categories[Number(match[1])];
  const severity = match[2] === undefined ? null : severities[Number(match[2])];
  if (category === undefined || severity === undefined) return null;
  const id = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return { category, severity, inspectionId: id(match[3]), orgId: id(match[4]), state };
}

/** What can be chosen on a screen of its own. */
export const dimensions = ['category', 'severity', 'state', 'act', 'org'] as const;
export type Dimension = (typeof dimensions)[number];

/** '№ 15-Ф ' -> '15-Ф': the mark before a number is not part of it. */
export function cleanActNumber(text: string): string {
  return text
    .replace(/^\s*(?:акт\s*)?(?:№|N[oº°]?\.?(?=[\s\d]))\s*/iu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name of a body for comparison: letters and digits only. */
export function foldBody(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
