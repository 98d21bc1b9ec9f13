// When the indicators of a problem have reached their plan (seed row S12), and filters that come back from their buttons.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/indicators/rules.ts';
import { everything, filterCode, readFilter, targetOf } from '../../src/problems/rules.ts';

const row = (plan: number | null, fact: number | null, words: string | null = null): Row => ({
  ...{ plan, fact, words, baseline: null, before: null },
});

describe('a target', () => {
  const count = { kind: 'count', wholeNumbers: true, lowerIsBetter: false } as const;
  const falling = { kind: 'count', wholeNumbers: true, lowerIsBetter: true } as const;
  const percent = { kind: 'percent', wholeNumbers: false, lowerIsBetter: false } as const;
  const rank = { kind: 'rank', wholeNumbers: true, lowerIsBetter: true } as const;

  it.each([
    ['what adds up is compared as a whole', count, [row(20, 18), row(13, 15)], true],
    ['one short of the plan', count, [row(20, 20), row(13, 12)], false],
    ['words are no number', count, [row(20, null, 'аналогичная работа')], false],
    ['no plan', count, [row(null, 20)], false],
    ['no numbers at all', count, [], false],
    ['what is to fall and was told by all', falling, [row(5, 2), row(5, 6)], true],
    ['what is to fall and was told by some', falling, [row(5, 2), row(5, null)], false],
    ['what is to fall, with words in the place of a number', falling, [row(9, 2), row(null, null, 'мало')], false],
    ['what is to fall, planned above and told below', falling, [row(9, null), row(null, 4), row(null, 5)], true],
    ['a plan of nothing is met by nothing', count, [row(0, 0)], true],
    ['of per cents each must reach its own', percent, [row(90, 100), row(90, 80)], false],
    ['a rank is met from below', rank, [row(3, 2), row(5, 5)], true],
    ['a rank that was not told', rank, [row(3, 2), row(5, null)], false],
  ])('%s', (_name, indicator, rows, met) => {
    expect(targetOf(indicator, rows).met).toBe(met);
  });

  it('a filter comes back from its button, and nothing else does', () => {
    for (const filter of [everything, { severity: 'minor', orgId: 345, state: 'all' } as const])
      expect(readFilter(filterCode(filter))).toEqual(filter);
    expect(['', 't9', 's5t0', 'o1', 't0; DROP'].map((code) => readFilter(code))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
