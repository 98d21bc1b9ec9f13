// The discipline index by its published formula: points of a share, the mean of many, and that doing better never lowers it.
import { describe, expect, it, test } from 'vitest';
import {
  faultsOf,
  type Merit,
  type Outcome,
  outcomes,
  pointsOf,
  smallestSample,
  tallyOf,
} from '../../src/discipline/rules.ts';

const best: Merit = { outcome: 'in_time', returns: 0, extensions: 0, acknowledged: true };
const worst: Merit = { outcome: 'not_done', returns: 4, extensions: 3, acknowledged: false };

/** Every merit there is, up to counts beyond which nothing changes. */
const all: Merit[] = outcomes.flatMap((outcome) =>
  [0, 1, 2, 3, 4].flatMap((returns) =>
    [0, 1, 2, 3].flatMap((extensions) =>
      [true, false].map((acknowledged) => ({ outcome, returns, extensions, acknowledged })),
    ),
  ),
);

/** The same merit with one thing done better, each in its own way. */
function betterThan(merit: Merit): Merit[] {
  const at = outcomes.indexOf(merit.outcome);
  return [
    ...(at > 0 ? [{ ...merit, outcome: outcomes[at - 1] as Outcome }] : []),
    ...(merit.returns > 0 ? [{ ...merit, returns: merit.returns - 1 }] : []),
    ...(merit.extensions > 0 ? [{ ...merit, extensions: merit.extensions - 1 }] : []),
    ...(merit.acknowledged ? [] : [{ ...merit, acknowledged: true }]),
  ];
}

describe('the points of a share', () => {
  test.each<[string, Merit, number]>([
    ['everything as it should be', best, 100],
    ['late, the rest well', { ...best, outcome: 'late' }, 70],
    ['returned once', { ...best, returns: 1 }, 90],
    ['returned twice', { ...best, returns: 2 }, 80],
    ['returned seven times', { ...best, returns: 7 }, 75],
    ['extended once', { ...best, extensions: 1 }, 93],
    ['extended twice', { ...best, extensions: 2 }, 85],
    ['taken note of too late', { ...best, acknowledged: false }, 90],
    ['not done but taken note of', { ...best, outcome: 'not_done' }, 10],
    ['nothing at all', worst, 0],
  ])('%s', (_name, merit, points) => expect(pointsOf(merit)).toBe(points));

  it('never fall when something is done better', () => {
    for (const merit of all)
      for (const better of betterThan(merit)) expect(pointsOf(better)).toBeGreaterThanOrEqual(pointsOf(merit));
  });

  it('lie between 0 and 100, and full points mean that nothing can be disputed', () => {
    for (const merit of all) {
      expect(pointsOf(merit)).toBeGreaterThanOrEqual(0);
      expect(pointsOf(merit)).toBeLessThanOrEqual(100);
      expect(pointsOf(merit) === 100).toBe(faultsOf(merit).length === 0);
    }
  });
});

describe('the index', () => {
  it('is not told of a sample too small to mean anything', () => {
    expect(tallyOf([{ merit: worst, n: smallestSample - 1 }]).index).toBeNull();
    expect(tallyOf([]).index).toBeNull();
    expect(tallyOf([{ merit: best, n: smallestSample }]).index).toBe(100);
  });

  it('is the mean of the points, with the counts behind it', () => {
    const tally = tallyOf([
      { merit: best, n: 6 },
      { merit: { ...best, outcome: 'late', extensions: 1 }, n: 1 },
      { merit: { ...best, returns: 2, acknowledged: false }, n: 1 },
      { merit: { ...worst, returns: 0, extensions: 0 }, n: 2 },
    ]);
    expect(tally).toEqual({
      index: Math.round((600 + 63 + 70) / 10),
      sample: 10,
      inTime: 7,
      late: 1,
      notDone: 2,
      acceptedAtFirst: 7,
      returned: 1,
      extended: 1,
      unacknowledged: 3,
    });
  });

  it('never falls when any share is done better, or one done well is added, and never rises by one not done at all', () => {
    let seed = 20_261_122;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const index = (merits: Merit[]): number => tallyOf(merits.map((merit) => ({ merit, n: 1 }))).index ?? -1;
    for (let round = 0; round < 300; round += 1) {
      const merits = Array.from({ length: smallestSample + random(20) }, () => all[random(all.length)] ?? best);
      const before = index(merits);
      const at = random(merits.length);
      for (const better of betterThan(merits[at] ?? best))
        expect(index(merits.map((merit, i) => (i === at ? better : merit)))).toBeGreaterThanOrEqual(before);
      expect(index([...merits, best])).toBeGreaterThanOrEqual(before);
      expect(index([...merits, worst])).toBeLessThanOrEqual(before);
    }
  });
});
