// Which organisations are units, which weeks are compared, where a school stands.
import { describe, expect, it } from 'vitest';
import { type OrgCounts, statusOf, unitsOf, weeksOf, weeksUntil } from '../../src/stats/rules.ts';

const org = (path: string, counts: Partial<OrgCounts> = {}): OrgCounts => ({
  path,
  inTime: 0,
  late: 0,
  work: 0,
  overdue: 0,
  ...counts,
});

describe('units', () => {
  it('are next below the top, with all that lies under them, the most overdue first', () => {
    const units = unitsOf(
      [
        org('/1/2/5/', { work: 3 }),
        org('/1/2/6/', { inTime: 1 }),
        org('/1/3/', { overdue: 2 }),
        org('/1/', { late: 1 }),
      ],
      ['/1/'],
    );
    expect(units).toEqual([
      { orgId: 3, inTime: 0, late: 0, work: 0, overdue: 2 },
      { orgId: 2, inTime: 1, late: 0, work: 3, overdue: 0 },
      { orgId: 1, alone: true, inTime: 0, late: 1, work: 0, overdue: 0 },
    ]);
  });

  it('are looked for further down where all lies in one of them', () => {
    const units = unitsOf([org('/1/2/5/', { work: 3 }), org('/1/2/6/', { work: 1 })], ['/1/']);
    expect(units.map(({ orgId }) => orgId)).toEqual([5, 6]);
  });

  it('of two parts of the tree stand together', () => {
    const orgs = [org('/1/2/5/', { work: 3 }), org('/1/2/6/', { work: 9 }), org('/1/4/7/', { work: 5 })];
    expect(unitsOf(orgs, ['/1/2/', '/1/4/']).map(({ orgId }) => orgId)).toEqual([6, 7, 5]);
  });

  it('of nothing are none', () => {
    expect(unitsOf([], ['/1/'])).toEqual([]);
  });
});

describe('the eight weeks', () => {
  it('are calendar weeks up to that of the day', () => {
    const weeks = weeksOf('2026-11-20');
    expect(weeks).toHaveLength(8);
    expect(weeks[0]).toEqual({ from: '2026-09-28', to: '2026-10-04' });
    expect(weeks[7]).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  it('of a digest end with its own seven days', () => {
    expect(weeksUntil('2026-11-24').slice(-2)).toEqual([
      { from: '2026-11-11', to: '2026-11-17' },
      { from: '2026-11-18', to: '2026-11-24' },
    ]);
  });
});

describe('a school', () => {
  const counts = { inTime: 5, late: 0, review: 0, work: 0, overdue: 0 };
  it.each([
    [counts, 'inTime'],
    [{ ...counts, late: 1 }, 'late'],
    [{ ...counts, late: 1, review: 1 }, 'review'],
    [{ ...counts, review: 1, work: 1 }, 'work'],
    [{ ...counts, work: 7, overdue: 1 }, 'overdue'],
  ])('stands where the worst of its shares stands (%#)', (of, status) => {
    expect(statusOf(of)).toBe(status);
  });
});
