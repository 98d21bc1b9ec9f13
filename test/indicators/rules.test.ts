// Numbers as people type them, norms that round up, plan against fact, totals; and the periods they are for.
import { describe, expect, it, test } from 'vitest';
import { createSchoolYears } from '../../src/calendar.ts';
import {
  isPeriod,
  periodAt,
  type PeriodKind,
  periodKinds,
  printPeriod,
  shiftPeriod,
} from '../../src/indicators/period-rules.ts';
import {
  changeSince,
  comparable,
  compare,
  type Measure,
  readNumber,
  required,
  type Row,
  totalOf,
} from '../../src/indicators/rules.ts';

const count: Measure = { kind: 'count', wholeNumbers: true, lowerIsBetter: false };
const rank: Measure = { kind: 'rank', wholeNumbers: true, lowerIsBetter: true };
const percent: Measure = { kind: 'percent', wholeNumbers: false, lowerIsBetter: false };
const score: Measure = { kind: 'score', wholeNumbers: false, lowerIsBetter: false };

describe('a typed number', () => {
  test.each<[string, Measure, ReturnType<typeof readNumber>]>([
    ['34', count, { value: 34 }],
    [' 1 006 ', count, { value: 1006 }],
    ['1\u00a0006', count, { value: 1006 }],
    ['397\u202f000', count, { value: 397_000 }],
    ['0', count, { value: 0 }],
    ['12,5', score, { value: 12.5 }],
    ['12.5', score, { value: 12.5 }],
    ['85 %', percent, { value: 85 }],
    ['85,5%', percent, { value: 85.5 }],
    ['101', percent, { fault: 'over', most: 100 }],
    ['-3', count, { fault: 'negative' }],
    ['−3', count, { fault: 'negative' }],
    ['12,5', count, { fault: 'fraction' }],
    ['34 школы', count, { fault: 'words', value: 34 }],
    ['шамамен 1 006 маман', count, { fault: 'words', value: 1006 }],
    ['20 школ и 105 кабинетов', count, { fault: 'unclear' }],
    ['аналогичная работа', count, { fault: 'none' }],
    ['', count, { fault: 'none' }],
    ['1,006', count, { fault: 'unclear' }],
    ['1e5', count, { fault: 'unclear' }],
    ['=2+2', count, { fault: 'unclear' }],
    ['99999999999999', count, { fault: 'over', most: 1e12 }],
    ['0', rank, { fault: 'unclear' }],
    ['1', rank, { value: 1 }],
  ])('"%s" is read as it is meant, or not at all', (text, measure, read) =>
    expect(readNumber(text, measure)).toEqual(read),
  );
});

describe('a norm', () => {
  test.each([
    [397_000, 5000, 80],
    [400_000, 5000, 80],
    [400_001, 5000, 81],
    [1, 5000, 1],
    [0, 5000, 0],
  ])('of %i, one for %i, is %i', (amount, per, wanted) => expect(required(amount, per)).toBe(wanted));

  it('for every zero is refused', () => expect(() => required(10, 0)).toThrow(RangeError));
});

describe('plan and fact', () => {
  test.each<[Measure, number | null, number | null, ReturnType<typeof compare>]>([
    [count, 33, 0, { deviation: -33, percent: 0, met: false }],
    [count, 34, 34, { deviation: 0, percent: 100, met: true }],
    [count, 1383, 1006, { deviation: -377, percent: 72.7, met: false }],
    [count, 0, 5, { deviation: 5, percent: null, met: true }],
    [count, null, 5, { deviation: null, percent: null, met: null }],
    [count, 5, null, { deviation: null, percent: null, met: null }],
    [rank, 3, 2, { deviation: -1, percent: null, met: true }],
    [rank, 3, 4, { deviation: 1, percent: null, met: false }],
    [score, 0.3, 0.1, { deviation: -0.2, percent: 33.3, met: false }],
  ])('%#: are compared without dividing by nothing', (measure, plan, fact, result) =>
    expect(compare(measure, plan, fact)).toEqual(result),
  );
});

