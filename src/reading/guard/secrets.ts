// Secrets and bank accounts: tokens, keys, passwords by their shape; an account by its check digits.
import { isAccount } from './check-digits.ts';
import type { Sensitive } from './sensitive.ts';

/** Bounded or anchored at the beginning of a word each, so that none walks a text twice. */
const secrets = [
  /(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g, // Telegram bot
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Z])/g,
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40}|glpat-[A-Za-z0-9_-]{20})[A-Za-z0-9_-]{0,80}/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,200}/g,
  /(?<![\w-])eyJ[\w-]{10,4000}\.[\w-]{10,4000}\.[\w-]{10,400}/g, // a signed web token
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g,
  /(?<![A-Za-z])[a-z][a-z0-9+]{1,20}:\/\/[^\s/:@]{1,100}:[^\s/@]{1,100}@/g, // address with a password
  // Named as a password, and with a digit or Latin letter in it: "Пароль: сменить" is an order.
  /(?<!\p{L})(?:парол[ьяи]|құпия\s?сөз(?:і|ді)?|password|passwd|pwd)\s{0,3}[:=–—-]\s{0,3}(?=[^\s]{0,20}[A-Za-z0-9])[^\s]{4,60}/giu,
];

/** Finds tokens, keys and passwords. */
export function findSecrets(text: string): Sensitive[] {
  return secrets.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }): Sensitive => ({
      kind: 'secret',
      span: [index, index + words.length],
    })),
  );
}

/** Cyrillic letters that look like the Latin ones of an account. */
const twins: Record<string, string> = {
  К: 'K',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
};
const account = /(?<![\p{L}\d])[KКkк][Zz](?:[ \u00a0-]?[\p{L}\d]){18}(?![\p{L}\d])/gu;

/** Finds bank accounts of Kazakhstan, also in groups of four. */
export function findAccounts(text: string): Sensitive[] {
  return [...text.matchAll(account)].flatMap(({ 0: words, index }): Sensitive[] => {
    const signs = words
      .replace(/[ \u00a0-]/g, '')
      .toUpperCase()
      .replace(/[А-Я]/g, (letter) => twins[letter] ?? letter);
    return isAccount(signs) ? [{ kind: 'account', span: [index, index + words.length] }] : [];
  });
}
