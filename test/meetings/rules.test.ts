// Rules of sittings: the next day, the presses of attendance, standing questions.
import { describe, expect, it } from 'vitest';
import {
  countAttendance,
  isQuestionState,
  nextAttendance,
  nextSittingDay,
  nthWeekdayRule,
  questionsOf,
} from '../../src/meetings/rules.ts';

describe('the next sitting', () => {
  it.each([
    ['weekly', 'FREQ=WEEKLY;BYDAY=TH', '2026-11-26', '2026-11-26', '2026-12-03'],
    ['weekly, after a long break', 'FREQ=WEEKLY;BYDAY=TH', '2026-11-26', '2027-01-12', '2027-01-14'],
    ['every second week', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-11-26', '2026-11-27', '2026-12-10'],
    ['monthly on a date', 'FREQ=MONTHLY;BYMONTHDAY=25', '2026-11-25', '2026-11-26', '2026-12-25'],
    ['on the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31', '2027-02-01', '2027-02-28'],
    ['on the third Thursday', 'FREQ=MONTHLY;BYDAY=3TH', '2026-11-19', '2026-11-20', '2026-12-17'],
    ['today itself', 'FREQ=WEEKLY;BYDAY=TH', '2026-11-19', '2026-11-26', '2026-11-26'],
  ])('%s', (_what, rule, last, today, next) => expect(nextSittingDay(rule, last, today)).toBe(next));

  it('is none without a rule, or when the rule has ended', () => {
    expect(nextSittingDay(null, '2026-11-26', '2026-11-26')).toBeNull();
    expect(nextSittingDay('FREQ=WEEKLY;UNTIL=20261130', '2026-11-26', '2026-12-01')).toBeNull();
    expect(nextSittingDay('FREQ=NEVER', '2026-11-26', '2026-12-01')).toBeNull();
  });

  it('repeats the weekday a day is', () => {
    expect(nthWeekdayRule('2026-11-19', 'TH')).toBe('FREQ=MONTHLY;BYDAY=3TH');
    expect(nthWeekdayRule('2026-11-01', 'SU')).toBe('FREQ=MONTHLY;BYDAY=1SU');
    expect(nthWeekdayRule('2026-12-31', 'TH')).toBe('FREQ=MONTHLY;BYDAY=-1TH');
  });
});

describe('attendance', () => {
  it('turns through all states and back to present', () => {
    const path = ['present'];
    for (let n = 0; n < 4; n++) path.push(nextAttendance(path.at(-1) as 'present'));
    expect(path).toEqual(['present', 'absent', 'excused', 'substitute', 'present']);
    expect(nextAttendance('invited')).toBe('present');
  });

  it('is counted by state', () => {
    expect(countAttendance([{ state: 'present' }, { state: 'present' }, { state: 'absent' }])).toEqual({
      invited: 0,
      present: 2,
      absent: 1,
      excused: 0,
      substitute: 0,
    });
  });
});

it('standing questions are the lines that say something', () => {
  expect(questionsOf('1. О дисциплине\n\n- О ремонте \n-\n  Разное')).toEqual(['О дисциплине', 'О ремонте', 'Разное']);
});

it('a state of a question is one of four', () => {
  expect(['heard', 'deferred', 'gone', ''].map(isQuestionState)).toEqual([true, true, false, false]);
});
