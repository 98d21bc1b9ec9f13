// Digest rules: when an issue is due, what week it tells of, which units stand out.
import { describe, expect, it } from 'vitest';
import { createCalendar, type Week } from '../../src/calendar.ts';
import { dueIssue, nextWanted, periodBefore, standings } from '../../src/digests/rules.ts';
import { rememberDays } from '../../src/reminders/rules.ts';
import { addDays, type Day } from '../../src/time.ts';

const calendar = rememberDays(createCalendar());
const slot = { weekday: 1, hour: 9 };
const at = (local: string) => ({ day: local.slice(0, 10), time: local.slice(11) });
const due = (local: string, over: Partial<typeof slot> = {}, week: Week = 5) =>
  dueIssue({ ...slot, ...over }, at(local), { calendar, week });

describe('the weekly digest', () => {
  it('is due on Monday at nine and tells of the week before', () => {
    expect(due('2026-12-21T08:59')).toBeNull();
    expect(due('2026-12-21T09:00')).toEqual({ wanted: '2026-12-21', period: { from: '2026-12-14', to: '2026-12-20' } });
  });

  it('comes on the next working day when Monday is a day off, at the same hour, of the same week', () => {
    // 8 March 2027 is a Monday and a holiday; 4 January 2027 is a moved one.
    expect(due('2027-03-08T10:00')).toBeNull();
    expect(due('2027-03-09T08:59')).toBeNull();
    expect(due('2027-03-09T09:00')).toEqual({ wanted: '2027-03-08', period: { from: '2027-03-01', to: '2027-03-07' } });
    expect(due('2027-01-05T09:00')?.wanted).toBe('2027-01-04');
  });

  it('moves into the next week when its Friday is a day off', () => {
    const friday = { weekday: 5 };
    expect(due('2027-01-01T09:00', friday)).toBeNull();
    expect(due('2027-01-05T09:00', friday)?.wanted).toBe('2027-01-01');
    expect(due('2027-01-08T09:00', friday)?.wanted).toBe('2027-01-08');
  });

  it('comes after downtime of whatever length, at the chosen hour or later, never at night, and only the latest one', () => {
    for (const day of ['2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25']) {
      expect(due(`${day}T09:00`)?.wanted).toBe('2026-12-21');
      expect(due(`${day}T19:59`)?.wanted).toBe('2026-12-21');
      expect(due(`${day}T03:00`)).toBeNull();
      expect(due(`${day}T20:00`)).toBeNull();
    }
    expect(due('2026-12-28T08:00')).toBeNull();
    expect(due('2026-12-28T09:00')?.wanted).toBe('2026-12-28');
  });

  it('missed on Friday evening comes on Monday, or on Saturday to who works six days', () => {
    const friday = { weekday: 5, hour: 16 };
    expect(due('2026-12-19T16:00', friday)).toBeNull();
    expect(due('2026-12-21T16:00', friday)?.wanted).toBe('2026-12-18');
    expect(due('2026-12-19T16:00', friday, 6)?.wanted).toBe('2026-12-18');
  });

  it('is next wanted on the same weekday, after now', () => {
    expect(nextWanted(slot, at('2026-12-21T08:59'))).toBe('2026-12-21');
    expect(nextWanted(slot, at('2026-12-21T09:00'))).toBe('2026-12-28');
    expect(nextWanted({ weekday: 5, hour: 16 }, at('2026-12-21T09:00'))).toBe('2026-12-25');
  });

  it.each<Week>([5, 6])(
    'comes once for every week of two years, whatever the day, on the first working day (%i days)',
    (week) => {
      for (let weekday = 1; weekday <= 7; weekday++) {
        const first = new Map<Day, Day>();
        for (let day = '2026-11-02'; day < '2028-11-01'; day = addDays(day, 1)) {
          const issue = dueIssue({ weekday, hour: 9 }, { day, time: '09:00' }, { calendar, week });
          if (issue && !first.has(issue.wanted)) first.set(issue.wanted, day);
        }
        for (let monday = '2026-11-09'; monday < '2028-10-01'; monday = addDays(monday, 7)) {
          const wanted = addDays(monday, weekday - 1);
          expect(first.get(wanted)).toBe(
            calendar.isWorkingDay(wanted, week) ? wanted : calendar.nextWorkingDay(wanted, week),
          );
        }
      }
    },
  );

  it('tells of seven days', () => {
    expect(periodBefore('2027-01-04')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });
});

describe('the units that stand out', () => {
  const org = (path: string, overdue: number, overdueBefore = overdue) => ({
    ...{ path, overdue, overdueBefore, open: 1 },
    fresh: Math.max(0, overdue - overdueBefore),
    gone: Math.max(0, overdueBefore - overdue),
  });

  it('are the organisations next below, with everything under them', () => {
    const orgs = [org('/1/2/5/', 3), org('/1/2/6/', 1), org('/1/3/7/', 2), org('/1/4/', 0, 2), org('/1/', 1)];
    expect(standings(orgs, '/1/')).toEqual({
      worst: [
        { orgId: 2, n: 4 },
        { orgId: 3, n: 2 },
        { orgId: 1, n: 1, alone: true },
      ],
      best: [{ orgId: 4, n: 2, fresh: 0, gone: 2 }],
    });
  });

  it('are one level lower where everything lies in one unit', () => {
    const orgs = [org('/1/2/5/', 1), org('/1/2/6/', 2, 5)];
    expect(standings(orgs, '/').worst).toEqual([
      { orgId: 6, n: 2 },
      { orgId: 5, n: 1 },
    ]);
    expect(standings(orgs, '/1/').best).toEqual([{ orgId: 6, n: 3, fresh: 0, gone: 3 }]);
  });

  it('are none where there is nothing to compare', () => {
    expect(standings([org('/1/2/', 5)], '/1/2/')).toEqual({ worst: [], best: [] });
    expect(standings([], '/1/')).toEqual({ worst: [], best: [] });
  });
});
