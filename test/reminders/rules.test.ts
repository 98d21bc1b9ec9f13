// Reminder rules: which step comes on which day, once, on working days only.
import { describe, expect, it } from 'vitest';
import { createCalendar, type Week } from '../../src/calendar.ts';
import {
  dueSteps,
  horizon,
  isForGroup,
  isListed,
  reachedSteps,
  rememberDays,
  type Moment,
  type Rung,
  type Share,
} from '../../src/reminders/rules.ts';
import { isSpeakingDay, isSpeakingTime, usualPolicy } from '../../src/reminders/policy-rules.ts';
import { addDays, weekday, type Day } from '../../src/time.ts';

const calendar = rememberDays(createCalendar());
const all: Rung[] = ['executor', 'responsible', 'controller', 'issuer'];
const share = (over: Partial<Share> = {}): Share => ({
  state: 'acknowledged',
  force: 'assignment',
  due: '2026-12-25',
  dueTime: null,
  issued: { day: '2026-11-23', time: '10:00' },
  week: 5,
  ...over,
});
/** The hours of a body that has set nothing. */
const maySpeak = ({ day, time }: Moment, week: Week): boolean => {
  const voice = { ...usualPolicy, week };
  return isSpeakingDay(day, voice, calendar) && isSpeakingTime(time, [voice]);
};
const at = (local: string): Moment => ({ day: local.slice(0, 10), time: local.slice(11) });

