// Names on screen: organisations, posts, people and how they are addressed. User text is returned plain; t() escapes it.
import type { Gender } from '../generated/prisma/client.ts';
import type { Locale, T } from '../texts.ts';

export type Named = { nameKk: string; nameRu: string };
export type PersonNamed = { surname: string; given: string; patronymic?: string | null };

/** A name in the language of the reader; English readers see the Russian one, names are never transliterated. */
export function nameIn({ nameKk, nameRu }: Named, locale: Locale): string {
  return locale === 'kk' ? nameKk : nameRu;
}

/** Name of an organisation in the language of the reader, plain text. */
export function orgName(org: Named, locale: Locale): string {
  return nameIn(org, locale);
}

/** 'Директор школы, Школа № 12': name of a post with its organisation, plain text. */
export function postTitle(post: Named & { org: Named }, locale: Locale): string {
  return `${nameIn(post, locale)}, ${nameIn(post.org, locale)}`;
}

/** 'Сериккызы Айгуль' as entered: surname first, or the full name with the patronymic; plain text. */
export function personName({ surname, given, patronymic }: PersonNamed, full = false): string {
  return [surname, given, full ? patronymic : null].filter(Boolean).join(' ');
}

/** 'А. Үлгіев': initials and surname, plain text. */
export function shortName({ surname, given }: PersonNamed): string {
  if (!surname) return given;
  return given ? `${given[0]}. ${surname}` : surname;
}

/**
 * The first line of a private message, HTML: 'Уважаемая Айгуль Сериковна!', 'Құрметті Айгүл Серікқызы!', 'Dear Ms Serikova!'.
 * Where gender, patronymic or surname that the language needs is unknown: 'Уважаемый(-ая) коллега!', 'Құрметті әріптес!', 'Dear colleague,'.
 */
export function address(t: T, person: PersonNamed & { gender?: Gender | null }, locale: Locale): string {
  const { surname, given, patronymic, gender } = person;
  const known =
    locale === 'en' ? gender && surname : locale === 'ru' ? gender && given && patronymic : given && patronymic;
  if (!known) return t(locale, 'org-address-unknown');
  const name = locale === 'en' ? surname : `${given} ${patronymic}`;
  return t(locale, 'org-address', { gender: gender ?? 'unknown', name });
}

/** The first `max` characters of a text, with an ellipsis where some are missing. */
export function clip(text: string, max: number): string {
  const letters = [...text];
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`;
}
