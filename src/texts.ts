// t(locale, key, args): the only source of words on screen. Fluent messages from src/texts/<locale>/*.ftl, HTML escaped in arguments.
import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';

export const locales = ['kk', 'ru', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Text that is HTML already and must not be escaped again. Make it with `raw`, only from the output of `t` or `escapeHtml`. */
export class RawText {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}
export type TextArgs = Record<string, string | number | RawText>;
export type T = (locale: Locale, key: string, args?: TextArgs) => string;

/** Marks finished HTML so that `t` inserts it as it is. */
export function raw(html: string): RawText {
  return new RawText(html);
}

/** Escapes the four characters that Telegram's HTML parser reads as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** True for a language the bot speaks. */
export function isLocale(value: string | null | undefined): value is Locale {
  return locales.includes(value as Locale);
}

/**
 * Returns `t`, which loads every .ftl file of a language when that is first spoken.
 * Throws then on a syntax fault or a key defined twice, and on an unknown key or a missing variable, so that a broken text never reaches a person unnoticed.
 */
export function loadTexts(folder = new URL('../src/texts/', import.meta.url)): T {
  const bundles = new Map<Locale, FluentBundle>();
  return (locale, key, args = {}) => {
    const bundle = bundles.get(locale) ?? loadLocale(folder, locale);
    bundles.set(locale, bundle);
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`text ${key} is missing in ${locale}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, escapeArgs(args), errors);
    if (errors.length > 0) throw new Error(`text ${key} in ${locale}: ${errors.map(String).join('; ')}`);
    return text;
  };
}

function loadLocale(folder: URL, locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const localeFolder = new URL(`${locale}/`, folder);
  for (const name of readdirSync(localeFolder)
    .filter((file) => file.endsWith('.ftl'))
    .sort()) {
    const source = readFileSync(new URL(name, localeFolder), 'utf8');
    const errors = bundle.addResource(new FluentResource(source));
    if (errors.length > 0) throw new Error(`${locale}/${name}: ${errors.map(String).join('; ')}`);
  }
  return bundle;
}

function escapeArgs(args: TextArgs): Record<string, string | FluentNumber> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (value instanceof RawText) return [name, value.html];
      // Plain digits: with grouping marks the year 2027 would read «2 027».
      return [name, typeof value === 'string' ? escapeHtml(value) : new FluentNumber(value, { useGrouping: false })];
    }),
  );
}
