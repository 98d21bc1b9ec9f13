// Digest rules: when an issue is due, what week it tells of, which units stand out.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { dueIssue, periodBefore, standings } from '../../src/digests/rules.ts';
import { rememberDays } from '../../src/reminders/rules.ts';
import { addDays, isoWeek, type Day } from '../../src/time.ts';

const calendar = rememberDays(createCalendar());
const slot = { weekday: 1, hour: 9, created: { day: '2026-11-01', time: '12:00' } };
const at = (local: string) => ({ day: local.slice(0, 10), time: local.slice(11) });
const due = (local: string, over: Partial<typeof slot> = {}) => dueIssue({ ...slot, ...over }, at(local), calendar);

describe('the weekly digest', () => {
  it('is due on Monday at nine and tells of the week before', () => {
    expect(due('2026-12-21T08:59')).toBeNull();
    expect(due('2026-12-21T09:00')).toEqual({ week: '2026-W52', period: { from: '2026-12-14', to: '2026-12-20' } });
  });

  it('comes on the next working day when Monday is a day off, at the same hour, of the same week', () => {
    // 8 March 2027 is a Monday and a holiday; 4 January 2027 is a moved one.
    expect(due('2027-03-08T10:00')).toBeNull();
    expect(due('2027-03-09T08:59')).toBeNull();
    expect(due('2027-03-09T09:00')).toEqual({ week: '2027-W10', period: { from: '2027-03-01', to: '2027-03-07' } });
    expect(due('2027-01-05T09:00')?.week).toBe('2027-W01');
  });

  it('moves into the next week when its Friday is a day off', () => {
    const friday = { weekday: 5 };
    expect(due('2027-01-01T09:00', friday)).toBeNull();
    expect(due('2027-01-05T09:00', friday)?.week).toBe('2026-W53');
    expect(due('2027-01-08T09:00', friday)?.week).toBe('2027-W01');
  });

  it('comes late within two days after downtime, at the chosen hour or later, and then no more', () => {
    expect(due('2026-12-22T09:00')?.week).toBe('2026-W52');
    expect(due('2026-12-22T03:00')).toBeNull();
    expect(due('2026-12-23T20:00')?.week).toBe('2026-W52');
    expect(due('2026-12-24T09:00')).toBeNull();
  });

  it('leaves out an issue from before the subscription', () => {
    expect(due('2026-12-21T10:00', { created: at('2026-12-21T09:30') })).toBeNull();
    expect(due('2026-12-28T09:00', { created: at('2026-12-21T09:30') })?.week).toBe('2026-W53');
  });

  it('has exactly one issue a week for every day, hour and week of two years', () => {
    for (let weekday = 1; weekday <= 7; weekday++) {
      const issues = new Map<string, Day[]>();
      for (let day = '2026-11-02'; day < '2028-11-01'; day = addDays(day, 1)) {
        const issue = dueIssue({ ...slot, weekday }, { day, time: '09:00' }, calendar);
        if (issue) issues.set(issue.week, [...(issues.get(issue.week) ?? []), day]);
      }
      for (let day = '2026-11-09'; day < '2028-10-01'; day = addDays(day, 7)) {
        const [first] = issues.get(isoWeek(day)) ?? [];
        expect(first, `${weekday} in ${isoWeek(day)}`).toBeDefined();
        const wanted = addDays(day, weekday - 1);
        expect(first).toBe(calendar.isWorkingDay(wanted, 5) ? wanted : calendar.nextWorkingDay(wanted, 5));
      }
    }
  });

  it('tells of seven days', () => {
    expect(periodBefore('2027-01-04')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });
});

describe('the units that stand out', () => {
  const org = (path: string, overdue: number, overdueBefore = overdue) => ({ path, overdue, overdueBefore, open: 1 });

  it('are the organisations next below, with everything under them', () => {
    const orgs = [org('/1/2/5/', 3), org('/1/2/6/', 1), org('/1/3/7/', 2), org('/1/4/', 0, 2), org('/1/', 1)];
    expect(standings(orgs, '/1/')).toEqual({
      worst: [
        { orgId: 2, n: 4 },
        { orgId: 3, n: 2 },
        { orgId: 1, n: 1 },
      ],
      best: [{ orgId: 4, n: 2 }],
    });
  });

  it('are one level lower where everything lies in one unit', () => {
    const orgs = [org('/1/2/5/', 1), org('/1/2/6/', 2, 5)];
    expect(standings(orgs, '/').worst).toEqual([
      { orgId: 6, n: 2 },
      { orgId: 5, n: 1 },
    ]);
    expect(standings(orgs, '/1/').best).toEqual([{ orgId: 6, n: 3 }]);
  });

  it('are none where there is nothing to compare', () => {
    expect(standings([org('/1/2/', 5)], '/1/2/')).toEqual({ worst: [], best: [] });
    expect(standings([], '/1/')).toEqual({ worst: [], best: [] });
  });
});
