// Reminder policies: what is inherited from where, when people may be written to; who hears of what is grave.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import {
  endOf,
  isSpeakingDay,
  isSpeakingTime,
  type OwnPolicy,
  policyAt,
  setterOf,
  usualPolicy,
  type Voice,
} from '../../src/reminders/policy-rules.ts';
import { type GraveTask, type Official, raisedTo } from '../../src/reminders/raise-rules.ts';
import { halfTerm, isAtRisk } from '../../src/tasks/half-term-rules.ts';

const calendar = createCalendar();
const voice = (over: Partial<Voice> = {}): Voice => ({ ...usualPolicy, week: 5, ...over });

describe('a policy', () => {
  const own = new Map<number, OwnPolicy>([
    [1, { daysBefore: [3, 0], from: '08:00', to: '17:00' }],
    [5, { repeats: 'daily', naming: 'never' }],
    [12, { daysBefore: [0] }],
  ]);

  it('is inherited value by value from the nearest organisation that sets it', () => {
    const school = policyAt(own, '/1/5/12/');
    expect(school).toMatchObject({ daysBefore: [0], repeats: 'daily', naming: 'never', from: '08:00', to: '17:00' });
    expect(policyAt(own, '/1/5/13/').daysBefore).toEqual([3, 0]);
    expect(policyAt(own, '/2/')).toEqual(usualPolicy);
  });

  it('says who sets each value', () => {
    expect(setterOf(own, '/1/5/12/', 'daysBefore')).toBe(12);
    expect(setterOf(own, '/1/5/12/', 'from')).toBe(1);
    expect(setterOf(own, '/1/5/12/', 'quietUntil')).toBeNull();
  });
});

describe('people may be written to', () => {
  it('on working days that their organisation does not keep quiet', () => {
    const own = voice({ quietUntil: '2026-12-07', quietDays: ['2026-12-09'] });
    const days = ['2026-12-04', '2026-12-05', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'];
    expect(days.filter((day) => isSpeakingDay(day, own, calendar))).toEqual(['2026-12-07', '2026-12-08', '2026-12-10']);
  });

  it('in the hours that all their organisations have in common, else in those of the later one', () => {
    const both = [voice(), voice({ from: '10:00', to: '19:00' })];
    expect(['09:59', '10:00', '17:59', '18:00'].filter((time) => isSpeakingTime(time, both))).toEqual([
      '10:00',
      '17:59',
    ]);
    const apart = [voice({ to: '13:00' }), voice({ from: '14:00', to: '19:00' })];
    expect(['12:00', '14:00', '18:59'].filter((time) => isSpeakingTime(time, apart))).toEqual(['14:00', '18:59']);
    expect(endOf(apart)).toBe('19:00');
    expect(isSpeakingTime('12:00', [])).toBe(false);
  });
});

describe('half of a term', () => {
  const term = {
    state: 'acknowledged',
    force: 'assignment',
    due: '2026-12-20',
    start: '2026-12-01',
    reported: false,
  } as const;

  it('is a day in the middle, of a term long enough', () => {
    expect(halfTerm('2026-12-01', '2026-12-20')).toBe('2026-12-10');
    expect(halfTerm('2026-12-01', '2026-12-06')).toBeNull();
  });

  it('makes a share at risk from the day after until its date, unless there is a report or nothing binds', () => {
    expect(isAtRisk(term, '2026-12-10')).toBe(false);
    expect(isAtRisk(term, '2026-12-11')).toBe(true);
    expect(isAtRisk(term, '2026-12-20')).toBe(true);
    expect(isAtRisk(term, '2026-12-21')).toBe(false);
    expect(isAtRisk({ ...term, reported: true }, '2026-12-15')).toBe(false);
    expect(isAtRisk({ ...term, force: 'recommendation' }, '2026-12-15')).toBe(false);
    expect(isAtRisk({ ...term, state: 'submitted' }, '2026-12-15')).toBe(false);
  });
});

describe('what is grave', () => {
  const official = (postId: number, role: Official['role'], orgPath: string): Official => ({
    postId,
    role,
    orgPath,
    orgType: 'office',
  });
  const officials = [
    official(1, 'akim', '/1/2/'),
    official(2, 'deputy', '/1/2/'),
    official(3, 'deputy', '/1/2/'),
    official(4, 'deputy', '/1/7/8/'),
  ];
  const task = {
    issuerPostId: 50,
    issuerOrgPath: '/1/30/',
    confidential: false,
    specialControl: false,
    chairPostId: null,
  };

  const everybody = new Set([1, 2, 3, 4]);
  const told = (over: Partial<GraveTask>, from = officials) => raisedTo({ ...task, ...over }, from, everybody);
  const alone = (...postIds: number[]) => ({ told: postIds, passed: [] });

  it('goes to the deputies of the nearest body above the issuer, to the chair alone where one of them chaired', () => {
    expect(told({})).toEqual(alone(2, 3));
    expect(told({ chairPostId: 3 })).toEqual(alone(3));
    expect(told({ issuerOrgPath: '/1/7/9/' })).toEqual(alone(4));
  });

  it('goes to nobody who issued it, except special control which the akim has set, to the akim alone where it is confidential or there is no deputy', () => {
    expect(told({ issuerPostId: 2 })).toEqual(alone());
    expect(told({ issuerPostId: 2, specialControl: true })).toEqual(alone(2));
    expect(told({ confidential: true })).toEqual(alone(1));
    expect(told({}, officials.slice(0, 1))).toEqual(alone(1));
    expect(told({ issuerPostId: 1 }, officials.slice(0, 1))).toEqual(alone());
  });

  it('goes past whom nobody can reach: to another deputy, else to the akim, and stays with the first where there is nobody', () => {
    const reach = (over: Partial<GraveTask>, ...postIds: number[]) =>
      raisedTo({ ...task, ...over }, officials, new Set(postIds));
    expect(reach({ chairPostId: 3 }, 1, 2)).toEqual({ told: [2], passed: [3] });
    expect(reach({ chairPostId: 3 }, 1)).toEqual({ told: [1], passed: [3, 2] });
    expect(reach({}, 1, 2)).toEqual({ told: [2, 3], passed: [] });
    expect(reach({}, 1)).toEqual({ told: [1], passed: [2, 3] });
    expect(reach({ issuerPostId: 2, specialControl: true }, 3)).toEqual({ told: [3], passed: [2] });
    expect(reach({ chairPostId: 3 })).toEqual({ told: [3], passed: [] });
    expect(reach({ chairPostId: 3, issuerPostId: 1 }, 1)).toEqual({ told: [3], passed: [] });
    expect(reach({ confidential: true, chairPostId: 3 }, 2)).toEqual({ told: [1], passed: [] });
  });
});
