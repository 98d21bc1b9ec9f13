// Chat rules, pure: what a change of membership means, the settings of a binding, which organisation is the nearest common one.
import type { ChatMember } from 'grammy/types';
import type { GroupPolicy, NamingPolicy } from '../generated/prisma/client.ts';
import type { Locale } from '../texts.ts';

/** How a bound group is spoken to. */
export type PlaceSettings = {
  /** Languages of the group's messages, in order. */
  languages: Locale[];
  /** Full card, or a notice only. */
  policy: GroupPolicy;
  /** Whether reminders name those who are late. */
  naming: NamingPolicy;
};

/** What a group does: nobody is named, or after a private reminder and a working day of grace, or at once. */
export type Naming = Exclude<NamingPolicy, 'organisation'>;

/** Where no organisation has set anything (product rules, group policy). */
export const usualNaming: Naming = 'after_private';

/** What a binding starts with (product rules, group policy): the late are named as the organisation's reminder policy says. */
export const defaultSettings: PlaceSettings = { languages: ['kk', 'ru'], policy: 'full', naming: 'organisation' };

/** The sets of languages offered, Kazakh first; the key stands in callback data. */
const languageSets: Record<string, Locale[]> = {
  kr: ['kk', 'ru'],
  k: ['kk'],
  r: ['ru'],
  kre: ['kk', 'ru', 'en'],
  e: ['en'],
};
const policies: Record<string, GroupPolicy> = { f: 'full', n: 'notice' };
const namings: Record<string, NamingPolicy> = { o: 'organisation', p: 'after_private', a: 'always', n: 'never' };

/** The settings in a few letters for callback data, 'kr.f.p'. */
export function encodeSettings({ languages, policy, naming }: PlaceSettings): string {
  const set = keyOf(languageSets, (value) => value.join() === languages.join());
  return [set, keyOf(policies, (value) => value === policy), keyOf(namings, (value) => value === naming)].join('.');
}

/** The settings out of callback data; null when they never came from us. */
export function decodeSettings(code: string | undefined): PlaceSettings | null {
  const [set = '', policyKey = '', namingKey = '', ...rest] = (code ?? '').split('.');
  if (rest.length > 0) return null;
  const languages = own(languageSets, set);
  const policy = own(policies, policyKey);
  const naming = own(namings, namingKey);
  return languages && policy && naming ? { languages, policy, naming } : null;
}

/** The settings with the next value of one of them, as a press on its button gives. */
export function turnSetting(settings: PlaceSettings, which: keyof PlaceSettings): PlaceSettings {
  const [set = 'kr', policy = 'f', naming = 'o'] = encodeSettings(settings).split('.');
  const turned = {
    languages: [next(languageSets, set), policy, naming],
    policy: [set, next(policies, policy), naming],
    naming: [set, policy, next(namings, naming)],
  }[which];
  return decodeSettings(turned.join('.')) ?? settings;
}

function own<V>(table: Record<string, V>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function keyOf<V>(table: Record<string, V>, fits: (value: V) => boolean): string {
  return Object.keys(table).find((key) => fits(table[key] as V)) ?? Object.keys(table)[0] ?? '';
}

function next(table: Record<string, unknown>, key: string): string {
  const keys = Object.keys(table);
  return keys[(keys.indexOf(key) + 1) % keys.length] ?? key;
}

/** What a change of the bot's own membership means. */
export type MembershipChange = 'joined' | 'left' | 'promoted' | 'demoted' | null;

/** Compares the bot's membership before and after (`my_chat_member`). */
export function membershipChange(before: ChatMember, after: ChatMember): MembershipChange {
  if (!isMember(before)) return isMember(after) ? 'joined' : null;
  if (!isMember(after)) return 'left';
  if (isAdmin(before) === isAdmin(after)) return null;
  return isAdmin(after) ? 'promoted' : 'demoted';
}

/** True while the member is in the chat. */
export function isMember(member: ChatMember): boolean {
  return member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked';
}

/** True for an administrator or the owner of the chat. */
export function isAdmin(member: ChatMember): boolean {
  return member.status === 'administrator' || member.status === 'creator';
}

/** Ids of the organisations that contain all these paths ('/1/5/12/'), the nearest first; empty without a common root. */
export function commonOrganisations(paths: string[]): number[] {
  const [first, ...rest] = paths.map((path) => path.split('/').filter(Boolean).map(Number));
  if (!first) return [];
  const differs = first.findIndex((id, depth) => rest.some((ids) => ids[depth] !== id));
  return (differs < 0 ? first : first.slice(0, differs)).toReversed();
}
