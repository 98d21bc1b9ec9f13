// The cell of indicators of a measure -> those that are kept, in their order; the words nobody knows are left for the note. Pure.
import { fold } from '../reading/words.ts';

export type KnownIndicator = { id: number; names: string[] };

/** Of one measure: as many as a card shows at once. */
export const maxIndicators = 10;

const bullet = /^(?:\d{1,2}[.)]|[-–—•*])\s*/u;

/** Several are parted by `;` or a line break, with numbers or dashes before them as officials write; a repeated one counts once. */
export function indicatorsIn(cell: string, known: KnownIndicator[]): { ids: number[]; rest: string } {
  const idOf = (words: string): number | undefined =>
    known.find(({ names }) => names.some((name) => plain(name) === plain(words)))?.id;
  const whole = idOf(cell);
  if (whole !== undefined) return { ids: [whole], rest: '' };
  const parts = cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((words) => ({ words, id: idOf(words) ?? idOf(words.replace(bullet, '')) }));
  const ids = [...new Set(parts.flatMap(({ id }) => id ?? []))].slice(0, maxIndicators);
  if (ids.length === 0) return { ids, rest: cell };
  const rest = parts.filter(({ id }) => id === undefined || !ids.includes(id)).map(({ words }) => words);
  return { ids, rest: rest.join('; ') };
}

const plain = (words: string): string => fold(words).replace(/\s+/g, ' ').trim();
