// Invented numbers for tests of the guard: the same seed gives the same number.
import { iinCheckDigit } from '../../../src/reading/guard/check-digits.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function randomDigits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}

/** An individual number of nobody that passes every check. */
export function iinOf(seed: number): string {
  const random = randomOf(seed);
  for (;;) {
    const century = 1 + Math.floor(random() * 6);
    const birth = new Date(Date.UTC(1800 + 100 * Math.floor((century - 1) / 2), 0, 1 + Math.floor(random() * 36_000)));
    const date = birth.toISOString().slice(2, 10).replaceAll('-', '');
    const eleven = `${date}${century}${randomDigits(random, 4)}`;
    const check = iinCheckDigit(eleven);
    if (check !== null) return `${eleven}${check}`;
  }
}
