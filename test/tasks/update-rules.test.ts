// When news of a task is expected, and how many updates did not come.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { missedSince, nextUpdate, updateRateOf, updateRules } from '../../src/tasks/update-rules.ts';

const week = { calendar: createCalendar(), week: 5 as const };

describe('the next update', () => {
  it.each([
    ['weekly', '2026-11-23', '2026-11-30'],
    ['fortnightly', '2026-11-23', '2026-12-07'],
    ['monthly', '2026-11-23', '2026-12-23'],
    ['monthly', '2027-01-31', '2027-03-01'],
    ['quarterly', '2026-11-23', '2027-02-23'],
    // 16 December is a holiday.
    ['weekly', '2026-12-09', '2026-12-17'],
  ] as const)('%s after %s is expected by %s', (rate, from, day) => {
    expect(nextUpdate(rate, from, week)).toBe(day);
  });
});

describe('missed updates', () => {
  it('are counted from the day after the expected one, each period once', () => {
    expect(missedSince('weekly', '2026-11-30', '2026-11-30')).toBe(0);
    expect(missedSince('weekly', '2026-11-30', '2026-12-01')).toBe(1);
    expect(missedSince('weekly', '2026-11-30', '2026-12-07')).toBe(1);
    expect(missedSince('weekly', '2026-11-30', '2026-12-08')).toBe(2);
    expect(missedSince('monthly', '2026-11-30', '2027-02-01')).toBe(3);
  });
});

describe('a stored rule', () => {
  it('is known again, another one is none', () => {
    expect(updateRateOf(updateRules.fortnightly)).toBe('fortnightly');
    expect(updateRateOf('FREQ=DAILY')).toBeNull();
    expect(updateRateOf(null)).toBeNull();
  });
});
