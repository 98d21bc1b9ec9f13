// How well drafts agree with an annotated document: items by shared words, then deadline, first responsible and fan-out of those found.
import { fold } from '../../src/reading/words.ts';
import type { CorpusItem } from '../../src/intake/corpus-lines.ts';

export type GoldItem = CorpusItem & { optional?: boolean };
export type GoldDocument = { id: string; format: string; referenceDate: string; text: string; items: GoldItem[] };

export type Tally = {
  gold: number;
  read: number;
  found: number;
  deadline: number;
  first: number;
  fanOut: number;
  exact: number;
};

/** Counts of one document. Optional items are neither asked for nor held against the reader. */
export function tally(gold: GoldItem[], read: CorpusItem[]): Tally {
  const pairs = pairUp(gold, read);
  const ignored = pairs.filter(([wanted]) => wanted.optional).length;
  const matched = pairs.filter(([wanted]) => !wanted.optional);
  const count = (test: (wanted: GoldItem, got: CorpusItem) => boolean): number =>
    matched.filter(([wanted, got]) => test(wanted, got)).length;
  return {
    gold: gold.filter(({ optional }) => !optional).length,
    read: read.length - ignored,
    found: matched.length,
    deadline: count(sameDeadline),
    first: count(sameFirst),
    fanOut: count((wanted, got) => wanted.fanOut === got.fanOut),
    exact: count((wanted, got) => sameDeadline(wanted, got) && sameFirst(wanted, got)),
  };
}

export function add(a: Tally, b: Tally): Tally {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key as keyof Tally] + b[key as keyof Tally]])) as Tally;
}

/** Of items found and items asked for, the harmonic mean of precision and recall. */
export function f1(hits: number, { read, gold }: Tally): number {
  return read + gold === 0 ? 1 : (2 * hits) / (read + gold);
}

/** Pairs of the most alike texts, each used once; six tenths of the words must be the same. */
function pairUp(gold: GoldItem[], read: CorpusItem[]): [GoldItem, CorpusItem][] {
  const likeness = gold.flatMap((wanted) => read.map((got) => ({ wanted, got, like: alike(wanted.text, got.text) })));
  const used = new Set<object>();
  return likeness
    .filter(({ like }) => like >= 0.6)
    .sort((a, b) => b.like - a.like)
    .flatMap(({ wanted, got }): [GoldItem, CorpusItem][] => {
      if (used.has(wanted) || used.has(got)) return [];
      used.add(wanted).add(got);
      return [[wanted, got]];
    });
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function alike(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}

function sameDeadline({ deadline: a }: CorpusItem, { deadline: b }: CorpusItem): boolean {
  if (a.kind === 'date' && b.kind === 'date') return a.date === b.date;
  if (a.kind === 'recurring' && b.kind === 'recurring') return plainRule(a.rule) === plainRule(b.rule);
  return a.kind === b.kind;
}

/** Without the end of the series; parts and days in order. */
function plainRule(rule: string): string {
  const parts = rule.split(';').filter((part) => !part.startsWith('UNTIL=') && part !== 'INTERVAL=1');
  return parts
    .map((part) => part.replace(/=(.*)/, (_, list: string) => `=${list.split(',').sort().join(',')}`))
    .sort()
    .join(';');
}

/** The same words but for their endings: half of all, or all of the shorter one. */
function sameFirst({ responsible: [a] }: CorpusItem, { responsible: [b] }: CorpusItem): boolean {
  if (a === undefined || b === undefined) return a === b;
  const halves = a.split(' / ');
  return [a, ...halves, a.replace(/\([^)]*\)/g, ' ')].some((form) => sameWords(wordsOf(form), wordsOf(b)));
}

function sameWords(a: string[], b: string[]): boolean {
  const left = [...b];
  const shared = a.filter((word) => {
    const place = left.findIndex((other) => stem(other) === stem(word));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  }).length;
  const shorter = Math.min(a.length, b.length);
  return shared / (a.length + b.length - shared || 1) >= 0.5 || (shared === shorter && shorter >= 2);
}

const stem = (word: string): string => (/\d/.test(word) ? word : word.slice(0, Math.max(4, word.length - 3)));
