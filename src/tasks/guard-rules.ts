// What the guard refuses, for every slice in which people write what others will read: personal numbers, secrets, marks of restricted papers.
import { UserError } from '../errors.ts';
import { findSensitive, kindsOf } from '../reading/guard/find-sensitive.ts';
import type { SensitiveKind } from '../reading/guard/sensitive.ts';

const kinds: SensitiveKind[] = ['iin', 'phone', 'card', 'account', 'secret', 'marking'];

/** Arguments of the texts `guard-…`: for each kind whether it was found. Never the value. */
export function guardArgs(found: SensitiveKind[]): Record<SensitiveKind, 'yes' | 'no'> {
  const said = kinds.map((kind) => [kind, found.includes(kind) ? 'yes' : 'no'] as const);
  return Object.fromEntries(said) as Record<SensitiveKind, 'yes' | 'no'>;
}

/** The kinds found in any of these texts, the gravest first. */
export function sensitiveKinds(...texts: (string | null | undefined)[]): SensitiveKind[] {
  return kindsOf(texts.flatMap((text) => (text ? findSensitive(text) : [])));
}

/** Throws UserError when one of these texts holds what others must not read; `key` names a text of `guard-…`. */
export function refuseSensitive(key: string, ...texts: (string | null | undefined)[]): void {
  const found = sensitiveKinds(...texts);
  if (found.length > 0) throw new UserError(key, guardArgs(found));
}
