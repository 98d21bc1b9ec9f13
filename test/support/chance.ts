// Shares by chance for tests that count: a small generator whose failures repeat, and the states and forces it chooses among.
import type { ParticipationState, TaskKind } from '../../src/generated/prisma/client.ts';

/** A die for a seed: `roll(n)` is 0 to n - 1, the same row each time. */
export function dice(seed: number): (n: number) => number {
  let x = seed;
  return (n) => ((x = (x * 1_103_515_245 + 12_345) & 0x7fffffff) >> 8) % n;
}

export const states: ParticipationState[] = [
  'assigned',
  'acknowledged',
  'submitted',
  'returned',
  'accepted',
  'misaddressed',
  'withdrawn',
];
/** Assignments are twice as likely. */
export const forces: TaskKind[] = ['assignment', 'assignment', 'commitment', 'recommendation', 'note'];
