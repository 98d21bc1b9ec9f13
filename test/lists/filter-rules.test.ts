// A filter and its code: there and back, short enough for any button; forged codes are no filter.
import { describe, expect, it } from 'vitest';
import { unitChoices } from '../../src/lists/choice-rules.ts';
import {
  codeOf,
  dues,
  type Filter,
  filterFrom,
  filterOf,
  parts,
  states,
  whole,
  without,
  withState,
} from '../../src/lists/filter-rules.ts';
import { button } from '../../src/telegram/buttons.ts';

/** Small deterministic generator, so that a failure repeats. */
function dice(seed: number): (n: number) => number {
  let x = seed;
  return (n) => ((x = (x * 1_103_515_245 + 12_345) & 0x7fffffff) >> 8) % n;
}

const stateNames = Object.keys(states) as (keyof typeof states)[];
const dueNames = Object.keys(dues) as (keyof typeof dues)[];
const days = { from: '2026-12-14', to: '2126-12-20' };
const biggest = 2_147_483_647;

function anyFilter(roll: (n: number) => number): Filter {
  const id = (): number => (roll(3) === 0 ? biggest : 1 + roll(99_999));
  const maybe = <V>(value: V): V | null => (roll(2) === 0 ? null : value);
  const state = maybe(stateNames[roll(stateNames.length)] ?? 'control');
  const taskId = roll(4) === 0 ? id() : null;
  const about =
    taskId === null ? { resolutionId: maybe(id()), topic: maybe('0a1b2c'), programme: maybe('ffffff') } : {};
  return filterOf({
    view: roll(2) === 0 ? 'shares' : 'tasks',
    who: [null, 'mine' as const, 'others' as const][roll(3)] ?? null,
    place: [null, 'read' as const, { orgId: id(), alone: roll(2) === 0 }][roll(3)] ?? null,
    taskId,
    ...about,
    state,
    within: state === 'done' || state === 'inTime' || state === 'late' ? maybe(days) : null,
    at: ['past', 'fresh', 'gone'].includes(state ?? '') ? new Date('2026-12-14T04:00:07Z') : null,
    due: [null, dueNames[roll(dueNames.length)] ?? null, days][roll(3)] ?? null,
    words: maybe('пандус школа 12'),
  });
}

describe('the code of a filter', () => {
  it('comes back as the same filter and fits into every button', () => {
    const roll = dice(7);
    let longest = 0;
    for (let n = 0; n < 3000; n++) {
      const filter = anyFilter(roll);
      const code = codeOf(filter);
      longest = Math.max(longest, code.length);
      expect(filterFrom(code, filter.words)).toEqual(filter);
      button('choices', 'lists.pick', code, 'u', 999);
      button('words', 'lists.words', code);
      button('page', 'lists.show', code, 99_999);
    }
    expect(longest).toBeGreaterThan(40);
    expect(longest).toBeLessThanOrEqual(47);
  });

  it('of everything is empty', () => {
    expect(codeOf(whole)).toBe('');
    expect(filterFrom('', null)).toEqual(whole);
  });

  it.each([
    'x',
    'Sz',
    'S',
    'Dq',
    'U',
    'U0',
    'Uzzzzzz',
    'SoSo',
    'SoM',
    'MN',
    'Sp',
    'SoB1',
    'T12345',
    "T'1=1-",
    'W123',
    'Q',
    '-',
  ])('forged as %s is none', (code) => expect(filterFrom(code, null)).toBeNull());

  it('with words needs them in its message', () => {
    expect(filterFrom('SoQ', null)).toBeNull();
    expect(filterFrom('SoQ', 'пандус')?.words).toBe('пандус');
    expect(filterFrom('So', 'пандус')?.words).toBeNull();
  });
});

describe('a part of a filter', () => {
  it('is taken out alone, whichever it is', () => {
    const roll = dice(3);
    for (let n = 0; n < 200; n++) {
      const filter = anyFilter(roll);
      for (const part of parts) {
        const left = without(filter, part);
        expect(left[part]).toBeNull();
        expect(filterFrom(codeOf(left), left.words)).toEqual(left);
        for (const other of parts.filter((each) => each !== part)) expect(left[other]).toEqual(filter[other]);
      }
    }
  });

  it('keeps the days of what was done only with what was done', () => {
    const done = filterOf({ state: 'done', within: days });
    expect(withState(done, 'late').within).toEqual(days);
    expect(withState(done, 'overdue').within).toBeNull();
  });
});

describe('units to choose from', () => {
  it('are next below the lowest part that holds all', () => {
    const orgs = [
      { path: '/1/2/5/', n: 3 },
      { path: '/1/2/6/9/', n: 2 },
      { path: '/1/2/6/', n: 2 },
      { path: '/1/2/', n: 1 },
    ];
    expect(unitChoices(orgs)).toEqual([
      { orgId: 6, alone: false, n: 4 },
      { orgId: 5, alone: false, n: 3 },
      { orgId: 2, alone: true, n: 1 },
    ]);
    expect(unitChoices([{ path: '/1/2/', n: 4 }])).toEqual([]);
    expect(unitChoices([])).toEqual([]);
  });
});
