// Rules of the review, pure: which doubts a change settles, the next doubtful item, parting and joining texts, who may take over.
import type { Doubt } from '../tasks/rules.ts';
import { maxTaskText } from '../tasks/rules.ts';
import type { ItemField, Lack } from './rules.ts';

/** Minutes after which a review that nobody touches may be taken over. */
export const idleMinutes = 60;
/** Most parts that an item can be parted into at once. */
export const mostParts = 10;

const fieldOfDoubt: [RegExp, ItemField][] = [
  [/executor|addressee|schools|fan-?out|outside|scope|names?$/, 'executors'],
  [/date|year|week|weekday|recurring|time|term|quarter|deadline|day|month|period|season|range/, 'due'],
  [/form/, 'form'],
  [/kind|force/, 'kind'],
];

/** The field of an item that a doubt is about; a doubt about nothing else is about its text. */
export function fieldOf({ key }: Pick<Doubt, 'key'>): ItemField {
  return fieldOfDoubt.find(([pattern]) => pattern.test(key))?.[1] ?? 'text';
}

/** The doubts that remain after a person set these fields. */
export function doubtsAfter(doubts: Doubt[], fields: ItemField[]): Doubt[] {
  return doubts.filter((doubt) => !fields.includes(fieldOf(doubt)));
}

const lackOfDoubt: Record<string, Lack> = { 'reading-doubt-no-executor': 'executors', 'reading-doubt-no-date': 'due' };
const fieldOfLack: Partial<Record<Lack, ItemField>> = { executors: 'executors', due: 'due' };

/** The doubts to be shown: that nothing is named is said by what the item lacks, as long as it lacks it. */
export function openDoubts({ doubts, missing }: { doubts: Doubt[]; missing: Lack[] }): Doubt[] {
  return doubts.filter(({ key }) => {
    const lack = lackOfDoubt[key];
    return lack === undefined || !missing.includes(lack);
  });
}

/** What an item lacks and no shown doubt explains: 'executor unknown: ...' says that there is none. */
export function untoldLacks(item: { doubts: Doubt[]; missing: Lack[] }): Lack[] {
  const told = new Set(openDoubts(item).map(fieldOf));
  return item.missing.filter((lack) => {
    const field = fieldOfLack[lack];
    return field === undefined || !told.has(field);
  });
}

/** The next item with a doubt behind this one, from the beginning again after the last; null when there is none. */
export function nextDoubtful<I extends { taskId: number; doubts: Doubt[]; state: string }>(
  items: I[],
  taskId: number | null,
): I | null {
  const at = items.findIndex((item) => item.taskId === taskId);
  const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return turned.find((item) => item.state === 'draft' && item.doubts.length > 0) ?? null;
}

/** Several lines, else clauses parted by semicolons, else sentences: how a person would part this text. One part when it cannot be parted. */
export function partsOf(text: string): string[] {
  const patterns = [/\n+/, /;\s*/, /(?<=[\p{L}\p{N}»")]{3}[.!?])\s+(?=[\p{Lu}«])/u];
  for (const pattern of patterns) {
    const parts = text.split(pattern).map(tidied).filter(Boolean);
    if (parts.length > 1) return parts.slice(0, mostParts);
  }
  return [tidied(text)];
}

function tidied(part: string): string {
  return part
    .trim()
    .replace(/^(?:[-–—•*]|\d{1,2}[.)])\s+/, '')
    .replace(/[;,]$/, '')
    .trim();
}

/** Two texts as one, each keeping its sentence; cut where it would not fit into an item. */
export function joined(first: string, second: string): string {
  const head = first.trim().replace(/[.;,]+$/, '');
  return `${head}; ${second.trim()}`.slice(0, maxTaskText);
}

/** True when a review has been left alone long enough for somebody else to take it over. */
export function isIdle({ touchedAt }: { touchedAt: Date }, now: Date): boolean {
  return now.getTime() - touchedAt.getTime() >= idleMinutes * 60_000;
}
