// Rules of repetition: dates, names of periods, when the next one opens, what is missed by a downtime.
import { describe, expect, it } from 'vitest';
import { createCalendar, createSchoolYears } from '../../src/calendar.ts';
import { openingOf } from '../../src/tasks/opening-rules.ts';
import { addDays } from '../../src/time.ts';
import {
  datesOf,
  firstSchoolDate,
  isRule,
  movedDay,
  occurrencesOf,
  periodOf,
  ruleFor,
  type Repeat,
} from '../../src/tasks/recurrence-rules.ts';

const times = { calendar: createCalendar(), week: 5 as const, school: createSchoolYears() };
const dates = (rule: string, first: string, to: string): string[] => datesOf({ rule, first }, to, times);

describe('a rule made of a date', () => {
  it.each<[Repeat, string, string[]]>([
    ['weekly', '2026-12-04', ['2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25']],
    ['fortnightly', '2026-12-04', ['2026-12-04', '2026-12-18', '2027-01-01', '2027-01-15']],
    ['monthly', '2026-12-25', ['2026-12-25', '2027-01-25', '2027-02-25', '2027-03-25']],
    ['monthly', '2026-11-30', ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']],
    ['monthly', '2027-01-30', ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30']],
    ['quarterly', '2026-12-20', ['2026-12-20', '2027-03-20', '2027-06-20', '2027-09-20']],
    ['half-yearly', '2026-12-31', ['2026-12-31', '2027-06-30', '2027-12-31', '2028-06-30']],
    ['yearly', '2028-02-29', ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28']],
    ['school-term', '2026-12-27', ['2026-12-27', '2027-03-18', '2027-05-25', '2027-10-25']],
    ['school-year', '2027-05-25', ['2027-05-25', '2028-05-25', '2029-05-25', '2030-05-25']],
  ])('%s from %s', (repeat, first, expected) => {
    const rule = ruleFor(repeat, first);
    expect(isRule(rule)).toBe(true);
    expect(dates(rule, first, '2032-01-01').slice(0, 4)).toEqual(expected);
  });
});

describe('a rule that was read', () => {
  it.each([
    ['FREQ=MONTHLY', '2026-11-30', ['2026-11-30', '2026-12-31', '2027-01-31']],
    ['FREQ=MONTHLY;INTERVAL=3', '2026-12-31', ['2026-12-31', '2027-03-31', '2027-06-30']],
    ['FREQ=WEEKLY', '2026-11-27', ['2026-11-27', '2026-12-04', '2026-12-11']],
    ['FREQ=MONTHLY;BYMONTHDAY=10,20,-1', '2026-11-30', ['2026-11-30', '2026-12-10', '2026-12-20']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30', ['2026-11-30', '2026-12-31', '2027-01-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20270105', '2026-12-05', ['2026-12-05', '2027-01-05']],
    // Days off are left out of what is daily: 16 December is a holiday.
    ['FREQ=DAILY', '2026-12-15', ['2026-12-15', '2026-12-17', '2026-12-18']],
  ])('%s from %s', (rule, first, expected) => {
    expect(dates(rule, first, '2027-12-31').slice(0, 3)).toEqual(expected);
  });

  it.each([
    'FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYMONTHDAY=40',
    'FREQ=MONTHLY;INTERVAL=0',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;UNTIL=20270231',
    'SCHOOL=LUNCH',
    '',
  ])('%s is refused', (rule) => {
    expect(isRule(rule)).toBe(false);
    expect(dates(rule, '2026-12-01', '2030-01-01')).toEqual([]);
  });

  it('that never comes true has no dates', () => {
    expect(dates('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-12-01', '2030-01-01')).toEqual([]);
  });
});

describe('a period', () => {
  it.each([
    ['FREQ=DAILY', '2026-12-05', '2026-12-05'],
    ['FREQ=WEEKLY;BYDAY=FR', '2027-01-01', '2026-W53'],
    ['FREQ=WEEKLY;BYDAY=MO,FR', '2027-01-01', '2027-01-01'],
    ['FREQ=MONTHLY;BYMONTHDAY=5', '2026-12-05', '2026-12'],
    ['FREQ=MONTHLY;BYMONTHDAY=5,20', '2026-12-05', '2026-12-05'],
    ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', '2027-02-28', '2027-02'],
    ['FREQ=MONTHLY;INTERVAL=3', '2026-12-31', '2026-Q4'],
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10', '2027-04-10', '2027-Q2'],
    ['FREQ=MONTHLY;INTERVAL=6', '2027-06-30', '2027-H1'],
    ['FREQ=YEARLY', '2026-12-31', '2026'],
    ['SCHOOL=TERM', '2026-12-27', '2026-T2'],
    ['SCHOOL=TERM', '2027-03-18', '2026-T3'],
    ['SCHOOL=YEAR', '2027-05-25', '2026-S'],
  ])('of %s on %s is %s', (rule, day, period) => {
    expect(periodOf(rule, day, times.school)).toBe(period);
  });

  it('has a name of its own in every series, over years and leap years', () => {
    const rules = [
      'FREQ=WEEKLY;BYDAY=FR',
      'FREQ=MONTHLY;BYMONTHDAY=30',
      'FREQ=MONTHLY;INTERVAL=3',
      'SCHOOL=TERM',
      'FREQ=DAILY',
    ];
    for (const rule of rules)
      for (let n = 0; n < 20; n += 1) {
        const first = addDays('2026-11-01', n * 39);
        const all = occurrencesOf({ rule, first }, addDays(first, n * 17), times);
        expect(new Set(all.map(({ period }) => period)).size).toBe(all.length);
        expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).toSorted());
      }
  });
});

describe('the next period', () => {
  const monthly = { rule: 'FREQ=MONTHLY;BYMONTHDAY=5', first: '2026-12-05' };
  const opens = (opened: string[], today: string) => openingOf(monthly, opened, today, times);

  it('opens at once when it is the first', () => {
    expect(opens([], '2026-11-20').open).toEqual({ day: '2026-12-05', period: '2026-12', at: 0 });
  });

  it('opens on the day after the date before it', () => {
    expect(opens(['2026-12'], '2026-12-05').open).toBeNull();
    expect(opens(['2026-12'], '2026-12-06').open).toMatchObject({ day: '2027-01-05', period: '2027-01' });
    expect(opens(['2026-12', '2027-01'], '2026-12-20').open).toBeNull();
  });

  it('of a long period opens twenty working days before its date', () => {
    const yearly = { rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25', first: '2026-12-25' };
    expect(openingOf(yearly, ['2026'], '2027-11-24', times).open).toBeNull();
    expect(openingOf(yearly, ['2026'], '2027-11-26', times).open).toMatchObject({ period: '2027' });
  });

  it('after a downtime is the latest alone; those between are gaps', () => {
    const { open, skipped } = opens(['2026-12'], '2027-04-12');
    expect(open?.period).toBe('2027-05');
    expect(skipped).toEqual(['2027-01', '2027-02', '2027-03', '2027-04']);
  });

  it('never opens a period before the last one that was opened, whatever the clock says', () => {
    expect(opens(['2027-05'], '2026-12-06').open).toBeNull();
  });

  it('does not come when the series is over', () => {
    const until = { rule: 'FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20270105', first: '2026-12-05' };
    expect(openingOf(until, ['2026-12'], '2026-12-06', times)).toMatchObject({
      open: { period: '2027-01' },
      over: false,
    });
    expect(openingOf(until, ['2026-12', '2027-01'], '2027-03-01', times)).toEqual({
      open: null,
      skipped: [],
      over: true,
    });
    expect(opens(['2026-12'], '2026-12-01').over).toBe(false);
  });

  it('of three years ahead does not end the series, and opens in its time', () => {
    const rare = { rule: 'FREQ=YEARLY;INTERVAL=3;BYMONTH=12;BYMONTHDAY=5', first: '2026-12-05' };
    expect(openingOf(rare, ['2026'], '2026-12-08', times)).toMatchObject({ open: null, over: false });
    expect(openingOf(rare, ['2026'], '2029-11-30', times).open).toMatchObject({ period: '2029' });
    const lost = { rule: 'FREQ=MONTHLY;BYMONTHDAY=40', first: '2026-12-05' };
    expect(openingOf(lost, ['2026-12'], '2026-12-08', times)).toMatchObject({ open: null, over: false });
  });

  it('of a part stays within what it is a part of, which ends the series', () => {
    const part = { ...monthly, latest: '2027-01-20' };
    expect(openingOf(part, ['2026-12'], '2026-12-06', times).open).toMatchObject({ period: '2027-01' });
    expect(openingOf(part, ['2026-12', '2027-01'], '2027-02-08', times)).toMatchObject({ open: null, over: true });
  });

  it('does not open at once where the first date was moved behind the periods that were opened', () => {
    const moved = { rule: 'FREQ=MONTHLY;BYMONTHDAY=5', first: '2027-06-05' };
    expect(openingOf(moved, ['2026-12'], '2026-12-08', times)).toMatchObject({ open: null, over: false });
  });
});

describe('a date on a day off', () => {
  it('is kept, or moved to the next or previous working day of the week of the organisation', () => {
    const move = (day: string, policy: 'keep' | 'next' | 'previous', week: 5 | 6) =>
      movedDay(day, policy, { calendar: times.calendar, week });
    expect(move('2026-12-05', 'keep', 5)).toBe('2026-12-05');
    expect(move('2026-12-05', 'next', 5)).toBe('2026-12-07');
    expect(move('2026-12-05', 'previous', 5)).toBe('2026-12-04');
    expect(move('2026-12-05', 'next', 6)).toBe('2026-12-05');
    expect(move('2026-12-16', 'next', 6)).toBe('2026-12-17');
  });
});

describe('the end of a school term', () => {
  it('is that of the order where it was entered', () => {
    const school = createSchoolYears(
      new Map([
        [
          2026,
          [
            { start: '2026-09-01', end: '2026-10-30' },
            { start: '2026-11-09', end: '2026-12-30' },
          ],
        ],
      ]),
    );
    expect(firstSchoolDate('school-term', '2026-11-23', school)).toBe('2026-12-30');
    expect(firstSchoolDate('school-term', '2026-11-23', times.school)).toBe('2026-12-27');
    expect(firstSchoolDate('school-year', '2026-11-23', times.school)).toBe('2027-05-25');
    expect(firstSchoolDate('monthly', '2026-11-23', times.school)).toBeNull();
  });
});
