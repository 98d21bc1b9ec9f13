// What must not reach a group: personal numbers, secrets and marks of restricted papers in a text or a file name.
import { findMarkings, findNameMarkings } from './markings.ts';
import { findNumbers } from './numbers.ts';
import { findAccounts, findSecrets } from './secrets.ts';
import type { Sensitive, SensitiveKind } from './sensitive.ts';

/**
 * Finds them, in the order of the text, without overlaps. Only kind and place are told: the value stays where it was.
 * Linear in the length of the text.
 */
export function findSensitive(text: string): Sensitive[] {
  return settled([...findSecrets(text), ...findAccounts(text), ...findNumbers(text), ...findMarkings(text)]);
}

/** The same in the name of a file, where words are parted by other signs. */
export function findInFileName(name: string): Sensitive[] {
  const words = name.replace(/_/g, ' ');
  return settled([...findSecrets(name), ...findAccounts(words), ...findNumbers(words), ...findNameMarkings(words)]);
}

/** The kinds found, each once, the gravest first. */
export function kindsOf(found: Sensitive[]): SensitiveKind[] {
  return gravest.filter((kind) => found.some((one) => one.kind === kind));
}

/** The text with every number and secret in it replaced by dots; marks of restricted papers stay, they are no secret themselves. */
export function mask(text: string): string {
  const hidden = findSensitive(text).filter(({ kind }) => kind !== 'marking');
  return hidden.reduceRight(
    (masked, { span: [start, end] }) => `${masked.slice(0, start)}•••${masked.slice(end)}`,
    text,
  );
}

const gravest: SensitiveKind[] = ['secret', 'marking', 'iin', 'card', 'account', 'phone'];

/** In order; of two that overlap the longer one stays. */
function settled(found: Sensitive[]): Sensitive[] {
  const ordered = found.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const kept: Sensitive[] = [];
  for (const one of ordered) {
    const last = kept.at(-1);
    if (last === undefined || one.span[0] >= last.span[1]) kept.push(one);
    else if (lengthOf(one) > lengthOf(last)) kept[kept.length - 1] = one;
  }
  return kept;
}

function lengthOf({ span: [start, end] }: Sensitive): number {
  return end - start;
}
