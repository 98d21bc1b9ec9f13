// The rules of tasks: moves, dates, what may be closed.
import { describe, expect, it } from 'vitest';
import type { OrgType, ParticipationState, TaskKind, TaskState } from '../../src/generated/prisma/client.ts';
import {
  blocksClosing,
  canMove,
  canMoveTask,
  classTypes,
  deadlineOf,
  isAtRisk,
  isClosable,
  isInTime,
  isOverdue,
  missingForIssue,
  openStates,
  owedStates,
} from '../../src/tasks/rules.ts';
import { addTallies, tally } from '../../src/tasks/tally-rules.ts';
import { instantOf } from '../../src/time.ts';
import { states as shareStates } from '../support/chance.ts';

const zone = 'Asia/Almaty';
const at = (local: string): Date => instantOf(zone, local.slice(0, 10), local.slice(11));
const taskStates: TaskState[] = ['draft', 'issued', 'in_progress', 'closed', 'cancelled'];

describe('moves', () => {
  it('of a task are those of the product rules and no others', () => {
    const moves = taskStates.flatMap((from) =>
      taskStates.filter((to) => canMoveTask(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves).toEqual([
      'draft>issued',
      'issued>draft',
      'issued>in_progress',
      'issued>closed',
      'issued>cancelled',
      'in_progress>closed',
      'in_progress>cancelled',
    ]);
  });

  it('of a share are those of the product rules and no others', () => {
    const moves = shareStates.flatMap((from) =>
      shareStates.filter((to) => canMove(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves).toEqual([
      'assigned>acknowledged',
      'assigned>submitted',
      'assigned>misaddressed',
      'assigned>withdrawn',
      'acknowledged>submitted',
      'acknowledged>misaddressed',
      'acknowledged>withdrawn',
      'submitted>acknowledged',
      'submitted>returned',
      'submitted>accepted',
      'submitted>withdrawn',
      'returned>submitted',
      'returned>withdrawn',
      'accepted>returned',
      'misaddressed>assigned',
      'misaddressed>withdrawn',
    ]);
  });
});

describe('a date', () => {
  const share = { due: '2026-12-25', dueTime: null, force: 'assignment' as const };

  it('without a time ends with its day in the zone of the city', () => {
    expect(deadlineOf(zone, '2026-12-25', null)).toEqual(at('2026-12-26T00:00'));
    expect(isInTime(zone, share, at('2026-12-25T23:59'))).toBe(true);
    expect(isInTime(zone, share, at('2026-12-26T00:00'))).toBe(false);
  });

  it('with a time ends at that time', () => {
    const timed = { due: '2026-12-25', dueTime: '18:00' };
    expect(isInTime(zone, timed, at('2026-12-25T17:59'))).toBe(true);
    expect(isInTime(zone, timed, at('2026-12-25T18:00'))).toBe(false);
  });

  it('that is absent is always kept', () => {
    expect(isInTime(zone, { due: null, dueTime: null }, at('2030-01-01T00:00'))).toBe(true);
  });

  it('is overdue only while the executor owes the report', () => {
    const late = at('2026-12-28T09:00');
    const overdue = shareStates.filter((state) => isOverdue(zone, { ...share, state }, late));
    expect(overdue).toEqual(['assigned', 'acknowledged', 'returned']);
    expect(overdue).toEqual(owedStates);
    expect(isOverdue(zone, { ...share, state: 'assigned' }, at('2026-12-25T12:00'))).toBe(false);
    expect(isOverdue(zone, { ...share, state: 'assigned', force: 'recommendation' }, late)).toBe(false);
  });

  it('is at risk three working days before, and no longer when it has passed', () => {
    const owed = { ...share, state: 'acknowledged' as const };
    expect(isAtRisk(zone, owed, at('2026-12-22T09:00'), 3)).toBe(true);
    expect(isAtRisk(zone, owed, at('2026-12-21T09:00'), 4)).toBe(false);
    expect(isAtRisk(zone, owed, at('2026-12-26T09:00'), -1)).toBe(false);
    expect(isAtRisk(zone, { ...owed, state: 'submitted' }, at('2026-12-22T09:00'), 3)).toBe(false);
  });
});

describe('closing', () => {
  const share = (state: ParticipationState, force: TaskKind) => ({ state, force });

  it('waits for every binding share, whatever its open state', () => {
    for (const state of openStates) {
      expect(blocksClosing(share(state, 'assignment'))).toBe(true);
      expect(blocksClosing(share(state, 'commitment'))).toBe(true);
    }
    expect(isClosable([share('accepted', 'assignment'), share('withdrawn', 'assignment')])).toBe(true);
  });

  it('does not wait for recommendations', () => {
    for (const force of ['recommendation', 'proposal', 'appeal', 'note'] as const)
      expect(isClosable([share('accepted', 'assignment'), share('assigned', force)])).toBe(true);
  });
});

describe('a draft', () => {
  const whole = { text: 'Сделать', executors: 1, term: 'dated' as const, due: '2026-12-25' };

  it('can be issued when text, executor and date are there', () => {
    expect(missingForIssue(whole, '2026-12-25')).toEqual([]);
    expect(missingForIssue({ text: ' ', executors: 0, term: 'dated', due: null }, '2026-12-25')).toEqual([
      'tasks-missing-text',
      'tasks-missing-executors',
      'tasks-missing-due',
    ]);
  });

  it('needs no date when it is standing or without date by choice, and refuses a date gone by', () => {
    expect(missingForIssue({ ...whole, term: 'standing', due: null }, '2026-12-25')).toEqual([]);
    expect(missingForIssue({ ...whole, term: 'undated', due: null }, '2026-12-25')).toEqual([]);
    expect(missingForIssue(whole, '2026-12-26')).toEqual(['tasks-due-past']);
  });

  it('of a part includes the hour of what it is a part of', () => {
    const part = { ...whole, due: '2026-12-25', latest: '2026-12-25', latestTime: '15:00' };
    const missing = (dueTime: string | null) => missingForIssue({ ...part, dueTime }, '2026-12-20');
    expect([missing('15:00'), missing('15:01'), missing(null)]).toEqual([
      [],
      ['tasks-due-beyond-parent'],
      ['tasks-due-beyond-parent'],
    ]);
    expect(missingForIssue({ ...part, latestTime: null }, '2026-12-20')).toEqual([]);
  });
});

it('a count of shares names each once, lateness before state, and leaves withdrawn ones out', () => {
  const share = (state: ParticipationState, due: string, force: TaskKind = 'assignment') => ({
    state,
    due,
    dueTime: null,
    force,
  });
  const counted = tally(
    zone,
    [
      share('assigned', '2026-12-01'),
      share('returned', '2026-12-30'),
      share('submitted', '2026-12-01'),
      share('accepted', '2026-12-01'),
      share('withdrawn', '2026-12-01'),
      share('acknowledged', '2026-12-30', 'recommendation'),
    ],
    at('2026-12-10T10:00'),
  );
  expect(counted).toEqual({
    total: 5,
    accepted: 1,
    submitted: 1,
    returned: 1,
    acknowledged: 1,
    assigned: 0,
    overdue: 1,
    atRisk: 0,
    advisory: 1,
    blocking: 3,
    bindingAccepted: 1,
    late: 0,
  });
  const late = tally(zone, [{ ...share('accepted', '2026-12-01'), inTime: false }], at('2026-12-10T10:00'));
  expect(late).toMatchObject({ accepted: 1, late: 1, blocking: 0 });
  expect(addTallies(counted, late)).toMatchObject({ total: 6, accepted: 2, late: 1, blocking: 3, advisory: 1 });
});

describe('a class of executors', () => {
  const head = (type: OrgType) => ({ role: 'school_head' as const, org: { type } });

  it('"all schools" are the general and the boarding ones, whichever there are today', () => {
    expect(classTypes([head('school'), head('school')], true)).toEqual(['school', 'boarding']);
    expect(classTypes([head('school'), head('supplementary')], true)).toEqual(['school', 'boarding', 'supplementary']);
    expect(classTypes([head('supplementary')], true)).toEqual(['supplementary']);
  });

  it('is none where executors were named, or somebody else is among them', () => {
    expect(classTypes([head('school')], false)).toBeNull();
    expect(classTypes([], true)).toBeNull();
    expect(classTypes([head('school'), { role: 'dept_head', org: { type: 'department' } }], true)).toBeNull();
  });
});
