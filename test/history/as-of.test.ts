// A past state counts as overdue what the lists of that moment did: what binds and was owed.
import { describe, expect, it } from 'vitest';
import { pastItem } from '../../src/history/as-of-rules.ts';
import { replay } from '../../src/history/replay-rules.ts';
import type { JsonObject } from '../../src/journal/rules.ts';

const zone = 'Asia/Almaty';

/** Which share of this kind is late at that moment. */
function isLate(share: JsonObject, at: string): boolean | undefined {
  const born = { before: null, taskId: 9 };
  const changes = [
    { ...born, entity: 'task', ids: [9], after: { state: 'issued', number: '1' } },
    { ...born, entity: 'participation', ids: [1], after: { due: '2026-11-30', role: 'responsible', ...share } },
  ];
  const { past } = replay([{ at: new Date('2026-11-23T05:00:00Z'), data: { changes } }]);
  return pastItem(past, 9, { zone, at: new Date(at) }, { mayShow: () => true, mayCount: () => true })?.shares[0]
    ?.overdue;
}

describe('a share on a past day', () => {
  const [before, after] = ['2026-11-30T18:59:59Z', '2026-11-30T19:00:00Z'];

  it.each([
    ['assignment', 'assigned', true],
    ['assignment', 'returned', true],
    ['commitment', 'acknowledged', true],
    ['assignment', 'submitted', false],
    ['assignment', 'misaddressed', false],
    ['recommendation', 'assigned', false],
  ])('%s that is %s: overdue after its day %s', (force, state, late) => {
    expect(isLate({ force, state }, after)).toBe(late);
    expect(isLate({ force, state }, before)).toBe(false);
  });

  it('is overdue on its day already when its hour has passed', () => {
    const share = { force: 'assignment', state: 'assigned', dueTime: '12:00' };
    expect(isLate(share, '2026-11-30T06:59:00Z')).toBe(false);
    expect(isLate(share, '2026-11-30T07:00:00Z')).toBe(true);
  });
});

it('a task on a past day bears special control as it did then', () => {
  const happened = (at: string, before: JsonObject | null, after: JsonObject) => ({
    at: new Date(at),
    data: { changes: [{ entity: 'task', ids: [9], taskId: 9, before, after }] },
  });
  const events = [
    happened('2026-11-23T05:00:00Z', null, { state: 'issued', number: '1', specialControl: false }),
    happened('2026-11-25T05:00:00Z', { specialControl: false }, { specialControl: true }),
    happened('2026-11-27T05:00:00Z', { specialControl: true }, { specialControl: false }),
  ];
  const days = ['2026-11-24', '2026-11-26', '2026-11-28'].map((day) => new Date(`${day}T05:00:00Z`));
  const then = days.map((at) => {
    const { past } = replay(events, at);
    return pastItem(past, 9, { zone, at }, { mayShow: () => true, mayCount: () => true })?.special;
  });
  expect(then).toEqual([false, true, false]);
});
