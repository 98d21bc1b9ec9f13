// What the guard tells of a find: its kind and its place, never the value.
import type { Span } from '../words.ts';

/**
 * iin: individual number of a person. phone: a mobile phone. card: payment card. account: bank account (IBAN of Kazakhstan).
 * secret: token, key or password. marking: the mark of a restricted paper.
 */
export type SensitiveKind = 'iin' | 'phone' | 'card' | 'account' | 'secret' | 'marking';

export type Sensitive = { kind: SensitiveKind; span: Span };
