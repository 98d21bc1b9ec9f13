// Progress of roadmaps: between 0 and 100, never less for more, equal weights.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParticipationState, TaskState } from '../../src/generated/prisma/client.ts';
import {
  isFinished,
  type MeasureFacts,
  measureProgress,
  measureStatus,
  type ShareFacts,
  tallyOf,
  termOf,
} from '../../src/roadmaps/rules.ts';

const share = (facts: Partial<ShareFacts> = {}): ShareFacts => ({
  ...{ state: 'acknowledged', binding: true, progress: null, inTime: null, waived: false, overdue: false },
  ...facts,
});
const measure = (facts: Partial<MeasureFacts> = {}): MeasureFacts => ({
  ...{ state: 'in_progress', shares: [share()], milestones: [] },
  ...facts,
});
const states: ParticipationState[] = ['assigned', 'acknowledged', 'submitted', 'returned', 'accepted', 'withdrawn'];
const anyShare = fc.record({
  state: fc.constantFrom(...states),
  binding: fc.boolean(),
  progress: fc.option(fc.integer({ min: 0, max: 100 })),
  inTime: fc.option(fc.boolean()),
  waived: fc.boolean(),
  overdue: fc.boolean(),
});
const anyMeasure: fc.Arbitrary<MeasureFacts> = fc.record({
  state: fc.constantFrom<TaskState>('draft', 'issued', 'in_progress', 'closed', 'cancelled'),
  shares: fc.array(anyShare, { maxLength: 4 }),
  milestones: fc.array(fc.record({ done: fc.boolean() }), { maxLength: 4 }),
});

describe('progress', () => {
  it('lies between 0 and 100, and says 100 only when every measure is done', () => {
    fc.assert(
      fc.property(fc.array(anyMeasure, { maxLength: 8 }), (measures) => {
        const { progress, done, total, inTime, overdue } = tallyOf(measures);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(100);
        expect(progress === 100).toBe(total > 0 && done === total);
        expect(inTime + overdue).toBeLessThanOrEqual(total);
        expect(inTime).toBeLessThanOrEqual(done);
      }),
    );
  });

  it('never falls when a share reports more, is handed in or accepted, or a milestone is reached', () => {
    const rank = (state: ParticipationState): number =>
      ({ assigned: 0, acknowledged: 0, returned: 0, submitted: 1, accepted: 2 })[state as 'assigned'] ?? 0;
    const live = states.filter((state) => state !== 'withdrawn');
    fc.assert(
      fc.property(
        fc.array(anyMeasure, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...live),
        fc.integer({ min: 0, max: 100 }),
        (measures, state, more) => {
          const before = tallyOf(measures).progress;
          const after = measures.map((each) => ({
            ...each,
            milestones: each.milestones.map(() => ({ done: true })),
            shares: each.shares.map((each) =>
              each.state === 'withdrawn' || each.waived
                ? each
                : {
                    ...each,
                    state: rank(state) > rank(each.state) ? state : each.state,
                    progress: Math.max(each.progress ?? 0, more),
                  },
            ),
          }));
          expect(tallyOf(after).progress).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('weighs every measure the same, leaves cancelled ones out and rounds down', () => {
    const done = measure({ state: 'closed', shares: [share({ state: 'accepted', inTime: true })] });
    const none = measure({ state: 'issued', shares: [share({ state: 'assigned' })] });
    const cancelled = measure({ state: 'cancelled' });
    expect(tallyOf([done, none, none, cancelled])).toEqual({
      total: 3,
      done: 1,
      inTime: 1,
      overdue: 0,
      doubtful: 0,
      progress: 33,
    });
  });

  it('of a measure is the more of its reports and its milestones; what only recommends does not hold it up', () => {
    const shares = [share({ progress: 40 }), share({ progress: 20 })];
    expect(measureProgress(measure({ shares }))).toBe(30);
    expect(measureProgress(measure({ shares, milestones: [{ done: true }, { done: false }] }))).toBe(49);
    const recommended = share({ binding: false, state: 'assigned' });
    expect(measureProgress(measure({ shares: [share({ state: 'accepted' }), recommended] }))).toBe(100);
    expect(measureProgress(measure({ shares: [share({ state: 'submitted' })] }))).toBe(90);
  });
});

describe('a measure', () => {
  it.each([
    ['planned', measure({ shares: [share({ state: 'assigned' })] })],
    ['work', measure({ shares: [share({ state: 'assigned' })], milestones: [{ done: true }] })],
    ['overdue', measure({ shares: [share({ overdue: true })] })],
    ['done', measure({ shares: [share({ state: 'accepted', inTime: true })] })],
    ['late', measure({ shares: [share({ state: 'accepted', inTime: false })] })],
    ['cancelled', measure({ state: 'cancelled' })],
  ] as const)('is %s', (status, facts) => {
    expect(measureStatus(facts)).toBe(status);
  });
});

it('a roadmap is finished when something was closed and nothing is left', () => {
  expect(isFinished(['closed', 'cancelled'])).toBe(true);
  expect(isFinished(['closed', 'issued'])).toBe(false);
  expect(isFinished(['cancelled'])).toBe(false);
});

it('its term ends with the latest of its measures', () => {
  const term = termOf({ from: null, to: '2027-01-01' }, { start: '2026-11-23', dues: ['2027-03-01', null] });
  expect(term).toEqual({ from: '2026-11-23', to: '2027-03-01' });
});
