// What a draft keeps of a deadline: date, first date of a period, standing control.
import { describe, expect, it } from 'vitest';
import { fieldsOfDeadline, firstOfRule } from '../../src/tasks/deadline-rules.ts';

describe('the first date of a periodic task', () => {
  it.each([
    ['FREQ=DAILY', '2026-11-20', '2026-11-20'],
    ['FREQ=WEEKLY', '2026-11-21', '2026-11-27'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-20', '2026-11-23'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-11-20', '2026-11-20'],
    ['FREQ=MONTHLY', '2026-11-20', '2026-11-30'],
    ['FREQ=MONTHLY;BYMONTHDAY=5', '2026-11-20', '2026-12-05'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,-1', '2026-11-16', '2026-11-30'],
    ['FREQ=MONTHLY;BYDAY=-1TH', '2026-11-20', '2026-11-26'],
    ['FREQ=MONTHLY;BYDAY=2MO', '2026-11-20', '2026-12-14'],
    ['FREQ=MONTHLY;INTERVAL=3', '2026-11-20', '2026-12-31'],
    ['FREQ=MONTHLY;INTERVAL=6', '2027-01-10', '2027-06-30'],
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10', '2026-11-20', '2027-01-10'],
    ['FREQ=YEARLY;BYMONTH=1,9', '2026-11-20', '2027-01-31'],
    ['FREQ=YEARLY', '2026-11-20', '2026-12-31'],
    ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20', '2026-11-21', '2027-11-20'],
  ])('of %s from %s is %s', (rule, from, first) => {
    expect(firstOfRule(rule, from)).toBe(first);
  });

  it('is none for a rule that no year fulfils', () => {
    expect(firstOfRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-11-20')).toBeNull();
  });
});

describe('a deadline', () => {
  it('gives the date, its hour and the dates before it', () => {
    const deadline = { kind: 'date', date: '2026-12-25', time: '18:00', interim: ['2026-12-01'] } as const;
    expect(fieldsOfDeadline({ ...deadline, interim: [...deadline.interim] }, '2026-11-20')).toEqual({
      due: '2026-12-25',
      dueTime: '18:00',
      term: 'dated',
      recurrence: null,
      interimDues: ['2026-12-01'],
    });
  });

  it('that repeats keeps its rule with its end and begins with the first date', () => {
    const fields = fieldsOfDeadline(
      { kind: 'recurring', rule: 'FREQ=MONTHLY;BYMONTHDAY=5', until: '2027-05-25' },
      '2026-11-20',
    );
    expect(fields).toMatchObject({ due: '2026-12-05', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20270525' });
  });

  it('without an end is standing control, and none leaves the date open', () => {
    expect(fieldsOfDeadline({ kind: 'ongoing' }, '2026-11-20')).toMatchObject({ term: 'standing', due: null });
    expect(fieldsOfDeadline({ kind: 'none' }, '2026-11-20')).toMatchObject({ term: 'dated', due: null });
  });
});