describe('a fact against an earlier number', () => {
  test.each<[string, Measure, number | null, number | null, ReturnType<typeof changeSince>]>([
    ['more of what is counted is better', count, 303, 1006, { by: 703, way: 'better' }],
    ['a lower score is worse', score, 72.5, 71.25, { by: -1.25, way: 'worse' }],
    ['a higher place is worse', rank, 3, 4, { by: 1, way: 'worse' }],
    ['a lower place is better', rank, 3, 1, { by: -2, way: 'better' }],
    ['the same is neither', percent, 0, 0, { by: 0, way: 'same' }],
    ['nothing is said without the earlier one', count, null, 5, null],
    ['nothing is said without a fact', count, 5, null, null],
  ])('%s', (_name, measure, earlier, fact, change) => expect(changeSince(measure, earlier, fact)).toEqual(change));
});

describe('totals', () => {
  const row = (fact: number | null, plan: number | null = null, words: string | null = null): Row => ({
    plan,
    fact,
    baseline: null,
    before: null,
    words,
  });

  it('add counts, and say how many answered without a number', () => {
    expect(totalOf(count, [row(34, 33), row(20), row(null, 5, 'аналогичная работа'), row(null)])).toEqual({
      plan: 38,
      fact: 54,
      baseline: null,
      before: null,
      answered: 3,
      withoutNumber: 1,
    });
  });

  it('are compared with an earlier number only where the same organisations have both', () => {
    const grown = { ...row(1006), baseline: 303, before: 900 };
    expect([comparable([grown], 'baseline'), comparable([grown, row(null)], 'before')]).toEqual([true, true]);
    expect([
      comparable([grown, row(5)], 'baseline'),
      comparable([grown, { ...row(null), before: 7 }], 'before'),
    ]).toEqual([false, false]);
  });

  it('are the mean of scores, and nothing for ranks', () => {
    expect(totalOf(score, [row(0.1), row(0.2)]).fact).toBe(0.2);
    expect(totalOf(percent, [row(50), row(75.5)]).fact).toBe(62.8);
    expect(totalOf(rank, [row(1), row(2)]).fact).toBeNull();
    expect(totalOf(count, []).fact).toBeNull();
  });
});

describe('a period', () => {
  test.each<[PeriodKind, string, boolean]>([
    ['year', '2026', true],
    ['quarter', '2026-Q4', true],
    ['quarter', '2026-Q5', false],
    ['month', '2026-13', false],
    ['school_year', '2026/27', true],
    ['school_year', '2026/28', false],
    ['school_year', '2099/00', true],
  ])('of a %s: "%s" is one: %s', (kind, period, is) => expect(isPeriod(kind, period)).toBe(is));

  test.each<[PeriodKind, string, string]>([
    ['year', '2026-11-22', '2026'],
    ['quarter', '2026-11-22', '2026-Q4'],
    ['month', '2026-11-22', '2026-11'],
    ['school_year', '2026-08-31', '2025/26'],
    ['school_year', '2026-09-01', '2026/27'],
  ])('%s of %s is %s', (kind, day, period) => expect(periodAt(kind, day)).toBe(period));

  it('of a school year begins on the day that was entered', () => {
    const terms = createSchoolYears(new Map([[2026, [{ start: '2026-08-25', end: '2026-10-25' }]]]));
    expect(['2026-08-24', '2026-08-25'].map((day) => periodAt('school_year', day, terms))).toEqual([
      '2025/26',
      '2026/27',
    ]);
  });

  it('moved forth and back is itself, and always a period', () => {
    for (const kind of periodKinds)
      for (let by = -15; by <= 15; by += 1) {
        const moved = shiftPeriod(kind, periodAt(kind, '2026-11-22'), by);
        expect(isPeriod(kind, moved), moved).toBe(true);
        expect(shiftPeriod(kind, moved, -by)).toBe(periodAt(kind, '2026-11-22'));
      }
  });

  it('is written as official papers do', () => {
    expect(printPeriod('kk', 'quarter', '2026-Q4')).toBe('2026 жылғы IV тоқсан');
    expect(printPeriod('ru', 'quarter', '2026-Q4')).toBe('IV квартал 2026 г.');
    expect(printPeriod('kk', 'school_year', '2026/27')).toBe('2026–2027 оқу жылы');
    expect(printPeriod('kk', 'month', '2026-12')).toBe('2026 жылғы желтоқсан');
  });
});