/** Ticks every half hour from issue to `until`; what one recipient standing on these rungs is told, as 'day time step'. */
function story(subject: Share, until: Day, { rungs = ['executor'] as Rung[], down = [] as Day[] } = {}): string[] {
  const told = new Set<string>();
  const said: string[] = [];
  for (let day = subject.issued.day; day <= until; day = addDays(day, 1)) {
    if (down.includes(day) || !calendar.isWorkingDay(day, subject.week)) continue;
    for (let half = 0; half < 48; half++) {
      const time = `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
      const now = { day, time };
      if (!maySpeak(now, subject.week)) continue;
      const { say, late, merged } = dueSteps({ share: subject, rungs, told }, now, calendar);
      for (const { name } of say) said.push(`${day} ${time} ${name}`);
      for (const { name } of [...say, ...late, ...merged]) {
        expect(told.has(name)).toBe(false);
        told.add(name);
      }
    }
  }
  return said;
}

describe('a control date on the way', () => {
  const dated = { due: '2027-03-01', interimDues: ['2026-12-15', '2027-01-25'] };

  it('is reminded of 3 and 1 working days before and on the day, the second when the first was answered', () => {
    expect(story(share(dated), '2026-12-20')).toEqual([
      '2026-12-10 09:00 interim-3/2026-12-15',
      '2026-12-14 09:00 interim-1/2026-12-15',
      '2026-12-15 09:00 interim-0/2026-12-15',
    ]);
    const answered = share({ ...dated, lastReportDay: '2026-12-09' });
    expect(story(answered, '2026-12-31')).toEqual([]);
    expect(story(answered, '2027-02-01')).toEqual([
      '2027-01-20 09:00 interim-3/2027-01-25',
      '2027-01-22 09:00 interim-1/2027-01-25',
      '2027-01-25 09:00 interim-0/2027-01-25',
    ]);
  });

  it('is said once after a downtime, and never to a share under review', () => {
    const down = ['2026-12-10', '2026-12-11', '2026-12-14'];
    expect(story(share(dated), '2026-12-20', { down })).toEqual(['2026-12-15 09:00 interim-0/2026-12-15']);
    expect(story(share({ ...dated, state: 'submitted' }), '2026-12-20')).toEqual([]);
  });
});

describe('news that is expected', () => {
  const weekly = { due: '2027-03-01', updateRule: 'FREQ=WEEKLY', nextUpdate: '2026-12-07' };

  it('is asked for on the working day after, once for each that did not come', () => {
    expect(story(share(weekly), '2026-12-24')).toEqual([
      '2026-12-08 09:00 update/2026-12-07',
      '2026-12-15 09:00 update/2026-12-14',
      '2026-12-22 09:00 update/2026-12-21',
    ]);
  });

  it('is asked for the latest alone after a downtime, and not at all where none is expected', () => {
    const down = ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15', '2026-12-17'];
    expect(story(share(weekly), '2026-12-18', { down })).toEqual(['2026-12-18 09:00 update/2026-12-14']);
    expect(story(share({ ...weekly, updateRule: null }), '2026-12-24')).toEqual([]);
    expect(story(share({ ...weekly, due: null, nextUpdate: null }), '2026-12-24')).toEqual([]);
  });
});

describe('the horizon', () => {
  it('holds every date of which something is said, and hardly more', () => {
    for (let today = '2026-11-20'; today < '2028-01-20'; today = addDays(today, 1)) {
      const last = horizon(today, calendar, 7);
      const said = ([5, 6] as Week[]).map((week) => {
        const speaks = (due: Day): boolean => {
          const subject = share({ due, week, issued: { day: '2026-11-01', time: '10:00' } });
          return reachedSteps(subject, { day: today, time: '17:59' }, calendar).length > 0;
        };
        for (let n = 1; n <= 30; n++) expect(speaks(addDays(last, n)), `${today} ${n}`).toBe(false);
        return speaks(last);
      });
      expect(said).toContain(true);
    }
  });
});

describe('reminders before the date', () => {
  it('come 7, 3 and 1 working days before and on the day at nine, holidays not counted', () => {
    expect(story(share(), '2026-12-25')).toEqual([
      '2026-12-15 09:00 before-7',
      '2026-12-22 09:00 before-3',
      '2026-12-24 09:00 before-1',
      '2026-12-25 09:00 on-day',
    ]);
  });

  it('count Saturdays in a six-day week', () => {
    expect(story(share({ week: 6 }), '2026-12-25')).toEqual([
      '2026-12-17 09:00 before-7',
      '2026-12-22 09:00 before-3',
      '2026-12-24 09:00 before-1',
      '2026-12-25 09:00 on-day',
    ]);
  });

  it('leave out what lies before the task was issued', () => {
    const issued = at('2026-12-22T08:30');
    expect(story(share({ issued }), '2026-12-25')).toEqual(['2026-12-24 09:00 before-1', '2026-12-25 09:00 on-day']);
  });

  it('come on the working day before when the date is a day off', () => {
    expect(story(share({ due: '2026-12-27' }), '2026-12-27')).toEqual([
      '2026-12-17 09:00 before-7',
      '2026-12-23 09:00 before-3',
      '2026-12-25 09:00 before-1',
      '2026-12-25 09:00 on-day',
    ]);
  });

  it('stop when the report is handed in, accepted or withdrawn, and go on after a return', () => {
    for (const state of ['submitted', 'accepted', 'withdrawn', 'misaddressed'] as const) {
      expect(story(share({ state }), '2027-02-01')).toEqual([]);
    }
    expect(story(share({ state: 'returned' }), '2026-12-25')).toHaveLength(4);
  });
});

describe('a task due on the day it was issued', () => {
  const today = (over: Partial<Share>): Share =>
    share({ due: '2026-11-23', issued: at('2026-11-23T10:10'), state: 'acknowledged', ...over });

  it('is reminded of once, at four', () => {
    expect(story(today({}), '2026-11-23')).toEqual(['2026-11-23 16:00 same-day']);
  });

  it('is reminded of two hours before its time, but not before it was issued nor after four', () => {
    expect(story(today({ dueTime: '15:00' }), '2026-11-23')).toEqual(['2026-11-23 13:00 same-day']);
    expect(story(today({ dueTime: '12:00' }), '2026-11-23')).toEqual([]);
    expect(story(today({ dueTime: '20:00' }), '2026-11-23')).toEqual(['2026-11-23 16:00 same-day']);
  });

  it('is left alone on a day off', () => {
    const issued = at('2026-11-28T10:00');
    expect(story(share({ issued, due: '2026-11-28' }), '2026-11-29')).toEqual([]);
  });
});

describe('reminders after the date', () => {
  it('come on working days 1, 2, 3 and then weekly', () => {
    const late = story(share(), '2027-01-22').slice(4);
    expect(late).toEqual([
      '2026-12-28 09:00 overdue-1',
      '2026-12-29 09:00 overdue-2',
      '2026-12-30 09:00 overdue-3',
      '2027-01-11 09:00 overdue-w1',
      '2027-01-18 09:00 overdue-w2',
    ]);
  });

  it('climb the ladder +1, +3, +5 working days, each rung once', () => {
    expect(story(share(), '2027-03-01', { rungs: ['responsible'] })).toEqual(['2026-12-28 09:00 ladder-responsible']);
    expect(story(share(), '2027-03-01', { rungs: ['controller'] })).toEqual(['2026-12-30 09:00 ladder-controller']);
    expect(story(share(), '2027-03-01', { rungs: ['issuer'] })).toEqual(['2027-01-05 09:00 ladder-issuer']);
  });

  it('reach who is controller and issuer at once only on the lower rung', () => {
    const rungs: Rung[] = ['controller', 'issuer'];
    expect(story(share(), '2027-03-01', { rungs })).toEqual(['2026-12-30 09:00 ladder-controller']);
  });

  it('start anew when the date is moved', () => {
    const told = new Set(['before-7', 'before-3', 'before-1', 'on-day', 'overdue-1']);
    const now = at('2027-01-14T09:00');
    const moved = dueSteps({ share: share({ due: '2027-01-15' }), rungs: all, told: new Set() }, now, calendar);
    expect(moved.say.map(({ name }) => name)).toEqual(['before-1']);
    expect(dueSteps({ share: share(), rungs: ['executor'], told }, now, calendar).say[0]?.due).toBe('2026-12-25');
  });
});

describe('what does not bind', () => {
  it('is reminded of twice, politely, and never after the date', () => {
    for (const force of ['recommendation', 'proposal'] as const) {
      expect(story(share({ force, state: 'assigned' }), '2027-03-01', { rungs: all })).toEqual([
        '2026-12-22 09:00 before-3',
        '2026-12-25 09:00 on-day',
      ]);
    }
  });

  it('is not reminded of at all when nothing is expected', () => {
    for (const force of ['appeal', 'note'] as const) expect(story(share({ force }), '2027-02-01')).toEqual([]);
  });
});

describe('a task nobody acknowledged', () => {
  const unread = (issued: Moment): Share => share({ state: 'assigned', due: null, issued });

  it('is chased once, after one working day', () => {
    expect(story(unread(at('2026-11-23T10:00')), '2027-01-10')).toEqual(['2026-11-24 10:00 unack']);
    expect(story(unread(at('2026-11-27T17:00')), '2027-01-10')).toEqual(['2026-11-30 17:00 unack']);
  });

  it('counts from the next working morning when it was issued outside working hours', () => {
    expect(story(unread(at('2026-11-23T19:00')), '2027-01-10')).toEqual(['2026-11-25 09:00 unack']);
    expect(story(unread(at('2026-11-28T12:00')), '2027-01-10')).toEqual(['2026-12-01 09:00 unack']);
    expect(story(unread(at('2026-11-24T06:00')), '2027-01-10')).toEqual(['2026-11-25 09:00 unack']);
  });
});

describe('after downtime', () => {
  it('says only the latest missed step, as soon as it may', () => {
    const down = ['2026-12-22', '2026-12-23', '2026-12-24'];
    expect(story(share(), '2026-12-25', { down })).toEqual(['2026-12-15 09:00 before-7', '2026-12-25 09:00 on-day']);
    const shorter = ['2026-12-22'];
    expect(story(share(), '2026-12-23', { down: shorter })).toEqual([
      '2026-12-15 09:00 before-7',
      '2026-12-23 09:00 before-3',
    ]);
  });

  it('writes down the steps it leaves out', () => {
    const { say, late } = dueSteps(
      { share: share(), rungs: ['executor'], told: new Set(['before-7']) },
      at('2027-01-12T11:00'),
      calendar,
    );
    expect(say.map(({ name }) => name)).toEqual(['overdue-w1']);
    expect(late.map(({ name }) => name)).toEqual([
      'before-3',
      'before-1',
      'on-day',
      'overdue-1',
      'overdue-2',
      'overdue-3',
    ]);
  });
});

describe('thousands of shares', () => {
  /** Small deterministic generator, so that a failure repeats. */
  function* numbers(seed: number): Generator<number> {
    for (let x = seed; ;) yield (x = (x * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000;
  }
  /** Working days counted one by one, another way than the calendar's own sums. */
  const countTo = (from: Day, to: Day, week: Week): number => {
    let n = 0;
    for (let day = from; day !== to;) {
      day = addDays(day, from < to ? 1 : -1);
      if (calendar.isWorkingDay(day, week)) n += 1;
    }
    return n;
  };

  it('are told each step once, on a working day in office hours, at its exact distance from the date', () => {
    const random = numbers(7);
    const next = (n: number): number => Math.floor((random.next().value as number) * n);
    for (let round = 0; round < 150; round++) {
      const week: Week = next(3) === 0 ? 6 : 5;
      const issuedDay = addDays('2026-11-01', next(200));
      const issued = { day: issuedDay, time: `${String(next(24)).padStart(2, '0')}:30` };
      const due = addDays(issuedDay, next(40));
      const subject = share({ week, issued, due, state: next(2) ? 'assigned' : 'acknowledged' });
      const said = story(subject, addDays(due, 40));
      expect(new Set(said.map((line) => line.slice(17))).size, JSON.stringify(subject)).toBe(said.length);
      for (const line of said) {
        const [day = '', time = '', step = ''] = line.split(' ');
        expect(calendar.isWorkingDay(day, week) && time >= '09:00' && time < '18:00', line).toBe(true);
        const n = Number(step.split('-')[1]);
        if (step.startsWith('before-')) expect(countTo(due, day, week), line).toBe(n);
        if (/^overdue-\d/.test(step)) expect(countTo(due, day, week), line).toBe(n);
        if (step === 'on-day') expect(day <= due && countTo(day, due, week), line).toBe(0);
      }
      expect(said.filter((line) => line.includes('overdue-')).length).toBeGreaterThanOrEqual(6);
    }
  });

  it('are never spoken of outside office hours', () => {
    for (let day = '2026-12-28'; day < '2027-01-20'; day = addDays(day, 1)) {
      for (const time of ['00:00', '08:59', '09:00', '17:59', '18:00', '23:00']) {
        const open = calendar.isWorkingDay(day, 6) && ['09:00', '17:59'].includes(time);
        expect(maySpeak({ day, time }, 6), `${day} ${time}`).toBe(open);
      }
    }
    expect(weekday('2027-01-16')).toBe(6);
    expect(maySpeak(at('2027-01-16T10:00'), 5)).toBe(false);
  });
});

describe("a group's list", () => {
  it('holds what is overdue and what is due within three working days', () => {
    const listed = (due: Day, over: Partial<Share> = {}): boolean =>
      isListed(share({ due, ...over }), '2026-12-22', calendar);
    expect([listed('2026-12-21'), listed('2026-12-22'), listed('2026-12-25'), listed('2026-12-28')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(listed('2026-12-21', { force: 'recommendation' })).toBe(false);
    expect(listed('2026-12-21', { state: 'submitted' })).toBe(false);
  });

  it('is said to a group three working days before at the earliest, whatever the policy sets', () => {
    const names = ['before-14', 'before-10', 'before-7', 'before-5', 'same-day', 'before-3', 'before-1', 'on-day'];
    const said = names.filter((name) => isForGroup({ name, rung: 'executor' }));
    expect(said).toEqual(['before-3', 'before-1', 'on-day']);
  });

  it('is nothing that has not come yet', () => {
    expect(reachedSteps(share(), at('2026-12-14T23:59'), calendar)).toEqual([]);
  });
});
