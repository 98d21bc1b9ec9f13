// Numbers of indicators: how they are read, compared and added up. Pure.

export const indicatorKinds = ['count', 'sum', 'percent', 'score', 'ratio', 'rank'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];
export const valueKinds = ['plan', 'fact', 'baseline'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What the rules need to know of an indicator. */
export type Measure = {
  kind: IndicatorKind;
  wholeNumbers: boolean;
  lowerIsBetter: boolean;
};

/** Why words are no number for this indicator; `words` holds a number among words ("34 школы"), which is offered back. */
export type NumberFault =
  | { fault: 'none' }
  | { fault: 'words'; value: number }
  | { fault: 'negative' }
  | { fault: 'fraction' }
  | { fault: 'over'; most: number }
  | { fault: 'unclear' };
export type NumberRead = { value: number } | NumberFault;

/** Beyond this a number is a slip of the finger, and would not fit its column. */
const largest = 1e12;

/**
 * Reads a number as people in Kazakhstan type it: '1 006' with any space, '12,5' or '12.5', '85 %' for a per cent. Words around it are not
 * swallowed silently (issue: "34 школы" in a number field).
 */
export function readNumber(text: string, { kind, wholeNumbers }: Pick<Measure, 'kind' | 'wholeNumbers'>): NumberRead {
  const trimmed = text.trim();
  const bare = kind === 'percent' ? trimmed.replace(/\s*%$/, '') : trimmed;
  const value = toNumber(bare);
  if (value === null) return amongWords(bare);
  if (value < 0) return { fault: 'negative' };
  if (value > largest) return { fault: 'over', most: largest };
  if (kind === 'percent' && value > 100) return { fault: 'over', most: 100 };
  if (kind === 'rank' && value < 1) return { fault: 'unclear' };
  if ((wholeNumbers || kind === 'rank') && !Number.isInteger(value)) return { fault: 'fraction' };
  return { value };
}

/** Groups of three, or plain digits; a comma or dot before at most four decimals. '1,006' could be either and is not guessed. */
export function toNumber(text: string): number | null {
  const match = /^([-−–]?)(\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(?:([.,])(\d{1,4}))?$/u.exec(text);
  if (!match) return null;
  const [, sign, whole = '', mark, decimals = ''] = match;
  if (mark === ',' && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return null;
  const value = Number(`${whole.replace(/\D/g, '')}${decimals && `.${decimals}`}`);
  return sign ? -value : value;
}

function amongWords(text: string): NumberFault {
  const found = text.match(/\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+(?:[.,]\d{1,4})?/gu) ?? [];
  if (found.length === 0) return { fault: 'none' };
  const value = found.length === 1 && /\p{L}/u.test(text) ? toNumber(found[0]) : null;
  return value === null ? { fault: 'unclear' } : { fault: 'words', value };
}

/** Longest words that say where a number comes from, in characters. */
export const longestSource = 200;
/** Source of what was taken over from the answers to a collection; no words of a person. */
export const collectionSource = 'collection';

/** Where a number comes from (seed rows S13, S21), as one line; null for no words. */
export function readSource(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, longestSource);
  if (line === collectionSource) return `«${line}»`;
  return line === '' ? null : line;
}

/** How many a norm asks for: one for every so many, a started one counts (seed row S20: 397,000 children, 1 for 5,000: 80). */
export function required(amount: number, per: number): number {
  if (!(per > 0)) throw new RangeError('a norm needs a number above zero');
  return Math.ceil(amount / per);
}

export type Comparison = {
  /** fact - plan; null where one of them is missing. */
  deviation: number | null;
  /** fact of the plan, 0 to ..., in per cent with one decimal; null where there is no plan, or a plan of nothing. */
  percent: number | null;
  /** Whether the plan is met; null where it cannot be said. */
  met: boolean | null;
};

/** Plan against fact (seed row S14: 0 of 33 is 0 %, a plan of 0 has no per cent). Of ranks and the like the lower is the better (A39). */
export function compare({ kind, lowerIsBetter }: Measure, plan: number | null, fact: number | null): Comparison {
  if (plan === null || fact === null) return { deviation: null, percent: null, met: null };
  const falling = lowerIsBetter || kind === 'rank';
  const percent = plan === 0 || falling ? null : tenth((fact / plan) * 100);
  return { deviation: fourth(fact - plan), percent, met: falling ? fact <= plan : fact >= plan };
}

/** What a fact is compared with: its plan, where it began (A39), the period before (A14). */
export type Numbers = Record<ValueKind | 'before', number | null>;

export type Change = { by: number; way: 'better' | 'worse' | 'same' };

/** How far a fact has come since an earlier number of the same indicator; null where one of them is missing. */
export function changeSince(
  { kind, lowerIsBetter }: Measure,
  earlier: number | null,
  fact: number | null,
): Change | null {
  if (earlier === null || fact === null) return null;
  const by = fourth(fact - earlier);
  const falling = lowerIsBetter || kind === 'rank';
  return { by, way: by === 0 ? 'same' : by < 0 === falling ? 'better' : 'worse' };
}

/** One organisation's numbers; `words` is an answer without a number. */
export type Row = Numbers & { words: string | null };
export type Total = Numbers & {
  /** Organisations with a fact, and of them those that answered in words only. */
  answered: number;
  withoutNumber: number;
};

/** What all organisations have together: counts and sums add up, of per cents and scores the mean is told, ranks have neither. */
export function totalOf({ kind }: Pick<Measure, 'kind'>, rows: Row[]): Total {
  const together = (of: keyof Numbers): number | null => {
    const values = rows.flatMap((row) => row[of] ?? []);
    if (values.length === 0 || kind === 'rank') return null;
    const sum = values.reduce((total, value) => total + value, 0);
    return kind === 'percent' || kind === 'score' ? tenth(sum / values.length) : fourth(sum);
  };
  return {
    plan: together('plan'),
    fact: together('fact'),
    baseline: together('baseline'),
    before: together('before'),
    answered: rows.filter(({ fact, words }) => fact !== null || words !== null).length,
    withoutNumber: rows.filter(({ fact, words }) => fact === null && words !== null).length,
  };
}

/** Whether the totals of fact and of an earlier number can be compared: the same organisations have both. */
export function comparable(rows: Row[], earlier: 'baseline' | 'before'): boolean {
  return rows.every((row) => (row.fact === null) === (row[earlier] === null));
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const fourth = (value: number): number => Math.round(value * 10_000) / 10_000;
