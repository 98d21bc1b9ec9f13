// Where an item stands in the execution table: each in exactly one place.
import { describe, expect, it } from 'vitest';
import { datesOf, isAdvisory, standingOf, standings, totalsOf } from '../../src/documents/execution-rules.ts';
import type { ParticipationView, TaskView } from '../../src/tasks/queries.ts';

const now = new Date('2026-12-20T06:00:00Z');
const share = (more: Partial<ParticipationView> = {}): ParticipationView =>
  ({
    role: 'responsible',
    force: 'assignment',
    state: 'assigned',
    firstDue: '2026-12-25',
    due: '2026-12-25',
    dueTime: null,
    extensionCount: 0,
    inTime: null,
    ...more,
  }) as ParticipationView;
const item = (participations: ParticipationView[], more: Partial<TaskView> = {}): TaskView =>
  ({ state: 'in_progress', kind: 'assignment', term: 'dated', fanOut: false, participations, ...more }) as TaskView;
const standing = (task: TaskView): string => standingOf('Asia/Almaty', task, now);

const accepted = share({ state: 'accepted', inTime: true });
const late = share({ state: 'accepted', inTime: false });
const overdue = share({ due: '2026-12-18' });
const private_ = share({ force: 'recommendation', due: '2026-12-18' });

describe('an item', () => {
  it.each([
    ['open', item([share()])],
    ['overdue', item([share(), overdue])],
    ['inTime', item([accepted, accepted])],
    ['late', item([accepted, late])],
    ['open', item([accepted, share()])],
    ['open', item([accepted, share({ state: 'submitted', due: '2026-12-18' })])],
    ['inTime', item([accepted, private_])],
    ['inTime', item([accepted, share({ state: 'withdrawn', due: '2026-12-18' })])],
    ['cancelled', item([share({ state: 'withdrawn' })], { state: 'cancelled' })],
    ['cancelled', item([share({ state: 'withdrawn' })], { state: 'closed' })],
    ['late', item([late], { state: 'closed' })],
    ['inTime', item([share()], { state: 'closed', term: 'standing' })],
    ['open', item([share()], { state: 'draft' })],
    ['open', item([], { state: 'draft' })],
    ['open', item([private_])],
  ])('is %s', (expected, task) => expect(standing(task)).toBe(expected));

  it('is a recommendation when nobody is bound by it', () => {
    expect(isAdvisory(item([private_]))).toBe(true);
    expect(isAdvisory(item([private_, share()]))).toBe(false);
    expect(isAdvisory(item([], { kind: 'proposal' }))).toBe(true);
  });

  it('shows its first and its current date side by side', () => {
    const moved = share({ due: '2027-01-15', extensionCount: 1 });
    expect(datesOf(item([moved, share({ role: 'co_executor', due: '2027-02-01' })]))).toEqual({
      first: '2026-12-25',
      current: '2027-01-15',
      extensions: 1,
    });
  });
});

it('the totals are the sum of their parts', () => {
  for (let n = 0; n < 50; n++) {
    const list = Array.from({ length: n }, (_, at) => standings[(at * 7 + n) % standings.length] as 'open');
    const { total, ...parts } = totalsOf(list);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(total).toBe(n);
  }
});
