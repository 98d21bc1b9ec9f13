// The internal date of a co-executor, and what a final report waits for.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { awaitedParts, isHeld } from '../../src/tasks/hold-rules.ts';
import { internalDue } from '../../src/tasks/internal-due-rules.ts';
import type { ParticipationView } from '../../src/tasks/queries.ts';

const calendar = createCalendar();
const due = (day: string | null, today: string, { week = 5 as 5 | 6, time = null as string | null } = {}) =>
  internalDue(calendar, { due: day, dueTime: time }, week, today);

describe('the internal date', () => {
  it('is three working days before the date of the task, weekends left out', () => {
    expect(due('2026-12-25', '2026-11-23')).toEqual({ due: '2026-12-22', dueTime: null });
    expect(due('2026-11-30', '2026-11-23')).toEqual({ due: '2026-11-25', dueTime: null });
  });

  it('counts the working week and the holidays of the executor', () => {
    expect(due('2026-11-30', '2026-11-20', { week: 6 })).toEqual({ due: '2026-11-26', dueTime: null });
    // Independence Day, 16 December, is no working day.
    expect(due('2026-12-18', '2026-11-23')).toEqual({ due: '2026-12-14', dueTime: null });
  });

  it('is never before tomorrow, and never after the date of the task', () => {
    expect(due('2026-11-26', '2026-11-24')).toEqual({ due: '2026-11-25', dueTime: null });
    expect(due('2026-11-25', '2026-11-24', { time: '12:00' })).toEqual({ due: '2026-11-25', dueTime: '12:00' });
    expect(due('2026-11-24', '2026-11-24', { time: '18:00' })).toEqual({ due: '2026-11-24', dueTime: '18:00' });
  });

  it('is no day off: what comes on Friday for Tuesday is due on Monday, in a week of six days on Saturday', () => {
    expect(due('2026-12-01', '2026-11-27')).toEqual({ due: '2026-11-30', dueTime: null });
    expect(due('2026-12-01', '2026-11-27', { week: 6 })).toEqual({ due: '2026-11-28', dueTime: null });
    // Nothing is left between: the date of the task itself.
    expect(due('2026-11-28', '2026-11-27', { time: '12:00' })).toEqual({ due: '2026-11-28', dueTime: '12:00' });
  });

  it('has no time of day when it is earlier than the task, and is missing where the task has no date', () => {
    expect(due('2026-12-25', '2026-11-23', { time: '18:00' }).dueTime).toBeNull();
    expect(due(null, '2026-11-23')).toEqual({ due: null, dueTime: null });
  });
});

function share(id: number, over: Partial<ParticipationView> = {}): ParticipationView {
  const base = { role: 'co_executor', force: 'assignment', state: 'assigned', due: null, dueTime: null };
  return { participationId: id, ...base, ...over } as ParticipationView;
}

describe('a final report of the responsible executor', () => {
  const mine = share(1, { role: 'responsible' });
  const held = (parts: ParticipationView[], over: { fanOut?: boolean; openShareIds?: number[] } = {}): boolean => {
    const { fanOut = false, openShareIds = [] } = over;
    const tally = { total: openShareIds.length, done: 0, overdue: 0, openShareIds };
    return isHeld({ participations: [mine, ...parts], fanOut, parts: tally }, mine);
  };

  it.each([
    ['assigned', true],
    ['acknowledged', true],
    ['submitted', true],
    ['returned', true],
    ['misaddressed', true],
    ['accepted', false],
    ['withdrawn', false],
  ] as const)('waits for a part that is %s: %s', (state, waits) => {
    expect(held([share(2, { state })])).toBe(waits);
  });

  it('does not wait for a recommendation, nor for others in a task where everybody has a copy', () => {
    expect(held([share(2, { force: 'recommendation' })])).toBe(false);
    expect(held([share(2)], { fanOut: true })).toBe(false);
  });

  it('waits for sub-tasks handed down from the same share only', () => {
    expect(held([], { openShareIds: [1, 1] })).toBe(true);
    expect(held([], { openShareIds: [2] })).toBe(false);
  });

  it('does not exist where the task stands for good, and waits for nobody whom the responsible may not judge', () => {
    const parts = { participations: [mine, share(2)], fanOut: false, parts: null };
    expect(isHeld({ ...parts, term: 'standing' }, mine)).toBe(false);
    expect(isHeld({ ...parts, term: 'dated', specialControl: true }, mine)).toBe(false);
    expect(isHeld({ ...parts, term: 'dated', specialControl: false }, mine)).toBe(true);
  });

  it('names those who are missing', () => {
    const parts = [share(2), share(3, { state: 'accepted' }), share(4, { state: 'submitted' })];
    const awaited = awaitedParts({ participations: [mine, ...parts], fanOut: false, parts: null }, mine);
    expect(awaited.coExecutors.map(({ participationId }) => participationId)).toEqual([2, 4]);
    expect(awaited.subTasks).toBe(0);
  });

  it('of a co-executor waits for nobody else', () => {
    expect(isHeld({ participations: [mine, share(2), share(3)], fanOut: false, parts: null }, share(2))).toBe(false);
  });
});
