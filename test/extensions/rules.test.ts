// Which dates may be asked for, what is late, and how a list of requests finds its common date.
import { describe, expect, it, test } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { commonDate, dateFault, datePlus, isLate, refusalToAsk, settleDay } from '../../src/extensions/rules.ts';
import { span } from '../../src/tasks/slip-rules.ts';

const calendar = createCalendar();

describe('a request', () => {
  // 25 December 2026 is a Friday: two working days before it are Thursday 24 and Wednesday 23.
  test.each([
    ['2026-12-22', false],
    ['2026-12-23', false],
    ['2026-12-24', true],
    ['2026-12-25', true],
    ['2026-12-28', true],
  ])('on %s for a date on 25 December is late: %s', (today, late) =>
    expect(isLate(calendar, 5, '2026-12-25', today)).toBe(late),
  );

  it('counts Saturday where the week has six days', () => {
    // Monday 30 November: two working days before are Thursday 26, or in a six-day week Friday 27.
    expect(isLate(calendar, 5, '2026-11-30', '2026-11-27')).toBe(true);
    expect(isLate(calendar, 6, '2026-11-30', '2026-11-27')).toBe(false);
  });

  test.each([
    ['assigned', '2026-12-25', null],
    ['returned', '2026-12-25', null],
    ['submitted', '2026-12-25', 'extensions-under-review'],
    ['accepted', '2026-12-25', 'extensions-finished'],
    ['withdrawn', '2026-12-25', 'extensions-finished'],
    ['misaddressed', '2026-12-25', 'extensions-misaddressed'],
    ['acknowledged', null, 'extensions-no-date'],
  ] as const)('on a share %s with the date %s: %s', (state, due, refusal) =>
    expect(refusalToAsk(state, due)).toBe(refusal),
  );
});

describe('a new date', () => {
  const bounds = { today: '2026-12-20', due: '2026-12-25', parentDue: null, collatedDue: null };
  test.each([
    ['2026-12-26', bounds, null],
    ['2026-12-25', bounds, 'extensions-not-later'],
    ['2026-12-24', bounds, 'extensions-not-later'],
    ['2026-12-19', bounds, 'extensions-past'],
    ['2026-12-28', { ...bounds, due: '2026-12-01', today: '2026-12-29' }, 'extensions-past'],
    ['2026-12-29', { ...bounds, due: '2026-12-01', today: '2026-12-29' }, null],
    ['2027-01-15', { ...bounds, parentDue: '2027-01-14' }, 'extensions-beyond-parent'],
    ['2027-01-14', { ...bounds, parentDue: '2027-01-14' }, null],
    ['2027-01-15', { ...bounds, collatedDue: '2027-01-14' }, 'extensions-beyond-responsible'],
    ['2027-01-14', { ...bounds, collatedDue: '2027-01-14' }, null],
    ['2028-12-20', bounds, null],
    ['2028-12-21', bounds, 'extensions-far'],
  ])('%s', (day, given, fault) => expect(dateFault(day, given)).toBe(fault));

  it('on a day off is kept or moved by the setting of the organisation', () => {
    // Saturday, 16 January 2027.
    expect(settleDay(calendar, 5, 'keep', '2027-01-16')).toBe('2027-01-16');
    expect(settleDay(calendar, 5, 'next', '2027-01-16')).toBe('2027-01-18');
    expect(settleDay(calendar, 5, 'previous', '2027-01-16')).toBe('2027-01-15');
    expect(settleDay(calendar, 6, 'next', '2027-01-16')).toBe('2027-01-16');
  });

  it('is counted from the present one', () => {
    expect(datePlus('2026-12-25', { days: 7 })).toBe('2027-01-01');
    expect(datePlus('2026-12-31', { months: 2 })).toBe('2027-02-28');
  });

  it('is written beside the old one, with years only where they are needed', () => {
    expect(span('2026-12-25', '2027-01-15')).toBe('25.12 → 15.01');
    expect(span('2026-12-25', '2027-12-25')).toBe('25.12.2026 → 25.12.2027');
  });
});

describe('the common date of several requests', () => {
  const asked = (extensionId: number, proposedDue: string) => ({ extensionId, proposedDue });

  it('is the one that most ask for, the earlier of two equals', () => {
    expect(commonDate([asked(1, '2027-01-15'), asked(2, '2027-01-10'), asked(3, '2027-01-15')])).toEqual({
      day: '2027-01-15',
      ids: [1, 3],
    });
    const even = [asked(1, '2027-01-15'), asked(2, '2027-01-10'), asked(3, '2027-01-15'), asked(4, '2027-01-10')];
    expect(commonDate(even)?.day).toBe('2027-01-10');
  });

  it('is none where all differ', () => {
    expect(commonDate([asked(1, '2027-01-15'), asked(2, '2027-01-10')])).toBeNull();
    expect(commonDate([])).toBeNull();
  });
});
