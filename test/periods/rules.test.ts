// Periods of a periodic task: marks, gaps, and the terms of a school year as they are typed.
import { describe, expect, it } from 'vitest';
import { readTerms } from '../../src/periods/calendar-rules.ts';
import { markOf, rowOf, shownPeriods } from '../../src/periods/rules.ts';

describe('the mark of a period', () => {
  it.each([
    ['accepted', true, false, 'done'],
    ['accepted', false, false, 'late'],
    ['submitted', null, false, 'done'],
    ['returned', null, false, 'returned'],
    ['returned', null, true, 'gap'],
    ['assigned', null, false, 'ahead'],
    ['acknowledged', null, true, 'gap'],
    ['withdrawn', null, true, 'none'],
  ] as const)('%s (in time: %s, overdue: %s) is %s', (state, inTime, overdue, mark) => {
    expect(markOf({ state, inTime, overdue })).toBe(mark);
  });
});

describe('the periods shown', () => {
  const all = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];

  it('hold those between the opened ones that never opened, and no later ones', () => {
    expect(shownPeriods(all, ['2026-11', '2027-02'], 12)).toEqual([
      { period: '2026-11', opened: true },
      { period: '2026-12', opened: false },
      { period: '2027-01', opened: false },
      { period: '2027-02', opened: true },
    ]);
  });

  it('are the latest ones, and keep what was opened under another name', () => {
    expect(shownPeriods(all, ['2026-T1', '2026-11'], 12).map(({ period }) => period)).toEqual(['2026-T1', '2026-11']);
    expect(shownPeriods(all, all, 2).map(({ period }) => period)).toEqual(['2027-02', '2027-03']);
    expect(shownPeriods(all, [], 12)).toEqual([]);
  });

  it('are a gap for all where nothing opened, and nothing for who did not take part', () => {
    const periods = shownPeriods(all, ['2026-11', '2027-01'], 12);
    const shares = [{ postId: 1, period: '2027-01', state: 'submitted' as const, inTime: null, overdue: false }];
    expect(rowOf(1, periods, shares)).toEqual(['none', 'gap', 'done']);
    expect(rowOf(2, periods, shares)).toEqual(['none', 'gap', 'none']);
  });
});

describe('terms of a school year', () => {
  it('are read in order, by lines or commas', () => {
    expect(readTerms('01.09.2026 - 25.10.2026, 03.11.2026-27.12.2026', 2026)).toEqual([
      { start: '2026-09-01', end: '2026-10-25' },
      { start: '2026-11-03', end: '2026-12-27' },
    ]);
  });

  it.each([
    '',
    '01.09.2026-25.10.2026',
    '01.09.2026-25.10.2026\n20.10.2026-27.12.2026',
    '25.10.2026-01.09.2026\n03.11.2026-27.12.2026',
    '31.09.2026-25.10.2026\n03.11.2026-27.12.2026',
    '01.09.2025-25.10.2025\n03.11.2025-27.12.2025',
    'осень\nзима',
  ])('are refused: %j', (typed) => expect(readTerms(typed, 2026)).toBeNull());
});
