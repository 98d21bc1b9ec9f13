// Numbers of people in a text: ИИН, mobile phone, payment card; written in one piece or in groups of digits.
import { isCard, isIin } from './check-digits.ts';
import type { Sensitive } from './sensitive.ts';

type Group = { digits: string; start: number; end: number };

/** What may stand between two groups of one number: spaces of all kinds, invisible signs of copied papers, hyphens; for phones brackets and dots too. */
const loose = /^[\s\u00a0\u00ad\u200b-\u200f\u2010-\u2015\u202f\u2060\ufeff().-]{1,3}$/;
const strict = /^[\t \u00a0\u00ad\u2000-\u2015\u202f\u2060\ufeff-]{1,2}$/;
const mostDigits = 19;
/** Lengths that a number of a person may have. */
const lengths = new Set([10, 11, 12, 16, 17, 18, 19]);
/** A mobile phone of Kazakhstan, with 7 or 8 before it or without. */
const mobile = /^(?:[78]7|7)(?:0\d|47|[567]\d)\d{7}$/;
/** So far before a number the word that names it may begin. */
const labelReach = 24;
const iinLabel = /(?:иин|жсн|iin)\P{L}*$/iu;
const phoneLabel = /(?:тел(?:ефон\p{L}*)?|ұялы|моб\p{L}*|whats\s?app|вотсап|сот(?:к[аи]|овый)?|ватсап|phone)\P{L}*$/iu;
/** Behind an amount: then it is no phone. */
const unit = /^[\s\u00a0]{0,2}(?:тенге|теңге|тг|₸|тыс|мың|млн|млрд|руб|kzt|км|м2|м²|кв|га|шт|дана|адам|чел)/iu;

/** Finds them by their groups of digits: every group begins at most nineteen digits. */
export function findNumbers(text: string): Sensitive[] {
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const found: Sensitive[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const one = numberAt(text, groups, at);
    if (!one) continue;
    found.push(one.sensitive);
    at = one.last;
  }
  return found;
}

/** The longest number that begins with this group. */
function numberAt(text: string, groups: Group[], at: number): { sensitive: Sensitive; last: number } | null {
  const window: Group[] = [];
  let best: { sensitive: Sensitive; last: number } | null = null;
  let total = 0;
  for (let last = at; last < groups.length; last += 1) {
    const group = groups[last] as Group;
    const before = groups[last - 1];
    if (last > at && before && !loose.test(text.slice(before.end, group.start))) break;
    total += group.digits.length;
    if (total > mostDigits) break;
    window.push(group);
    const kind = lengths.has(total) ? kindOf(text, window) : null;
    if (!kind) continue;
    const start = kind === 'phone' && text[startOf(window) - 1] === '+' ? startOf(window) - 1 : startOf(window);
    best = { sensitive: { kind, span: [start, group.end] }, last };
  }
  return best;
}

function kindOf(text: string, window: Group[]): 'iin' | 'phone' | 'card' | null {
  const digits = window.map((group) => group.digits).join('');
  if (!looksLike(digits)) return null;
  const sizes = window.map((group) => group.digits.length);
  const between = window.slice(1).map((group, at) => text.slice((window[at] as Group).end, group.start));
  const tight = between.every((gap) => strict.test(gap));
  if (digits.length === 12 && tight) return isIinShape(text, window, sizes) ? 'iin' : null;
  if (digits.length >= 16 && tight) return isCardShape(text, window, sizes) ? 'card' : null;
  if (digits.length < 12) return isPhoneShape(text, window, sizes) ? 'phone' : null;
  return null;
}

/** By the digits alone: eight of nine numbers are done with here. */
function looksLike(digits: string): boolean {
  if (digits.length === 10 || digits.length === 11) return mobile.test(digits);
  return digits.length === 12 ? isIin(digits) : isCard(digits);
}

/** In one piece, or the birth date apart; other groups only where the text says what it is: lists of schools look like that too. */
function isIinShape(text: string, window: Group[], sizes: number[]): boolean {
  return sizes[0] === 12 || sizes[0] === 6 || iinLabel.test(ahead(text, window));
}

function isCardShape(text: string, window: Group[], sizes: number[]): boolean {
  if (/\p{L}/u.test(text[startOf(window) - 1] ?? '') || /[A-Za-z]/.test(text[endOf(window)] ?? '')) return false;
  return sizes.length === 1 || sizes.slice(0, 4).every((size) => size === 4);
}

/** Amounts are grouped by thousands, phones are not; ten digits without the eight need a phone's groups or the word before them. */
function isPhoneShape(text: string, window: Group[], sizes: number[]): boolean {
  if (unit.test(text.slice(endOf(window), endOf(window) + 12))) return false;
  if (/[\p{L}\d]/u.test(text[endOf(window)] ?? '')) return false;
  if (text[startOf(window) - 1] === '+' || phoneLabel.test(ahead(text, window))) return true;
  const shape = sizes.join('-');
  return /^(?:3-3-2-2|3-3-4|3-7|11|1-10|4-7|1-3-7|4-3-4|4-3-2-2|1-3-3-4|1-3-3-2-2|1-3-2-2-3|1-3-4-3)$/.test(shape);
}

function ahead(text: string, window: Group[]): string {
  return text.slice(Math.max(0, startOf(window) - labelReach), startOf(window));
}

function startOf(window: Group[]): number {
  return window[0]?.start ?? 0;
}

function endOf(window: Group[]): number {
  return window.at(-1)?.end ?? 0;
}
