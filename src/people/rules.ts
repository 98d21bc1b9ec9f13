// Rules of /people: names as people type them, whether a post or organisation may close, days of a substitute. Pure.
import { findSensitive } from '../reading/guard/find-sensitive.ts';
import { fold } from '../reading/words.ts';
import type { OrgType, Role } from '../generated/prisma/client.ts';
import type { Day } from '../time.ts';

/** Longest name of a person's part, and of a post or organisation, in characters. */
export const maxName = 100;
export const maxTitle = 300;
/** Longest substitution, in days: longer ones are appointments. */
export const maxSubstitution = 366;

export type FullName = { surname: string; given: string; patronymic: string | null };

/** 'Surname Given Patronymic' as typed; null when it is not at least two words of letters. */
export function readFullName(text: string): FullName | null {
  const words = text.normalize('NFC').trim().split(/\s+/);
  const [surname = '', given = '', ...rest] = words;
  const patronymic = rest.join(' ') || null;
  const fine = words.every((word) => word.length <= maxName && /^[\p{L}][\p{L}.'’ʼ-]*$/u.test(word));
  return words.length >= 2 && words.length <= 5 && fine ? { surname, given, patronymic } : null;
}

/** A name of a post or organisation on one line; null when it has no letter or digit, is too long, or holds what no group may read. */
export function readTitle(text: string): string | null {
  const title = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const fine = title.length <= maxTitle && /[\p{L}\d]/u.test(title) && findSensitive(title).length === 0;
  return fine ? title : null;
}

/** What still hangs on a post or on the posts of an organisation. */
export type Hanging = { tasks: number; children: number };

/** The text that says why it cannot be closed; null when it can. */
export function closeFault({ tasks, children }: Hanging): string | null {
  if (tasks > 0) return 'people-close-tasks';
  return children > 0 ? 'people-close-children' : null;
}

/** The text that says why somebody cannot substitute from one day to another (the last one included); null when they can. */
export function substituteFault(days: { from: Day; to: Day; today: Day; length: number }): string | null {
  const { from, to, today, length } = days;
  if (from < today) return 'people-days-past';
  if (to < from) return 'people-days-turned';
  return length > maxSubstitution ? 'people-days-long' : null;
}

/** What a search compares: `number` is that of a school. */
export type Searched = { number: string | null; names: string[] };

/** True when the words fit: a number by itself must be the number, other words must stand in the names, each of them. */
export function fits({ number, names }: Searched, words: string): boolean {
  const wanted = fold(words).trim();
  if (wanted === '') return true;
  const only = /^(?:№|#|n|no\.?|школа|мектеп|school)?\s*№?\s*(\d+)$/.exec(wanted)?.[1];
  if (only && number === only) return true;
  const all = names.map((name) => fold(name)).join(' ');
  return wanted.split(/\s+/).every((word) => all.includes(word));
}

/** Kinds of organisation and roles in the order in which they are offered. */
export const offeredTypes: OrgType[] = [
  'school',
  'boarding',
  'supplementary',
  'unit',
  'department',
  'district',
  'office',
  'republican',
  'other',
];
export const offeredRoles: Role[] = [
  'staff',
  'school_head',
  'unit_head',
  'dept_head',
  'secretary',
  'controller',
  'observer',
  'deputy',
  'district_deputy',
  'district_akim',
  'akim',
  'admin',
];
